"""What the daily checklist says. How it looks is told in `pdf/checklist.py`.

Every text is ready to print: the builder asks the domain and words the answers.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from jtai_desktop.domain import wording
from jtai_desktop.domain.conversations.calling_back import Holds

NAME = "Daily checklist"
FOR_THE_PARTNERSHIP = "For the partnership. Not for inspectors."


@dataclass(frozen=True, slots=True)
class Countdown:
    """The one number: 4 | working days to fieldwork | Monday 16 November.

    `number` may be empty, where fieldwork is over or has no date yet.
    """

    number: str
    words: str
    fieldwork: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One line: when or what number | the thing | how far | where it stands in the guidance.

    `boxed` lines can be ticked; `strong` ones are late or need a look, and print bold.
    """

    lead: str
    text: str
    detail: str = ""
    right: str = ""
    boxed: bool = True
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistSection:
    """Overdue, Due today, Due next, To agree with the lead inspector, Who does what.

    `nothing` is the sentence that is printed where there are no lines.
    """

    title: str
    lines: tuple[ChecklistLine, ...]
    aside: str = ""
    nothing: str = "Nothing here."


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """What is still open with one agency: its codes under each column."""

    agency: str
    count: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AgencyMatrix:
    """Still to send, by agency: the phone list. Each code gets a small box.

    `shares` are the widths of the columns against each other, the agency's first.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[AgencyRow, ...]
    aside: str = ""
    nothing: str = "Nothing is left to send."
    agency_heading: str = "Agency"
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class DailyChecklist:
    """The morning's sheet, for everyone or for one agency (`agency` is then its name).

    `note_lines` are ruled at least; the last page is then ruled down to its foot. None if 0.
    `holds` says whose conversations stand on it: not printed, for the log.
    """

    area: str
    theme: str
    day: date
    as_at: datetime
    countdown: Countdown
    sections: tuple[ChecklistSection | AgencyMatrix, ...]
    readers: str = FOR_THE_PARTNERSHIP
    marking: str = "OFFICIAL-SENSITIVE"
    practice: bool = False
    agency: str = ""
    note_lines: int = 8
    seal: str = ""
    holds: Holds = field(default=(), compare=False)

    @property
    def title(self) -> str:
        """Daily checklist, or Daily checklist: Police."""
        return f"{NAME}: {self.agency}" if self.agency else NAME

    @property
    def inspection(self) -> str:
        """Northmoor. Joint inspection: children’s mental health."""
        return f"{self.area}. {self.theme}" if self.theme else self.area

    @property
    def footer(self) -> str:
        """Daily checklist. Good for 10 November only."""
        day = f"{self.day.day} {wording.MONTHS[self.day.month - 1]}"
        return f"{self.title}. Good for {day} only."
