"""The legend of the week: what is grey is a meeting, what has an accent edge a conversation."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from jtai_desktop.ui.kit.painting import paint_frame, paint_text, width_of
from jtai_desktop.ui.pages.timetable.legend import ICON_GAP, Legend, Sign
from jtai_desktop.ui.pages.week.block_painting import EDGE, MEETING, TALK
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

SIGNS = (Sign("meeting"), Sign("conversation"))
DRESSES = {SIGNS[0]: MEETING, SIGNS[1]: TALK}
WIDE, HIGH = 16, 14


class WeekLegend(Legend):
    """Two small patches with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.set_signs(SIGNS)

    def _paint(self, painter: QPainter, box: QRect, look: Look, sign: Sign) -> None:
        wide, high = look.sized(WIDE), look.sized(HIGH)
        patch = QRect(box.left(), (box.height() - high) // 2, wide, high)
        dress = DRESSES[sign]
        painter.fillRect(patch, look.colour(dress.ground))
        paint_frame(painter, patch, look, dress.frame)
        edge = QRect(patch.left(), patch.top(), EDGE, patch.height())
        painter.fillRect(edge, look.colour(dress.edge))
        words = box.adjusted(wide + look.sized(ICON_GAP), 0, 0, 0)
        font, ink = look.font(FontRole.LABEL), look.colour(Role.INK2)
        paint_text(painter, words, sign.word, font, ink)

    @staticmethod
    def _width(look: Look, sign: Sign) -> int:
        return look.sized(WIDE + ICON_GAP) + width_of(look, sign.word, FontRole.LABEL) + 1
