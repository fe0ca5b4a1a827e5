"""The bank holidays of England and Wales, beside the published dates."""

from datetime import date

import pytest

from jtai_desktop.services.bank_holidays import bank_holidays

# From the government's own list.
KNOWN = {
    2019: ["1 1", "19 4", "22 4", "6 5", "27 5", "26 8", "25 12", "26 12"],
    2020: ["1 1", "10 4", "13 4", "8 5", "25 5", "31 8", "25 12", "28 12"],
    2021: ["1 1", "2 4", "5 4", "3 5", "31 5", "30 8", "27 12", "28 12"],
    2022: ["3 1", "15 4", "18 4", "2 5", "2 6", "3 6", "29 8", "19 9", "26 12", "27 12"],
    2023: ["2 1", "7 4", "10 4", "1 5", "8 5", "29 5", "28 8", "25 12", "26 12"],
    2026: ["1 1", "3 4", "6 4", "4 5", "25 5", "31 8", "25 12", "28 12"],
}


@pytest.mark.parametrize("year", KNOWN)
def test_the_published_days(year: int) -> None:
    found = [f"{day.day} {day.month}" for day in bank_holidays(year, year)]
    assert found == KNOWN[year]


def test_names_in_plain_words() -> None:
    names = bank_holidays(2019, 2022)
    assert names[date(2019, 5, 6)] == "Early May bank holiday"
    assert names[date(2019, 5, 27)] == "Spring bank holiday"
    assert names[date(2019, 8, 26)] == "Summer bank holiday"
    assert names[date(2020, 1, 1)] == "New Year’s Day"
    assert names[date(2020, 12, 28)] == "substitute for Boxing Day"
    assert names[date(2022, 1, 3)] == "substitute for New Year’s Day"
    assert not [name for name in names.values() if "(" in name or "'" in name]


def test_no_saturdays_and_sundays_and_only_the_years_asked_for() -> None:
    found = bank_holidays(2016, 2036)
    assert {day.year for day in found} == set(range(2016, 2037))
    assert all(day.weekday() < 5 for day in found)
    assert list(found) == sorted(found)
    assert bank_holidays(2020, 2019) == {}


def test_names_do_not_depend_on_the_language_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "th")
    assert bank_holidays(2019, 2019)[date(2019, 12, 25)] == "Christmas Day"
