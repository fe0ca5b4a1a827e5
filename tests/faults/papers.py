"""Hostile texts through every text field of every paper: nothing breaks, is lost, or runs over.

Short texts go into all fields at once, long ones into one field at a time. Each paper is read
back: its file is whole, every sign of the text is there or was named before printing, plain words
come out as they went in, and nothing stands outside the margins.
"""

import random
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from jtai_desktop.reports.blocks import Hours
from jtai_desktop.reports.pack import Pack
from jtai_desktop.reports.pdf import bidi
from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.document import Paper, Printed, printed
from jtai_desktop.reports.pdf.glyphs import missing_glyphs
from jtai_desktop.reports.pdf.styles import MM, PAGE_HEIGHT, SIDE, WIDTH
from tests.faults.outcome import Outcome
from tests.faults.task import Task
from tests.reports import example
from tests.reports.material import every_sheet, saying

FAULT = "a hostile text in every field of every paper"
MARKER = "Qq"
LONG, CONTROLS = 120, 10
EDGE = 3.0  # points that a slanting letter or a mark above one may lean over its line
# Also the stroke of a half, which the reader tells as one sign among letters from the right.
PASSED_OVER = {"\ufffd", "\ufffe", "\u2044"}

WHOLE = (
    "", " ", "\n\n\n", "<b>bold</b> & <i>", "</para></font><b", '<img src="/etc/hostname"/>',
    "&amp; &#60; &nosuch;", "=cmd|' /C calc'!A0", "%s %d {0} {name} \\n $HOME `id`",
    "(unbalanced \\( text) ) BT ET EMC Q", "../../etc/passwd\x00.pdf", "tab\tand\vvertical\rreturn",
    "\x00\x01\x02\x1b[31mred\x7f\x9f", "Łukasz Nguyễn", "Ŵythnos ŷ llŷn ŵyr", "Ελένη Жанна Đặng",
    "שלום (עולם) 2026, abc", "مرحبا بالعالم، رقم 12", "\ud800 lone \udfff", "王小明 กขค अआ",
    "a 👩‍👩‍👧 b ☐ ⚠ 🏴", "endobj endstream xref trailer", "/Artifact BMC (x) Tj ET", "<FEFF0041>",
)  # fmt: skip
PIECES = (
    "word", "Zażółć", "gęślą", "Łódź", "Nguyễn", "Tuyết", "Ŵŷ", "ליאת", "أحمد", "رقم", "٢٠٢٦",
    "\u202e", "\u202c", "\u2066", "\u2069", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad",
    "\u00a0", "\u2028", "\u2029", "\x00", "\x1b", "\x85", "\t", "\n", "\r\n", "<b>", "</b>",
    "&amp;", "&lt", "\\", "(", ")", "[", "]", "{", "}", "%", "'", '"', "`", "$", "\ud83d",
    "\udc68", "\uffff", "\ufdd0", "\ue000", "e\u0301\u0302\u0303\u0304\u0305", "👩🏽\u200d💻",
    "☐", "⚠", "−", "½", "ﬁ", "ǆ", "ß", "İ", "漢", "ก", "अ", "𝔘", "supercalifragilistic" * 4,
    "-" * 30, "…", "§¶", "012345",
)  # fmt: skip


def texts(chance: random.Random, count: int) -> Iterator[str]:
    """The known ones first, then as many of their pieces thrown together."""
    yield from WHOLE[:count]
    for number in range(len(WHOLE), count):
        if number % 50 == 0:
            yield " ".join(chance.choice(PIECES) for _ in range(5000))
        elif number % 10 == 0:
            yield "x" * chance.randrange(200, 3000)
        else:
            between = chance.choice(("", " "))
            yield between.join(chance.choice(PIECES) for _ in range(chance.randrange(1, 12)))


def run(task: Task) -> Iterator[Outcome]:
    """As many as are asked for; the second process does the same with another seed."""
    came, violations = Counter[str](), list[str]()
    for text in texts(task.chance, task.count):
        if task.time_is_up:
            break
        where, papers = _papers(text, task.chance)
        came[where] += 1
        for paper in papers:
            violations += [f"a paper saying {text[:40]!r}: {each}" for each in wrong(paper, text)]
    controls = task.controls(CONTROLS)
    yield Outcome(
        FAULT,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "the paper lacks one sign of the text",
        controls,
        sum(_control(number) for number in range(controls)),
        task.seconds,
    )


def wrong(paper: Paper, text: str) -> list[str]:
    """What is not as it must be once this paper is printed."""
    done = printed(paper)
    found = _wrong_file(done.pdf)
    pdf = pypdfium2.PdfDocument(done.pdf)
    pages = [page.get_textpage() for page in pdf]
    read = "".join(str(page.get_text_range()) for page in pages)
    lost = _signs(clean(text)) - _signs(read) - _named(done)
    if bidi.has_right_to_left(text):
        # A bracket among letters from the right faces the other way, and is read as it is seen.
        lost = {sign for sign in lost if bidi.mirrored(sign, 1) not in read}
    found += [f"{unicodedata.name(sign, hex(ord(sign)))} is lost" for sign in sorted(lost)]
    # A long one goes on overleaf, with what stands between two pages in the middle of it.
    plain = (
        len(text) <= LONG
        and text.isascii()
        and text.isprintable()
        and not bidi.has_right_to_left(text)
    )
    if plain and _squeezed(text) not in _squeezed(read):
        found.append("its words are not there as they were typed")
    found += [f"page {at} runs over" for at, page in enumerate(pages, start=1) if _runs_over(page)]
    pdf.close()
    return found


def _papers(text: str, chance: random.Random) -> tuple[str, list[Paper]]:
    if len(text) > LONG:
        return "in one field", [_with_one(_marked(), text, chance)]
    return "in all fields", [every_sheet(saying(text)), example.saying(text)]


@cache
def _marked() -> Pack:
    """A pack of every sheet whose every text is known by its mark."""
    return every_sheet(saying(MARKER))


def _with_one(pack: Pack, text: str, chance: random.Random) -> Pack:
    """The pack with the text in one of its fields."""
    places = _count(pack)
    changed: Pack
    changed, _ = _replaced(pack, chance.randrange(places), text)
    return changed


def _count(value: Any) -> int:  # noqa: ANN401 - any record of a paper
    if isinstance(value, Hours):
        return 0
    if isinstance(value, str):
        return int(value == MARKER)
    if isinstance(value, tuple):
        return sum(map(_count, value))
    if is_dataclass(value):
        return sum(_count(getattr(value, each.name)) for each in fields(value))
    return 0


def _replaced(value: Any, left: int, text: str) -> tuple[Any, int]:  # noqa: ANN401 - the same
    """The record with the text in the place that is `left` places on, and how many are left.

    A drawn day shortens its texts and a table says them in full, so it has the text in any case.
    """
    if isinstance(value, Hours):
        entries = (replace(each, title=text, lines=(text,)) for each in value.entries)
        return replace(value, entries=tuple(entries)), left
    if isinstance(value, str):
        return (text if value == MARKER and left == 0 else value), left - (value == MARKER)
    if isinstance(value, tuple):
        made = []
        for each in value:
            one, left = _replaced(each, left, text)
            made.append(one)
        return tuple(made), left
    if is_dataclass(value):
        changes = {}
        for each in fields(value):
            before = getattr(value, each.name)
            changes[each.name], left = _replaced(before, left, text)
        return replace(value, **changes), left  # type: ignore[type-var]
    return value, left


def _wrong_file(content: bytes) -> list[str]:
    """What qpdf finds wrong with the file."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [f"its file: {each}" for each in pdf.check_pdf_syntax()]


def _named(done: Printed) -> set[str]:
    return _signs("".join(each.sign for each in done.missing))


def _signs(text: str) -> set[str]:
    """Letters and marks by what they are, however they are joined."""
    plain = unicodedata.normalize("NFKD", text)
    return {sign for sign in plain if not sign.isspace()} - PASSED_OVER


def _squeezed(text: str) -> str:
    """The reader takes a hyphen at the end of a line for one of its own."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-\ufffe")


def _runs_over(page: Any) -> bool:  # noqa: ANN401 - a page of text of pypdfium2
    for number in range(page.count_chars()):
        left, bottom, right, top = page.get_charbox(number, loose=False)
        beside = left < SIDE - EDGE or right > SIDE + WIDTH + EDGE
        outside = beside or min(bottom, PAGE_HEIGHT - top) < 6 * MM
        # The reader gives line ends of its own a place beyond the line.
        if outside and not str(page.get_text_range(number, 1)).isspace():
            return True
    return False


def _control(number: int) -> int:
    """Whether it is noticed that the paper was made of a text without one of its signs."""
    text = f"the sign {chr(0x0391 + number)} is gone"
    assert not missing_glyphs(text)
    return int(bool(wrong(example.saying(text.replace(text[9], "")), text)))
