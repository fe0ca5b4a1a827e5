"""The lists beside the week: who can be planned, who can’t and why, how many are confirmed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.pages.week.consent_lines import ConsentLine, Part
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

ICON, ROW, SECOND, GAP = 16, 26, 18, 8


class ConsentRow(QWidget):
    """One person; `followed` asks for what the link says."""

    followed = Signal(str)

    def __init__(self, line: ConsentLine) -> None:
        super().__init__()
        self.line = line
        self.link = LinkButton(line.link) if line.link else None
        self._first, self._second = QWidget(), QWidget()
        self._fill_first()
        self._fill_second()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addWidget(Rule(Role.LINE))
        self._second.setVisible(bool(line.second))
        self.setAccessibleName(", ".join(p for p in (line.look.said, line.words, line.second) if p))
        follow_look(self._dress)

    def _fill_first(self) -> None:
        row = QHBoxLayout(self._first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(IconView(self.line.look.icon, self.line.look.role, ICON - 2))
        row.addWidget(OneLine(self.line.words), 1)
        if self.link is not None:
            self.link.setAccessibleName(f"{self.line.link} {self.line.words}")
            self.link.clicked.connect(lambda: self.followed.emit(self.line.key))
            row.addWidget(self.link)

    def _fill_second(self) -> None:
        row = QHBoxLayout(self._second)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        if self.line.warns:
            row.addWidget(IconView("triangle", Role.WARNING, ICON - 2))
        ink = Role.WARNING if self.line.warns else Role.INK2
        words = OneLine(self.line.second, FontRole.LABEL, ink, bold=self.line.warns)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)

    def _dress(self) -> None:
        look = Look.of(self)
        self._first.setFixedHeight(look.grown(ROW))
        self._second.setFixedHeight(look.grown(SECOND, FontRole.LABEL))
        layout = self._second.layout()
        if layout is not None:
            layout.setContentsMargins(look.sized(ICON - 2) + GAP, 0, 0, 2)


class ConsentLists(QWidget):
    """`followed(link, key)` asks for what a link says about a person."""

    followed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[ConsentRow]:
        """Every line, from top to bottom."""
        return self.findChildren(ConsentRow)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show other lists; nothing is touched where they are the same."""
        if parts == self._parts:
            return
        self._parts = parts
        clear(self._column)
        for part in parts:
            self._column.addWidget(self._part(part))

    def _part(self, part: Part) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        column.addWidget(PanelHeading(part.title, aside=part.count))
        for line in part.lines:
            row = ConsentRow(line)
            row.followed.connect(lambda key, link=line.link: self.followed.emit(link, key))
            column.addWidget(row)
        if part.sentence:
            column.addSpacing(6)
            column.addWidget(Words(part.sentence, FontRole.LABEL, Role.INK2, wrap=True))
        return whole
