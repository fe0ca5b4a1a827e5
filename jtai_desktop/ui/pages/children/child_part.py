"""The child in the panel, under what is told of the document one is at, with conversations."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.ui.evaluations.flags_part import FlagsPart
from jtai_desktop.ui.evaluations.part import EvaluationPart
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.children.fields_part import FieldsPart
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.parts import FactList
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.talks.part import TalksPart


class ChildPart(QWidget):
    """What is recorded of the child, how far it is, its flags, evaluations and conversations."""

    unfolded = Signal(QWidget)
    left = Signal()
    evaluation_wanted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._heading, self._list = PanelHeading("Child"), FactList()
        self.fields, self.talks = FieldsPart(desk), TalksPart(desk)
        self.flags, self.evaluation = FlagsPart(desk), EvaluationPart()
        self._child_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in self._parts():
            column.addWidget(part)
        for acting in (self.talks, self.flags):
            acting.unfolded.connect(self.unfolded)
            acting.left.connect(self.left)
        self.evaluation.opened.connect(self._open)

    def show_child(self, facts: Facts, entry: Entry) -> None:
        """Show the child that an entry is about; nothing where it is about none."""
        child = entry.item.child
        self.setVisible(child is not None)
        if child is not None:
            self._child_id = child.id
            self._heading.set_title(child.label)
            self.fields.show_child(facts.view, child)
            self._list.set_facts(child_facts(facts, child, entry))
            self.flags.show_child(facts.view, child.id, child.label)
            self.evaluation.show_child(facts.view, child.id)
            self.talks.show_child(facts.view, child.id, child.label)

    def fold(self) -> bool:
        """Put an unfolded form away; whether there was one."""
        return self.flags.fold() or self.talks.fold()

    def _parts(self) -> tuple[QWidget, ...]:
        told = (self._heading, self.fields, self._list)
        return (*told, self.flags, self.evaluation, self.talks)

    def _open(self, evaluation_id: str) -> None:
        self.evaluation_wanted.emit(self._child_id, evaluation_id)


def child_facts(facts: Facts, child: Child, entry: Entry) -> tuple[Fact, ...]:
    """How much is sent, and how much lies printed."""
    done, every = facts.printed(child.id)
    on_paper = ", ".join(printed.said(each) for each in entry.documents if each.copied)
    return (
        Fact("Documents", facts.child_counts(child.id).sent_of),
        Fact("On paper", f"{done} of {every}" + (f"; this one {on_paper}" if on_paper else "")),
    )
