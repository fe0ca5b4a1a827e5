"""Asks the worker for the pages of PDFs: one process for many files, another where one ends it."""

import json
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.binding_worker import tell
from jtai_desktop.exchange.workbook_asking import TICK, Worker, started

WORKER = Worker("binding", "jtai_desktop.exchange.binding_worker")
SECONDS = 60.0
BROKE = "is damaged, or too large to be read"
TOO_SLOW = "takes too long to be read"
Sizes = tuple[tuple[float, float], ...]


class Binder:
    """`pages_of` gives the sizes of the pages and the pages themselves, or refuses with why not.

    `look` is called again and again while it waits; it may raise to stop.
    """

    def __init__(self, look: Callable[[], None], seconds: float = SECONDS) -> None:
        self._look = look
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """The process begins with the first file."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Whatever happened, no process stays behind."""
        self._end()

    def pages_of(self, content: bytes) -> tuple[Sizes, bytes]:
        """Ask for one file."""
        process = self._process = self._process or started(WORKER)
        answers: SimpleQueue[tuple[dict[str, Any], bytes] | None] = SimpleQueue()
        talk = threading.Thread(target=_talk, args=(process, content, answers), daemon=True)
        talk.start()
        try:
            found = self._wait(answers)
        except BaseException:
            self._end()
            talk.join()
            raise
        if found is None:
            self._end()
            raise Refused(BROKE)
        return _heard(*found)

    def _wait(
        self, answers: "SimpleQueue[tuple[dict[str, Any], bytes] | None]"
    ) -> tuple[dict[str, Any], bytes] | None:
        end = time.monotonic() + self._seconds
        while time.monotonic() < end:
            self._look()
            with suppress(Empty):
                return answers.get(timeout=TICK)
        raise Refused(TOO_SLOW)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()


def _talk(
    process: "subprocess.Popen[bytes]",
    content: bytes,
    answers: "SimpleQueue[tuple[dict[str, Any], bytes] | None]",
) -> None:
    """One request and its answer; None where the process ended over it."""
    try:
        answers.put(_exchanged(process, content))
    except (OSError, ValueError, KeyError, TypeError):
        answers.put(None)


def _exchanged(
    process: "subprocess.Popen[bytes]", content: bytes
) -> tuple[dict[str, Any], bytes] | None:
    if process.stdin is None or process.stdout is None:
        return None
    tell(process.stdin, {}, content)
    head = json.loads(process.stdout.readline())
    pages = process.stdout.read(int(head["size"]))
    return (head, pages) if len(pages) == head["size"] else None


def _heard(head: dict[str, Any], pages: bytes) -> tuple[Sizes, bytes]:
    if "refused" in head:
        raise Refused(str(head["refused"]))
    return tuple((float(width), float(height)) for width, height in head["pages"]), pages
