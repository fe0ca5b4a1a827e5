"""Signs put together to lines: raised numbers, bullets, gaps, frames."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.letters.lines import Line
from jtai_desktop.exchange.letter_signs import Sheet, Sign, lines_of

SHEET = Sheet(3, 842.0)
WIDTH = 6.0


def _signs(
    text: str, x: float = 72.0, y: float = 100.0, size: float = 12.0, *, bold: bool = False
) -> list[Sign]:
    return [
        Sign(letter, x + WIDTH * place, x + WIDTH * (place + 1), y, size, bold, symbol=False)
        for place, letter in enumerate(text)
    ]


def _one(signs: list[Sign], sheet: Sheet = SHEET) -> Line:
    (line,) = lines_of(signs, sheet)
    return line


def test_a_line_says_where_it_stands() -> None:
    line = _one(_signs("Plain words"))
    assert (line.page, line.edge, line.left, line.right, line.y) == (3, 72.0, 72.0, 138.0, 100.0)
    assert (line.text, line.bold, line.marker, line.note) == ("Plain words", False, "", "")


def test_lines_come_from_top_to_bottom_whatever_the_order() -> None:
    lines = lines_of([*_signs("below", y=120), *_signs("above")], SHEET)
    assert [line.text for line in lines] == ["above", "below"]


def test_a_gap_is_a_space() -> None:
    assert _one([*_signs("two"), *_signs("words", x=94.0)]).text == "two words"
    assert _one([*_signs("one"), *_signs("word", x=90.5)]).text == "oneword"


@pytest.mark.parametrize("order", [1, -1])
def test_a_raised_number_is_left_out_without_a_gap(order: int) -> None:
    pieces = [_signs("system"), _signs("2", x=108.0, y=96.0, size=8.0), _signs(".", x=114.0)]
    line = _one([sign for piece in pieces[::order] for sign in piece])
    assert (line.text, line.note) == ("system.", "")


def test_a_raised_number_in_front_begins_a_footnote() -> None:
    line = _one([*_signs("4", y=96.5, size=6.5), *_signs("What it is", x=80.0, size=10.0)])
    assert (line.text, line.note) == ("What it is", "4")


def test_raised_letters_stay() -> None:
    pieces = [_signs("18"), _signs("th", x=84.0, y=96.0, size=8.0), _signs("March", x=100.0)]
    assert _one([sign for piece in pieces for sign in piece]).text == "18th March"


@pytest.mark.parametrize("bullet", ["■", "◼", "•", "\uf06e"])
def test_a_bullet_is_a_marker(bullet: str) -> None:
    line = _one([*_signs(bullet), *_signs("A point", x=90.0)])
    assert (line.marker, line.text, line.edge, line.left) == (bullet, "A point", 72.0, 90.0)


def test_a_letter_of_a_font_of_pictures_is_a_marker() -> None:
    square = [replace(sign, symbol=True) for sign in _signs("n")]
    assert _one([*square, *_signs("A point", x=90.0)]).marker == "n"


@pytest.mark.parametrize("number", ["1.", "12.", "(a)", "iv)", "2.1."])
def test_a_number_set_off_is_a_marker(number: str) -> None:
    line = _one([*_signs(number), *_signs("A point", x=110.0)])
    assert (line.marker, line.text) == (number, "A point")


@pytest.mark.parametrize("text", ["12. Then", "– and so", "18 March", "o no"])
def test_ordinary_words_are_no_marker(text: str) -> None:
    pieces = text.split(" ", 1)
    second = 72.0 + WIDTH * len(pieces[0]) + 3.5
    line = _one([*_signs(pieces[0]), *_signs(pieces[1], x=second)])
    assert (line.marker, line.text) == ("", text)


def test_ligatures_and_soft_hyphens() -> None:
    assert _one(_signs("o\ufb03ce")).text == "office"
    assert _one(_signs("safe\u00adguard\u00ad")).text == "safeguard\u00ad"


def test_a_line_is_bold_when_nearly_all_of_it_is() -> None:
    heading, name = _signs("Strengths", bold=True), _signs("you", x=140.0, bold=True)
    assert _one(heading).bold
    assert not _one([*_signs("Dear to"), *name]).bold


def test_a_frame_has_rules_on_both_sides() -> None:
    rules = ((66.0, 50.0, 200.0), (520.0, 50.0, 200.0))
    assert _one(_signs("Inside"), Sheet(1, 842.0, rules)).framed
    assert not _one(_signs("Below", y=260.0), Sheet(1, 842.0, rules)).framed
    assert not _one(_signs("Half"), Sheet(1, 842.0, rules[:1])).framed


def test_spaces_alone_are_no_line() -> None:
    assert lines_of(_signs("   "), SHEET) == []
