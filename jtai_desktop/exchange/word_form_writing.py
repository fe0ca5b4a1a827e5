"""The form of evaluations, of a case audit or of the self-evaluation as a document for Word.

Every answer stands in a box of its own, a content control whose tag names the row, the part and a
stamp. What was exported is kept in a part of the file that nobody sees.
"""

import json
from collections.abc import Iterator
from itertools import count
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from jtai_desktop.domain.evaluations.evaluation import Part
from jtai_desktop.domain.evaluations.form import WHOSE, FormRow, FormSheet
from jtai_desktop.domain.sheets import stamp
from jtai_desktop.exchange import word_form_parts as form_parts
from jtai_desktop.exchange import word_parts as parts
from jtai_desktop.exchange.evaluation_writing import Written, exported_rows
from jtai_desktop.exchange.sheet_writing import marked
from jtai_desktop.exchange.word_writing import (
    ROOM,
    TWIPS,
    WordDocument,
    escaped,
    files_of,
    packed,
    paragraph,
)

LANGUAGE = "en-GB"
LABEL = round(40 * TWIPS)
WIDTHS = (LABEL, round(ROOM) - LABEL)
HIGH = round(14 * TWIPS)  # of a box at least
LONGEST, CAPTION = 64, 200  # signs that Word takes for what a box is called, and a table
NUMBERED = (form_parts.SHEET, *map(str, Part))


def document(what: Written) -> bytes:
    """The form."""
    made = WordDocument(
        title=what.title,
        under_title="",
        marking=marked(what.marking, practice=what.practice),
        about=f"{what.title}. Export {what.head.seal}",
        language=LANGUAGE,
        created=what.head.as_at,
        blocks=(),
    )
    files = files_of(made, "".join(_body(what)))
    files["[Content_Types].xml"] = form_parts.CONTENT_TYPES
    files["word/_rels/document.xml.rels"] = form_parts.DOCUMENT_RELATIONS
    files["word/settings.xml"] = form_parts.SETTINGS
    files["word/styles.xml"] = form_parts.with_grey(files["word/styles.xml"])
    files[form_parts.KEPT_NAME] = form_parts.KEPT.format(escape(_kept(what)))
    files["customXml/itemProps1.xml"] = form_parts.KEPT_PROPERTIES.format(_identity(what))
    files["customXml/_rels/item1.xml.rels"] = form_parts.KEPT_RELATIONS
    return packed(files)


def _kept(what: Written) -> str:
    """What was exported, and every text that stands outside the boxes, to tell what was added."""
    head, (keys, *rows) = what.head, exported_rows(what)
    facts = (head.vault_id, head.inspection_id, head.seal)
    times = (head.as_at.isoformat(), head.close.isoformat("minutes"))
    fixed = dict.fromkeys(" ".join(text.split()) for text in _fixed(what))
    kept = {"format": what.form, "head": [*facts, *times], "keys": keys, "rows": rows}
    return json.dumps({**kept, "fixed": list(fixed)})


def _identity(what: Written) -> str:
    named = uuid5(NAMESPACE_URL, f"{form_parts.KEPT_SPACE}:{what.head.seal}")
    return f"{{{str(named).upper()}}}"


def _fixed(what: Written) -> Iterator[str]:
    yield from (what.title, what.guide, *what.headings.values())
    yield from (_fact(each) for each in what.about)
    for sheet in what.sheets:
        yield sheet.title
        yield from map(_asked, sheet.rows)


def _body(what: Written) -> Iterator[str]:
    yield paragraph(what.title, "Title")
    yield from (paragraph(_fact(each)) for each in what.about)
    yield paragraph(what.guide)
    numbers = count()
    for at, sheet in enumerate(what.sheets):
        yield from _sheet(what, sheet, numbers, later=at > 0)


def _sheet(
    what: Written, sheet: FormSheet, numbers: Iterator[int], *, later: bool
) -> Iterator[str]:
    """A heading, on a page of its own, and a table for each row."""
    for at, row in enumerate(sheet.rows):
        number = next(numbers)
        tied = stamp(what.head.seal, row.id)
        if at == 0:
            named = _box(
                "Form", f"{number}:{form_parts.SHEET}:{tied}", sheet.title, form_parts.LOCKED
            )
            breaks = "<w:pageBreakBefore/>" if later else ""
            yield f'<w:p><w:pPr><w:pStyle w:val="Heading1"/>{breaks}</w:pPr>{named}</w:p>'
        yield _table(what, sheet, row, (number, tied))


def _table(what: Written, sheet: FormSheet, row: FormRow, named: tuple[int, str]) -> str:
    """What is asked, and below it a box for each part of the answer."""
    number, tied = named
    whose = row.id.place == WHOSE
    lock = form_parts.LOCKED if whose else form_parts.OPEN
    rows = []
    for part in sheet.parts:
        if part in row.texts:
            label = _asked(row) if whose else what.headings[part]
            box = _box(label, f"{number}:{part.value}:{tied}", row.texts[part], lock)
            rows.append(_answer_row(label, box, high=not whose))
    head = "" if whose else _head_row(_asked(row))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    dressed = parts.TABLE.format(_attribute(f"{sheet.title}, {_asked(row)}"[:CAPTION]))
    return f"<w:tbl>{dressed}<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl><w:p/>"


def _head_row(text: str) -> str:
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
        f"{paragraph(text, 'TableHead')}</w:tc>"
    )
    return f"<w:tr><w:trPr>{parts.HEAD_ROW}</w:trPr>{cell}</w:tr>"


def _answer_row(label: str, box: str, *, high: bool) -> str:
    """What the part is called, and its box; a long answer may go over a page."""
    least = f'<w:trPr><w:trHeight w:val="{HIGH}" w:hRule="atLeast"/></w:trPr>' if high else ""
    left, right = WIDTHS
    answer = f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{box}</w:p>'
    return (
        f'<w:tr>{least}<w:tc><w:tcPr><w:tcW w:w="{left}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(label, 'TableHead')}</w:tc>"
        f'<w:tc><w:tcPr><w:tcW w:w="{right}" w:type="dxa"/></w:tcPr>{answer}</w:tc></w:tr>'
    )


def _box(called: str, tag: str, text: str, lock: str) -> str:
    """A content control; where nothing is written it says where to write."""
    row, part, _ = tag.split(":")
    number = 1 + int(row) * len(NUMBERED) + NUMBERED.index(part)
    empty = "" if text else form_parts.EMPTY
    run = _run(text) if text else _run(form_parts.PLACEHOLDER, form_parts.PLACEHOLDER_STYLE)
    return form_parts.BOX.format(_attribute(called[:LONGEST]), tag, number, lock, empty, run)


def _run(text: str, style: str = "") -> str:
    """One run, as a box of plain text has it: line breaks and tabs are signs of their own."""
    dressed = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = (
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escaped(piece)}</w:t>' for piece in line.split("\t")
        )
        for line in text.split("\n")
    )
    return f"<w:r>{dressed}{'<w:br/>'.join(lines)}</w:r>"


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")


def _asked(row: FormRow) -> str:
    """2 What is the impact? ¶46."""
    return " ".join(filter(None, (row.number, row.question, row.paragraph)))


def _fact(fact: tuple[str, str]) -> str:
    return ": ".join(fact)
