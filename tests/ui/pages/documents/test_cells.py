"""What stands in the cells of a line, and in words: times, warnings, further documents."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from jtai_desktop.domain.documents.document import Answer
from jtai_desktop.services import register
from jtai_desktop.ui.kit.cells import Cell
from jtai_desktop.ui.pages.documents.columns import PLACE
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.pages.documents.wanted import Grouping, Scope, Wanted, wanted_of
from jtai_desktop.ui.theme.states import State
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import codes, line_of


@pytest.fixture
def cell(page: DocumentsPage) -> Callable[[str, str], Cell]:
    """The cell of an item, by number and column."""

    def find(code: str, column: str) -> Cell:
        return page.table.register_model.cells(line_of(page, code))[PLACE[column]]

    return find


Find = Callable[[str, str], Cell]


def test_late_is_a_mark_beside_the_status(cell: Find) -> None:
    due, ours = cell("4.7", "due"), cell("4.7", "ours")
    assert due.state is not None
    assert ours.state is not None
    assert (due.state.state, ours.state.state) == (State.LATE_TO_US, State.ASKED)
    assert due.text == "Mon 9, 12:00"
    assert due.tip == "22 h 40 min late to us, was due Mon 9, 12:00"
    assert (cell("1.4", "due").text, cell("1.4", "due").tip) == ("Today", "Today, end of day")


def test_what_looks_wrong_stands_in_the_place_of_the_date(cell: Find) -> None:
    old, few, newer = (cell(code, "date") for code in ("1.4", "4.7", "2.2"))
    assert [each.state.word for each in (old, few, newer) if each.state] == [
        "14 Apr, old",
        "2 of 3 sets",
        "v3 not sent",
    ]
    assert "outside the 6 months" in old.spoken
    assert cell("1.9", "date").text == "1 Sep 2025"
    query = cell("1.8", "theirs")
    assert query.state is not None
    assert query.state.state is State.QUERY
    assert query.tip


def test_a_further_document_has_its_own_line(page: DocumentsPage, settle: Settle) -> None:
    item = line_of(page, "4.4").item
    inspection_id = page.desk.inspection_id
    page.desk.hub.act(
        lambda workspace: register.add_document(
            workspace, inspection_id, "Guidance on the form", "camhs", [Answer(item.id)]
        )
    )
    settle()
    lines = [line for line in page.table.lines if line.item.code == "4.4"]
    wanted = {"Child protection referral form", "Guidance on the form"}
    assert {line.title for line in lines} == wanted
    first, further = lines
    assert (first.key, further.key) == (item.id, f"{item.id}/{further.row.document_id}")
    assert {line.agency for line in lines} == {"police", "camhs"}
    model = page.table.register_model
    assert model.cells(further)[0].text == ""
    assert model.cells(further)[0].spoken == "Further document of 4.4"
    assert page.filters._quick[next(iter(page.filters._quick))].text() == "All 36"
    page.table.go(further.key)
    assert page.panel.document is not None
    assert page.panel.document.id == further.row.document_id


def test_a_letter_alone_goes_with_the_word_before(page: DocumentsPage) -> None:
    page._want(Wanted(Scope.ALL, typed="child c asked"))
    assert codes(page) == ["C 7"]
    page._want(Wanted(Scope.ALL, typed="nm-03 asked"))
    assert codes(page) == ["C 7"]


def test_the_panel_follows_when_the_typing_rests(page: DocumentsPage, settle: Settle) -> None:
    page.filters.field.setText("4.9")
    page.following.catch_up()
    settle()
    assert page.panel.key == line_of(page, "4.9").item.id
    assert not page.following.is_behind


def test_wanted_comes_back_from_plain_values() -> None:
    wanted = Wanted(
        Scope.ALL, Grouping.OWNER, (("due", True), ("title", False)), agency="police", typed="x"
    )
    assert wanted_of(wanted.plain(), ("due", "title")) == wanted
    odd = {"scope": "moon", "group": 7, "sort": [["due", "round"], ["moon", "up"]], "typed": None}
    assert wanted_of(odd, ("due", "title")) == Wanted()


def test_every_cell_says_something_to_a_screen_reader(page: DocumentsPage) -> None:
    model = page.table.register_model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole), (row, column)
