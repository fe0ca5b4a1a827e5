"""Legend: what the marks of the timetable mean, at the right of the page's header."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jtai_desktop.domain.standing import Mark, marks
from jtai_desktop.ui.kit.painting import (
    paint_frame,
    paint_hatch,
    paint_icon,
    paint_text,
    width_of,
)
from jtai_desktop.ui.pages.timetable.facts import Timetable
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

ICON, ICON_GAP, BETWEEN, END = 14, 5, 18, 12
SWATCH_WIDE, SWATCH_HIGH = 22, 11


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its word; without an icon it is a patch of hatching."""

    word: str
    icon: str = ""


def signs_of(timetable: Timetable) -> tuple[Sign, ...]:
    """The signs, with how many milestones are moved, and how many are to agree if any are."""
    found = [mark for each in timetable.milestones for mark in marks(each)]
    moved, to_agree = found.count(Mark.MOVED), found.count(Mark.TO_AGREE)
    return (
        Sign("inspectors’", "diamond-open"),
        Sign("set by hand", "pen"),
        Sign("assumed", "waves"),
        Sign(f"{moved} moved" if moved else "moved: none", "moved"),
        *([Sign(f"{to_agree} to agree", "triangle")] if to_agree else []),
        Sign("not a working day"),
    )


class Legend(QWidget):
    """Signs from left to right; where there is no room for all, the first ones are shown."""

    def __init__(self, signs: tuple[Sign, ...] = ()) -> None:
        super().__init__()
        self._signs = signs
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def set_signs(self, signs: tuple[Sign, ...]) -> None:
        """Show other signs."""
        self._signs = signs
        words = ", ".join(sign.word for sign in signs)
        self.setAccessibleName(f"Signs: {words}")
        self.setToolTip(words)
        self._dress()

    def sizeHint(self) -> QSize:
        look = Look.of(self)
        width = sum(self._width(look, sign) + look.sized(BETWEEN) for sign in self._signs)
        return QSize(width - look.sized(BETWEEN) + END, look.grown(20, FontRole.LABEL))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, left = Look.of(self), QPainter(self), 0
        for sign in self._signs:
            width = self._width(look, sign)
            if left + width > self.width():
                return
            self._paint(painter, QRect(left, 0, width, self.height()), look, sign)
            left += width + look.sized(BETWEEN)

    def _paint(self, painter: QPainter, box: QRect, look: Look, sign: Sign) -> None:
        high = look.sized(ICON if sign.icon else SWATCH_HIGH)
        wide = high if sign.icon else look.sized(SWATCH_WIDE)
        picture = QRect(box.left(), (box.height() - high) // 2, wide, high)
        if sign.icon:
            paint_icon(painter, picture, look, sign.icon, Role.INK2)
        else:
            paint_hatch(painter, picture, look)
            paint_frame(painter, picture, look, Role.LINE2)
        words = box.adjusted(wide + look.sized(ICON_GAP), 0, 0, 0)
        ink = look.colour(Role.INK2)
        paint_text(painter, words, sign.word, look.font(FontRole.LABEL), ink)

    @staticmethod
    def _width(look: Look, sign: Sign) -> int:
        picture = look.sized(ICON if sign.icon else SWATCH_WIDE)
        return picture + look.sized(ICON_GAP) + width_of(look, sign.word, FontRole.LABEL) + 1

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
