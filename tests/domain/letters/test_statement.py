"""The date of the written statement, and the steps back from it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.letters.statement import Step, check_date, steps_back
from jtai_desktop.domain.working_days import WorkingDays

PLAIN = WorkingDays()
EASTER = WorkingDays({date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"})
RECEIVED = date(2026, 1, 30)  # a Friday
DUE = date(2026, 5, 12)
TODAY = date(2026, 2, 2)


def test_the_printed_date_agrees() -> None:
    check = check_date(RECEIVED, DUE, EASTER)
    assert (check.counted, check.apart) == (DUE, 0)
    assert check.sentence == (
        "The printed date agrees: 70 working days from receipt end on Tue 12 May 2026."
    )


def test_the_printed_date_is_off() -> None:
    assert check_date(RECEIVED, date(2026, 5, 8), EASTER).apart == -2
    after = check_date(RECEIVED, date(2026, 5, 13), EASTER)
    assert after.sentence.startswith("The printed date is 1 working day after the counted one: ")


def test_no_printed_date() -> None:
    assert check_date(RECEIVED, None, PLAIN).sentence == (
        "The letter gives no date; 70 working days from receipt end on Fri 8 May 2026."
    )


def test_steps_are_counted_back_and_come_in_order() -> None:
    steps = [
        Step("Sending", papers=0),
        Step("Cabinet", before=5, papers=7),
        Step("Board", before=25),
    ]
    planned = steps_back(DUE, steps, EASTER, TODAY)
    assert [(each.step.name, each.papers, each.meets) for each in planned] == [
        ("Board", date(2026, 3, 27), date(2026, 4, 7)),
        ("Cabinet", date(2026, 4, 24), date(2026, 5, 5)),
        ("Sending", DUE, DUE),
    ]
    assert not any(each.warnings for each in planned)


def test_what_is_wrong_is_said() -> None:
    steps = [
        Step("Cabinet", before=5, meets=date(2026, 5, 7)),
        Step("Board", meets=date(2026, 4, 6)),
        Step("Scrutiny", meets=date(2026, 2, 4)),
        Step("Partners", meets=date(2026, 1, 30)),
    ]
    planned = steps_back(DUE, steps, EASTER, TODAY)
    assert {each.step.name: each.warnings for each in planned} == {
        "Cabinet": ("Cabinet meets too late: the last day for it is Tue 5 May 2026.",),
        "Board": (
            "Board would meet on a day that is no working day (bank holiday, Easter Monday).",
        ),
        "Scrutiny": ("Scrutiny: the day for its papers has passed, Wed 28 Jan 2026.",),
        "Partners": ("Partners: the day of the meeting has passed.",),
    }


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60), st.integers(0, 30))
def test_counting_back_is_counting_forward_reversed(due: date, before: int, papers: int) -> None:
    due = PLAIN.from_(due)
    (planned,) = steps_back(due, [Step("Board", before, papers)], PLAIN, date(2019, 1, 1))
    assert PLAIN.between(planned.meets, due) == before
    assert PLAIN.between(planned.papers, planned.meets) == papers
