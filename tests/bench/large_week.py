"""A made-up week: meetings of many children in many rooms, spread over the fieldwork.

A larger week has more children, rooms and chairs: five entries for each child.
"""

from datetime import datetime, timedelta
from pathlib import Path

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import overview
from jtai_desktop.store import meetings as stored
from tests.services import scene

OPENS = timedelta(hours=8)
LONGEST, DAY = 9 * 12, 5


def make(folder: Path, entries: int) -> str:
    """A vault with so many entries in its fieldwork week; gives its inspection."""
    inspection_id = scene.make_bare(folder)
    workspace = scene.reopen(folder)
    monday = overview.load(workspace, inspection_id).schedule.fieldwork_start
    first = datetime(monday.year, monday.month, monday.day, tzinfo=LONDON)
    with workspace.action("meeting.added", "Many entries", inspection_id) as work:
        for number in range(entries):
            stored.add(work.session, inspection_id, _meeting(number, first, entries))
    workspace.close()
    return inspection_id


def _meeting(number: int, monday: datetime, entries: int) -> Meeting:
    """One entry; the odd steps spread them without a pattern that would help."""
    start = monday + OPENS + timedelta(days=number % DAY, minutes=5 * (number * 37 % LONGEST))
    return Meeting(
        id=f"meeting-{number:05}",
        kind=("strategy", "care-review", "planning")[number % 3],
        start=start,
        end=start + timedelta(minutes=30 + 15 * (number % 4)),
        child=f"Child {number * 7 % (entries // 5)}",
        place=f"Civic Centre, room {number * 11 % (entries // 6)}",
        chair=f"Chair {number * 13 % (entries // 6)}",
        observe=number % 2 == 0,
        explained="Social worker" if number % 4 == 0 else "",
    )
