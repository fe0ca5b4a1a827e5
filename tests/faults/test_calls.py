"""The short form of the proof of the vault: system calls that fail."""

import pytest

from tests.faults.proving import prove


@pytest.mark.parametrize("name", ["calls", "large"])
def test_it_holds(name: str) -> None:
    prove(name)
