"""The type of the program: which font, size and weight each kind of text has.

Sizes are points at 96 dpi, turned into whole pixels here because Qt rounds them anyway, each
platform in its own way; so a page measures the same everywhere and pictures of it repeat.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from jtai_desktop import places

FAMILY = "IBM Plex Sans"
STAND_IN = "Segoe UI"
LAST_RESORT = "DejaVu Sans"
FILES = (
    "IBMPlexSans_400Regular.ttf",
    "IBMPlexSans_600SemiBold.ttf",
    "IBMPlexSans_700Bold.ttf",
)
SPARE_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
USUAL_SIZE = 100
MARKING_SPACING = 0.6


class FontRole(StrEnum):
    LABEL = "label"
    TEXT = "text"
    HEADING = "heading"
    TITLE = "title"
    COUNTDOWN = "countdown"
    MARKING = "marking"


_POINTS = {
    FontRole.LABEL: 9.0,
    FontRole.TEXT: 10.0,
    FontRole.HEADING: 12.0,
    FontRole.TITLE: 16.0,
    FontRole.COUNTDOWN: 40.0,
    FontRole.MARKING: 9.5,
}
_WEIGHTS = {
    FontRole.LABEL: QFont.Weight.Normal,
    FontRole.TEXT: QFont.Weight.Normal,
    FontRole.HEADING: QFont.Weight.DemiBold,
    FontRole.TITLE: QFont.Weight.DemiBold,
    FontRole.COUNTDOWN: QFont.Weight.DemiBold,
    FontRole.MARKING: QFont.Weight.Bold,
}


def font_folder() -> Path:
    return places.resources() / "fonts"


def load_fonts(folder: Path | None = None) -> tuple[str, ...]:
    """Give the shipped fonts to Qt, once per application; answers the families in their order."""
    loaded: set[str] = set()
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str((folder or font_folder()) / name))
        if number >= 0:
            loaded.update(QFontDatabase.applicationFontFamilies(number))
    first = FAMILY if FAMILY in loaded else STAND_IN
    return (first, LAST_RESORT)


def load_spare_fonts() -> None:
    """Give Qt the fonts for signs that the first family lacks; the first picture needs none."""
    for name in SPARE_FILES:
        QFontDatabase.addApplicationFont(str(font_folder() / name))


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts at one text size (100, 115, 130 or 150 per cent)."""

    scale: int = USUAL_SIZE
    families: tuple[str, ...] = (FAMILY, LAST_RESORT)

    def pixels(self, role: FontRole) -> int:
        """The size of a role in pixels at 96 dpi."""
        return round(_POINTS[role] * 96 / 72 * self.scale / 100)

    def font(self, role: FontRole = FontRole.TEXT, *, bold: bool | None = None) -> QFont:
        """The font of a role; `bold` asks for the weight 600 or 400 instead of the usual one."""
        font = QFont(list(self.families))
        font.setPixelSize(self.pixels(role))
        font.setWeight(_WEIGHTS[role] if bold is None else _weight(bold=bold))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        if role is FontRole.MARKING:
            font.setLetterSpacing(
                QFont.SpacingType.AbsoluteSpacing, MARKING_SPACING * self.scale / 100
            )
        return font

    def line(self, role: FontRole = FontRole.TEXT) -> int:
        """The height of one line in pixels."""
        return QFontMetrics(self.font(role)).height()

    def grown(self, height: int, role: FontRole = FontRole.TEXT, lines: int = 1) -> int:
        """A height of the design at 100 per cent, made taller by what the text has grown."""
        if self.scale == USUAL_SIZE:
            return height
        return height + lines * (self.line(role) - Fonts(USUAL_SIZE, self.families).line(role))


def _weight(*, bold: bool) -> QFont.Weight:
    return QFont.Weight.DemiBold if bold else QFont.Weight.Normal
