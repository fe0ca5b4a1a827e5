"""A person at the window: looks for fields by their name, types, presses keys, reads."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from jtai_desktop.services.preferences import Preferences
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.shell.actions import Do
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.inside import Inside
from jtai_desktop.ui.shell.taste import Taste
from jtai_desktop.ui.shell.window import Window
from tests.ui.waiting import wait_until, wait_until_idle

W = TypeVar("W", bound=QWidget)
NO_KEY = Qt.KeyboardModifier.NoModifier
WINDOW = (1366, 697)


class Person:
    """Does only what can be done with eyes and hands."""

    def __init__(self, vault: Path, liked: Preferences | None = None) -> None:
        self.taste = Taste(liked or Preferences(theme="light", maximised=False))
        self.taste.dress()
        self.window = Window(Hub(), vault, self.taste)
        self.window.resize(*WINDOW)
        self.gone = False

    @property
    def inside(self) -> Inside:
        """The open inspection."""
        assert self.window.inside is not None, self.words()
        return self.window.inside

    def start(self) -> None:
        """Start the program, in front of everything else."""
        self.window.show_front()
        self.come_to_the_front()
        self.settle()

    def come_to_the_front(self) -> None:
        """Show the window and wait until it takes what is typed."""
        self.window.show()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def settle(self) -> None:
        """Wait until nothing is under way and the window has laid itself out."""
        QCoreApplication.processEvents()
        wait_until_idle(self.window.hub)
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.window.hub.busy:
            self.settle()

    def wait(self, come: Callable[[], bool]) -> None:
        """Wait until this has come about."""
        wait_until(come)

    def seen(self, kind: type[W]) -> list[W]:
        """All of a kind that are in sight."""
        return [each for each in self.window.findChildren(kind) if each.isVisible()]

    def field(self, name: str) -> QLineEdit:
        """The field of that name."""
        return next(each for each in self.seen(QLineEdit) if each.accessibleName() == name)

    def button(self, text: str) -> QAbstractButton:
        """The button with those words."""
        return next(each for each in self.seen(QAbstractButton) if plain(each.text()) == text)

    def table(self, name: str) -> RowTable:
        """The table of that name."""
        return next(each for each in self.seen(RowTable) if each.accessibleName() == name)

    def problem(self, name: str) -> str:
        """What stands under the field of that name."""
        rows = self.seen(FormRow)
        return next(each.problem for each in rows if each.field.accessibleName() == name)

    def words(self) -> str:
        """All that can be read, apart from tables."""
        labels = [each.text() for each in self.seen(QLabel)]
        states = [each.accessibleName() for each in self.seen(StateLabel)]
        return "\n".join(text for text in (*labels, *states) if text)

    def type(self, name: str, text: str) -> None:
        """Put this into a field, letter by letter, in place of what is there."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.settle()

    def click(self, text: str) -> None:
        """Click the button with those words."""
        button = self.button(text)
        # A check box is hit at its box and words, not in the empty room beside them.
        point = QPoint(12, button.height() // 2)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the ring is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.settle()

    def do(self, what: Do) -> None:
        """Choose a line of a menu."""
        action = self.window.choices[what]
        assert action.isEnabled(), what
        action.trigger()
        self.settle()

    def can(self, what: Do) -> bool:
        """Whether a line of a menu can be chosen."""
        return self.window.choices[what].isEnabled()

    def leave(self) -> None:
        """Close the window for good."""
        if self.gone:
            return
        self.gone = True
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def plain(text: str) -> str:
    """The words of a button without its access key."""
    return text.replace("&", "")


def spoken(table: RowTable) -> list[str]:
    """What each row of a table says."""
    return [row.spoken for row in table.rows]
