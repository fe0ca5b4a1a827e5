"""A piece of work in a child process of its own, that can be killed at any moment."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

BROKE = "broke: "
Say = Callable[[str], None]


@dataclass(slots=True)
class Child:
    """A child at work, and the pipe that it says things into."""

    pid: int
    pipe: int

    def kill(self) -> None:
        """End it as `kill -9` does."""
        os.kill(self.pid, signal.SIGKILL)

    def heard(self) -> list[str]:
        """All that it said until it ended, however it ended."""
        said = bytearray()
        while part := os.read(self.pipe, 65536):
            said += part
        os.close(self.pipe)
        os.waitpid(self.pid, 0)
        return said.decode().splitlines()

    def line(self) -> str:
        """The next line that it says; nothing if it ended."""
        said = bytearray()
        while (letter := os.read(self.pipe, 1)) not in {b"", b"\n"}:
            said += letter
        return said.decode()


def fork(work: Callable[[Say], None]) -> Child:
    """Start the work; what it says comes through the pipe at once."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    return Child(pid, reading)


def refuse_broken(said: list[str]) -> list[str]:
    """What a child said; an error of the harness itself goes on up."""
    for line in said:
        if line.startswith(BROKE):
            raise RuntimeError(line.replace("\\n", "\n"))
    return said


def _work(work: Callable[[Say], None], writing: int) -> NoReturn:
    def say(line: str) -> None:
        os.write(writing, line.encode() + b"\n")

    try:
        work(say)
    except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
        say(BROKE + traceback.format_exc().replace("\n", "\\n"))
    finally:
        os._exit(0)
