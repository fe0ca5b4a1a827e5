"""How one entry is painted: ground, edge, times, who and what, and what is said of it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from jtai_desktop.domain.wording import clock
from jtai_desktop.ui.kit.painting import paint_frame, paint_icon, paint_ring, paint_text
from jtai_desktop.ui.pages.week.entries import Entry, Mark, Sort
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

LABEL = FontRole.LABEL
EDGE, INSET, TOP, INSIDE = 4, 11, 2, 3
ICON, ICON_GAP, LINE_GAP = 14, 5, 4


class Standing(StrEnum):
    """Whether one is at an entry."""

    AWAY = "away"
    CHOSEN = "chosen"
    RINGED = "ringed"


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of an entry: its ground, its frame, the edge at its left."""

    ground: Role
    frame: Role
    edge: Role


MEETING = Dress(Role.SIDE, Role.CTL, Role.CTL)
TALK = Dress(Role.BG, Role.ACCENT, Role.ACCENT)
CLASH = Dress(Role.WARNING_FILL, Role.WARNING, Role.WARNING)


def dress_of(entry: Entry, look: Look) -> Dress:
    """Grey for meetings, white with an accent edge for conversations, filled where it clashes."""
    usual = TALK if entry.sort is Sort.TALK else MEETING
    if not entry.clashes:
        return usual
    ground = CLASH.ground if look.tokens.filled_states else Role.BG
    return Dress(ground, CLASH.frame, usual.edge if entry.sort is Sort.TALK else CLASH.edge)


class BlockPainter:
    """Paints entries with one look."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter, self._look = painter, look
        self._line = look.fonts.line(LABEL)
        self._plain, self._bold = look.font(LABEL), look.font(LABEL, bold=True)
        self._ink, self._width = look.colour(Role.INK), QFontMetrics(self._plain)
        # Where not even a time has room, the tooltip says it all.
        self._least = self._width.horizontalAdvance("00:00")
        self._lead = QTextCharFormat()
        self._lead.setFont(self._bold)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def paint(
        self, box: QRect, entry: Entry, standing: Standing, *, chip: bool = False, clear: int = 0
    ) -> None:
        """What stands on the ground of an entry; `chip` says that its clash is named above it.

        `clear` is how much of it, from its top, is not covered; nothing where all of it is.
        """
        look, painter = self._look, self._painter
        painter.save()
        painter.setClipRect(box.adjusted(1, 1, -1, -1), Qt.ClipOperation.IntersectClip)
        # The last line may come close to what lies over it: nothing hangs below its letters.
        high = min(box.height(), clear + INSIDE) if clear else box.height()
        words = QRect(box.topLeft(), QSize(box.width(), high))
        self._paint_words(words, entry, chip=chip)
        painter.restore()
        if standing is Standing.RINGED:
            paint_ring(painter, box.adjusted(-1, -1, 1, 1), look, thick=True)
        elif standing is Standing.CHOSEN:
            paint_frame(painter, box.adjusted(-1, -1, 1, 1), look, Role.ACCENT, 2)

    def paint_ground(self, box: QRect, dress: Dress) -> None:
        """Ground, frame and edge."""
        look, painter = self._look, self._painter
        painter.fillRect(box, look.colour(dress.ground))
        paint_frame(painter, box, look, dress.frame)
        painter.fillRect(QRect(box.left(), box.top(), EDGE, box.height()), look.colour(dress.edge))

    def _paint_words(self, box: QRect, entry: Entry, *, chip: bool) -> None:
        inside = box.adjusted(INSET, TOP, -6, -1)
        lines = max(1, inside.height() // self._line)
        marks = self._marks(entry, chip=chip)
        if inside.width() < self._least:
            self._paint_icons(QRect(box.right() - 1, box.top() + TOP, 0, self._line), marks[:1])
            return
        if lines == 1:
            self._paint_alone(inside, entry, marks)
            return
        shown = marks[: max(0, lines - 2)]
        self._paint_times(inside, entry, marks[len(shown) :])
        text = inside.adjusted(0, self._line, 0, 0)
        room = lines - 1 - len(shown)
        used = self._paint_name(text, entry, room)
        for at, mark in enumerate(shown):
            top = text.top() + (used + at) * self._line
            self._paint_mark(QRect(text.left(), top, text.width(), self._line), mark)

    def _marks(self, entry: Entry, *, chip: bool) -> tuple[Mark, ...]:
        if not entry.clashes or chip:
            return entry.marks
        return (Mark("triangle", entry.clash_words, Role.WARNING, bold=True), *entry.marks)

    def _paint_alone(self, box: QRect, entry: Entry, marks: tuple[Mark, ...]) -> None:
        """All in one line: when it begins, who and what; of the marks the icons."""
        painter, ink = self._painter, self._ink
        row = QRect(box.left(), box.top() + (box.height() - self._line) // 2, 0, self._line)
        row.setWidth(box.width() - self._paint_icons(row.translated(box.width(), 0), marks))
        used = paint_text(painter, row, f"{clock(entry.start)}  ", self._plain, ink)
        row.setLeft(row.left() + used)
        used = paint_text(painter, row, entry.lead, self._bold, ink)
        row.setLeft(row.left() + used + LINE_GAP)
        if row.width() > 2 * self._line:
            paint_text(painter, row, entry.text, self._plain, ink)

    def _paint_times(self, box: QRect, entry: Entry, marks: tuple[Mark, ...]) -> None:
        """The times; at the right the icons of marks that have no line of their own."""
        row = QRect(box.left(), box.top(), 0, self._line)
        row.setWidth(box.width() - self._paint_icons(row.translated(box.width(), 0), marks))
        words = entry.times
        if self._width.horizontalAdvance(words) > row.width():
            words = clock(entry.start)
        paint_text(self._painter, row, words, self._plain, self._ink)

    def _paint_icons(self, end: QRect, marks: tuple[Mark, ...]) -> int:
        """Icons up to where the row ends; answers the room they take."""
        side = self._look.sized(ICON)
        wide = len(marks) * (side + 3)
        top = end.top() + (end.height() - side) // 2
        for at, mark in enumerate(marks):
            icon = QRect(end.left() - wide + at * (side + 3) + 3, top, side, side)
            paint_icon(self._painter, icon, self._look, mark.icon, mark.role)
        return wide

    def _paint_mark(self, row: QRect, mark: Mark) -> None:
        look, side = self._look, self._look.sized(ICON)
        top = row.top() + (row.height() - side) // 2 + 1
        icon = QRect(row.left(), top, side, side)
        paint_icon(self._painter, icon, look, mark.icon, mark.role)
        words = row.adjusted(side + ICON_GAP, 0, 0, 0)
        cut = self._width.horizontalAdvance(mark.word) > words.width()
        word = mark.short if mark.short and cut else mark.word
        font = self._bold if mark.bold else self._plain
        paint_text(self._painter, words, word, font, look.colour(mark.role))

    def _paint_name(self, box: QRect, entry: Entry, most: int) -> int:
        """Who in bold and what, over several lines where there is room; answers how many."""
        if box.width() <= 0 or most <= 0:
            return 0
        layout = self._laid(entry, box.width(), most)
        number = min(most, layout.lineCount())
        self._painter.setPen(self._ink)
        for at in range(number):
            line, top = layout.lineAt(at), box.top() + at * self._line
            if at == number - 1 and layout.lineCount() > number:
                self._paint_cut(QRect(box.left(), top, box.width(), self._line), entry, line)
            else:
                line.draw(self._painter, QPointF(box.left(), top - line.y()))
        return number

    def _laid(self, entry: Entry, width: int, most: int) -> QTextLayout:
        """The name in lines of this width: so many, and one more where it is longer."""
        layout = QTextLayout(entry.called, self._plain)
        layout.setTextOption(self._option)
        lead = QTextLayout.FormatRange()
        lead.start, lead.length, lead.format = 0, len(entry.lead), self._lead
        layout.setFormats([lead])
        layout.beginLayout()
        while layout.lineCount() <= most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

    def _paint_cut(self, row: QRect, entry: Entry, line: QTextLine) -> None:
        """The rest of the name in one line, cut with dots."""
        start = line.textStart()
        lead, rest = entry.lead[start:], entry.called[max(start, len(entry.lead)) :]
        used = paint_text(self._painter, row, lead, self._bold, self._ink)
        after = row.adjusted(used, 0, 0, 0)
        if after.width() > 2 * self._width.averageCharWidth():
            paint_text(self._painter, after, rest, self._plain, self._ink)
