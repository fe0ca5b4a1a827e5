"""A document: its versions, its dates, the items it answers, and the lines of what was done."""

from dataclasses import dataclass, field
from datetime import date, datetime

from jtai_desktop.domain.documents.items import Notes
from jtai_desktop.domain.documents.lines import Line, Who


@dataclass(frozen=True, slots=True)
class Version:
    """A numbered, never overwritten record of a file.

    `kept` is the name under which the vault took it in; `place` is where it lies otherwise.
    """

    number: int
    file_name: str
    size: int
    sha256: str
    when: datetime
    by: Who
    note: str = ""
    kept: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """That a document answers an item, and on which of its pages."""

    item_id: str
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document, from asked for to held by the inspectors. Versions and lines in order.

    `copied` is the version that was printed for the file on paper; 0 where none was.
    """

    id: str
    title: str
    agency: str
    owner_id: str = ""
    deputy_id: str = ""
    dates: tuple[date, ...] = ()
    notes: Notes = field(default_factory=Notes)
    answers: tuple[Answer, ...] = ()
    versions: tuple[Version, ...] = ()
    lines: tuple[Line, ...] = ()
    copied: int = 0
    version: int = field(default=1, compare=False)

    @property
    def newest(self) -> int:
        """The number of the newest version; 0 where there is none."""
        return self.versions[-1].number if self.versions else 0

    def version_of(self, number: int) -> Version | None:
        """The version of that number."""
        return next((each for each in self.versions if each.number == number), None)
