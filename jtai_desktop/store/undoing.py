"""Undo and redo: the values of a line of history applied backwards, or forwards again.

The stack lies in the database, one for each chain of history, so it survives a lock and a
restart. What is undone must still be as the line left it; otherwise the undo is refused.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sqlalchemy import Select, inspect, select, tuple_
from sqlalchemy.orm import Session

from jtai_desktop.store import history
from jtai_desktop.store.canonical import Row, Value
from jtai_desktop.store.capturing import VERSION, Key, RowChange, key_of, values_of
from jtai_desktop.store.models import Base, ChainHeadRow, HistoryRow, UndoRow

UNDO, REDO = "undo", "redo"
# The oldest steps beyond this are let go.
KEPT = 250
# How many rows are asked for in one statement.
AT_ONCE = 500
NOTHING = {UNDO: "There is nothing to undo.", REDO: "There is nothing to do again."}
MOVED_ON = (
    "This step can’t be taken, because a later entry that stays changed the same record. "
    "Make the change by hand instead."
)

Rows = dict[Key, Base]


class MovedOn(Exception):  # noqa: N818 - told to a person as a refusal
    """A row is no longer as a step left it."""

    def __init__(self, row: Key) -> None:
        super().__init__(MOVED_ON)
        self.row = row


def next_line(session: Session, inspection_id: str, side: str) -> HistoryRow | None:
    """The line that the next step would take back, or do again."""
    head = session.get(ChainHeadRow, inspection_id)
    top = session.get(UndoRow, (inspection_id, side, _top(head, side))) if head else None
    return session.get_one(HistoryRow, (inspection_id, top.number)) if top else None


def lines_back(session: Session, inspection_id: str) -> Iterator[HistoryRow]:
    """The lines that could be taken back, the newest first."""
    mine = select(UndoRow).where(UndoRow.inspection_id == inspection_id, UndoRow.side == UNDO)
    for row in session.scalars(mine.order_by(UndoRow.position.desc())).all():
        yield session.get_one(HistoryRow, (inspection_id, row.number))


def fits(session: Session, line: HistoryRow) -> bool:
    """Whether every row is as the line left it, so that it could be taken back."""
    steps = [_turned(change) for change in history.read(line.changes)]
    rows = _rows(session, steps, _classes())
    try:
        for change in steps:
            _check(rows.get((change.table, change.key)), change)
    except MovedOn:
        return False
    return True


def kept_by(session: Session, line: HistoryRow, row: Key) -> str:
    """The last line that changed a row after another one did, in words; those that stay first."""
    for each in session.scalars(_later(line, row)):
        if any((change.table, change.key) == row for change in history.read(each.changes)):
            return each.summary
    return ""


def in_use_by(session: Session, line: HistoryRow) -> str:
    """The last line that refers to what another one brought, in words."""
    brought = (each for each in history.read(line.changes) if each.before is None)
    for change in brought:
        found = session.scalars(_later(line, (change.table, change.key))).first()
        if found is not None:
            return found.summary
    return ""


def _later(line: HistoryRow, row: Key) -> Select[HistoryRow]:
    """Later lines of the chain that mention a row; those that stay first, then the newest."""
    later = select(HistoryRow).where(
        HistoryRow.inspection_id == line.inspection_id,
        HistoryRow.number > line.number,
        HistoryRow.undo_of.is_(None),
        HistoryRow.changes.contains(str(row[1][0]), autoescape=True),
    )
    return later.order_by(HistoryRow.undoable, HistoryRow.number.desc())


def step(session: Session, line: HistoryRow, side: str) -> None:
    """Take a step: apply the values of its line and move it to the other side.

    What stood above it is let go.
    """
    _apply(session, history.read(line.changes), backwards=side == UNDO)
    head = session.get_one(ChainHeadRow, line.inspection_id)
    while _take_from_top(session, head, side) != line.number:
        pass
    _put_on_top(session, head, REDO if side == UNDO else UNDO, line.number)


def _top(head: ChainHeadRow, side: str) -> int:
    return head.undo_top if side == UNDO else head.redo_top


def _set_top(head: ChainHeadRow, side: str, top: int) -> None:
    if side == UNDO:
        head.undo_top = top
    else:
        head.redo_top = top


def _put_on_top(session: Session, head: ChainHeadRow, side: str, number: int) -> None:
    position = _top(head, side) + 1
    key = {"inspection_id": head.inspection_id, "side": side, "position": position}
    session.add(UndoRow(**key, number=number))
    _set_top(head, side, position)


def _take_from_top(session: Session, head: ChainHeadRow, side: str) -> int:
    """Let the topmost step go; the number of its line."""
    top = _top(head, side)
    row = session.get_one(UndoRow, (head.inspection_id, side, top))
    session.delete(row)
    _set_top(head, side, top - 1)
    return row.number


def _apply(session: Session, changes: Iterable[RowChange], *, backwards: bool) -> None:
    """Rows go first, then change, then come, so that no two ever hold the same name."""
    steps = [_turned(change) if backwards else change for change in changes]
    classes = _classes()
    rows = _rows(session, steps, classes)
    for _, turn in groupby(sorted(steps, key=_turn), key=_turn):
        for change in turn:
            row = rows.get((change.table, change.key))
            _check(row, change)
            if change.after is None:
                session.delete(row)
            elif row is None:
                session.add(classes[change.table](**_next_version(change.after)))
            else:
                _set(row, change.after)
        session.flush()


def _classes() -> dict[str, type[Base]]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def _rows(session: Session, steps: Iterable[RowChange], classes: Mapping[str, type[Base]]) -> Rows:
    """The rows as they stand, those of each table read together: there may be thousands."""
    keys: dict[str, list[tuple[Value, ...]]] = {}
    for change in steps:
        keys.setdefault(change.table, []).append(change.key)
    found: Rows = {}
    for name, wanted in keys.items():
        cls = classes[name]
        columns = tuple_(*inspect(cls).primary_key)
        for first in range(0, len(wanted), AT_ONCE):
            some = select(cls).where(columns.in_(wanted[first : first + AT_ONCE]))
            found.update((key_of(row), row) for row in session.scalars(some))
    return found


def _turned(change: RowChange) -> RowChange:
    return RowChange(change.table, change.key, change.after, change.before)


def _turn(change: RowChange) -> int:
    if change.after is None:
        return 0
    return 1 if change.before is not None else 2


def _check(row: Base | None, change: RowChange) -> None:
    """The row must be as the change expects to find it."""
    if (row is None) != (change.before is None):
        raise MovedOn((change.table, change.key))
    if row is None or change.before is None:
        return
    now = values_of(row)
    if any(now[name] != was for name, was in change.before.items() if name != VERSION):
        raise MovedOn((change.table, change.key))


def _set(row: Base, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _next_version(values: Row) -> dict[str, Value]:
    # A form that still shows the row of before must not be taken for one that shows this one.
    return {**values, VERSION: int(values[VERSION] or 0) + 1}
