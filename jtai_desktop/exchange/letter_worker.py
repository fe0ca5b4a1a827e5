"""The process that opens a letter’s PDF: a hostile file can end it, but not the program.

A request comes in as JSON, the lines of the pages go out as JSON.
"""

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jtai_desktop.domain.letters.lines import Line, Pages
from jtai_desktop.domain.problems import Refused

MEMORY = 1 << 30  # bytes
SECONDS = 30


def main(_arguments: list[str] | None = None) -> int:
    """Answer the one request that stands at the input."""
    limit()
    request = json.load(sys.stdin)
    json.dump(answer(Path(request["path"])), sys.stdout)
    return 0


def answer(path: Path) -> dict[str, Any]:
    """What the process says: the pages, or why not."""
    from jtai_desktop.exchange.letter_pages import DAMAGED, read_pages

    try:
        pages = read_pages(path)
    except Refused as refused:
        return {"refused": refused.problem.sentence}
    except (OSError, ValueError, MemoryError):
        return {"refused": DAMAGED}
    return {"pages": pages.count, "lines": [_row(line) for line in pages.lines]}


def pages_of(said: Mapping[str, Any]) -> Pages:
    """The pages again, from what the process said."""
    return Pages(said["pages"], tuple(Line(**row) for row in said["lines"]))


def limit() -> None:
    """Hold the process to its share of memory and time, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _row(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in Line.__slots__}


if __name__ == "__main__":
    sys.exit(main())
