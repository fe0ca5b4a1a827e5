"""The process that opens a letter’s PDF: a hostile file can end it, but not the program.

The request is a line of JSON with the file in it; the answer is the lines of its pages, or the
picture of one page.
"""

import base64
import json
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from jtai_desktop.domain.letters.lines import Line, Pages
from jtai_desktop.domain.problems import Refused

MEMORY = 1 << 30  # bytes
SECONDS = 30

Say = Callable[[str], None]


def main(_arguments: list[str] | None = None) -> int:
    """Answer the one request that stands at the input."""
    limit()
    said = json.loads(sys.stdin.buffer.readline())
    _write(answer(said, lambda doing: _write({"doing": doing})))
    return 0


def answer(said: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What the process says: lines or a picture, or why not."""
    from jtai_desktop.exchange.letter_pages import DAMAGED

    try:
        content = base64.b64decode(said["content"])
        if "page" in said:
            return {"answer": _picture(content, int(said["page"]), int(said["width"]))}
        return {"answer": _lines(content, say)}
    except Refused as refused:
        return {"refused": ["", refused.problem.sentence]}
    except (OSError, ValueError, MemoryError):
        return {"refused": ["", DAMAGED]}


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


def _lines(content: bytes, say: Say) -> dict[str, Any]:
    from jtai_desktop.exchange.letter_pages import read_pages

    pages = read_pages(content, say)
    return {"pages": pages.count, "lines": [_row(line) for line in pages.lines]}


def _picture(content: bytes, page: int, width: int) -> dict[str, Any]:
    from jtai_desktop.exchange.letter_pictures import drawn

    picture = drawn(content, page, width)
    return {**picture.told, "dots": base64.b64encode(picture.dots).decode("ascii")}


def _row(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in Line.__slots__}


def _write(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
