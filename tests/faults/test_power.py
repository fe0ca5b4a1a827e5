"""The short form of the proof of the vault: power losses, flipped bits, old pages, odds."""

import pytest

from tests.faults.proving import prove


@pytest.mark.parametrize("name", ["power", "power_large", "flips", "replays", "odds", "odd_disks"])
def test_it_holds(name: str) -> None:
    prove(name)
