"""The panel: the return one is at first, then its case and its team."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.audits.register import Owed, Standing
from jtai_desktop.services import audits
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.audits.answers_part import AnswersPart
from jtai_desktop.ui.pages.audits.cells import PAIR, said_of
from jtai_desktop.ui.pages.audits.details import chips_of, facts_of, history_of
from jtai_desktop.ui.pages.audits.facts import Facts
from jtai_desktop.ui.pages.audits.kept_parts import CasePart, TeamPart
from jtai_desktop.ui.pages.audits.steps_part import StepsPart
from jtai_desktop.ui.pages.timetable.parts import ChipList, FactList, focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290
NOTHING_OWED = "No return is owed here."


class AuditPanel(QWidget):
    """Keeps what is being typed while the same return is shown again."""

    closed = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pair = ("", "", "")
        self._where = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._chips, self._facts = ChipList(), FactList()
        self._nothing = Words(NOTHING_OWED, wrap=True)
        self.owe = small_button("A return is owed", "plus", self._owe)
        self.steps, self.case, self.team = StepsPart(desk), CasePart(desk), TeamPart(desk)
        self.answers = AnswersPart(desk)
        self._history_head = PanelHeading("Steps", aside="newest first")
        self._history = FactList(FontRole.LABEL)
        self._scroll = Scroll(follows=True)
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def show_key(self, facts: Facts, standing: Standing, key: str) -> None:
        """Tell of a return, or of a case and a team between which nothing is owed."""
        owed = standing.entry(key)
        if owed is not None:
            self._show_owed(facts, standing, owed)
        elif key.startswith(PAIR):
            self._show_pair(facts, standing, *key.removeprefix(PAIR).split(":"))

    def enter(self) -> None:
        """Put the ring on the first thing that can be done."""
        if self.owe.isVisibleTo(self):
            self.owe.setFocus()
        else:
            self.steps.enter()
        if not self.has_ring:
            self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fold(self) -> bool:
        """Put an unfolded form away; whether there was one."""
        return self.steps.fold()

    def _show_owed(self, facts: Facts, standing: Standing, owed: Owed) -> None:
        self._take(facts, standing, owed.case.id, owed.team.id)
        chips = chips_of(owed)
        self._chips.set_looks(chips, said_of(owed))
        self._facts.set_facts(facts_of(facts, standing, owed))
        self.steps.show_return(facts, standing, owed)
        self._history.set_facts(history_of(facts, owed))
        self._show_parts(owed=True)
        self.answers.show_return(standing, owed)
        for part in (self._history_head, self._history):
            part.setVisible(bool(owed.found.lines))

    def _show_pair(self, facts: Facts, standing: Standing, case_id: str, team_id: str) -> None:
        self._take(facts, standing, case_id, team_id)
        self.steps.fold()
        self._show_parts(owed=False)

    def _take(self, facts: Facts, standing: Standing, case_id: str, team_id: str) -> None:
        audit = standing.audit
        case, team = audit.case(case_id), audit.team(team_id)
        if case is None or team is None:
            return
        if self._pair[1:] != (case_id, team_id):
            self._scroll.verticalScrollBar().setValue(0)
        self._pair = (audit.id, case_id, team_id)
        self._where.setText("Return of a case")
        self._title.setText(f"{case.reference}, {team.name}")
        self.case.show_case(audit, case)
        self.team.show_team(audit, team, facts.view.agencies)
        self.setAccessibleName(f"Details: {case.reference}, {team.name}")

    def _show_parts(self, *, owed: bool) -> None:
        below = (self.answers, self._history_head, self._history)
        told: tuple[QWidget, ...] = (self._chips, self._facts, self.steps, *below)
        for part in told:
            part.setVisible(owed)
        self._nothing.setVisible(not owed)
        self.owe.setVisible(not owed)

    def _owe(self) -> None:
        audit, case, team = self._pair
        inspection = self._desk.inspection_id
        self._desk.hub.act(
            lambda work: audits.set_owed(work, inspection, audit, case, team, owed=True),
            lambda _changes: self.left.emit(),
        )

    def _bring_into_sight(self, part: QWidget) -> None:
        # What was just unfolded has its place only after the layout has run.
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 12))

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._where, 1)
        top.addWidget(self._close)
        column.addLayout(top)
        for part in (
            self._title,
            self._chips,
            self._facts,
            self._nothing,
            self.owe,
            self.steps,
            self._history_head,
            self._history,
            self.case,
            self.team,
            self.answers,
        ):
            column.addWidget(part)
        column.addStretch(1)
        lay_at_side(self, self._scroll, content, below=False)
        self.setFocusProxy(self._close)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.steps.unfolded.connect(self._bring_into_sight)
        self.steps.left.connect(self.left)
        self.case.removed.connect(self.left)
        self.team.removed.connect(self.left)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))
