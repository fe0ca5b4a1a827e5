"""Taking in a pasted table of meetings: read against the week as it is, all of it or nothing."""

from dataclasses import dataclass

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.meetings.meeting import OWN_KINDS
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.meeting_pasted import Known, Pasted
from jtai_desktop.exchange.meeting_rows import read_table
from jtai_desktop.services import meetings, overview
from jtai_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table came to, and the text that it was read from."""

    text: str
    pasted: Pasted
    week: Week


def preview(workspace: Workspace, inspection_id: str, text: str) -> Preview:
    """What the table would add, and every cell that stands in the way."""
    view = overview.load(workspace, inspection_id)
    week = view.week
    known = Known(
        kinds={each.key: each.title for each in view.pack.meeting_kinds},
        agencies=view.agencies,
        span=week.span,
        here=view.meetings,
        own_kinds=OWN_KINDS,
    )
    return Preview(text, read_table(text, known), week)


def take_in(workspace: Workspace, inspection_id: str, seen: Preview) -> Changes:
    """Add every meeting of the table, read anew: the week may have changed since it was shown."""
    found = preview(workspace, inspection_id, seen.text).pasted
    if found.problems:
        first = found.problems[0]
        raise Refused(f"{first.where}: {first.sentence} Nothing was taken in.", place="Table")
    return meetings.add_all(workspace, inspection_id, found.meetings)
