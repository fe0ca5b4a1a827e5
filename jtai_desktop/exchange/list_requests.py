"""What the worker is asked: which files, by which pack, for which day, with what said by hand."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.scope import Kept
from jtai_desktop.exchange.list_reading import Hand
from jtai_desktop.exchange.workbook_limits import LIMITS, Limits

NOTHING_SAID = Hand()


@dataclass(frozen=True, slots=True)
class Request:
    """One request to read and check some files."""

    paths: tuple[Path, ...]
    pack: str  # the text of the pack
    days: Days
    hand: Hand = NOTHING_SAID
    limits: Limits = LIMITS
    salt: str = ""  # with what rows are marked; they are not where there is none
    known: tuple[Kept, ...] = ()  # what was kept of lists taken in before
    marking: str = ""  # of the workbook to be written of what was read; none where there is none

    def told(self) -> dict[str, Any]:
        """The request as JSON can carry it."""
        return {
            "paths": [str(path) for path in self.paths],
            "pack": self.pack,
            "notified": self.days.notified.isoformat() if self.days.notified else None,
            "today": self.days.today.isoformat(),
            "sheets": [asdict(one) for one in self.hand.sheets],
            "columns": [asdict(one) for one in self.hand.columns],
            "limits": asdict(self.limits),
            "salt": self.salt,
            "marking": self.marking,
            "known": [[one.list_number, one.reference, one.age, one.answers] for one in self.known],
        }


def request_of(said: dict[str, Any]) -> Request:
    """The request again."""
    notified = said["notified"]
    days = Days(
        date.fromisoformat(notified) if notified else None, date.fromisoformat(said["today"])
    )
    hand = Hand(
        tuple(SheetByHand(**one) for one in said["sheets"]),
        tuple(ByHand(**one) for one in said["columns"]),
    )
    paths = tuple(Path(one) for one in said["paths"])
    return Request(
        paths,
        said["pack"],
        days,
        hand,
        limits=Limits(**said["limits"]),
        salt=str(said["salt"]),
        known=tuple(_kept(*one) for one in said["known"]),
        marking=str(said["marking"]),
    )


def _kept(number: int, reference: str, age: int | None, answers: list[Any]) -> Kept:
    return Kept(number, reference, age, tuple((key, answer) for key, answer in answers))
