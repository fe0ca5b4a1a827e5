"""Lists as text: .csv in UTF-8 or Windows-1252, with commas, semicolons or tabs."""

import csv
from io import StringIO

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import Limits

MARKS = ",;\t|"
LONGEST_CELL = 32_767  # Excel’s own
LINES_LOOKED_AT = 40

BINARY = "This is no text, although it is called .csv; save it as CSV UTF-8 and try again."
TOO_MANY = "The file has more rows than Excel can hold; it was not read."
BROKEN = "A cell of this CSV is not closed or far too long; save it anew as CSV UTF-8."

Rows = list[list[object]]


def read_text_rows(content: bytes, limits: Limits) -> Rows:
    """The rows of a text file, all of the same width."""
    text = _decoded(content)
    csv.field_size_limit(LONGEST_CELL)
    mark = _mark(text)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=mark):
            rows.append(row)
            if len(rows) > limits.rows:
                raise Refused(TOO_MANY)
    except csv.Error as error:
        raise Refused(BROKEN) from error
    width = min(max(map(len, rows), default=0), limits.columns)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as("utf-16", content)
    if b"\0" in content:
        raise Refused(BINARY)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _as("cp1252", content)


def _as(encoding: str, content: bytes) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(BINARY) from error


def _mark(text: str) -> str:
    """The mark between cells: the one that gives most cells to one of the first lines."""
    lines = text[:100_000].splitlines()[:LINES_LOOKED_AT]
    counts = {mark: max((line.count(mark) for line in lines), default=0) for mark in MARKS}
    return max(MARKS, key=lambda mark: counts[mark])
