"""RegisterTable: the register on the screen; rows are chosen whole, the ring stands on a cell."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import takewhile

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)

from jtai_desktop.ui.kit.cell_field import ENTER
from jtai_desktop.ui.kit.cell_steps import Place
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.arranging import Head, Shown
from jtai_desktop.ui.pages.documents.keys import Wish, wish_of
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.sheet import RegisterSheet

HELP = (
    "Enter or typing changes a cell, Space opens the step forms, Shift with the arrows selects"
    " several lines and columns, Left and Right on a head fold and unfold it, Shift+Space there"
    " selects what is under it, Ctrl+A everything."
)
_FLAG = QItemSelectionModel.SelectionFlag
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEY = Qt.Key
_MOVES = frozenset(
    {
        *_ACROSS,
        *(_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_PageDown),
        *(_KEY.Key_Home, _KEY.Key_End, _KEY.Key_Escape, _KEY.Key_Tab),
    }
)


class RegisterTable(RegisterSheet):
    """Says what is wished; the page knows what to do. Heads can be stood on, not selected."""

    wished = Signal(str, str)
    line_chosen = Signal(str)
    chosen_changed = Signal()
    sort_wanted = Signal(str, bool)
    fold_wanted = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._pressed = ""
        self.setAccessibleDescription(HELP)
        self.horizontalHeader().sectionClicked.connect(self._sort)

    @property
    def place(self) -> Place:
        """The line or head, and the column, of the ring."""
        found = self.register_model.at(self.currentIndex().row())
        return (found.key if found else "", c.KEYS[max(0, self.currentIndex().column())])

    @property
    def selected_lines(self) -> list[Line]:
        """The lines selected, from top to bottom."""
        found = (self.register_model.line(row) for row in sorted(self._selected_rows()))
        return [line for line in found if line is not None]

    @property
    def lines(self) -> list[Line]:
        """The lines in sight or to be scrolled to, from top to bottom."""
        return [each for each in self.register_model.shown if isinstance(each, Line)]

    def put(self, shown: tuple[Shown, ...], today: date, *, anew: bool) -> None:
        """Show other lines; ring, selection and scroll stay where they can."""
        here, row = self.place, self.currentIndex().row()
        selected = [line.key for line in self.selected_lines]
        scroll = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.register_model.put(shown, today, anew=anew)
        self._select(selected)
        self._stand(here, row)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(scroll)
        self.host.lay()
        self.viewport().update()
        if here[0] != self.place[0] or anew:
            self.line_chosen.emit(self.place[0])
        if anew or selected != [line.key for line in self.selected_lines]:
            self.chosen_changed.emit()

    def go(self, key: str, column: str = "", *, select: bool = True) -> bool:
        """Put the ring on a cell, in sight; whether the line is there."""
        row = self.register_model.row_of(key)
        if row < 0:
            return False
        self.across = ""
        index = self.register_model.index(row, c.PLACE[column or self.place[1]])
        chosen = _FLAG.ClearAndSelect | _FLAG.Rows if select else _FLAG.NoUpdate
        self.selectionModel().setCurrentIndex(index, chosen)
        self.scrollTo(index)
        return True

    def select(self, keys: Iterable[str]) -> None:
        """Select these lines, and no others."""
        self._select(keys)
        self.chosen_changed.emit()

    def select_group(self, key: str) -> None:
        """Select every line under a head, the ring on the first of them; a folded one unfolds."""
        head = self.register_model.at(self.register_model.row_of(key))
        if isinstance(head, Head) and head.folded:
            self.fold_wanted.emit(key)
        below = self.register_model.shown[self.register_model.row_of(key) + 1 :]
        lines = [each.key for each in takewhile(lambda each: isinstance(each, Line), below)]
        if lines:
            self.go(lines[0], select=False)
            self.select(lines)

    def select_one(self) -> None:
        """Select the line of the ring alone."""
        self.select([self.place[0]])
        self.setFocus()

    def step(self, rows: int, columns: int) -> None:
        """Move the ring to the next line or the next column that can be filled in."""
        key, column = self.place
        keys = [line.key for line in self.lines]
        if rows and key in keys:
            at = max(0, min(len(keys) - 1, keys.index(key) + rows))
            self.go(keys[at], column)
        elif columns:
            fields = [each for each in self.columns_shown if each in self.fillable]
            if column in fields:
                self._step_across(key, fields, fields.index(column) + columns)

    def view_state(self) -> dict[str, object]:
        """Widths, ring, selection and scroll as plain values, for keeping."""
        key, column = self.place
        return {
            "widths": self._widths.own(),
            "current": key,
            "column": column,
            "selected": [line.key for line in self.selected_lines],
            "scroll": self.verticalScrollBar().value(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take back what `view_state` gave; anything unknown or odd in it is passed over."""
        self._widths.take(state.get("widths"))
        self._fit()
        current, column = state.get("current"), state.get("column")
        if isinstance(current, str) and current:
            self.go(current, column if isinstance(column, str) and column in c.PLACE else "")
        chosen = state.get("selected")
        if isinstance(chosen, list):
            self.select(str(each) for each in chosen)
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self.verticalScrollBar().setValue(scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self.register_model.at(self.currentIndex().row())
        if event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.across = ""
        if isinstance(found, Head) and self._do_head(found, event):
            return
        if self._move_across(event):
            return
        wish, text = wish_of(event)
        if wish is not None and (isinstance(found, Line) or wish in {Wish.PASTE, Wish.COPY}):
            self.wished.emit(wish.value, text)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        head = self._head_at(event.position().toPoint())
        if head is not None and event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.select_group(head.key)
                return
            self.go(head.key, select=False)
            self.fold_wanted.emit(head.key)
            return
        super().mousePressEvent(event)
        self.across, self._pressed = "", self.place[1]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self.current_line is not None:
            self.across = self._pressed
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._head_at(event.position().toPoint()) is None and self.current_line:
            self.wished.emit(Wish.EDIT.value, "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.register_model.rowCount():
            index = self.register_model.index(0, c.PLACE[c.TITLE])
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.chosen_changed.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row():
            self.line_chosen.emit(self.place[0])

    def _sort(self, section: int) -> None:
        held = QGuiApplication.keyboardModifiers()
        further = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.sort_wanted.emit(c.KEYS[section], further)

    def _select(self, keys: Iterable[str]) -> None:
        chosen, last = QItemSelection(), len(c.KEYS) - 1
        rows = (self.register_model.row_of(key) for key in keys)
        for row in sorted(row for row in rows if row >= 0):
            index = self.register_model.index
            chosen.select(index(row, 0), index(row, last))
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect)

    def _stand(self, here: Place, row: int) -> None:
        """The ring on the same line; where that is gone, on the one that took its place."""
        found = self.register_model.row_of(here[0])
        if found < 0 and row >= 0 and self.register_model.rowCount():
            found = min(row, self.register_model.rowCount() - 1)
        if found >= 0:
            index = self.register_model.index(found, c.PLACE[here[1]])
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)

    def _step_across(self, key: str, fields: list[str], at: int) -> None:
        keys = [line.key for line in self.lines]
        down, at = divmod(at, len(fields))
        row = keys.index(key) + down if key in keys else -1
        if 0 <= row < len(keys):
            self.go(keys[row], fields[at])

    def _do_head(self, head: Head, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.select_group(head.key)
            return True
        turn = key in {*ENTER, Qt.Key.Key_Space}
        fold = key is Qt.Key.Key_Left and not head.folded
        unfold = key is Qt.Key.Key_Right and head.folded
        if turn or fold or unfold:
            self.fold_wanted.emit(head.key)
        return turn or key in _ACROSS

    def _move_across(self, event: QKeyEvent) -> bool:
        """Left and Right move the ring in its row; what is selected stays selected.

        With Shift they make of the lines that are selected a block of some columns.
        """
        way = _ACROSS.get(Qt.Key(event.key()), 0)
        held = Qt.KeyboardModifier
        if not way or event.modifiers() & (held.ControlModifier | held.AltModifier):
            return False
        if event.modifiers() & held.ShiftModifier:
            self.across = self.across or self.place[1]
        shown, column = self.columns_shown, self.place[1]
        at = shown.index(column) + way if column in shown else 0
        if 0 <= at < len(shown):
            row = self.currentIndex().row()
            index = self.register_model.index(row, c.PLACE[shown[at]])
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            super().scrollTo(index)
        return True
