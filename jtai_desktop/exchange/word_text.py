"""The text of a document, box by box: what was typed, with what Word’s tracking adds and takes.

Tracked insertions count and deletions do not; of fields counts what they show; comments and
footnotes do not count.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jtai_desktop.exchange.word_form_parts import PLACEHOLDER_STYLE

PICTURE = "a picture"
LOST_SIGN = "\ufffd"  # for a sign of a font of symbols, which no text can hold
TAG = re.compile(r"(\d{1,6}):([a-z-]{1,20}):([0-9a-f]{1,40})\Z")

_DELETED = frozenset({"w:del", "w:moveFrom"})
_PASSED_OVER = frozenset(
    {
        "w:rt", "mc:Fallback", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange",
        "w:tcPrChange", "w:sectPrChange", "w:tblPrExChange",
    }
)  # fmt: skip
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}  # fmt: skip
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})
_NOTES = frozenset({"w:commentReference", "w:footnoteReference", "w:endnoteReference"})
_NO = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Box:
    """A content control of ours: which row and part it is of, its stamp, what stands in it.

    `empty` says that Word shows a placeholder, `written` that some of it is not dressed as one.
    """

    row: int
    part: str
    stamp: str
    pieces: list[str] = field(default_factory=list)
    empty: bool = False
    written: bool = False
    pictures: bool = False

    @property
    def text(self) -> str:
        """What was typed into it."""
        return "".join(self.pieces).removesuffix("\n")


@dataclass(frozen=True, slots=True)
class Outside:
    """A paragraph, or what of it stands outside the boxes."""

    text: str


@dataclass(slots=True)
class _Control:
    """A content control that is open; not all are ours."""

    tag: str = ""
    empty: bool = False


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is open, the box in which it began, its text outside of boxes."""

    box: Box | None
    pieces: list[str] = field(default_factory=list)
    merged: bool = False


class BoxText:
    """Hears the part with the text; `found` are its boxes and the text outside, in their order."""

    def __init__(self) -> None:
        self.found: list[Box | Outside] = []
        self.notes = False
        self._stack: list[str] = []
        self._passed_over = 0  # the depth of the element that is passed over
        self._controls: list[_Control] = []
        self._into: list[Box | None] = [None]
        self._paragraphs: list[_Paragraph] = []
        self._style = ""

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """An element begins."""
        self._stack.append(name)
        if self._passed_over:
            return
        if name in _DELETED:
            self._delete()
        elif name in _PASSED_OVER:
            self._passed_over = len(self._stack)
        elif name in _SIGNS:
            if self._within("w:r"):
                self._add(_SIGNS[name])
        else:
            self._open(name, values)

    def end(self, name: str) -> None:
        """An element ends."""
        depth = len(self._stack)
        self._stack.pop()
        if self._passed_over:
            if depth == self._passed_over:
                self._passed_over = 0
            return
        if name == "w:p" and self._paragraphs:
            self._close_paragraph(self._paragraphs.pop())
        elif name == "w:sdt" and self._controls:
            self._controls.pop()
        elif name in {"w:sdtContent", "w:txbxContent"} and len(self._into) > 1:
            self._into.pop()

    def text(self, text: str) -> None:
        """Text stands here."""
        if not self._passed_over and self._stack[-1] in {"w:t", "m:t"}:
            self._add(text)

    def _open(self, name: str, values: Mapping[str, str]) -> None:
        said = values.get("val", "")
        if name == "w:p":
            self._paragraphs.append(_Paragraph(self._into[-1]))
        elif name == "w:r":
            self._style = ""
        elif name == "w:rStyle" and self._stack[-3:-1] == ["w:r", "w:rPr"]:
            self._style = said
        elif name == "w:sym":
            self._add(_symbol(values.get("char", "")))
        elif name in _PICTURES:
            self._add_picture()
        elif name in _NOTES:
            self.notes = True
        elif name == "w:txbxContent":
            self._into.append(None)
        else:
            self._open_control(name, said)

    def _open_control(self, name: str, said: str) -> None:
        if name == "w:sdt":
            self._controls.append(_Control())
        elif name == "w:sdtContent":
            self._into.append(self._box_of(self._controls[-1] if self._controls else _Control()))
        elif self._controls and self._within("w:sdtPr"):
            if name == "w:tag":
                self._controls[-1].tag = said
            elif name == "w:showingPlcHdr":
                self._controls[-1].empty = said not in _NO

    def _box_of(self, control: _Control) -> Box | None:
        """The box that a control is; what stands in one that is not ours belongs around it."""
        tag = TAG.match(control.tag)
        if not tag:
            return self._into[-1]
        box = Box(int(tag[1]), tag[2], tag[3], empty=control.empty)
        self.found.append(box)
        return box

    def _delete(self) -> None:
        """What a tracked deletion takes: the end of a paragraph, a row of a table, or text."""
        if self._stack[-3:-1] == ["w:pPr", "w:rPr"]:
            if self._paragraphs:
                self._paragraphs[-1].merged = True
        elif self._stack[-3:-1] == ["w:tr", "w:trPr"]:
            self._passed_over = len(self._stack) - 2
        else:
            self._passed_over = len(self._stack)

    def _add(self, text: str) -> None:
        box = self._into[-1]
        if box is not None:
            box.pieces.append(text)
            box.written |= bool(text.strip()) and self._style != PLACEHOLDER_STYLE
        elif self._paragraphs:
            self._paragraphs[-1].pieces.append(text)

    def _add_picture(self) -> None:
        box = self._into[-1]
        if box is not None:
            box.pictures = True
        elif self._paragraphs:
            self._paragraphs[-1].pieces.append(f" [{PICTURE}] ")

    def _close_paragraph(self, paragraph: _Paragraph) -> None:
        if paragraph.box is not None and not paragraph.merged:
            paragraph.box.pieces.append("\n")
        outside = " ".join("".join(paragraph.pieces).split())
        if outside:
            self.found.append(Outside(outside))

    def _within(self, name: str) -> bool:
        return len(self._stack) > 1 and self._stack[-2] == name


def _symbol(code: str) -> str:
    """A sign of a font; those of fonts of symbols mean nothing elsewhere."""
    try:
        number = int(code, 16)
    except ValueError:
        return LOST_SIGN
    private = not 0x20 <= number < 0xD800  # noqa: PLR2004 - where private use begins
    return LOST_SIGN if private else chr(number)
