"""Looks through a window for what cannot be reached by key, or has no words."""

import re
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QMenuBar,
    QWidget,
)

from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.row_table import RowTable
from tests.ui.room import name_of, shown

WORDS = re.compile(r"[^\W\d_]{2}")
MOST_STOPS = 80


def controls(window: QWidget) -> list[QWidget]:
    """The controls in sight that Tab should reach, each once."""
    reached = [each for each in shown(window) if _by_tab(each)]
    return list({group_of(each): each for each in reached}.values())


def group_of(widget: QWidget) -> object:
    """Buttons of which one is chosen are one stop: the arrow keys move among them."""
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        group = cast("QButtonGroup | None", widget.group())
        if group is not None and group.exclusive():
            return group
        if widget.autoExclusive():
            return widget.parentWidget()
    return widget


def nameless(window: QWidget) -> list[str]:
    """Controls of which a screen reader could not say what they are."""
    reached = [each for each in shown(window) if _takes_focus(each)]
    buttons = [each for each in shown(window) if isinstance(each, QAbstractButton)]
    return [name_of(each) for each in {*reached, *buttons} if not WORDS.search(said(each))]


def said(widget: QWidget) -> str:
    """What a screen reader says the widget is called."""
    face = QAccessible.queryAccessibleInterface(widget)
    return str(face.text(QAccessible.Text.Name))


def states_without_word(window: QWidget) -> list[str]:
    """States, marks and icons that stand for nothing in words."""
    found = [name_of(each) for each in shown(window) if _silent_chip(each)]
    for table in (each for each in shown(window) if isinstance(each, RowTable)):
        found += [f"{name_of(table)}: {row.key}" for row in table.rows if not row.spoken]
        found += [
            f"{name_of(table)}: {cell.icon} of {row.key}"
            for row in table.rows
            for cell in row.cells
            if cell.icon and not WORDS.search(cell.spoken)
        ]
        found += [
            f"{name_of(table)}: {look.state} of {row.key}"
            for row in table.rows
            for cell in row.cells
            for look in (cell.state, cell.mark)
            if look and not (WORDS.search(look.said) and (cell.said or row.said or look.word))
        ]
    return found


def stops(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where the ring comes by in one round, beginning where it is.

    The links inside a text are stops too; the text is counted once.
    """
    start = QApplication.focusWidget()
    visited = [start] if start is not None and window.isAncestorOf(start) else []
    for _ in range(MOST_STOPS if visited else 0):
        QTest.keyClick(visited[-1], key)
        focus = QApplication.focusWidget()
        if focus is None or (focus is start and len(visited) > 1):
            break
        if focus is not visited[-1]:
            visited.append(focus)
    return visited


def _takes_focus(widget: QWidget) -> bool:
    if not widget.isEnabled() or isinstance(widget, QMenuBar) or widget.focusProxy() is not None:
        return False
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _by_tab(widget: QWidget) -> bool:
    return _takes_focus(widget) and bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _silent_chip(widget: QWidget) -> bool:
    return isinstance(widget, Chip) and not (
        WORDS.search(widget.state.word) and WORDS.search(widget.accessibleName())
    )
