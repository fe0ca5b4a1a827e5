"""Signs that cannot be printed are named beforehand."""

import pytest

from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.glyphs import missing_glyphs, missing_in
from tests.reports.example import example, saying


@pytest.mark.parametrize(
    "text",
    ["Łukasz Nguyễn", "ŵŷ", "Ελένη Жанна", "שלום", "مرحبا", "☐ ⚠ ✓ ¶ ×", "a\u00a0b\tc\n"],
)
def test_what_the_bundled_fonts_have_is_not_missing(text: str) -> None:
    assert missing_glyphs(text) == ()


def test_missing_signs_are_named_once_each() -> None:
    named = missing_glyphs("王 👨 王 \U000e1000")
    assert [(each.sign, each.name) for each in named] == [
        ("王", "cjk unified ideograph-738b (U+738B)"),
        ("👨", "man (U+1F468)"),
        ("\U000e1000", "U+E1000"),
    ]


def test_a_paper_is_searched_in_every_text() -> None:
    assert missing_in(example()) == ()
    assert [each.sign for each in missing_in(saying("👨"))] == ["👨"]


def test_a_code_that_is_no_sign_is_never_printed_as_one() -> None:
    assert clean("a\uffffb\ufdd0\U0001fffe") == "a\ufffdb\ufffd\ufffd"
