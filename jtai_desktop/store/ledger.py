"""What is written beside each action: its line of history, both chains, the undo entry, the digest.

Written as fixed statements in the transaction of the action's session: they are the same for every
action, and going through the session took longer than all the rest of a save.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, bindparam, delete, insert, select, update

from jtai_desktop.store import chains, digest, undoing
from jtai_desktop.store.canonical import Value, scalar
from jtai_desktop.store.capturing import RowChange
from jtai_desktop.store.fixed import Fixed
from jtai_desktop.store.keyed import Keyed
from jtai_desktop.store.models import (
    ChainHeadRow,
    DigestRow,
    HistoryRow,
    UndoRow,
    VaultChainRow,
    table_of,
)
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.undoing import REDO, UNDO

Values = dict[str, Value]

_HISTORY, _OVER, _UNDO = table_of(HistoryRow), table_of(VaultChainRow), table_of(UndoRow)
_HEADS, _DIGEST = table_of(ChainHeadRow), table_of(DigestRow)
_MINE = _UNDO.c.inspection_id == bindparam("mine")
_READ_DIGEST = select(_DIGEST)
_READ_HEAD = select(_HEADS).where(_HEADS.c.inspection_id == bindparam("mine"))
_SIDE = and_(_MINE, _UNDO.c.side == bindparam("from_side"))
_STEP = and_(_SIDE, _UNDO.c.position == bindparam("at"))
_READ_SIDE, _READ_STEP = select(_UNDO).where(_SIDE), select(_UNDO).where(_STEP)
_INSERT = {each.name: insert(each) for each in (_HISTORY, _OVER, _UNDO, _HEADS)}
_PUT_HEAD = update(_HEADS).where(_HEADS.c.inspection_id == bindparam("mine"))
_PUT_DIGEST = update(_DIGEST)
_TAKE_STEP = delete(_UNDO).where(_STEP)


class Ledger:
    """The record as it stands, carried forward by one action; `seal` writes the digest last."""

    def __init__(self, connection: Connection, keys: Subkeys) -> None:
        self._driver = Fixed(connection)
        self._history, self._digest = Keyed(keys.history), Keyed(keys.digest)
        (kept,) = self._driver.rows(_READ_DIGEST, {})
        self._rows, self._total = int(kept["rows"] or 0), int(str(kept["digest"]), 16)
        self._seq, self._head = int(kept["seq"] or 0), str(kept["head"])
        self.seal_before = str(kept["mac"])

    def count(self, changes: Iterable[RowChange]) -> None:
        """Take the old rows out of the sum and the new ones in."""
        for change in changes:
            self._count(change.table, change.before, change.after)

    def line(self, told: Mapping[str, Value]) -> int:
        """Write a line of history (all but its number and hash) and chain it; its number."""
        chain = str(told["inspection_id"])
        before = self._head_of(chain)
        head = before or _begun(chain)
        line: Values = {**told, "number": int(head["count"] or 0) + 1}
        line["mac"] = self._mac(str(head["head"]), line, chains.LINE)
        self._insert(_HISTORY, line)
        self._chain_over(line)
        after = {**head, "count": line["number"], "head": line["mac"]}
        if line["undoable"]:
            after = self._push(after, line["number"])
        self._put_head(before, after)
        return int(after["count"] or 0)

    def seal(self) -> str:
        """Write where the record stands now; the seal over it."""
        values: dict[str, Any] = {
            "rows": self._rows,
            "digest": f"{self._total % digest.MODULUS:064x}",
            "seq": self._seq,
            "head": self._head,
        }
        values["mac"] = digest.sealed(self._digest, **values)
        self._driver.run(_PUT_DIGEST, values)
        return str(values["mac"])

    def _head_of(self, chain: str) -> Values | None:
        found = self._driver.rows(_READ_HEAD, {"mine": chain})
        return found[0] if found else None

    def _put_head(self, before: Values | None, after: Values) -> None:
        if before is None:
            self._insert(_HEADS, after)
            return
        # Its key is not set again, or the index over it would be written too.
        changed = {name: value for name, value in after.items() if value != before[name]}
        self._driver.run(_PUT_HEAD, {"mine": after["inspection_id"], **changed})
        self._count(_HEADS.name, before, after)

    def _chain_over(self, line: Values) -> None:
        over: Values = {
            "seq": self._seq + 1,
            "inspection_id": line["inspection_id"],
            "number": line["number"],
            "head": line["mac"],
        }
        over["mac"] = self._mac(self._head, over, chains.HEAD)
        self._insert(_OVER, over)
        self._seq, self._head = self._seq + 1, str(over["mac"])

    def _push(self, head: Values, number: Value) -> Values:
        """A new step that can be undone; what was undone before can't be done again."""
        chain, top = head["inspection_id"], int(head["undo_top"] or 0) + 1
        step: Values = {"inspection_id": chain, "side": UNDO, "position": top, "number": number}
        self._insert(_UNDO, step)
        if top > undoing.KEPT:
            # Gone already where this height was reached before.
            oldest = {"mine": chain, "from_side": UNDO, "at": top - undoing.KEPT}
            self._take(_READ_STEP, oldest)
        if head["redo_top"]:
            self._take(_READ_SIDE, {"mine": chain, "from_side": REDO})
        return {**head, "undo_top": top, "redo_top": 0}

    def _take(self, which: Select[Any], given: Values) -> None:
        for row in self._driver.rows(which, given):
            where = {"mine": row["inspection_id"], "from_side": row["side"], "at": row["position"]}
            self._driver.run(_TAKE_STEP, where)
            self._count(_UNDO.name, row, None)

    def _insert(self, into: Table, values: Values) -> None:
        self._driver.run(_INSERT[into.name], values)
        self._count(into.name, None, values)

    def _count(
        self, name: str, before: Mapping[str, Value] | None, after: Mapping[str, Value] | None
    ) -> None:
        if name == digest.OWN_TABLE:
            return
        for row, sign in ((before, -1), (after, 1)):
            if row is not None:
                self._rows += sign
                self._total += sign * digest.of_row(self._digest, name, row)

    def _mac(self, previous: str, values: Values, names: tuple[str, ...]) -> str:
        return chains.mac(self._history, previous, (scalar(values[name]) for name in names))


def _begun(chain: str) -> Values:
    return {
        "inspection_id": chain,
        "count": 0,
        "head": chains.START,
        "undo_top": 0,
        "redo_top": 0,
        "closed": False,
    }
