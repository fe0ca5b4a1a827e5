"""How a damaged vault is met: told by the program, or opened as if nothing were wrong."""

from pathlib import Path

from jtai_desktop.domain.problems import Refused
from tests.faults import sample

GOOD = "opened as good"


def met(folder: Path) -> str:
    """What the program says of it; `GOOD` if it says nothing."""
    try:
        workspace = sample.opened(folder, 200)
    except Refused as refused:
        return str(refused)
    try:
        problems = workspace.store.verify()
        return str(problems[0]) if problems else GOOD
    except Refused as refused:
        return str(refused)
    finally:
        workspace.close()


def put(path: Path, offset: int, content: bytes) -> bytes:
    """Write into the middle of a file; what stood there."""
    with path.open("r+b") as file:
        file.seek(offset)
        before = file.read(len(content))
        file.seek(offset)
        file.write(content)
    return before
