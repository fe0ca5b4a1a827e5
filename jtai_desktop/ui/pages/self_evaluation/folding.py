"""A place where one small form at a time unfolds below a link, and is put away again."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.theme.fonts import FontRole


class Fold(QWidget):
    """`unfolded` wants to be seen; `folded` gives the ring back."""

    unfolded = Signal(QWidget)
    folded = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form: PanelForm | None = None
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._cancel.clicked.connect(self._leave)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def unfold(self, form: PanelForm, act: Callable[[], Act]) -> None:
        """Show a form; what it asks for is done with `act`."""
        self.begin(form, lambda: act_as_typed(self._desk.hub, form, act, self._done(form)))

    def begin(self, form: PanelForm, finish: Callable[[], object]) -> None:
        """Show a form; `finish` follows Enter and its button."""
        self.fold()
        self.form = form
        form.wanted.connect(finish)
        self._column.insertWidget(0, form)
        self.show()
        form.show()
        form.take_focus()
        self.unfolded.emit(self)

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        if self.form is None:
            return False
        form, self.form = self.form, None
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.hide()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _leave(self) -> None:
        if self.fold():
            self.folded.emit()

    def _done(self, form: PanelForm) -> Callable[[Changes], None]:
        def done(_changes: Changes) -> None:
            if form is self.form:
                self._leave()

        return done
