"""Who can open a vault, as a person reads it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Opening(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "Passphrase"  # noqa: S105 - the word for it
    CODE = "Recovery code"


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """One slot: whose it is, what opens it, and since when, where that is known.

    A recovery code belongs to who had it made; it is `proved` once it was typed back.
    """

    id: str
    person: str
    opening: Opening
    since: datetime | None = None
    proved: bool = False
    own: bool = False


NO_CODE = (
    "There is no recovery code. If the last passphrase is forgotten, nobody can open the vault."
)
NOT_PROVED = (
    "The recovery code was not typed back yet, so it is not known whether the paper is right."
)
SWAPPED = (
    "The key file is not the one that this vault’s record tells of: it may be an older copy."
    " Look who can open the vault."
)
