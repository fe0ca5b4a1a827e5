"""The page of the week in a window, as a person has it before them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from jtai_desktop.services import undoing
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.pages.week.page import WeekPage
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.in_window import WINDOW, InWindow

Key, Keys = Qt.Key, Qt.KeyboardModifier


class Seen(InWindow[WeekPage]):
    """The page, its keys and its pointer."""

    def __init__(self, desk: Desk, settle: Settle, size: tuple[int, int] = WINDOW) -> None:
        super().__init__(WeekPage(desk), settle, size)

    @property
    def facts(self) -> Facts:
        assert self.page.facts is not None
        return self.page.facts

    def entry(self, called: str, times: str = "") -> Entry:
        """The first entry that is called so."""
        return next(
            each
            for each in self.facts.entries
            if each.called.startswith(called) and each.times.startswith(times)
        )

    def go(self, called: str, times: str = "") -> Entry:
        """Put the ring on an entry."""
        entry = self.entry(called, times)
        self.page.open_at(entry.key)
        self.page.grid.setFocus()
        return entry

    def click(self, text: str) -> None:
        """Click the button or link of this text."""
        buttons = self.window.findChildren(QAbstractButton)
        next(each for each in buttons if each.text() == text and each.isVisible()).click()
        self.settle()

    def take(self, entry: Entry, from_top: int = 20) -> QPoint:
        """Press on an entry so far below its upper edge; answers where."""
        laid = self.page.grid.picture.find(entry.key)
        assert laid is not None
        scrolled = self.page.grid.verticalScrollBar().value()
        point = QPoint(laid.box.left + 30, laid.box.top + from_top - scrolled)
        QTest.mousePress(self.page.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
        return point

    def drag(self, start: QPoint, days: int, minutes: int) -> QPoint:
        """Go on to where it would lie so many days and minutes later."""
        canvas = self.page.grid.picture.canvas
        by = QPoint(days * canvas.widths[0], round(minutes * canvas.hour / 60))
        for at in (start + by / 2, start + by):
            QTest.mouseMove(self.page.grid.viewport(), at)
        return start + by

    def drop(self, point: QPoint) -> None:
        QTest.mouseRelease(self.page.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    def undo(self) -> None:
        inspection_id = self.desk.inspection_id
        self.act(lambda workspace: undoing.undo(workspace, inspection_id))
