"""The register sent round as a workbook: what comes back is compared three ways, taken whole."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cell_texts import day_plain, text_of
from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, Row, rows
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    overview,
    own_columns,
    papers,
    register_cells,
    register_workbook,
    returned_workbooks,
    undoing,
)
from jtai_desktop.services.register_workbook import Seen
from jtai_desktop.services.workspace import Workspace, standing_clock
from tests.exchange.register.sent_round import SentRound
from tests.services import scene

Change = Callable[[SentRound], None]


@pytest.fixture
def sent(workspace: Workspace, inspection: str, tmp_path: Path) -> SentRound:
    """The whole register, exported and opened by a colleague."""
    return exported(workspace, inspection, tmp_path)


def exported(workspace: Workspace, inspection: str, folder: Path) -> SentRound:
    path = folder / "out.xlsx"
    register_workbook.export(workspace, inspection, path)
    return SentRound(path.read_bytes())


def back(workspace: Workspace, inspection: str, content: bytes, folder: Path) -> Seen:
    path = folder / "back.xlsx"
    path.write_bytes(content)
    return register_workbook.preview(workspace, inspection, path)


def shown(workspace: Workspace, inspection: str, code: str) -> tuple[Row, Callable[[CellKey], str]]:
    view = overview.load(workspace, inspection)
    known = register_cells.known_of(view)
    found = rows(view.register().entries)
    row = next(each for each in found if each.entry.item.code == code)
    return row, lambda key: text_of(row, key, known)


def here(workspace: Workspace, inspection: str, code: str, key: CellKey) -> str:
    return shown(workspace, inspection, code)[1](key)


def typed(workspace: Workspace, inspection: str, code: str, key: CellKey, text: str) -> None:
    row, _ = shown(workspace, inspection, code)
    register_cells.set_cells(workspace, inspection, [Edit(*row.key, key, text)])


def test_every_row_and_column_of_the_screen_is_exported(
    workspace: Workspace, inspection: str, sent: SentRound
) -> None:
    view = overview.load(workspace, inspection)
    known = register_cells.known_of(view)
    found = rows(view.register().entries)
    assert len(sent.lines) == len(found) == 90
    for line, row in zip(sent.lines, found, strict=True):
        for column in COLUMNS:
            cell, text = line[sent.column(column.key)], text_of(row, column.key, known)
            if isinstance(cell, date):
                assert day_plain(cell) in text
            else:
                assert str(cell).removesuffix(".0") == text
    about = {row[0]: row[1] for row in sent.sheets["About"] if len(row) > 1}
    assert about["As at"] == "Tue 10 Nov 2026, 10:40"
    assert about["Rows"] == "90 of 90"


def test_only_what_is_shown_is_exported_in_its_order(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    ids = [shown(workspace, inspection, code)[0].key.item_id for code in ("4.7", "1.1")]
    path = tmp_path / "two.xlsx"
    changes = register_workbook.export(workspace, inspection, path, ids)
    assert changes.summary.startswith("Documents workbook (2 rows) saved")
    book = SentRound(path.read_bytes())
    assert [line[book.column(CellKey.CODE)] for line in book.lines] == ["4.7", "1.1"]
    assert papers.logged(workspace, inspection)[0].paper == "Documents workbook"
    assert not back(workspace, inspection, path.read_bytes(), tmp_path).changes


def test_what_was_not_touched_changes_nothing(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    for content in (sent.xlsx(), (tmp_path / "out.xlsx").read_bytes(), sent.ods()):
        found = back(workspace, inspection, content, tmp_path)
        assert not found.changes
        assert not found.conflicts
        assert not found.problems


def test_cells_of_every_kind_come_back_at_once(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    texts: dict[CellKey, object] = {
        CellKey.TITLE: "=1+1",
        CellKey.AGENCY: "council",
        CellKey.OWNER: "Force training",
        CellKey.DATES: datetime(2026, 6, 1),  # noqa: DTZ001 - as a sheet has it
        CellKey.INTERNAL: datetime(2026, 11, 9, 9, 30),  # noqa: DTZ001
        CellKey.PAGES: 3,
        CellKey.NOTE_INTERNAL: "@home\nuntil Monday",
        CellKey.OWN_2: "-",
    }
    for key, value in texts.items():
        sent.put("4.7", key, value)
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    assert not found.problems
    assert not found.conflicts
    assert len(found.changes) == len(texts)
    lines = len(scene.lines(workspace, inspection))
    changes = register_workbook.apply(workspace, inspection, found)
    assert changes.summary.startswith(
        "Workbook of Tue 10 Nov 2026, 10:40 taken in: 8 cells, sha256"
    )
    assert len(scene.lines(workspace, inspection)) == lines + 1
    wanted = {
        CellKey.TITLE: "=1+1",
        CellKey.AGENCY: "Council",
        CellKey.DATES: "1 Jun 2026",
        CellKey.INTERNAL: "Mon 9 Nov 2026, 09:30",
        CellKey.PAGES: "3",
        CellKey.NOTE_INTERNAL: "@home\nuntil Monday",
        CellKey.OWN_2: "-",
    }
    assert {key: here(workspace, inspection, "4.7", key) for key in wanted} == wanted
    undoing.undo(workspace, inspection)
    assert here(workspace, inspection, "4.7", CellKey.TITLE) != "=1+1"
    assert workspace.store.verify() == ()


def test_moved_renamed_added_columns_and_sorted_rows_do_no_harm(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    sent.put("4.7", CellKey.OWNER, "Force training")
    sent.add_column("Ours", "to do")
    sent.rename(CellKey.OWNER, "Who")
    sent.move_column_first(CellKey.OWNER)
    sent.sort(CellKey.TITLE)
    sent.rows.insert(10, ["", "", "", ""])
    sent.rows.append(["", "", "", "", "Our own", *[""] * 5, "Nobody"])
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    assert found.problems == ()
    (change,) = found.changes
    assert (change.code, change.here, change.wanted) == (
        "4.7",
        "Force governance",
        "Force training",
    )
    assert (change.spot.letter, change.spot.heading) == ("A", "Who")
    assert "not in the export" in found.remarks[0].sentence


def test_own_columns_go_round_under_their_names(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    own_columns.name_column(workspace, inspection, 2, "Box")
    book = exported(workspace, inspection, tmp_path)
    assert book.rows[2][book.column(CellKey.OWN_2)] == "Box"
    book.put("4.7", CellKey.OWN_2, "Red")
    found = back(workspace, inspection, book.xlsx(), tmp_path)
    assert found.changes[0].spot.heading == "Box"
    assert register_workbook.apply(workspace, inspection, found)
    assert here(workspace, inspection, "4.7", CellKey.OWN_2) == "Red"


def test_a_cell_that_was_changed_on_both_sides_is_a_conflict(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    sent.put("4.7", CellKey.OWNER, "Force training")
    sent.put("4.4", CellKey.OWNER, "Force training")
    sent.put("4.1", CellKey.OWNER, "Force training")
    typed(workspace, inspection, "4.7", CellKey.OWNER, "Force analyst")
    typed(workspace, inspection, "4.1", CellKey.OWNER, "Force training")
    typed(workspace, inspection, "4.2", CellKey.OWNER, "Force analyst")
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    assert [each.code for each in found.changes] == ["4.4"]
    (conflict,) = found.conflicts
    assert (conflict.exported, conflict.here, conflict.wanted) == (
        "Force governance",
        "Force analyst",
        "Force training",
    )
    register_workbook.apply(workspace, inspection, found)
    assert here(workspace, inspection, "4.7", CellKey.OWNER) == "Force analyst"
    undoing.undo(workspace, inspection)
    register_workbook.apply(workspace, inspection, found, found.conflicts)
    assert here(workspace, inspection, "4.7", CellKey.OWNER) == "Force training"
    assert here(workspace, inspection, "4.2", CellKey.OWNER) == "Force analyst"


def test_what_was_shown_must_still_be_so(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    sent.put("4.7", CellKey.OWNER, "Force training")
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    typed(workspace, inspection, "4.7", CellKey.OWNER, "Force analyst")
    with pytest.raises(Refused, match="changed here since"):
        register_workbook.apply(workspace, inspection, found)


def _twice(sent: SentRound) -> None:
    sent.rows.append(list(sent.line("4.7")))


def _other_id(sent: SentRound) -> None:
    sent.put("4.7", "item-id", sent.line("4.8")[0])


def _ids_sorted_apart(sent: SentRound) -> None:
    first, second = sent.line("4.7"), sent.line("4.8")
    first[:3], second[:3] = second[:3], first[:3]


def _doubled(sent: SentRound) -> None:
    for row in sent.rows:
        row.append(row[sent.column(CellKey.OWNER)])


@pytest.mark.parametrize(
    "told",
    [
        (
            lambda s: s.put("4.7", CellKey.OWNER, "Nobody"),
            "column K “Owner”",
            "has the role “Nobody”",
        ),
        (lambda s: s.put("4.7", CellKey.AGENCY, ""), "column J “Agency”", "empty"),
        (
            lambda s: s.put("4.7", CellKey.INTERNAL, datetime(2026, 12, 1)),  # noqa: DTZ001
            "column N “Internal due”",
            "after the due time",
        ),
        (lambda s: s.put("4.7", CellKey.DATES, "soon"), "“Document date”", "“soon”"),
        (lambda s: s.put("4.7", CellKey.PAGES, datetime(2026, 2, 1)), "“Pages”", "wanted is text"),  # noqa: DTZ001
        (lambda s: s.take_column_out(CellKey.OWNER), "Documents", "“Owner” is missing"),
        (lambda s: s.take_column_out("stamp"), "Documents", "“Stamp” is missing"),
        (_twice, "row 94, column A “Item id”", "there twice: row"),
        (_other_id, "column A “Item id”", "identity of this row was changed"),
        (lambda s: s.put("4.7", "stamp", "x"), "column A “Item id”", "identity of this row"),
        (_ids_sorted_apart, "column D “No.”", "sorted apart"),
        (_doubled, "Documents", "Two columns are marked as “Owner”"),
    ],
    ids=lambda told: told[2],
)
def test_what_can_t_be_taken_is_named_and_stops_all(
    workspace: Workspace,
    inspection: str,
    sent: SentRound,
    tmp_path: Path,
    told: tuple[Change, str, str],
) -> None:
    change, places, words = told
    sent.put("1.1", CellKey.TITLE, "Changed as well")
    change(sent)
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    problem = found.problems[0]
    assert places in problem.problem.place
    assert words in problem.sentence
    assert problem.found or problem.wanted
    lines = len(scene.lines(workspace, inspection))
    with pytest.raises(Refused, match="Nothing was taken in"):
        register_workbook.apply(workspace, inspection, found)
    assert len(scene.lines(workspace, inspection)) == lines


def test_what_is_worked_out_is_not_taken_but_said(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    sent.put("4.7", CellKey.STATE, "Sent")
    del sent.rows[-2:]
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    assert not found.changes
    assert not found.problems
    assert [each.sentence for each in found.remarks] == [
        "Our status is worked out by the program; the change is not taken.",
        "2 rows of the export are not in this workbook; nothing is removed here.",
    ]


def test_an_older_export_is_named(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    workspace.clock = standing_clock(scene.NOW + timedelta(minutes=50))
    exported(workspace, inspection, tmp_path)
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    assert "there is one of Tue 10 Nov 2026, 11:30 since" in found.remarks[0].sentence
    assert found.problems == ()


def test_an_export_of_another_inspection_or_vault_is_not_taken(
    workspace: Workspace, inspection: str, sent: SentRound, tmp_path: Path
) -> None:
    other = scene.begin(workspace, "Southmoor")
    found = back(workspace, other, sent.xlsx(), tmp_path)
    assert [each.sentence for each in found.problems] == [returned_workbooks.OTHER_INSPECTION]
    workspace.store.vault_id = "another"
    found = back(workspace, inspection, sent.xlsx(), tmp_path)
    assert [each.sentence for each in found.problems] == [returned_workbooks.OTHER_VAULT]


def test_nothing_is_written_into_the_vault_s_folder(workspace: Workspace, inspection: str) -> None:
    with pytest.raises(Refused, match="folder of the vault"):
        register_workbook.export(workspace, inspection, workspace.folder / "vault.db")
