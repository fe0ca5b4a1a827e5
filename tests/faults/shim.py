"""The shim in C: built here, loaded with LD_PRELOAD, and told from Python what to do."""

import ctypes
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
COMPILERS = ("cc", "gcc", "clang")
NO_COMPILER = (
    "There is no C compiler here, so system calls can’t be failed: install one (cc) to run this."
)
NOT_LINUX = "System calls can be failed on Linux only."


class Mode(IntEnum):
    """What happens at the chosen call."""

    COUNT = 0
    KILL_BEFORE = 1
    KILL_AFTER = 2
    FULL_ONCE = 3
    FULL_ON = 4
    FAULT_ONCE = 5
    FAULT_ON = 6


KILLS = (Mode.KILL_BEFORE, Mode.KILL_AFTER)
WORDS = {
    Mode.KILL_BEFORE: "killed before it",
    Mode.KILL_AFTER: "killed in or after it",
    Mode.FULL_ONCE: "disk full once",
    Mode.FULL_ON: "disk full from then on",
    Mode.FAULT_ONCE: "I/O error once",
    Mode.FAULT_ON: "I/O errors from then on",
}
# No call has this number: everything is counted and nothing fails.
NEVER = -1


def missing() -> str:
    """Why there can be no shim here; nothing if there can."""
    if sys.platform != "linux":
        return NOT_LINUX
    return "" if _compiler() else NO_COMPILER


def built(folder: Path) -> Path:
    """The shim, built into this folder."""
    library = folder / "shim.so"
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        _compiler() or "",
        "-O1",
        "-shared",
        "-fPIC",
        "-o",
        str(library),
        str(SOURCE),
        "-ldl",
    ]
    subprocess.run(command, check=True, capture_output=True)
    return library


def preloaded(library: Path) -> dict[str, str]:
    """The environment of a process that the shim stands in."""
    return {**os.environ, "LD_PRELOAD": str(library)}


class Shim:
    """The shim of this process."""

    def __init__(self, watched: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.faults_watch(os.fsencode(watched))

    @property
    def counted(self) -> int:
        """How many calls there were since it was armed."""
        return int(self._library.faults_counted())

    @property
    def fired(self) -> bool:
        """Whether the chosen call came."""
        return bool(self._library.faults_fired())

    def count(self) -> None:
        """Count calls, and let all of them through."""
        self._library.faults_arm(NEVER, int(Mode.KILL_BEFORE))

    def arm(self, at: int, mode: Mode) -> None:
        """Let this happen at that call, counted from 1."""
        self._library.faults_arm(at, int(mode))

    def disarm(self) -> None:
        """Let all calls through; what fired stays known."""
        self._library.faults_disarm()

    def leave_room(self, size: int) -> None:
        """Let so many bytes be written, then say that the disk is full; -1 for no end."""
        self._library.faults_room(ctypes.c_int64(size))

    def record(self, handle: int) -> None:
        """Write down every call into this file from now on."""
        self._library.faults_log(handle)

    def mark(self, number: int) -> None:
        """Write down that a step was acknowledged."""
        self._library.faults_mark(number)


def _compiler() -> str | None:
    return next(filter(None, map(shutil.which, COMPILERS)), None)
