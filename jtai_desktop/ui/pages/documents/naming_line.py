"""A line above the register in which something gets a name: a view, or a column of one’s own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jtai_desktop.domain.problems import Refused
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.theme.fonts import FontRole

LONGEST_TYPED = 400
MARGIN = 20
LABEL_WIDE = 150


class NamingLine(QWidget):
    """`ask` opens it; Enter hands the name on, Esc puts it away."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(maxLength=LONGEST_TYPED)
        self._row: FormRow | None = None
        self._take: Callable[[str], None] | None = None
        self._back: QWidget | None = None
        self._keep = small_button("Keep", "", self._done)
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(MARGIN, 0, MARGIN, 8)
        self._line.setSpacing(8)
        self._cancel.clicked.connect(self.close_line)
        self.field.returnPressed.connect(self._done)
        for part in (self._keep, self._cancel):
            self._line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addStretch(1)
        self.hide()

    @property
    def problem(self) -> str:
        """What is wrong with the name."""
        return self._row.problem if self._row else ""

    def ask(self, what: str, text: str, take: Callable[[str], None]) -> None:
        """Ask for a name; `take` may refuse it with a sentence."""
        self._back = self.window().focusWidget()
        self._take = take
        self.field.setText(text)
        self.field.setAccessibleName(what)
        if self._row is None:
            self._row = FormRow(what, self.field, left=LABEL_WIDE)
            self._line.insertWidget(0, self._row, 1)
        self._row.set_label(what)
        self._row.set_problem("")
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_line(self) -> None:
        """Put it away; the ring goes back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
            return
        super().keyPressEvent(event)

    def _done(self) -> None:
        if self._take is None or self._row is None:
            return
        try:
            self._take(self.field.text())
        except Refused as refused:
            self._row.set_problem(str(refused))
            self.field.setFocus()
        else:
            self.close_line()
