"""The shelf scrolls by itself: the chosen paper is in sight, and so are its choices."""

from PySide6.QtWidgets import QComboBox

from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.ui.pages.papers.page import PapersPage
from tests.ui.person import Person


def test_the_last_paper_and_its_first_choice_are_both_in_sight(at_example: Person) -> None:
    at_example.inside.go("papers", "plan-changes:1:2")
    at_example.settle()
    page = at_example.inside.page
    assert isinstance(page, PapersPage)
    shelf = page._shelf
    row = list(KINDS).index("plan-changes")
    assert shelf.current_key == "plan-changes"
    assert shelf.viewport().rect().contains(shelf.visualRect(shelf.model().index(row, 0)))
    assert not shelf.visualRect(shelf.model().index(0, 0)).intersects(shelf.viewport().rect())
    fields = at_example.seen(QComboBox)
    names = [each.currentText() for each in fields]
    assert names[:2] == ["Version 1, Tue 3 Nov 2026", "Version 2, Fri 6 Nov 2026"]
    assert all(each.visibleRegion().boundingRect().height() > 20 for each in fields)
