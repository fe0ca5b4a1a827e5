"""From a passphrase to a key: Argon2id, in a process of its own.

It takes 256 MiB, which the window's process would never quite give back. `main` is the
worker's side: it imports next to nothing, reads one request and writes one line.
"""

import json
import sys
from dataclasses import replace

from jtai_desktop.store.costs import STANDARD, Params

KEY_BYTES = 32


def derive(passphrase: str, salt: bytes, params: Params) -> bytearray:
    """The 32 bytes that belong to a passphrase, worked out by a child process."""
    from jtai_desktop.store import worker

    request = {"passphrase": passphrase, "salt": salt.hex(), **_costs(params)}
    return bytearray.fromhex(worker.run("derive", request))


def calibrated(start: Params = STANDARD) -> Params:
    """What a slot that is made on this machine should cost, measured by a child process."""
    from jtai_desktop.store import worker

    found = json.loads(worker.run("derive", {"calibrate": True, **_costs(start)}))
    return Params(found["memory_kib"], found["passes"], found["lanes"])


def main() -> int:
    """The worker: one request in, one line out: a key in hexadecimal digits, or costs as JSON."""
    request = json.loads(sys.stdin.buffer.read())
    params = Params(request["memory_kib"], request["passes"], request["lanes"], trial=True)
    try:
        line = (
            _calibrated(params)
            if request.get("calibrate")
            else _derived(request["passphrase"], bytes.fromhex(request["salt"]), params).hex()
        )
    except MemoryError:
        return 1
    sys.stdout.write(line + "\n")
    return 0


def _derived(passphrase: str, salt: bytes, params: Params) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=params.passes,
        lanes=params.lanes,
        memory_cost=params.memory_kib,
    )
    return kdf.derive(passphrase.encode("utf-8", "surrogatepass"))


def _calibrated(start: Params) -> str:
    from jtai_desktop.store import calibrating

    return json.dumps(_costs(calibrating.calibrated(_seconds, replace(start, trial=False))))


def _seconds(params: Params) -> float | None:
    """How long a derivation takes here; nothing, where there is too little memory for it."""
    from time import perf_counter

    begun = perf_counter()
    try:
        _derived("calibration", bytes(16), params)
    except MemoryError:
        return None
    return perf_counter() - begun


def _costs(params: Params) -> dict[str, int]:
    return {"memory_kib": params.memory_kib, "passes": params.passes, "lanes": params.lanes}


if __name__ == "__main__":
    sys.exit(main())
