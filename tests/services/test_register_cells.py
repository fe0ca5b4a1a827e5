"""Cells set at once: one line of history and one step back, or none, with every refusal named."""

import pytest

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cell_texts import text_of
from jtai_desktop.domain.documents.cells import CellKey, Row, rows
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import overview, register_cells, undoing
from jtai_desktop.services.register_cells import CellsRefused, Deed
from jtai_desktop.services.workspace import Workspace
from tests.services import scene


def shown(workspace: Workspace, inspection: str) -> dict[str, Row]:
    entries = overview.load(workspace, inspection).register().entries
    return {row.entry.item.code: row for row in rows(entries)}


def cell(workspace: Workspace, inspection: str, code: str, key: CellKey) -> str:
    known = register_cells.known_of(overview.load(workspace, inspection))
    return text_of(shown(workspace, inspection)[code], key, known)


def edit(workspace: Workspace, inspection: str, code: str, key: CellKey, text: str) -> Edit:
    return Edit(*shown(workspace, inspection)[code].key, key, text)


def test_cells_of_many_rows_are_one_step(workspace: Workspace, inspection: str) -> None:
    before = {
        code: cell(workspace, inspection, code, CellKey.OWNER) for code in ("4.4", "4.7", "C 7")
    }
    edits = [edit(workspace, inspection, code, CellKey.OWNER, "Force training") for code in before]
    lines = len(scene.lines(workspace, inspection))
    changes = register_cells.set_cells(workspace, inspection, edits)
    assert changes.summary == "3 rows: owner set"
    assert len(scene.of_kind(Kind.DOCUMENT, changes.touched)) == 3
    assert len(scene.lines(workspace, inspection)) == lines + 1
    assert cell(workspace, inspection, "C 7", CellKey.OWNER) == "Force training"
    undoing.undo(workspace, inspection)
    for code, owner in before.items():
        assert cell(workspace, inspection, code, CellKey.OWNER) == owner
    undoing.redo(workspace, inspection)
    assert cell(workspace, inspection, "4.7", CellKey.OWNER) == "Force training"
    assert workspace.store.verify() == ()


def test_cells_of_every_kind_at_once(workspace: Workspace, inspection: str) -> None:
    texts = {
        CellKey.TITLE: "=Minutes of June",
        CellKey.AGENCY: "Council",
        CellKey.DEPUTY: "",
        CellKey.DATES: "1 Jun 2026; 2 Sep 2026",
        CellKey.INTERNAL: "8 Nov, 09:00",
        CellKey.PAGES: "3-4",
        CellKey.NOTE_INTERNAL: "With the chair\nuntil Monday",
        CellKey.NOTE_INSPECTORS: "Signed off",
        CellKey.ITEM_INTERNAL: "Three sets",
        CellKey.ITEM_INSPECTORS: "No meeting in July",
    }
    edits = [edit(workspace, inspection, "4.7", key, text) for key, text in texts.items()]
    changes = register_cells.set_cells(workspace, inspection, edits)
    assert changes.kinds == {Kind.DOCUMENT, Kind.ITEM}
    assert changes.summary.endswith("cells changed")
    wanted = texts | {
        CellKey.DATES: "2 Sep 2026; 1 Jun 2026",
        CellKey.INTERNAL: "Sun 8 Nov 2026, 09:00",
    }
    assert {key: cell(workspace, inspection, "4.7", key) for key in texts} == wanted


def test_all_of_them_or_none(workspace: Workspace, inspection: str) -> None:
    lines = len(scene.lines(workspace, inspection))
    edits = [
        edit(workspace, inspection, "4.7", CellKey.OWNER, "Force training"),
        edit(workspace, inspection, "4.4", CellKey.OWNER, "Nobody at all"),
        edit(workspace, inspection, "4.1", CellKey.INTERNAL, "30 Nov"),
    ]
    outcome = register_cells.checked(workspace, inspection, edits)
    assert [each.problem.place for each in outcome.problems] == ["4.4, Owner", "4.1, Internal due"]
    with pytest.raises(CellsRefused, match="1 other cell likewise") as refused:
        register_cells.set_cells(workspace, inspection, edits)
    assert refused.value.cells == outcome.problems
    assert cell(workspace, inspection, "4.7", CellKey.OWNER) == "Force governance"
    assert len(scene.lines(workspace, inspection)) == lines


def test_what_changes_nothing_leaves_no_line(workspace: Workspace, inspection: str) -> None:
    lines = len(scene.lines(workspace, inspection))
    same = edit(workspace, inspection, "4.7", CellKey.OWNER, "force governance")
    assert not register_cells.set_cells(workspace, inspection, [same])
    assert not register_cells.set_cells(workspace, inspection, [])
    assert len(scene.lines(workspace, inspection)) == lines


def test_rows_of_another_inspection_are_not_touched(workspace: Workspace, inspection: str) -> None:
    other = scene.begin(workspace, "Southmoor")
    foreign = edit(workspace, other, "4.7", CellKey.OWNER, "")
    own = edit(workspace, inspection, "4.7", CellKey.OWNER, "")
    mixed = Edit(own.item_id, foreign.document_id, CellKey.TITLE, "Mixed")
    found = register_cells.checked(workspace, inspection, [foreign, mixed])
    assert [each.sentence for each in found.problems] == [
        "This row is no longer in the register."
    ] * 2


def test_a_change_in_between_is_not_written_over(workspace: Workspace, inspection: str) -> None:
    outcome = register_cells.checked(
        workspace, inspection, [edit(workspace, inspection, "4.7", CellKey.TITLE, "One")]
    )
    register_cells.set_cells(
        workspace, inspection, [edit(workspace, inspection, "4.7", CellKey.TITLE, "Two")]
    )
    with pytest.raises(Refused):
        register_cells.keep(workspace, inspection, outcome)
    assert cell(workspace, inspection, "4.7", CellKey.TITLE) == "Two"


def test_a_deed_of_its_own_stands_in_the_history(workspace: Workspace, inspection: str) -> None:
    made = [edit(workspace, inspection, "4.7", CellKey.TITLE, "One")]
    register_cells.set_cells(workspace, inspection, made, Deed("workbook.taken-in", "A workbook"))
    newest = scene.lines(workspace, inspection)[0]
    assert (newest.action, newest.summary) == ("workbook.taken-in", "A workbook")
