"""Reading files: looked through before anything is kept, said by hand, taken in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.services import kept_lists
from jtai_desktop.ui.kit.row_table import RowTable
from tests.ui.pages.lists.conftest import Seen
from tests.ui.pages.lists.made_files import renamed, twice, written


def _said(table: RowTable) -> str:
    return "\n".join(row.spoken for row in table.rows)


def test_what_was_read_is_shown_and_kept_only_when_taken_in(seen: Seen, tmp_path: Path) -> None:
    before = seen.kept(6).versions
    path = written(tmp_path)
    view = seen.reads(path)
    assert [row.key for row in view.table.rows] == ["6", "7"]
    assert "Rows: 40, before 413" in _said(view.table)
    assert "Primary Need Code, found “X”, wanted one of" in _said(view.details)
    assert "Not checked" in _said(view.details)
    assert seen.kept(6).versions == before
    assert view.accept.text() == "Take in 2 lists"
    view.accept.click()
    seen.settle()
    seen.settle()
    newest = seen.kept(6).newest
    assert newest is not None
    assert (newest.file, newest.read) == ("Lists 6 and 7.xlsx", 40)
    assert "To check" in next(row.spoken for row in seen.page.table.rows if row.key == "6")

    again = seen.reads(path)
    assert "Taken in already" in _said(again.table)
    assert not again.accept.isVisible()


def test_a_heading_is_said_by_hand_and_the_file_read_again(seen: Seen, tmp_path: Path) -> None:
    view = seen.reads(renamed(tmp_path))
    assert "a column of this heading" in _said(view.details)
    view.hand.begin("Whose row")
    view.hand.column.setCurrentIndex(view.hand.column.findData("Child Unique ID"))
    view.hand._finish()
    assert view.spoken == (ByHand(7, "Whose row", "Child Unique ID"),)
    assert not view.accept.isEnabled()
    view.read_again.click()
    seen.settle()
    assert "for “Child Unique ID”, by hand" in _said(view.details)
    view.accept.click()
    seen.settle()
    remembered: list[tuple[ByHand, ...]] = []
    inspection_id = seen.desk.inspection_id
    seen.desk.hub.read(
        lambda workspace: kept_lists.wish(workspace, inspection_id).hand.columns, remembered.append
    )
    seen.settle()
    assert ByHand(7, "Whose row", "Child Unique ID") in remembered[0]


def test_of_two_sheets_one_is_named_by_hand(seen: Seen, tmp_path: Path) -> None:
    view = seen.page.read_files(twice(tmp_path))
    assert view is not None
    seen.settle()
    assert not view.table.rows
    second = next(row.key for row in view.details.rows if "two.xlsx" in row.cells[1].text)
    view.details.link_followed.emit(second, "sentence")
    view.read_again.click()
    seen.settle()
    assert [(each.version.list_number, each.version.file) for each in view.new] == [(7, "two.xlsx")]


def test_a_file_that_can_t_be_read_is_named(seen: Seen, tmp_path: Path) -> None:
    odd = tmp_path / "odd.xlsx"
    odd.write_bytes(b"no workbook")
    view = seen.reads(odd)
    assert view.checked is None
    assert "odd.xlsx" in view.news.accessibleName()
    assert not view.accept.isVisible()
    view.read_again.click()
    seen.settle()
    assert "odd.xlsx" in view.news.accessibleName()


def test_another_kind_of_file_is_not_begun(seen: Seen, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-")
    assert seen.page.read_files([letter]) is None


def test_what_was_read_is_exported_for_the_data_team(seen: Seen, tmp_path: Path) -> None:
    path, out = written(tmp_path), tmp_path / "for the data team.xlsx"
    view = seen.reads(path)
    before = path.read_bytes()
    seen.page.reading.export_to(view, (path,), out)
    assert not view.accept.isVisible()
    assert view.stop.isVisible()
    seen.settle()
    assert "for the data team.xlsx” is written. It is made of the values read" in (
        view.news.accessibleName()
    )
    assert "Primary Need Code" in _said(view.details)
    assert view.accept.isVisible()
    assert path.read_bytes() == before
    assert [each.version.list_number for each in seen.reads(out).new] == [6, 7]


def test_an_export_is_stopped_or_refused_and_leaves_no_half_file(
    seen: Seen, tmp_path: Path
) -> None:
    path, out = written(tmp_path), tmp_path / "out.xlsx"
    view = seen.reads(path)
    seen.page.reading.export_to(view, (path,), out)
    view.stop.click()
    seen.settle()
    assert "Stopped" in view.news.accessibleName()
    seen.page.reading.export_to(view, (path,), path)
    seen.settle()
    assert "they stay as they are" in view.news.accessibleName()
    assert view.accept.isEnabled()
    assert [each for each in tmp_path.iterdir() if each.is_file()] == [path]


def test_by_keyboard_from_the_table_to_the_exported_file(
    seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    view = seen.reads(written(tmp_path))
    assert view.table.hasFocus()
    reached = []
    for _ in range(12):
        QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(view.window().focusWidget())
        if reached[-1] is view.export:
            break
    assert view.accept in reached
    assert reached[-1] is view.export
    QTest.keyClick(view.export, Qt.Key.Key_Space)
    seen.settle()
    assert "out.xlsx” is written" in view.news.accessibleName()
    assert view.export.hasFocus()
