"""Cells of the register changed at once: typed, filled, pasted or taken in, all of them or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.cell_edits import Edit, Outcome, RefusedCell, settle
from jtai_desktop.domain.documents.cell_people import Known, known
from jtai_desktop.domain.documents.cells import BY_KEY, CellKey, Pair, RowKey
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.inspection import CouncilSettings, Inspection
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import asked, kept_packs
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.overview import schedule_of
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import (
    document_bulk,
    documents,
    inspections,
    milestones,
    own_columns,
    people,
    settings,
)

Due = Callable[[Item], Moment | None]


class CellsRefused(Refused):
    """Some cells can’t be changed as wished, so none was; every one of them is named."""

    def __init__(self, cells: tuple[RefusedCell, ...]) -> None:
        first = cells[0].problem
        others = f" {counted(len(cells) - 1, 'other cell')} likewise." if len(cells) > 1 else ""
        super().__init__(f"Nothing was changed. {first}{others}", place=first.place)
        self.cells = cells


@dataclass(frozen=True, slots=True)
class Deed:
    """How a change of cells stands in the history, where it is more than typing."""

    action: str
    summary: str


def known_of(view: Overview) -> Known:
    """What cells are read and shown with, of an inspection that has been read."""
    return known(view.now, view.agencies, view.contacts, view.council.close, view.own_columns)


def checked(workspace: Workspace, inspection_id: str, edits: Iterable[Edit]) -> Outcome:
    """What would come of the edits; nothing is changed."""
    every = tuple(edits)
    return settle(every, *touched(workspace, inspection_id, every))


def set_cells(
    workspace: Workspace, inspection_id: str, edits: Iterable[Edit], deed: Deed | None = None
) -> Changes:
    """Change some cells in one step: all of them or, with every refused cell named, none."""
    return keep(workspace, inspection_id, checked(workspace, inspection_id, edits), deed)


def keep(
    workspace: Workspace, inspection_id: str, outcome: Outcome, deed: Deed | None = None
) -> Changes:
    """Keep what was checked; refused where a record changed since."""
    if outcome.problems:
        raise CellsRefused(outcome.problems)
    if not outcome.edits:
        return Changes()
    done = deed or Deed("cells.changed", _summary(outcome))
    with workspace.action(done.action, done.summary, inspection_id) as work:
        document_bulk.change(work.session, outcome.items, outcome.documents)
        if any(edit.column is CellKey.PAGES for edit in outcome.edits):
            document_bulk.change_pages(work.session, outcome.documents.values())
    return work.changes


def touched(
    workspace: Workspace, inspection_id: str, edits: Sequence[Edit]
) -> tuple[Mapping[RowKey, Pair], Known]:
    """The rows that are touched, and what their cells are read with; no more is loaded."""
    item_ids = dict.fromkeys(edit.item_id for edit in edits)
    document_ids = dict.fromkeys(edit.document_id for edit in edits if edit.document_id)
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
        council = settings.load(session)
        here, own = people.load(session, inspection_id), own_columns.load(session, inspection_id)
        there = document_bulk.present(session, inspection_id, item_ids)
        items = documents.load_items(session, there)
        bare = document_bulk.load_bare(session, tuple(document_ids))
    pack = kept_packs.kept(workspace, inspection)
    worded = {item.id: item for item in asked.worded(pack, here.agencies, items)}
    moved = any(edit.column is CellKey.INTERNAL for edit in edits)
    due = _due(workspace, inspection, council) if moved else lambda item: item.due
    rows = {edit.row for edit in edits}
    names = known(workspace.now, here.agencies, here.contacts, council.close, own)
    return _pairs(rows, worded, bare, due), names


def _pairs(
    rows: Iterable[RowKey], items: Mapping[str, Item], documents: Mapping[str, Document], due: Due
) -> dict[RowKey, Pair]:
    """Those rows that there are."""
    found = {}
    for row in rows:
        item, document = items.get(row.item_id), documents.get(row.document_id)
        if item is None or (row.document_id and document is None):
            continue
        pair = Pair(item, document, due(item))
        if document is None or pair.answer:
            found[row] = pair
    return found


def _due(workspace: Workspace, inspection: Inspection, council: CouncilSettings) -> Due:
    """When items are due, by the plan of the inspection."""
    with workspace.reading() as session:
        notes = {each.key: each for each in milestones.load(session, inspection.id)}
    pack = kept_packs.kept(workspace, inspection)
    plan = schedule_of(inspection, pack, council, notes)
    times = {each.key: each.due for each in plan.milestones}
    return lambda item: item.due or times.get(item.milestone)


def _summary(outcome: Outcome) -> str:
    """Which cells, but never what stands in them."""
    columns = {edit.column for edit in outcome.edits}
    if len(columns) > 1:
        return f"{counted(len(outcome.edits), 'cell')} changed"
    heading = BY_KEY[columns.pop()].heading.lower()
    rows = {edit.row for edit in outcome.edits}
    return f"{counted(len(rows), 'row')}: {heading} set"
