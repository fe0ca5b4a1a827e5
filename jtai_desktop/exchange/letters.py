"""Reading a letter’s PDF in a process of its own; bad files are refused in one sentence."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jtai_desktop.domain.letters.lines import Pages
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letter_worker import SECONDS, pages_of

LARGEST = 50 << 20  # bytes
HEAD, TAIL = 1024, 2048  # where a PDF says that it begins and ends

MISSING = "There is no such file: look at its name and folder."
FOLDER = "This is a folder: choose the letter itself, a PDF file."
NOT_A_FILE = "This is not a file that can be read: choose the letter as a PDF."
CLOSED = "The file can’t be opened: see whether you may read it and no other program holds it."
EMPTY = "The file is empty: fetch the letter again."
TOO_LARGE = "The file has {} MB, a letter at most {}: choose the letter alone."
NOT_PDF = "The file is not a PDF: choose the letter as it was published."
CUT_OFF = "The file breaks off before its end: fetch the letter again."
TOO_SLOW = "The PDF takes too long to read: fetch the letter again, or type the findings."
BROKE = "The PDF is damaged and can’t be read: fetch the letter again, or type the findings."


# What a process that opens foreign files must not inherit.
SECRETS = ("JTAI_PASSPHRASE",)


def own_command() -> list[str]:
    """The command line of the worker, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", "letter"]
    return [sys.executable, "-m", "jtai_desktop.exchange.letter_worker"]


def read_letter(
    path: Path, command: Sequence[str] | None = None, *, seconds: float = SECONDS
) -> Pages:
    """The lines of the PDF’s pages."""
    try:
        _look_at(path)
        said = _ask(command or own_command(), path.resolve(), seconds)
    except OSError:
        raise Refused(CLOSED, place=path.name) from None
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from None
    if "refused" in said:
        raise Refused(said["refused"], place=path.name)
    return pages_of(said)


def _look_at(path: Path) -> None:
    """What can be told without reading the PDF."""
    if path.is_dir():
        raise Refused(FOLDER)
    if not path.exists():
        raise Refused(MISSING)
    if not path.is_file():
        raise Refused(NOT_A_FILE)
    size = path.stat().st_size
    if not size:
        raise Refused(EMPTY)
    if size > LARGEST:
        raise Refused(TOO_LARGE.format(size >> 20, LARGEST >> 20))
    _look_at_ends(path, size)


def _look_at_ends(path: Path, size: int) -> None:
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(HEAD):
            raise Refused(NOT_PDF)
        file.seek(max(0, size - TAIL))
        if b"%%EOF" not in file.read(TAIL):
            raise Refused(CUT_OFF)


def _ask(command: Sequence[str], path: Path, seconds: float) -> dict[str, Any]:
    """Ask the worker, and answer for it where it can’t."""
    request = json.dumps({"path": str(path)}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - the command is our own
            command,
            input=request,
            capture_output=True,
            check=True,
            timeout=seconds,
            env=_surroundings(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise Refused(TOO_SLOW) from None
    except (subprocess.CalledProcessError, ValueError):
        raise Refused(BROKE) from None
    return said if isinstance(said, dict) else {"refused": BROKE}


def _surroundings() -> dict[str, str]:
    """The worker finds the package wherever the program was started from."""
    home = str(Path(__file__).resolve().parents[2])
    paths = [home, os.environ.get("PYTHONPATH", "")]
    kept = {name: value for name, value in os.environ.items() if name not in SECRETS}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
