"""A new notification date: old and new side by side."""

from datetime import date, datetime

from jtai_desktop.domain.milestones import Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, end_of_day
from jtai_desktop.domain.redating import compare
from jtai_desktop.domain.wording import moment_full
from tests.domain.rules import planned

WHEN = datetime(2026, 11, 3, 9, tzinfo=LONDON)
BY_HAND = SetByHand(end_of_day(date(2026, 11, 11)), "asked for")
NOTES = {
    "joint-evaluations": MilestoneNotes("joint-evaluations", set_by_hand=BY_HAND),
    "meetings": MilestoneNotes(
        "meetings", agreed=Agreed(end_of_day(date(2026, 11, 6)), "Lead inspector", WHEN)
    ),
    "lists-6-7-8": MilestoneNotes("lists-6-7-8", done=Done(WHEN, "Coordinator")),
}


def test_old_and_new_side_by_side() -> None:
    old, new = (planned(day, notes=NOTES) for day in ("2026-11-02", "2026-11-09"))
    shifts = {shift.key: shift for shift in compare(old, new)}
    lists = shifts["lists-6-7-8"]
    assert (moment_full(lists.old), moment_full(lists.new)) == (
        "Thu 5 Nov 2026, 09:00",
        "Thu 12 Nov 2026, 09:00",
    )
    assert (lists.moves, lists.kept, lists.was_done) == (True, False, True)
    assert [key for key, shift in shifts.items() if shift.kept] == ["meetings", "joint-evaluations"]
    assert [key for key, shift in shifts.items() if not shift.moves] == [
        "meetings",
        "joint-evaluations",
    ]
    assert shifts["joint-evaluations"].new == BY_HAND.moment


def test_the_computed_time_moves_behind_the_one_set_by_hand() -> None:
    new = planned("2026-11-09", notes=NOTES).milestone("joint-evaluations")
    assert (new.due, new.computed) == (BY_HAND.moment, end_of_day(date(2026, 11, 19)))
    assert new.fixed_by_hand


def test_the_same_date_moves_nothing() -> None:
    schedule = planned("2026-11-02")
    assert not any(shift.moves for shift in compare(schedule, schedule))
