"""Lines hold every sign of a text and stay inside their column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.reports.pdf import bidi
from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.fonts import REPLACEMENT, is_covered
from jtai_desktop.reports.pdf.lines import broken
from jtai_desktop.reports.pdf.styles import LEAD, MARKING, TEXT, Style
from jtai_desktop.reports.pdf.text import laid, shortened

_TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


def _lines(text: str, width: float, style: Style = TEXT) -> list[str]:
    return [line.text for line in broken([(text, style)], width)]


def test_breaks_at_spaces() -> None:
    assert _lines("one two three", 45) == ["one two ", "three"]


def test_breaks_long_words_only_where_it_must() -> None:
    assert _lines("abcdefghij", 20) == ["abc", "defg", "hij"]


def test_breaks_after_a_hyphen_but_not_in_a_number() -> None:
    assert _lines("multi-agency", 45) == ["multi-", "agency"]
    assert _lines("x 2026-11-10", 55) == ["x ", "2026-11-10"]


def test_newlines_always_break() -> None:
    assert _lines("a\n\nb", 100) == ["a", "", "b"]


def test_no_break_space_does_not_break() -> None:
    assert _lines("a b\u00a0c", 18) == ["a ", "b\u00a0c"]


def test_signs_the_text_face_lacks_come_from_the_fallback() -> None:
    (line,) = broken([("a☐b", TEXT)], 100)
    assert [(piece.text, piece.font.name) for piece in line.pieces] == [
        ("a", "IBMPlexSans_400Regular"),
        ("☐", "DejaVuSans"),
        ("b", "IBMPlexSans_400Regular"),
    ]


def test_runs_of_one_line_keep_their_styles() -> None:
    (line,) = broken([("Police ", LEAD), ("8", TEXT)], 100)
    assert [(piece.text, piece.style) for piece in line.pieces] == [("Police ", LEAD), ("8", TEXT)]


@given(_TEXTS, st.floats(min_value=30, max_value=300))
def test_no_sign_is_lost_and_none_stands_outside(text: str, width: float) -> None:
    cleaned = clean(text)
    lines = broken([(cleaned, TEXT)], width)
    assert all(line.width <= width + 0.01 for line in lines)
    if not bidi.has_right_to_left(cleaned):
        printed = "".join(sign if is_covered(sign) else REPLACEMENT for sign in _dense(cleaned))
        assert _dense("".join(line.text for line in lines)) == printed


def _dense(text: str) -> str:
    return text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("e\u0301", "é"),
        ("a\tb", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00\x1b[1m", "[1m"),
        ("a\u200bb\u202ec\ufeff", "abc"),
        ("a\u202fb", "a\u00a0b"),
        ("\ud800", "\ufffd"),
        ("☹\ufe0f", "☹"),
    ],
)
def test_clean_keeps_what_asks_for_a_glyph(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_shortened_says_whether_it_left_something_off() -> None:
    assert shortened("short", MARKING, 200) == ("short", False)
    text, cut = shortened("long " * 100, MARKING, 200)
    assert cut
    assert text.endswith("…")
    assert len(broken([(text, MARKING)], 200)) == 1


def test_text_is_cut_between_lines() -> None:
    text = laid("one two three four", TEXT, 30)
    first, rest = text.cut(TEXT.leading * 2.5)
    assert first is not None
    assert rest is not None
    assert [*first.lines, *rest.lines] == [*text.lines]
    assert len(first.lines) == 2
    assert text.cut(1) == (None, text)
