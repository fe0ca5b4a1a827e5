"""Where the joint evaluation and each agency’s own stand, and what can be done about one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.evaluation import Stage
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.evaluations.writing import NEXT, goes_back
from jtai_desktop.domain.moments import london
from jtai_desktop.services import evaluations
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.evaluations.forms import AgencyForm, InternalForm, ReasonForm
from jtai_desktop.ui.evaluations.looks import due_said, look_of_late, look_of_stage, stands_at
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (Column("who", "Whose", 84), Column("stage", "Stage"), Column("count", "", 54))
OPTIONS = TableOptions(head=False, fits=True, ground=Role.ALT, row_height=24)
JOINT = "Joint"
INTERNAL, REMOVE = "internal", "remove"
BACK = "back-"
EVERY = "every"
WORDS = {
    Stage.DRAFTING.value: "Begin the draft",
    Stage.RETURNED.value: "Returned",
    Stage.AGREED.value: "Agreed",
    f"{BACK}{Stage.DRAFTING}": "Back to drafting…",
    f"{BACK}{Stage.RETURNED}": "Back to returned…",
    INTERNAL: "Time to us…",
    REMOVE: "No longer asked",
}


class StagesPart(Entrance):
    """`unfolded` wants to be seen."""

    unfolded = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: Overview | None = None
        self._entries: tuple[Entry, ...] = ()
        self._child_id = ""
        self.form: PanelForm | None = None
        self._heading = PanelHeading("Where each stands")
        self.ask = self._heading.add_link("Ask an agency…")
        self.table = RowTable(COLUMNS, "Where each evaluation stands", OPTIONS)
        self._due = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._buttons = QWidget()
        self.offers = {key: small_button(word) for key, word in WORDS.items()}
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    @property
    def entry(self) -> Entry | None:
        """The evaluation that one is at."""
        key = self.table.current_key
        return next((each for each in self._entries if each.evaluation.id == key), None)

    @property
    def offered(self) -> tuple[str, ...]:
        """What has a button now."""
        return tuple(key for key, button in self.offers.items() if not button.isHidden())

    def show_child(self, view: Overview, child_id: str, entries: tuple[Entry, ...]) -> None:
        """Show the evaluations of a child; the one that one is at stays."""
        if child_id != self._child_id:
            self.fold()
        self._view, self._child_id, self._entries = view, child_id, entries
        self.table.set_rows([_row(each, self._name(each)) for each in entries])
        if self.entry is None and entries:
            self.table.choose(entries[0].evaluation.id)
        self.ask.setVisible(bool(self._to_ask()))
        self._show()

    def choose(self, evaluation_id: str) -> None:
        """Tell of one evaluation."""
        self.table.choose(evaluation_id)
        self._show()

    def fold(self) -> bool:
        """Put an unfolded form away; whether there was one."""
        if self.form is None:
            return False
        had_ring = focused_in(self) is not None
        self._column.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self._cancel.hide()
        if had_ring:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take(self, key: str) -> None:
        """Take a step, or ask first for what it needs."""
        entry = self.entry
        if entry is None:
            return
        found, inspection = entry.evaluation, self._desk.inspection_id
        if key == INTERNAL:
            self._ask_internal(entry)
        elif key == REMOVE:
            self._do(lambda w: evaluations.take_back_request(w, inspection, found.id))
        elif key.startswith(BACK):
            self._ask_reason(entry, Stage(key.removeprefix(BACK)))
        else:
            stage = Stage(key)
            self._do(lambda w: evaluations.move(w, inspection, found.id, stage))

    def _ask_reason(self, entry: Entry, stage: Stage) -> None:
        form, inspection, one = ReasonForm(), self._desk.inspection_id, entry.evaluation.id
        form.call(f"Back to {stage}: {entry.evaluation.called(self._name(entry))}")
        self._unfold(
            form, lambda: lambda w: evaluations.move(w, inspection, one, stage, form.reason)
        )

    def _ask_internal(self, entry: Entry) -> None:
        form, inspection, one = InternalForm(), self._desk.inspection_id, entry.evaluation.id
        form.begin(entry.evaluation.internal)

        def act() -> Act:
            moment = form.chosen()
            return lambda w: evaluations.set_internal(w, inspection, [one], moment)

        self._unfold(form, act)

    def _begin_asking(self) -> None:
        form, inspection, child = (
            AgencyForm(self._to_ask()),
            self._desk.inspection_id,
            self._child_id,
        )
        label = self._entries[0].evaluation.child if self._entries else ""
        form.call(f"Own evaluation: {label}")

        def act() -> Act:
            key = form.agency
            if key == EVERY:
                return lambda w: evaluations.ask_involved(w, inspection, child)
            return lambda w: evaluations.ask(w, inspection, [child], key)

        self._unfold(form, act)

    def _unfold(self, form: PanelForm, act: Callable[[], Act]) -> None:
        self.fold()
        self.form = form

        def finish() -> None:
            act_as_typed(self._desk.hub, form, act, lambda _changes: self._done(form))

        form.wanted.connect(finish)
        self._column.insertWidget(self._column.indexOf(self._cancel), form)
        self._cancel.show()
        form.show()
        form.take_focus()
        self.unfolded.emit(self)

    def _done(self, form: PanelForm) -> None:
        if form is self.form:
            self.fold()

    def _do(self, act: Act) -> None:
        def done(_changes: Changes) -> None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

        self._desk.hub.act(act, done)

    def _show(self, _key: str = "") -> None:
        entry = self.entry
        wanted = _offered(entry) if entry is not None else ()
        had_ring = focused_in(self._buttons)
        for key, button in self.offers.items():
            button.setVisible(key in wanted)
        if had_ring is not None and had_ring.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if entry is not None and self._view is not None:
            today = london(self._view.now).date()
            due = due_said(entry, today)
            self._due.setText(f"{self._name(entry)}: {due}" if due else "")
            self._due.setVisible(bool(due))

    def _name(self, entry: Entry) -> str:
        key = entry.evaluation.agency
        if entry.evaluation.is_joint or self._view is None:
            return JOINT
        return next((each.short for each in self._view.agencies if each.key == key), key)

    def _to_ask(self) -> list[tuple[str, str]]:
        """The agencies that were not asked yet, those involved with the child first."""
        if self._view is None:
            return []
        have = {each.evaluation.agency for each in self._entries}
        child = next((each for each in self._view.children if each.id == self._child_id), None)
        involved = [key for key in (child.agencies if child else ()) if key not in have]
        left = [each for each in self._view.agencies if each.key not in have]
        left.sort(key=lambda each: each.key not in involved)
        every = [(EVERY, "Every agency involved")] if len(involved) > 1 else []
        return [*every, *((each.key, each.short) for each in left)]

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        Flow(self._buttons).add_all(tuple(self.offers.values()))
        for part in (self._heading, self.table, self._due, self._buttons):
            self._column.addWidget(part)
        self._column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self._cancel.hide()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.ask.clicked.connect(self._begin_asking)
        self.table.row_chosen.connect(self._show)
        self.table.row_activated.connect(lambda _key: self._enter())
        self._cancel.clicked.connect(self.fold)
        for key, button in self.offers.items():
            button.clicked.connect(lambda _checked=False, key=key: self.take(key))

    def _enter(self) -> None:
        if self.offered:
            self.offers[self.offered[0]].setFocus(Qt.FocusReason.OtherFocusReason)


def _offered(entry: Entry) -> tuple[str, ...]:
    """The steps that can be taken now."""
    found = entry.evaluation
    if not found.selected:
        return ()
    steps = [
        f"{BACK}{stage}" if goes_back(found, stage) else stage.value for stage in NEXT[found.stage]
    ]
    removable = not found.is_joint and found.stage is Stage.ASKED and not found.texts
    return (*steps, INTERNAL, *([REMOVE] if removable else []))


def _row(entry: Entry, name: str) -> Row:
    look, late = look_of_stage(entry.evaluation), look_of_late(entry)
    cells = (
        Cell(name, bold=entry.evaluation.is_joint, flush=True),
        Cell(state=look, mark=late),
        Cell(entry.filled_of, right=True, ink=Role.INK2),
    )
    return Row(entry.evaluation.id, cells, said=f"{name}: {stands_at(entry)}")
