"""Which steps can be taken with all that is selected, and what each is called on a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.doubts import ACCEPTABLE, Doubt
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.steps import offered
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.pages.documents.lines import Line

# In the order of the buttons; a step with dots asks for something first.
WORDS = {
    Step.ASK: "Ask",
    Step.CHASE: "Chase…",
    Step.RECEIVE: "Mark received",
    Step.CHECK: "Check…",
    Step.SEND: "Review and send…",
    Step.RETURN: "Return…",
    Step.WAIVE: "Waive…",
    Step.THEY_RECEIVED: "Inspectors received it",
    Step.THEY_ACCEPTED: "Inspectors accepted it",
    Step.THEY_QUERIED: "Inspectors’ query…",
    Step.ANSWER: "Query answered…",
    Step.ACCEPT_WARNING: "Accept with a reason…",
    Step.OVERRIDE: "Pass without a check…",
    Step.NONE: "Does not exist…",
    Step.NOT_APPLICABLE: "Not applicable…",
    Step.REOPEN: "Open again",
}
AT_ONCE = frozenset({Step.ASK, Step.RECEIVE, Step.THEY_RECEIVED, Step.THEY_ACCEPTED, Step.REOPEN})
# What the bar under the table has room for.
FIRST_STEPS = (Step.ASK, Step.CHASE, Step.RECEIVE, Step.CHECK, Step.SEND, Step.RETURN)


@dataclass(frozen=True, slots=True)
class Selection:
    """The lines that a step is to be taken with."""

    lines: tuple[Line, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Their documents, each once."""
        found = {line.document.id: line.document for line in self.lines if line.document}
        return tuple(found.values())

    @property
    def ids(self) -> tuple[str, ...]:
        """The identities of the documents."""
        return tuple(document.id for document in self.documents)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are offered for every one of them."""
        common = self._common()
        return tuple(step for step in WORDS if step in common and self._makes_sense(step))

    @property
    def acceptable(self) -> tuple[Doubt, ...]:
        """The warnings that somebody could accept; only of one line at a time."""
        if len(self.lines) != 1:
            return ()
        return tuple(each for each in self.lines[0].doubts if each.kind in ACCEPTABLE)

    @property
    def sleeps(self) -> bool:
        """Whether it is one line that waits until somebody asks for it."""
        return len(self.lines) == 1 and self.lines[0].item.sleeps

    @property
    def called(self) -> str:
        """4.7 Force governance minutes, or 3 documents."""
        if len(self.lines) == 1:
            return f"{self.lines[0].item.called} {self.lines[0].title}"
        return counted(len(self.documents), "document")

    def _common(self) -> frozenset[Step]:
        every = [
            offered(line.document, asleep=line.item.sleeps) for line in self.lines if line.document
        ]
        if not every or len(every) != len(self.lines):
            return frozenset()
        return frozenset.intersection(*every)

    def _makes_sense(self, step: Step) -> bool:
        return step is not Step.ACCEPT_WARNING or bool(self.acceptable)


def review(lines: Sequence[Line]) -> tuple[str, ...]:
    """What would go to the inspectors, one by one: the list that is looked through first."""
    return tuple(_reviewed(line) for line in lines)


def _reviewed(line: Line) -> str:
    document = line.document
    version = document.version_of(document.newest) if document else None
    name = version.file_name if version else "no file"
    pages = line.doubts[0].fact if line.doubts else ""
    warned = f" (warning: {pages})" if pages else ""
    return f"{line.item.called} {line.title}: version {line.newest}, {name}{warned}"
