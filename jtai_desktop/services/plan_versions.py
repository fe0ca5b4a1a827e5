"""Issuing versions of the plan, and saying what changed between two."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from jtai_desktop.domain import texts
from jtai_desktop.domain.actions.freezing import frozen_plan
from jtai_desktop.domain.actions.versions import (
    Compared,
    Difference,
    Frozen,
    Issued,
    PlanVersion,
    boards_of,
    differences,
)
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.services import overview
from jtai_desktop.services.actions import document_names
from jtai_desktop.services.evaluations import signed
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import actions as stored
from jtai_desktop.store.canonical import canonical_bytes

NOTHING = "There is no action in the plan yet, so there is nothing to issue. Add one first."
SEAL = 12
NOW = 0  # in place of a number: the plan as it stands


def issue(
    workspace: Workspace,
    inspection_id: str,
    boards: Sequence[str],
    note: str = "",
    *,
    final: bool = False,
) -> Changes:
    """Freeze the plan as it stands under the next number; never undone."""
    view = overview.load(workspace, inspection_id)
    frozen = now(view)
    if not frozen:
        raise Refused(NOTHING, place="Plan")
    to, by = boards_of(boards), signed(workspace)
    version = PlanVersion(
        id=workspace.new_id(),
        number=max((each.number for each in view.plan_versions), default=0) + 1,
        when=by.when,
        by=by.by,
        boards=to,
        note=texts.note(note, "Note"),
        final=final,
        actions=len(frozen),
        seal=_seal(frozen),
    )
    of = counted(len(frozen), "action")
    summary = f"Plan, version {version.number} issued to {listed(to)}: {of}"
    with workspace.action("plan.issued", summary, inspection_id, undoable=False) as work:
        stored.issue(work.session, inspection_id, version, frozen)
    return work.changes


def now(view: Overview, at: datetime | None = None) -> tuple[Frozen, ...]:
    """The plan as it stands, or at another time, as it would be frozen."""
    return frozen_plan(view.action_plan(at), document_names(view))


def frozen_of(workspace: Workspace, view: Overview, number: int) -> tuple[Frozen, ...]:
    """The actions as they stood in a version; 0 for the plan as it stands."""
    return now(view) if number == NOW else issued(workspace, view, number).actions


def issued(workspace: Workspace, view: Overview, number: int) -> Issued:
    """A version with its actions, as they stood."""
    version = version_of(view, number)
    with workspace.reading() as session:
        return Issued(version, stored.frozen(session, version.id))


def version_of(view: Overview, number: int) -> PlanVersion:
    """The version of that number; refused, with the numbers there are, where there is none."""
    for each in view.plan_versions:
        if each.number == number:
            return each
    known = listed([str(each.number) for each in view.plan_versions]) or "none yet"
    raise Refused(f"There is no version {number} of the plan. There are: {known}.", place="Version")


def between(
    workspace: Workspace, view: Overview, earlier: int, later: int = NOW
) -> tuple[Difference, ...]:
    """What changed from one version to another, or to the plan as it stands."""
    before, after = (frozen_of(workspace, view, each) for each in (earlier, later))
    return differences(before, after)


def compared(workspace: Workspace, view: Overview, pair: tuple[int, int], at: datetime) -> Compared:
    """Two versions and what changed; the plan as it stands is the later one of any pair."""
    earlier, later = sorted(pair, key=lambda number: (number == NOW, number))
    before = issued(workspace, view, earlier)
    if later == NOW:
        return Compared(before.version, None, differences(before.actions, now(view, at)))
    after = issued(workspace, view, later)
    return Compared(before.version, after.version, differences(before.actions, after.actions))


def since_issued(view: Overview, at: datetime | None = None) -> tuple[Difference, ...]:
    """What changed since the version issued last; nothing where none was."""
    return differences(view.last_issued, now(view, at)) if view.plan_versions else ()


def _seal(frozen: Sequence[Frozen]) -> str:
    said = [[each.action_id, dict(each.texts)] for each in frozen]
    return hashlib.sha256(canonical_bytes(said)).hexdigest()[:SEAL]
