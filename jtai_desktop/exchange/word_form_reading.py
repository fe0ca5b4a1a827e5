"""A form that was filled in with Word, read again; this half works in the worker.

What it tells is what the reading of a workbook tells, so that hearing, comparing and previewing
need not know which it was.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jtai_desktop.domain.evaluations.form import IDS, PARTS
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import BOX_GONE, BOX_TWICE
from jtai_desktop.exchange.sheet_reading import Shape, Told
from jtai_desktop.exchange.word_form_parts import KEPT_SPACE, PLACEHOLDER, SHEET
from jtai_desktop.exchange.word_package import Document, hear
from jtai_desktop.exchange.word_text import PICTURE, Box, BoxText, Outside
from jtai_desktop.exchange.workbook_limits import Limits

NOT_OURS = (
    "This is no form that was exported from here, or what it keeps of the export was lost on the"
    " way. Export it anew and have it filled in there, kept as .docx."
)
OTHER_FORMAT = "This form was exported by another version of the program. Export it anew."
TWO_EXPORTS = "Two forms were put together in this file. Take in each in a file of its own."
NO_BOXES = (
    "The answer boxes are no longer in this document. Export the form anew and have the answers"
    " written into its boxes."
)
NOTES = "Comments and footnotes were not taken."
MACROS = "The document has macros; they were not run."
HEAD = ("vault", "inspection", "seal", "as at", "close")


@dataclass(slots=True)
class _Kept:
    """What the document keeps of its export."""

    head: list[str]
    keys: list[str]
    rows: list[list[str]]
    fixed: set[str]

    def row(self, number: int) -> dict[str, str]:
        """A row by its number; nothing where there is none."""
        if number >= len(self.rows):
            return {}
        return dict(zip(self.keys, self.rows[number], strict=False))


@dataclass(slots=True)
class _Section:
    """What stands below one heading: its lines, each by the number of its row and its stamp."""

    name: str = ""
    lines: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class _Sorted:
    """The boxes by section and line, and what stands outside them."""

    kept: _Kept
    sections: list[_Section] = field(default_factory=lambda: [_Section()])
    strays: list[list[str]] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)

    def box(self, box: Box) -> None:
        """Put a box into its line."""
        row = self.kept.row(box.row)
        if box.part == SHEET:
            self.sections.append(_Section(row.get("sheet", "")))
            self.last = {}
            self.outside(box.text)
            return
        if box.part not in PARTS:
            self.outside(box.text)
            return
        section = self.sections[-1]
        section.name = section.name or row.get("sheet", "")
        line = section.lines.setdefault((box.row, box.stamp), _named(row, box.stamp))
        line[box.part] = ["f", BOX_TWICE] if box.part in line else _text_of(box)
        self.last = row
        if box.pictures:
            self.outside(PICTURE)

    def outside(self, text: str) -> None:
        """Tell a text that was not exported."""
        plain = " ".join(text.split())
        if plain and plain not in self.kept.fixed:
            where = (self.last.get("evaluation-id", ""), self.last.get("place", ""))
            self.strays.append([self.sections[-1].name, *where, plain])


def read_document(content: bytes, limits: Limits, shape: Shape) -> Told:
    """What a form says, section by section, as plain JSON; refused where it can’t be read."""
    package = Document(content, limits)
    kept = _kept(package, shape)
    text = BoxText()
    hear(package.body(), text)
    found = _sorted(text.found, kept)
    sections = [each for each in found.sections if each.lines]
    if not sections:
        raise Refused(NO_BOXES)
    return {
        "document": True,
        "sheets": [_told(each, kept) for each in sections],
        "sha256": hashlib.sha256(content).hexdigest(),
        "head": kept.head,
        "keys": kept.keys,
        "exported": kept.rows,
        "remarks": _remarks(package, text),
        "strays": found.strays,
    }


def _sorted(found: Iterable[Box | Outside], kept: _Kept) -> _Sorted:
    sorted_ = _Sorted(kept)
    for each in found:
        if isinstance(each, Box):
            sorted_.box(each)
        else:
            sorted_.outside(each.text)
    return sorted_


def _text_of(box: Box) -> str:
    """What was typed: nothing where Word, or whoever kept it, shows where to write."""
    shown = box.text.strip() == PLACEHOLDER or (box.empty and not box.written)
    return "" if shown else box.text


def _named(row: dict[str, str], stamp: str) -> dict[str, Any]:
    ids = (row.get("evaluation-id", "?"), row.get("place", "?"), stamp)
    return dict(zip(IDS, ids, strict=True))


def _told(section: _Section, kept: _Kept) -> Told:
    lines = []
    for number, ((row, _), cells) in enumerate(section.lines.items(), 1):
        gone = {part: ["f", BOX_GONE] for part in kept.row(row).get("parts", "").split()}
        lines.append([number, {**gone, **cells}])
    return {
        "sheet": section.name,
        "columns": dict.fromkeys((*IDS, *PARTS), 0),
        "headings": {},
        "twice": [],
        "lines": lines,
    }


def _remarks(package: Document, text: BoxText) -> list[str]:
    macros = any("vbaproject" in name.lower() for name in package.names)
    return [*([NOTES] if text.notes else []), *([MACROS] if macros else [])]


def _kept(package: Document, shape: Shape) -> _Kept:
    """What the document keeps of its export; refused where it is none of this kind."""
    found = {said for part in package.custom() if (said := _said(part))}
    if len(found) > 1:
        raise Refused(TWO_EXPORTS)
    try:
        said = json.loads(found.pop() if found else "{}")
        format_ = str(said["format"])
        kept = _Kept(
            [str(each) for each in said["head"]],
            [str(each) for each in said["keys"]],
            [[str(text) for text in row] for row in said["rows"]],
            {str(each) for each in said["fixed"]},
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(NOT_OURS) from error
    if not format_.startswith(shape.format.split()[0]) or len(kept.head) != len(HEAD):
        raise Refused(NOT_OURS)
    if format_ != shape.format:
        raise Refused(OTHER_FORMAT)
    return kept


def _said(part: bytes) -> str:
    """What a part of ours says; nothing where it is another’s."""
    listener = _KeptText()
    hear(part, listener)
    return "".join(listener.pieces)


class _KeptText:
    """Hears the text of the part that keeps the export."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._depth = 0
        self._ours = False

    def start(self, name: str, _values: object) -> None:
        """An element begins; the first one says whose the part is."""
        self._depth += 1
        if self._depth == 1:
            self._ours = name == f"{KEPT_SPACE} form"

    def end(self, _name: str) -> None:
        """An element ends."""
        self._depth -= 1

    def text(self, text: str) -> None:
        """Text stands here."""
        if self._ours:
            self.pieces.append(text)
