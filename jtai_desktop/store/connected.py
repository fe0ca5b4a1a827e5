"""The one connection of an open vault, its engine and its keys."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from jtai_desktop.store.subkeys import Subkeys


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection to a vault, or to a backup that is only looked at and has no lock."""

    raw: Any
    engine: Engine
    keys: Subkeys
    holds_lock: bool = True

    def close(self) -> None:
        """Let go of the lock and overwrite the keys."""
        self.engine.dispose()
        self.raw.close()
        self.keys.wipe()


def own_copy(keys: Subkeys) -> Subkeys:
    """The same keys in memory that is overwritten on its own."""
    return Subkeys(
        database=bytearray(keys.database),
        history=bytearray(keys.history),
        digest=bytearray(keys.digest),
        files=bytearray(keys.files),
    )
