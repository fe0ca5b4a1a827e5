"""How the register is painted: whole rows at once, since a key that is typed waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap

from jtai_desktop.ui.kit.cells import Cell
from jtai_desktop.ui.kit.painting import LEFT, RIGHT, paint_icon, paint_text, ratio_of
from jtai_desktop.ui.kit.state_painting import paint_state
from jtai_desktop.ui.pages.documents.arranging import Head
from jtai_desktop.ui.pages.documents.columns import LEFT_MARGIN
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.states import StateLook
from jtai_desktop.ui.theme.tokens import Role

PAD, GAP, ICON, CHEVRON = 5, 6, 14, 14
_LINE = int(LEFT | Qt.TextFlag.TextSingleLine)
Place = tuple[int, int, int]
StateKey = tuple[StateLook, int, int, bool, float]


@dataclass(slots=True)
class RegisterPainter:
    """Paints rows in one look. What was measured once is kept."""

    look: Look
    plain: QFont = field(init=False)
    bold: QFont = field(init=False)
    small: QFont = field(init=False)
    _metrics: dict[bool, QFontMetrics] = field(init=False)
    _cut: dict[tuple[str, int, bool], str] = field(default_factory=dict)
    _states: dict[StateKey, tuple[QPixmap, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The fonts of this look."""
        self.plain, self.bold = self.look.font(), self.look.font(bold=True)
        self.small = self.look.font(FontRole.LABEL)
        self._metrics = {False: QFontMetrics(self.plain), True: QFontMetrics(self.bold)}

    def ground(self, painter: QPainter, box: QRect, ground: Role) -> None:
        """The ground of a row, and the line under it."""
        painter.fillRect(box, self.look.colour(ground))
        line = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(line, self.look.colour(Role.LINE))

    def line(
        self,
        painter: QPainter,
        box: QRect,
        cells: Sequence[Cell],
        places: Sequence[Place],
        *,
        selected: bool,
    ) -> None:
        """The cells of a line; `places` are column, left edge and width."""
        inks = {role: self.look.colour(role, selected=selected) for role in (Role.INK, Role.INK2)}
        for column, left, width in places:
            cell = cells[column]
            room = QRect(left, box.top(), width, box.height() - 1)
            if cell.state is not None:
                room = self._state(painter, room, cell.state, selected=selected)
            if cell.text and room.width() > 0:
                inset = PAD + cell.indent + (0 if column else LEFT_MARGIN)
                painter.setFont(self.bold if cell.bold else self.plain)
                painter.setPen(inks.get(cell.ink, inks[Role.INK]))
                text = self.cut(cell.text, room.width() - inset - 2, bold=cell.bold)
                painter.drawText(room.adjusted(inset, 0, 0, 0), _LINE, text)

    def cut(self, text: str, width: int, *, bold: bool) -> str:
        """The text, cut with dots where it is too long."""
        key = (text, width, bold)
        found = self._cut.get(key)
        if found is None:
            metrics, way = self._metrics[bold], Qt.TextElideMode.ElideRight
            found = self._cut[key] = metrics.elidedText(text, way, max(0, width))
        return found

    def is_cut(self, cell: Cell, width: int) -> bool:
        """Whether a cell shows less than it holds."""
        return bool(cell.text) and self.cut(cell.text, width - 2 * PAD, bold=cell.bold) != cell.text

    def head(self, painter: QPainter, box: QRect, head: Head, middle: int) -> None:
        """A head over the whole row; warnings end at `middle` where there is room."""
        self.ground(painter, box, Role.SIDE)
        side = self.look.sized(CHEVRON)
        left = LEFT_MARGIN + PAD
        chevron = "chevron-right" if head.folded else "chevron-down"
        mark = QRect(left, box.top() + (box.height() - side) // 2, side, side)
        paint_icon(painter, mark, self.look, chevron, Role.INK2)
        right = box.right() - PAD - GAP
        inner = QRect(box.left(), box.top(), box.width(), box.height() - 1)
        quiet = self.look.colour(Role.INK2)
        room = QRect(inner.left(), inner.top(), right - inner.left(), inner.height())
        used = paint_text(painter, room, head.count, self.small, quiet, RIGHT)
        right = min(middle, right - used - 2 * GAP)
        for word, icon, role in self._marks(head):
            right = self._mark(painter, inner, right, (word, icon, role)) - 2 * GAP
        self._head_title(painter, inner, left + side + GAP, right, head)

    def _head_title(self, painter: QPainter, box: QRect, left: int, right: int, head: Head) -> None:
        ink = self.look.colour(Role.INK)
        if head.lead:
            room = QRect(left, box.top(), right - left, box.height())
            left += paint_text(painter, room, head.lead, self.bold, ink) + GAP + 1
        room = QRect(left, box.top(), max(0, right - left), box.height())
        paint_text(painter, room, head.title, self.bold, ink)

    def _marks(self, head: Head) -> list[tuple[str, str, Role]]:
        found = [(head.warned, "triangle", Role.WARNING)] if head.warnings else []
        return [*found, (f"{head.late} late", "octagon", Role.LATE)] if head.late else found

    def _mark(self, painter: QPainter, box: QRect, right: int, mark: tuple[str, str, Role]) -> int:
        """A count at the left of `right`; answers where it begins."""
        word, icon, role = mark
        side = self.look.sized(ICON)
        wide = QFontMetrics(self.small).horizontalAdvance(word)
        left = right - wide - side - 4
        paint_icon(
            painter,
            QRect(left, box.top() + (box.height() - side) // 2, side, side),
            self.look,
            icon,
            role,
        )
        room = QRect(left + side + 4, box.top(), wide + 2, box.height())
        paint_text(painter, room, word, self.small, self.look.colour(role))
        return left

    def _state(self, painter: QPainter, room: QRect, state: StateLook, *, selected: bool) -> QRect:
        """A state, drawn once for each width and ground, then copied."""
        ratio = ratio_of(painter)
        key = (state, room.width(), room.height(), selected, ratio)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = self._drawn(state, room.size(), ratio, selected=selected)
        picture, used = found
        painter.drawPixmap(room.topLeft(), picture)
        return room.adjusted(used, 0, 0, 0)

    def _drawn(
        self, state: StateLook, size: QSize, ratio: float, *, selected: bool
    ) -> tuple[QPixmap, int]:
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        box = QRect(QPoint(0, 0), size)
        used = paint_state(painter, box, self.look, state, selected=selected)
        painter.end()
        return picture, used
