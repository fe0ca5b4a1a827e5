"""KeptField: a field that saves itself with Enter or when one leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from jtai_desktop.ui.kit.fields import FormRow

LABEL_WIDTH = 132
# What Qt leaves free at both ends of a line’s text.
INSET = 2


class EscapableLine(QLineEdit):
    """A line that tells when Esc is pressed.

    Where it looks like text, a text that is too long ends with dots until one comes to it.
    """

    escaped = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        box = self.style().subElementRect(part, option, self).adjusted(INSET, 0, -INSET, 0)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        if self.hasFocus() or not self.property("flat") or cut == self.text():
            super().paintEvent(event)
            return
        painter, panel = QPainter(self), QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        painter.setPen(self.palette().text().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class KeptField(FormRow):
    """`wanted` asks to keep what was typed. What is refused stays until mended, or Esc.

    A `flat` one looks like text until one comes to it, as in a panel of facts.
    """

    wanted = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        left: int = LABEL_WIDTH,
        flat: bool = False,
    ) -> None:
        self.line = EscapableLine()
        self.line.setPlaceholderText(placeholder)
        self.line.setProperty("flat", flat)
        super().__init__(label, self.line, hint=hint, left=left)
        self._kept = ""
        self._asked: str | None = None
        self.line.editingFinished.connect(self._finish)
        self.line.textEdited.connect(lambda _text: self.set_problem(""))
        self.line.escaped.connect(self.bring_back)

    def set_kept(self, text: str) -> None:
        """What the vault holds; shown unless something else was typed in the meantime."""
        if self.line.text() in {self._kept, self._asked}:
            self.line.setText(text)
            self.set_problem("")
        self._kept, self._asked = text, None

    def refuse(self, sentence: str) -> None:
        """It can’t be kept: say why, and leave it as typed."""
        self._asked = None
        self.set_problem(sentence)

    def bring_back(self) -> None:
        """Esc: the kept value stands again."""
        self._asked = None
        self.line.setText(self._kept)
        if self.line.hasFocus():
            self.line.selectAll()
        self.set_problem("")

    def _finish(self) -> None:
        text = self.line.text()
        if text.strip() == self._kept:
            self.bring_back()
        elif text != self._asked and not self.problem:
            self._asked = text
            self.wanted.emit(text)
