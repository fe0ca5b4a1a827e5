"""Where the ring goes after a cell was filled in."""

import pytest

from jtai_desktop.ui.kit.cell_steps import Place, Step, after

PLACES = [("a", "owner"), ("a", "deputy"), ("b", "owner"), ("b", "deputy"), ("c", "owner")]


@pytest.mark.parametrize(
    ("here", "step", "goal"),
    [
        (("a", "owner"), Step.DOWN, ("b", "owner")),
        (("c", "owner"), Step.DOWN, ("c", "owner")),
        (("b", "deputy"), Step.DOWN, ("b", "deputy")),
        (("b", "owner"), Step.UP, ("a", "owner")),
        (("a", "deputy"), Step.ON, ("b", "owner")),
        (("c", "owner"), Step.ON, ("c", "owner")),
        (("b", "owner"), Step.BACK, ("a", "deputy")),
        (("a", "owner"), Step.STAY, ("a", "owner")),
        (("gone", "owner"), Step.DOWN, ("gone", "owner")),
    ],
)
def test_the_ring_goes_where_the_key_says(here: Place, step: Step, goal: Place) -> None:
    assert after(PLACES, here, step) == goal
