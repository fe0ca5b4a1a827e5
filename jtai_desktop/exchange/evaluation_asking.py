"""Asks the worker to read a form of evaluations or of an audit; its answer is only heard."""

from pathlib import Path

from jtai_desktop.domain.evaluations.form import (
    PARTS,
    FormFound,
    LineFound,
    RowId,
    SheetFound,
    StrayText,
)
from jtai_desktop.exchange.register_worker import EVALUATIONS, LIMITS
from jtai_desktop.exchange.sheet_hearing import Told, ask_worker, cell_heard, head_heard, id_heard
from jtai_desktop.exchange.workbook_asking import Say, Stop
from jtai_desktop.exchange.workbook_limits import Limits

Exported = dict[RowId, dict[str, str]]


def ask(
    path: Path,
    say: Say = lambda _: None,
    stop: Stop = lambda: False,
    limits: Limits = LIMITS,
    what: str = EVALUATIONS,
) -> FormFound:
    """What a form holds; refused, with one sentence, where it can’t be read."""
    return ask_worker(path, what, limits, heard, say, stop)


def heard(said: Told) -> FormFound:
    """The answer; ValueError, KeyError, TypeError or the like if it is not as it should be."""
    keys = [str(key) for key in said["keys"]]
    rows = [dict(zip(keys, map(str, row), strict=False)) for row in said["exported"]]
    return FormFound(
        sha256=str(said["sha256"]),
        head=head_heard(said),
        sheets=tuple(_sheet(each) for each in said["sheets"]),
        exported=_exported(rows),
        names={row["evaluation-id"]: row["sheet"] for row in rows if row.get("evaluation-id")},
        remarks=tuple(map(str, said["remarks"])),
        document=bool(said.get("document")),
        strays=tuple(_stray(*map(str, each)) for each in said.get("strays", ())),
    )


def _sheet(said: Told) -> SheetFound:
    return SheetFound(
        name=str(said["sheet"]),
        columns={str(key): int(at) for key, at in said["columns"].items()},
        headings={str(key): str(text) for key, text in said["headings"].items()},
        lines=tuple(_line(int(number), cells) for number, cells in said["lines"]),
        twice=tuple(map(str, said["twice"])),
    )


def _line(number: int, cells: Told) -> LineFound:
    ids = [id_heard(cells.get(key, "")) for key in ("evaluation-id", "place", "stamp")]
    return LineFound(
        number=number,
        id=RowId(ids[0], ids[1]),
        stamp=ids[2],
        cells={key: cell_heard(cell) for key, cell in cells.items() if key in PARTS},
    )


def _stray(sheet: str, evaluation_id: str, place: str, text: str) -> StrayText:
    return StrayText(sheet, RowId(evaluation_id, place), text)


def _exported(rows: list[dict[str, str]]) -> Exported:
    """Every text as it was exported, by its row; only of the parts that the row has."""
    found: Exported = {}
    for row in rows:
        if row.get("evaluation-id"):
            parts = [part for part in row["parts"].split() if part in PARTS]
            key = RowId(row["evaluation-id"], row["place"])
            found[key] = {part: row.get(part, "") for part in parts}
    return found
