"""RingGrid: a grid in which arrows move one ring from cell to cell; the heads of it light up.

The children by kinds and the cases by teams stand in one. Its model says what each cell is.
"""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from jtai_desktop.ui.kit.painting import paint_text
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT = 20
LABEL = FontRole.LABEL


class RingDelegate(QStyledItemDelegate):
    """What paints the cells: it is told where the ring is, and whether the grid has it."""

    def __init__(self) -> None:
        super().__init__()
        self.here = (-1, -1)
        self.ringed = False


class KeyedModel(QAbstractTableModel):
    """A model whose cells have keys; a cell without one can’t be gone to."""

    def key(self, row: int, column: int) -> str:
        """What the ring is on."""
        raise NotImplementedError

    def place_of(self, key: str) -> tuple[int, int] | None:
        """Where it stands."""
        raise NotImplementedError


class Corner(QWidget):
    """Where the two heads meet: what the rows are."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = word

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, box = Look.of(self), QPainter(self), self.rect()
        painter.fillRect(box, look.colour(Role.SIDE))
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), look.colour(Role.INK))
        painter.fillRect(QRect(box.right(), 0, 1, box.height()), look.colour(Role.LINE))
        line = look.fonts.line(LABEL)
        words = QRect(LEFT, box.bottom() - 8 - line, box.width() - LEFT, line)
        paint_text(painter, words, self._word, look.font(LABEL), look.colour(Role.INK2))


class RingHead(QHeaderView):
    """One of the two heads; the section of the ring lights up. Who makes it paints the words."""

    def __init__(self, direction: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(direction, parent)
        self.lit = -1
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @property
    def is_across(self) -> bool:
        """Whether it stands above the columns."""
        return self.orientation() is Qt.Orientation.Horizontal

    def light(self, section: int) -> None:
        """Show which row or column one is at."""
        if section != self.lit:
            self.lit = section
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, lit = Look.of(self), section == self.lit
        painter.save()
        painter.setClipRect(rect)
        ground = Role.SEL if lit else Role.SIDE if self.is_across else Role.BG
        painter.fillRect(rect, look.colour(ground))
        edge = Role.INK if self.is_across else Role.LINE
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour(edge))
        right = QRect(rect.right(), rect.top(), 1, rect.height())
        painter.fillRect(right, look.colour(Role.LINE))
        self.paint_words(painter, rect, look, section, lit=lit)
        painter.restore()

    def paint_words(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        """What a section says."""
        raise NotImplementedError


class RingGrid(QTableView):
    """`chosen(key)` follows the ring, `opened(key)` Enter; `copy_wanted` the key for copying."""

    chosen = Signal(str)
    opened = Signal(str)
    copy_wanted = Signal()

    def __init__(self, model: KeyedModel, delegate: RingDelegate, corner: str) -> None:
        super().__init__()
        self._keyed, self._ring = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._corner = Corner(corner, self)

    @property
    def current(self) -> str:
        """What the ring is on."""
        return self._keyed.key(self.currentIndex().row(), self.currentIndex().column())

    def go(self, key: str) -> bool:
        """Put the ring on something; whether it stands here."""
        place = self._keyed.place_of(key) if key else None
        if place is None:
            return False
        row, column = place
        self.setCurrentIndex(self._keyed.index(row, 0 if self.isColumnHidden(column) else column))
        return True

    def fit(self) -> None:
        """Give rows and columns their room."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.current:
            self.opened.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if key := self._keyed.key(index.row(), index.column()):
            self.opened.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand()
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _set_up(self, across: RingHead, down: RingHead) -> None:
        """Called by the constructor of the grid, once its heads are made."""
        self._across, self._down = across, down
        view = QAbstractItemView
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        self.setSelectionMode(view.SelectionMode.NoSelection)
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for head in (across, down):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(1)
        self.selectionModel().currentChanged.connect(self._moved)
        follow_look(self._dress)

    def _head(self) -> int:
        return self._across.sizeHint().height()

    def _stand(self) -> None:
        """The ring must be somewhere."""
        if not self.current and self._keyed.key(0, 0):
            self.setCurrentIndex(self._keyed.index(0, 0))

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._light()
        if self.current:
            self.chosen.emit(self.current)

    def _light(self) -> None:
        """Row and column of the ring light up; they stay lit while one is in the panel."""
        index = self.currentIndex()
        self._ring.here = (index.row(), index.column())
        self._ring.ringed = self.hasFocus()
        self._down.light(index.row())
        self._across.light(index.column())
        self.viewport().update()

    def _dress(self) -> None:
        for head in (self._across, self._down):
            head.setFont(Look.of(self).font(FontRole.LABEL))
        self._across.setFixedHeight(self._across.sizeHint().height())
        self._down.setFixedWidth(self._down.sizeHint().width())
        self._corner.setGeometry(0, 0, self._down.width(), self._across.height())
        self.fit()
        self.viewport().update()


def shared(room: int, needs: list[int]) -> list[int]:
    """Equal widths, but that no head is cut where the text is large."""
    large = [need for need in needs if need > room // len(needs)]
    others = len(needs) - len(large)
    if not others or sum(needs) > room:
        large, others = [], len(needs)
    share, rest = divmod(room - sum(large), others)
    widths = [need if need in large else share for need in needs]
    return [width + (1 if column < rest else 0) for column, width in enumerate(widths)]
