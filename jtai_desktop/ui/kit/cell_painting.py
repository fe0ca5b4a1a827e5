"""How one cell of a table is painted: its parts from the left, a second line, a link, a meter."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from jtai_desktop.ui.kit.bar_meter import (
    METER_HEIGHT,
    METER_WIDTH,
    SEGMENT_HEIGHT,
    paint_meter,
    paint_segments,
)
from jtai_desktop.ui.kit.cells import Cell
from jtai_desktop.ui.kit.painting import LEFT, RIGHT, paint_icon, paint_text
from jtai_desktop.ui.kit.state_painting import paint_state, state_size
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

PAD, ICON_GAP, LEAD_GAP, TAIL_GAP, MARK_GAP, METER_GAP = 5, 4, 7, 4, 10, 8
ICON, MARK_ICON = 14, 13


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the first line: an icon, a text, or both, with the gap before it."""

    text: str
    font: QFont
    role: Role
    gap: int = 0
    icon: str = ""
    icon_role: Role = Role.INK2
    side: int = 0

    def width(self) -> int:
        text = QFontMetrics(self.font).horizontalAdvance(self.text) if self.text else 0
        return self.gap + (self.side + 5 if self.icon and self.text else self.side) + text


@dataclass(frozen=True, slots=True)
class CellPainter:
    """Paints cells in one look, on the page or on a selected row."""

    look: Look
    selected: bool = False

    def paint(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        inner = self.inner(box, cell)
        first, last = self._lines(inner, cell)
        if cell.second:
            link = self._link_width(cell)
            room = last.adjusted(0, 0, -link - METER_GAP if link else 0, 0)
            font = self.look.font(FontRole.LABEL)
            paint_text(painter, room, cell.second, font, self._colour(Role.INK2))
        if cell.link:
            self._paint_link(painter, last, cell)
            if not cell.second:
                first = first.adjusted(0, 0, -self._link_width(cell) - METER_GAP, 0)
        if cell.bar:
            high = self.look.sized(SEGMENT_HEIGHT)
            bar = first.adjusted(0, (first.height() - high) // 2, 0, 0)
            bar.setHeight(high)
            paint_segments(painter, bar, self.look, cell.bar, cell.bar_full)
        if cell.meter is not None:
            first = self._paint_meter(painter, first, cell.meter)
        self._paint_first(painter, first, cell)

    def inner(self, box: QRect, cell: Cell) -> QRect:
        """The room for the content; a flush cell starts and ends at the table's edge."""
        pad = 0 if cell.flush else PAD
        return box.adjusted(pad + cell.indent, 0, -pad, -1)

    def link_box(self, box: QRect, cell: Cell) -> QRect:
        """Where the link of a cell is clicked."""
        last = self._lines(self.inner(box, cell), cell)[1]
        width = self._link_width(cell)
        if not width:
            return QRect()
        left = last.left() if self._link_alone_left(cell) else last.right() + 1 - width
        return QRect(left, last.top(), width, last.height())

    def needed(self, cell: Cell) -> QSize:
        """The room that the whole cell would take on one line."""
        width = sum(part.width() for part in self._parts(cell)) + 2 * PAD
        if cell.state:
            width += state_size(self.look, cell.state).width()
        second = QFontMetrics(self.look.font(FontRole.LABEL)).horizontalAdvance(cell.second)
        meter = self.look.sized(METER_WIDTH) + METER_GAP if cell.meter else 0
        link = self._link_width(cell) + METER_GAP if cell.link else 0
        if cell.second:
            return QSize(max(width + meter, second + link + 2 * PAD), 0)
        return QSize(width + meter + link, 0)

    def _lines(self, inner: QRect, cell: Cell) -> tuple[QRect, QRect]:
        if not cell.second:
            return inner, inner
        line = self.look.grown(16, FontRole.LABEL)
        top = inner.top() + (inner.height() - 2 * line) // 2
        first = QRect(inner.left(), top, inner.width(), line)
        return first, first.translated(0, line)

    def _paint_first(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        if cell.state is not None:
            padded = not cell.flush
            state_box = box.adjusted(-PAD, 0, PAD - 1, 0) if padded else box
            used = paint_state(
                painter, state_box, self.look, cell.state, padded=padded, selected=self.selected
            )
            box = state_box.adjusted(used + TAIL_GAP, 0, 0, 0)
        parts = self._parts(cell)
        if cell.right:
            spare = box.width() - sum(part.width() for part in parts)
            box = box.adjusted(max(0, spare), 0, 0, 0)
        for part in parts:
            box = self._paint_part(painter, box, part)

    def _paint_part(self, painter: QPainter, box: QRect, part: _Part) -> QRect:
        box = box.adjusted(part.gap, 0, 0, 0)
        if box.width() <= 0:
            return box
        if part.icon:
            top = box.top() + (box.height() - part.side) // 2
            icon = QRect(box.left(), top, part.side, part.side)
            if box.width() >= part.side:
                paint_icon(
                    painter, icon, self.look, part.icon, part.icon_role, selected=self.selected
                )
            box = box.adjusted(part.side + (5 if part.text else 0), 0, 0, 0)
        if part.text and box.width() > 0:
            used = paint_text(painter, box, part.text, part.font, self._colour(part.role))
            box = box.adjusted(used, 0, 0, 0)
        return box

    def _parts(self, cell: Cell) -> list[_Part]:
        look = self.look
        small = look.font(FontRole.LABEL)
        font = look.font(cell.font, bold=cell.bold or None)
        parts: list[_Part] = []
        if cell.icon:
            side = look.sized(ICON)
            parts.append(_Part("", small, cell.ink, 0, cell.icon, cell.icon_role, side))
        if cell.lead:
            bold = look.font(cell.font, bold=True)
            parts.append(_Part(cell.lead, bold, cell.ink, ICON_GAP if parts else 0))
        if cell.text:
            gap = LEAD_GAP if cell.lead else ICON_GAP if parts else 0
            parts.append(_Part(cell.text, font, cell.ink, gap))
        if cell.tail:
            parts.append(_Part(cell.tail, look.font(cell.font), Role.INK3, TAIL_GAP))
        if cell.mark:
            mark, gap, side = cell.mark, MARK_GAP if parts else 0, look.sized(MARK_ICON)
            parts.append(_Part(mark.word, small, mark.role, gap, mark.icon, mark.role, side))
        return parts

    def _paint_meter(self, painter: QPainter, box: QRect, meter: tuple[int, int]) -> QRect:
        wide, high = self.look.sized(METER_WIDTH), self.look.sized(METER_HEIGHT)
        left, top = box.right() + 1 - wide, box.top() + (box.height() - high) // 2 + 1
        paint_meter(painter, QRect(left, top, wide, high), self.look, *meter)
        return box.adjusted(0, 0, -wide - METER_GAP, 0)

    def _paint_link(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        align = LEFT if self._link_alone_left(cell) else RIGHT
        paint_text(painter, box, cell.link, self._link_font(cell), self._colour(Role.ACCENT), align)

    def _link_alone_left(self, cell: Cell) -> bool:
        return not cell.right and not (cell.text or cell.second or cell.lead or cell.state)

    def _link_font(self, cell: Cell) -> QFont:
        font = self.look.font(FontRole.LABEL if cell.second else cell.font)
        font.setUnderline(True)
        return font

    def _link_width(self, cell: Cell) -> int:
        return QFontMetrics(self._link_font(cell)).horizontalAdvance(cell.link) if cell.link else 0

    def _colour(self, role: Role) -> QColor:
        return self.look.colour(role, selected=self.selected)
