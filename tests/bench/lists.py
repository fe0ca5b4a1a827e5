"""Child-level lists: reading and checking beside bare readers, growth, memory, and the worker.

pandas and openpyxl are no part of the project. Where they are installed in another environment,
name its Python in JTAI_BENCH_PANDAS; without it that comparison is left out with a word.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from python_calamine import CalamineWorkbook

from jtai_desktop.exchange.list_checking import read_and_check, read_check_and_write
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.exchange.workbook_asking import ask
from jtai_desktop.exchange.workbook_limits import LIMITS
from jtai_desktop.guidance.finding import text_of
from tests.exchange.lists.county import DAYS, LARGE, County
from tests.exchange.lists.writing import workbook

ROUNDS, EXPORTS = 5, 2
MOST_TIMES_CALAMINE = 3.0
LEAST_TIMES_PANDAS = 4.0
MOST_TIMES_EXPORT = 10.0
MOST_GROWTH = 1.5  # of the time for each row, from 10,000 rows to 100,000
MEGABYTE = 1024 * 1024
PANDAS = "JTAI_BENCH_PANDAS"

READ_WITH_PANDAS = """
import sys, time, warnings
import pandas
warnings.simplefilter("ignore")
best = None
for _ in range(2):
    started = time.process_time()
    book = pandas.read_excel(sys.argv[1], sheet_name=None, header=1, engine="openpyxl")
    for name, frame in book.items():
        for column in frame.columns:
            if "Date" in column or "date" in column:
                frame[column] = pandas.to_datetime(frame[column], errors="coerce", dayfirst=True)
            elif column.startswith(("Number", "Age")):
                frame[column] = pandas.to_numeric(frame[column], errors="coerce")
            else:
                frame[column] = frame[column].astype("string")
    took = time.process_time() - started
    best = took if best is None else min(best, took)
print(best)
"""

MEMORY = """
import sys
from pathlib import Path
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_requests import Request
from tests.exchange.lists.county import DAYS, book
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
rules = book()
before = peak()
read_and_check(Request((Path(sys.argv[1]),), "", DAYS), rules)
print((peak() - before) / 1024)
"""


def main() -> int:
    """Prints every line; 1 if a measurement is above its bar."""
    above = False
    for line in lines():
        print(line, flush=True)
        above |= "ABOVE" in line
    return 1 if above else 0


def lines() -> Iterator[str]:
    """What was measured, line by line."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, sizes in (("50,000 contacts", {1: 50_000}), ("all seven lists", LARGE)):
            county = County(sizes)
            path = place / f"{len(sizes)}.xlsx"
            path.write_bytes(workbook(county))
            yield from _beside_others(name, path, county)
        yield from _growth(place)


def _beside_others(name: str, path: Path, county: County) -> Iterator[str]:
    request = Request((path,), "", DAYS)
    bare = _best(lambda: _bare(path))
    ours = _best(lambda: read_and_check(request, county.book))
    times = ours / bare
    yield (
        f"{name}: calamine alone {bare:.2f} s, reading and checking {ours:.2f} s of processor: "
        f"{times:.2f} times, bar {MOST_TIMES_CALAMINE:.0f}{_mark(times > MOST_TIMES_CALAMINE)}"
    )
    yield _beside_pandas(name, path, ours)
    yield f"{name}: memory above the start {_memory(path)}"
    yield _whole(name, path, county)
    yield _exported(name, path, county, ours)


def _beside_pandas(name: str, path: Path, ours: float) -> str:
    python = os.environ.get(PANDAS)
    if not python:
        return f"{name}: pandas with openpyxl not compared; {PANDAS} names no Python that has them"
    ran = subprocess.run(
        [python, "-c", READ_WITH_PANDAS, str(path)], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        return f"{name}: pandas with openpyxl could not be run"
    theirs = float(ran.stdout)
    times = theirs / ours
    return (
        f"{name}: pandas with openpyxl merely reading {theirs:.2f} s: ours is {times:.1f} times "
        f"faster, bar {LEAST_TIMES_PANDAS:.0f}{_mark(times < LEAST_TIMES_PANDAS)}"
    )


def _whole(name: str, path: Path, county: County) -> str:
    """The worker from its start to the answer, by the clock, and how seldom the asker was held."""
    ticks: list[float] = []

    def tick() -> bool:
        ticks.append(time.monotonic())
        return False

    started = time.monotonic()
    request = Request((path,), text_of("cmh-2019"), DAYS, limits=replace(LIMITS, seconds=120))
    ask(request, county.book, stop=tick)
    took = time.monotonic() - started
    gaps = [after - before for before, after in pairwise(ticks)]
    return (
        f"{name}: with its own process {took:.2f} s by the clock, the asker free again after "
        f"{max(gaps, default=0.0) * 1000:.0f} ms at most"
    )


def _exported(name: str, path: Path, county: County, ours: float) -> str:
    """The new workbook with every problem, beside reading and checking alone."""
    request = Request((path,), "", DAYS, marking="OFFICIAL-SENSITIVE")
    took = _best(lambda: read_check_and_write(request, county.book), EXPORTS)
    return (
        f"{name}: read, checked and exported {took:.2f} s of processor, {took / ours:.1f} times"
        f" reading and checking alone, bar {MOST_TIMES_EXPORT:.0f}"
        f"{_mark(took / ours > MOST_TIMES_EXPORT)}"
    )


def _growth(place: Path) -> Iterator[str]:
    per_row: dict[int, float] = {}
    for rows in (1_000, 10_000, 100_000):
        county = County({1: rows})
        path = place / f"rows{rows}.xlsx"
        path.write_bytes(workbook(county))
        request = Request((path,), "", DAYS)
        took = _best(lambda request=request, county=county: read_and_check(request, county.book))  # type: ignore[misc]
        per_row[rows] = took / rows
        memory = _memory(path)
        yield f"{rows:,} rows: {took:.3f} s, {took / rows * 1e6:.1f} µs a row, memory {memory}"
    growth = per_row[100_000] / per_row[10_000]
    yield (
        f"a row of 100,000 costs {growth:.2f} times one of 10,000, "
        f"bar {MOST_GROWTH}{_mark(growth > MOST_GROWTH)}"
    )


def _bare(path: Path) -> list[object]:
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of some rounds: other programs run beside this one."""
    took = []
    for _ in range(rounds):
        started = time.process_time()
        kept = work()
        took.append(time.process_time() - started)
        del kept
    return min(took)


def _memory(path: Path) -> str:
    if not Path("/proc/self/status").exists():
        return "not measured on this system"
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)], capture_output=True, text=True, check=False
    )
    return f"{float(ran.stdout):.0f} MiB" if not ran.returncode else "not measured"


def _mark(above: bool) -> str:
    return " ABOVE" if above else ""


if __name__ == "__main__":
    sys.exit(main())
