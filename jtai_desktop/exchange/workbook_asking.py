"""Asks the worker to read and check files: with progress, a way to stop it, and an end in time."""

import base64
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from jtai_desktop.domain.lists.shape import Rulebook
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_answers import Answer, heard
from jtai_desktop.exchange.list_requests import Request

TOO_SLOW = "Reading it takes longer than any list should; it was stopped and nothing was kept."


@dataclass(frozen=True, slots=True)
class Worker:
    """A hidden command of the program: its name, the module where it is not frozen.

    `too_slow` is what is said where it takes too long.
    """

    name: str
    module: str
    too_slow: str = TOO_SLOW


WORKER = Worker("lists", "jtai_desktop.exchange.workbook_worker")
TICK = 0.05  # seconds between two looks at whether to stop
SECRETS = ("JTAI_PASSPHRASE", "PYTHONSAFEPATH")

BROKE = "The file is damaged, or larger than it seems; open it, save it anew and try again."
STOPPED = "Stopped; nothing was kept."

Say = Callable[[str], None]
Stop = Callable[[], bool]


def ask(
    request: Request,
    book: Rulebook,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> Answer:
    """What the worker found; refused where the files can’t be read, whatever became of it."""
    said = said_by(WORKER, request.told(), request.limits.seconds, say, stop)
    try:
        return heard(said["answer"], book)
    except (KeyError, TypeError, ValueError) as error:
        raise broken(said) from error


def ask_for_workbook(
    request: Request,
    book: Rulebook,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
) -> tuple[Answer, bytes]:
    """The same, with the workbook written from the values read."""
    said = said_by(WORKER, request.told(), request.limits.seconds, say, stop)
    try:
        content = b"".join(base64.b64decode(each, validate=True) for each in said["pieces"])
        return heard(said["answer"], book), content
    except (KeyError, TypeError, ValueError) as error:
        raise broken(said) from error


def said_by(
    worker: Worker, told: dict[str, Any], seconds: float, say: Say, stop: Stop
) -> dict[str, Any]:
    """What a worker says of a request; refused where it refuses, ends or takes too long."""
    process = started(worker)
    lines: Queue[bytes] = Queue()
    talk = threading.Thread(target=_exchange, args=(process, told, lines), daemon=True)
    talk.start()
    try:
        said = _listen(lines, seconds, say, stop, worker.too_slow)
    finally:
        process.kill()
        process.wait()
        talk.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not yet written has nobody to read it
                if pipe:
                    pipe.close()
    if "refused" in said:
        place, sentence = said["refused"]
        raise Refused(str(sentence), place=str(place) or _file(said["doing"]))
    return said


def broken(said: dict[str, Any]) -> Refused:
    """That what a worker said is not as it should be."""
    return Refused(BROKE, place=_file(said["doing"]))


def worker_command(worker: Worker) -> list[str]:
    """The command line of a worker, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", worker.name]
    return [sys.executable, "-m", worker.module]


def started(worker: Worker) -> "subprocess.Popen[bytes]":
    """Its process, with pipes to and from it, and without our secrets."""
    frozen = getattr(sys, "frozen", False)
    return subprocess.Popen(  # noqa: S603 - our own program with fixed arguments
        worker_command(worker),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if frozen else Path(__file__).resolve().parents[2],
        env={name: value for name, value in os.environ.items() if name not in SECRETS},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(
    lines: "Queue[bytes]", seconds: float, say: Say, stop: Stop, too_slow: str
) -> dict[str, Any]:
    """Passes on what the worker does until it answers, ends, is stopped or takes too long."""
    doing, end = "", time.monotonic() + seconds
    pieces: list[Any] = []
    while time.monotonic() < end:
        if stop():
            raise Refused(STOPPED)
        try:
            line = lines.get(timeout=TICK)
        except Empty:
            continue
        said = _parsed(line)
        if "piece" in said:
            pieces.append(said["piece"])
            continue
        if "doing" not in said:
            return {"doing": doing, "pieces": pieces, **said}
        doing = str(said["doing"])
        say(doing)
    raise Refused(too_slow, place=_file(doing))


def _exchange(
    process: "subprocess.Popen[bytes]", told: dict[str, Any], lines: "Queue[bytes]"
) -> None:
    """Writes the request and reads the lines; an empty one is the end."""
    try:
        if process.stdin and process.stdout:
            process.stdin.write(json.dumps(told).encode("ascii") + b"\n")
            process.stdin.close()
            for line in process.stdout:
                lines.put(line)
    except (OSError, ValueError):
        pass  # it ended or was stopped; the empty line says so
    lines.put(b"")


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line) if line else {}
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _file(doing: str) -> str:
    return doing.removeprefix("reading ") if doing.startswith("reading ") else ""
