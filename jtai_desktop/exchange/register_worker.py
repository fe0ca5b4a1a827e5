"""The process that opens a workbook that came back: a hostile file can end it, not the program.

It reads the register, the action plan, and the forms of evaluations, of the self-evaluation and of
case audits.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import MEGABYTE, Limits, fitting
from jtai_desktop.exchange.workbook_worker import NO_MEMORY, limit

REGISTER, EVALUATIONS, SELF_EVALUATION = "register", "evaluations", "self-evaluation"
AUDITS, PLAN = "audits", "plan"
# A register of 20,000 rows needs a tenth of it.
LIMITS = Limits(
    file_bytes=50 * MEGABYTE,
    unpacked_bytes=400 * MEGABYTE,
    cells=8_000_000,
    seconds=60,
    memory_bytes=2_000 * MEGABYTE,
)


def main(_arguments: list[str] | None = None) -> int:
    """Answer the one request that stands at the input."""
    said = json.loads(sys.stdin.buffer.readline())
    path, limits = Path(said["path"]), Limits(**said["limits"])
    size = path.stat().st_size if path.is_file() else 0
    limit(fitting(limits, size))
    _write({"doing": f"reading {path.name}"})
    _write(answer(path, limits, said.get("what", REGISTER)))
    return 0


def answer(path: Path, limits: Limits, what: str = REGISTER) -> dict[str, Any]:
    """What was found in the file, or why it can’t be read."""
    from jtai_desktop.exchange.evaluation_reading import OF_AUDIT, SELF_SHAPE, read_forms
    from jtai_desktop.exchange.plan_reading import read_plan
    from jtai_desktop.exchange.register_reading import read_register

    readers: dict[str, Callable[[Path, Limits], dict[str, Any]]] = {
        REGISTER: read_register,
        PLAN: read_plan,
        EVALUATIONS: read_forms,
        SELF_EVALUATION: partial(read_forms, shape=SELF_SHAPE),
        AUDITS: partial(read_forms, shape=OF_AUDIT),
    }
    try:
        return {"answer": readers[what](path, limits)}
    except Refused as refused:
        return {"refused": [refused.problem.place, refused.problem.sentence]}
    except MemoryError:
        return {"refused": ["", NO_MEMORY]}


def _write(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
