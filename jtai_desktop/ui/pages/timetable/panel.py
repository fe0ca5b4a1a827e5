"""The panel beside the table: one milestone with its facts, what can be done, and its history."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.timetable.details import chips_of, facts_of, heading_of, history_of
from jtai_desktop.ui.pages.timetable.facts import Timetable, title_of
from jtai_desktop.ui.pages.timetable.offers import Offers
from jtai_desktop.ui.pages.timetable.parts import ChipList, FactList
from jtai_desktop.ui.pages.timetable.rows import said
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290


class MilestonePanel(QWidget):
    """Keeps what is being typed while the same milestone is shown again."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.offers = Offers()
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._chips, self._facts = ChipList(), FactList()
        self._history_head = PanelHeading("History", aside="newest first")
        self._history = FactList(FontRole.LABEL)
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self.offers.unfolded.connect(self._bring_into_sight)
        follow_look(self._dress)

    def show_milestone(self, timetable: Timetable, planned: Planned) -> None:
        """Show one milestone; the history of another one goes until its own is read."""
        if planned.key != self.key:
            self._history.set_facts(())
            self._scroll.verticalScrollBar().setValue(0)
        self.key = planned.key
        self._heading.setText(heading_of(planned))
        self._title.setText(title_of(planned))
        self._chips.set_looks(chips_of(timetable, planned), said(timetable, planned))
        self._facts.set_facts(facts_of(timetable, planned))
        self.offers.show_milestone(timetable, planned)
        self.setAccessibleName(f"Details: {title_of(planned)}")

    def show_history(
        self, timetable: Timetable, planned: Planned, lines: tuple[HistoryLine, ...]
    ) -> None:
        """Show what happened to it."""
        self._history.set_facts(history_of(timetable, planned, lines))

    def enter(self) -> None:
        """Put the ring on the first thing that can be done."""
        first = self.offers.first()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_sight(first)

    def _bring_into_sight(self, part: QWidget) -> None:
        # What was just unfolded has its place only after the layout has run.
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 12))

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        column.addLayout(top)
        for part in (self._title, self._chips, self._facts):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.offers)
        column.addSpacing(6)
        column.addWidget(self._history_head)
        column.addWidget(self._history)
        column.addStretch(1)
        lay_at_side(self, self._scroll, content, below=True)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))
