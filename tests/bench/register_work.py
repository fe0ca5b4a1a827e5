"""2,000 items, 10,000 versions, 100,000 lines of history: many rows in one step, export, growth.

The bare workbook holds the same cells, hidden ones too, with the same formats for numbers and
times, put together in memory as ours is, so that nothing of it lies in a temporary file.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import xlsxwriter
from python_calamine import CalamineWorkbook

from jtai_desktop.domain.documents.blocks import filled
from jtai_desktop.domain.documents.cells import CellKey, RowKey
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.services import documents, overview, register_cells, register_workbook, undoing
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import collecting
from tests.bench import large_register, large_vault
from tests.services import scene

ITEMS, ROWS, HISTORY = 2_000, 500, 100_000
SIZES = (200, 2_000, 20_000)
ROUNDS = 5
MOST_SECONDS, MOST_TIMES = 0.5, 2.0
Sheets = dict[str, list[list[Any]]]
# By the clock, and of the processor.
Took = tuple[float, float]
T = TypeVar("T")


def main() -> int:
    """Prints every line; 1 if a measurement is above its bar."""
    above = False
    for line in lines():
        print(line, flush=True)
        above |= "ABOVE" in line
    return 1 if above else 0


def lines(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """What was measured, line by line."""
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        for size in sizes:
            place = Path(folder) / str(size)
            inspection_id = large_register.make(place, size)
            workspace = scene.reopen(place)
            large_vault.add_history(workspace.store, HISTORY * size // ITEMS, inspection_id)
            # The tests' scene does not wait for the disk; here it is as in the program.
            workspace.store.connection.raw.execute("PRAGMA synchronous = EXTRA")
            bars = size == ITEMS
            for line in (
                *_steps(workspace, inspection_id, size),
                _export(workspace, inspection_id),
            ):
                yield f"{size:,} items: {line if bars else line.replace(' ABOVE', '')}"
            workspace.close()


def _steps(workspace: Workspace, inspection_id: str, size: int) -> Iterator[str]:
    """A state, and an owner, of many rows at once; and each of them back and forth."""
    count = min(ROWS, size // 2)
    # Of six documents in a row these two can be asked for: no line yet, or returned.
    asked = [number for number in range(size) if number % 6 in {0, 4}][:count]
    ids = [large_register.document_id(number) for number in asked]
    rows = [
        RowKey(large_register.item_id(number), large_register.document_id(number))
        for number in range(count)
    ]
    yield from _there_and_back(
        f"state of {len(ids)} rows",
        workspace,
        inspection_id,
        lambda _: documents.take_step(workspace, inspection_id, Step.ASK, ids),
    )
    yield from _there_and_back(
        f"owner of {count} rows",
        workspace,
        inspection_id,
        lambda turn: register_cells.set_cells(
            workspace, inspection_id, filled(f"Lead {turn}", rows, [CellKey.OWNER])
        ),
    )


def _there_and_back(
    name: str, workspace: Workspace, inspection_id: str, do: Callable[[int], object]
) -> Iterator[str]:
    done: list[Took] = []
    undone: list[Took] = []
    again: list[Took] = []
    for turn in range(ROUNDS):
        done.append(_timed(lambda turn=turn: do(turn)))  # type: ignore[misc]
        undone.append(_timed(lambda: undoing.undo(workspace, inspection_id)))
        again.append(_timed(lambda: undoing.redo(workspace, inspection_id)))
        undoing.undo(workspace, inspection_id)
    for what, times in (("", done), (", undone", undone), (", done again", again)):
        yield f"{name}{what} {_told(times)}"


def _told(times: list[Took]) -> str:
    clock, processor = (sorted(each)[len(times) // 2] for each in zip(*times, strict=True))
    mark = " ABOVE" if clock > MOST_SECONDS else ""
    return (
        f"{clock * 1000:.0f} ms (median of {len(times)}, bar {MOST_SECONDS * 1000:.0f}){mark}, "
        f"of these {processor * 1000:.0f} ms of processor"
    )


def _export(workspace: Workspace, inspection_id: str) -> str:
    """The export from the click on, reading the register included, beside a bare workbook."""
    reading, ours, bare = [], [], []
    sheets: Sheets = {}
    for _ in range(ROUNDS):
        view, took = _cost(lambda: overview.load(workspace, inspection_id))
        reading.append(took)
        paper, took = _cost(
            lambda view=view: register_workbook.made(workspace, view, None, lambda _: None)  # type: ignore[misc]
        )
        ours.append(took)
        sheets = _cells(paper.content)
        bare.append(_cost(lambda sheets=sheets: _bare(sheets))[1])  # type: ignore[misc]
    mine, theirs, read = min(ours), min(bare), reading[0]
    cells = sum(1 for sheet in sheets.values() for row in sheet for cell in row if cell != "")
    mark = " ABOVE" if mine / theirs > MOST_TIMES else ""
    return (
        f"export {mine:.2f} s, bare workbook of the same {cells:,} cells {theirs:.2f} s: "
        f"{mine / theirs:.2f} times, bar {MOST_TIMES:.0f}{mark}; with the reading of the register "
        f"({read:.2f} s) {(mine + read) / theirs:.2f} times"
    )


def _cells(content: bytes) -> Sheets:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def _bare(sheets: Sheets) -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    when = book.add_format({"num_format": "ddd d mmm yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for position, cell in enumerate(row):
                if isinstance(cell, float):
                    sheet.write_number(at, position, cell)
                elif isinstance(cell, str) and cell:
                    sheet.write_string(at, position, cell)
                elif cell != "":
                    sheet.write_datetime(at, position, datetime(*cell.timetuple()[:6]), when)  # noqa: DTZ001
    book.close()
    return stream.getvalue()


def _cost(work: Callable[[], T]) -> tuple[T, float]:
    """What comes of it, and the processor time: other programs run beside this one.

    Without a search for garbage in between, as an export has it in the program.
    """
    with collecting.put_off():
        started = time.process_time()
        found = work()
        took = time.process_time() - started
    return found, took


def _timed(work: Callable[[], object]) -> Took:
    started, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - processor


if __name__ == "__main__":
    sys.exit(main())
