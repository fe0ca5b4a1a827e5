"""What the panel tells of an item, and what is written in it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.services import documents, histories, register, undoing
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.words import Words
from tests.ui.access import nameless, states_without_word
from tests.ui.pages.documents.panel.hands import Hands, a_file
from tests.ui.room import troubles


def test_nothing_is_chosen_at_first(hands: Hands) -> None:
    assert "Choose a line" in hands.words()
    assert hands.panel.key == ""
    assert hands.panel.document is None


def test_it_says_what_is_asked_and_how_it_stands(hands: Hands) -> None:
    hands.go("4.7")
    said = hands.words()
    for wanted in (
        "4.7 Police · ¶47, 48",
        "Minutes of force strategic governance meetings",
        "22 h 40 min late to us",
        "2 of 3 sets",
        "Three sets, the most recent",
        "Today, end of day",
        "Mon 9, 12:00",
        "Part of it is here",
        "Force governance",
        "Twice, last today, 09:05",
        "6 Oct, 8 Sep",
    ):
        assert wanted in said, wanted


def test_a_window_is_said_with_the_item(hands: Hands) -> None:
    hands.go("1.4")
    assert "From the last 6 months" in hands.words()
    assert "14 Apr, old" in hands.words()


def test_of_a_child_the_label_stands_and_who_holds_it(hands: Hands) -> None:
    hands.go("C 7")
    assert "Child C · kind 7 · YOT · ¶44" in hands.words()
    assert "Held by" in hands.words()


def test_what_was_sent_is_told_with_its_checker(hands: Hands) -> None:
    hands.go("1.5")
    said = hands.words()
    assert "Version 1, " in said
    assert "Checked by" in said
    assert "held" in said
    assert "Inspectors hold" not in said


def test_a_query_stands_with_its_question_and_time(hands: Hands) -> None:
    hands.go("1.8")
    said = hands.words()
    assert "Query" in said
    assert "Answer by" in said


def test_the_history_tells_who_and_when_newest_first(hands: Hands) -> None:
    hands.go("4.7")
    facts = hands.panel.history.facts
    lines = [each.accessibleName() for each in facts.findChildren(Words) if each.accessibleName()]
    assert lines[0] == "Today, 09:05: Chased by phone\nInspection coordinator"
    assert lines[1].startswith("Mon 9, 14:30: Chased by e-mail")
    assert any("Version 1 in" in each for each in lines)
    assert any("Internal time Mon 9, 12:00" in each for each in lines)
    assert any("Owner" in each and "changed" in each for each in lines)


def test_the_history_of_the_item_before_never_stays(hands: Hands) -> None:
    hands.go("4.7")
    hands.go("1.1")
    assert "Chased by phone" not in hands.words()


def test_a_note_is_kept_when_one_leaves_it_and_undone_like_everything(hands: Hands) -> None:
    hands.go("4.7")
    field = hands.panel.of_document.notes.internal
    field.setFocus()
    field.setPlainText("The chair signs on Friday.")
    assert hands.document.notes.internal != "The chair signs on Friday."
    hands.panel.of_document.notes.inspectors.setFocus()
    hands.settle()
    assert hands.document.notes.internal == "The chair signs on Friday."
    assert hands.document.notes.inspectors.startswith("No meeting in July")
    hands.act(lambda workspace: undoing.undo(workspace, hands.desk.inspection_id))
    assert field.toPlainText().startswith("June minutes are with the chair")


def test_the_two_notes_are_two_fields(hands: Hands) -> None:
    hands.go("1.1")
    notes = hands.panel.of_document.notes
    notes.inspectors.setPlainText("The chart of October.")
    QTest.keyClick(notes.inspectors, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert (hands.document.notes.internal, hands.document.notes.inspectors) == (
        "",
        "The chart of October.",
    )


def test_two_notes_in_quick_succession_are_both_kept(hands: Hands) -> None:
    hands.go("1.1")
    notes = hands.panel.of_document.notes
    notes.internal.setPlainText("One")
    notes.inspectors.setPlainText("Two")
    notes.ask()
    hands.settle()
    assert (hands.document.notes.internal, hands.document.notes.inspectors) == ("One", "Two")


def test_what_is_being_typed_stays_when_the_page_reads_again(hands: Hands) -> None:
    hands.go("1.1")
    field = hands.panel.of_document.notes.internal
    field.setFocus()
    field.setPlainText("half a sen")
    hands.page.refresh()
    hands.settle()
    assert field.toPlainText() == "half a sen"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == ""


def test_what_is_typed_is_kept_when_another_item_is_shown(hands: Hands) -> None:
    hands.go("1.1")
    hands.panel.of_document.notes.internal.setPlainText("Not lost")
    hands.go("1.2")
    assert hands.panel.of_document.notes.internal.toPlainText() != "Not lost"
    hands.go("1.1")
    assert hands.document.notes.internal == "Not lost"


def test_a_note_that_is_too_long_is_refused_and_stays_as_typed(hands: Hands) -> None:
    hands.go("1.1")
    told: list[str] = []
    hands.desk.hub.refused.connect(told.append)
    field = hands.panel.of_document.notes.internal
    field.setPlainText("x" * 5001)
    field.ask()
    hands.settle()
    assert "5,000 is the most" in told[0]
    assert field.unkept


def test_a_document_is_linked_to_another_item_with_its_pages_and_unlinked(hands: Hands) -> None:
    hands.go("4.7")
    hands.click("Link to another item…")
    items = hands.panel.of_document.links.form.findChildren(QComboBox)[0]
    items.setCurrentIndex(items.findText("4.8 Audits and action plans"))
    hands.field("Pages").setText("12 to 15")
    hands.press("Link")
    assert [each.pages for each in hands.document.answers if each.pages] == ["12 to 15"]
    assert hands.field("Pages that answer 4.8").text() == "12 to 15"
    wanted: list[str] = []
    hands.panel.item_wanted.connect(wanted.append)
    hands.click("Go to 4.8 Audits and action plans")
    assert wanted == [hands.page.entry("4.8").item.id]
    hands.click("Remove the link to 4.8")
    assert len(hands.document.answers) == 1


def test_the_pages_of_a_link_are_changed_in_place(hands: Hands) -> None:
    hands.go("4.7")
    pages = hands.field("Pages that answer 4.7")
    pages.setText("3")
    QTest.keyClick(pages, Qt.Key.Key_Return)
    hands.settle()
    assert hands.document.answers[0].pages == "3"


def test_the_only_link_can_t_be_removed(hands: Hands) -> None:
    hands.go("4.7")
    with pytest.raises(StopIteration):
        hands.link("Remove the link to 4.7")


def test_an_entry_is_corrected_with_a_reason_and_stays_in_the_history(hands: Hands) -> None:
    hands.go("4.7")
    hands.click("Correct an entry…")
    hands.press("Correct")
    [row] = [
        each
        for each in hands.panel.history.form.findChildren(QLabel)
        if each.text().startswith("Reason is empty")
    ]
    assert row.isVisible()
    hands.field("Reason").setText("It was another document.")
    hands.press("Correct")
    assert hands.document.lines[-1].step is Step.CORRECT
    assert "Chased by phone (wrong, corrected)" in hands.words()
    assert "Corrected: It was another document." in hands.words()
    assert "Once, Mon 9, 14:30" in hands.words()


def test_where_nothing_can_be_corrected_nothing_is_offered(hands: Hands) -> None:
    hands.go("2.3")
    with pytest.raises(StopIteration):
        hands.link("Correct an entry…")


def test_a_closed_document_takes_no_file_and_says_why(hands: Hands, tmp_path: Path) -> None:
    hands.go("1.2")
    hands.act(
        lambda workspace: documents.take_step(
            workspace,
            hands.desk.inspection_id,
            Step.NONE,
            [hands.page.entry("4.4").documents[0].id],
            Said(reason="There is no such form"),
        )
    )
    hands.go("4.4")
    assert "There is no such form" in hands.words()
    assert not hands.drop(a_file(tmp_path, "form.pdf", b"%PDF-1.4"))
    assert hands.document.newest == 0


def test_of_several_documents_one_is_chosen(hands: Hands) -> None:
    hands.go("4.7")
    item = hands.page.entry("4.7").item
    hands.act(
        lambda workspace: register.add_document(
            workspace,
            hands.desk.inspection_id,
            "Minutes of June",
            "police",
            hands.document.answers,
        )
    )
    chosen: list[str] = []
    hands.panel.document_chosen.connect(chosen.append)
    assert "0 of 2 documents sent" in hands.words()
    other = next(
        each for each in hands.page.entry("4.7").documents if each.title == "Minutes of June"
    )
    radios = hands.panel.findChildren(QRadioButton)
    next(each for each in radios if each.text().startswith("Minutes of June")).click()
    hands.settle()
    assert chosen == [other.id]
    assert hands.document.id == other.id
    assert hands.panel.key == item.id
    hands.page.refresh()
    hands.settle()
    assert hands.document.id == other.id


def test_another_document_is_added_to_the_item(hands: Hands) -> None:
    hands.go("4.7")
    hands.click("Another document…")
    hands.press("Add the document")
    assert "Title is empty" in hands.words()
    hands.field("Title of the document").setText("Minutes of June")
    hands.press("Add the document")
    assert "0 of 2 documents sent" in hands.words()
    titles = {each.title for each in hands.page.entry("4.7").documents}
    assert titles == {"Force governance minutes", "Minutes of June"}


def test_of_rows_that_one_passes_by_only_the_last_is_read(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    lines = histories.lines

    def counted(
        workspace: Workspace, inspection_id: str, kind: Kind, record_id: str
    ) -> tuple[HistoryLine, ...]:
        read.append(record_id)
        return lines(workspace, inspection_id, kind, record_id)

    monkeypatch.setattr(histories, "lines", counted)
    assert hands.page.view is not None
    entries = hands.page.view.register().entries[:20]
    for entry in entries:
        hands.panel.show_entry(hands.page.view, entry)
    hands.settle()
    first, last = entries[0], entries[-1]
    wanted = [first.item.id, first.documents[0].id, last.item.id, last.documents[0].id]
    assert read == wanted
    assert hands.panel.history.facts.findChildren(Words)


def test_the_hash_is_copied_whole(hands: Hands) -> None:
    hands.go("4.7")
    hands.click("Copy the SHA-256 of version 1")
    assert QGuiApplication.clipboard().text() == hands.document.versions[0].sha256
    assert len(QGuiApplication.clipboard().text()) == 64


def test_a_file_that_is_gone_from_the_vault_is_said(hands: Hands, own_folder: Path) -> None:
    shutil.rmtree(own_folder / "files")
    hands.go("4.7")
    assert "File missing" in hands.words()
    assert "Restore it from a backup." in hands.words()


def test_the_ring_goes_to_the_first_thing_that_can_be_done(hands: Hands) -> None:
    hands.go("4.7")
    hands.panel.enter()
    assert hands.page.focusWidget() is hands.panel.of_document.versions.add
    closed: list[bool] = []
    hands.panel.closed.connect(lambda: closed.append(True))
    hands.click("Close, Esc")
    assert closed


@pytest.mark.parametrize("code", ["4.7", "1.8", "1.5", "C 7", "2.3"])
def test_everything_has_its_room_and_its_words(hands: Hands, code: str) -> None:
    hands.go(code)
    assert troubles(hands.page) == []
    assert nameless(hands.page) == []
    assert states_without_word(hands.page) == []
