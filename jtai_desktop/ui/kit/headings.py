"""SectionHeading and PanelHeading: a title, a count, something small at the right, a line below."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role


class SectionHeading(QWidget):
    """The head of a section ("Overdue  5"): 12 pt/600, the count beside it, 1 px of ink below.

    `aside` is small text at the right; `add_link` puts a link there instead.
    """

    TITLE, INK, RULE, BOLD = FontRole.HEADING, Role.INK, Role.INK, True
    HEIGHT = 25

    def __init__(
        self, title: str, count: str = "", aside: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = OneLine(title, self.TITLE, self.INK, bold=self.BOLD)
        self._count = Words(count, self.TITLE, self.INK, bold=False)
        self._aside = Words(aside, FontRole.LABEL, Role.INK2)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        for part in (self._title, self._count):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._aside)
        self._stack()
        self._say()
        follow_look(self._dress)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._say()

    def set_count(self, count: str) -> None:
        self._count.setText(count)
        self._say()

    def set_aside(self, aside: str) -> None:
        self._aside.setText(aside)
        self._say()

    def add_link(self, text: str) -> LinkButton:
        """A link at the right end; the page connects its `clicked`."""
        link = LinkButton(text, FontRole.LABEL)
        self._aside.hide()
        self._row.setContentsMargins(0, 0, -LinkButton.PAD, 0)
        self._row.addWidget(link)
        return link

    def _stack(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row, 1)
        column.addWidget(Rule(self.RULE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _say(self) -> None:
        parts = (self._title.text(), self._count.text(), self._aside.text())
        for part in (self._count, self._aside):
            part.setVisible(bool(part.text()))
        self.setAccessibleName(", ".join(part for part in parts if part))

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).grown(self.HEIGHT, self.TITLE))


class PanelHeading(SectionHeading):
    """The heading inside a detail panel: 9 pt/600 in ink2 with a `line2` below."""

    TITLE, INK, RULE, BOLD = FontRole.LABEL, Role.INK2, Role.LINE2, True
    HEIGHT = 20
