"""PlanForm: what one deed asks for, one field under another, and the deed of what was typed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from jtai_desktop.domain.typed import read_at, read_day
from jtai_desktop.ui.kit.cell_field import ENTER
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.theme.look import Look, follow_look

HIGH = 74


class TextField(QPlainTextEdit):
    """Some lines of text; Tab goes on, Ctrl+Enter is as good as the button."""

    entered = Signal()

    def __init__(self, kept: str) -> None:
        super().__init__(kept)
        self.setTabChangesFocus(True)
        follow_look(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).sized(HIGH))


class PlanForm(AskingForm):
    """What one deed asks for."""

    def act(self, inspection_id: str) -> Act:
        """The deed of what was typed; refused where it can’t be read."""
        raise NotImplementedError

    def _text(self, place: str, kept: str = "", label: str = "") -> TextField:
        field = TextField(kept)
        field.entered.connect(self.wanted)
        self._rows[place] = FormRow(label or place, field)
        return field


def day_typed(typed: str, place: str) -> date | None:
    """A day, or none where nothing was typed."""
    return read_at(place, read_day, typed) if typed.strip() else None
