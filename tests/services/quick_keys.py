"""Keys without the wait: the derivation in this process, and next to free.

Only tests that are about other things use it; the child and its cost have tests of their own.
"""

from hashlib import scrypt

import pytest

from jtai_desktop.services import keys, vaults
from jtai_desktop.store import slots
from jtai_desktop.store.costs import Params

CHEAP = Params(memory_kib=64, passes=1, lanes=1, trial=True)


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every derivation quick until the test is over."""
    monkeypatch.setattr(slots, "derive", _quick)
    for module in (keys, vaults):
        monkeypatch.setattr(module, "calibrated", lambda: CHEAP)


def _quick(passphrase: str, salt: bytes, params: Params) -> bytearray:
    return bytearray(scrypt(passphrase.encode(), salt=salt, n=2, r=1, p=params.lanes, dklen=32))
