"""The icons: all there, all drawn, sharp on every screen, read only when needed."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.theme.icons import Icons, icon_folder
from jtai_desktop.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens

NAMES = sorted(path.stem for path in icon_folder().glob("*.svg"))
ASKED_FOR = (
    "dashed-ring",
    "hourglass",
    "tray",
    "returned",
    "tick",
    "plane",
    "struck-ring",
    "dash",
    "ring-dots",
    "octagon",
    "triangle",
    "double-tick",
    "speech-query",
    "tick-square",
    "clock",
    "diamond-open",
    "diamond-filled",
    "pen",
    "waves",
    "moved",
    "ring-tick",
    "calendar",
    "ring-cross",
    "back-arrow",
    "lock",
    "eye",
    "search",
    "printer",
    "plus",
    "flag",
    "chevron-left",
    "chevron-right",
    "chevron-down",
    "nav-today",
    "nav-timetable",
    "nav-documents",
    "nav-children",
    "nav-week",
    "nav-lists",
    "nav-self-evaluation",
    "nav-audits",
    "nav-findings",
    "nav-papers",
    "nav-people",
    "nav-settings",
    "nav-help",
    "undo",
    "redo",
    "person",
    "info",
    "copy",
    "save",
    "close",
    "practice",
)
CONTROLS = {"down": "ink", "up": "ink", "down-off": "off"} | dict.fromkeys(
    ("tick", "part", "dot"), "accentink"
)


def _inked(pixmap: QPixmap) -> list[QColor]:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 200]


def test_every_icon_of_the_vocabulary_is_there() -> None:
    assert set(ASKED_FOR) == set(NAMES)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda one: one.name.value)
@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(qtbot: QtBot, name: str, tokens: Tokens) -> None:
    del qtbot
    inked = _inked(Icons().pixmap(name, tokens.ink2, 16, 1.5))
    assert len(inked) > 8
    wanted = QColor(tokens.ink2)
    assert all(abs(pixel.lightness() - wanted.lightness()) < 24 for pixel in inked)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_of_the_one_grid_and_stroke(name: str) -> None:
    source = (icon_folder() / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 16 16"' in source
    assert 'stroke="currentColor" stroke-width="1.5" stroke-linecap="round"' in source
    assert "#" not in source


def test_an_icon_has_the_pixels_of_the_screen(qtbot: QtBot) -> None:
    del qtbot
    pixmap = Icons().pixmap("tick", "#17623A", 14, 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (21, 1.5)


def test_icons_are_read_when_asked_for_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    path = tmp_path / "tick.svg"
    path.write_text((icon_folder() / "tick.svg").read_text(encoding="utf-8"), encoding="utf-8")
    icons = Icons(tmp_path)
    first = icons.pixmap("tick", "#000000", 16)
    path.unlink()
    assert icons.pixmap("tick", "#000000", 16) is first
    red = _inked(icons.pixmap("tick", "#FF0000", 16))[0]
    assert red.red() - red.green() > 245
    with pytest.raises(OSError, match="plane"):
        icons.pixmap("plane", "#000000", 16)


def test_a_button_icon_has_a_disabled_colour_and_room_after_it(qtbot: QtBot) -> None:
    del qtbot
    icon = Icons().icon("plus", "#000000", 16, "#888888", gap=5)
    normal = icon.pixmap(21, 16)
    off = icon.pixmap(21, 16, QIcon.Mode.Disabled)
    assert normal.width() == 21
    assert _inked(normal)[0].lightness() < _inked(off)[0].lightness()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda one: one.name.value)
@pytest.mark.parametrize("name", CONTROLS)
def test_arrows_and_ticks_have_the_colours_of_their_theme(tokens: Tokens, name: str) -> None:
    path = icon_folder() / "controls" / tokens.name.value / f"{name}.svg"
    assert getattr(tokens, CONTROLS[name]) in path.read_text(encoding="utf-8")
