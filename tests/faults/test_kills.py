"""The short form of the proof of the vault: kill -9."""

import pytest

from tests.faults.proving import prove


@pytest.mark.parametrize("name", ["kills", "canary", "migrations"])
def test_it_holds(name: str) -> None:
    prove(name)
