"""The file of a form, of whatever kind: a workbook or a document for Word, by its ending."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.exchange.form_clothing import Clothing
from jtai_desktop.services.papers import Paper

if TYPE_CHECKING:
    from jtai_desktop.exchange.evaluation_writing import Written

FOR_WORD = "for Word"
HOW_BACK = {
    Clothing.WORKBOOK: (
        "Write into the white cells{where} and send the file back, kept as .xlsx. Leave the hidden"
        " columns and sheets, and every row, as they are; an answer may stay empty."
    ),
    Clothing.WORD: (
        "Write into the boxes beside the questions{where} and send the file back, kept as .docx."
        " Leave every box where it is; an answer may stay empty. What is written outside the boxes"
        " is not read."
    ),
}


def clothing_of(path: Path) -> Clothing:
    """How the file that was named is clothed; a workbook unless it is called a document."""
    return Clothing.WORD if path.suffix.lower() == Clothing.WORD else Clothing.WORKBOOK


def how_back(clothing: Clothing, whose: str = "") -> str:
    """How the form is filled in and sent back; `whose` is what each sheet is of."""
    where = f" of each {whose}’s sheet" if whose else ""
    return HOW_BACK[clothing].format(where=where)


def paper(name: str, variant: str, what: "Written", clothing: Clothing, stem: str) -> Paper:
    """The form as a paper that can be saved and logged."""
    from jtai_desktop.exchange.form_writing import clothed

    as_at: datetime = what.head.as_at
    return Paper(
        name,
        f"{variant}, {FOR_WORD}" if clothing is Clothing.WORD else variant,
        as_at,
        clothed(what, clothing),
        len(what.sheets),
        what.head.seal,
        f"{stem}{clothing}",
    )
