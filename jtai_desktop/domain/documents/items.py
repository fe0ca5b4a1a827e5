"""What is asked for: an item of the pack, a document about one child, or one added by hand."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain.moments import Moment

# What stands in the three columns of one’s own.
Own = tuple[str, str, str]
NOTHING_OF_ONES_OWN: Own = ("", "", "")


class Source(StrEnum):
    """Where an item comes from."""

    PACK = "pack"
    CHILD = "child"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Notes:
    """Two notes that are never one: ours stays here, the inspectors’ goes with the documents."""

    internal: str = ""
    inspectors: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A selected child by reference and label; a name is never needed.

    `age` is that at the notification, alone or with `age_to` the ends of a band; `agencies` are
    keys. `school_told` is when the school heard that an education inspector will call, `outcome`
    what the selection call came to.
    """

    id: str
    reference: str
    label: str
    age: int = 0
    in_scope: str = ""
    position: int = 0
    age_to: int = 0
    agencies: tuple[str, ...] = ()
    school: str = ""
    school_told: datetime | None = None
    school_told_by: str = ""
    outcome: str = ""
    version: int = field(default=1, compare=False)

    @property
    def aged(self) -> str:
        """14, or 13–15; nothing where it is not known."""
        if not self.age:
            return ""
        return f"{self.age}–{self.age_to}" if self.age_to > self.age else str(self.age)

    @property
    def mark(self) -> str:
        """What stands for the label in a code: the A of Child A."""
        return self.label.rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class AskedFor:
    """That something on request was asked for, by whom and when."""

    when: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked for, with what counts against it.

    `due` is of one added by hand; else the milestone’s time counts. `internal` is earlier.
    """

    id: str
    source: Source
    number: str
    title: str = ""
    short: str = ""
    agency: str = ""
    section: str = ""
    paragraph: str = ""
    milestone: str = ""
    position: int = 0
    child: Child | None = None
    due: Moment | None = None
    internal: Moment | None = None
    count: int = 1
    unit: str = ""
    window_months: int = 0
    on_request: bool = False
    asked_by: str = ""
    asked_for: AskedFor | None = None
    notes: Notes = field(default_factory=Notes)
    own: Own = NOTHING_OF_ONES_OWN
    version: int = field(default=1, compare=False)

    @property
    def sleeps(self) -> bool:
        """Whether it comes only on request and nobody has asked."""
        return self.on_request and self.asked_for is None

    @property
    def code(self) -> str:
        """4.7, or C 7 for Child C, kind 7."""
        return f"{self.child.mark} {self.number}" if self.child else self.number

    @property
    def called(self) -> str:
        """4.7, or Child C, 7."""
        return f"{self.child.label}, {self.number}" if self.child else self.number
