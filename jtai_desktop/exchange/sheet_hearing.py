"""What the worker says of a workbook that came back, taken for what it is: heads, ids, cells."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, time
from pathlib import Path
from typing import Any, TypeVar

from jtai_desktop.domain.sheets import CellFound, ExportHead, SheetFault, SheetTime
from jtai_desktop.exchange.workbook_asking import Say, Stop, Worker, broken, said_by
from jtai_desktop.exchange.workbook_limits import Limits

Told = Mapping[str, Any]
Heard = TypeVar("Heard")
WORKER = Worker("register", "jtai_desktop.exchange.register_worker")


def ask_worker(
    path: Path, what: str, limits: Limits, hear: Callable[[Told], Heard], say: Say, stop: Stop
) -> Heard:
    """What a workbook holds; refused, with one sentence, where it can’t be read."""
    told = {"path": str(path.absolute()), "what": what, "limits": asdict(limits)}
    said = said_by(WORKER, told, limits.seconds, say, stop)
    try:
        return hear(said["answer"])
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise broken(said) from error


def head_heard(said: Told) -> ExportHead:
    """Which export it was."""
    vault, inspection, seal, as_at, close = map(str, said["head"])
    head = ExportHead(
        vault, inspection, datetime.fromisoformat(as_at), time.fromisoformat(close), seal
    )
    if head.as_at.tzinfo is None:
        raise ValueError(as_at)
    return head


def id_heard(cell: object) -> str:
    """An identity; anything but a text is none."""
    return cell.strip() if isinstance(cell, str) else "?"


def cell_heard(cell: object) -> CellFound:
    """A cell."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, list):
        kind, text = cell
        return SheetTime(datetime.fromisoformat(text)) if kind == "t" else SheetFault(str(text))
    raise ValueError(cell)
