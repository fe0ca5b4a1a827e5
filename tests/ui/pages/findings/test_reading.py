"""Reading a letter: everything is looked through beside its page before anything is kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jtai_desktop.domain.findings.draft import Standing
from jtai_desktop.domain.findings.finding import Kind, Way
from tests.ui.pages.findings.conftest import Seen
from tests.ui.pages.findings.made_letter import written


def test_a_letter_is_gone_through_with_enter_and_kept(seen: Seen, tmp_path: Path) -> None:
    before = len(seen.kept.findings)
    view = seen.reads(written(tmp_path))
    draft = view.draft
    assert draft is not None
    assert view.pages.page == 1
    assert not view.keep.isEnabled()
    view.show()
    first = view.table.current_key
    assert first == "fact:letter_date"
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.draft is not None
    assert view.draft.item(first).standing is Standing.CONFIRMED
    assert view.table.current_key == "fact:fieldwork_start"
    view.go("f1")
    seen.settle()
    assert view.pages.page == view.draft.item("f1").page
    view.editor.text.setPlainText("Corrected words.")
    view.confirm()
    view.put_aside()
    view.confirm_seen.click()
    said = view.progress.text()
    assert said.startswith("4 confirmed")
    view.keep.click()
    seen.settle()
    found = seen.kept
    mine = [each for each in found.findings if each.text == "Corrected words."]
    assert [each.way for each in mine] == [Way.READ]
    assert mine[0].printed == draft.item("f1").printed
    letter = found.letter(mine[0].letter_id)
    assert letter is not None
    assert letter.file_id  # the PDF lies in the vault
    assert letter.left > 0
    assert len(found.findings) == before + 2
    # One goes on with it from the vault, and what is kept is known.
    seen.page.open_at(f"letter:{letter.id}")
    seen.statement.panel._buttons["go-on"].click()
    seen.settle()
    again = seen.page.taking.view
    assert again is not None
    assert again.draft is not None
    assert again.draft.item("f1").standing is Standing.KEPT
    assert again.draft.letter_id == letter.id


def test_what_has_no_place_is_placed_by_hand(seen: Seen, tmp_path: Path) -> None:
    view = seen.reads(written(tmp_path))
    assert view.draft is not None
    key = view.draft.unplaced[0].key
    view.go(key)
    view.confirm()
    assert view.draft.item(key).standing is Standing.OPEN  # it is asked first what it is
    assert "Say first what kind" in view.editor._problem.text()
    view.editor.kind.setCurrentIndex(view.editor.kind.findData(Kind.STRENGTH.value))
    view.editor._say_kind()
    view.confirm()
    assert view.draft.item(key).standing is Standing.CONFIRMED
    view.go("fact:statement_due")
    view.editor.text.setPlainText("whenever")
    view.editor.text.ask()
    assert "can’t be read as a date" in view.editor._problem.text()


def test_a_bad_file_is_one_sentence_and_nothing_is_kept(seen: Seen, tmp_path: Path) -> None:
    before = seen.kept
    path = tmp_path / "notes.pdf"
    path.write_text("A text file that was renamed.")
    view = seen.reads(path)
    said = view.news._sentence.text()
    assert "not a PDF" in said
    assert "notes.pdf" in said
    assert view.keep.isHidden()
    assert seen.kept.findings == before.findings


def test_stop_keeps_nothing(seen: Seen, tmp_path: Path) -> None:
    before = seen.kept
    view = seen.page.taking.read(written(tmp_path))
    view.stop.click()
    seen.settle()
    assert view.draft is None or view.keep.isEnabled() is False
    assert seen.kept.findings == before.findings
