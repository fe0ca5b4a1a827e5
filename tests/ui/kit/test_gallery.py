"""The gallery: everything together, in three themes, at two screens and two text sizes."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Theme
from tests.ui.kit.gallery import gallery, picture

SIZES = [(1.0, 100), (1.5, 100), (1.0, 150)]


@pytest.mark.parametrize(("ratio", "scale"), SIZES)
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_everything_is_drawn(
    qapp: QApplication, qtbot: QtBot, theme: Theme, ratio: float, scale: int
) -> None:
    apply(qapp, theme, scale)
    page = gallery()
    qtbot.addWidget(page)
    image = picture(page, ratio=ratio)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3)
               for y in range(0, image.height(), 3)}  # fmt: skip
    tokens = Look.of().tokens
    assert {tokens.bg.lower(), tokens.ink.lower(), tokens.accent.lower()} <= colours
    assert QColor("magenta").name() not in colours


def test_the_same_page_gives_the_same_picture(qtbot: QtBot) -> None:
    pages = [gallery(), gallery()]
    for page in pages:
        qtbot.addWidget(page)
    assert picture(pages[0]) == picture(pages[1])


@pytest.mark.parametrize("scale", [100, 150])
def test_no_part_is_smaller_than_it_needs(qapp: QApplication, qtbot: QtBot, scale: int) -> None:
    apply(qapp, Theme.LIGHT, scale)
    page = gallery()
    qtbot.addWidget(page)
    picture(page)
    for part in page.findChildren(QWidget):
        if part.isVisibleTo(page) and isinstance(part, QAbstractButton | QLabel):
            assert part.height() >= part.minimumSizeHint().height(), part
            assert part.width() >= part.minimumSizeHint().width(), part


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    page = gallery()
    qtbot.addWidget(page)
    for part in page.findChildren(QWidget):
        # Qt gives tables and fields inner parts that take focus for them; those bear its names.
        if part.focusPolicy().value and part.isVisibleTo(page) and _ours(part):
            text = part.text() if isinstance(part, QAbstractButton) else ""
            assert part.accessibleName() or text, part


def _ours(part: QWidget) -> bool:
    return not part.objectName().startswith("qt_") and part.focusProxy() is None
