"""The child in the panel, under what is told of the document one is at."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.timetable.parts import FactList


class ChildPart(QWidget):
    """Reference, age and scope, and how far the documents of the child are."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._list = PanelHeading("Child"), FactList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._list)

    def show_child(self, facts: Facts, entry: Entry) -> None:
        """Show the child that an entry is about; nothing where it is about none."""
        child = entry.item.child
        self.setVisible(child is not None)
        if child is not None:
            self._heading.set_title(child.label)
            self._list.set_facts(child_facts(facts, child, entry))


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
