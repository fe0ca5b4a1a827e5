"""The log: types and places of what went wrong, never values; rotated, the owner's alone."""

import io
import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from jtai_desktop import places

NAME = "program.log"
LONGEST = 200_000
OLDER = 3
LAST_LINES = 40
OURS = "jtai_desktop"
FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


class PlainFormatter(logging.Formatter):
    """Of an exception only its type and where it came from: its message could name a child."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        return told(ei[1]) if isinstance(ei, tuple) and ei[1] else ""

    def formatStack(self, stack_info: str) -> str:  # noqa: N802
        del stack_info
        return ""


class RotatingFile(logging.FileHandler):
    """A file that is set aside when it is full. The library's own would load a network module."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self.setFormatter(PlainFormatter(FORM))

    def emit(self, record: logging.LogRecord) -> None:
        if self._path.exists() and self._path.stat().st_size > LONGEST:
            self.close()
            turn_over(self._path)
        super().emit(record)

    def _open(self) -> io.TextIOWrapper:
        handle = os.open(self._path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return open(handle, "a", encoding="utf-8")  # noqa: PTH123 - a handle, not a path


def folder() -> Path:
    """Where the logs lie."""
    return places.data() / "logs"


def begin() -> None:
    """Write a log from now on. Where that can't be done the program goes on without one."""
    try:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFile(folder() / NAME)
    except OSError:
        return
    logger = logging.getLogger(OURS)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    sys.excepthook = _unseen
    threading.excepthook = lambda given: _note(given.exc_value)


def end() -> None:
    """Write no more log."""
    logger = logging.getLogger(OURS)
    for handler in [each for each in logger.handlers if isinstance(each, RotatingFile)]:
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def told(error: BaseException) -> str:
    """The type of an error and the places it came through."""
    found = []
    trace = error.__traceback__
    while trace:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        found.append(f"{module}.{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' > '.join(found)}"


def last_lines(most: int = LAST_LINES) -> tuple[str, ...]:
    """The newest lines of the log."""
    try:
        text = (folder() / NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(text.splitlines()[-most:])


def turn_over(path: Path) -> None:
    """program.log becomes program.log.1, that one .2, and the oldest goes."""
    for number in range(OLDER, 0, -1):
        newer = path if number == 1 else path.with_name(f"{path.name}.{number - 1}")
        if newer.exists():
            newer.replace(path.with_name(f"{path.name}.{number}"))


def _unseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _note(error)
    sys.__excepthook__(kind, error, trace)


def _note(error: BaseException | None) -> None:
    if error is not None:
        logging.getLogger(OURS).error("Nobody caught %s", told(error))
