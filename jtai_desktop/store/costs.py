"""What the derivation of a key costs, and below what it may not fall."""

from dataclasses import dataclass, field

from jtai_desktop.domain.problems import Refused

FLOOR_KIB = 64 * 1024
CEILING_KIB = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Params:
    """What a derivation costs. A `trial` may cost less than the floor; only tests make one."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4
    trial: bool = field(default=False, compare=False)

    def held_to_floor(self) -> "Params":
        """These, refused where they would make a slot too cheap to guess at."""
        if self.memory_kib < FLOOR_KIB and not self.trial:
            raise Refused("A passphrase slot needs at least 64 MiB. Choose a higher cost.")
        return self


STANDARD = Params()
