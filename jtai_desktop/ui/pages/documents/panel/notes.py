"""The two notes of a document, written in place: Esc brings back, leaving the field keeps."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.items import Notes
from jtai_desktop.ui.kit.note_box import NoteBox, NoteKind
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look

MOST_LINES = 12
# What the style sheet puts around the text, and the document's own margin.
FRAME = 12
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# As plain as the words of a note until one writes; the ring comes from the program's own sheet.
PLAIN = (
    "QPlainTextEdit { padding: 2px 0; }"
    "QPlainTextEdit:!focus { border: 1px solid transparent; background: transparent; }"
)


class NoteField(QPlainTextEdit):
    """As high as its text. `wanted` asks to keep it: Ctrl+Enter, or leaving the field."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self._asked: str | None = None
        self.setPlaceholderText(NoteBox.EMPTY)
        self.setTabChangesFocus(True)
        self.setStyleSheet(PLAIN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._fit)
        follow_look(self._dress)

    @property
    def unkept(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.toPlainText() not in {self._kept, self._asked}

    def set_kept(self, text: str) -> None:
        """What the vault holds; shown unless something else was typed in the meantime."""
        if not self.unkept and self.toPlainText() != text:
            self.setPlainText(text)
        self._kept, self._asked = text, None

    def begin(self, text: str) -> None:
        """Another document: nothing that was typed for the one before stays."""
        self._kept, self._asked = text, None
        self.setPlainText(text)

    def refused(self) -> None:
        """It could not be kept; it is asked again when one leaves."""
        self._asked = None

    def ask(self) -> None:
        """Ask to keep what was typed, if it is not kept yet."""
        if self.unkept:
            self._asked = self.toPlainText()
            self.wanted.emit(self._asked)

    def sizeHint(self) -> QSize:
        return QSize(120, self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._needed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and self.unkept:
            self.begin(self._kept)
        elif event.key() in ENTER and control:
            self.ask()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        line = self.fontMetrics().lineSpacing()
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        return lines * line + FRAME

    def _fit(self) -> None:
        self.setFixedHeight(self._needed())
        tall = self.document().size().height() > MOST_LINES
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if tall else bars.ScrollBarAlwaysOff)

    def _dress(self) -> None:
        self.setFont(Look.of(self).font(FontRole.LABEL))
        self._fit()


class NotesPart(QWidget):
    """Internal above, for inspectors below; two fields, never one."""

    internal_wanted = Signal(str)
    inspectors_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.internal, self.inspectors = NoteField(), NoteField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for kind, field in (
            (NoteKind.INTERNAL, self.internal),
            (NoteKind.INSPECTORS, self.inspectors),
        ):
            box = NoteBox(kind)
            box.set_body(field)
            column.addWidget(box)
        self.internal.wanted.connect(self.internal_wanted)
        self.inspectors.wanted.connect(self.inspectors_wanted)

    def show_notes(self, notes: Notes, *, fresh: bool) -> None:
        """Show what is kept; `fresh` says that it is another document than before."""
        for field, text in ((self.internal, notes.internal), (self.inspectors, notes.inspectors)):
            if fresh:
                field.begin(text)
            else:
                field.set_kept(text)

    def ask(self) -> None:
        """Ask to keep what was typed, before another document is shown."""
        self.internal.ask()
        self.inspectors.ask()

    def refused(self) -> None:
        """One of them could not be kept."""
        for field in (self.internal, self.inspectors):
            field.refused()
