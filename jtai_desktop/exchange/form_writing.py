"""The one place that chooses how a form is written: as a workbook, or as a document for Word."""

from jtai_desktop.exchange.evaluation_writing import Written, workbook
from jtai_desktop.exchange.form_clothing import Clothing
from jtai_desktop.exchange.word_form_writing import document


def clothed(what: Written, clothing: Clothing) -> bytes:
    """The file."""
    return document(what) if clothing is Clothing.WORD else workbook(what)
