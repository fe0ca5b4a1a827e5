"""The register out as a workbook and back: exported, compared three ways, taken in at once."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.cell_edits import Edit, settle
from jtai_desktop.domain.documents.cell_texts import edit_text
from jtai_desktop.domain.documents.cells import Row, rows
from jtai_desktop.domain.documents.coming_back import CellBack, came_back
from jtai_desktop.domain.documents.round_trip import RegisterFound, seal_of, texts_of
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import ExportHead, Trouble
from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.services import overview, papers, register_cells
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.register_cells import Deed
from jtai_desktop.services.returned_workbooks import (
    MOVED_ON,
    SHORT,
    CellChange,
    Preview,
    belongs_elsewhere,
    older,
)
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import collecting

Say = Callable[[str], None]
Stop = Callable[[], bool]
NAME = "Documents workbook"
HOW_BACK = (
    "Change the columns with white headings and send the file back. Sort, filter and add columns"
    " of your own as you like; leave the hidden columns and sheets as they are."
)


Change = CellChange[Edit]
Seen = Preview[Edit]


def export(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    item_ids: Collection[str] | None = None,
    say: Say = lambda _: None,
) -> Changes:
    """Write the register, or some of its items in the order given, as a workbook; it is logged."""
    say("reading the register")
    with collecting.put_off():
        view = overview.load(workspace, inspection_id)
        paper = made(workspace, view, item_ids, say)
    return papers.save(workspace, inspection_id, paper, path)


def made(workspace: Workspace, view: Overview, item_ids: Collection[str] | None, say: Say) -> Paper:
    """The workbook as a paper that can be saved and logged."""
    from jtai_desktop.exchange.register_writing import DOCUMENTS, Written, workbook

    names = register_cells.known_of(view)
    every = rows(view.register().entries)
    told = [(row, texts_of(row, names)) for row in _chosen(every, item_ids)]
    as_at, vault_id = london(view.now), workspace.store.vault_id
    bare = ExportHead(vault_id, view.inspection.id, as_at, view.council.close)
    seal = seal_of(bare, ((row.key, texts) for row, texts in told))
    head = ExportHead(vault_id, view.inspection.id, as_at, view.council.close, seal)
    written = Written(
        head=head,
        rows=told,
        known=names,
        marking=view.council.marking,
        title=f"{DOCUMENTS}, {view.inspection.area}",
        about=_about(workspace, view, f"{len(told)} of {len(every)}", seal),
        practice=view.inspection.practice,
    )
    of = counted(len(told), "row")
    return Paper(NAME, of, as_at, workbook(written, say), pages=2, seal=seal)


def preview(
    workspace: Workspace,
    inspection_id: str,
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Seen:
    """What a workbook would change; nothing is written. Refused where it can’t be read."""
    from jtai_desktop.exchange.register_asking import ask

    found = ask(path, say, stop)
    elsewhere = belongs_elsewhere(workspace, inspection_id, found.head, found.sheet)
    if elsewhere:
        return Preview(path.name, found.sha256, found.head.as_at, problems=elsewhere)
    return _compared(workspace, inspection_id, path.name, found)


def apply(
    workspace: Workspace,
    inspection_id: str,
    seen: Seen,
    take: Collection[Change] = (),
) -> Changes:
    """Take in the changes, and of the conflicts those chosen, all at once or not at all."""
    if seen.problems:
        first = seen.problems[0].problem
        raise Refused(f"Nothing was taken in. {first}", place=first.place)
    chosen = {each.edit for each in take}
    cells = [*seen.changes, *(each for each in seen.conflicts if each.edit in chosen)]
    edits = [each.edit for each in cells]
    pairs, names = register_cells.touched(workspace, inspection_id, edits)
    for each in cells:
        pair = pairs.get(each.edit.row)
        if pair is None or edit_text(pair, each.edit.column, names) != each.here:
            raise Refused(MOVED_ON, place=str(each.spot))
    deed = Deed("workbook.taken-in", _summary(seen, len(edits)))
    return register_cells.set_cells(workspace, inspection_id, edits, deed)


def _summary(seen: Seen, cells: int) -> str:
    """The file by its hash: a name may say more than history should keep."""
    number = counted(cells, "cell")
    return f"Workbook of {stamp(seen.as_at)} taken in: {number}, sha256 {seen.sha256[:SHORT]}"


def _chosen(every: Sequence[Row], item_ids: Collection[str] | None) -> Sequence[Row]:
    """The rows of these items, in the order in which they were named."""
    if item_ids is None:
        return every
    of_item: dict[str, list[Row]] = {one: [] for one in item_ids}
    for row in every:
        if row.key.item_id in of_item:
            of_item[row.key.item_id].append(row)
    return [row for found in of_item.values() for row in found]


def _about(workspace: Workspace, view: Overview, count: str, seal: str) -> list[tuple[str, str]]:
    inspection = view.inspection
    practice = [("Practice", "This is a practice inspection.")] if inspection.practice else []
    return [
        ("Inspection", f"{inspection.area}: {view.pack.words.inspection}"),
        *practice,
        ("As at", stamp(view.now)),
        ("Exported by", workspace.signature),
        ("Rows", count),
        ("Send it back", HOW_BACK),
        ("Export", seal),
    ]


def _compared(workspace: Workspace, inspection_id: str, name: str, found: RegisterFound) -> Seen:
    back = came_back(found)
    edits = [each.edit for each in back.cells]
    pairs, names = register_cells.touched(workspace, inspection_id, edits)
    outcome = settle(edits, pairs, names)
    cells = {each.edit: each for each in back.cells}
    refused = [
        Trouble(cells[each.edit].spot, each.found, each.wanted, each.sentence)
        for each in outcome.problems
    ]
    changed = [
        _change(cells[edit], edit_text(pairs[edit.row], edit.column, names))
        for edit in outcome.edits
    ]
    log = papers.logged(workspace, inspection_id)
    return Preview(
        file=name,
        sha256=found.sha256,
        as_at=found.head.as_at,
        changes=tuple(each for each in changed if each.here == each.exported),
        conflicts=tuple(each for each in changed if each.here != each.exported),
        problems=(*back.problems, *refused),
        remarks=(*older(found.head, found.sheet, NAME, log), *back.remarks),
    )


def _change(cell: CellBack, here: str) -> Change:
    return CellChange(cell.spot, cell.code, cell.exported, here, cell.edit.text, cell.edit)
