"""Asks where a form goes, and whether as a workbook or for Word; and which form came back."""

from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jtai_desktop.exchange.form_clothing import Clothing

BOOK, WORD = "Excel workbook (*.xlsx)", "Word document (*.docx)"
KINDS = {BOOK: Clothing.WORKBOOK, WORD: Clothing.WORD}
FORMS_BACK = "Forms (*.xlsx *.docx *.xlsm *.docm *.ods);;All files (*)"


def ask_where(over: QWidget, title: str, stem: str) -> Path | None:
    """The file that a form is written to; nothing where the question was left."""
    name, chosen = QFileDialog.getSaveFileName(
        over, title, f"{stem}{Clothing.WORKBOOK}", ";;".join(KINDS)
    )
    return called(Path(name), KINDS.get(chosen, Clothing.WORKBOOK)) if name else None


def ask_which(over: QWidget, title: str) -> Path | None:
    """The form that came back; nothing where the question was left."""
    name, _ = QFileDialog.getOpenFileName(over, title, "", FORMS_BACK)
    return Path(name) if name else None


def called(path: Path, clothing: Clothing) -> Path:
    """The file with the ending of the kind that was chosen, unless it was typed with another.

    Only the name that was typed was agreed to be written over; another must be free.
    """
    typed = path.suffix.lower()
    if typed == clothing or (typed == Clothing.WORD and clothing is Clothing.WORKBOOK):
        return path
    base = path.with_suffix("") if typed == Clothing.WORKBOOK else path
    tries = (f"{base.name}{f' ({each})' if each > 1 else ''}{clothing}" for each in count(1))
    return next(path.with_name(name) for name in tries if not path.with_name(name).exists())
