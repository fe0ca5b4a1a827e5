"""Papers through the window: choosing, looking, printing, saving, and the log of what left."""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.ui.pages.papers import leaving
from jtai_desktop.ui.pages.papers.page import PapersPage
from jtai_desktop.ui.pages.papers.printing import DOTS_PER_INCH, Asked, draw
from jtai_desktop.ui.shell.actions import Do
from tests.ui.person import Person, spoken

DAY, LOG, SHELF = "For the day", "What left the program", "The papers"
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def at_papers(at_example: Person) -> Person:
    at_example.inside.go("papers")
    at_example.settle()
    return at_example


def _page(person: Person) -> PapersPage:
    page = person.inside.page
    assert isinstance(page, PapersPage)
    return page


def _text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def _shown(person: Person) -> str:
    """The text of the paper that the preview shows."""
    document = _page(person)._preview.document
    numbers = range(document.pageCount())
    return "\n".join(document.getAllText(number).text() for number in numbers)


def _paper(person: Person) -> bytes:
    facts = _page(person)._facts
    assert facts is not None
    assert facts.paper is not None
    return facts.paper.content


def _choose_day(person: Person, typed: str) -> None:
    person.type(DAY, typed)
    person.press(Key.Key_Return)


def _choose_agency(person: Person, name: str) -> None:
    [box] = person.seen(QComboBox)
    assert box.findText(name) >= 0
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())
    person.settle()


def test_today_for_everyone_is_shown_at_first(at_papers: Person) -> None:
    assert at_papers.field(DAY).text() == "Tue 10 Nov 2026"
    assert at_papers.seen(QComboBox)[0].currentText() == "Everyone"
    assert "2 pages, seal " in at_papers.words()
    assert "As at Tuesday 10 November 2026, 10:40" in _shown(at_papers)


def test_the_preview_shows_the_very_pages_of_the_paper(at_papers: Person) -> None:
    content = _paper(at_papers)
    reference = pypdfium2.PdfDocument(content)
    document = _page(at_papers)._preview.document
    assert document.pageCount() == len(reference)
    for number in range(len(reference)):
        size = document.pagePointSize(number)
        assert (size.width(), size.height()) == pytest.approx(reference[number].get_size())
    assert _shown(at_papers).split() == _text(content).split()
    reference.close()


def test_another_day_is_another_paper(at_papers: Person) -> None:
    before = _paper(at_papers)
    _choose_day(at_papers, "12/11/26")
    assert at_papers.field(DAY).text() == "Thu 12 Nov 2026"
    assert _paper(at_papers) != before
    assert "Thursday 12 November 2026" in _shown(at_papers)
    _choose_day(at_papers, "")
    assert at_papers.field(DAY).text() == "Tue 10 Nov 2026"
    assert _paper(at_papers) == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Nov 2026", "November 2026 has 30 days"),
        ("someday", "can’t be read as a date"),
        ("<b>", "can’t be read as a date"),
        ("10 Nov 2026, 09:00", "is more than a date"),
    ],
)
def test_an_impossible_day_is_refused_and_the_paper_stays(
    at_papers: Person, typed: str, said: str
) -> None:
    before = _paper(at_papers)
    _choose_day(at_papers, typed)
    assert said in at_papers.problem(DAY)
    assert at_papers.field(DAY).text() == typed
    assert _paper(at_papers) == before
    at_papers.inside.tick()
    at_papers.settle()
    assert at_papers.field(DAY).text() == typed
    _choose_day(at_papers, "Tue 10 Nov 2026")
    assert at_papers.problem(DAY) == ""


def test_an_agency_gets_only_its_own(at_papers: Person) -> None:
    everyone = _shown(at_papers)
    _choose_agency(at_papers, "Police force")
    police = _shown(at_papers)
    phone = "01632 960 103"  # of the quality lead, who has a task and is not of the police
    assert phone in everyone
    assert phone not in police
    assert "Police" in police


def test_every_agency_can_be_chosen(at_papers: Person) -> None:
    [box] = at_papers.seen(QComboBox)
    names = [box.itemText(place) for place in range(box.count())]
    facts = _page(at_papers)._facts
    assert facts is not None
    assert names == ["Everyone", *(agency.name for agency in facts.agencies)]
    for name in names:
        _choose_agency(at_papers, name)
        assert _page(at_papers)._preview.document.pageCount() >= 1


def test_the_menus_line_leads_to_todays_whatever_was_chosen(at_papers: Person) -> None:
    before = _paper(at_papers)
    _choose_day(at_papers, "12 Nov 2026")
    _choose_agency(at_papers, "Police force")
    at_papers.inside.go("today")
    at_papers.do(Do.CHECKLIST)
    assert at_papers.field(DAY).text() == "Tue 10 Nov 2026"
    assert at_papers.seen(QComboBox)[0].currentText() == "Everyone"
    assert _paper(at_papers) == before


def test_saving_writes_the_paper_and_logs_it(
    at_papers: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    before, content = spoken(at_papers.table(LOG)), _paper(at_papers)
    at_papers.click("Save as PDF…")
    assert offered == ["checklist-2026-11-10-everyone.pdf"]
    assert target.read_bytes() == content
    rows = spoken(at_papers.table(LOG))
    assert rows[1:] == before
    assert "Daily checklist for everyone, saved Tue 10 Nov 2026, 10:40" in rows[0]
    assert "by Inspection coordinator, 2 pages, seal " in rows[0]
    assert at_papers.table(LOG).rows[0].cells[2].text == "Tue 15 Dec"
    # What left the program can't be called back by a key.
    assert "checklist" not in at_papers.window.choices[Do.UNDO].text().lower()


def test_saving_that_is_given_up_logs_nothing(
    at_papers: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    before = spoken(at_papers.table(LOG))
    at_papers.click("Save as PDF…")
    assert spoken(at_papers.table(LOG)) == before


@pytest.mark.parametrize("where", ["missing/sheet.pdf", ".", "vault/sheet.pdf", "vault/vault.db"])
def test_a_wrong_folder_is_one_sentence_and_logs_nothing(
    at_papers: Person, tmp_path: Path, own_folder: Path, where: str
) -> None:
    before = spoken(at_papers.table(LOG))
    kept = sorted(path.name for path in own_folder.iterdir())
    _page(at_papers).leaving.save_to(tmp_path / where)
    at_papers.settle()
    banner = at_papers.inside._banner
    assert banner.isVisible()
    assert banner.accessibleName().endswith(".")
    assert "Something went wrong" not in banner.accessibleName()
    assert spoken(at_papers.table(LOG)) == before
    assert sorted(path.name for path in own_folder.iterdir()) == kept


@pytest.mark.skipif(os.geteuid() == 0, reason="Root may write everywhere.")
def test_a_folder_one_may_not_write_to_is_one_sentence(at_papers: Person, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    _page(at_papers).leaving.save_to(tmp_path / "sheet.pdf")
    at_papers.settle()
    tmp_path.chmod(0o700)
    assert at_papers.inside._banner.isVisible()


def test_printing_draws_every_page_at_the_fineness_of_paper(
    at_papers: Person, tmp_path: Path
) -> None:
    _choose_day(at_papers, "9 Nov 2026")
    printer = _printer(tmp_path / "printed.pdf")
    draw(printer, _paper(at_papers))
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    wanted = pypdfium2.PdfDocument(_paper(at_papers))
    assert len(printed) == len(wanted)
    for mine, theirs in zip(wanted, printed, strict=True):
        assert theirs.get_size() == pytest.approx((595, 842), abs=1)
        assert _apart(mine, theirs) < 0.02
    printed.close()
    wanted.close()


def test_only_the_chosen_pages_are_printed(at_papers: Person, tmp_path: Path) -> None:
    printer = _printer(tmp_path / "some.pdf")
    printer.setFromTo(2, 3)
    draw(printer, _three_times(_paper(at_papers)))
    printed = pypdfium2.PdfDocument(tmp_path / "some.pdf")
    wanted = pypdfium2.PdfDocument(_three_times(_paper(at_papers)))
    assert len(printed) == 2
    assert _apart(wanted[1], printed[0]) < 0.02
    printed.close()
    wanted.close()


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    assert DOTS_PER_INCH == 300
    return printer


def _three_times(content: bytes) -> bytes:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        for _ in range(2):
            pdf.pages.append(pdf.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _apart(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage) -> float:
    """The share of dots that are dark on one page and light on the other."""
    first, second = (
        page.render(scale=1.0, grayscale=True).to_pil().resize((595, 842)).tobytes()
        for page in (one, other)
    )
    far = [abs(a - b) > 110 for a, b in zip(first, second, strict=True)]
    return far.count(True) / len(far)


@pytest.mark.parametrize("sent", [True, False])
def test_only_what_was_printed_is_logged(
    at_papers: Person, monkeypatch: pytest.MonkeyPatch, *, sent: bool
) -> None:
    asked: list[str] = []

    def print_it(_parent: object, _content: bytes, _pages: int, title: str) -> Asked | None:
        asked.append(title)
        return Asked(lambda _heard: None) if sent else None

    monkeypatch.setattr(leaving, "ask", print_it)
    before = spoken(at_papers.table(LOG))
    at_papers.press(Key.Key_P, Held.ControlModifier)
    assert asked == ["Daily checklist"]
    rows = spoken(at_papers.table(LOG))
    assert len(rows) == len(before) + sent
    if sent:
        assert "printed Tue 10 Nov 2026, 10:40" in rows[0]


def test_ctrl_f_finds_in_the_paper(at_papers: Person) -> None:
    at_papers.press(Key.Key_F, Held.ControlModifier)
    search = _page(at_papers)._preview.search
    assert search.hasFocus()
    QTest.keyClicks(search, "Quality")
    found = _page(at_papers)._preview._found
    at_papers.wait(lambda: found.rowCount(found.index(-1, -1)) > 0)
    at_papers.press(Key.Key_Return)
    preview = _page(at_papers)._preview
    number = found.rowCount(found.index(-1, -1))
    assert preview._view.currentSearchResultIndex() == 0
    assert f"1 of {number}" in at_papers.words()
    at_papers.press(Key.Key_Return, Held.ShiftModifier)
    assert preview._view.currentSearchResultIndex() == number - 1
    at_papers.press(Key.Key_F3)
    assert preview._view.currentSearchResultIndex() == 0
    QTest.keyClicks(search, "zzz")
    at_papers.wait(lambda: "0 found" in at_papers.words())
    search.clear()
    assert "pages" in at_papers.words()


def test_the_preview_grows_and_shrinks_by_key(at_papers: Person) -> None:
    preview = _page(at_papers)._preview
    preview.search.setFocus()
    fitting = preview._fitting_factor()
    at_papers.press(Key.Key_Plus, Held.AltModifier)
    assert preview._view.zoomFactor() == pytest.approx(fitting * 1.2)
    at_papers.press(Key.Key_Minus, Held.AltModifier)
    assert preview._view.zoomFactor() == pytest.approx(fitting)
    at_papers.press(Key.Key_0, Held.AltModifier)
    assert preview._view.zoomMode() is preview._view.ZoomMode.FitToWidth


def test_the_preview_grows_shrinks_and_fits(at_papers: Person) -> None:
    preview = _page(at_papers)._preview
    fitting = preview._fitting_factor()
    at_papers.click("+")
    assert preview._view.zoomFactor() == pytest.approx(fitting * 1.2)
    at_papers.click("–")
    assert preview._view.zoomFactor() == pytest.approx(fitting)
    for _ in range(20):
        preview.zoom(0.5)
    assert preview._view.zoomFactor() == pytest.approx(0.4)
    at_papers.click("Fit width")
    assert preview._view.zoomMode() is preview._view.ZoomMode.FitToWidth


def test_a_minute_later_the_page_is_where_it_was(at_papers: Person) -> None:
    bar = _page(at_papers)._preview._view.verticalScrollBar()
    bar.setValue(200)
    before = _paper(at_papers)
    later = datetime(2026, 11, 10, 10, 41, tzinfo=LONDON)

    def a_minute_later(workspace: Workspace) -> None:
        workspace.clock = standing_clock(later)

    at_papers.window.hub.read(a_minute_later, lambda _none: at_papers.inside.tick())
    at_papers.settle()
    assert _paper(at_papers) != before
    assert bar.value() == 200
    _choose_agency(at_papers, "Police force")
    assert bar.value() == 0


def test_what_should_be_destroyed_by_now_stands_out(at_papers: Person) -> None:
    from jtai_desktop.ui.pages.papers.rows import log_rows

    facts = _page(at_papers)._facts
    assert facts is not None
    entry = facts.logged[0]
    [calm] = log_rows([entry], entry.destroy_by - timedelta(days=1))
    [loud] = log_rows([entry], entry.destroy_by)
    assert calm.cells[2].state is None
    assert loud.cells[2].state is not None
    assert loud.cells[2].state.filled


def test_names_that_no_font_can_print_are_told(at_papers: Person) -> None:
    page = _page(at_papers)
    assert page._facts is not None
    paper = page._facts.paper
    assert paper is not None
    page._tell_missing(replace(paper, missing=("EGYPTIAN HIEROGLYPH A001",)))
    assert "No font can print: EGYPTIAN HIEROGLYPH A001." in at_papers.words()
    page._tell_missing(paper)
    assert "No font can print" not in at_papers.words()


def test_the_shelf_is_where_one_begins(at_papers: Person) -> None:
    at_papers.inside.page.setFocus()
    shelf = at_papers.table(SHELF)
    assert shelf.hasFocus()
    assert shelf.selected_keys == ["checklist"]
    assert shelf.mapTo(at_papers.window, QPoint(0, 0)).y() < 200
