"""The entries of the week for a screen reader: each is a part of its own, with all that it says.

The week is painted, so there is nothing to be listened to in it. While a screen reader runs, an
empty part lies over each entry: it is called like the entry, is never in the way of the pointer,
and the reader is told when the ring comes to it.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from jtai_desktop.ui.pages.week.picture import Picture


class Listened:
    """The parts that are heard, in the order of the entries."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._parts: list[QWidget] = []
        self._keys: list[str] = []

    def show_picture(self, picture: Picture, scrolled: int) -> None:
        """One part for each entry, where it lies now; none while nobody listens."""
        laid = picture.in_order if QAccessible.isActive() else ()
        while len(self._parts) > len(laid):
            self._parts.pop().deleteLater()
        while len(self._parts) < len(laid):
            self._parts.append(self._part())
        self._keys = [each.entry.key for each in laid]
        for part, each in zip(self._parts, laid, strict=True):
            box = each.box
            part.setGeometry(QRect(box.left, box.top - scrolled, box.width, box.height))
            if part.accessibleName() != each.entry.said:
                part.setAccessibleName(each.entry.said)

    def tell(self, key: str) -> None:
        """The ring is at this entry."""
        if key in self._keys:
            part = self._parts[self._keys.index(key)]
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))

    def _part(self) -> QWidget:
        part = QWidget(self._viewport)
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        part.show()
        return part
