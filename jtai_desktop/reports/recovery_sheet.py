"""What the sheet with the recovery code says. How it looks is told in `pdf/recovery_sheet.py`."""

from dataclasses import dataclass
from datetime import datetime

TITLE = "Recovery code"
READERS = "For who keeps the keys. Whoever has this sheet and the computer can read everything."
USES = (
    "It opens the vault when a passphrase was forgotten, or when the person who has it is away.",
    (
        "On the screen “Locked” choose “Use the recovery code”, type the eight groups, and set a"
        " new passphrase. Capitals and hyphens may be left out."
    ),
    (
        "The code stays good after it was used. A new one can be made under Vault, Keys; then"
        " this sheet opens nothing any more and should be destroyed."
    ),
)
KEEPING = (
    (
        "Keep it like a key: in a locked place, apart from the computer and from any bag it is"
        " carried in. Make no photo of it."
    ),
    (
        "Without a passphrase and without this sheet nobody can open the vault: not the council’s"
        " IT service, not the makers of the program."
    ),
)
KEPT_BY = ("Kept by", "Kept where")


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """One page: the code in its groups, for which vault, made when."""

    groups: tuple[str, ...]
    vault: str
    as_at: datetime
    marking: str = "OFFICIAL-SENSITIVE"

    @property
    def about(self) -> str:
        """For vault 6f1f3a2b."""
        return f"For vault {self.vault}"
