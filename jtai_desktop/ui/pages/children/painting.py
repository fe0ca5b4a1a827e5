"""How the grid is painted: its cells, the heads of its columns and the children at the left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from jtai_desktop.ui.kit.painting import (
    CENTRE,
    paint_frame,
    paint_icon,
    paint_ring,
    paint_text,
    width_of,
)
from jtai_desktop.ui.kit.ring_grid import LEFT, RingDelegate, RingHead
from jtai_desktop.ui.kit.state_painting import paint_state
from jtai_desktop.ui.pages.children.cells import GridCell, TalksCell, child_lines
from jtai_desktop.ui.pages.children.model import COUNT_LINES, GRID_ROLE, TO_SEND, GridModel
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

Index = QModelIndex | QPersistentModelIndex
ICON, SMALL_ICON, GAP = 16, 12, 3
HEAD, CHILD_WIDE = 64, 118
LABEL = FontRole.LABEL


class GridDelegate(RingDelegate):
    """Icon, word and a small line in the middle; the ground is filled only where one must act."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box, cell = Look.of(self), QRect(option.rect), index.data(GRID_ROLE)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, look.colour(Role.BG))
        if isinstance(cell, GridCell):
            self._paint_cell(painter, box, look, cell)
        elif isinstance(cell, TalksCell):
            _paint_talks(painter, box, look, cell)
        else:
            self._paint_count(painter, box, look, index)
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), look.colour(Role.LINE))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour(Role.LINE))
        if self.here == (index.row(), index.column()):
            self._paint_here(painter, box.adjusted(0, 0, -1, -1), look, cell)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(62, 58)

    def _paint_here(self, painter: QPainter, box: QRect, look: Look, cell: object) -> None:
        """The ring; a thin frame while one is elsewhere, since the panel tells of this cell."""
        if self.ringed:
            filled = isinstance(cell, GridCell) and cell.fill is not None
            paint_ring(painter, box, look, thick=filled)
        else:
            paint_frame(painter, box, look, Role.ACCENT)

    def _paint_cell(self, painter: QPainter, box: QRect, look: Look, cell: GridCell) -> None:
        ink = cell.fill or cell.state.role
        if cell.fill is not None:
            painter.fillRect(box, look.tokens.fill(cell.fill))
            if not look.tokens.filled_states:
                paint_frame(painter, box.adjusted(2, 2, -3, -3), look, cell.fill)
        side, line = look.sized(ICON), look.fonts.line(LABEL)
        third = bool(cell.small or cell.printed)
        fourth = bool(cell.last) and box.height() >= side + GAP + 3 * line + 4
        high = side + GAP + line * (1 + third + fourth)
        top = box.top() + max(2, (box.height() - high) // 2)
        icon = QRect(box.center().x() - side // 2, top, side, side)
        paint_icon(painter, icon, look, cell.state.icon, ink)
        word = QRect(box.left() + 2, top + side + GAP, box.width() - 4, line)
        bold = cell.fill is not None
        font = look.font(LABEL, bold=bold)
        paint_text(painter, word, cell.state.word, font, look.colour(ink), CENTRE)
        if third:
            self._paint_small(painter, word.translated(0, line), look, cell)
        if fourth:
            last, ink2 = word.translated(0, 2 * line), look.colour(cell.fill or Role.INK2)
            paint_text(painter, last, cell.last, look.font(LABEL), ink2, CENTRE)

    def _paint_small(self, painter: QPainter, box: QRect, look: Look, cell: GridCell) -> None:
        """The small line, and a printer where a copy lies on paper."""
        ink = Role.WARNING if cell.warns else cell.fill or Role.INK2
        bold = cell.warns or cell.fill is not None
        side = look.sized(SMALL_ICON) if cell.printed else 0
        between = GAP if cell.printed and cell.small else 0
        room = box.width() - side - between
        wide = min(room, width_of(look, cell.small, LABEL, bold=bold))
        left = box.left() + (box.width() - wide - between - side) // 2
        words = QRect(left, box.top(), wide, box.height())
        paint_text(painter, words, cell.small, look.font(LABEL, bold=bold), look.colour(ink))
        if cell.printed:
            top = box.top() + (box.height() - side) // 2
            icon = QRect(left + wide + between, top, side, side)
            paint_icon(painter, icon, look, "printer", cell.fill or Role.INK2)

    def _paint_count(self, painter: QPainter, box: QRect, look: Look, index: Index) -> None:
        text = str(index.data() or "")
        done = text == "0"
        ink = look.colour(Role.INK2 if done else Role.INK)
        role = LABEL if " of " in text else FontRole.TEXT
        bold = not done and "confirmed" not in text
        paint_text(painter, box, text, look.font(role, bold=bold), ink, CENTRE)


def _paint_talks(painter: QPainter, box: QRect, look: Look, cell: TalksCell) -> None:
    """A line for each person; what finds no room is counted in the last one."""
    line = look.fonts.line(LABEL) + 2
    room = max(1, (box.height() - 4) // line)
    shown = cell.looks if len(cell.looks) <= room else cell.looks[: room - 1]
    more = len(cell.looks) - len(shown)
    top = box.top() + max(2, (box.height() - line * (len(shown) + (1 if more else 0))) // 2)
    inside = QRect(box.left() + 6, top, box.width() - 7, line)
    for at, state in enumerate(shown):
        paint_state(painter, inside.translated(0, at * line), look, state, padded=False)
    if more:
        words = inside.translated(0, len(shown) * line)
        paint_text(painter, words, f"and {more} more", look.font(LABEL), look.colour(Role.INK2))


class GridHead(RingHead):
    """One of the two heads of the grid; the one of the current cell lights up."""

    def __init__(self, direction: Qt.Orientation, parent: QWidget, grid: GridModel) -> None:
        super().__init__(direction, parent)
        self._grid = grid

    def sizeHint(self) -> QSize:
        look = Look.of(self)
        if self.is_across:
            return QSize(0, look.grown(HEAD, LABEL, lines=3))
        return QSize(look.sized(CHILD_WIDE), 0)

    def paint_words(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        paint = self._paint_kind if self.is_across else self._paint_child
        paint(painter, box, look, section, lit=lit)

    def _paint_kind(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        kinds, line = self._grid.kinds, look.fonts.line(LABEL)
        counted = section >= len(kinds)
        lines = COUNT_LINES[section - len(kinds)] if counted else kinds[section].grid
        ink = look.colour(Role.INK2, selected=lit)
        top = box.bottom() - 8 - line * len(lines)
        if not counted:
            number = QRect(box.left(), top - look.fonts.line() + 1, box.width(), look.fonts.line())
            strong = look.colour(Role.INK, selected=lit)
            text = str(kinds[section].number)
            paint_text(painter, number, text, look.font(bold=True), strong, CENTRE)
        for at, text in enumerate(lines):
            words = QRect(box.left() + 1, top + at * line, box.width() - 2, line)
            paint_text(painter, words, text, look.font(LABEL), ink, CENTRE)

    def _paint_child(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        quiet = look.colour(Role.INK2, selected=lit)
        if section >= len(self._grid.children_shown):
            paint_text(painter, box.adjusted(LEFT, 0, 0, 0), TO_SEND, look.font(LABEL), quiet)
            return
        texts = child_lines(self._grid.children_shown[section])
        line, small = look.fonts.line(), look.fonts.line(LABEL)
        top = box.top() + (box.height() - line - 2 * small) // 2
        first = QRect(box.left() + LEFT, top, box.width() - LEFT - 2, line)
        strong = look.colour(Role.INK, selected=lit)
        paint_text(painter, first, texts[0], look.font(bold=True), strong)
        # “Act now” takes the place of why the child is in scope, which the panel tells.
        flagged = self._grid.is_flagged(section)
        if flagged:
            chip = look_of(State.WARNING).worded("Act now")
            under = QRect(first.left(), top + line + small + 1, first.width(), small + 6)
            paint_state(painter, under, look, chip, selected=lit)
        for at, text in enumerate(texts[1:2] if flagged else texts[1:]):
            below = QRect(first.left(), top + line + at * small, first.width(), small)
            paint_text(painter, below, text, look.font(LABEL), quiet)
