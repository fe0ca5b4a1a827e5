"""Dressing the application: palette, fonts, style sheet, and word of a change."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.theme import apply as applying
from jtai_desktop.ui.theme.apply import apply, drawn_for, system_tokens
from jtai_desktop.ui.theme.look import Look, LookKeeper
from jtai_desktop.ui.theme.palette import palette, tokens_from
from jtai_desktop.ui.theme.tokens import CONTRAST, DARK, LIGHT, Theme, Tokens


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda one: one.name.value)
def test_the_application_takes_on_the_colours(qapp: QApplication, tokens: Tokens) -> None:
    apply(qapp, tokens.name)
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(tokens.bg)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(tokens.side)
    assert qapp.palette().color(QPalette.ColorRole.AlternateBase) == QColor(tokens.alt)
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == QColor(tokens.sel)
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(tokens.ink3)
    assert Look.of().tokens is tokens


def test_the_style_sheet_is_whole_and_without_effects(qapp: QApplication) -> None:
    apply(qapp, Theme.LIGHT)
    sheet = qapp.styleSheet()
    assert "%" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert not re.search("gradient|shadow|italic", sheet)
    radii = set(re.findall(r"border-radius: (\d+)(?:px)?", sheet))
    assert radii == {"4", "3", "0", "8"}  # 8 is the ring of a radio button


def test_a_change_is_told_once(qapp: QApplication, qtbot: QtBot) -> None:
    keeper = apply(qapp, Theme.LIGHT)
    with qtbot.waitSignal(keeper.changed):
        apply(qapp, Theme.DARK, 130)
    assert (keeper.look.theme, keeper.look.fonts.scale) == (Theme.DARK, 130)
    assert LookKeeper.of() is keeper
    assert qapp.font().pixelSize() == 17
    apply(qapp, Theme.LIGHT)


def test_following_the_system_takes_its_scheme(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "system_tokens", lambda _app: DARK)
    keeper = apply(qapp, Theme.SYSTEM)
    assert keeper.look.tokens is DARK
    monkeypatch.setattr(applying, "system_tokens", lambda _app: LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert keeper.look.tokens is LIGHT
    apply(qapp, Theme.DARK)
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert keeper.look.tokens is DARK
    apply(qapp, Theme.LIGHT)


def test_the_system_s_own_high_contrast_wins(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "wants_contrast", lambda _hints: True)
    tokens = system_tokens(qapp)
    assert tokens.name is Theme.SYSTEM
    assert tokens.late == tokens.warning == tokens.done == tokens.ink
    assert not tokens.filled_states
    apply(qapp, Theme.LIGHT)


def test_colours_are_read_from_a_palette() -> None:
    tokens = tokens_from(palette(DARK))
    assert (tokens.bg, tokens.ink, tokens.sel) == (DARK.bg, DARK.ink, DARK.sel)
    assert drawn_for(tokens) == "light"
    assert drawn_for(tokens_from(palette(CONTRAST))) == "contrast"
    assert drawn_for(DARK) == "dark"
