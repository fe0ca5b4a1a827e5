"""The colours: every pair that is used is measured, and some against the figures of the design."""

import dataclasses
import re

import pytest

from jtai_desktop.ui.theme.measure import contrast
from jtai_desktop.ui.theme.tokens import (
    CONTRAST,
    DARK,
    LIGHT,
    STATE_ROLES,
    Role,
    Theme,
    Tokens,
    tokens_for,
)

THEMES = (LIGHT, DARK, CONTRAST)
QUIET = (Role.INK, Role.INK2, Role.INK3)
TEXT_PAIRS = (
    *((ink, ground) for ink in QUIET for ground in (Role.BG, Role.SIDE, Role.ALT)),
    *((ink, Role.HOVER) for ink in (Role.INK, Role.INK2, Role.ACCENT)),
    *((role, ground) for role in STATE_ROLES for ground in (Role.BG, Role.SIDE, Role.ALT)),
    *((role, Role.HOVER) for role in STATE_ROLES),
    *((Role.ACCENT, ground) for ground in (Role.BG, Role.SIDE, Role.ALT)),
    (Role.INK2, Role.HATCH),
    (Role.INK, Role.HATCH),
    (Role.LATE, Role.LATE_FILL),
    (Role.WARNING, Role.WARNING_FILL),
    (Role.ACCENTINK, Role.ACCENT),
    (Role.BANDINK, Role.BAND),
    (Role.BG, Role.INK),
    (Role.SELINK, Role.SEL),
)
MARK_PAIRS = (
    (Role.CTL, Role.BG),
    (Role.CTL, Role.SIDE),
    (Role.CTL, Role.ALT),
    (Role.DONE, Role.SIDE),
    (Role.ACCENT, Role.BG),
    (Role.ACCENT, Role.LATE_FILL),
    (Role.ACCENT, Role.WARNING_FILL),
)
ON_SELECTION = (*QUIET, *STATE_ROLES, Role.ACCENT)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name.value)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: Role, ground: Role) -> None:
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name.value)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_can_be_seen(tokens: Tokens, mark: Role, ground: Role) -> None:
    assert contrast(tokens.colour(mark), tokens.colour(ground)) >= 3


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name.value)
def test_what_can_not_be_used_can_be_read_and_told_apart(tokens: Tokens) -> None:
    assert tokens.off != tokens.ink
    assert tokens.off_edge != tokens.ctl
    assert all(contrast(tokens.off, ground) >= 4.5 for ground in (tokens.bg, tokens.side))


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name.value)
@pytest.mark.parametrize("role", ON_SELECTION)
def test_text_on_a_selected_row_can_be_read(tokens: Tokens, role: Role) -> None:
    assert contrast(tokens.on_selection(role), tokens.sel) >= 4.5


@pytest.mark.parametrize(
    ("tokens", "ink", "ground", "figure"),
    [
        (LIGHT, Role.INK, Role.BG, 17.7),
        (LIGHT, Role.INK2, Role.SIDE, 7.5),
        (LIGHT, Role.CTL, Role.SIDE, 3.5),
        (LIGHT, Role.ACCENT, Role.SEL, 6.3),
        (LIGHT, Role.LATE, Role.LATE_FILL, 6.6),
        (LIGHT, Role.WARNING, Role.WARNING_FILL, 6.8),
        (LIGHT, Role.BANDINK, Role.BAND, 16.4),
        (DARK, Role.INK, Role.BG, 15.4),
        (DARK, Role.INK3, Role.SIDE, 6.5),
        (DARK, Role.ACCENT, Role.SEL, 5.4),
        (DARK, Role.LATE, Role.LATE_FILL, 7.1),
        (DARK, Role.WITH_US, Role.BG, 9.5),
        (CONTRAST, Role.ACCENT, Role.BG, 16.0),
        (CONTRAST, Role.INK, Role.HOVER, 14.2),
        (CONTRAST, Role.LATE, Role.BG, 10.3),
        (CONTRAST, Role.DONE, Role.BG, 14.2),
    ],
)
def test_contrasts_are_those_of_the_design(
    tokens: Tokens, ink: Role, ground: Role, figure: float
) -> None:
    assert contrast(tokens.colour(ink), tokens.colour(ground)) == pytest.approx(figure, abs=0.06)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_every_role_is_a_colour_of_every_theme() -> None:
    for tokens in THEMES:
        for role in Role:
            assert re.fullmatch(r"#[0-9A-F]{6}", tokens.colour(role)), (tokens.name, role)
    fields = {field.name for field in dataclasses.fields(Tokens)}
    assert fields - {role.value for role in Role} == {"name", "focus_width", "filled_states"}


def test_high_contrast_has_no_fills_and_a_wider_ring() -> None:
    assert CONTRAST.late_fill == CONTRAST.warning_fill == CONTRAST.bg
    assert (LIGHT.focus_width, DARK.focus_width, CONTRAST.focus_width) == (2, 2, 3)


def test_all_text_on_a_selected_row_is_black_in_high_contrast() -> None:
    assert {CONTRAST.on_selection(role) for role in ON_SELECTION} == {"#000000"}


@pytest.mark.parametrize(
    ("theme", "dark_system", "tokens"),
    [
        (Theme.LIGHT, True, LIGHT),
        (Theme.DARK, False, DARK),
        (Theme.CONTRAST, False, CONTRAST),
        (Theme.SYSTEM, True, DARK),
        (Theme.SYSTEM, False, LIGHT),
    ],
)
def test_a_theme_chooses_its_colours(theme: Theme, dark_system: bool, tokens: Tokens) -> None:
    assert tokens_for(theme, dark_system=dark_system) is tokens
