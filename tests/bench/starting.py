"""How long the window takes, and how much memory, beside a bare PySide6 main window."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.example import make_example

RUNS = 9
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process, and how much of it the passphrase step took."""

    seconds: float
    mebibytes: float
    passphrase: float


def main() -> list[str]:
    """Measure in turn, so that the machine's drift meets all alike."""
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        vault = Path(folder) / "vault"
        inspection_id = make_example(vault)
        kinds = {
            "bare": ["bare"],
            "first": ["first"],
            "keyed": ["keyed", str(vault), inspection_id],
            "today": ["today", str(vault), inspection_id],
        }
        found: dict[str, list[Run]] = {kind: [] for kind in kinds}
        for place in range(RUNS + 1):
            for kind, arguments in kinds.items():
                run = _run(arguments, Path(folder))
                if place:
                    found[kind].append(run)
    return _told(found)


def _run(arguments: list[str], folder: Path) -> Run:
    # As for anybody who starts it the second time: our modules are compiled, like all others.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["JTAI_DATA"] = str(folder / "data")
    command = [sys.executable, "-m", "tests.bench.window", *arguments]
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    seconds = time.perf_counter() - started
    memory, passphrase = done.stdout.split()
    return Run(seconds, int(memory) / 1024, float(passphrase))


def _told(found: dict[str, list[Run]]) -> list[str]:
    step = median(run.passphrase for run in found["today"])
    apart = median(run.seconds - run.passphrase for run in found["today"])
    seconds = {kind: median(run.seconds for run in runs) for kind, runs in found.items()}
    memory = {kind: median(run.mebibytes for run in runs) for kind, runs in found.items()}
    lines = [f"{kind:<6} {seconds[kind] * 1000:6.0f} ms  {memory[kind]:5.0f} MiB" for kind in found]
    for what, ratio, most in (
        ("first paint", seconds["first"] / seconds["bare"], 2),
        ("usable Today, the passphrase step apart", apart / seconds["bare"], 5),
        ("memory at Today", memory["today"] / memory["bare"], 3),
    ):
        verdict = "within" if ratio <= most else "ABOVE"
        lines.append(f"{what}: {ratio:.2f} times a bare window, {verdict} {most}")
    keyed = seconds["keyed"] / seconds["bare"]
    beside = "the database, Today and the guidance are loaded beside it"
    lines.append(f"the passphrase step: {step * 1000:.0f} ms; {beside}")
    lines.append(f"opened straight with the key, nothing beside it: {keyed:.2f} times")
    return lines
