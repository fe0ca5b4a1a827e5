"""The process that opens files of lists: a hostile file can end it, but not the program.

The request comes in as one line of JSON. Lines of JSON go out: what is being done, and at last
the answer or why there is none. A workbook that is asked for comes before the answer, in pieces.
"""

import base64
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import Limits, fitting

Say = Callable[[str], None]
PIECE = 512 * 1024
NO_MEMORY = "Reading it needs more memory than any list should; it was not read."
NOT_A_PACK = "The guidance pack can’t be read; check it with “packs check”."


def main(_arguments: list[str] | None = None) -> int:
    """Answer the one request that stands at the input."""
    said = json.loads(sys.stdin.buffer.readline())
    size = sum(map(_size, said["paths"]))
    # What is written takes as much room again as what is read.
    limit(fitting(Limits(**said["limits"]), 2 * size if said.get("marking") else size))
    _write(answer(said, lambda what: _write({"doing": what})))
    return 0


def answer(said: dict[str, Any], say: Say) -> dict[str, Any]:
    """The answer to a request: what was found, or why the files can’t be read."""
    try:
        return {"answer": _checked(said, say)}
    except Refused as refused:
        return {"refused": [refused.problem.place, refused.problem.sentence]}
    except MemoryError:
        return {"refused": ["", NO_MEMORY]}


def limit(limits: Limits) -> None:
    """Hold the process to its share of memory and time, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    shares = ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, limits.seconds))
    for what, most in shares:
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no children’s data in a dump


def _size(path: str) -> int:
    with suppress(OSError, ValueError):
        return Path(path).stat().st_size
    return 0


def _checked(said: dict[str, Any], say: Say) -> dict[str, Any]:
    from jtai_desktop.exchange.list_answers import told
    from jtai_desktop.exchange.list_checking import read_and_check, read_check_and_write
    from jtai_desktop.exchange.list_requests import request_of
    from jtai_desktop.exchange.list_rulebook import rulebook
    from jtai_desktop.guidance.pack import Pack
    from jtai_desktop.guidance.reading import read_text

    request = request_of(said)
    pack = read_text(request.pack)
    if not isinstance(pack, Pack):
        raise Refused(NOT_A_PACK)
    if not request.marking:
        return told(read_and_check(request, rulebook(pack), say))
    found, workbook = read_check_and_write(request, rulebook(pack), say)
    _write_pieces(workbook)
    return told(found)


def _write_pieces(content: bytes) -> None:
    """A line for each piece: whoever listens can stop between two."""
    for start in range(0, len(content), PIECE):
        _write({"piece": base64.b64encode(content[start : start + PIECE]).decode("ascii")})


def _write(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
