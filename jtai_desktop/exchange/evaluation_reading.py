"""A form of evaluations, or of a case audit, read again; this half works in the worker."""

from pathlib import Path

from jtai_desktop.domain.audits.form import FORMAT as AUDIT_FORMAT
from jtai_desktop.domain.evaluations.form import FIXED, FORMAT, IDS, PARTS, QUESTION
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation import form as self_form
from jtai_desktop.exchange.register_faults import faults_of
from jtai_desktop.exchange.sheet_reading import (
    Shape,
    Told,
    exported,
    looked_for,
    remarks_on,
    shape_of,
    text_of,
)
from jtai_desktop.exchange.word_form_reading import read_document
from jtai_desktop.exchange.word_package import is_document
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_package import OTHER_KIND
from jtai_desktop.exchange.workbook_reading import Workbook, content_of, workbook_of

NO_SHEET = (
    "No sheet of this workbook is the form that was exported."
    " Export the form anew and have it filled in there."
)
NO_FORM = "This is no form: forms come back as .xlsx or .docx."
SHAPE = shape_of(FORMAT, IDS, {**FIXED, **PARTS}, QUESTION)
SELF_SHAPE = shape_of(self_form.FORMAT, IDS, {**FIXED, **self_form.HEADINGS}, QUESTION)
OF_AUDIT = shape_of(AUDIT_FORMAT, IDS, {**FIXED, **PARTS}, QUESTION)


def read_forms(path: Path, limits: Limits, shape: Shape = SHAPE) -> Told:
    """What a form says, sheet by sheet, as plain JSON; refused where it can’t be read.

    Whether it is a workbook or a document for Word is seen by what is in it.
    """
    try:
        content = content_of(path, limits)
        if is_document(content, path.suffix.lower()):
            return read_document(content, limits, shape)
        return _read(workbook_of(content, path, limits), path, limits, shape)
    except Refused as refused:
        sentence = refused.problem.sentence
        raise Refused(NO_FORM if sentence == OTHER_KIND else sentence, place=path.name) from refused


def _read(book: Workbook, path: Path, limits: Limits, shape: Shape) -> Told:
    head, keys, *kept = exported(book, shape)
    found = [each for sheet in book.sheets if (each := looked_for(sheet, shape))]
    if not found:
        raise Refused(NO_SHEET)
    return {
        "sheets": [each.told(faults_of(each.sheet, path, book, limits)) for each in found],
        "sha256": book.digest,
        "head": [text_of(cell) for cell in head[1:6]],
        "keys": [text_of(cell) for cell in keys],
        "exported": [[text_of(cell) for cell in row] for row in kept],
        "remarks": remarks_on(book),
    }
