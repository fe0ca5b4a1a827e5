"""FlagsPart: the “act now” flags of one child: raised, given to somebody, confirmed, closed.

A closed one stays in the list, below the open ones; whoever chooses it sees all that was done.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.flags import Flag, FlagState, in_turn
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import stamp
from jtai_desktop.services import flags
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.evaluations.forms import DONE, ENDED, GiveForm, RaiseForm, WordsForm
from jtai_desktop.ui.evaluations.looks import look_of_flag
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.pages.timetable.parts import FactList, focused_in
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (Column("what", "What is to be done"),)
QUIET = TableOptions(head=False, fits=True, ground=Role.ALT, row_height=26)
CONFIRM, GIVE, CLOSE, MISTAKE = "confirm", "give", "close", "mistake"
WORDS = {
    CONFIRM: "Somebody acted…",
    GIVE: "Give to somebody…",
    CLOSE: "Close…",
    MISTAKE: "Raised by mistake…",
}


class FlagsPart(QWidget):
    """`unfolded` wants to be seen; `left` gives the ring back to the page."""

    unfolded = Signal(QWidget)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: Overview | None = None
        self._child = ("", "")
        self._flags: tuple[Flag, ...] = ()
        self.form: AskingForm | None = None
        self._heading = PanelHeading("Act now")
        self.new = self._heading.add_link("Raise…")
        self.new.setAccessibleName("Raise an “act now” flag…")
        self.table = RowTable(COLUMNS, "Act now", QUIET)
        self._text = Words("", bold=True, wrap=True)
        self._facts = FactList(FontRole.LABEL)
        self._none = Words("No open flag.", FontRole.LABEL, Role.INK2, wrap=True)
        self._buttons = QWidget()
        self.offers = {key: small_button(word) for key, word in WORDS.items()}
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    @property
    def flag(self) -> Flag | None:
        """The flag that is told of, open or closed."""
        key = self.table.current_key
        return next((each for each in self._flags if each.id == key), None)

    @property
    def offered(self) -> tuple[str, ...]:
        """What has a button now."""
        return tuple(key for key, button in self.offers.items() if not button.isHidden())

    def show_child(self, view: Overview, child_id: str, label: str) -> None:
        """Show the flags of a child: the open ones, and those that were closed."""
        if child_id != self._child[0]:
            self.fold()
        self._view, self._child = view, (child_id, label)
        mine = [each for each in view.flags if each.child_id == child_id]
        self._flags = in_turn(mine)
        self.table.set_rows([_row(each) for each in self._flags])
        self.table.setVisible(bool(self._flags))
        if self.flag is None and self._flags and not self._flags[0].closed:
            self.table.choose(self._flags[0].id)
        self._none.setVisible(all(each.closed for each in mine))
        self._show()

    def choose(self, flag_id: str) -> None:
        """Tell of one flag, with the ring on it."""
        self.table.choose(flag_id)
        self._show()
        goal: QWidget = self.table if self._flags else self.new
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit(self)

    def begin(self) -> None:
        """Ask what is to be done at once, and by whom."""
        form, inspection, child = RaiseForm(self._people()), self._desk.inspection_id, self._child
        form.call(f"Act now: {child[1]}")
        self._unfold(
            form,
            lambda: lambda w: flags.raise_flag(w, inspection, child[0], form.text, form.owner),
        )

    def take(self, key: str) -> None:
        """Ask for what a step needs."""
        flag = self.flag
        if flag is None:
            return
        inspection = self._desk.inspection_id
        if key == GIVE:
            give = GiveForm(self._people(), flag.owner_id)
            give.call(f"{WORDS[key].removesuffix('…')}: {flag.child}")
            self._unfold(give, lambda: lambda w: flags.give(w, inspection, flag.id, give.owner))
            return
        form = WordsForm(DONE if key == CONFIRM else ENDED, WORDS[key].removesuffix("…"))
        form.call(f"{WORDS[key].removesuffix('…')}: {flag.child}")
        if key == CONFIRM:
            self._unfold(form, lambda: lambda w: flags.confirm(w, inspection, flag.id, form.words))
            return
        wrong = key == MISTAKE
        self._unfold(
            form,
            lambda: lambda w: flags.close(w, inspection, flag.id, form.words, mistaken=wrong),
        )

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
            (self.table if self._flags else self.new).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _unfold(self, form: AskingForm, act: Callable[[], Act]) -> None:
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

    def _done(self, form: AskingForm) -> None:
        if form is self.form:
            self.fold()

    def _people(self) -> list[tuple[str, str]]:
        """Who can act, with the agency."""
        if self._view is None:
            return []
        short = {each.id: each.short for each in self._view.agencies}
        return [
            (each.id, ", ".join(filter(None, (each.role, short.get(each.agency_id, "")))))
            for each in self._view.contacts
        ]

    def _show(self, _key: str = "") -> None:
        flag = self.flag
        wanted = _offered(flag) if flag is not None else ()
        had_ring = focused_in(self._buttons)
        for key, button in self.offers.items():
            button.setVisible(key in wanted)
        self._buttons.setVisible(bool(wanted))
        if had_ring is not None and had_ring.isHidden():
            self.left.emit()
        for part in (self._text, self._facts):
            part.setVisible(flag is not None)
        if flag is not None and self._view is not None:
            self._text.setText(flag.text)
            self._facts.set_facts(_facts(self._view, flag))

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        Flow(self._buttons).add_all(tuple(self.offers.values()))
        told = (self._none, self.table, self._text, self._facts, self._buttons)
        for part in (self._heading, *told):
            self._column.addWidget(part)
        self._column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self._cancel.hide()

    def _connect(self) -> None:
        self.new.clicked.connect(self.begin)
        self.table.row_chosen.connect(self._show)
        self.table.row_activated.connect(lambda _key: self._enter())
        self._cancel.clicked.connect(self.fold)
        for key, button in self.offers.items():
            button.clicked.connect(partial(self._clicked, key))

    def _clicked(self, key: str, _checked: object = None) -> None:
        self.take(key)

    def _enter(self) -> None:
        if self.offered:
            self.offers[self.offered[0]].setFocus(Qt.FocusReason.OtherFocusReason)


def _offered(flag: Flag) -> tuple[str, ...]:
    """What can be done with a flag; nothing with one that is closed."""
    if flag.closed:
        return ()
    if flag.state is FlagState.RAISED:
        return CONFIRM, GIVE, MISTAKE
    return CLOSE, GIVE


def _facts(view: Overview, flag: Flag) -> tuple[Fact, ...]:
    contact = view.contact(flag.owner_id)
    raised = ", ".join(filter(None, (stamp(london(flag.raised.when)), flag.raised.by.acting)))
    found = [
        Fact("Owner", contact.role if contact else "No owner: give it to somebody"),
        Fact("Raised", raised),
    ]
    if flag.confirmed:
        acted = f"{stamp(london(flag.confirmed.when))}: {flag.confirmed.words}"
        found.append(Fact("Acted", acted))
    if flag.closed:
        ended = f"{stamp(london(flag.closed.when))}: {flag.closed.words}"
        found.append(Fact("By mistake" if flag.mistaken else "Closed", ended))
    return tuple(found)


def _row(flag: Flag) -> Row:
    look = look_of_flag(flag)
    said = f"{look.said}: {flag.text}"
    return Row(flag.id, (Cell(state=look.worded(said) if flag.closed else look),), said=said)
