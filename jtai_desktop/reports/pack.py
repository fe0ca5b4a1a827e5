"""A paper of blocks: one sheet alone, or a pack of several behind a cover."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from jtai_desktop.domain.conversations.calling_back import Holds
from jtai_desktop.domain.wording import day_long
from jtai_desktop.reports.blocks import Block

READINESS = "Readiness pack"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands on every page, whatever the paper says."""

    area: str
    theme: str
    as_at: datetime
    marking: str = "OFFICIAL-SENSITIVE"
    practice: bool = False
    draft: bool = False
    seal: str = ""

    @property
    def inspection(self) -> str:
        """Northmoor. Joint inspection: children’s mental health."""
        return f"{self.area}. {self.theme}" if self.theme else self.area


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part: its title, a line about it, who reads it, and what it says.

    `footer` is what the foot of its pages calls it, in the middle of a sentence; `kind` is the
    title of the file where the sheet is named for a child or a person, `listed` what contents and
    bookmarks call it where its title alone would not tell. `holds` says whose conversations stand
    on it: not printed, for the log.
    """

    title: str
    readers: str
    blocks: tuple[Block, ...]
    about: str = ""
    footer: str = ""
    kind: str = ""
    listed: str = ""
    holds: Holds = field(default=(), compare=False)

    def of_one(self, name: str) -> "Sheet":
        """The same, named for one child or person; the title of the file names nobody."""
        title, footer = f"{self.title}, {name}", f"{self.footer}, {name}"
        return replace(self, title=title, footer=footer, kind=self.kind or self.title)


@dataclass(frozen=True, slots=True)
class Bound:
    """One version behind the pack: the sizes of its pages, as they are looked at, in points."""

    codes: str
    title: str
    version: int
    sha256: str
    pages: tuple[tuple[float, float], ...]

    @property
    def called(self) -> str:
        """4.7 Force governance minutes."""
        return f"{self.codes} {self.title}"


@dataclass(frozen=True, slots=True)
class Single:
    """One sheet that is a paper of its own."""

    around: Around
    sheet: Sheet

    @property
    def title(self) -> str:
        """Documents register, Tuesday 10 November 2026."""
        return f"{self.sheet.kind or self.sheet.title}, {day_long(self.around.as_at.date())}"


@dataclass(frozen=True, slots=True)
class Pack:
    """Chosen sheets behind a cover. The cover’s blocks may hold the contents.

    `bound` are documents of others behind all of it, the last sheet their divider; the contents
    there lead to each of them.
    """

    around: Around
    cover: Sheet
    sheets: tuple[Sheet, ...]
    bound: tuple[Bound, ...] = ()

    @property
    def title(self) -> str:
        """Readiness pack, Tuesday 10 November 2026."""
        return f"{self.cover.title}, {day_long(self.around.as_at.date())}"
