"""The pack as a Word file, written by hand, and how long LibreOffice takes to make it a PDF."""

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from jtai_desktop.reports.blocks import Cell, Facts, Heading, SectionRow, Sentence, Table
from jtai_desktop.reports.pack import Pack

COMMANDS = ("soffice", "libreoffice")
SECONDS = 300
_SCHEMAS = "http://schemas.openxmlformats.org"
_W = f"{_SCHEMAS}/wordprocessingml/2006/main"
_PACKAGE = "application/vnd.openxmlformats-package.relationships+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = (
    f'<?xml version="1.0"?><Types xmlns="{_SCHEMAS}/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_PACKAGE}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
)
_LINKS = (
    f'<?xml version="1.0"?><Relationships xmlns="{_SCHEMAS}/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_SCHEMAS}/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
# Tagged and accessible, as ours is.
FORM = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "bottom", "insideH", "insideV")
)


def command() -> str:
    """LibreOffice on this computer; nothing where there is none."""
    return next((found for each in COMMANDS if (found := shutil.which(each))), "")


def seconds_for(pack: Pack | None) -> float:
    """How long it takes to start and make the PDF; of an empty page where there is no pack."""
    with tempfile.TemporaryDirectory(prefix="jtai-office-") as folder:
        file = Path(folder) / "pack.docx"
        write(pack, file)
        called = [
            command(), f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", FORM, "--outdir", folder, str(file),
        ]  # fmt: skip
        # The first start sets up its profile: only the second is measured.
        _, taken = _run(called), _run(called)
        assert file.with_suffix(".pdf").stat().st_size
    return taken


def _run(called: list[str]) -> float:
    """By the processor, as ours is: others at work on the machine do not count."""
    before = os.times()
    subprocess.run(called, check=True, capture_output=True, timeout=SECONDS)
    after = os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system


def write(pack: Pack | None, file: Path) -> None:
    """The same headings, sentences and tables as the pack has; each part from a page of its own."""
    sheets = (pack.cover, *pack.sheets) if pack else ()
    body = "".join(part for sheet in sheets for part in _sheet(sheet))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _KINDS)
        package.writestr("_rels/.rels", _LINKS)
        document = f'<w:document xmlns:w="{_W}"><w:body>{body or _line("")}</w:body></w:document>'
        package.writestr("word/document.xml", f'<?xml version="1.0"?>{document}')


def _sheet(sheet: Any) -> Iterator[str]:  # noqa: ANN401 - the sheet of a pack
    yield _line(sheet.title, size=32, before="<w:pageBreakBefore/>")
    yield _line(f"{sheet.readers} {sheet.about}")
    for block in sheet.blocks:
        if isinstance(block, Heading):
            yield _line(f"{block.title}  {block.aside}", size=24, before="<w:keepNext/>")
        elif isinstance(block, Sentence):
            yield _line(f"{block.text}  {block.aside}")
        elif isinstance(block, Table) and block.rows:
            yield _table(_rows_of(block))
        elif isinstance(block, Facts) and block.rows:
            rows = ((row.lead, row.text, row.paragraph, row.remark) for row in block.rows)
            yield _table(rows)


def _rows_of(table: Table) -> Iterator[Iterable[str]]:
    yield [column.title for column in table.columns]
    wide = len(table.columns)
    for row in table.rows:
        if isinstance(row, SectionRow):
            yield [row.number, row.title, row.right, *[""] * wide][:wide]
        else:
            yield [*(" ".join(_said(cell)) for cell in row), *[""] * wide][:wide]


def _said(cell: Cell) -> Iterator[str]:
    yield cell.text
    for below in cell.below:
        yield from _said(below)


def _table(rows: Iterable[Iterable[str]]) -> str:
    made = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    wide = '<w:tblW w:w="5000" w:type="pct"/>'
    look = f"<w:tblPr>{wide}<w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{look}{made}</w:tbl>{_line('')}"


def _cell(text: str) -> str:
    return f"<w:tc>{_line(text, size=18)}</w:tc>"


def _line(text: str, size: int = 19, before: str = "") -> str:
    plain = escape("".join(sign for sign in text if sign.isprintable()))
    run = f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{plain}</w:t></w:r>'
    return f"<w:p><w:pPr>{before}</w:pPr>{run}</w:p>"
