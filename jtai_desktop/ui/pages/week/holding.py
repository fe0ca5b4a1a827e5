"""An entry in the hand: everything else is a picture, so that each step is painted quickly.

What it would clash with where it lies now is asked at each step, and shown as it is on the page.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from jtai_desktop.domain.meetings.clashes import Clash
from jtai_desktop.domain.meetings.trying import Trial
from jtai_desktop.ui.kit.painting import paint_frame
from jtai_desktop.ui.kit.state_painting import paint_state
from jtai_desktop.ui.pages.week.block_painting import EDGE, BlockPainter, Standing, dress_of
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.layout import Block, Box, Place, shared_time
from jtai_desktop.ui.pages.week.moving import Drag, shift_between
from jtai_desktop.ui.pages.week.picture import CHIP_HIGH, Laid, Picture
from jtai_desktop.ui.pages.week.week_painting import paint_shared
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

# The part of its width that is hatched where its time is taken twice.
HATCHED = 3


class Held:
    """What was taken up, and where it would lie if it were let go now."""

    def __init__(self, drag: Drag, laid: Laid, picture: Picture, trial: Trial | None) -> None:
        self._drag, self._laid, self._picture, self._trial = drag, laid, picture, trial
        self._after = drag.block
        self._box = laid.box
        self._moved = laid.entry

    @property
    def key(self) -> str:
        """The entry."""
        return self._laid.entry.key

    @property
    def before(self) -> Block:
        """Where it lay."""
        return self._drag.block

    @property
    def after(self) -> Block:
        """Where it would lie."""
        return self._after

    @property
    def moved(self) -> Entry:
        """The entry as it would be there, with what it would clash with."""
        return self._moved

    def move(self, point: QPoint) -> bool:
        """Follow the pointer; whether that makes a difference."""
        canvas = self._picture.canvas
        after = self._drag.at(canvas, point.x(), point.y())
        days = len(canvas.widths) - 1
        after = replace(after, day=max(0, min(after.day, days)))
        if after == self._after:
            return False
        self._after = after
        self._box = canvas.box(Place(after, 0.0, 1.0, 0))
        self._moved = self._tried()
        return True

    def paint(self, painter: QPainter, look: Look, ground: QPixmap, scrolled: int) -> None:
        """The picture of all else, where it lay as a frame, and the entry over it."""
        painter.drawPixmap(0, 0, ground)
        painter.translate(0, -scrolled)
        paint_frame(painter, _rect(self._laid.box), look, Role.CTL)
        for other, _ in self._met():
            paint_frame(painter, _rect(other.box), look, Role.WARNING, 2)
        blocks, box = BlockPainter(painter, look), _rect(self._box)
        blocks.paint_ground(box, dress_of(self._moved, look))
        for _, shared in self._met():
            paint_shared(painter, shared.adjusted(EDGE, 1, -1, -1), look)
        chip = self._paint_chip(painter, look, box, scrolled)
        blocks.paint(box, self._moved, Standing.RINGED, chip=chip)

    def _tried(self) -> Entry:
        entry = self._laid.entry
        shift = shift_between(self.before, self._after)
        start, end = shift.of(entry.start, entry.end)
        warnings = self._trial.at(start, end) if self._trial is not None else entry.warnings
        return replace(entry, start=start, end=end, warnings=warnings)

    def _met(self) -> Iterator[tuple[Laid, QRect]]:
        """What it would clash with, and the part of it that is taken twice."""
        down = self._picture.canvas.down
        for clash in self._moved.clashes:
            laid = self._picture.find(_other(clash, self.key))
            shared = shared_time(self._after, laid.place.block) if laid is not None else None
            if laid is not None and shared is not None:
                top, wide = down(shared[0]), self._box.width // HATCHED
                yield laid, QRect(self._box.right - wide, top, wide, down(shared[1]) - top)

    def _paint_chip(self, painter: QPainter, look: Look, box: QRect, scrolled: int) -> bool:
        """The name of the clash above the entry, where there is room in sight; whether it is."""
        high = look.grown(CHIP_HIGH, FontRole.LABEL)
        if not self._moved.clashes or box.top() - scrolled < high:
            return False
        chip = QRect(box.left(), box.top() - high, box.width(), high - 2)
        if not look.tokens.filled_states:
            painter.fillRect(chip, look.colour(Role.BG))
        paint_state(painter, chip, look, look_of(State.WARNING).worded(self._moved.clash_words))
        return True


def _other(clash: Clash, key: str) -> str:
    return clash.second.id if clash.first.id == key else clash.first.id


def _rect(box: Box) -> QRect:
    return QRect(box.left, box.top, box.width, box.height)
