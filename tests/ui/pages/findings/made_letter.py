"""A letter of our own making as a file, for tests and pictures that go through it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange import letter_worker, letters
from jtai_desktop.exchange.workbook_asking import STOPPED, Say, Stop, Worker
from tests.exchange.letters_made import later
from tests.exchange.letters_set import Style


def written(folder: Path, name: str = "Letter of findings.pdf") -> Path:
    """The file."""
    path = folder / name
    path.write_bytes(later(Random(5), Style()).pdf)  # noqa: S311 - chance for tests
    return path


@contextmanager
def in_this_process() -> Iterator[None]:
    """Reading and drawing without the worker: this is about what is seen, not about hostile files.

    What the worker itself does is tried in tests/exchange.
    """

    def said_by(
        _worker: Worker, told: dict[str, Any], _seconds: float, say: Say, stop: Stop
    ) -> dict[str, Any]:
        if stop():
            raise Refused(STOPPED)
        said = letter_worker.answer(told, say)
        if "refused" in said:
            raise Refused(said["refused"][1])
        return said

    with patch.object(letters, "said_by", said_by):
        yield
