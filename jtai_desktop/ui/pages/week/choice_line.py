"""A field to type into, with a list of what was used before; nothing is completed on its own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

LONGEST_TYPED = 400


def plain_line(hint: str = "") -> QLineEdit:
    """A field to type into, without a list."""
    line = QLineEdit(maxLength=LONGEST_TYPED)
    line.setPlaceholderText(hint)
    return line


def on_enter(field: "QLineEdit | ChoiceLine", then: Callable[[], object]) -> None:
    """What Enter in a field does, with a list or without."""
    line = field.line if isinstance(field, ChoiceLine) else field
    line.returnPressed.connect(then)


class Chooser(QComboBox):
    """A list to choose from. Neither the wheel nor an arrow changes what is kept: Down opens it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page is scrolled over it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not self.view().isVisible():
            self.showPopup()
            return
        super().keyPressEvent(event)


class ChoiceLine(Chooser):
    """`left` follows Enter, leaving the field, and a choice from the list, which Down opens."""

    left = Signal()
    typed = Signal(str)

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(10)
        # Half a word is no answer: “Room” must not become the first room that begins so.
        self.setCompleter(None)  # type: ignore[arg-type]
        self.line.setMaxLength(LONGEST_TYPED)
        self.line.setPlaceholderText(hint)
        self.line.editingFinished.connect(self.left)
        self.line.textEdited.connect(self.typed)
        self.activated.connect(lambda _at: self.left.emit())

    @property
    def line(self) -> QLineEdit:
        """The field itself."""
        line = self.lineEdit()
        if line is None:
            raise TypeError(self.objectName())
        return line

    def text(self) -> str:
        """What stands in it."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Put something in."""
        self.line.setText(text)

    def offer(self, choices: Sequence[str]) -> None:
        """What the list has; what stands in the field stays."""
        if [self.itemText(at) for at in range(self.count())] == list(choices):
            return
        text = self.line.text()
        self.clear()
        self.addItems(list(choices))
        self.setCurrentIndex(-1)
        self.line.setText(text)
