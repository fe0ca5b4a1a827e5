"""Changing an action: what is kept, what is refused, and that no line is ever rewritten."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from jtai_desktop.domain.actions import changing
from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.domain.actions.timescale import read_timescale
from jtai_desktop.domain.problems import Refused
from tests.domain.actions import made

NOW = made.signed()
TODAY = made.TODAY
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
KEYS = tuple(each.key for each in made.SECTIONS)
LATE = date(2026, 9, 1)
BEGUN = made.action(its=made.facts(LATE, started=date(2026, 5, 1)))
DONE = changing.completed(BEGUN, YESTERDAY, NOW)
DUE_SAID = changing.timed(BEGUN, read_timescale("End June 2027"), NOW)
OUT = changing.taken_out(BEGUN, "Merged with 1.2")


def test_each_change_of_the_facts_is_a_further_line() -> None:
    action = changing.timed(made.action(), read_timescale("End June 2027"), NOW)
    action = changing.started(action, TODAY, NOW)
    action = changing.forecast(action, date(2027, 8, 1), NOW)
    assert [each.number for each in action.lines] == [1, 2, 3, 4]
    assert action.lines[0] == made.action().lines[0]
    assert action.facts.timescale.words == "End June 2027"
    assert changing.forecast(action, date(2027, 8, 1), NOW) == action


def test_completing_begins_it_and_ends_what_a_hand_had_set() -> None:
    hand = changing.overridden(made.action(), Rating.MINOR, "Staff are away", NOW)
    done = changing.completed(hand, YESTERDAY, NOW)
    assert (done.facts.started, done.facts.completed) == (YESTERDAY, YESTERDAY)
    assert done.override is None
    assert hand.lines == done.lines[:-1]


def test_a_hand_stays_through_other_changes_and_can_be_taken_away() -> None:
    hand = changing.overridden(BEGUN, Rating.ON_TRACK, "Agreed with the board", NOW)
    after = changing.forecast(hand, date(2026, 12, 1), NOW)
    assert after.override == hand.override
    assert changing.not_overridden(after, NOW).override is None


def test_a_day_is_set_beside_words_that_name_none() -> None:
    vague = changing.timed(BEGUN, read_timescale("ongoing"), NOW)
    dated = changing.due_by(vague, TOMORROW, NOW)
    assert (dated.facts.timescale.words, dated.facts.due) == ("ongoing", TOMORROW)


def test_progress_is_put_right_by_a_further_entry() -> None:
    action = changing.noted(made.action(), "Begun with four teams", YESTERDAY, NOW)
    right = changing.noted(action, "Begun with five teams", YESTERDAY, NOW, 1, "Miscounted")
    assert [each.text for each in right.progress] == [
        "Begun with four teams",
        "Begun with five teams",
    ]
    assert [each.number for each in right.standing_progress] == [2]
    with pytest.raises(Refused, match="put right already"):
        changing.noted(right, "Six", YESTERDAY, NOW, 1, "Again")


REFUSALS: list[tuple[Callable[[], Action], str, str]] = [
    (lambda: changing.written(BEGUN, Texts(text=" "), KEYS), "Action", "empty"),
    (lambda: changing.written(BEGUN, Texts(number=""), KEYS), "Number", "empty"),
    (lambda: changing.written(BEGUN, Texts(section="moon"), KEYS), "Section", "no section"),
    (
        lambda: changing.written(BEGUN, Texts(deputy="head of Safeguarding"), KEYS),
        "Deputy",
        "the lead too",
    ),
    (lambda: changing.written(BEGUN, Texts(lead="x" * 201), KEYS), "Lead", "200 is the most"),
    (lambda: changing.started(BEGUN, TOMORROW, NOW), "Started", "still to come"),
    (lambda: changing.started(DONE, None, NOW), "Started", "completion back first"),
    (lambda: changing.started(DONE, TODAY, NOW), "Started", "can’t have been completed"),
    (lambda: changing.forecast(BEGUN, YESTERDAY, NOW), "Forecast", "has passed"),
    (lambda: changing.forecast(DONE, TOMORROW, NOW), "Forecast", "is completed"),
    (lambda: changing.completed(BEGUN, TOMORROW, NOW), "Completed", "still to come"),
    (lambda: changing.completed(BEGUN, date(2026, 4, 1), NOW), "Completed", "can’t have been"),
    (lambda: changing.due_by(DUE_SAID, TOMORROW, NOW), "Due", "Change the timescale itself"),
    (lambda: changing.overridden(BEGUN, Rating.ON_TRACK, "", NOW), "Reason", "empty"),
    (lambda: changing.overridden(BEGUN, Rating.SIGNIFICANT, "So", NOW), "Rating", "already"),
    (lambda: changing.overridden(BEGUN, Rating.COMPLETED, "So", NOW), "Rating", "Record that day"),
    (lambda: changing.overridden(DONE, Rating.EVIDENCED, "So", NOW), "Rating", "needs evidence"),
    (lambda: changing.not_overridden(BEGUN, NOW), "Rating", "no rating was set"),
    (lambda: changing.noted(BEGUN, "\u202e", TODAY, NOW), "Progress", "empty"),
    (lambda: changing.noted(BEGUN, "Done", TOMORROW, NOW), "Day", "still to come"),
    (lambda: changing.taken_out(BEGUN, " "), "Reason", "empty"),
    (lambda: changing.brought_back(BEGUN), "Action", "is in the plan"),
    (lambda: changing.forecast(OUT, TOMORROW, NOW), "Action", "Bring it back first"),
    (lambda: changing.written(OUT, Texts(lead="Nurse"), KEYS), "Action", "Bring it back"),
]


@pytest.mark.parametrize(("deed", "place", "said"), REFUSALS)
def test_what_is_refused(deed: Callable[[], Action], place: str, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        deed()
    assert refused.value.problem.place == place
