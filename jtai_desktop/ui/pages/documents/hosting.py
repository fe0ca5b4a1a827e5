"""FieldHost: lays a field over a cell of the register, and keeps it there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QTableView, QWidget

from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.cell_steps import Place
from jtai_desktop.ui.theme.look import Look

NARROWEST_FIELD = 190


class FieldHost(QObject):
    """One field at a time. `box_of` says where a cell is; an empty box means: no more there."""

    def __init__(self, view: QTableView, box_of: Callable[[Place], QRect]) -> None:
        super().__init__(view)
        self._view, self._box_of = view, box_of
        self._field: CellField | None = None
        self._at: Place = ("", "")

    @property
    def field(self) -> CellField | None:
        """The field that is open, if one is."""
        return self._field

    @property
    def place(self) -> Place:
        """The cell in which it is open."""
        return self._at

    def host(self, field: CellField, place: Place) -> None:
        """Open a field in a cell."""
        self.release()
        self._field, self._at = field, place
        self.lay()
        field.show()

    def release(self) -> None:
        """Take the field away; the focus comes back to the table if the field had it."""
        if self._field is None:
            return
        field, self._field, self._at = self._field, None, ("", "")
        had_focus = _holds(field, self._view.window().focusWidget())
        field.set_problem("")
        field.blockSignals(True)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        field.hide()
        field.deleteLater()

    def lay(self) -> None:
        """Lay the open field over its cell; where that is gone, the field goes too."""
        if self._field is None:
            return
        box = self._box_of(self._at)
        if box.isEmpty():
            self.release()
        else:
            self._field.setGeometry(self._wide(box))

    def _wide(self, box: QRect) -> QRect:
        """The cell, made wide enough to type in, inside the table."""
        room = self._view.viewport().width()
        width = max(box.width(), Look.of(self).sized(NARROWEST_FIELD))
        left = max(0, min(box.left(), room - width))
        return QRect(left, box.top(), width, box.height())


def _holds(outer: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is outer or outer.isAncestorOf(focus))
