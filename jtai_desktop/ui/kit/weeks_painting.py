"""Painting of the three-week strip: columns, groups, bars and the now-line."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from jtai_desktop.domain.wording import weekday
from jtai_desktop.ui.kit.painting import (
    CENTRE,
    paint_frame,
    paint_hatch,
    paint_icon,
    paint_ring,
    paint_text,
    width_of,
)
from jtai_desktop.ui.kit.strip_days import DayKind, NowLine, StripBar
from jtai_desktop.ui.kit.weeks_layout import (
    INSET,
    PlacedColumn,
    PlacedEntry,
    PlacedGroup,
    StripLayout,
    chosen_box,
)
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

ICON, ICON_GAP = 13, 3
NOW_WIDTH, FLAG_PAD = 2, 5
CUT = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class WeeksPainter:
    """Paints one layout; `chosen` is the key of the framed entry, `focused` makes it a ring."""

    look: Look
    layout: StripLayout
    chosen: str
    focused: bool

    def paint(self, painter: QPainter, width: int, height: int, now: NowLine | None) -> None:
        for column in self.layout.columns:
            self._paint_column(painter, column, height)
        line = QRect(0, self.layout.head, width, 1)
        self._paint_head_line(painter, line)
        if now is not None:
            self._paint_now(painter, now, height)
        for column in self.layout.columns:
            for group in column.groups:
                self._paint_group(painter, group)
        for bar, box in self.layout.bars:
            self._paint_bar(painter, bar, box)
        for top in (0, height - 1):
            painter.fillRect(QRect(0, top, width, 1), self.look.colour(Role.INK))

    def _paint_head_line(self, painter: QPainter, line: QRect) -> None:
        for column in self.layout.columns:
            if not column.column.sliver:
                part = QRect(column.box.left(), line.top(), column.box.width(), 1)
                painter.fillRect(part, self.look.colour(Role.LINE))

    def _paint_column(self, painter: QPainter, placed: PlacedColumn, height: int) -> None:
        box = QRect(placed.box.left(), 0, placed.box.width(), height)
        column, look = placed.column, self.look
        painter.fillRect(box, look.colour(Role.HOVER if column.today else Role.BG))
        if column.hatched:
            paint_hatch(painter, box, look)
        if box.left() > 0:
            painter.fillRect(QRect(box.left(), 0, 1, height), look.colour(Role.LINE))
        if not column.sliver:
            self._paint_head(painter, placed)
        if column.kind is DayKind.CLOSED and column.name.split():
            self._paint_name(painter, box, column.name)

    def _paint_head(self, painter: QPainter, placed: PlacedColumn) -> None:
        look, column = self.look, placed.column
        label, number = look.fonts.line(FontRole.LABEL), look.fonts.line(FontRole.HEADING)
        quiet, strong = (Role.ACCENT, Role.ACCENT) if column.today else (Role.INK2, Role.INK)
        box = QRect(placed.box.left() + INSET, 3, placed.box.width() - INSET, label)
        name = weekday(column.date)
        paint_text(painter, box, name, look.font(FontRole.LABEL), look.colour(quiet))
        box = QRect(box.left(), 1 + label, box.width(), number)
        font = look.font(FontRole.HEADING)
        paint_text(painter, box, str(column.date.day), font, look.colour(strong))

    def _paint_name(self, painter: QPainter, box: QRect, name: str) -> None:
        """The name of a closure on the page's ground, broken into lines, so that it can be read."""
        look = self.look
        room = QRect(box.left() + 4, self.layout.head + 6, box.width() - 6, box.height() // 2)
        painter.setFont(look.font(FontRole.LABEL, bold=True))
        metrics, wide = painter.fontMetrics(), room.width() - 6
        words_cut = (metrics.elidedText(word, CUT, wide) for word in name.split())
        name = " ".join(words_cut)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        words = painter.boundingRect(room.adjusted(3, 1, -3, 0), flags, name)
        words = words.intersected(room)
        painter.fillRect(words.adjusted(-3, -1, 3, 1), look.colour(Role.BG))
        painter.setPen(look.colour(Role.INK2))
        painter.drawText(words, flags, name)

    def _paint_group(self, painter: QPainter, placed: PlacedGroup) -> None:
        look, filled = self.look, placed.group.filled
        alone = len(placed.entries) == 1 and placed.entries[0].entry.key == self.chosen
        if filled is not None:
            painter.fillRect(placed.box, look.tokens.fill(filled.role))
            if not look.tokens.filled_states:
                paint_frame(painter, placed.box, look, filled.role)
        elif alone:
            painter.fillRect(placed.box, look.colour(Role.SEL))
        on_sel = alone and filled is None
        quiet = filled.role if filled is not None else Role.INK2
        self._paint_time(painter, placed, quiet, selected=on_sel)
        for entry in placed.entries:
            self._paint_entry(painter, placed, entry, selected=on_sel)

    def _paint_time(
        self, painter: QPainter, placed: PlacedGroup, ink: Role, *, selected: bool
    ) -> None:
        look, box = self.look, placed.time
        font, colour = look.font(FontRole.LABEL), look.colour(ink, selected=selected)
        used = paint_text(painter, box, placed.group.time, font, colour)
        side = look.sized(ICON)
        for mark in placed.group.marks:
            icon = QRect(box.left() + used + 4, box.top() + (box.height() - side) // 2, side, side)
            paint_icon(painter, icon, look, mark.icon, ink, selected=selected)
            used += side + 4

    def _paint_entry(
        self, painter: QPainter, group: PlacedGroup, placed: PlacedEntry, *, selected: bool
    ) -> None:
        look, state, box = self.look, placed.entry.state, placed.box
        chosen = placed.entry.key == self.chosen
        frame = chosen_box(group, placed)
        on_sel = selected
        if chosen and not selected and not state.filled:
            painter.fillRect(frame, look.colour(Role.SEL))
            on_sel = True
        side = look.sized(ICON)
        icon = QRect(box.left(), box.top() + (box.height() - side) // 2 + 1, side, side)
        paint_icon(painter, icon, look, state.icon, state.role, selected=on_sel)
        ink = state.role if state.filled else Role.INK
        word = box.adjusted(side + ICON_GAP, 0, 0, 0)
        bold = state.filled and not look.tokens.filled_states
        font = look.font(FontRole.LABEL, bold=bold)
        paint_text(painter, word, placed.entry.word, font, look.colour(ink, selected=on_sel))
        if chosen:
            self._frame(painter, frame, Role.SEL if on_sel else Role.BG)

    def _paint_bar(self, painter: QPainter, bar: StripBar, box: QRect) -> None:
        look = self.look
        painter.fillRect(box, look.colour(Role.INK))
        side = look.sized(16)
        icon = QRect(box.left() + 9, box.top() + (box.height() - side) // 2, side, side)
        paint_icon(painter, icon, look, bar.icon, Role.BG)
        words = box.adjusted(9 + side + 6, 0, -4, 0)
        paint_text(painter, words, bar.word, look.font(bold=True), look.colour(Role.BG))
        if bar.key == self.chosen:
            inner = box.adjusted(2, 2, -2, -2)
            paint_frame(painter, inner, look, Role.BG, 2 if self.focused else 1)

    def _paint_now(self, painter: QPainter, now: NowLine, height: int) -> None:
        look, column = self.look, self.layout.columns[now.column].box
        accent = look.colour(Role.ACCENT)
        left = column.left() + 1 + round(min(1.0, max(0.0, now.part)) * (column.width() - 3))
        painter.fillRect(
            QRect(left, self.layout.head + 1, NOW_WIDTH, height - self.layout.head - 2), accent
        )
        wide = width_of(look, now.text, FontRole.LABEL, bold=True) + 2 * FLAG_PAD
        high = look.fonts.line(FontRole.LABEL)
        last = self.layout.columns[-1].box.right() + 1
        flag = QRect(min(left, last - wide), height - 1 - high, wide, high)
        painter.fillRect(flag, accent)
        font = look.font(FontRole.LABEL, bold=True)
        paint_text(painter, flag, now.text, font, look.colour(Role.ACCENTINK), CENTRE)

    def _frame(self, painter: QPainter, box: QRect, on: Role) -> None:
        if self.focused:
            paint_ring(painter, box, self.look, on=on)
        else:
            paint_frame(painter, box, self.look, Role.ACCENT)
