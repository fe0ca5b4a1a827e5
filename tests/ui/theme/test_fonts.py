"""The type: shipped, loaded, and of the same size everywhere."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.theme.fonts import (
    FAMILY,
    FILES,
    SPARE_FILES,
    FontRole,
    Fonts,
    font_folder,
    load_fonts,
)

PIXELS = {
    FontRole.LABEL: 12,
    FontRole.TEXT: 13,
    FontRole.HEADING: 16,
    FontRole.TITLE: 21,
    FontRole.COUNTDOWN: 53,
    FontRole.MARKING: 13,
}


def test_fonts_are_shipped_with_their_licences() -> None:
    names = {path.name for path in font_folder().iterdir()}
    assert names >= {*FILES, *SPARE_FILES, "IBMPlexSans-LICENCE.txt", "DejaVuSans-LICENCE.txt"}


@pytest.mark.parametrize("role", FontRole)
def test_sizes_are_points_at_96_dpi(qtbot: QtBot, role: FontRole) -> None:
    del qtbot
    font = Fonts(100, load_fonts()).font(role)
    assert font.pixelSize() == PIXELS[role]
    assert QFontInfo(font).family() == FAMILY


@pytest.mark.parametrize(
    ("role", "weight"),
    [(FontRole.TEXT, 400), (FontRole.HEADING, 600), (FontRole.MARKING, 700)],
)
def test_each_weight_is_a_face_of_its_own(qtbot: QtBot, role: FontRole, weight: int) -> None:
    del qtbot
    assert QFontInfo(Fonts(100, load_fonts()).font(role)).weight() == weight


def test_bold_is_600_and_plain_400(qtbot: QtBot) -> None:
    del qtbot
    fonts = Fonts()
    assert fonts.font(FontRole.LABEL, bold=True).weight() == QFont.Weight.DemiBold
    assert fonts.font(FontRole.HEADING, bold=False).weight() == QFont.Weight.Normal


@pytest.mark.parametrize("scale", [115, 130, 150])
def test_larger_text_makes_heights_grow_by_as_much(qtbot: QtBot, scale: int) -> None:
    del qtbot
    fonts, usual = Fonts(scale, load_fonts()), Fonts(100)
    assert fonts.font(FontRole.TEXT).pixelSize() == round(10 * 96 / 72 * scale / 100)
    assert fonts.grown(27) - 27 == fonts.line() - usual.line() > 0
    assert usual.grown(27) == 27


def test_digits_have_one_width(qtbot: QtBot) -> None:
    del qtbot
    metrics = QFontMetrics(Fonts(100, load_fonts()).font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_names_and_boxes_have_glyphs(qtbot: QtBot) -> None:
    del qtbot
    families = load_fonts()
    plain = QFontMetrics(Fonts(100, families[:1]).font())
    assert all(plain.inFontUcs4(ord(letter)) for letter in "Łukasz Nguyễn ŵŷ ’–…×¶")
