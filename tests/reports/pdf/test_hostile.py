"""Twenty-five texts that a paper must survive, in every field at once."""

import re
import unicodedata

import pytest

from jtai_desktop.reports.pdf import bidi
from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.document import printed
from tests.reports.example import body, saying

HOSTILE = (
    "",
    " ",
    "\n\n\n",
    "<b>bold</b> & <i>",
    "</para></font><b",
    '<img src="/etc/hostname" width="10"/>',
    "&amp; &#60; &nosuch;",
    "=cmd|' /C calc'!A0",
    "%s %d {0} {name} \\n $HOME `id`",
    "(unbalanced \\( text) ) BT ET EMC Q",
    "../../etc/passwd\x00.pdf",
    "tab\tand\vvertical\fand\rreturn",
    "\x00\x01\x02\x1b[31mred\x7f\x9f",
    "Łukasz Nguyễn",
    "Ŵythnos ŷ llŷn ŵyr",
    "Ελένη Жанна Đặng",
    "e\u0301cole Z\u0351\u0352alg\u0353o",
    "שלום (עולם) 2026, abc",
    "مرحبا بالعالم، رقم 12",
    "\u202eevil\u202c \u200fmark\u200e \ufeff",
    "\ud800 lone \udfff",
    "a 👩‍👩‍👧 b ☐ ⚠ 🏴",
    "王小明 กขค अआ",
    "x" * 1000,
    "many words " * 150,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_the_paper_or_is_lost(text: str) -> None:
    paper = printed(saying(text))
    read = _signs(body(paper.pdf))
    named = {each.sign for each in paper.missing}
    for sign in _signs(clean(text)):
        assert sign in read or sign in named, f"{sign!r} is lost"


def test_there_are_twenty_five() -> None:
    assert len(set(HOSTILE)) == 25


@pytest.mark.parametrize("text", [each for each in HOSTILE if each.isascii() and each.strip()])
def test_plain_texts_are_read_back_whole(text: str) -> None:
    assert not bidi.has_right_to_left(text)
    assert _squeezed(clean(text)) in _squeezed(body(printed(saying(text)).pdf))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _signs(text: str) -> set[str]:
    """Letters by what they are, whatever shape they are joined in."""
    plain = unicodedata.normalize("NFKC", text)
    return {sign for sign in plain if not sign.isspace() and sign != "\ufffd"}
