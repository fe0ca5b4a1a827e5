"""Flow: widgets beside one another as far as there is room, then in the next line."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A layout whose height follows from its width; hidden widgets take no room."""

    def __init__(self, parent: QWidget | None = None, *, across: int = 8, down: int = 6) -> None:
        super().__init__(parent)
        self._across, self._down = across, down
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def add_all(self, widgets: Sequence[QWidget]) -> None:
        """Add these widgets, in this order."""
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def _place(self, box: QRect, *, move: bool) -> int:
        """Lay the items out; answers the height that they need."""
        left, top, high = box.left(), box.top(), 0
        for item in (each for each in self._items if not each.isEmpty()):
            size = item.sizeHint()
            if left > box.left() and left + size.width() > box.right() + 1:
                left, top, high = box.left(), top + high + self._down, 0
            if move:
                item.setGeometry(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._across
            high = max(high, size.height())
        return top + high - box.top()
