"""What can be recorded about a milestone, what can't, and that a refusal keeps nothing."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.standing import State, state
from jtai_desktop.services import milestones
from jtai_desktop.services.workspace import Workspace
from tests.services import scene

KEY = "case-documents"
MIDDAY = Moment(date(2026, 11, 11), Hour.AT, time(12, 0))
Act = Callable[[Workspace, str], object]


def _state(workspace: Workspace, inspection: str, key: str = KEY) -> State:
    view = scene.seen(workspace, inspection)
    return state(view.schedule.milestone(key), view.now, view.schedule.close)


def test_done_and_not_done(workspace: Workspace, inspection: str) -> None:
    assert _state(workspace, inspection) is State.DUE_TODAY
    milestones.mark_done(workspace, inspection, KEY, note="  Sent\t10:39 ")
    done = scene.seen(workspace, inspection).notes[KEY].done
    assert done
    assert (done.when, done.note) == (scene.NOW, "Sent 10:39")
    assert _state(workspace, inspection) is State.DONE
    milestones.reopen(workspace, inspection, KEY)
    assert _state(workspace, inspection) is State.DUE_TODAY


def test_the_inspectors_milestones_happen(workspace: Workspace, inspection: str) -> None:
    milestones.mark_done(workspace, inspection, "cqc-request")
    assert _state(workspace, inspection, "cqc-request") is State.HAPPENED


def test_a_time_by_hand_stands_beside_the_one_worked_out(
    workspace: Workspace, inspection: str
) -> None:
    computed = scene.seen(workspace, inspection).schedule.milestone(KEY).due
    milestones.set_by_hand(workspace, inspection, KEY, MIDDAY, "Asked for midday")
    planned = scene.seen(workspace, inspection).schedule.milestone(KEY)
    assert (planned.due, planned.computed) == (MIDDAY, computed)
    milestones.bring_back(workspace, inspection, KEY)
    assert scene.seen(workspace, inspection).schedule.milestone(KEY).due == computed


def test_an_agreement_takes_the_place_of_a_time_by_hand(
    workspace: Workspace, inspection: str
) -> None:
    agreement = Agreed(MIDDAY, " Lead inspector ", scene.NOW, "By phone")
    milestones.record_agreement(workspace, inspection, "joint-evaluations", agreement)
    planned = scene.seen(workspace, inspection).schedule.milestone("joint-evaluations")
    assert (planned.due, planned.notes.set_by_hand) == (MIDDAY, None)
    assert planned.notes.agreed
    assert planned.notes.agreed.by == "Lead inspector"
    assert planned.open_to_agree is None
    milestones.withdraw_agreement(workspace, inspection, "joint-evaluations")
    planned = scene.seen(workspace, inspection).schedule.milestone("joint-evaluations")
    assert planned.due == planned.computed


def _set(day: date, reason: str = "Because") -> Act:
    moment = Moment(day)
    return lambda ws, one: milestones.set_by_hand(ws, one, KEY, moment, reason)


def _agree(day: date, by: str = "Lead inspector", note: str = "") -> Act:
    agreed = Agreed(Moment(day), by, scene.NOW, note)
    return lambda ws, one: milestones.record_agreement(ws, one, KEY, agreed)


def _done(later: timedelta, note: str = "") -> Act:
    when = scene.NOW + later
    return lambda ws, one: milestones.mark_done(ws, one, KEY, when=when, note=note)


DAY = date(2026, 11, 12)
REFUSED: list[tuple[Act, str]] = [
    (_set(date(2026, 11, 1)), "before the notification"),
    (_set(date(2027, 11, 4)), "more than a year"),
    (_set(DAY, ""), "Reason is empty"),
    (_set(DAY, " \x00\u200b "), "Reason is empty"),
    (_set(DAY, "x" * 10_000), "Reason has 10,000 characters; 200 is the most"),
    (_agree(date(2026, 11, 1)), "before the notification"),
    (_agree(date(2027, 11, 4)), "more than a year"),
    (_agree(DAY, ""), "Agreed by is empty"),
    (_agree(DAY, "x" * 201), "Agreed by has 201"),
    (_agree(DAY, note="x" * 201), "Note has 201"),
    (_done(timedelta(minutes=2)), "still to come"),
    (_done(timedelta(days=-400)), "more than a year ago"),
    (_done(timedelta(0), "x" * 10_000), "Note has 10,000"),
]


def test_what_is_refused_keeps_nothing(workspace: Workspace, inspection: str) -> None:
    before = (scene.seen(workspace, inspection), scene.lines(workspace, inspection))
    for act, words in REFUSED:
        with pytest.raises(Refused, match=words) as refused:
            act(workspace, inspection)
        assert refused.value.problem.place
    assert (scene.seen(workspace, inspection), scene.lines(workspace, inspection)) == before


def test_the_first_and_last_day_that_can_be_set(workspace: Workspace, inspection: str) -> None:
    for day in (date(2026, 11, 2), date(2027, 11, 3)):
        _set(day)(workspace, inspection)
        assert scene.seen(workspace, inspection).schedule.milestone(KEY).due.day == day
