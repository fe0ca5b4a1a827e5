"""A panel in a page over the example, and what a person does with it."""

import hashlib
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import KitButton, LinkButton
from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.panel import DetailPanel
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.shell.page import Desk, Page
from tests.ui.conftest import Settle


class PanelPage(Page[Overview]):
    """A page with nothing but the panel, which shows one item of the register."""

    DEPENDS = frozenset({Kind.ITEM, Kind.DOCUMENT, Kind.CHILD})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: Overview | None = None
        self.code = ""
        self.panel = DetailPanel(desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.panel)

    def read(self, workspace: Workspace) -> Overview:
        return overview.load(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Overview) -> None:
        self.view = facts
        if self.code:
            self.panel.show_entry(facts, self.entry(self.code))

    def entry(self, code: str) -> Entry:
        """The line of the register with this code."""
        assert self.view is not None
        return next(each for each in self.view.register().entries if each.item.code == code)


class Hands:
    """What a person does."""

    def __init__(self, desk: Desk, settle: Settle) -> None:
        self.desk, self._wait = desk, settle
        self.page = PanelPage(desk)
        self.page.resize(1186, 669)
        self.page.show()
        self.settle()

    @property
    def panel(self) -> DetailPanel:
        return self.page.panel

    @property
    def document(self) -> Document:
        assert self.panel.document is not None
        return self.panel.document

    @property
    def viewer(self) -> Viewer | None:
        return next((each for each in self.page.findChildren(Viewer) if each.isVisible()), None)

    @property
    def outcome(self) -> str:
        return self.panel.of_document.arriving.outcome

    def settle(self) -> None:
        """Let the vault answer and the window lay itself out."""
        for _ in range(4):
            self._wait()
            QTest.qWait(2)

    def go(self, code: str) -> None:
        """Show an item."""
        self.page.code = code
        assert self.page.view is not None
        self.page.show_facts(self.page.view)
        self.settle()

    def act(self, action: "object") -> None:
        """Something happens elsewhere."""
        assert callable(action)
        self.desk.hub.act(action)
        self.settle()

    def words(self) -> str:
        """Everything that stands in the panel."""
        shown = [each.text() for each in self.panel.findChildren(Words) if each.isVisible()]
        chips = [each.state.word for each in self.panel.findChildren(Chip) if each.isVisible()]
        return "\n".join([*shown, *chips])

    def link(self, name: str) -> LinkButton:
        """The link of that name, as one hears it or reads it."""
        found = [each for each in self.panel.findChildren(LinkButton) if each.isVisible()]
        return next(each for each in found if name in {each.accessibleName(), each.text()})

    def button(self, text: str) -> KitButton:
        found = [each for each in self.page.findChildren(KitButton) if each.isVisible()]
        return next(each for each in found if each.text() == text)

    def field(self, name: str) -> QLineEdit:
        found = [each for each in self.panel.findChildren(QLineEdit) if each.isVisible()]
        return next(each for each in found if each.accessibleName() == name)

    def click(self, name: str) -> None:
        self.link(name).click()
        self.settle()

    def press(self, text: str) -> None:
        self.button(text).click()
        self.settle()

    def drop(self, *paths: Path) -> bool:
        """Drop files onto the panel; whether it wanted them."""
        data, point = _of(*paths), QPointF(20, 20)
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        # How a QDragEnterEvent is made differs between the versions of Qt; this has all of it.
        over = QDropEvent(point, actions, data, buttons, keys)
        over.ignore()
        self.panel.dragEnterEvent(cast("QDragEnterEvent", over))
        if over.isAccepted():
            event = QDropEvent(point, actions, data, buttons, keys)
            self.panel.dropEvent(event)
            assert event.dropAction() is Qt.DropAction.CopyAction
        self.settle()
        return over.isAccepted()

    def paste(self, *paths: Path, on: QWidget | None = None) -> None:
        """Put files on the clipboard and press Ctrl+V."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setMimeData(_of(*paths))
        QTest.keyClick(on or self.panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.settle()
        # What was made here must not outlive Python.
        clipboard.clear()


def nothing(_workspace: Workspace) -> Changes:
    """An action that changes nothing."""
    return Changes()


def a_file(folder: Path, name: str, content: bytes) -> Path:
    """A file as an agency sends it."""
    path = folder / name
    path.write_bytes(content)
    return path


def sha256(content: bytes) -> str:
    """The hash of some bytes."""
    return hashlib.sha256(content).hexdigest()


def _of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
