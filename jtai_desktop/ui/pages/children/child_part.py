"""The child in the panel, under what is told of the document one is at, with conversations."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.wording import day_short, times
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.parts import FactList
from jtai_desktop.ui.theme.states import State, look_of


class ChildPart(QWidget):
    """Reference, age and scope, how far the documents are, and where each conversation stands.

    `told` says that the lead inspector was told of what was decided about the child of this id.
    """

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._list = PanelHeading("Child"), FactList()
        self._talks_heading, self._talks = PanelHeading("Conversations"), FactList()
        self._duty = StateLabel(look_of(State.TELL_LEAD_INSPECTOR))
        self.tell = small_button("Lead inspector told", "tick", self._tell)
        self._child_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        column.addWidget(self._talks_heading)
        column.addWidget(self._talks)
        column.addWidget(self._duty)
        column.addWidget(self.tell)

    def show_child(self, facts: Facts, entry: Entry) -> None:
        """Show the child that an entry is about; nothing where it is about none."""
        child = entry.item.child
        self.setVisible(child is not None)
        if child is not None:
            self._heading.set_title(child.label)
            self._list.set_facts(child_facts(facts, child, entry))
            self._child_id = child.id
            self._show_talks(facts.view.conversations.of_child(child.id))

    def _show_talks(self, talks: tuple[Talk, ...]) -> None:
        open_ones = any(talk.standing.open_duties for talk in talks)
        self._talks.set_facts(tuple(Fact(talk.person.word, said_of(talk)) for talk in talks))
        self._talks_heading.setVisible(bool(talks))
        self._talks.setVisible(bool(talks))
        self._duty.setVisible(open_ones)
        self.tell.setVisible(open_ones)

    def _tell(self) -> None:
        self.told.emit(self._child_id)


def said_of(talk: Talk) -> str:
    """Planned, Tue 17, 15:30–16:30; declined, lead inspector not yet told."""
    found, word = talk.standing, talk.state.value.replace("-", " ").capitalize()
    if found.open_duties:
        return f"{word}, lead inspector not yet told"
    if found.plan and found.plan.start and found.plan.end:
        start, end = found.plan.start, found.plan.end
        return f"{word}, {day_short(start.date())}, {times(start, end)}"
    return word


def child_facts(facts: Facts, child: Child, entry: Entry) -> tuple[Fact, ...]:
    """What is recorded of the child, how much is sent, how much lies printed."""
    done, every = facts.printed(child.id)
    age = f", age {child.age} at notification" if child.age else ""
    scope = f"{child.in_scope}{age}" if child.in_scope else age.removeprefix(", ").capitalize()
    on_paper = ", ".join(printed.said(each) for each in entry.documents if each.copied)
    found = (
        Fact("Reference", child.reference),
        Fact("In scope", scope),
        Fact("Documents", facts.child_counts(child.id).sent_of),
        Fact("On paper", f"{done} of {every}" + (f"; this one {on_paper}" if on_paper else "")),
    )
    return tuple(fact for fact in found if fact.text)
