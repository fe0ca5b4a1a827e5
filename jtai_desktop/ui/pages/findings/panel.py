"""FindingPanel: one finding in full, changed where it stands: text, kind, heading, agencies."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.findings.finding import Finding, kind_words
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import findings, histories
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.findings.details import facts_of, history_of
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.fields import FindingFields
from jtai_desktop.ui.pages.findings.part import Ask
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.pages.timetable.parts import ButtonRows, FactList, focused_in
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE = 290
NOTHING = "Choose a finding to see it in full."


class ReasonForm(AskingForm):
    """Why a finding is taken out."""

    def __init__(self) -> None:
        super().__init__("Take out")
        self._reason = self._line("Reason", hint="typed twice, no finding")
        self._stack()

    @property
    def reason(self) -> str:
        """As it was typed."""
        return self._reason.text()

    def empty(self) -> None:
        """Take away what was typed."""
        self._reason.clear()
        self.clear_problems()


class FindingPanel(QWidget):
    """Keeps what is being typed while the same finding is shown again."""

    closed = Signal()
    left = Signal()
    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: Facts | None = None
        self._finding: Finding | None = None
        self._ids: tuple[str, ...] = ()
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self._kind = Words("", FontRole.HEADING, wrap=True)
        self._nothing = Words(NOTHING, ink=Role.INK2, wrap=True)
        self.fields = FindingFields()
        self._printed_head = PanelHeading("The letter’s own wording")
        self._printed = Words("", FontRole.LABEL, wrap=True)
        self.see = small_button("See the &letter", "eye", self._see)
        self.take_out = small_button("Take out…", "", self.unfold)
        self.bring_back = small_button("Bring back", "undo", self._bring_back)
        self.form = ReasonForm()
        self._rows = ButtonRows()
        self._list = FactList()
        self._history_head = PanelHeading("History", aside="newest first")
        self._history = FactList(FontRole.LABEL)
        self._scroll = QScrollArea(widgetResizable=True)
        self._content = QWidget()
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def show_finding(self, facts: Facts, finding_id: str, chosen: Sequence[str] = ()) -> None:
        """Tell of one finding; with several chosen, agencies are set for all of them."""
        finding = facts.found.finding(finding_id)
        before, self._facts, self._finding = self._finding, facts, finding
        self._ids = tuple(chosen) if finding_id in chosen else (finding_id,)
        self._content.setVisible(finding is not None)
        self._nothing.setVisible(finding is None)
        if finding is None:
            return
        other = before is None or before.id != finding.id
        if other:
            self.fold()
            self._scroll.verticalScrollBar().setValue(0)
            self._history.set_facts(())
        self._tell(facts, finding)
        if other or before != finding:
            self._ask_history(finding.id)

    def enter(self) -> None:
        """Put the ring on the text."""
        self.fields.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unfold(self) -> None:
        """Ask for the reason."""
        self.form.call("Take this finding out of the record of findings")
        self.form.empty()
        self.form.show()
        self.form.take_focus()
        QTimer.singleShot(0, self.form, lambda: self._scroll.ensureWidgetVisible(self.form))

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        shown = not self.form.isHidden()
        self.form.hide()
        return shown

    def _tell(self, facts: Facts, finding: Finding) -> None:
        self._heading.setText(f"Finding {finding.number}")
        self._kind.setText(kind_words(finding.kind))
        self.fields.show_finding(facts, finding, len(self._ids))
        self._printed.setText(finding.printed)
        for part in (self._printed_head, self._printed):
            part.setVisible(finding.is_corrected)
        letter = facts.found.letter(finding.letter_id)
        self.see.setVisible(bool(letter and letter.file_id))
        self.take_out.setVisible(finding.stands)
        self.bring_back.setVisible(not finding.stands)
        self._rows.arrange()
        self._list.set_facts(facts_of(facts, finding))
        self.setAccessibleName(f"Details: finding {finding.number}")

    def _ask_history(self, finding_id: str) -> None:
        inspection_id = self._desk.inspection_id

        def arrived(lines: tuple[HistoryLine, ...]) -> None:
            if self._finding is not None and self._finding.id == finding_id:
                self._history.set_facts(history_of(lines))

        self._desk.hub.read(
            lambda ws: histories.lines(ws, inspection_id, Kind.FINDING, finding_id), arrived
        )

    def _change(self, change: Callable[[Typed], Typed]) -> None:
        """Keep one thing of the finding that was changed where it stands."""
        finding = self._finding
        if finding is None:
            return
        try:
            typed = change(_typed(finding))
        except Refused as refused:
            self.fields.show_problem(refused.problem)
            return
        self._do(
            lambda ws: findings.change(ws, self._desk.inspection_id, finding.id, typed),
            self.fields.show_problem,
        )

    def _tick_agency(self, key: str, on: bool) -> None:
        ids, inspection_id = self._ids, self._desk.inspection_id
        self._do(
            lambda ws: findings.tick_agency(ws, inspection_id, ids, key, on=on),
            self.fields.show_problem,
        )

    def _retire(self) -> None:
        finding, reason = self._finding, self.form.reason
        if finding is None:
            return
        self._do(
            lambda ws: findings.retire(ws, self._desk.inspection_id, finding.id, reason),
            self.form.show_problem,
            self._folded,
        )

    def _bring_back(self) -> None:
        finding = self._finding
        if finding is not None:
            self._do(
                lambda ws: findings.bring_back(ws, self._desk.inspection_id, finding.id),
                self.fields.show_problem,
            )

    def _folded(self) -> None:
        self.fold()
        self.left.emit()

    def _do(
        self,
        act: Act,
        problem: Callable[[Problem], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        deed = Placed(act)

        def done(_changes: Changes) -> None:
            self.fields.clear_problems()
            then()

        self._desk.hub.act(deed, done, lambda sentence: problem(Problem(deed.place, sentence)))

    def _see(self) -> None:
        if self._finding is not None:
            self.asked.emit(Ask.SEE.value, self._finding.letter_id)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.form.wanted.connect(self._retire)
        self.fields.changed.connect(self._change)
        self.fields.agency_ticked.connect(self._tick_agency)

    def _lay_out(self) -> None:
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(16, 10, 16, 16)
        outer.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        outer.addLayout(top)
        outer.addWidget(self._nothing)
        outer.addWidget(self._content)
        outer.addStretch(1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._rows.set_parts([self.see, self.take_out, self.bring_back])
        for part in (
            self._kind,
            self.fields,
            self._printed_head,
            self._printed,
            self._list,
            self._rows,
            self.form,
            self._history_head,
            self._history,
        ):
            column.addWidget(part)
        self.form.hide()
        lay_at_side(self, self._scroll, whole, below=False)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))


def _typed(finding: Finding) -> Typed:
    """A finding as it would be typed."""
    return Typed(
        finding.kind,
        finding.text,
        finding.heading,
        finding.agencies,
        finding.page,
        finding.paragraph,
    )
