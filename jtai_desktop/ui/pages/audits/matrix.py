"""The matrix itself: arrows move through cases and teams, Enter goes to what can be done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.ui.kit.painting import CENTRE, paint_text
from jtai_desktop.ui.kit.ring_grid import LEFT, RingGrid, RingHead, shared
from jtai_desktop.ui.pages.audits.model import STILL_OUT, MatrixModel, case_lines, head_lines
from jtai_desktop.ui.pages.children.painting import GridDelegate
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

TALLEST, LOWEST, FOOT = 86, 56, 32
HEAD, CASE_WIDE, PADDING = 62, 126, 6
WIDEST, WIDEST_WORD = 140, "Received"
LABEL = FontRole.LABEL


class MatrixHead(RingHead):
    """The teams above, or the cases at the left."""

    def __init__(self, direction: Qt.Orientation, parent: QWidget, model: MatrixModel) -> None:
        super().__init__(direction, parent)
        self._model = model

    def sizeHint(self) -> QSize:
        look = Look.of(self)
        if self.is_across:
            return QSize(0, look.grown(HEAD, LABEL, lines=3))
        return QSize(look.sized(CASE_WIDE), 0)

    def paint_words(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        if self.is_across:
            self._paint_team(painter, box, look, section, lit=lit)
        else:
            self._paint_case(painter, box, look, section, lit=lit)

    def _paint_team(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        lines, line = head_lines(self._model.teams[section].name), look.fonts.line(LABEL)
        ink = look.colour(Role.INK, selected=lit)
        top = box.bottom() - 8 - line * len(lines)
        for at, text in enumerate(lines):
            words = QRect(box.left() + 2, top + at * line, box.width() - 4, line)
            paint_text(painter, words, text, look.font(LABEL), ink, CENTRE)

    def _paint_case(
        self, painter: QPainter, box: QRect, look: Look, section: int, *, lit: bool
    ) -> None:
        quiet = look.colour(Role.INK2, selected=lit)
        if section >= len(self._model.cases):
            paint_text(painter, box.adjusted(LEFT, 0, 0, 0), STILL_OUT, look.font(LABEL), quiet)
            return
        first, *rest = case_lines(self._model.cases[section])
        line, small = look.fonts.line(), look.fonts.line(LABEL)
        shown = [text for text in rest if text]
        top = box.top() + (box.height() - line - len(shown) * small) // 2
        at = QRect(box.left() + LEFT, top, box.width() - LEFT - 4, line)
        strong = look.colour(Role.INK, selected=lit)
        paint_text(painter, at, first, look.font(bold=True), strong)
        for number, text in enumerate(shown):
            below = QRect(at.left(), top + line + number * small, at.width(), small)
            paint_text(painter, below, text, look.font(LABEL), quiet)


class MatrixGrid(RingGrid):
    """Columns share the width as long as they can be read; more teams scroll across."""

    def __init__(self) -> None:
        self._matrix = MatrixModel()
        super().__init__(self._matrix, GridDelegate(), "Case")
        self._matrix.setParent(self)
        self.setAccessibleName("Returns of each case by team")
        self.setAccessibleDescription("Arrows move through the returns, Enter opens one.")
        across = MatrixHead(Qt.Orientation.Horizontal, self, self._matrix)
        down = MatrixHead(Qt.Orientation.Vertical, self, self._matrix)
        across.setAccessibleName("Teams")
        down.setAccessibleName("Cases")
        self._set_up(across, down)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def matrix(self) -> MatrixModel:
        """What is shown."""
        return self._matrix

    def show_audit(self, standing: Standing) -> None:
        """Show an audit; the ring stays on its return, and the scroll where it was."""
        here, scroll = self.current, self.verticalScrollBar().value()
        self._matrix.show_audit(standing)
        self.fit()
        if not self.go(here):
            self._stand()
        self.verticalScrollBar().setValue(scroll)

    def sizeHint(self) -> QSize:
        return QSize(700, self._head() + self._matrix.rowCount() * TALLEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._head() + 2 * LOWEST)

    def fit(self) -> None:
        teams, cases = len(self._matrix.teams), len(self._matrix.cases)
        if not teams or not cases:
            return
        look, needs = Look.of(self), self._needs()
        widest = teams * look.sized(WIDEST)
        room = max(sum(needs), min(self.viewport().width(), widest))
        for column, width in enumerate(shared(room, needs)):
            self._across.resizeSection(column, width)
        tallest = look.grown(TALLEST, LABEL, lines=3)
        lowest = look.grown(LOWEST, LABEL, lines=3)
        foot = look.grown(FOOT)
        tall = (self.viewport().height() - foot) // cases
        for row in range(cases):
            self._down.resizeSection(row, max(lowest, min(tallest, tall)))
        self._down.resizeSection(cases, foot)

    def _needs(self) -> list[int]:
        """What each team needs: for the longest line of its head, and of any cell."""
        metrics = QFontMetrics(self._across.font())
        bold = QFontMetrics(Look.of(self).font(LABEL, bold=True))
        cell = bold.horizontalAdvance(WIDEST_WORD)
        heads = (head_lines(each.name) for each in self._matrix.teams)
        return [
            PADDING + max(cell, *(metrics.horizontalAdvance(line) for line in lines))
            for lines in heads
        ]
