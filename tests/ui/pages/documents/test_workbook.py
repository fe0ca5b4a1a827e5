"""Out to Excel and back, from the page: exported as shown, looked through, taken in as one step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cells import CellKey
from jtai_desktop.services import register_cells
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.pages.documents.views import outstanding
from jtai_desktop.ui.returned.cell_preview import NOTHING, WorkbookPreview
from tests.exchange.register.sent_round import SentRound
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import codes, line_of, owners
from tests.ui.waiting import wait_until_idle

Now = Callable[[], Overview]


@pytest.fixture
def book(page: DocumentsPage, settle: Settle, tmp_path: Path) -> SentRound:
    """The register as it is shown, at a colleague’s."""
    path = tmp_path / "out.xlsx"
    page.round.export_to(path)
    settle()
    return SentRound(path.read_bytes())


@pytest.fixture
def back(page: DocumentsPage, tmp_path: Path) -> Iterator[Callable[[bytes], WorkbookPreview[Edit]]]:
    """Imports a workbook, and waits until it is read."""

    def take(content: bytes) -> WorkbookPreview[Edit]:
        path = tmp_path / "back.xlsx"
        path.write_bytes(content)
        view = page.round.trip.import_from(path)
        wait_until_idle(page.desk.hub)
        return view

    yield take
    for viewer in page.findChildren(Viewer):
        viewer.leave()


def _texts(view: WorkbookPreview[Edit]) -> list[str]:
    return [row.spoken for row in view.table.rows]


def test_what_is_shown_is_exported_in_its_order(
    page: DocumentsPage, settle: Settle, tmp_path: Path
) -> None:
    assert page._facts is not None
    police = outstanding(page._facts)[page._facts.agencies.index("police")].wanted
    page._want(police.sorted_by("title", further=False))
    shown = codes(page)
    assert len(shown) == 4
    page.round.export_to(tmp_path / "out.xlsx")
    settle()
    QTest.qWait(1)
    book = SentRound((tmp_path / "out.xlsx").read_bytes())
    assert [line[book.column(CellKey.CODE)] for line in book.lines] == shown
    assert page._news.isVisible()
    assert "Documents workbook (4 rows) saved" in page._news.accessibleName()


def test_nothing_shown_is_not_exported(page: DocumentsPage, tmp_path: Path) -> None:
    page.filters.field.setText("zebra")
    page.round.export_to(tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()
    assert "nothing to export" in page._news.accessibleName()


def test_it_is_shown_first_and_taken_in_as_one_step(
    page: DocumentsPage,
    book: SentRound,
    back: Callable[[bytes], WorkbookPreview[Edit]],
    now: Now,
    settle: Settle,
    undo: Callable[[], None],
) -> None:
    before = owners(now())
    book.put("4.7", CellKey.OWNER, "Force training")
    book.put("4.9", CellKey.OWNER, "Force training")
    view = back(book.xlsx())
    assert owners(now()) == before
    assert view.accept.text() == "Take in 2 cells"
    spoken = _texts(view)
    assert spoken[0] == "Changed in the workbook (2)"
    assert "column K “Owner”, 4.7, Force governance, Force governance, Force training" in spoken[1]
    view.accept.click()
    settle()
    QTest.qWait(1)
    changed = {code for code, owner in owners(now()).items() if owner != before[code]}
    assert changed == {"4.7", "4.9"}
    assert "taken in: 2 cells" in page._news.accessibleName()
    assert not any(viewer.isVisible() for viewer in page.findChildren(Viewer))
    undo()
    assert owners(now()) == before


def test_of_what_both_changed_one_chooses_each(
    book: SentRound,
    back: Callable[[bytes], WorkbookPreview[Edit]],
    now: Now,
    settle: Settle,
) -> None:
    for code in ("4.7", "4.9"):
        book.put(code, CellKey.OWNER, "Force training")
    view = back(book.xlsx())
    view.accept.click()
    settle()
    for code in ("4.7", "4.9"):
        book.put(code, CellKey.OWNER, "Quality lead")
    view = back(book.xlsx())
    assert len(view.table.rows) == 3
    assert "Force governance, Force training, Quality lead, Ours" in _texts(view)[1]
    assert not view.accept.isEnabled()
    view.table.setFocus()
    view.table.choose("conflict:0")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert "Theirs" in _texts(view)[1]
    assert "Ours" in _texts(view)[2]
    assert view.accept.text() == "Take in 1 cell"
    view.all_theirs.click()
    assert view.accept.text() == "Take in 2 cells"
    view.all_ours.click()
    view.turn("conflict:1")
    view.accept.click()
    settle()
    found = owners(now())
    assert (found["4.7"], found["4.9"]) == ("Force training", "Quality lead")


def test_a_problem_is_named_and_stops_all_of_it(
    book: SentRound, back: Callable[[bytes], WorkbookPreview[Edit]]
) -> None:
    book.put("4.7", CellKey.OWNER, "Nobody at all")
    book.put("4.9", CellKey.OWNER, "Force training")
    view = back(book.xlsx())
    spoken = _texts(view)
    assert spoken[0] == "Problems: nothing can be taken in (1)"
    assert "Documents, row" in spoken[1]
    assert "column K “Owner”" in spoken[1]
    assert "Found: “Nobody at all”. Wanted: the role of somebody" in spoken[1]
    assert not view.accept.isEnabled()


def test_what_was_not_touched_is_said_to_differ_nowhere(
    book: SentRound, back: Callable[[bytes], WorkbookPreview[Edit]]
) -> None:
    view = back(book.xlsx())
    assert view.how.text() == NOTHING
    assert view.accept.isHidden()


def test_what_cant_be_read_is_a_sentence(
    page: DocumentsPage, back: Callable[[bytes], WorkbookPreview[Edit]]
) -> None:
    view = back(b"no workbook")
    assert view.news.isVisible()
    assert view.news.accessibleName().endswith(".")
    assert view.stop.isHidden()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.table.isEnabled()


def test_reading_is_stopped(page: DocumentsPage, book: SentRound, tmp_path: Path) -> None:
    path = tmp_path / "back.xlsx"
    path.write_bytes(book.xlsx())
    view = page.round.trip.import_from(path)
    view.stop.click()
    wait_until_idle(page.desk.hub)
    assert view.seen is None
    assert view.news.accessibleName() == "Stopped; nothing was kept."
    page.findChildren(Viewer)[0].leave()


def test_what_moved_on_meanwhile_is_refused_in_the_preview(
    page: DocumentsPage,
    book: SentRound,
    back: Callable[[bytes], WorkbookPreview[Edit]],
    settle: Settle,
) -> None:
    book.put("4.7", CellKey.OWNER, "Force training")
    view = back(book.xlsx())
    row, inspection_id = line_of(page, "4.7").row, page.desk.inspection_id
    edit = Edit(*row, CellKey.OWNER, "Quality lead")
    page.act(lambda workspace: register_cells.set_cells(workspace, inspection_id, [edit]))
    settle()
    view.accept.click()
    settle()
    assert "changed here since" in view.news.accessibleName()


def test_a_folded_group_is_exported_like_the_others(
    page: DocumentsPage, settle: Settle, tmp_path: Path
) -> None:
    every = codes(page)
    page._fold(next(each.key for each in page.table.register_model.shown))
    assert len(codes(page)) < len(every)
    page.round.export_to(tmp_path / "folded.xlsx")
    settle()
    book = SentRound((tmp_path / "folded.xlsx").read_bytes())
    at = book.column("code")
    assert [line[at] for line in book.lines] == every
