"""What a workbook that goes out and comes back carries, and where in it something can't be taken.

The register and the forms of the evaluations share it.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time

from jtai_desktop.domain.problems import Problem

STAMP = 12
BOX_GONE, BOX_TWICE = "no answer box", "two answer boxes"
EXPORTED = "Exported"  # the hidden sheet that keeps every cell as it was exported


@dataclass(frozen=True, slots=True)
class ExportHead:
    """Which export a workbook is: of which vault and inspection, as at when, under which seal."""

    vault_id: str
    inspection_id: str
    as_at: datetime
    close: time
    seal: str = ""


def stamp(seal: str, key: tuple[str, ...]) -> str:
    """What ties the identities in a row to the export, so that a changed one is seen."""
    return hashlib.sha256("\0".join((seal, *key)).encode("utf-8", "replace")).hexdigest()[:STAMP]


@dataclass(frozen=True, slots=True)
class SheetTime:
    """A cell that holds a date or a time."""

    when: datetime


@dataclass(frozen=True, slots=True)
class SheetFault:
    """A cell that can’t be taken as it is: an error, a formula, or merged with others."""

    what: str


CellFound = str | SheetTime | SheetFault


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it is: the sheet, the row as the sheet counts (0 for none), the column’s letter.

    In a document for Word rows have no numbers: there a row goes by what it is called.
    """

    sheet: str
    row: int = 0
    letter: str = ""
    heading: str = ""
    called: str = ""

    def __str__(self) -> str:
        """Documents, row 7, column H “Owner”; or Child A, question 2, “Impact”."""
        row = f"row {self.row}" if self.row else self.called
        column = f"column {self.letter}" if self.letter else ""
        named = f"{column} “{self.heading}”".strip() if self.heading else column
        return ", ".join(filter(None, (self.sheet, row, named)))


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something of the workbook that can’t be taken: where, what was found, what is wanted."""

    spot: Spot
    found: str
    wanted: str
    sentence: str

    @property
    def problem(self) -> Problem:
        """The same as a place and a sentence."""
        return Problem(str(self.spot), self.sentence)


def missing(sheet: str, what: str) -> Trouble:
    """That a column that is needed is no longer there."""
    sentence = f"{what[:1].upper()}{what[1:]} is missing. Bring it back, or export anew."
    return Trouble(Spot(sheet), "no such column", what, sentence)


def there_twice(sheet: str, heading: str) -> Trouble:
    """That two columns are marked as the same."""
    sentence = f"Two columns are marked as “{heading}”. Delete the one that was added."
    return Trouble(Spot(sheet), "two columns", f"one column “{heading}”", sentence)


def added_row(spot: Spot) -> Trouble:
    """A row that a colleague added: it has no identity, so nothing here belongs to it."""
    sentence = "This row was not in the export. It is not taken in; add it in the program."
    return Trouble(spot, "a row of its own", "", sentence)


def altered_identity(spot: Spot, ids: str) -> Trouble:
    """That the hidden identity of a row is not one that was exported."""
    sentence = "The hidden identity of this row was changed. Take the row from the export again."
    return Trouble(spot, ids, "the identity that was exported", sentence)


def same_row(spot: Spot, first: str) -> Trouble:
    """That a row is there a second time."""
    sentence = f"This row is there twice: {first} is the same. Delete one of them."
    return Trouble(spot, f"{first} again", "one row", sentence)


def no_plain_value(spot: Spot, cell: SheetFault) -> Trouble:
    """A formula, an error or merged cells where a value is wanted."""
    sentence = f"Here stands {cell.what}; wanted is its plain value, in a cell of its own."
    return Trouble(spot, cell.what, "a plain value", sentence)


def no_answer_box(spot: Spot, fault: SheetFault) -> Trouble:
    """A document in which the box for an answer is gone, or there twice."""
    if fault.what == BOX_TWICE:
        sentence = "This answer box is there twice. Delete the one that was added."
    else:
        sentence = "The answer box is gone. Take this row from the form again; it may stay empty."
    return Trouble(spot, "", "", sentence)


def stray_text(spot: Spot, text: str) -> Trouble:
    """Text that somebody wrote in a document where nothing is read."""
    sentence = "Text outside the answer boxes was not taken. Move it into a box if it is wanted."
    return Trouble(spot, text, "text in an answer box", sentence)


def no_text(spot: Spot, text: str) -> Trouble:
    """A date that a sheet made of a text."""
    sentence = f"Here stands the date {text}; wanted is text. Format the cell as text."
    return Trouble(spot, text, "text", sentence)
