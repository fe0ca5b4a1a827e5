"""The now-line of a table: a line above a row, with the time on a flag at its right end."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from jtai_desktop.ui.kit.painting import CENTRE, paint_text, width_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

LINE, FLAG_PAD = 2, 5


def flag_width(look: Look, text: str) -> int:
    """How wide the flag is; nothing without a text."""
    return width_of(look, text, FontRole.LABEL, bold=True) + 2 * FLAG_PAD if text else 0


def paint_now(painter: QPainter, look: Look, row: QRect, text: str, *, first: bool) -> None:
    """The flag stands on the line; on the first row, which has none above, it hangs below."""
    accent = look.colour(Role.ACCENT)
    line = QRect(row.left(), max(0, row.top() - LINE), row.width(), LINE)
    painter.fillRect(line, accent)
    wide, high = flag_width(look, text), look.fonts.line(FontRole.LABEL)
    flag = QRect(row.right() + 1 - wide, row.top() - (0 if first else high), wide, high)
    painter.fillRect(flag, accent)
    font, ink = look.font(FontRole.LABEL, bold=True), look.colour(Role.ACCENTINK)
    paint_text(painter, flag, text, font, ink, CENTRE)
