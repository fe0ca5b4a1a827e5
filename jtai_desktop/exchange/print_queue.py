"""Sends a paper to a print queue as the PDF it is, where the system’s queues take PDF (CUPS).

So letters stay letters, as sharp as the printer can. It goes over a pipe: no file of it is written
by us. The queue keeps its own copy for as long as it takes to print.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from threading import Thread

from jtai_desktop.domain.problems import Refused

COMMAND = "lp"
TICK = 0.05
SECONDS = 60.0

NO_ANSWER = "The print queue does not answer. See whether the printer is on, and try again."
NOT_TAKEN = "The print queue did not take the paper. See whether it is set up, and try again."


class Sides(StrEnum):
    """How both sides of a sheet are used; the words of CUPS."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What was chosen in the dialog. Pages from 1; 0 to 0 means all of them."""

    queue: str
    title: str
    first: int = 0
    last: int = 0
    copies: int = 1
    sides: Sides = Sides.ONE
    collated: bool = True
    backwards: bool = False
    grey: bool = False


def takes_pdf() -> bool:
    """Whether this system has queues that take a PDF as it is."""
    return sys.platform != "win32" and shutil.which(COMMAND) is not None


def command(job: PrintJob) -> list[str]:
    """The call that puts the job into its queue; the paper comes over the standard input."""
    options = [
        "media=A4",
        f"sides={job.sides}",
        f"collate={str(job.collated).lower()}",
        f"outputorder={'reverse' if job.backwards else 'normal'}",
    ]
    if job.first:
        options.append(f"page-ranges={job.first}-{job.last or job.first}")
    if job.grey:
        options.append("print-color-mode=monochrome")
    called = [COMMAND, "-d", job.queue, "-n", str(job.copies), "-t", job.title]
    return [*called, *(part for option in options for part in ("-o", option)), "--", "-"]


def send(
    content: bytes,
    job: PrintJob,
    look: Callable[[], None] = lambda: None,
    seconds: float = SECONDS,
) -> None:
    """Put it into the queue; refused where the queue does not take it.

    `look` is called again and again while it waits; what it raises stops the sending.
    """
    process = _begun(job)
    pouring = Thread(target=_pour, args=(process, content), daemon=True)
    pouring.start()
    try:
        _wait(process, look, seconds)
    finally:
        process.kill()
        process.wait()
        pouring.join()
        with suppress(OSError):  # what was not yet taken has nobody to take it
            if process.stdin:
                process.stdin.close()
    if process.returncode:
        raise Refused(NOT_TAKEN, place="printer")


def _begun(job: PrintJob) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603 - the system’s own command, fixed options
            command(job),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise Refused(NOT_TAKEN, place="printer") from error


def _wait(process: "subprocess.Popen[bytes]", look: Callable[[], None], seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        look()
        with suppress(subprocess.TimeoutExpired):
            process.wait(TICK)
            return
    raise Refused(NO_ANSWER, place="printer")


def _pour(process: "subprocess.Popen[bytes]", content: bytes) -> None:
    with suppress(OSError, ValueError):  # its return code says what became of it
        if process.stdin:
            process.stdin.write(content)
            process.stdin.close()
