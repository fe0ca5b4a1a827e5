"""Hebrew and Arabic are seen in their order and joined as they should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.reports.pdf import bidi
from jtai_desktop.reports.pdf.arabic import joined
from jtai_desktop.reports.pdf.fonts import fallback
from jtai_desktop.reports.pdf.lines import broken
from jtai_desktop.reports.pdf.styles import TEXT, Face
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid


def _seen(text: str) -> str:
    (line,) = broken([(text, TEXT)], 1000)
    return line.text


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc", "abc גבא"),
        ("אבג 12 ד", "ד 12 גבא"),
        ("אבג 1,234", "1,234 גבא"),
        ("(אבג)", "(גבא)"),
        ("see (אבג) here", "see (גבא) here"),
        ("אבג!", "!גבא"),
        ("a אבג", "a גבא"),
    ],
)
def test_hebrew_is_turned_round_and_numbers_are_not(typed: str, seen: str) -> None:
    assert _seen(typed) == seen


def test_a_mark_follows_its_letter() -> None:
    assert _seen("ב\u05b0א") == "אב\u05b0"


def test_arabic_letters_join() -> None:
    signs = fallback(Face.TEXT).signs
    assert joined("بب", signs) == "\ufe91\ufe90"
    assert joined("ببب", signs) == "\ufe91\ufe92\ufe90"
    assert joined("ب", signs) == "\ufe8f"
    assert joined("دب", signs) == "\ufea9\ufe8f"


def test_lam_and_alef_become_one_shape() -> None:
    assert joined("لا", fallback(Face.TEXT).signs) == "\ufefb"


def test_marks_between_arabic_letters_do_not_part_them() -> None:
    assert joined("ب\u064eب", fallback(Face.TEXT).signs) == "\ufe91\u064e\ufe90"


def test_letters_stay_plain_where_no_shape_is_at_hand() -> None:
    assert joined("بب", frozenset()) == "بب"


def test_the_element_keeps_the_text_as_typed() -> None:
    element = Element(Role.PARAGRAPH)
    laid("שלום", TEXT, 100, element)
    assert element.actual_text == "שלום"


def test_right_to_left_lines_begin_at_their_edge() -> None:
    lines = broken([("שלום עולם " * 4, TEXT)], 60)
    assert len(lines) > 1
    assert not [line for line in lines if line.text.startswith(" ")]


@given(st.text(alphabet="ab 12,.()אבגדبجدلا", max_size=30), st.sampled_from([0, 1]))
def test_every_sign_is_seen_once(text: str, base: int) -> None:
    assert sorted(bidi.visual_order(text, base)) == list(range(len(text)))
