"""TalksPart: the conversations of one child in a panel: who, how far, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.services import conversations
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.parts import FactList, clear, focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.talks.call_backs import CallBacks
from jtai_desktop.ui.talks.looks import look_of_talk
from jtai_desktop.ui.talks.people_form import AddPersonForm
from jtai_desktop.ui.talks.steps import TalkSteps
from jtai_desktop.ui.talks.words import facts_of, lines_of, said_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

PEOPLE = (Column("who", "Who", 92), Column("state", "Stands at"))
QUIET = TableOptions(head=False, fits=True, ground=Role.ALT)
NOBODY = "Nobody is listed yet. Add the child, parents and carers with whom inspectors may talk."
FEW = 4


class TalksPart(QWidget):
    """`unfolded` wants to be seen; `left` gives the ring back to the page."""

    unfolded = Signal(QWidget)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._talks: tuple[Talk, ...] = ()
        self._child = ("", "")
        self._view: Overview | None = None
        self._all = False
        self._heading = PanelHeading("Conversations")
        self.add = self._heading.add_link("Add…")
        self.add.setAccessibleName("Add a person to talk with…")
        self.adding = AddPersonForm()
        self.table = RowTable(PEOPLE, "People to talk with", QUIET)
        self._nobody = Words(NOBODY, ink=Role.INK2, wrap=True)
        self._title = Words("", bold=True, wrap=True)
        self._duty = Chip(look_of(State.TELL_LEAD_INSPECTOR))
        self._facts = FactList(FontRole.LABEL)
        self.steps, self.papers = TalkSteps(desk), CallBacks(desk)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self._more = LinkButton("", FontRole.LABEL)
        self.remove = LinkButton("Remove, nothing is recorded yet", FontRole.LABEL)
        self._lay_out()
        self._connect()

    @property
    def talk(self) -> Talk | None:
        """The conversation that is told of."""
        key = self.table.current_key
        return next((each for each in self._talks if each.person.id == key), None)

    def show_child(self, view: Overview, child_id: str, label: str) -> None:
        """Show the people of a child; who was chosen stays chosen, else whoever needs something."""
        if self._child[0] != child_id:
            self.adding.hide()
            self._all = False
        self._view, self._child = view, (child_id, label)
        self._talks = view.conversations.of_child(child_id)
        self.table.set_rows([_row(talk) for talk in self._talks])
        self.table.setVisible(bool(self._talks))
        self._nobody.setVisible(not self._talks)
        if self.talk is None and self._talks:
            first = next((each for each in self._talks if each.standing.open_duties), None)
            self.table.choose((first or self._talks[0]).person.id)
        self._show()

    def choose(self, person_id: str) -> None:
        """Tell of one person, with the ring on what can be done."""
        self.table.choose(person_id)
        self._show()
        self.enter()

    def enter(self) -> None:
        """The ring on the people, or on adding one."""
        goal: QWidget = self.table if self._talks else self.add
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit(self)

    def fold(self) -> bool:
        """Put an unfolded form away; whether there was one."""
        if not self.adding.isHidden():
            self._end_adding()
            return True
        if self.papers.fold():
            return True
        return self.steps.fold()

    def _show(self, _key: str = "") -> None:
        talk = self.talk
        for part in (self._title, self._facts, self._duty, self.remove, self._more):
            part.setVisible(talk is not None)
        if talk is None or self._view is None:
            self.steps.show_talk(None)
            self.papers.show_papers(())
            clear(self._lines)
            return
        self._title.setText(f"{talk.person.word}: {said_of(talk)[:1].lower()}{said_of(talk)[1:]}")
        self._duty.setVisible(bool(talk.standing.open_duties))
        self._facts.set_facts(facts_of(talk))
        self._facts.setVisible(bool(facts_of(talk)))
        self.steps.show_talk(talk, self._view.now)
        back = self._view.conversations.to_call_back
        self.papers.show_papers([each for each in back if talk.person in each.people])
        self.remove.setVisible(not talk.person.lines)
        self._show_lines(talk)

    def _show_lines(self, talk: Talk) -> None:
        found = lines_of(talk)
        clear(self._lines)
        for when, title, details in found if self._all else found[:FEW]:
            self._lines.addWidget(Words(f"{when}  {title}", FontRole.LABEL, wrap=True))
            if details:
                self._lines.addWidget(Words(details, FontRole.LABEL, Role.INK2, wrap=True))
        self._more.setVisible(len(found) > FEW)
        self._more.setText("Show the newest" if self._all else f"Show all {len(found)} lines")
        self._more.updateGeometry()

    def _turn_lines(self) -> None:
        self._all = not self._all
        self._show()

    def _begin_adding(self) -> None:
        self.adding.begin(self._child[1])
        self.unfolded.emit(self.adding)

    def _end_adding(self) -> None:
        had_ring = focused_in(self.adding) is not None
        self.adding.hide()
        if had_ring:
            self.add.setFocus()

    def _add(self) -> None:
        child_id, role, label = self._child[0], self.adding.role, self.adding.label
        inspection_id = self._desk.inspection_id

        def add(workspace: Workspace) -> Changes:
            return conversations.add_person(workspace, inspection_id, child_id, role, label)

        act_as_typed(self._desk.hub, self.adding, lambda: add, lambda _done: self._end_adding())

    def _remove(self) -> None:
        talk = self.talk
        if talk is not None:
            inspection_id, person = self._desk.inspection_id, talk.person.id
            self._desk.hub.act(
                lambda workspace: conversations.remove_person(workspace, inspection_id, person),
                self._removed,
            )

    def _removed(self, _changes: Changes) -> None:
        self.add.setFocus()

    def _connect(self) -> None:
        self.add.clicked.connect(self._begin_adding)
        self.adding.wanted.connect(self._add)
        self.table.row_chosen.connect(self._show)
        self.table.row_activated.connect(lambda _key: self.steps.enter())
        self.remove.clicked.connect(self._remove)
        self._more.clicked.connect(self._turn_lines)
        for part in (self.steps, self.papers):
            part.unfolded.connect(self.unfolded)
            part.left.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        above = (self._heading, self.adding, self._nobody, self.table, self._title, self._duty)
        for part in (*above, self.steps, self.papers, self._facts):
            column.addWidget(part)
        column.addLayout(self._lines)
        for link in (self._more, self.remove):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.adding.hide()


def _row(talk: Talk) -> Row:
    look = look_of_talk(talk.state)
    cells = (Cell(talk.person.word, flush=True), Cell(state=look))
    return Row(talk.person.id, cells, said=f"{talk.person.called}: {said_of(talk)}")
