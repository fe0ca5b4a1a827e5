"""Who is in scope: counts by list and answer as bars and numbers, the children by reference."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.lists.facts import Facts
from jtai_desktop.ui.pages.lists.rows import CHILDREN, COUNTS, child_rows, count_rows, scope_said
from jtai_desktop.ui.theme.tokens import Role

NOBODY_CHOSEN = "The lead inspector selects. The program counts and shows; it chooses nobody."
MARGIN, GAP = 20, 24


class ScopePart(QWidget):
    """Two tables beside each other, under one sentence; `left` goes back to the lists."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._header = PageHeader("Who is in scope")
        self._header.add_action(plain_button("&Lists", "nav-lists", self.left.emit))
        self.counts = RowTable(COUNTS, "Answers by list", TableOptions(chooses=False))
        self.children_table = RowTable(CHILDREN, "Children in scope", TableOptions(chooses=False))
        self._heading = SectionHeading("Children in scope")
        answers = SectionHeading("Answers", aside="bar: yes, then no, then not answered")
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 10, 0, 0)
        sides.setSpacing(GAP)
        sides.addWidget(_part(answers, self.counts), 1)
        sides.addWidget(_part(self._heading, self.children_table), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 8)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(Rule(Role.INK))
        column.addSpacing(10)
        column.addWidget(Words(NOBODY_CHOSEN, bold=True, wrap=True))
        column.addLayout(sides, 1)

    def show_facts(self, facts: Facts) -> None:
        """Show who is in scope now."""
        self._header.set_fact(scope_said(facts))
        self._heading.set_count(str(len(facts.scope.children)))
        self.counts.set_rows(count_rows(facts))
        self.children_table.set_rows(child_rows(facts))


def _part(heading: SectionHeading, table: RowTable) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(table, 1)
    return part
