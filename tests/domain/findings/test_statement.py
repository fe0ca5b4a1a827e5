"""The written statement: its date and check, and what is wrong with the steps back from it."""

from datetime import date

import pytest

from jtai_desktop.domain.findings import statement as rules
from jtai_desktop.domain.findings.letter import Spot
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.working_days import WorkingDays
from tests.domain.findings import made

HOLIDAYS = {
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 6): "Easter Monday",
    date(2026, 5, 4): "Early May bank holiday",
    date(2026, 5, 25): "Spring bank holiday",
}
DAYS = WorkingDays(HOLIDAYS)
TODAY = date(2026, 3, 9)
COUNTED = date(2026, 6, 18)  # 70 working days after Fri 6 Mar, four bank holidays left out


def facts(due: date | None) -> Facts:
    """The letter of 6 March with another date for the statement."""
    return Facts(letter_date=date(2026, 3, 6), statement_due=due)


def test_the_printed_date_counts_and_agrees() -> None:
    found = rules.statement(made.letter(), (), DAYS, TODAY)
    assert (found.due, found.computed, found.why_apart) == (COUNTED, False, "")
    assert found.check is not None
    assert found.check.apart == 0
    assert found.received == rules.Received(date(2026, 3, 6), assumed=True)
    assert found.left == DAYS.between(TODAY, COUNTED)


def test_without_a_printed_date_the_counted_one_is_offered() -> None:
    letter = made.letter(facts=facts(None), received=date(2026, 3, 9))
    found = rules.statement(letter, (), DAYS, TODAY)
    assert (found.due, found.computed) == (date(2026, 6, 19), True)
    assert found.received == rules.Received(date(2026, 3, 9), assumed=False)


def test_without_any_date_there_is_nothing_to_count() -> None:
    found = rules.statement(made.letter(facts=Facts()), (), DAYS, TODAY)
    assert (found.due, found.check, found.is_wanted) == (None, None, False)


@pytest.mark.parametrize(
    ("printed", "received", "closures", "why"),
    [
        (date(2026, 6, 18), date(2026, 3, 9), {}, "if one counts from the day of the letter"),
        (date(2026, 6, 18), None, {date(2026, 5, 26): "Closed"}, "if the council’s closure days"),
        (date(2026, 6, 12), None, {}, "if bank holidays and closure days count"),
        (date(2026, 6, 17), None, {}, "if the day of receipt counts as the first"),
    ],
)
def test_a_difference_is_explained_by_days(
    printed: date, received: date | None, closures: dict[date, str], why: str
) -> None:
    letter = made.letter(facts=facts(printed), received=received)
    found = rules.statement(letter, (), WorkingDays(HOLIDAYS, closures), TODAY)
    assert found.why_apart.startswith(f"It is the printed date {why}")


def test_who_must_send_it_is_said_as_printed() -> None:
    said = "The Council should send the written statement by 17 June 2026."
    letter = made.letter(spots={"statement_due": Spot(8, 3, said)})
    assert rules.statement(letter, (), DAYS, TODAY).who == said
    assert rules.statement(made.letter(), (), DAYS, TODAY).who == "Northmoor Council"


def test_steps_out_of_order_and_papers_due_before_the_step_before() -> None:
    steps = (
        made.step(1, "Partners", before=20, papers=5),
        made.step(2, "Scrutiny", before=17, papers=5),
        made.step(3, "Cabinet", before=30, papers=5),
        made.step(4, "Sign-off", before=3, papers=2),
    )
    found = rules.statement(made.letter(), steps, DAYS, TODAY)
    assert [words for _, words in found.warnings] == [
        "Scrutiny: its papers are due before Partners has met, Wed 20 May 2026.",
        "Cabinet comes before Scrutiny, which stands ahead of it: see which is first.",
    ]
    assert [key for key, _ in found.warnings] == ["s2", "s3"]


def test_a_step_past_or_on_a_closed_day_warns_until_it_was_held() -> None:
    late = made.step(1, "Board", meets=date(2026, 3, 6))
    closed = made.step(2, "Cabinet", meets=date(2026, 5, 25))
    found = rules.statement(made.letter(), (late, closed), DAYS, TODAY)
    assert [words for _, words in found.warnings] == [
        "Board: the day of the meeting has passed.",
        "Cabinet would meet on a day that is no working day (Spring bank holiday).",
    ]
    held = made.step(1, "Board", meets=date(2026, 3, 6), held=True)
    assert not rules.statement(made.letter(), (held,), DAYS, TODAY).warnings
    sent = made.letter(sent=date(2026, 3, 9))
    assert not rules.statement(sent, (late, closed), DAYS, TODAY).warnings


def test_the_usual_steps_follow_one_another() -> None:
    steps = tuple(
        made.step(n, each.name, before=each.before, papers=each.papers)
        for n, each in enumerate(rules.USUAL_STEPS, 1)
    )
    found = rules.statement(made.letter(), steps, DAYS, TODAY)
    assert found.warnings == ()
    meets = [each.planned.meets for each in found.steps]
    assert meets == sorted(meets)


def test_steps_of_another_letter_are_not_shown() -> None:
    assert not rules.statement(made.letter(id="l2"), (made.step(),), DAYS, TODAY).steps


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (Step(" ", 5), "Step is empty"),
        (Step("x", -1), "between 0 and 250"),
        (Step("x", 1, 251), "between 0 and 250"),
    ],
)
def test_an_impossible_step_is_refused(step: Step, why: str) -> None:
    with pytest.raises(Refused, match=why):
        rules.checked_step(step)


def test_days_that_can_not_be() -> None:
    letter = made.letter()
    for rule in (rules.sent, rules.received_on):
        with pytest.raises(Refused, match="still to come"):
            rule(letter, date(2026, 3, 10), TODAY)
        with pytest.raises(Refused, match="before the letter was written"):
            rule(letter, date(2026, 3, 5), TODAY)
    assert rules.sent(letter, TODAY, TODAY).sent == TODAY
    assert rules.received_on(letter, None, TODAY).received is None
