"""The panel of an action: rating and why, texts, findings, what can be done, progress, turns."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.actions.plan import Entry, Source
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.parts import ChipList, FactList, focused_in
from jtai_desktop.ui.plan import details
from jtai_desktop.ui.plan.doing import DeedPart
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.looks import chips_of
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290
NOTHING = "Choose an action to see what there is to say of it."
NO_ANSWER = "No action answers it. “Add action…” begins one."


class PlanPanel(QWidget):
    """Keeps what is being typed while the same action is shown again."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.key = ""
        self.deeds = DeedPart(desk)
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._chips = ChipList()
        self._why = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._wrong = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self._facts = FactList()
        self._parts = {
            "answers": (PanelHeading("Answers"), FactList(FontRole.LABEL)),
            "progress": (
                PanelHeading("Progress and evidence", aside="newest first"),
                FactList(FontRole.LABEL),
            ),
            "turns": (PanelHeading("How its rating turned"), FactList(FontRole.LABEL)),
        }
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self.deeds.unfolded.connect(self._bring_into_sight)
        follow_look(self._dress)

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def show_entry(self, facts: PlanFacts, entry: Entry | None) -> None:
        """Tell of one action; nothing chosen says so."""
        key = entry.action.id if entry else ""
        if key != self.key:
            self._scroll.verticalScrollBar().setValue(0)
        self.key = key
        self.deeds.show_entry(facts, entry)
        if entry is None:
            self._say("Action plan", NOTHING)
            self._chips.set_looks((), "")
            return
        self._say(entry.action.called, entry.action.text)
        chips = chips_of(entry)
        self._chips.set_looks(chips, f"{chips[0].said}, {entry.action.called}")
        self._why.setText(details.reasons_of(entry))
        self._wrong.setText(details.wrong_of(facts, entry))
        self._facts.set_facts(details.facts_of(facts, entry))
        self._show("answers", details.answers_of(entry))
        self._show("progress", details.progress_of(facts, entry))
        self._show("turns", details.turns_of(facts, entry))
        self._hide_empty()
        self.setAccessibleName(f"Details: {entry.action.called}")

    def show_source(self, facts: PlanFacts, source: Source) -> None:
        """Tell of a finding that no action answers."""
        self.key = source.key
        self.deeds.show_entry(facts, None)
        self._say(source.called, source.text)
        look = look_of(State.WARNING).worded("No action")
        self._chips.set_looks((look,), f"No action, {source.called}")
        self._why.setText(NO_ANSWER)
        self._hide_empty()
        self.setAccessibleName(f"Details: {source.called}")

    def enter(self) -> None:
        """Put the ring on the first thing that can be done."""
        if not self.deeds.enter():
            self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, heading: str, title: str) -> None:
        self._heading.setText(heading)
        self._title.setText(title)
        for words in (self._why, self._wrong):
            words.setText("")
        self._facts.set_facts(())
        for key in self._parts:
            self._show(key, ())
        self._hide_empty()

    def _hide_empty(self) -> None:
        for words in (self._why, self._wrong):
            words.setVisible(bool(words.text()))

    def _show(self, key: str, facts: tuple[Fact, ...]) -> None:
        """A heading only where something stands under it."""
        head, part = self._parts[key]
        part.set_facts(facts)
        for each in (head, part):
            each.setVisible(bool(facts))

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
        for part in (self._title, self._chips, self._why, self._wrong):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.deeds)
        column.addSpacing(4)
        column.addWidget(self._facts)
        for pair in self._parts.values():
            column.addSpacing(6)
            for each in pair:
                column.addWidget(each)
        column.addStretch(1)
        lay_at_side(self, self._scroll, content, below=True)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))
