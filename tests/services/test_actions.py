"""The action plan through store and services: kept, undone where it may be, versions frozen."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.actions.plan import ActionPlan
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import actions, histories, overview, plan_versions, undoing
from jtai_desktop.services.actions import Correction, New
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import findings as stored_findings
from tests.domain.findings import made as made_findings

NEW = New(
    "police",
    "Share plans within a day.",
    lead="Police lead",
    deputy="Detective inspector",
    timescale="End June 2027",
    measure="Audits in spring",
    references="SY2,8",
)


@pytest.fixture
def finding(bare_workspace: Workspace, bare: str) -> str:
    """A finding of a letter, as a source."""
    with bare_workspace.action("finding.added", "A finding", bare) as work:
        stored_findings.add_letter(work.session, bare, made_findings.letter())
        stored_findings.add(work.session, bare, [made_findings.finding(n) for n in (1, 2)])
    return "finding:f1"


def plan(workspace: Workspace, inspection: str) -> ActionPlan:
    """As it stands."""
    return overview.load(workspace, inspection).action_plan()


def only(workspace: Workspace, inspection: str) -> Action:
    """The one action there is."""
    (found,) = overview.load(workspace, inspection).actions
    return found


def add(workspace: Workspace, inspection: str, new: New = NEW) -> str:
    """One action."""
    return actions.added(actions.add(workspace, inspection, new))


def test_an_action_is_kept_as_it_was_given(
    bare_workspace: Workspace, bare: str, finding: str
) -> None:
    changes = actions.add(bare_workspace, bare, New("police", "Do it.", sources=(finding,)))
    assert Kind.ACTION in changes.kinds
    assert changes.summary == "Action 4.1 added"
    one = only(bare_workspace, bare)
    assert (one.number, one.sources, one.facts.timescale.words) == ("4.1", (finding,), "")
    entry = plan(bare_workspace, bare).entries[0]
    assert (entry.sources[0].called, entry.rating) == ("Finding 1", Rating.NOT_STARTED)
    assert [each.called for each in plan(bare_workspace, bare).unanswered] == ["Finding 2"]


def test_each_deed_is_one_line_of_history_and_undone(
    bare_workspace: Workspace, bare: str, finding: str
) -> None:
    one = add(bare_workspace, bare)
    today = bare_workspace.now.date()
    deeds: list[Callable[[], Changes]] = [
        lambda: actions.write(bare_workspace, bare, one, Texts(lead="Nurse", references="SY3")),
        lambda: actions.set_timescale(bare_workspace, bare, one, "ongoing"),
        lambda: actions.set_due(bare_workspace, bare, one, today + timedelta(days=9)),
        lambda: actions.set_started(bare_workspace, bare, one, today),
        lambda: actions.set_forecast(bare_workspace, bare, one, today + timedelta(days=19)),
        lambda: actions.set_sources(bare_workspace, bare, one, [finding]),
        lambda: actions.override(bare_workspace, bare, one, Rating.ON_TRACK, "Agreed"),
        lambda: actions.end_override(bare_workspace, bare, one),
        lambda: actions.set_completed(bare_workspace, bare, one, today),
        lambda: actions.set_impact(bare_workspace, bare, one, "Audits show it."),
        lambda: actions.take_out(bare_workspace, bare, one, "Merged with 1.2"),
        lambda: actions.bring_back(bare_workspace, bare, one),
    ]
    states = []
    for deed in deeds:
        states.append(only(bare_workspace, bare))
        changes = deed()
        assert changes.touched == {(Kind.ACTION, one)}
        line = histories.newest(bare_workspace, bare, 1)[0]
        assert line.summary.startswith("Action 4.1: ")
    for before in reversed(states):
        undoing.undo(bare_workspace, bare)
        assert only(bare_workspace, bare) == before


def test_progress_is_never_undone_but_put_right(bare_workspace: Workspace, bare: str) -> None:
    one = add(bare_workspace, bare)
    actions.note_progress(bare_workspace, bare, one, "Four teams trained")
    with pytest.raises(Refused):
        undoing.undo(bare_workspace, bare)  # what is left to undo would take the action with it
    actions.correct_progress(
        bare_workspace, bare, one, Correction(1, "Five teams trained", "Miscounted")
    )
    first, second = only(bare_workspace, bare).progress
    assert (first.text, second.text) == ("Four teams trained", "Five teams trained")
    assert (second.corrects, second.reason) == (1, "Miscounted")


def test_what_is_refused_changes_nothing(bare_workspace: Workspace, bare: str) -> None:
    one = add(bare_workspace, bare)
    before = overview.load(bare_workspace, bare).actions
    tries: list[tuple[Callable[[], object], str]] = [
        (lambda: add(bare_workspace, bare, New("moon", "Do it.")), "Section"),
        (lambda: add(bare_workspace, bare, New("police", " ")), "Action"),
        (lambda: add(bare_workspace, bare, New("police", "Do it.", "4.1")), "Number"),
        (lambda: add(bare_workspace, bare, New("police", "Do it.", sources=("x",))), "Findings"),
        (lambda: actions.set_timescale(bare_workspace, bare, one, "31 June 2026"), "Timescale"),
        (lambda: actions.set_evidence(bare_workspace, bare, one, ["x"]), "Documents"),
        (lambda: actions.set_impact(bare_workspace, bare, "gone", "So"), "Action"),
        (lambda: plan_versions.issue(bare_workspace, bare, [" "]), "Boards"),
    ]
    for deed, place in tries:
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.problem.place == place
    assert overview.load(bare_workspace, bare).actions == before


def test_nothing_is_issued_of_an_empty_plan(bare_workspace: Workspace, bare: str) -> None:
    with pytest.raises(Refused, match="nothing to issue"):
        plan_versions.issue(bare_workspace, bare, ["Scrutiny"])


def test_an_issued_version_stays_as_it_was(bare_workspace: Workspace, bare: str) -> None:
    one = add(bare_workspace, bare)
    changes = plan_versions.issue(bare_workspace, bare, ["Safeguarding board"], "First")
    assert changes.summary == "Plan, version 1 issued to Safeguarding board: 1 action"
    view = overview.load(bare_workspace, bare)
    frozen = plan_versions.frozen_of(bare_workspace, view, 1)
    assert plan_versions.since_issued(view) == ()
    actions.set_timescale(bare_workspace, bare, one, "October 2027")
    plan_versions.issue(bare_workspace, bare, ["Scrutiny"], final=True)
    view = overview.load(bare_workspace, bare)
    assert plan_versions.frozen_of(bare_workspace, view, 1) == frozen
    found = plan_versions.between(bare_workspace, view, 1, 2)
    assert [(each.what, each.before, each.after) for each in found] == [
        ("Timescale", "End June 2027", "October 2027"),
        ("Due", "Wed 30 Jun 2027", "Sun 31 Oct 2027"),
    ]
    assert [(each.number, each.boards, each.final) for each in view.plan_versions] == [
        (1, ("Safeguarding board",), False),
        (2, ("Scrutiny",), True),
    ]
    with pytest.raises(Refused, match="no version 7"):
        plan_versions.frozen_of(bare_workspace, view, 7)


def test_a_rating_moves_by_itself_as_days_pass(bare_workspace: Workspace, bare: str) -> None:
    one = add(bare_workspace, bare)
    actions.set_started(bare_workspace, bare, one, bare_workspace.now.date())
    seen = []
    for day in (date(2027, 6, 30), date(2027, 7, 1), date(2027, 7, 30)):
        now = bare_workspace.now.replace(year=day.year, month=day.month, day=day.day)
        bare_workspace.clock = standing_clock(now)
        seen.append(plan(bare_workspace, bare).entries[0].rating)
    assert seen == [Rating.ON_TRACK, Rating.MINOR, Rating.SIGNIFICANT]
    assert len(plan(bare_workspace, bare).turned_this_week) == 1
