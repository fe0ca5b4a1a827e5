"""The table of states: complete, and filled only where it means "act"."""

import re

import pytest

from jtai_desktop.ui.theme.icons import icon_folder
from jtai_desktop.ui.theme.states import STATES, Shape, State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import STATE_ROLES, Role


def test_every_state_has_its_entry() -> None:
    assert set(STATES) == set(State)


@pytest.mark.parametrize("look", STATES.values(), ids=lambda look: look.state.value)
def test_every_state_has_word_icon_and_colour(look: StateLook) -> None:
    assert look.word
    assert (icon_folder() / f"{look.icon}.svg").is_file()
    assert look.role in {*STATE_ROLES, Role.INK2}
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", look.state.value)


def test_only_late_and_warnings_are_filled() -> None:
    filled = {look.role for look in STATES.values() if look.filled}
    assert filled == {Role.LATE, Role.WARNING}


def test_icons_are_solid_only_for_late_sent_and_happened() -> None:
    solid = {look.icon for look in STATES.values() if look.shape is Shape.SOLID}
    assert solid == {"octagon", "plane", "diamond-filled"}


def test_a_no_is_never_red() -> None:
    for state in (State.DECLINED, State.WITHDRAWN, State.NOT_APPROPRIATE):
        assert look_of(state).role is Role.NEUTRAL


def test_states_of_one_family_do_not_share_icon_and_word() -> None:
    seen = {(look.word.casefold(), look.icon, look.state.value) for look in STATES.values()}
    pairs = [(word, icon) for word, icon, _ in seen]
    assert len(pairs) - len(set(pairs)) == 1  # "not asked", of a document and of a conversation


def test_a_fact_takes_the_place_of_the_word() -> None:
    late = look_of("late").worded("22 h 40 min late")
    assert (late.word, late.said, late.icon) == ("22 h 40 min late", "22 h 40 min late", "octagon")


def test_short_words_are_spoken_in_full() -> None:
    assert look_of(State.NOT_APPLICABLE).said == "Not applicable"
    assert look_of(State.NO_STATUS).said == "No status"
    assert look_of(State.SENT).said == "Sent"


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="lost"):
        look_of("lost")
