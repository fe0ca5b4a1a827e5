"""The panel of a list: facts, what can be done, what changed, versions, history."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.lists.details import (
    chips_of,
    facts_of,
    history_of,
    since_of,
    versions_of,
)
from jtai_desktop.ui.pages.lists.facts import Facts
from jtai_desktop.ui.pages.lists.steps_part import StepsPart
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.parts import ChipList, FactList, focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290


class ListPanel(QWidget):
    """Keeps what is being typed while the same list is shown again."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.key = ""
        self.steps = StepsPart(desk)
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._chips, self._facts = ChipList(), FactList()
        self._since_head, self._since = PanelHeading("Since the last version"), FactList()
        self._versions_head, self._versions = PanelHeading("Versions"), FactList()
        self._history_head = PanelHeading("History", aside="newest first")
        self._history = FactList(FontRole.LABEL)
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self.steps.unfolded.connect(self._bring_into_sight)
        follow_look(self._dress)

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def show_list(self, facts: Facts, key: str) -> None:
        """Tell of one list."""
        kept = facts.of(key)
        self.setEnabled(kept is not None)
        if kept is None:
            return
        if key != self.key:
            self._scroll.verticalScrollBar().setValue(0)
        self.key = key
        self._heading.setText(f"List {kept.wanted.number}")
        self._title.setText(kept.wanted.title)
        chips = chips_of(kept)
        self._chips.set_looks(chips, f"{chips[0].said}, {kept.wanted.name}")
        self._facts.set_facts(facts_of(facts, kept))
        self.steps.show_version(kept.newest)
        since = since_of(facts.since.get(kept.wanted.number), kept.newest)
        _show(self._since_head, self._since, since)
        _show(self._versions_head, self._versions, versions_of(facts, kept))
        _show(self._history_head, self._history, history_of(facts, kept))
        self.setAccessibleName(f"Details: {kept.wanted.name}")

    def enter(self) -> None:
        """Put the ring on the first thing that can be done."""
        if not self.steps.enter():
            self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        column.addWidget(self.steps)
        for head, part in (
            (self._since_head, self._since),
            (self._versions_head, self._versions),
            (self._history_head, self._history),
        ):
            column.addSpacing(6)
            column.addWidget(head)
            column.addWidget(part)
        column.addStretch(1)
        lay_at_side(self, self._scroll, content, below=True)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))


def _show(head: PanelHeading, part: FactList, facts: tuple[Fact, ...]) -> None:
    """A heading only where something stands under it."""
    part.set_facts(facts)
    for each in (head, part):
        each.setVisible(bool(facts))
