"""What was said by hand of the headings of lists: remembered for the council, taken back by it."""

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import lists as stored


def remembered(workspace: Workspace) -> tuple[ByHand, ...]:
    """All that is remembered, list by list."""
    with workspace.reading() as session:
        return stored.hands(session)


def forget(workspace: Workspace, said: ByHand, inspection_id: str = "") -> Changes:
    """Take back what was said of one heading; files read from now on are taken without it."""
    what = f"Heading of list {said.list_number} forgotten"
    with workspace.action("list-heading.forgotten", what, inspection_id) as work:
        stored.forget(work.session, said)
    return work.changes


def said_of(workspace: Workspace, list_number: int, heading: str) -> ByHand:
    """What is remembered of a heading; refused where that is nothing."""
    for each in remembered(workspace):
        if each.list_number == list_number and each.heading.casefold() == heading.casefold():
            return each
    raise Refused(f"Nothing is remembered of {quoted(heading)} in list {list_number}.")
