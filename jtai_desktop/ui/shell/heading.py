"""What stands on every screen: area, theme, marking, how long there is, what is late."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.moments import london
from jtai_desktop.domain.schedule import NOTICE
from jtai_desktop.domain.standing import countdown
from jtai_desktop.domain.wording import MONTHS, clock, day_short, stamp
from jtai_desktop.services import backups, histories, overview, undoing, vaults
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace

CLOCK_JUMPED = (
    "The computer’s clock and the dates of the backups do not agree, so no old backup is deleted."
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The facts of the frame."""

    title: str
    area: str
    theme: str
    left: str
    working_day: str
    marking: str
    practice: bool
    late: dict[str, int]
    person: str
    undo: str
    redo: str
    saved: str
    lockable: bool
    backed_up: str
    trouble: str
    now: datetime


def read_heading(workspace: Workspace, inspection_id: str) -> Heading:
    """Read what the frame shows, on the vault's thread."""
    view = overview.load(workspace, inspection_id)
    undo, redo = undoing.next_steps(workspace, inspection_id)
    standing = backups.standing(workspace)
    return Heading(
        title=_title(view),
        area=view.inspection.area,
        theme=view.theme,
        left=countdown(view.schedule, view.now),
        working_day=_working_day(view),
        marking=view.council.marking,
        practice=view.inspection.practice,
        late=_late(view),
        person=workspace.signature,
        undo=undo,
        redo=redo,
        saved=_saved(workspace, inspection_id, view.now),
        backed_up=standing.said(view.now),
        trouble=_trouble(workspace, standing),
        lockable=vaults.has_keys(workspace),
        now=view.now,
    )


def _title(view: Overview) -> str:
    """Northmoor, November 2026 – the inspection; a practice inspection says so first."""
    notified = london(view.inspection.notified)
    month = f"{MONTHS[notified.month - 1]} {notified.year}"
    words = f"{view.inspection.area}, {month} – {view.pack.words.inspection_in_text}"
    return f"Practice: {words}" if view.inspection.practice else words


def _late(view: Overview) -> dict[str, int]:
    """How many things are late, or late to us, in each place."""
    day = view.day()
    children = sum(1 for entry in day.register.overdue if entry.item.child)
    return {
        "timetable": len(day.overdue),
        "documents": len(day.register.overdue) - children,
        "children": children,
        "lists": len(day.lists.late),
        "audits": len(day.audits.late),
        "findings": len(day.plan.late),
    }


def _trouble(workspace: Workspace, standing: backups.Standing) -> str:
    """What stays under the header until it is mended: damage, failed backups, a bad place."""
    if workspace.is_read_only and workspace.store.problems:
        sentence = workspace.store.problems[0].sentence
        if workspace.shown is None:
            return f"Only to be looked at. {sentence}"
        return f"Only to be looked at: the backup of {stamp(workspace.shown.taken)}. {sentence}"
    if standing.failure:
        return standing.failure
    if standing.automatic and standing.clock_jumped:
        return CLOCK_JUMPED
    return workspace.notes[0].sentence if workspace.notes else ""


def _saved(workspace: Workspace, inspection_id: str, now: datetime) -> str:
    """Saved 10:38; with the day, where it was another one."""
    newest = histories.newest(workspace, inspection_id, limit=1)
    if not newest:
        return ""
    when = london(newest[0].when)
    same_day = when.date() == london(now).date()
    return f"Saved {clock(when)}" if same_day else f"Saved {day_short(when.date())}, {clock(when)}"


def _working_day(view: Overview) -> str:
    today = london(view.now).date()
    first = london(view.inspection.notified).date()
    if not first <= today < view.schedule.fieldwork_start:
        return ""
    number = view.schedule.working_day(today)
    return f"Working day {number} of {view.schedule.working_days_to_fieldwork or NOTICE}"
