"""The chains of history: each line's hash covers the line before it, under a key.

One chain for each inspection and one for the vault's own lines; over them all the vault chain,
which has one line for each new head, in the order in which they came.
"""

import hmac
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from jtai_desktop.store import digest
from jtai_desktop.store.canonical import canonical_bytes
from jtai_desktop.store.models import ChainHeadRow, HistoryRow, VaultChainRow

Key = bytes | bytearray
# What the first line of a chain is chained to.
START = digest.START


def line_mac(key: Key, previous: str, line: HistoryRow | Row[Any]) -> str:
    """The hash of a line of history."""
    return _mac(
        key,
        previous,
        [
            line.inspection_id,
            line.number,
            line.at,
            line.actor,
            line.on_behalf_of,
            line.action,
            line.summary,
            line.changes,
            int(line.undoable),
            line.undo_of,
        ],
    )


def head_mac(key: Key, previous: str, line: VaultChainRow | Row[Any]) -> str:
    """The hash of a line of the vault chain."""
    return _mac(key, previous, [line.seq, line.inspection_id, line.number, line.head])


def append(session: Session, key: Key, line: HistoryRow) -> ChainHeadRow:
    """Number the line, chain it, and chain its head; where its chain stands now."""
    kept = session.get(ChainHeadRow, line.inspection_id)
    if kept is None:
        kept = _begun(line.inspection_id)
        session.add(kept)
    line.number = kept.count + 1
    line.mac = line_mac(key, kept.head, line)
    kept.count, kept.head = line.number, line.mac
    session.add(line)
    _append_head(session, key, line)
    return kept


def _append_head(session: Session, key: Key, line: HistoryRow) -> None:
    whole = digest.kept_in(session)
    over = VaultChainRow(
        seq=whole.seq + 1, inspection_id=line.inspection_id, number=line.number, head=line.mac
    )
    over.mac = head_mac(key, whole.head, over)
    session.add(over)
    whole.seq, whole.head = over.seq, over.mac


def _begun(inspection_id: str) -> ChainHeadRow:
    return ChainHeadRow(
        inspection_id=inspection_id, count=0, head=START, undo_top=0, redo_top=0, closed=False
    )


def _mac(key: Key, previous: str, line: list[object]) -> str:
    return hmac.digest(key, bytes.fromhex(previous) + canonical_bytes(line), "sha256").hex()
