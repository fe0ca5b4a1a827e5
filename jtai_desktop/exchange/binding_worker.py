"""The process that opens PDFs to be bound in: a hostile file can end it, but not the program.

Requests come in one after the other, each a line of JSON with the size and then the file itself;
the answers go out in the same way.
"""

import json
import sys
from typing import IO, Any

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import MEGABYTE, Limits
from jtai_desktop.exchange.workbook_worker import limit

# The largest file that can be taken in, read, made ready and written, with as much again.
LIMITS = Limits(seconds=3600, memory_bytes=3_000 * MEGABYTE)
NO_MEMORY = "needs too much memory to be read"


def main(_arguments: list[str] | None = None) -> int:
    """Answer until there are no more requests."""
    limit(LIMITS)
    said, heard = sys.stdin.buffer, sys.stdout.buffer
    while line := said.readline():
        head, content = answer(said.read(int(json.loads(line)["size"])))
        tell(heard, head, content)
    return 0


def answer(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The sizes of the pages and the pages, or why there are none."""
    from jtai_desktop.exchange.binding_pages import readied

    try:
        found = readied(content)
    except Refused as refused:
        return {"refused": refused.problem.sentence}, b""
    except MemoryError:
        return {"refused": NO_MEMORY}, b""
    return {"pages": found.pages}, found.content


def tell(to: IO[bytes], head: dict[str, Any], content: bytes) -> None:
    """A line of JSON, then as many bytes as it says."""
    to.write(json.dumps({**head, "size": len(content)}).encode("ascii") + b"\n")
    to.write(content)
    to.flush()


if __name__ == "__main__":
    sys.exit(main())
