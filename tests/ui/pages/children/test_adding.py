"""Adding children, and what the CQC asks for; what can't be added is said at its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.pages.children.seen import Seen

Key = Qt.Key


def test_a_child_is_added_with_all_its_documents_and_the_next_is_waited_for(seen: Seen) -> None:
    seen.click("Add a child")
    seen.type("Label", "Child G")
    seen.type("Reference", "NM-07")
    seen.type("Age", "13")
    seen.type("In scope", "Child in need")
    seen.type("Reason", "A case did not fit")
    seen.press(Key.Key_Return)
    assert [each.label for each in seen.facts.children][-1] == "Child G"
    assert len(seen.facts.of_child(seen.facts.children[-1].id)) == 9
    assert seen.cell("G 1").state.word == "Not asked"
    focus = seen.window.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert (focus.accessibleName(), focus.text()) == ("Label", "")
    seen.press(Key.Key_Escape)
    assert seen.window.focusWidget() is seen.page.grid


def test_a_label_like_a_name_is_remarked_on_but_kept(seen: Seen) -> None:
    seen.click("Add a child")
    seen.type("Label", "Robin")
    assert "This looks like a name" in seen.words()
    seen.type("Label", "Child G")
    assert "This looks like a name" not in seen.words()
    seen.type("Label", "Robin")
    seen.press(Key.Key_Return)
    assert "say why it changes" in seen.problem("Reason")
    seen.type("Reason", "A case did not fit")
    seen.press(Key.Key_Return)
    assert "Robin" in [each.label for each in seen.facts.children]


@pytest.mark.parametrize(
    ("label", "age", "field", "said"),
    [
        ("", "", "Label", "is empty"),
        ("Child A", "", "Label", "in the list already"),
        ("Child G", "old", "Age", "is not an age"),
        ("Child G", "77", "Age", "between 0 and 25"),
    ],
)
def test_what_can_t_be_added_is_said_at_its_field(
    seen: Seen, label: str, age: str, field: str, said: str
) -> None:
    seen.click("Add a child")
    seen.type("Label", label)
    seen.type("Age", age)
    seen.press(Key.Key_Return)
    assert said in seen.problem(field)
    assert len(seen.facts.children) == 6


def test_eight_children_scroll_and_are_remarked_on(seen: Seen) -> None:
    for letter in "GH":
        seen.click("Add a child")
        seen.type("Label", f"Child {letter}")
        seen.type("Reason", "Asked for")
        seen.press(Key.Key_Return)
    assert "More than seven children" in seen.words()
    assert seen.page.grid.verticalScrollBar().maximum() > 0


def test_the_list_of_the_cqc_is_opened_added_to_and_left(seen: Seen) -> None:
    assert "¶45: none yet, awaited Fri 13" in seen.words()
    seen.follow("Open the list of the CQC’s requests")
    assert "nothing is listed yet" in seen.words()
    seen.click("Add a request")
    seen.pick("Child", "Child B")
    seen.pick("From", "CAMHS")
    seen.type("What is asked for", "Discharge letter")
    seen.type("Due on", "Mon 16 Nov 2026")
    seen.click("Add the request")
    [row] = seen.page.requests.table.rows
    assert [cell.plain for cell in row.cells] == [
        "Child B",
        "NM-02",
        "Discharge letter",
        "CAMHS",
        "CQC",
        "Mon 16, end of day",
        "Not asked",
        "–",
    ]
    assert "¶45: 1 request, 1 still to send" in seen.words()
    seen.press(Key.Key_Escape)
    seen.press(Key.Key_Down)
    assert "Child B · R1" in seen.words()
    seen.follow("Back to the grid")
    assert seen.window.focusWidget() is seen.page.grid


def test_a_request_whose_day_can_t_be_read_is_said_at_its_field(seen: Seen) -> None:
    seen.page.open_at("cqc")
    seen.click("Add a request")
    seen.type("What is asked for", "Discharge letter")
    seen.type("Due on", "some day")
    seen.click("Add the request")
    assert seen.problem("Due on")
    seen.type("Due on", "Mon 16 Nov 2026")
    seen.type("At", "25:00")
    seen.click("Add the request")
    assert seen.problem("At")
    seen.type("At", "")
    seen.type("What is asked for", "")
    seen.click("Add the request")
    assert "is empty" in seen.problem("What is asked for")
    assert seen.facts.requests == ()


def test_requests_do_not_stand_in_the_grid_or_its_counts(seen: Seen) -> None:
    seen.page.open_at("cqc")
    seen.click("Add a request")
    seen.pick("Child", "Child B")
    seen.type("What is asked for", "Discharge letter")
    seen.type("Due on", "Mon 16 Nov 2026")
    seen.click("Add the request")
    assert seen.facts.child_counts(seen.facts.children[1].id).sent_of == "3 of 6 sent"
    assert "Six children, 20 of 40" in seen.page._header.findChildren(QWidget)[0].accessibleName()
