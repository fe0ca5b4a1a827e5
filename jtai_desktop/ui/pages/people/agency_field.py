"""The two fields that open in an agency's row: its name here, and the short one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.cell_steps import Step
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.theme.tokens import Role


class AgencyField(QWidget):
    """Name and short name; Tab goes from one to the other, Enter saves both."""

    ended = Signal(str)
    dropped = Signal()

    def __init__(self, name: str, short: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = CellField("Name of the agency", self)
        self.short = CellField("Short name of the agency", self)
        self.name.setText(name)
        self.short.setText(short)
        self.name.setPlaceholderText("Name of the agency")
        self.short.setPlaceholderText("Short name")
        stand_on(self, Role.SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.name, 3)
        row.addWidget(self.short, 1)
        for field in (self.name, self.short):
            field.ended.connect(self._end)
            field.dropped.connect(self.dropped)

    def set_problem(self, sentence: str, place: str) -> None:
        """Say what is wrong, at the field that it is about."""
        field = self.short if place == "Short name" else self.name
        field.set_problem(sentence)

    def _end(self, step: str) -> None:
        """Tab stays inside; a focus that only went to the other field is not the end."""
        on_name = self.sender() is self.name
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        if step == Step.ON and on_name:
            self.short.setFocus()
            self.short.selectAll()
        elif step == Step.BACK and not on_name:
            self.name.setFocus()
            self.name.selectAll()
        elif not (step == Step.STAY and inside):
            self.ended.emit(step)
