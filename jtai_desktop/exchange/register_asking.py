"""Asks the worker to read a workbook of the register, and takes its answer for what it is."""

from pathlib import Path

from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, RowKey
from jtai_desktop.domain.documents.round_trip import LineFound, RegisterFound, Texts
from jtai_desktop.exchange.register_worker import LIMITS, REGISTER
from jtai_desktop.exchange.sheet_hearing import Told, ask_worker, cell_heard, head_heard, id_heard
from jtai_desktop.exchange.workbook_asking import Say, Stop
from jtai_desktop.exchange.workbook_limits import Limits

KEYS = frozenset(column.key.value for column in COLUMNS)


def ask(
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    limits: Limits = LIMITS,
) -> RegisterFound:
    """What a workbook holds; refused, with one sentence, where it can’t be read."""
    return ask_worker(path, REGISTER, limits, heard, say, stop)


def heard(said: Told) -> RegisterFound:
    """The answer; ValueError, KeyError, TypeError or the like if it is not as it should be."""
    columns = {str(key): int(at) for key, at in said["columns"].items()}
    return RegisterFound(
        sheet=str(said["sheet"]),
        sha256=str(said["sha256"]),
        head=head_heard(said),
        columns={CellKey(key): at for key, at in columns.items() if key in KEYS},
        ids={key: at for key, at in columns.items() if key not in KEYS},
        headings={CellKey(k): str(v) for k, v in said["headings"].items() if k in KEYS},
        lines=tuple(_line(int(number), cells) for number, cells in said["lines"]),
        exported=_exported([str(key) for key in said["keys"]], said["exported"]),
        twice=tuple(map(str, said["twice"])),
        remarks=tuple(map(str, said["remarks"])),
    )


def _line(number: int, cells: Told) -> LineFound:
    ids = [id_heard(cells.get(key, "")) for key in ("item-id", "document-id", "stamp")]
    return LineFound(
        number=number,
        key=RowKey(ids[0], ids[1]),
        stamp=ids[2],
        cells={CellKey(key): cell_heard(cell) for key, cell in cells.items() if key in KEYS},
    )


def _exported(keys: list[str], rows: list[list[object]]) -> dict[RowKey, Texts]:
    """Every cell as it was exported, by its row."""
    found: dict[RowKey, Texts] = {}
    for row in rows:
        texts = dict(zip(keys, map(str, row), strict=False))
        key = RowKey(texts.get("item-id", ""), texts.get("document-id", ""))
        if key.item_id:
            found[key] = {CellKey(k): text for k, text in texts.items() if k in KEYS}
    return found
