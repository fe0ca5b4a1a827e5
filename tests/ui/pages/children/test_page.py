"""The page of the children over the example: the grid by keys, its words, prints, and copying."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.documents.child_fields import Field
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.services import documents, taking_in, undoing
from jtai_desktop.services.documents import Said
from jtai_desktop.ui.kit.buttons import KitButton
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role
from tests.ui.access import nameless, states_without_word
from tests.ui.conftest import Settle
from tests.ui.pages.children.seen import Seen
from tests.ui.pages.in_window import WINDOW
from tests.ui.room import troubles

Key = Qt.Key
ROLE = Qt.ItemDataRole


def test_six_children_by_nine_kinds_are_in_sight(seen: Seen) -> None:
    model = seen.page.grid.grid_model
    assert (model.rowCount(), model.columnCount()) == (6 + 1, 9 + 2)
    assert seen.page.grid.verticalScrollBar().maximum() == 0
    assert seen.page._header.findChildren(QWidget)[0].accessibleName() == (
        "Children, Six children, 20 of 40 case documents sent"
    )


def test_counts_stand_at_both_ends_and_agree_with_the_cells(seen: Seen) -> None:
    model = seen.page.grid.grid_model
    foot = [model.count(6, column) for column in range(10)]
    assert foot == ["0", "1", "1", "1", "3", "1", "5", "2", "6", "1 of 6"]
    assert sum(int(each) for each in foot[:9]) == 20
    counted = ("4 of 7", "3 of 6", "3 of 8", "3 of 5", "3 of 7", "4 of 7")
    sent = [seen.facts.child_counts(each.id).sent_of for each in seen.facts.children]
    assert sent == [f"{each} sent" for each in counted]
    states = [seen.cell(f"{child} 5").state.word for child in "ABCDEF"]
    assert states == ["Ready", "Sent", "Sent", "Ready", "Ready", "Sent"]
    assert foot[4] == str(states.count("Ready"))


def test_only_what_wants_something_done_is_filled(seen: Seen) -> None:
    filled = {
        code: cell.fill
        for code in (f"{child} {kind}" for child in "ABCDEF" for kind in range(1, 10))
        if (cell := seen.cell(code)).fill is not None
    }
    assert filled == {"C 7": Role.LATE, "F 3": Role.WARNING, "F 9": Role.LATE}


def test_a_late_cell_keeps_its_state_and_says_late_in_words(seen: Seen) -> None:
    cell = seen.cell("C 7")
    assert (cell.state.word, cell.small) == ("Asked", "Late to us")
    assert cell.said.startswith("Asked, Child C, 7 Minutes of multi-agency meetings")
    assert "22 h 40 min late to us" in cell.said
    assert "due Mon 9, 12:00" in cell.said


def test_a_missing_reason_is_a_warning_in_the_cell(seen: Seen) -> None:
    cell = seen.cell("F 3")
    assert (cell.state.word, cell.fill) == ("No reason", Role.WARNING)
    assert "Does not exist" in cell.said


def test_a_query_of_the_inspectors_fills_the_cell(seen: Seen) -> None:
    said, ids = Said(text="Where is page 3?"), [seen.document("A 1")]
    iid = seen.desk.inspection_id
    seen.act(lambda w: documents.take_step(w, iid, Step.THEY_QUERIED, ids, said))
    assert (seen.cell("A 1").state.word, seen.cell("A 1").fill) == ("Query", Role.WARNING)


def test_what_the_inspectors_hold_and_what_we_hold_stands_in_the_cell(
    seen: Seen, tmp_path: Path
) -> None:
    path = tmp_path / "newer.pdf"
    path.write_bytes(b"%PDF-1.4 newer")
    document, iid = seen.document("A 1"), seen.desk.inspection_id
    assert seen.cell("A 1").small == "v1"
    seen.act(lambda w: documents.take_in(w, iid, [taking_in.incoming(document, path)]))
    cell = seen.cell("A 1")
    assert (cell.small, cell.warns) == ("v1 → v2", True)
    assert "version 2 here, inspectors hold version 1" in cell.said


def test_arrows_move_through_documents_and_conversations_and_nowhere_else(seen: Seen) -> None:
    seen.go("A 1")
    seen.press(Key.Key_Right)
    seen.press(Key.Key_Down)
    assert seen.code() == "B 2"
    seen.go("F 9")
    seen.press(Key.Key_Down)
    assert seen.code() == "F 9"
    seen.press(Key.Key_Right)
    seen.press(Key.Key_Right)
    assert seen.page.grid.current == f"child:{seen.facts.children[5].id}"
    seen.press(Key.Key_Home)
    assert seen.code() == "F 1"


def test_the_panel_follows_the_ring_and_tells_of_the_child(seen: Seen) -> None:
    seen.go("C 6")
    seen.press(Key.Key_Right)
    assert "Child C · kind 7 · YOT · ¶44" in seen.words()
    fields = seen.page.panel.child.fields.fields
    assert (fields[Field.IN_SCOPE].line.text(), fields[Field.AGE].line.text()) == ("In care", "15")
    assert "3 of 8 sent" in seen.words()


def test_enter_goes_to_what_can_be_done_and_esc_comes_back(seen: Seen) -> None:
    seen.go("C 7")
    seen.press(Key.Key_Return)
    focus = seen.window.focusWidget()
    assert isinstance(focus, KitButton)
    assert focus.text() == "Chase…"
    seen.press(Key.Key_Escape)
    assert seen.window.focusWidget() is seen.page.grid
    assert seen.code() == "C 7"


def test_a_step_is_taken_from_here(seen: Seen) -> None:
    seen.go("C 7")
    seen.click("Not applicable…")
    seen.type("Reason", "No meeting was held")
    seen.press(Key.Key_Return)
    assert seen.cell("C 7").state.word == "N/A"
    assert seen.cell("C 7").fill is None


def test_space_ticks_the_print_and_takes_it_away_and_undo_too(seen: Seen) -> None:
    seen.go("A 1")
    assert not seen.cell("A 1").printed
    seen.press(Key.Key_Space)
    assert seen.cell("A 1").printed
    assert "printed v1" in seen.cell("A 1").said
    assert seen.facts.printed(seen.facts.children[0].id) == (1, 7)
    assert "1 of 40 documents" in seen.words()
    seen.press(Key.Key_Space)
    assert not seen.cell("A 1").printed
    seen.act(lambda w: undoing.undo(w, seen.desk.inspection_id))
    assert seen.cell("A 1").printed


def test_a_newer_version_is_printed_anew(seen: Seen, tmp_path: Path) -> None:
    seen.go("A 5")
    seen.press(Key.Key_Space)
    path = tmp_path / "newer.pdf"
    path.write_bytes(b"%PDF-1.4 newer")
    document, iid = seen.document("A 5"), seen.desk.inspection_id
    seen.act(lambda w: documents.take_in(w, iid, [taking_in.incoming(document, path)]))
    assert "printed v1, we hold v2" in seen.cell("A 5").said
    seen.press(Key.Key_Space)
    assert "printed v2" in seen.cell("A 5").said


def test_what_has_no_file_can_t_be_ticked_and_that_is_said(seen: Seen) -> None:
    told: list[str] = []
    seen.desk.hub.refused.connect(told.append)
    seen.go("B 3")
    seen.press(Key.Key_Space)
    assert "no file yet" in told[0]


def test_the_grid_is_copied_as_table_and_text(seen: Seen) -> None:
    seen.go("A 1")
    seen.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    text, table = clipboard.text(), clipboard.mimeData().html()
    lines = text.splitlines()
    assert len(lines) == 8
    assert {line.count("\t") for line in lines} == {15}
    assert lines[0].startswith("Child\tReference and age\tIn scope\t1 Referral or contact")
    assert "Asked, Late to us" in lines[3]
    assert table.count("<tr>") == 8
    clipboard.clear()
    seen.click("Copy grid")
    assert clipboard.text() == text


def test_one_goes_on_to_the_register(seen: Seen) -> None:
    seen.go("C 7")
    seen.follow("Open in Documents")
    assert seen.went == [("documents", seen.page.panel.key)]


def test_what_is_copied_is_no_formula_and_no_markup(seen: Seen) -> None:
    seen.click("Add a child")
    seen.type("Label", "=A <b>")
    seen.type("Reason", "Asked for")
    seen.press(Key.Key_Return)
    seen.click("Copy grid")
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text().splitlines()[7].startswith("’=A <b>\t")
    assert "<td>’=A &lt;b&gt;</td>" in clipboard.mimeData().html()


def test_it_opens_at_a_document_and_comes_back_to_it(seen: Seen) -> None:
    entry = next(each for each in seen.facts.case_documents if each.item.code == "D 4")
    seen.page.open_at(entry.item.id)
    assert seen.code() == "D 4"
    state = seen.page.view_state()
    seen.go("A 1")
    seen.page.restore_view(state)
    assert seen.code() == "D 4"


def test_without_children_it_says_what_belongs_here(seen: Seen) -> None:
    bare = replace(seen.facts, view=replace(seen.facts.view, children=()))
    seen.page.show_facts(bare)
    seen.settle()
    assert "The selected children stand here" in seen.words()
    found = [each for each in seen.page.findChildren(KitButton) if each.text() == "Add a child"]
    next(each for each in reversed(found) if each.isVisible()).click()
    assert isinstance(seen.window.focusWidget(), QLineEdit)


def test_heads_and_cells_are_heard(seen: Seen) -> None:
    model, across, down = (
        seen.page.grid.grid_model,
        Qt.Orientation.Horizontal,
        Qt.Orientation.Vertical,
    )
    heard = model.headerData(6, across, ROLE.AccessibleTextRole)
    assert heard == "7 Minutes of multi-agency meetings about the child"
    assert str(model.headerData(2, down)).startswith("Child C, NM-03, age 15, In care: 3 of 8")
    assert model.index(2, 6).data(ROLE.AccessibleTextRole) == seen.cell("C 7").said
    assert model.headerData(6, down) == "Still to send"


@pytest.mark.parametrize("size", [WINDOW, (1280, 649)])
@pytest.mark.parametrize("target", ["C 7", "cqc", "add", "request"])
def test_everything_has_its_room_and_its_words(
    qtbot: QtBot, desk: Desk, settle: Settle, size: tuple[int, int], target: str
) -> None:
    seen = Seen(desk, settle, size)
    qtbot.addWidget(seen.window)
    if target == "add":
        seen.click("Add a child")
    elif target == "request":
        seen.page.open_at("cqc")
        seen.click("Add a request")
    else:
        seen.page.open_at(target)
    seen.settle()
    assert troubles(seen.page) == []
    assert nameless(seen.page) == []
    assert states_without_word(seen.page) == []
