"""A look into a workbook’s package before it is read: what it is, how large, and Excel’s errors.

The reader gives an error cell such as #N/A as a blank one, so the errors are found here.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from io import BytesIO

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import Limits

CHUNK = 1 << 20
CARRY = 4_096
DAMAGED = "The file is damaged or no workbook; open it in Excel, save it anew and try again."
TOO_LARGE = "The file unpacks to more than any list needs; it was not read."
LOCKED = (
    "The file is protected by a password or rights management; save a copy without it and try "
    "again."
)
FAR_OUT = "A cell stands far to the right of any list; delete what lies outside and try again."
WEB_PAGE = "This is a web page called a workbook; open it in Excel and save it as .xlsx."
OTHER_KIND = "This is no workbook; lists come as .xlsx, .xls, .xlsb, .ods or .csv."

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "DataSpaces".encode("utf-16-le"))
# Bounded, so that no file can make the search go over the same text again and again.
_SHEET = re.compile(rb"<(?:\w{1,9}:)?sheet\b[^>]{0,500}>")
_NAME, _LINK = re.compile(rb'\bname="([^"]*)"'), re.compile(rb'\b\w{1,9}:id="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w{1,9}:)?Relationship\b[^>]{0,900}>")
_ID, _TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="([^"]*)"')
_CELL = re.compile(rb'<(?:\w{1,9}:)?c\b([^>]{0,200}?\bt="e"[^>]{0,200})>')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
# Filled cells of columns from AAA on; the reader would make room for every cell before them.
_FAR = re.compile(rb'r="([A-Z]{3,9})\d{1,9}"[^>]{0,200}[^/]>(?!</)')
_SHOWN = re.compile(rb"#[A-Z0-9/_!?]{1,20}")
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:html|!doctype|table|meta)", re.IGNORECASE)
MOST_ERRORS = 200_000


class Form(StrEnum):
    """The form in which a workbook is stored."""

    PACKAGE = "xlsx"
    BINARY = "xlsb"
    OPEN_DOCUMENT = "ods"
    OLD = "xls"
    TEXT = "csv"


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell in which Excel shows an error; row and column counted from 0."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Package:
    """What a look into the package showed."""

    form: Form
    macros: bool = False
    linked: bool = False
    errors: dict[str, tuple[ErrorCell, ...]] = field(default_factory=dict)  # by the sheet’s name


def look(content: bytes, ending: str, limits: Limits) -> Package:
    """What the file is; refused where it can’t or must not be read."""
    if content.startswith(OLE):
        if any(sign in content for sign in ENCRYPTED):
            raise Refused(LOCKED)
        return Package(Form.OLD, macros="_VBA_PROJECT".encode("utf-16-le") in content)
    if content.startswith(ZIP):
        return _look_inside(content, limits)
    if (
        content[:2_000]
        .lstrip(b"\xef\xbb\xbf \t\r\n")
        .lower()
        .startswith((b"<html", b"<!doctype", b"<table"))
    ):
        raise Refused(WEB_PAGE)
    if ending in {".csv", ".txt", ".tsv"}:
        return Package(Form.TEXT)
    raise Refused(DAMAGED if ending in {".xlsx", ".xls", ".xlsb", ".xlsm", ".ods"} else OTHER_KIND)


def not_too_large(package: zipfile.ZipFile, limits: Limits) -> None:
    """Refuses a package that is locked or unpacks to more than is read."""
    parts = package.infolist()
    if len(parts) > limits.parts:
        raise Refused(TOO_LARGE)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED)
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise Refused(TOO_LARGE)


def _look_inside(content: bytes, limits: Limits) -> Package:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            not_too_large(package, limits)
            return _package(package, limits)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, KeyError) as error:
        raise Refused(DAMAGED) from error
    except (ValueError, OSError, RuntimeError) as error:  # a name or an offset that makes no sense
        raise Refused(DAMAGED) from error


def _package(package: zipfile.ZipFile, limits: Limits) -> Package:
    names = package.namelist()
    form = _form(names)
    errors: dict[str, tuple[ErrorCell, ...]] = {}
    if form is Form.PACKAGE:
        errors = _errors(package, limits)
    else:
        for name in names:
            if name == "content.xml" or name.endswith(".bin"):
                _unpack(package, name)
    return Package(
        form,
        macros=any("vbaproject" in name.lower() for name in names),
        linked=any("externallink" in name.lower() for name in names),
        errors=errors,
    )


def _form(names: list[str]) -> Form:
    there = set(names)
    if "xl/workbook.bin" in there:
        return Form.BINARY
    if any(name.endswith("workbook.xml") for name in names):
        return Form.PACKAGE
    if "content.xml" in there:
        return Form.OPEN_DOCUMENT
    raise Refused(OTHER_KIND)


def _unpack(package: zipfile.ZipFile, name: str) -> None:
    """Reads a part to its end, which checks its size and its sum."""
    with package.open(name) as part:
        while part.read(CHUNK):
            pass


def _errors(package: zipfile.ZipFile, limits: Limits) -> dict[str, tuple[ErrorCell, ...]]:
    parts = [name for name in package.namelist() if _is_sheet(name)]
    cells = {part: found for part in parts if (found := _error_cells(package, part, limits))}
    sheets = sheet_names(package) if cells else {}
    return {sheets.get(part, part): tuple(found) for part, found in cells.items()}


def _is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def _error_cells(package: zipfile.ZipFile, name: str, limits: Limits) -> list[ErrorCell]:
    """The errors of a sheet; refused where a cell is too far out."""
    found: list[ErrorCell] = []
    with package.open(name) as part:
        rest = b""
        while chunk := part.read(CHUNK):
            text = rest + chunk if rest else chunk
            rest = text[-CARRY:] if len(chunk) == CHUNK else b""
            if any(_number(far[1]) >= limits.columns for far in _FAR.finditer(text)):
                raise Refused(FAR_OUT)
            if b't="e"' in text and len(found) < MOST_ERRORS:
                found += _in_chunk(text)
    # What stands in the carried end of one chunk is found in the next one, too.
    return list(dict.fromkeys(found))


def _in_chunk(text: bytes) -> Iterator[ErrorCell]:
    for match in _CELL.finditer(text):
        place = _PLACE.search(match[1])
        shown = _SHOWN.search(text, match.end(), match.end() + CARRY)
        if place:
            said = shown[0].decode("ascii") if shown else "#N/A"
            yield ErrorCell(int(place[2]) - 1, _number(place[1]), said)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """The sheet’s name of each part."""
    book = package.read("xl/workbook.xml")[: 4 * CHUNK]
    relations = package.read("xl/_rels/workbook.xml.rels")[: 4 * CHUNK]
    targets = {}
    for one in _RELATION.findall(relations):
        key, target = _ID.search(one), _TARGET.search(one)
        if key and target:
            path = target[1].decode("utf-8", "replace").removeprefix("/xl/").removeprefix("xl/")
            targets[key[1]] = f"xl/{path}"
    names = {}
    for one in _SHEET.findall(book):
        name, link = _NAME.search(one), _LINK.search(one)
        if name and link and link[1] in targets:
            names[targets[link[1]]] = unescape(name[1].decode("utf-8", "replace"))
    return names
