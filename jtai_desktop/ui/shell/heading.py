"""What stands on every screen: area, theme, marking, how long there is, what is late."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.moments import london
from jtai_desktop.domain.schedule import NOTICE
from jtai_desktop.domain.standing import countdown
from jtai_desktop.domain.wording import MONTHS, clock, day_short
from jtai_desktop.services import histories, overview, undoing
from jtai_desktop.services.workspace import Workspace


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
    late: int
    person: str
    undo: str
    redo: str
    saved: str
    now: datetime


def read_heading(workspace: Workspace, inspection_id: str) -> Heading:
    """Read what the frame shows, on the vault's thread."""
    view = overview.load(workspace, inspection_id)
    undo, redo = undoing.next_steps(workspace, inspection_id)
    notified = london(view.inspection.notified)
    month = f"{MONTHS[notified.month - 1]} {notified.year}"
    return Heading(
        title=f"{view.inspection.area}, {month} – {view.pack.words.inspection_in_text}",
        area=view.inspection.area,
        theme=view.theme,
        left=countdown(view.schedule, view.now),
        working_day=_working_day(view),
        marking=view.council.marking,
        practice=view.inspection.practice,
        late=len(view.day().overdue),
        person=workspace.signature,
        undo=undo,
        redo=redo,
        saved=_saved(workspace, inspection_id, view.now),
        now=view.now,
    )


def _saved(workspace: Workspace, inspection_id: str, now: datetime) -> str:
    """Saved 10:38; with the day, where it was another one."""
    newest = histories.newest(workspace, inspection_id, limit=1)
    if not newest:
        return ""
    when = london(newest[0].when)
    same_day = when.date() == london(now).date()
    return f"Saved {clock(when)}" if same_day else f"Saved {day_short(when.date())}, {clock(when)}"


def _working_day(view: overview.Overview) -> str:
    today = london(view.now).date()
    first = london(view.inspection.notified).date()
    if not first <= today < view.schedule.fieldwork_start:
        return ""
    number = view.schedule.working_day(today)
    return f"Working day {number} of {view.schedule.working_days_to_fieldwork or NOTICE}"
