"""How a form is clothed."""

from enum import StrEnum


class Clothing(StrEnum):
    """A workbook or a document for Word, by the ending of the file."""

    WORKBOOK = ".xlsx"
    WORD = ".docx"
