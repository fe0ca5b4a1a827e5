"""RegisterSheet: the register as it is painted: rows, heads, the ring, widths, tips."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionRange, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from jtai_desktop.ui.kit.cell_steps import Place
from jtai_desktop.ui.kit.column_widths import ColumnWidths
from jtai_desktop.ui.kit.painting import paint_ring
from jtai_desktop.ui.kit.row_view import set_up_rows
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.arranging import Head
from jtai_desktop.ui.pages.documents.hosting import FieldHost
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.model import RegisterModel
from jtai_desktop.ui.pages.documents.painting import RegisterPainter
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

ROW, HEAD = 26, 28
NAME = "Register of documents"


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows that follow one another, as the first and the last of each run."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


class SheetHead(QHeaderView):
    """The head of the register: its first column begins at the page’s margin."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section:
            super().paintSection(painter, rect, section)
            return
        super().paintSection(painter, rect.adjusted(c.LEFT_MARGIN, 0, 0, 0), section)
        line = QRect(rect.left(), rect.bottom(), c.LEFT_MARGIN, 1)
        painter.fillRect(line, Look.of(self).colour(Role.INK))


class RegisterSheet(QTableView):
    """Paints itself row by row; the head of the group that is scrolled into stays on top."""

    def __init__(self) -> None:
        super().__init__()
        self.register_model = RegisterModel(self)
        self.fillable: frozenset[str] = frozenset()
        # The column from which a block of cells reaches to the ring; empty where lines are whole.
        self.across = ""
        self._painter = RegisterPainter(Look.of(self))
        self._hovered = -1
        self.setModel(self.register_model)
        self.setAccessibleName(NAME)
        self._set_up_view()
        self._set_up_head()
        self._widths = ColumnWidths(self.horizontalHeader(), c.COLUMNS, c.NARROWEST_TITLE)
        self._widths.leave_out(c.EXTRA)
        self.host = FieldHost(self, self._box_of)
        self.horizontalHeader().sectionResized.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        follow_look(self._dress)

    @property
    def current_line(self) -> Line | None:
        """The line of the ring."""
        return self.register_model.line(self.currentIndex().row())

    @property
    def columns_shown(self) -> list[str]:
        """The keys of the columns that are not hidden."""
        head = self.horizontalHeader()
        return [key for place, key in enumerate(c.KEYS) if not head.isSectionHidden(place)]

    @property
    def block_columns(self) -> list[str]:
        """The columns of the block, from left to right; none where lines are chosen whole."""
        shown, here = self.columns_shown, c.KEYS[max(0, self.currentIndex().column())]
        if self.across not in shown or here not in shown or self.across == here:
            return []
        first, last = sorted((shown.index(self.across), shown.index(here)))
        return shown[first : last + 1]

    def show_columns(self, extra: Iterable[str]) -> None:
        """Which of the extra columns are shown."""
        self._widths.leave_out(set(c.EXTRA) - set(extra))
        self._fit()

    def scrollTo(
        self,
        index: QModelIndex,  # type: ignore[override]
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Into sight, and not below the head that stays on top."""
        super().scrollTo(index, hint)
        top, high = self.rowViewportPosition(index.row()), self._row_height()
        covered = isinstance(self.register_model.at(0), Head) and self.register_model.line(
            index.row()
        )
        if covered and top < high:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (high - top))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self.viewport()), Look.of(self)
        painter.fillRect(event.rect(), look.colour(Role.BG))
        high, offset = self._row_height(), self.verticalOffset()
        first = max(0, (event.rect().top() + offset) // high)
        last = min(self.register_model.rowCount() - 1, (event.rect().bottom() + offset) // high)
        places, chosen = self._places(), self._selected_rows()
        for row in range(first, last + 1):
            box = QRect(0, row * high - offset, self.viewport().width(), high)
            self._paint_row(painter, row, box, places, selected=row in chosen)
        self._paint_block(painter, chosen)
        self._paint_top(painter)
        if self.hasFocus() and self.currentIndex().isValid() and self.host.field is None:
            row = self.currentIndex().row()
            on = Role.SEL if row in chosen else Role.BG
            paint_ring(painter, self._ring_box(), look, on=on)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._head_at(event.position().toPoint()) is None:
            super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _set_up_view(self) -> None:
        set_up_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalHeader(SheetHead(self))

    def _set_up_head(self) -> None:
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setAccessibleName(f"{NAME}: columns")

    def _selected_rows(self) -> set[int]:
        chosen = self.selectionModel().selection()
        ranges: list[QItemSelectionRange] = [chosen.at(place) for place in range(chosen.count())]
        return {row for each in ranges for row in range(each.top(), each.bottom() + 1)}

    def _paint_row(
        self,
        painter: QPainter,
        row: int,
        box: QRect,
        places: list[tuple[int, int, int]],
        *,
        selected: bool,
    ) -> None:
        found = self.register_model.at(row)
        if isinstance(found, Head):
            self._painter.head(painter, box, found, self._middle())
        elif found is not None:
            ground = Role.SEL if selected else Role.HOVER if row == self._hovered else Role.BG
            self._painter.ground(painter, box, ground)
            cells = self.register_model.cells(found)
            self._painter.line(painter, box, cells, places, selected=selected)

    def _paint_block(self, painter: QPainter, chosen: set[int]) -> None:
        """A frame around the columns of a block, for each run of lines that are selected."""
        columns = self.block_columns
        if not columns:
            return
        painter.setPen(QPen(Look.of(self).colour(Role.ACCENT), 1))
        for first, last in _runs(chosen):
            upper = self.visualRect(self.register_model.index(first, c.PLACE[columns[0]]))
            lower = self.visualRect(self.register_model.index(last, c.PLACE[columns[-1]]))
            painter.drawRect(upper.united(lower).adjusted(0, 0, -1, -1))

    def _paint_top(self, painter: QPainter) -> None:
        """The head of the group that is scrolled into stays on top."""
        head, box = self._top_head()
        if head is not None:
            self._painter.head(painter, box, head, self._middle())

    def _top_head(self) -> tuple[Head | None, QRect]:
        high, offset = self._row_height(), self.verticalOffset()
        row = offset // high
        found = self.register_model.head_above(row)
        if found is None or (offset % high == 0 and self.register_model.at(row) is found):
            return None, QRect()
        following = self.register_model.head_below(row)
        top = 0 if following < 0 else min(0, following * high - offset - high)
        return found, QRect(0, top, self.viewport().width(), high)

    def _head_at(self, point: QPoint) -> Head | None:
        head, box = self._top_head()
        if head is not None and box.contains(point):
            return head
        found = self.register_model.at(self.indexAt(point).row())
        return found if isinstance(found, Head) else None

    def _ring_box(self) -> QRect:
        index = self.currentIndex()
        high = self._row_height()
        top = index.row() * high - self.verticalOffset()
        if self.current_line and c.KEYS[index.column()] in self.fillable:
            return self.visualRect(index)
        return QRect(0, top, self.viewport().width(), high)

    def _box_of(self, place: Place) -> QRect:
        row = self.register_model.row_of(place[0])
        if row < 0 or place[1] not in c.PLACE:
            return QRect()
        # A column that left, or is not wanted, is filled in over the title.
        column = place[1] if place[1] in self.columns_shown else c.TITLE
        return self.visualRect(self.register_model.index(row, c.PLACE[column]))

    def _places(self) -> list[tuple[int, int, int]]:
        head = self.horizontalHeader()
        return [
            (at, head.sectionViewportPosition(at), head.sectionSize(at))
            for at in range(len(c.KEYS))
            if not head.isSectionHidden(at)
        ]

    def _middle(self) -> int:
        """Where the warnings of a head end: before the column of the version."""
        head, place = self.horizontalHeader(), c.PLACE[c.VERSION]
        if head.isSectionHidden(place):
            return self.viewport().width()
        return head.sectionViewportPosition(place) - 8

    def _row_height(self) -> int:
        return max(1, self.verticalHeader().defaultSectionSize())

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        line = self.register_model.line(index.row())
        tip = ""
        if line is not None and self._head_at(event.pos()) is None:
            cell = self.register_model.cells(line)[index.column()]
            cut = self._painter.is_cut(cell, self.columnWidth(index.column()))
            tip = cell.tip or (cell.text if cut else "")
        QToolTip.showText(event.globalPos(), tip, self.viewport())

    def _fit(self) -> None:
        self._widths.fit(self.viewport().width())
        self.host.lay()
        self.viewport().update()

    def _moved(self, *_sizes: int) -> None:
        self.host.lay()
        self.viewport().update()

    def _dress(self) -> None:
        look = Look.of(self)
        self._painter = RegisterPainter(look)
        self.verticalHeader().setDefaultSectionSize(look.grown(ROW))
        self.horizontalHeader().setFixedHeight(look.grown(HEAD, FontRole.LABEL))
        self._widths.grow(look.fonts.scale)
        self._fit()
