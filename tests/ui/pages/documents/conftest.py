"""The page of the documents over the example, and what one does with it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.services import overview, undoing
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What was copied goes with the test: a screen that is none frees it after Python has ended."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> DocumentsPage:
    """The page at the size it has in a maximised window."""
    made = DocumentsPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 669)
    made.show()
    made.activateWindow()
    settle()
    made.table.setFocus()
    return made


@pytest.fixture
def go(page: DocumentsPage) -> Callable[[str, str], None]:
    """Puts the ring on a cell, by the number of the item."""

    def put(code: str, column: str) -> None:
        assert page.table.go(line_of(page, code).key, column)

    return put


@pytest.fixture
def now(page: DocumentsPage, settle: Settle) -> Callable[[], Overview]:
    """The inspection as the vault has it."""

    def read() -> Overview:
        found: list[Overview] = []
        identity = page.desk.inspection_id
        page.desk.hub.read(lambda workspace: overview.load(workspace, identity), found.append)
        settle()
        return found[0]

    return read


@pytest.fixture
def undo(page: DocumentsPage, settle: Settle) -> Callable[[], None]:
    """Takes the last step back."""

    def take_back() -> None:
        identity = page.desk.inspection_id
        page.desk.hub.act(lambda workspace: undoing.undo(workspace, identity))
        settle()

    return take_back


def line_of(page: DocumentsPage, code: str) -> Line:
    """The line of an item as it is shown."""
    return next(line for line in page.table.lines if line.item.code == code)


def codes(page: DocumentsPage) -> list[str]:
    """The numbers of the lines shown, from top to bottom."""
    return [line.item.code for line in page.table.lines]


def owners(view: Overview) -> dict[str, str]:
    """Who owns what, by the number of the item."""
    roles = {contact.id: contact.role for contact in view.contacts}
    return {entry.item.code: roles.get(entry.owner_id, "") for entry in view.register().entries}


def where_one_types(page: DocumentsPage) -> QWidget:
    """The widget that gets what is typed."""
    return QApplication.focusWidget() or page.table
