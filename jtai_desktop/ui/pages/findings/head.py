"""The head of the page: title, fact, the buttons of the part shown, and the switch between parts.

The switch stands at the right end, so that it stays where it is from part to part; where there is
no room for it, in a line of its own.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import KitButton, filter_button
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look

GAP, BEFORE, BESIDE_WORDS, LEAST_FACT = 8, 20, 24, 60


class Head(QWidget):
    """`turned` brings the key of the part that was chosen."""

    turned = Signal(str)

    def __init__(self, title: str, entries: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._header = PageHeader(title)
        self._actions, self._views = QWidget(), QWidget()
        self._switch: dict[str, KitButton] = {}
        self._beside = False
        self._lay_out(entries)
        follow_look(self._dress)

    @property
    def chosen(self) -> str:
        """The part that is chosen."""
        return next((key for key, each in self._switch.items() if each.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show which part is chosen; emits nothing."""
        self._switch[key].setChecked(True)

    def has(self, key: object) -> bool:
        """Whether there is such a part."""
        return key in self._switch

    def set_fact(self, fact: str) -> None:
        """The line of fact beside the title."""
        self._header.set_fact(fact)

    def add_action(self, button: QWidget) -> None:
        """A button of a part."""
        self._row_of(self._actions).addWidget(button)

    def arrange(self) -> None:
        """Put the switch where there is room for it."""
        beside = self._needed() <= self.width()
        if beside is self._beside:
            return
        self._beside = beside
        ring = self._views.window().focusWidget() if self._views.isVisible() else None
        self._row_of(self._views).setContentsMargins(BEFORE if beside else 0, 0, 0, 0)
        if beside:
            self._header.add_action(self._views)
        else:
            self._column.addWidget(self._views, 0, Qt.AlignmentFlag.AlignLeft)
        if ring is not None and self._views.isAncestorOf(ring):
            ring.setFocus()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of two lines: beside one another they need more."""
        alone = self._title_width() + self._actions.minimumSizeHint().width() + GAP
        wide = max(alone, self._views.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _needed(self) -> int:
        buttons = self._actions.sizeHint().width() + self._views.sizeHint().width()
        before = 0 if self._beside else BEFORE
        return self._title_width() + LEAST_FACT + buttons + before + 2 * GAP

    def _title_width(self) -> int:
        title = QFontMetrics(Look.of(self).font(FontRole.TITLE))
        return title.horizontalAdvance(self._header.accessibleName())

    def _row_of(self, part: QWidget) -> QHBoxLayout:
        row = part.layout()
        if not isinstance(row, QHBoxLayout):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
        return row

    def _lay_out(self, entries: Iterable[tuple[str, str]]) -> None:
        group = QButtonGroup(self)
        for key, title in entries:
            button = self._switch[key] = filter_button(title)
            button.setAccessibleName(f"Show: {title}")
            button.clicked.connect(lambda _down, key=key: self.turned.emit(key))
            group.addButton(button)
            self._row_of(self._views).addWidget(button)
        self._row_of(self._actions)
        self._header.add_action(self._actions)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._column.addWidget(self._views, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _dress(self) -> None:
        # The words are bold while the button is down: they must not be cut then.
        metrics = QFontMetrics(Look.of(self).font(FontRole.LABEL, bold=True))
        for button in self._switch.values():
            button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + BESIDE_WORDS)
        self.arrange()
