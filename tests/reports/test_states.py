"""The states on paper are those of the screen, in the same words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.standing import Mark, State
from jtai_desktop.reports import states
from jtai_desktop.reports.blocks import Cell
from jtai_desktop.ui.theme.states import look_of

TABLES = ((Ours, states.OURS), (Theirs, states.THEIRS), (State, states.MILESTONE))


@pytest.mark.parametrize(("vocabulary", "table"), TABLES, ids=["ours", "theirs", "milestone"])
def test_each_state_has_the_word_of_the_screen(
    vocabulary: type[StrEnum], table: Mapping[Any, Cell]
) -> None:
    assert list(table) == list(vocabulary)
    for state, cell in table.items():
        look = look_of(state.value)
        assert cell.text == look.word
        assert cell.strong is look.filled


def test_late_and_marks_too() -> None:
    assert {late: cell.text for late, cell in states.LATE.items()} == {
        late: look_of(late.value).word for late in Late if late is not Late.NO
    }
    for mark in (Mark.SET_BY_HAND, Mark.ASSUMED, Mark.MOVED):
        assert states.MARKS[mark].text.casefold() == look_of(mark.value).word.casefold()
    assert list(states.MARKS) == list(Mark)
