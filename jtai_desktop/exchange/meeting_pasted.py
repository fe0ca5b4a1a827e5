"""What a pasted table of meetings came to, and what it is read against."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.people import Agency


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that can’t be taken: row, column, what is wrong, what was found."""

    row: int
    column: str
    sentence: str
    found: str = ""

    @property
    def where(self) -> str:
        """Row 4, Day."""
        return f"Row {self.row}, {self.column}" if self.column else f"Row {self.row}"


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row that was understood."""

    row: int
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a table came to. `remarks` are worth a look and stop nothing."""

    rows: tuple[PastedRow, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    remarks: tuple[CellProblem, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """What can be taken in: nothing while there is a problem."""
        return () if self.problems else tuple(each.meeting for each in self.rows)


@dataclass(frozen=True, slots=True)
class Known:
    """What the cells are read against: kinds by key, agencies, the three weeks, what is there."""

    kinds: Mapping[str, str]
    agencies: tuple[Agency, ...] = ()
    span: Span | None = None
    here: tuple[Meeting, ...] = ()
    own_kinds: Mapping[str, str] = field(default_factory=dict)
