"""What stands in a line of history: the rows that an action changed, before and after."""

import json
from collections.abc import Iterable, Iterator

from jtai_desktop.domain.history import FieldChange
from jtai_desktop.store.canonical import Row, canonical
from jtai_desktop.store.capturing import RowChange
from jtai_desktop.store.kinds import UNTOLD, record_of


def told(changes: Iterable[RowChange]) -> list[RowChange]:
    """The changes that history tells of, in an order that does not depend on chance."""
    found = [change for change in changes if change.table not in UNTOLD and change.fields()]
    return sorted(found, key=lambda change: (change.table, [str(part) for part in change.key]))


def written(changes: Iterable[RowChange]) -> str:
    """The changes as a line keeps them: whole rows that came or went, else the fields."""
    return canonical([_written(change) for change in changes])


def read(text: str) -> Iterator[RowChange]:
    """The changes of a line; of a changed row only the fields that differed."""
    for change in json.loads(text):
        yield RowChange(change["table"], tuple(change["key"]), change["before"], change["after"])


def fields(text: str) -> Iterator[FieldChange]:
    """The changes of a line, field by field, as a page shows them."""
    for change in read(text):
        record = record_of(change.table, change.key)
        if record is None:
            continue
        kind, record_id = record
        for name, (before, after) in change.fields().items():
            yield FieldChange(kind.value, record_id, name, before, after)


def _written(change: RowChange) -> dict[str, object]:
    before, after = change.before, change.after
    if before is not None and after is not None:
        before, after = _side(change, 0), _side(change, 1)
    return {"table": change.table, "key": list(change.key), "before": before, "after": after}


def _side(change: RowChange, side: int) -> Row:
    return {name: pair[side] for name, pair in change.fields().items()}
