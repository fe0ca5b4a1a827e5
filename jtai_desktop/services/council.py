"""What a council sets once for all its inspections: name, marking, close of business, closures."""

from dataclasses import replace
from datetime import date, time

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.inspection import ClosureDay, CouncilSettings
from jtai_desktop.domain.meetings.ways import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.redating import Shift, compare
from jtai_desktop.domain.wording import day_full
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import settings as stored

EARLIEST, LATEST = time(12, 0), time(23, 59)
LONGEST_KEEPING = 3650
LONGEST_WINDOW = 60


def load(workspace: Workspace) -> CouncilSettings:
    """The settings as they are."""
    with workspace.reading() as session:
        return stored.load(session)


def change(workspace: Workspace, settings: CouncilSettings, inspection_id: str = "") -> Changes:
    """Change name, marking, close of business or how long papers may be kept.

    Closure days and ways have actions of their own: these settings may have been read before.
    """
    kept = _checked(settings)
    with workspace.action("settings.changed", "Settings changed", inspection_id) as work:
        here = stored.load(work.session)
        stored.save(work.session, replace(kept, closures=here.closures, ways=here.ways))
    return work.changes


def add_closure(workspace: Workspace, closure: ClosureDay, inspection_id: str = "") -> Changes:
    """Add a day on which the council is closed, or a bank holiday on which it works."""
    kept = replace(
        closure, id=workspace.new_id(), name=texts.line(closure.name, "Name", longest=60)
    )
    what = "worked" if kept.works else "closed"
    with workspace.action("closure.added", f"{day_full(kept.day)}: {what}", inspection_id) as work:
        if any(each.day == kept.day for each in stored.load(work.session).closures):
            raise Refused(f"{day_full(kept.day)} is in the list already.", place="Day")
        stored.add_closure(work.session, kept)
    return work.changes


def remove_closure(workspace: Workspace, closure: ClosureDay, inspection_id: str = "") -> Changes:
    """Take a day out of the list."""
    summary = f"{day_full(closure.day)}: no longer in the list"
    with workspace.action("closure.removed", summary, inspection_id) as work:
        stored.remove_closure(work.session, closure.id)
    return work.changes


def set_way(workspace: Workspace, way: Way, inspection_id: str = "") -> Changes:
    """Say how many minutes it takes from one place to another, and back."""
    summary = f"Way of {way.minutes} minutes between two places"
    with workspace.action("way.set", summary, inspection_id) as work:
        here = stored.load(work.session)
        stored.save(work.session, replace(here, ways=here.ways.with_way(way)))
    return work.changes


def unset_way(workspace: Workspace, one: str, other: str, inspection_id: str = "") -> Changes:
    """Let the usual minutes count again between two places."""
    with workspace.action("way.unset", "Usual minutes between two places", inspection_id) as work:
        here = stored.load(work.session)
        stored.save(work.session, replace(here, ways=here.ways.without(one, other)))
    return work.changes


def compare_closures(
    workspace: Workspace, inspection_id: str, closures: tuple[ClosureDay, ...]
) -> tuple[Shift, ...]:
    """What other closure days would do to the plan, old and new side by side."""
    view = overview.load(workspace, inspection_id)
    settings = replace(view.council, closures=closures)
    new = overview.schedule_of(view.inspection, view.pack, settings, view.notes)
    return compare(view.schedule, new)


def closure_for(day: date, name: str = "", *, works: bool = False) -> ClosureDay:
    """A closure day that has no identity yet."""
    return ClosureDay("", day, name, works)


def _checked(settings: CouncilSettings) -> CouncilSettings:
    if not EARLIEST <= settings.close <= LATEST:
        raise Refused(
            "The close of business must lie between 12:00 and 23:59.", place="Close of business"
        )
    if not 1 <= settings.destroy_after_days <= LONGEST_KEEPING:
        raise Refused(
            f"Papers may be kept from 1 to {LONGEST_KEEPING:,} days.", place="Keep papers for"
        )
    if not 1 <= settings.evidence_months <= LONGEST_WINDOW:
        raise Refused(
            f"Evidence is old after 1 to {LONGEST_WINDOW} months.", place="Evidence is old after"
        )
    return replace(
        settings,
        council=texts.line(settings.council, "Council", longest=80),
        marking=texts.line(settings.marking, "Marking", longest=60),
    )
