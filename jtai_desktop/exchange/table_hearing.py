"""What the worker says of a table that came back, taken for what it is.

The register of documents and the action plan share it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from jtai_desktop.domain.table_back import TableFound, TableLine
from jtai_desktop.exchange.sheet_hearing import Told, cell_heard, head_heard, id_heard

RowT = TypeVar("RowT", bound=tuple[str, ...])
KeyT = TypeVar("KeyT", bound=str)


@dataclass(frozen=True, slots=True)
class Naming(Generic[RowT, KeyT]):
    """How rows and columns are named: the keys of the identities, without the stamp."""

    ids: Sequence[str]
    row: Callable[[Sequence[str]], RowT]
    keys: dict[str, KeyT]


def table_heard(said: Told, naming: Naming[RowT, KeyT]) -> TableFound[RowT, KeyT]:
    """The answer; ValueError, KeyError, TypeError or the like if it is not as it should be."""
    keys = naming.keys
    columns = {str(key): int(at) for key, at in said["columns"].items()}
    return TableFound(
        sheet=str(said["sheet"]),
        sha256=str(said["sha256"]),
        head=head_heard(said),
        columns={keys[key]: at for key, at in columns.items() if key in keys},
        ids={key: at for key, at in columns.items() if key not in keys},
        headings={keys[k]: str(v) for k, v in said["headings"].items() if k in keys},
        lines=tuple(_line(int(number), cells, naming) for number, cells in said["lines"]),
        exported=_exported([str(key) for key in said["keys"]], said["exported"], naming),
        twice=tuple(map(str, said["twice"])),
        remarks=tuple(map(str, said["remarks"])),
    )


def _line(number: int, cells: Told, naming: Naming[RowT, KeyT]) -> TableLine[RowT, KeyT]:
    ids = [id_heard(cells.get(key, "")) for key in naming.ids]
    return TableLine(
        number=number,
        key=naming.row(ids),
        stamp=id_heard(cells.get("stamp", "")),
        cells={
            naming.keys[key]: cell_heard(cell) for key, cell in cells.items() if key in naming.keys
        },
    )


def _exported(
    keys: list[str], rows: list[list[object]], naming: Naming[RowT, KeyT]
) -> dict[RowT, dict[KeyT, str]]:
    """Every cell as it was exported, by its row."""
    found: dict[RowT, dict[KeyT, str]] = {}
    for row in rows:
        texts = dict(zip(keys, map(str, row), strict=False))
        ids = [texts.get(key, "") for key in naming.ids]
        if ids[0]:
            found[naming.row(ids)] = {
                naming.keys[k]: text for k, text in texts.items() if k in naming.keys
            }
    return found
