"""One part of the proof as a test: nothing violated, and the control did harm."""

import pytest

from tests.faults.outcome import summed
from tests.faults.parts import missing, obey, orders, part_named

SEED = 1


def prove(name: str) -> None:
    """Run the short form of a part, or skip it in a sentence where it can’t be run."""
    part = part_named(name)
    if why_not := missing(part):
        pytest.skip(why_not)
    outcomes = summed(one for order in orders(part, long=False, seed=SEED) for one in obey(order))
    assert [sentence for one in outcomes for sentence in one.violations] == []
    assert [one.fault for one in outcomes if not one.holds] == []
