"""Telling on the standard error how far something lengthy has come, where somebody looks at it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds in which nothing is said: most of the time it is done by then
PAUSE = 0.1
WIDE = 70


@contextmanager
def telling() -> Iterator[Callable[[str, float], None]]:
    """What is yielded is told what is being done and how much is done; one line, written over."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _doing, _share: None
        return
    line = _Line()
    try:
        yield line.say
    finally:
        line.clear()


class _Line:
    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._written = False

    def say(self, doing: str, share: float) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next, self._written = now + PAUSE, True
        self._write(f"{share:4.0%}  {doing}. Ctrl+C stops it.")

    def clear(self) -> None:
        if self._written:
            self._write("")

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text[:WIDE]:{WIDE}}\r")
        sys.stderr.flush()
