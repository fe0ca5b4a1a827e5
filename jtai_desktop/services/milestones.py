"""What a person can record about a milestone."""

from collections.abc import Callable
from datetime import datetime

from jtai_desktop.domain import noting
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.milestones import Agreed, MilestoneNotes
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import moment_short
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import milestones as stored

Rule = Callable[[Planned], MilestoneNotes]


def mark_done(
    workspace: Workspace,
    inspection_id: str,
    key: str,
    *,
    when: datetime | None = None,
    note: str = "",
) -> Changes:
    """It was met, or came about."""
    now = workspace.now

    def rule(planned: Planned) -> MilestoneNotes:
        return noting.done(planned, when or now, workspace.signature, note, now)

    return _record(workspace, inspection_id, key, ("milestone.done", "{}: done"), rule)


def reopen(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """It is not done after all."""
    words = ("milestone.reopened", "{}: not done")
    return _record(workspace, inspection_id, key, words, noting.not_done)


def set_by_hand(
    workspace: Workspace, inspection_id: str, key: str, moment: Moment, reason: str
) -> Changes:
    """Set another time, with a reason."""
    notified = overview.load(workspace, inspection_id).inspection.notified

    def rule(planned: Planned) -> MilestoneNotes:
        return noting.set_by_hand(planned, moment, reason, notified)

    words = ("milestone.set", f"{{}}: set to {moment_short(moment)}")
    return _record(workspace, inspection_id, key, words, rule)


def bring_back(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """Let the time that was worked out count again."""
    words = ("milestone.brought-back", "{}: time brought back")
    return _record(workspace, inspection_id, key, words, noting.brought_back)


def record_agreement(
    workspace: Workspace, inspection_id: str, key: str, agreement: Agreed
) -> Changes:
    """Record what was agreed with the lead inspector, by whom and when."""
    notified, now = overview.load(workspace, inspection_id).inspection.notified, workspace.now

    def rule(planned: Planned) -> MilestoneNotes:
        return noting.agreed(planned, agreement, notified, now)

    words = ("milestone.agreed", f"{{}}: agreed, {moment_short(agreement.moment)}")
    return _record(workspace, inspection_id, key, words, rule)


def withdraw_agreement(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """Take back an agreement that was recorded by mistake."""
    words = ("milestone.not-agreed", "{}: agreement taken back")
    return _record(workspace, inspection_id, key, words, noting.not_agreed)


def _record(
    workspace: Workspace, inspection_id: str, key: str, words: tuple[str, str], rule: Rule
) -> Changes:
    planned = overview.load(workspace, inspection_id).schedule.milestone(key)
    action, summary = words
    kept = rule(planned)
    with workspace.action(action, summary.format(planned.rule.title), inspection_id) as work:
        stored.save(work.session, inspection_id, kept)
    return work.changes
