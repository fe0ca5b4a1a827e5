"""What the page of the children shows: the grid, what the CQC asked for, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.documents.counting import Counts, counts
from jtai_desktop.domain.documents.items import Child, Source
from jtai_desktop.domain.documents.register import Entry, Register
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import counted, moment_near
from jtai_desktop.guidance.requested import DocumentKind
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.lines import Line, lines_of

CQC = "CQC"
# What the page shows, directly or counted.
DEPENDS = frozenset(
    {
        Kind.CHILD,
        Kind.CONVERSATION,
        Kind.EVALUATION,
        Kind.FLAG,
        Kind.ITEM,
        Kind.DOCUMENT,
        Kind.FILE,
        Kind.INSPECTION,
        Kind.MILESTONE,
        Kind.SETTING,
        Kind.CLOSURE,
        Kind.AGENCY,
        Kind.CONTACT,
    }
)
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Facts:
    """The children of one inspection as they stand; `case_documents` is all of the grid."""

    view: Overview
    register: Register
    lines: tuple[Line, ...]
    case_documents: tuple[Entry, ...]
    by_child: Mapping[str, tuple[Entry, ...]]

    @property
    def children(self) -> tuple[Child, ...]:
        """The selected children, in their order."""
        return self.view.children

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The kinds of case-file document."""
        return self.view.pack.document_kinds

    @property
    def today(self) -> date:
        """The day that counts, in London."""
        return london(self.view.now).date()

    @property
    def requests(self) -> tuple[Entry, ...]:
        """What the CQC asked for, and what else was asked for about one of the children."""
        by_hand = (each for each in self.register.entries if each.item.source is Source.HAND)
        return tuple(each for each in by_hand if each.item.child or _of_cqc(each))

    def entry(self, child_id: str, kind: int) -> Entry | None:
        """The document of one child and kind."""
        return next((each for each in self.of_child(child_id) if _is_kind(each, kind)), None)

    def of_child(self, child_id: str) -> tuple[Entry, ...]:
        """The documents of one child, in the order of the kinds."""
        return self.by_child.get(child_id, ())

    def child_counts(self, child_id: str) -> Counts:
        """How far the documents of one child are."""
        return counts(self.of_child(child_id))

    def kind_counts(self, kind: int) -> Counts:
        """How far the documents of one kind are."""
        return counts(each for each in self.case_documents if _is_kind(each, kind))

    def printed(self, child_id: str = "") -> tuple[int, int]:
        """How many documents lie printed, of how many that there are to print."""
        every = self.of_child(child_id) if child_id else self.case_documents
        there = [each for each in every if each.counts]
        return sum(1 for each in there if is_printed(each)), len(there)


def read(workspace: Workspace, inspection_id: str) -> Facts:
    """Read the children with their documents."""
    view = overview.load(workspace, inspection_id)
    register = view.register()
    case = tuple(each for each in register.entries if each.item.source is Source.CHILD)
    by_child = {
        child.id: tuple(each for each in case if each.item.child and each.item.child.id == child.id)
        for child in view.children
    }
    return Facts(view, register, lines_of(view, register), case, by_child)


def is_printed(entry: Entry) -> bool:
    """Whether every document of it that has a file lies printed."""
    with_file = [each for each in entry.documents if each.versions]
    return bool(with_file) and all(each.copied for each in with_file)


def fact_of(facts: Facts) -> str:
    """Six children, 20 of 40 case documents sent."""
    number = len(facts.children)
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    found = counts(facts.case_documents)
    children = "child" if number == 1 else "children"
    return f"{word} {children}, {found.sent} of {found.total} case documents sent"


def requests_of(facts: Facts) -> str:
    """None yet, awaited Fri 13; or how many there are, and how many of them are to send."""
    milestone = _milestone(facts, facts.view.pack.milestone_of.cqc_requests)
    if not facts.requests:
        when = moment_near(milestone.due, facts.today) if milestone else ""
        return f"none yet, awaited {when}" if when else "none yet"
    found = counts(facts.requests)
    return f"{counted(len(facts.requests), 'request')}, {found.to_send} still to send"


def printed_of(facts: Facts) -> str:
    """0 of 40 documents, due Mon 16."""
    done, every = facts.printed()
    milestone = _milestone(facts, "printed-documents")
    when = f", due {moment_near(milestone.due, facts.today)}" if milestone else ""
    return f"{done} of {counted(every, 'document')}{when}"


def _milestone(facts: Facts, key: str) -> Planned | None:
    return next((each for each in facts.view.schedule.milestones if each.key == key), None)


def _of_cqc(entry: Entry) -> bool:
    return CQC.casefold() in entry.item.asked_by.casefold()


def _is_kind(entry: Entry, kind: int) -> bool:
    return entry.item.source is Source.CHILD and entry.item.number == str(kind)
