"""The parts of the proof: what is run for each, how often, and in how many processes at once."""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from tests.faults import shim, warm
from tests.faults.outcome import Outcome, of_dict
from tests.faults.task import Task

ROOT = Path(__file__).resolve().parents[2]
NOT_POSIX = "Processes can’t be forked here: this part needs Linux or macOS."
Run = Callable[[Task], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Part:
    """One part. Where there is no number of cases, the part itself knows what all of them are."""

    name: str
    fault: str
    short: int = 0
    long: int = 0
    shares: int = 1
    shares_long: int = 1
    shimmed: bool = False


PARTS = (
    Part("kills", "kill -9 at a random moment of real actions", 200, 10_000, 2, 2),
    Part("calls", "each writing system call of an action", 0, 0, 2, 2, shimmed=True),
    Part("deeds", "each writing system call of a further action", 0, 0, 1, 2, shimmed=True),
    Part("large", "the same for backup, restore, erasing and keys", 0, 0, 1, 2, shimmed=True),
    Part("power", "simulated power loss", 2_000, 100_000, 2, 2, shimmed=True),
    Part(
        "power_large", "power loss in backup, restore and the like", 120, 10_000, 1, 2, shimmed=True
    ),
    Part("flips", "one bit flipped", 0, 0, 1, 2),
    Part("replays", "an old page put back", 100, 5_000, 1, 2),
    Part("migrations", "migration interrupted at each statement"),
    Part("canary", "plaintext canary in every file"),
    Part("workbooks", "a workbook of the register damaged", 5_000, 100_000, 1, 2),
    Part("lists", "a file of child-level lists damaged", 2_000, 50_000, 1, 2),
    Part("papers", "a hostile text in every field of every paper", 500, 20_000, 2, 2),
    Part("odds", "two programs; the clock ten years back"),
    Part("odd_disks", "the folder read-only; a disk of 3 MB"),
)


@dataclass(frozen=True, slots=True)
class Order:
    """How a part is to be run."""

    part: Part
    long: bool
    seed: int
    share: int
    seconds: float

    @property
    def command(self) -> list[str]:
        """The command line of the process that does it."""
        told = [self.part.name, str(int(self.long)), str(self.seed), str(self.share)]
        return [sys.executable, "-m", "tests.faults.parts", *told, str(self.seconds)]


def part_named(name: str) -> Part:
    """The part of that name."""
    return next(part for part in PARTS if part.name == name)


def orders(part: Part, *, long: bool, seed: int, seconds: float = 0) -> list[Order]:
    """One for each process that shares in the part."""
    shares = part.shares_long if long else part.shares
    return [Order(part, long, seed, share, seconds) for share in range(shares)]


def obey(order: Order) -> list[Outcome]:
    """Run it in a process of its own, which the shim stands in where it is needed."""
    why_not = missing(order.part)
    if why_not:
        return [Outcome(order.part.fault, skipped=why_not)]
    with tempfile.TemporaryDirectory(prefix="jtai-faults-") as folder:
        scratch = Path(folder)
        environment = dict(os.environ)
        if order.part.shimmed:
            environment = shim.preloaded(shim.built(scratch))
        environment["JTAI_FAULTS"] = folder
        done = subprocess.run(
            order.command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
        )
    return [of_dict(json.loads(line)) for line in done.stdout.decode().splitlines()]


def missing(part: Part) -> str:
    """Why the part can’t be run here; nothing if it can."""
    if os.name != "posix":
        return NOT_POSIX
    return shim.missing() if part.shimmed else ""


def main(given: list[str]) -> int:
    """The process that runs one share of one part; each outcome is a line of JSON."""
    name, long, seed, share, seconds = given
    part = part_named(name)
    order = Order(part, long == "1", int(seed), int(share), float(seconds))
    run = cast("Run", importlib.import_module(f"tests.faults.{name}").run)
    with warm.shared():
        for outcome in run(_task(order)):
            print(json.dumps(outcome.as_dict()), flush=True)
    return 0


def _task(order: Order) -> Task:
    part = order.part
    shares = part.shares_long if order.long else part.shares
    task = Task(
        count=(part.long if order.long else part.short) // shares,
        seed=order.seed,
        scratch=Path(os.environ["JTAI_FAULTS"]) / "work",
        long=order.long,
        share=order.share,
        shares=shares,
    )
    task.scratch.mkdir()
    return replace(task, until=task.started + order.seconds) if order.seconds else task


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
