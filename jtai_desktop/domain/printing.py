"""The log of papers: what left the program, when, and until when it may be kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Way(StrEnum):
    """How a paper left the program."""

    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class PrintEntry:
    """One paper that was printed or saved."""

    id: str
    when: datetime
    who: str
    paper: str
    variant: str
    as_at: datetime
    pages: int
    way: Way
    destroy_by: date
    seal: str
