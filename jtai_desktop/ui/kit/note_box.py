"""NoteBox: the two kinds of note, which never look alike."""

from enum import StrEnum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.painting import paint_frame
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

BAR = 4


class NoteKind(StrEnum):
    INTERNAL = "internal"
    INSPECTORS = "inspectors"


_TITLES = {
    NoteKind.INTERNAL: ("Internal: stays in this register", "lock", Role.INK),
    NoteKind.INSPECTORS: ("For inspectors: goes with it", "plane", Role.ACCENT),
}


class NoteBox(QWidget):
    """Internal: lock, dashed border, grey ground. Inspectors: plane, accent bar, plain ground.

    The text stands in 9 pt; `set_body` puts a field there instead, for writing.
    """

    EMPTY = "Nothing written"

    def __init__(self, kind: NoteKind, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._body: QWidget = Words("", FontRole.LABEL, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(13 if kind is NoteKind.INSPECTORS else 10, 6, 10, 6)
        self._column.setSpacing(1)
        self._column.addLayout(self._title_row())
        self._column.addWidget(self._body)
        self.set_text(text)
        follow_look(self.update)

    @property
    def kind(self) -> NoteKind:
        return self._kind

    def set_text(self, text: str) -> None:
        if isinstance(self._body, Words):
            self._body.setText(text or self.EMPTY)
            self._body.set_ink(Role.INK if text else Role.INK2)
        self.setAccessibleName(f"{_TITLES[self._kind][0]}. {text or self.EMPTY}")

    def set_body(self, field: QWidget) -> None:
        """Put a field in place of the text; it is named after the kind of note."""
        self._column.replaceWidget(self._body, field)
        self._body.hide()
        self._body.deleteLater()
        self._body = field
        field.setAccessibleName(_TITLES[self._kind][0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        if self._kind is NoteKind.INTERNAL:
            painter.fillRect(self.rect(), look.colour(Role.SIDE))
            painter.setPen(QPen(look.colour(Role.CTL), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5))
            return
        painter.fillRect(self.rect(), look.colour(Role.BG))
        paint_frame(painter, self.rect(), look, Role.LINE2)
        painter.fillRect(QRect(0, 0, BAR, self.height()), look.colour(Role.ACCENT))

    def _title_row(self) -> QHBoxLayout:
        title, icon, ink = _TITLES[self._kind]
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(IconView(icon, ink, 13))
        row.addWidget(Words(title, FontRole.LABEL, ink, bold=True), 1)
        return row
