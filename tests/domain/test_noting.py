"""What may be recorded about a milestone."""

from datetime import date, datetime, time, timedelta

import pytest

from jtai_desktop.domain import noting
from jtai_desktop.domain.milestones import Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.schedule import Planned, plan
from jtai_desktop.domain.working_days import WorkingDays
from tests.domain.rules import RULES

NOTIFIED = datetime(2026, 11, 2, 9, tzinfo=LONDON)
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
MOMENT = Moment(date(2026, 11, 12), Hour.AT, time(12))
AGREED = Agreed(MOMENT, "Lead inspector", NOW, "By phone")
BY_HAND = SetByHand(MOMENT, "Asked for midday")


def _planned(notes: MilestoneNotes | None = None) -> Planned:
    given = {"meetings": notes} if notes else {}
    return plan(RULES, NOTIFIED, WorkingDays(), notes=given).milestone("meetings")


def test_done_says_when_by_whom_and_in_which_words() -> None:
    utc = datetime.fromisoformat("2026-07-01T08:00+00:00")
    notes = noting.done(_planned(), utc, "Lead", " Sent\n", NOW)
    assert notes.done == Done(datetime(2026, 7, 1, 9, tzinfo=LONDON), "Lead", "Sent")
    assert notes.done.when.isoformat() == "2026-07-01T09:00:00+01:00"


def test_done_leaves_the_rest_alone_and_not_done_too() -> None:
    before = MilestoneNotes("meetings", None, BY_HAND, AGREED)
    notes = noting.done(_planned(before), NOW, "Lead", "", NOW)
    assert (notes.set_by_hand, notes.agreed) == (BY_HAND, AGREED)
    assert noting.not_done(_planned(notes)) == before


@pytest.mark.parametrize(("seconds", "fits"), [(0, True), (60, True), (61, False), (9999, False)])
def test_what_is_to_come_was_not_done(seconds: int, fits: bool) -> None:
    when = NOW + timedelta(seconds=seconds)
    if fits:
        assert noting.done(_planned(), when, "Lead", "", NOW).done
        return
    with pytest.raises(Refused, match="is still to come") as refused:
        noting.done(_planned(), when, "Lead", "", NOW)
    assert refused.value.problem.place == "When"
    later = Agreed(MOMENT, "Lead inspector", when)
    with pytest.raises(Refused, match="is still to come"):
        noting.agreed(_planned(), later, NOTIFIED, NOW)


def test_a_mistyped_year_is_told() -> None:
    assert noting.done(_planned(), NOW - timedelta(days=366), "Lead", "", NOW).done
    with pytest.raises(Refused, match=r"is more than a year ago\. Check the year"):
        noting.done(_planned(), NOW - timedelta(days=367), "Lead", "", NOW)


def test_a_time_by_hand_needs_its_reason_and_comes_and_goes() -> None:
    notes = noting.set_by_hand(_planned(), MOMENT, " Asked for midday ", NOTIFIED)
    assert notes.set_by_hand == BY_HAND
    assert noting.brought_back(_planned(notes)) == MilestoneNotes("meetings")
    with pytest.raises(Refused, match="Reason is empty"):
        noting.set_by_hand(_planned(), MOMENT, " ", NOTIFIED)


def test_what_is_agreed_counts_before_what_was_set() -> None:
    before = MilestoneNotes("meetings", None, BY_HAND)
    notes = noting.agreed(_planned(before), AGREED, NOTIFIED, NOW)
    assert (notes.agreed, notes.set_by_hand) == (AGREED, None)
    assert noting.not_agreed(_planned(notes)) == MilestoneNotes("meetings")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 1), "before the notification on Mon 2 Nov 2026"),
        (date(2027, 11, 4), "more than a year after the notification"),
    ],
)
def test_days_outside_are_refused(day: date, words: str) -> None:
    moment = Moment(day)
    with pytest.raises(Refused, match=words) as refused:
        noting.set_by_hand(_planned(), moment, "Because", NOTIFIED)
    assert refused.value.problem.place == "Day"
    with pytest.raises(Refused, match=words):
        noting.agreed(_planned(), Agreed(moment, "Lead", NOW), NOTIFIED, NOW)
    for inside in (date(2026, 11, 2), date(2027, 11, 3)):
        kept = noting.set_by_hand(_planned(), Moment(inside), "Because", NOTIFIED)
        assert kept.set_by_hand == SetByHand(Moment(inside), "Because")
