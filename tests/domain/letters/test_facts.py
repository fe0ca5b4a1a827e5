"""The dates and names that a letter gives."""

from datetime import date

import pytest

from jtai_desktop.domain.letters import facts


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("from 18 to 22 November 2024", date(2024, 11, 18), date(2024, 11, 22)),
        ("from 9 May to 13 May 2022", date(2022, 5, 9), date(2022, 5, 13)),
        ("between 19 November 2018 and 23 November 2018", date(2018, 11, 19), date(2018, 11, 23)),
        ("Between 14 and 18 October 2019", date(2019, 10, 14), date(2019, 10, 18)),
        ("from 28 November to 2 December 2022", date(2022, 11, 28), date(2022, 12, 2)),
        ("from 30 December to 3 January 2025", date(2024, 12, 30), date(2025, 1, 3)),
        ("30 December 2024 to 3 January 2025", date(2024, 12, 30), date(2025, 1, 3)),
        ("on 18–22 November 2024", date(2024, 11, 18), date(2024, 11, 22)),
        ("from Monday 18th to Friday 22nd November 2024", date(2024, 11, 18), date(2024, 11, 22)),
        ("from 7 to 11 March and 14 to 18 March 2022", date(2022, 3, 7), date(2022, 3, 18)),
        ("from 31 to 32 November 2024", None, None),
        ("in November 2024", None, None),
    ],
)
def test_fieldwork(days: str, start: date | None, end: date | None) -> None:
    text = f"A first sentence from 1 to 2 May 2020. This inspection took place {days}. It ended."
    assert facts.fieldwork([text]) == (start, end)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("31 January 2025", date(2025, 1, 31)),
        ("01 December 2017", date(2017, 12, 1)),
        ("Date: Friday 31st January 2025", date(2025, 1, 31)),
        ("31 February 2025", None),
        ("Since 31 January 2025", None),
    ],
)
def test_letter_date(line: str, day: date | None) -> None:
    assert facts.letter_date(["Director, Northmoor", line]) == day


INSPECTION = "Joint targeted area inspection of"
RESPONSE = f"{INSPECTION} the multi-agency response to"


@pytest.mark.parametrize(
    ("subject", "area", "theme"),
    [
        (f"{INSPECTION} Northmoor", "Northmoor", "neglect in the home"),
        (f"{INSPECTION} Northmoor City Council", "Northmoor", "neglect in the home"),
        (f"{RESPONSE} harm in a family in Northmoor Council", "Northmoor", "harm in a family"),
        (f"{RESPONSE} abuse in the Borough of Northmoor", "Borough of Northmoor", "abuse"),
        ("A letter", None, "neglect in the home"),
    ],
)
def test_area_and_theme(subject: str, area: str | None, theme: str) -> None:
    about = f"the {INSPECTION[:-3].lower()} of the multi-agency response to neglect in the home"
    assert facts.area_and_theme(subject, [f"This letter is about {about} in Northmoor."]) == (
        area,
        theme,
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("send the written statement to us@example.test by 9 May 2025. It", date(2025, 5, 9)),
        ("send a written statement no later than Friday 9th May 2025.This", date(2025, 5, 9)),
        ("by 9 May 2025 we write. The written statement comes later", None),
        ("nothing is due by 9 May 2025", None),
    ],
)
def test_statement_due(text: str, day: date | None) -> None:
    assert facts.statement_due(["A written statement is needed.", text]) == day


DETERMINED = "We have determined that"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{DETERMINED} Northmoor Council is the principal authority.", "Northmoor Council"),
        (f"{DETERMINED} the chair, Northmoor, is the principal authority.", "the chair, Northmoor"),
        ("So the principal authority is Northmoor Council. It acts.", "Northmoor Council"),
        ("Thank you. The council should prepare a written statement.", "The council"),
        ("The director should send the written statement to us.", "The director"),
        ("Nobody is named.", None),
    ],
)
def test_principal_authority(text: str, who: str | None) -> None:
    assert facts.principal_authority([text]) == who
