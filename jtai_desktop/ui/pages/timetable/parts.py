"""Small parts of the panel: a list of facts, and things that stand two in a line."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import StateLook
from jtai_desktop.ui.theme.tokens import Role

LABEL_WIDE = 76


class FactList(QWidget):
    """Labels at the left, what is so at the right, over several lines where it is long."""

    def __init__(self, font: FontRole = FontRole.TEXT) -> None:
        super().__init__()
        self._font = font
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        follow_look(self._dress)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show other facts; nothing is touched where they are the same."""
        if facts == self._facts:
            return
        self._facts = facts
        clear(self._grid)
        for row, fact in enumerate(facts):
            label = Words(fact.label, self._font, Role.INK2)
            text = Words(fact.text, self._font, wrap=True)
            text.setAccessibleName(f"{fact.label}: {fact.text}")
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)

    def _dress(self) -> None:
        self._grid.setColumnMinimumWidth(0, Look.of(self).sized(LABEL_WIDE))


class ChipList(QWidget):
    """States and marks, two in a line."""

    def __init__(self) -> None:
        super().__init__()
        self._looks: tuple[StateLook, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_looks(self, looks: tuple[StateLook, ...], said: str) -> None:
        """Show other chips; `said` is what the first one says aloud."""
        if looks != self._looks:
            self._looks = looks
            clear(self._column)
            put_in_pairs(self._column, [Chip(look) for look in looks])
        for chip in self.findChildren(Chip)[:1]:
            chip.set_state(looks[0], said=said)


class ButtonRows(QWidget):
    """Buttons two in a line; those that are hidden take no room."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[QWidget, ...] = ()
        self._shown: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def set_parts(self, parts: Sequence[QWidget]) -> None:
        """These buttons, in this order."""
        self._parts = tuple(parts)
        for part in parts:
            part.setParent(self)
        self.arrange()

    def arrange(self) -> None:
        """Close the gaps that hidden buttons left."""
        shown = [part for part in self._parts if not part.isHidden()]
        if shown == self._shown:
            return
        for part in self._shown:
            self._grid.removeWidget(part)
        for at, part in enumerate(shown):
            self._grid.addWidget(part, at // 2, at % 2, Qt.AlignmentFlag.AlignLeft)
        self._shown = shown


def put_in_pairs(column: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    """Two parts in a line, from the left."""
    for at in range(0, len(parts), 2):
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in parts[at : at + 2]:
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)


def focused_in(part: QWidget) -> QWidget | None:
    """What has the ring of the window, if it lies in this part."""
    focus = cast("QWidget | None", part.window().focusWidget())
    return focus if focus is not None and part.isAncestorOf(focus) else None


def clear(layout: QGridLayout | QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            # Qt shows what came into a layout a moment later: without this, as a window.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout):
            clear(inner)
