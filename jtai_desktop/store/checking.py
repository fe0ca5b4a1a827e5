"""Whether history and rows are as the program left them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Problem
from jtai_desktop.store import chains, digest
from jtai_desktop.store.models import ChainHeadRow, DigestRow, HistoryRow, VaultChainRow
from jtai_desktop.store.subkeys import Subkeys

HISTORY = Problem("history", "A line of history was altered, moved or taken away.")
HEADS = Problem("vault chain", "The order of the history lines was altered or lines are missing.")
ROWS = Problem("rows", "A record was altered outside the program, or an older page was put back.")

# The hash of each line of history by its inspection and number, as the vault chain has it.
Heads = dict[tuple[str, int], str]


def verify(session: Session, keys: Subkeys) -> tuple[Problem, ...]:
    """What is wrong, if anything: the vault chain, each chain of history, the digest."""
    heads = _vault_chain(session, keys)
    checks = (
        (heads is not None, HEADS),
        (_histories_hold(session, keys, heads or {}), HISTORY),
        (_rows_hold(session, keys), ROWS),
    )
    return tuple(problem for holds, problem in checks if not holds)


def _vault_chain(session: Session, keys: Subkeys) -> Heads | None:
    """The heads it names, or nothing if a line does not follow the one before."""
    heads: Heads = {}
    counts: dict[str, int] = {}
    previous = chains.START
    lines = select(VaultChainRow.__table__).order_by(VaultChainRow.seq)
    for seq, line in enumerate(session.execute(lines), start=1):
        number = counts.get(line.inspection_id, 0) + 1
        mac = chains.head_mac(keys.history, previous, line)
        if (line.seq, line.number, line.mac) != (seq, number, mac):
            return None
        counts[line.inspection_id], previous = number, mac
        heads[line.inspection_id, number] = line.head
    kept = session.get(DigestRow, 1)
    ends = kept is not None and (kept.seq, kept.head) == (len(heads), previous)
    return heads if ends else None


def _histories_hold(session: Session, keys: Subkeys, heads: Heads) -> bool:
    """Each line follows the one before and is the one that the vault chain names."""
    previous: dict[str, str] = {}
    counts: dict[str, int] = {}
    lines = select(HistoryRow.__table__).order_by(HistoryRow.inspection_id, HistoryRow.number)
    for line in session.execute(lines):
        chain = line.inspection_id
        number = counts.get(chain, 0) + 1
        mac = chains.line_mac(keys.history, previous.get(chain, chains.START), line)
        if (line.number, line.mac, heads.get((chain, number))) != (number, mac, mac):
            return False
        counts[chain], previous[chain] = number, mac
    return _ends_hold(session, counts, heads)


def _ends_hold(session: Session, counts: dict[str, int], heads: Heads) -> bool:
    """No chain lacks its end; a closed one has no lines left, and ends where the vault's does."""
    kept = list(session.scalars(select(ChainHeadRow)))
    named = {chain for chain, _ in heads}
    ends = all(
        heads.get((row.inspection_id, row.count)) == row.head
        and (row.inspection_id, row.count + 1) not in heads
        and counts.get(row.inspection_id, 0) == (0 if row.closed else row.count)
        for row in kept
    )
    return ends and {row.inspection_id for row in kept} == named


def _rows_hold(session: Session, keys: Subkeys) -> bool:
    kept = session.get(DigestRow, 1)
    if kept is None or digest.seal(keys.digest, kept) != kept.mac:
        return False
    return digest.counted(session.connection(), keys.digest) == (kept.rows, kept.digest)
