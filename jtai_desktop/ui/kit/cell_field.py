"""The field that opens in a cell: Enter saves and goes down, Tab on, Esc leaves all as it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jtai_desktop.ui.kit.cell_steps import Step
from jtai_desktop.ui.kit.floating import ProblemTag

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOT_LEFT = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class CellField(QLineEdit):
    """`ended(step)` says that the person is done; what is refused stays with its sentence."""

    ended = Signal(str)
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._tag: ProblemTag | None = None
        self.textEdited.connect(lambda _text: self.set_problem(""))

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, if something is."""
        return self._tag.sentence if self._tag else ""

    def begin(self, kept: str, typed: str = "") -> None:
        """Start with what was typed, or with what stands there, all selected."""
        self.setText(typed or kept)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not typed:
            self.selectAll()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        if self._tag:
            self._tag.hide()
            self._tag.deleteLater()
            self._tag = None
        if sentence:
            self._tag = ProblemTag(self)
            self._tag.say(sentence)
        self.setAccessibleDescription(sentence)
        if self.property("problem") is not bool(sentence):
            self.setProperty("problem", bool(sentence))
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER:
            self.ended.emit(Step.UP if up else Step.DOWN)
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab ends the typing; the table decides where the ring goes."""
        self.ended.emit(Step.ON if on else Step.BACK)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in NOT_LEFT:
            self.left()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._tag:
            self._tag.hide()

    def left(self) -> None:
        """The focus went elsewhere: that saves too."""
        self.ended.emit(Step.STAY)
