"""What a person can do with the three columns of one’s own: name them, write into them."""

from collections.abc import Mapping
from dataclasses import replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.items import Own
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import documents as stored
from jtai_desktop.store import own_columns

NUMBERS = (1, 2, 3)
LONGEST_NAME = 24
LONGEST = 200


def names(workspace: Workspace, inspection_id: str) -> Own:
    """What the three are called; empty where one has no name."""
    with workspace.reading() as session:
        return own_columns.load(session, inspection_id)


def name_column(workspace: Workspace, inspection_id: str, number: int, name: str) -> Changes:
    """Name one of them, or take its name away; what stands in it stays."""
    if number not in NUMBERS:
        raise Refused("There are three columns of your own.", place="Column")
    kept = texts.line(name, "Name of the column", longest=LONGEST_NAME)
    said = f"Own column {number}: {kept}" if kept else f"Own column {number}: no name"
    with workspace.action("column.named", said, inspection_id) as work:
        here = own_columns.load(work.session, inspection_id)
        others = [each.casefold() for at, each in enumerate(here, start=1) if at != number]
        if kept and kept.casefold() in others:
            raise Refused(f"There is a column “{kept}” already.", place="Name of the column")
        own_columns.put(work.session, inspection_id, number, kept)
    return work.changes


def write(
    workspace: Workspace, inspection_id: str, number: int, wanted: Mapping[str, str]
) -> Changes:
    """Write into one of them for some items at once; `wanted` has the text of each item’s id."""
    if number not in NUMBERS:
        raise Refused("There are three columns of your own.", place="Column")
    kept = {each: checked(text) for each, text in wanted.items()}
    said = f"{counted(len(kept), 'item')}: own column {number}"
    with workspace.action("items.own-written", said, inspection_id) as work:
        for item in stored.load_items(work.session, tuple(kept)):
            stored.change_item(
                work.session, replace(item, own=_with(item.own, number, kept[item.id]))
            )
    return work.changes


def checked(text: str) -> str:
    """A text as it would be kept in one of them."""
    return texts.line(text, "Own column", longest=LONGEST)


def _with(own: Own, number: int, text: str) -> Own:
    first, second, third = (text if at == number else own[at - 1] for at in NUMBERS)
    return first, second, third
