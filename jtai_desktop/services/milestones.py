"""What a person can record about a milestone."""

from collections.abc import Callable
from datetime import datetime

from jtai_desktop.domain import noting
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.milestones import Agreed, MilestoneNotes
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.wording import moment_short
from jtai_desktop.services import one_milestone
from jtai_desktop.services.one_milestone import OneMilestone
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import milestones as stored

Rule = Callable[[OneMilestone], MilestoneNotes]


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

    def rule(milestone: OneMilestone) -> MilestoneNotes:
        return noting.done(milestone, when or now, workspace.signature, note, now)

    return _record(workspace, inspection_id, key, ("milestone.done", "{}: done"), rule)


def reopen(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """It is not done after all."""
    words = ("milestone.reopened", "{}: not done")
    return _record(workspace, inspection_id, key, words, noting.not_done)


def set_by_hand(
    workspace: Workspace, inspection_id: str, key: str, moment: Moment, reason: str
) -> Changes:
    """Set another time, with a reason."""

    def rule(milestone: OneMilestone) -> MilestoneNotes:
        return noting.set_by_hand(milestone, moment, reason, milestone.notified)

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
    now = workspace.now

    def rule(milestone: OneMilestone) -> MilestoneNotes:
        return noting.agreed(milestone, agreement, milestone.notified, now)

    words = ("milestone.agreed", f"{{}}: agreed, {moment_short(agreement.moment)}")
    return _record(workspace, inspection_id, key, words, rule)


def withdraw_agreement(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """Take back an agreement that was recorded by mistake."""
    words = ("milestone.not-agreed", "{}: agreement taken back")
    return _record(workspace, inspection_id, key, words, noting.not_agreed)


def _record(
    workspace: Workspace, inspection_id: str, key: str, words: tuple[str, str], rule: Rule
) -> Changes:
    milestone = one_milestone.load(workspace, inspection_id, key)
    action, summary = words
    kept = rule(milestone)
    with workspace.action(action, summary.format(milestone.rule.title), inspection_id) as work:
        stored.save(work.session, inspection_id, kept)
    return work.changes
