"""Reading a letter’s PDF in a process of its own; bad files are refused in one sentence."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from jtai_desktop.domain.letters.lines import Pages
from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letter_worker import SECONDS, pages_of
from jtai_desktop.exchange.workbook_asking import Say, Stop, Worker, said_by

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

Heard = TypeVar("Heard")
WORKER = Worker("letter", "jtai_desktop.exchange.letter_worker", TOO_SLOW)


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter’s PDF, all of it read once: what is shown is what was looked into."""

    name: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """What tells it from every other file."""
        return hashlib.sha256(self.content).hexdigest()


def letter_file(path: Path) -> LetterFile:
    """The file, refused where it can’t be a PDF."""
    try:
        _look_at(path)
        content = path.read_bytes()
    except OSError:
        raise Refused(CLOSED, place=path.name) from None
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from None
    return LetterFile(path.name, content)


def read_letter(path: Path, *, seconds: float = SECONDS) -> Pages:
    """The lines of the PDF’s pages."""
    return pages_in(letter_file(path), seconds=seconds)


def pages_in(
    file: LetterFile,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    *,
    seconds: float = SECONDS,
) -> Pages:
    """The lines of the pages of a file."""
    return _asked(file, {}, pages_of, say, stop, seconds)


def picture_of(file: LetterFile, page: int, width: int, stop: Stop = lambda: False) -> PagePicture:
    """A page of a file as dots, so many wide."""
    told = {"page": page, "width": width}
    return _asked(file, told, _heard, lambda _: None, stop, SECONDS)


def _asked(
    file: LetterFile,
    told: dict[str, Any],
    hear: Callable[[Any], Heard],
    say: Say,
    stop: Stop,
    seconds: float,
) -> Heard:
    content = base64.b64encode(file.content).decode("ascii")
    try:
        said = said_by(WORKER, {**told, "content": content}, seconds, say, stop)
        return hear(said["answer"])
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=file.name) from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused(BROKE, place=file.name) from None


def _heard(said: Any) -> PagePicture:  # noqa: ANN401
    numbers = (int(said["page"]), int(said["width"]), int(said["height"]))
    dots = base64.b64decode(said["dots"])
    if len(dots) != numbers[1] * numbers[2] * len("rgb"):
        raise ValueError(numbers)
    return PagePicture(*numbers, float(said["points"]), dots)


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
