"""The chains of history: each line's hash covers the line before it, under a key.

One chain for each inspection and one for the vault's own lines; over them all the vault chain,
which has one line for each new head, in the order in which they came.
"""

from collections.abc import Iterable

from jtai_desktop.store import digest
from jtai_desktop.store.canonical import list_bytes, scalar
from jtai_desktop.store.keyed import Keyed
from jtai_desktop.store.models import HistoryRow, VaultChainRow

Key = bytes | bytearray
# What the first line of a chain is chained to.
START = digest.START
# What the hashes cover, in this order.
LINE = (
    "inspection_id",
    "number",
    "at",
    "actor",
    "on_behalf_of",
    "action",
    "summary",
    "changes",
    "undoable",
    "undo_of",
)
HEAD = ("seq", "inspection_id", "number", "head")


def line_mac(key: Key, previous: str, line: HistoryRow) -> str:
    """The hash of a line of history."""
    return mac(Keyed(key), previous, (scalar(getattr(line, name)) for name in LINE))


def head_mac(key: Key, previous: str, line: VaultChainRow) -> str:
    """The hash of a line of the vault chain."""
    return mac(Keyed(key), previous, (scalar(getattr(line, name)) for name in HEAD))


def mac(keyed: Keyed, previous: str, scalars: Iterable[str]) -> str:
    """The hash of a line from what stands in it, already written as canonical JSON."""
    return keyed.digest(bytes.fromhex(previous) + list_bytes(scalars)).hex()
