"""CellTable: a RowTable in which the ring stands on one cell, and a field can open in it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from jtai_desktop.ui.kit.cell_field import ENTER, CellField
from jtai_desktop.ui.kit.cell_steps import Place, Step, after
from jtai_desktop.ui.kit.cells import Column, Row
from jtai_desktop.ui.kit.painting import paint_ring
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.theme.look import Look

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
NARROWEST_FIELD = 190
DRAWN_FOR, WIDEST = 545, 1.7
OPTIONS = TableOptions(chooses=False)


class CellTable(RowTable):
    """Enter, F2, a double click or typing asks for a field; the page says which and hosts it."""

    # The room for which the columns are drawn: where there is more, all get some of it.
    DRAWN_FOR = DRAWN_FOR

    edit_wanted = Signal(str, str, str)
    clear_wanted = Signal(str, str)
    fill_wanted = Signal(str, str)
    new_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self, columns: Sequence[Column], name: str, options: TableOptions = OPTIONS
    ) -> None:
        super().__init__(columns, name, options)
        self._keys = [column.key for column in columns]
        self._fields: tuple[QWidget, CellField] | None = None
        self._at: Place = ("", "")
        self._whole_row = False
        self.verticalScrollBar().valueChanged.connect(self._place_field)
        self.horizontalHeader().sectionResized.connect(self._place_field)

    @property
    def place(self) -> Place:
        """The row and column of the ring."""
        column = self.currentIndex().column()
        return self.current_key, self._keys[max(0, column)]

    @property
    def field(self) -> CellField | None:
        """The field that is open, if one is."""
        return self._fields[1] if self._fields else None

    @property
    def field_place(self) -> Place:
        """The cell in which the field is open."""
        return self._at

    def can_fill(self, _key: str, _column: str) -> bool:
        """Whether something can be typed into this cell."""
        return True

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the ring and an open field stay with their cell."""
        row, column = self.currentIndex().row(), self.place[1]
        super().set_rows(rows)
        here = self.current_key or self._key_near(row)
        self.go(here, column)
        if self._fields and not self._place_field():
            self.release()

    def go(self, key: str, column: str) -> None:
        """Put the ring on a cell."""
        found = next((at for at, row in enumerate(self.rows) if row.key == key), -1)
        if found >= 0 and column in self._keys:
            index = self.model().index(found, self._keys.index(column))
            flags = self.selectionModel().SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)

    def step(self, here: Place, step: Step) -> None:
        """Put the ring where the key that ended the typing leads to."""
        places = [
            (row.key, column)
            for row in self.rows
            for column in self._keys
            if self.can_fill(row.key, column)
        ]
        self.go(*after(places, here, step))

    def host(self, field: CellField, key: str, column: str, whole: QWidget | None = None) -> None:
        """Open a field in a cell; `whole` is what holds it where it takes the whole row."""
        self.release()
        self._fields, self._at = (whole or field, field), (key, column)
        self._whole_row = whole is not None
        self.go(key, column)
        self._place_field()
        self._fields[0].show()

    def release(self) -> None:
        """Take the field away; the focus comes back to the table if the field had it."""
        if self._fields is None:
            return
        outer, field = self._fields
        had_focus = _holds(outer, self.window().focusWidget())
        self._fields, self._at = None, ("", "")
        field.set_problem("")
        field.blockSignals(True)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        outer.hide()
        outer.deleteLater()

    def want_edit(self, typed: str = "") -> None:
        """Ask for a field at the ring; one with something wrong in it comes first."""
        if self.field and self.field.problem:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.current_key and self.can_fill(*self.place):
            self.edit_wanted.emit(*self.place, typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QTableView.paintEvent(self, event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            paint_ring(QPainter(self.viewport()), self.visualRect(index), Look.of(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._do_key(event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.want_edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._place_field()

    def view_state(self) -> dict[str, object]:
        return {**super().view_state(), "column": self.place[1]}

    def _do_key(self, event: QKeyEvent) -> bool:
        key, ctrl = event.key(), bool(event.modifiers() & _CTRL)
        plain = not event.modifiers() & (_CTRL | _ALT)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if plain and (key == Qt.Key.Key_F2 or (key in ENTER and not shift)):
            self.want_edit()
        elif key == Qt.Key.Key_Insert and plain:
            self.new_wanted.emit()
        elif key in _CLEARING and ctrl:
            self.remove_wanted.emit()
        elif key in _CLEARING and plain:
            self.clear_wanted.emit(*self.place)
        elif key == Qt.Key.Key_D and ctrl:
            self.fill_wanted.emit(*self.place)
        elif key == Qt.Key.Key_C and ctrl:
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif key == Qt.Key.Key_V and ctrl:
            self.want_edit(QGuiApplication.clipboard().text())
        elif plain and event.text().strip() and event.text().isprintable():
            self.want_edit(event.text())
        else:
            return False
        return True

    def _share_room(self) -> None:
        """All columns a little wider, where there is the room."""
        look, room = Look.of(self), self.viewport().width()
        wider = max(1.0, min(WIDEST, room / look.sized(self.DRAWN_FOR)))
        self._widths.grow(round(look.fonts.scale * wider))
        self._widths.fit(room)

    def _dress(self) -> None:
        super()._dress()
        self._share_room()

    def _place_field(self, *_moved: object) -> bool:
        """Lay the open field over its cell; whether the cell is still there."""
        if self._fields is None:
            return False
        key, column = self._at
        row = next((at for at, each in enumerate(self.rows) if each.key == key), -1)
        if row < 0:
            return False
        box = self.visualRect(self.model().index(row, self._keys.index(column)))
        self._fields[0].setGeometry(self._row_wide(box) if self._whole_row else self._wide(box))
        return True

    def _wide(self, box: QRect) -> QRect:
        """The cell, made wide enough to type in, inside the table."""
        width = max(box.width(), Look.of(self).sized(NARROWEST_FIELD))
        left = max(0, min(box.left(), self.viewport().width() - width))
        return QRect(left, box.top(), width, box.height())

    def _row_wide(self, box: QRect) -> QRect:
        return QRect(0, box.top(), self.viewport().width(), box.height())

    def _key_near(self, row: int) -> str:
        """The row that took the place of one that is gone."""
        if not self.rows or row < 0:
            return ""
        return self.rows[min(row, len(self.rows) - 1)].key


def _holds(outer: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is outer or outer.isAncestorOf(focus))
