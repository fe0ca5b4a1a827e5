"""The log of papers: what left the program, when, and until when it may be kept."""

from collections.abc import Iterable
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


def sealed(entries: Iterable[PrintEntry], typed: str) -> tuple[PrintEntry, ...]:
    """Those whose seal begins so, typed as on a page: “Seal”, capitals and gaps don’t matter."""
    seal = "".join(typed.casefold().split()).removeprefix("seal")
    return tuple(each for each in entries if seal and each.seal.startswith(seal))


def found(entries: Iterable[PrintEntry], typed: str) -> tuple[PrintEntry, ...]:
    """Those of that seal; where there is none, those that have every word typed."""
    every, words = tuple(entries), typed.casefold().split()
    return sealed(every, typed) or tuple(
        each for each in every if all(word in _said(each) for word in words)
    )


def _said(entry: PrintEntry) -> str:
    return f"{entry.paper} {entry.variant} {entry.who} {entry.way}".casefold()
