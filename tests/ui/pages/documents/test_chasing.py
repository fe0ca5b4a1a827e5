"""Chasing from the page: the ready text beside the register, copied, saved, and noted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.pages.documents.steps_forms import ChaseForm
from jtai_desktop.ui.pages.documents.views import outstanding
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import codes, line_of


def _chase(page: DocumentsPage, agency: str) -> None:
    assert page._facts is not None
    places = page._facts.agencies.index(agency)
    page.round.chase(outstanding(page._facts)[places].wanted)


def _form(page: DocumentsPage) -> ChaseForm:
    assert isinstance(page.steps.form, ChaseForm)
    return page.steps.form


def test_the_menu_counts_what_each_agency_owes(page: DocumentsPage) -> None:
    page.round._fill()
    menu = page.round.menu.actions()[0].menu()
    assert menu is not None
    offered = {each.text(): each.isEnabled() for each in menu.actions()}  # type: ignore[attr-defined]
    assert offered["Police (4)…"]
    assert not offered["Partnership (0)…"]


def test_an_agency_is_chased_for_all_it_owes(page: DocumentsPage, settle: Settle) -> None:
    _chase(page, "police")
    settle()
    letter = _form(page).letter
    assert set(codes(page)) == {"4.4", "4.7", "4.9", "F 9"}
    assert len(page.table.selected_lines) == 4
    assert letter.isVisible()
    assert letter.pack is not None
    assert [item.called for item in letter.pack.items] == ["4.7", "4.9", "Child F, 9", "4.4"]
    assert letter.text.toPlainText().startswith("OFFICIAL-SENSITIVE\n\nDear Force")


def test_copy_puts_text_and_table_on_the_clipboard(page: DocumentsPage, settle: Settle) -> None:
    _chase(page, "police")
    settle()
    form = _form(page)
    form.letter.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert form.letter.pack is not None
    assert data.text() == form.letter.pack.text
    assert "<th" in data.html()
    assert form.letter.news.text().startswith("Copied")
    assert form._how.currentData() == "E-mail"


def test_it_is_saved_and_noted_on_papers(
    page: DocumentsPage, settle: Settle, tmp_path: Path
) -> None:
    _chase(page, "police")
    settle()
    letter = _form(page).letter
    path = tmp_path / "chase.html"
    letter.save_wanted.emit(path)
    settle()
    assert b"<table" in path.read_bytes()
    assert letter.news.text() == "Saved as “chase.html”, and noted on Papers."
    assert _form(page).letter is letter
    letter.save_wanted.emit(tmp_path / "no folder" / "chase.html")
    settle()
    assert letter.news.text().startswith("There is no folder")


def test_the_chase_is_noted_on_each_document_by_the_step_there_is(
    page: DocumentsPage, settle: Settle, now: Callable[[], Overview]
) -> None:
    before = {code: line_of(page, code).chased for code in ("4.4", "4.7", "4.9")}
    _chase(page, "police")
    settle()
    form = _form(page)
    form.letter.copy.click()
    form._whom.setText("Force governance")
    form._next.setText("11 Nov 2026, 09:00")
    form.button.click()
    settle()
    found = {entry.item.code: entry for entry in now().register().entries}
    for code, chased in before.items():
        last = found[code].standings[0].chases[-1]
        assert found[code].chased == chased + 1
        assert (last.whom, last.way) == ("Force governance", "E-mail")
    assert page.steps.form is None


def test_one_document_is_chased_with_its_own_text(
    page: DocumentsPage, settle: Settle, go: Callable[[str, str], None]
) -> None:
    go("4.4", "title")
    page.steps.take(Step.CHASE)
    settle()
    letter = _form(page).letter
    assert letter.pack is not None
    assert letter.pack.subject == "Northmoor: 1 document we are waiting for"
