"""From a passphrase to a key: Argon2id, in a process of its own.

It takes 256 MiB, which the window's process would never quite give back. `main` is the
worker's side: it imports next to nothing, reads one request and writes one line.
"""

import json
import sys
from dataclasses import dataclass, field

from jtai_desktop.domain.problems import Refused

FLOOR_KIB = 64 * 1024
CEILING_KIB = 4 * 1024 * 1024
KEY_BYTES = 32


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


def derive(passphrase: str, salt: bytes, params: Params) -> bytes:
    """The 32 bytes that belong to a passphrase, worked out by a child process."""
    from jtai_desktop.store import worker

    request = {
        "passphrase": passphrase,
        "salt": salt.hex(),
        "memory_kib": params.memory_kib,
        "passes": params.passes,
        "lanes": params.lanes,
    }
    return bytes.fromhex(worker.run("derive", request))


def main() -> int:
    """The worker: one request in, one line of hexadecimal digits out."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    request = json.loads(sys.stdin.buffer.read())
    kdf = Argon2id(
        salt=bytes.fromhex(request["salt"]),
        length=KEY_BYTES,
        iterations=request["passes"],
        lanes=request["lanes"],
        memory_cost=request["memory_kib"],
    )
    try:
        key = kdf.derive(request["passphrase"].encode("utf-8", "surrogatepass"))
    except MemoryError:
        return 1
    sys.stdout.write(key.hex() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
