"""Painting of the week: the hours, the days with their heads, the entries, and the now-line."""

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from jtai_desktop.domain.wording import clock, day_short
from jtai_desktop.ui.kit.painting import CENTRE, RIGHT, paint_hatch, paint_text, width_of
from jtai_desktop.ui.kit.state_painting import paint_state
from jtai_desktop.ui.pages.week.block_painting import EDGE, BlockPainter, Standing, dress_of
from jtai_desktop.ui.pages.week.layout import HOUR, Box
from jtai_desktop.ui.pages.week.picture import Laid, Picture
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

NOTHING = "Nothing planned yet"
HEAD_INSET, HATCH_STEP, FLAG_PAD, NOW = 10, 8, 4, 2
LABEL = FontRole.LABEL


class WeekPainter:
    """Paints one picture of a week with one look, the canvas beginning at the point 0, 0."""

    def __init__(self, painter: QPainter, look: Look, picture: Picture) -> None:
        self._painter, self._look, self._picture = painter, look, picture
        self._blocks = BlockPainter(painter, look)

    def paint(self, shown: QRect, chosen: str, standing: Standing, *, without: str = "") -> None:
        """All that lies in the part that is shown; `without` is in somebody’s hand."""
        self._paint_days(shown)
        self._paint_hours()
        for laid in self._picture.laid:
            if laid.entry.key not in {chosen, without} and _rect(laid.box).intersects(shown):
                self._paint_laid(laid, Standing.AWAY)
        at = self._picture.find(chosen) if chosen != without else None
        over = self._over(at) if at is not None else []
        if at is not None:
            self._paint_laid(at, standing)
        for laid in over:
            if laid.entry.key != without:
                self._paint_laid(laid, Standing.AWAY)
        if not without:
            self._paint_chips(shown)
        self._paint_now()

    def _over(self, at: Laid) -> list[Laid]:
        """What is stepped over the chosen one stays on top of it."""
        return [
            each
            for each in self._picture.laid
            if each.place.depth > at.place.depth and each.box.shares(at.box)
        ]

    def _paint_laid(self, laid: Laid, standing: Standing) -> None:
        box, entry = _rect(laid.box), laid.entry
        self._blocks.paint_ground(box, dress_of(entry, self._look))
        for shared in laid.shared:
            paint_shared(self._painter, _rect(shared).adjusted(EDGE, 1, -1, -1), self._look)
        self._blocks.paint(box, entry, standing, chip=laid.named, clear=laid.clear)

    def _paint_days(self, shown: QRect) -> None:
        canvas, look, painter = self._picture.canvas, self._look, self._painter
        for at, day in enumerate(self._picture.days):
            box = QRect(canvas.across(at), shown.top(), canvas.widths[at], shown.height())
            painter.fillRect(box, look.colour(Role.HOVER if day.today else Role.BG))
            if day.closed:
                paint_hatch(painter, box, look)
            painter.fillRect(QRect(box.left(), box.top(), 1, box.height()), self._edge)
            if day.closed or self._picture.is_empty(at):
                self._paint_note(at, _capital(day.closed) or NOTHING)
        painter.fillRect(QRect(canvas.right, shown.top(), 1, shown.height()), self._edge)

    @property
    def _edge(self) -> QColor:
        return self._look.colour(Role.LINE2)

    def _paint_note(self, at: int, words: str) -> None:
        """What is to be said of a whole day, below the first full hour."""
        canvas, look = self._picture.canvas, self._look
        top = canvas.down(-(-canvas.opens // HOUR) * HOUR)
        room = canvas.widths[at] - 2 * HEAD_INSET
        high = canvas.hour // 2
        box = QRect(canvas.across(at) + HEAD_INSET, top + 1, room, high - 1)
        if self._picture.days[at].closed:
            wide = min(room, width_of(look, words, LABEL) + 6)
            line = look.fonts.line(LABEL)
            ground = QRect(box.left() - 3, box.top() + (high - line) // 2 - 1, wide, line + 2)
            self._painter.fillRect(ground, look.colour(Role.BG))
        font, ink = look.font(LABEL), look.colour(Role.INK2)
        paint_text(self._painter, box, words, font, ink)

    def _paint_hours(self) -> None:
        canvas, look, painter = self._picture.canvas, self._look, self._painter
        whole, half = QPen(look.colour(Role.LINE)), QPen(look.colour(Role.LINE))
        half.setDashPattern([3, 3])
        font, ink = look.font(), look.colour(Role.INK2)
        line = look.fonts.line()
        for minute in range(-(-canvas.opens // 30) * 30, canvas.closes + 1, HOUR // 2):
            down = canvas.down(minute)
            painter.setPen(half if minute % HOUR else whole)
            painter.drawLine(QLineF(canvas.left, down + 0.5, canvas.right, down + 0.5))
            if minute % HOUR == 0:
                box = QRect(0, down - line // 2, canvas.left - 9, line)
                paint_text(painter, box, f"{minute // HOUR:02}:00", font, ink, RIGHT)

    def _paint_chips(self, shown: QRect) -> None:
        state = look_of(State.WARNING)
        for chip in self._picture.chips:
            box = _rect(chip.box).adjusted(0, 0, 0, -2)
            if box.intersects(shown):
                paint_state(self._painter, box, self._look, state.worded(chip.word))

    def _paint_now(self) -> None:
        at = self._picture.now_at
        if at is None or self._picture.now is None:
            return
        canvas, look, painter = self._picture.canvas, self._look, self._painter
        accent, words = look.colour(Role.ACCENT), clock(self._picture.now)
        left, wide = canvas.across(at[0]), canvas.widths[at[0]]
        painter.fillRect(QRect(left, at[1] - 1, wide + 1, NOW), accent)
        font = look.font(LABEL, bold=True)
        wide = width_of(look, words, LABEL, bold=True) + 2 * FLAG_PAD
        high = look.fonts.line(LABEL)
        flag = QRect(canvas.left - 9 - wide + FLAG_PAD, at[1] - high // 2, wide, high)
        painter.fillRect(flag, accent)
        paint_text(painter, flag, words, font, look.colour(Role.ACCENTINK), CENTRE)


def paint_heads(painter: QPainter, look: Look, picture: Picture, box: QRect) -> None:
    """The days above the hours: name, what begins, today in the accent colour."""
    canvas = picture.canvas
    painter.fillRect(box, look.colour(Role.BG))
    for at, day in enumerate(picture.days):
        left, wide = canvas.across(at), canvas.widths[at]
        if day.today:
            painter.fillRect(QRect(left, 0, wide, box.height()), look.colour(Role.HOVER))
        painter.fillRect(QRect(left, 0, 1, box.height()), look.colour(Role.LINE2))
        room = QRect(left + HEAD_INSET, 0, wide - HEAD_INSET - 4, box.height() - 1)
        ink = look.colour(Role.ACCENT if day.today else Role.INK)
        used = paint_text(painter, room, day_short(day.date), look.font(bold=True), ink)
        note = "today" if day.today else day.brings or day.closed
        room.setLeft(room.left() + used + 8)
        if room.width() < width_of(look, note, FontRole.TEXT):
            note = note.partition(" ")[0].rstrip(",")
        if note and room.width() >= width_of(look, note, FontRole.TEXT):
            paint_text(painter, room, note, look.font(), look.colour(Role.INK2))
    painter.fillRect(QRect(canvas.right, 0, 1, box.height()), look.colour(Role.LINE2))
    line = QRect(canvas.left, box.height() - 1, canvas.right - canvas.left + 1, 1)
    painter.fillRect(line, look.colour(Role.INK))


def paint_shared(painter: QPainter, box: QRect, look: Look) -> None:
    """Thin slanting lines in the warning colour: this time is taken twice."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.colour(Role.WARNING)
    colour.setAlphaF(0.55 if look.tokens.filled_states else 1.0)
    painter.setPen(QPen(colour, 1))
    high = box.height()
    painter.drawLines(
        [
            QLineF(box.left() + at, box.bottom() + 1, box.left() + at + high, box.top())
            for at in range(-high - high % HATCH_STEP, box.width() + HATCH_STEP, HATCH_STEP)
        ]
    )
    painter.restore()


def _rect(box: Box) -> QRect:
    return QRect(box.left, box.top, box.width, box.height)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
