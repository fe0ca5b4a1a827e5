"""The two notes of an item, written in the panel; the document has two of its own."""

from tests.ui.pages.documents.panel.hands import Hands


def test_notes_on_the_item_are_written_and_kept(hands: Hands) -> None:
    hands.go("4.4")
    part, of_document = hands.panel.item_notes, hands.document.notes
    assert part._notes is None
    hands.click("Write a note on the item…")
    assert part.notes.internal.hasFocus()
    part.notes.internal.setPlainText("Asked for by phone.")
    part.notes.internal.ask()
    hands.settle()
    item = hands.page.entry("4.4").item
    assert (item.notes.internal, item.notes.inspectors) == ("Asked for by phone.", "")
    assert hands.document.notes == of_document
    part.notes.inspectors.setPlainText("See 4.5 too.")
    hands.go("4.7")
    hands.settle()
    assert hands.page.entry("4.4").item.notes.inspectors == "See 4.5 too."
    assert not part.notes.isVisible()
    hands.go("4.4")
    assert part.notes.isVisible()
    assert part.notes.inspectors.toPlainText() == "See 4.5 too."
