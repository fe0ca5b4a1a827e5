"""Asks the worker to read a workbook of the register, and takes its answer for what it is."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, time
from pathlib import Path
from typing import Any

from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, RowKey
from jtai_desktop.domain.documents.round_trip import (
    CellFound,
    ExportHead,
    LineFound,
    RegisterFound,
    SheetFault,
    SheetTime,
    Texts,
)
from jtai_desktop.exchange.register_worker import LIMITS
from jtai_desktop.exchange.workbook_asking import Say, Stop, Worker, broken, said_by
from jtai_desktop.exchange.workbook_limits import Limits

WORKER = Worker("register", "jtai_desktop.exchange.register_worker")
KEYS = frozenset(column.key.value for column in COLUMNS)
Told = Mapping[str, Any]


def ask(
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    limits: Limits = LIMITS,
) -> RegisterFound:
    """What a workbook holds; refused, with one sentence, where it can’t be read."""
    told = {"path": str(path.absolute()), "limits": asdict(limits)}
    said = said_by(WORKER, told, limits.seconds, say, stop)
    try:
        return heard(said["answer"])
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise broken(said) from error


def heard(said: Told) -> RegisterFound:
    """The answer; ValueError, KeyError, TypeError or the like if it is not as it should be."""
    vault, inspection, seal, as_at, close = map(str, said["head"])
    head = ExportHead(
        vault, inspection, datetime.fromisoformat(as_at), time.fromisoformat(close), seal
    )
    if head.as_at.tzinfo is None:
        raise ValueError(as_at)
    columns = {str(key): int(at) for key, at in said["columns"].items()}
    return RegisterFound(
        sheet=str(said["sheet"]),
        sha256=str(said["sha256"]),
        head=head,
        columns={CellKey(key): at for key, at in columns.items() if key in KEYS},
        ids={key: at for key, at in columns.items() if key not in KEYS},
        headings={CellKey(k): str(v) for k, v in said["headings"].items() if k in KEYS},
        lines=tuple(_line(int(number), cells) for number, cells in said["lines"]),
        exported=_exported([str(key) for key in said["keys"]], said["exported"]),
        twice=tuple(map(str, said["twice"])),
        remarks=tuple(map(str, said["remarks"])),
    )


def _line(number: int, cells: Told) -> LineFound:
    ids = [_id(cells.get(key, "")) for key in ("item-id", "document-id", "stamp")]
    return LineFound(
        number=number,
        key=RowKey(ids[0], ids[1]),
        stamp=ids[2],
        cells={CellKey(key): _cell(cell) for key, cell in cells.items() if key in KEYS},
    )


def _id(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else "?"


def _cell(cell: object) -> CellFound:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, list):
        kind, text = cell
        return SheetTime(datetime.fromisoformat(text)) if kind == "t" else SheetFault(str(text))
    raise ValueError(cell)


def _exported(keys: list[str], rows: list[list[object]]) -> dict[RowKey, Texts]:
    """Every cell as it was exported, by its row."""
    found: dict[RowKey, Texts] = {}
    for row in rows:
        texts = dict(zip(keys, map(str, row), strict=False))
        key = RowKey(texts.get("item-id", ""), texts.get("document-id", ""))
        if key.item_id:
            found[key] = {CellKey(k): text for k, text in texts.items() if k in KEYS}
    return found
