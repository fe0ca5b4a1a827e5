"""Whether history and rows are as the program left them, and the file as the database left it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Problem
from jtai_desktop.store import chains, digest
from jtai_desktop.store.canonical import Value
from jtai_desktop.store.keyed import Keyed
from jtai_desktop.store.models import ChainHeadRow, DigestRow
from jtai_desktop.store.subkeys import Subkeys

PAGES = Problem("pages", "Part of the database file is damaged.")
STRUCTURE = Problem("structure", "The database file no longer fits together.")
REFERENCES = Problem("references", "A record refers to another that is not there.")
HISTORY = Problem("history", "A line of history was altered, moved or taken away.")
HEADS = Problem("vault chain", "The order of the history lines was altered or lines are missing.")
ROWS = Problem("rows", "A record was altered outside the program, or an older page was put back.")
FILE_CHECKS: tuple[tuple[str, tuple[str, ...], Problem], ...] = (
    ("cipher_integrity_check", (), PAGES),
    ("integrity_check", ("ok",), STRUCTURE),
    ("foreign_key_check", (), REFERENCES),
)
CACHE_WHILE_CHECKING = "-65536"

# The tables of the chains, and the order of their lines.
CHAINED = {"vault_chain": ("seq",), "history": ("inspection_id", "number")}

# The hash of each line of history by its inspection and number, as the vault chain has it.
Heads = dict[tuple[Value, Value], Value]


def sound(connection: Connection) -> tuple[Problem, ...]:
    """What is wrong with the file: each page's own seal, the trees, the references.

    The pages stay in memory for the checks that follow, so the file is read once.
    """
    connection.execute(text(f"PRAGMA cache_size = {CACHE_WHILE_CHECKING}"))
    for name, right, problem in FILE_CHECKS:
        answers = connection.execute(text(f"PRAGMA {name}"))
        if tuple(row[0] for row in answers) != right:
            return (problem,)
    return ()


def verify(session: Session, keys: Subkeys) -> tuple[Problem, ...]:
    """What is wrong, if anything: the vault chain, each chain of history, the digest.

    Every row is read once, for the chains and the digest together.
    """
    walk = _Walk(session.connection(), digest.Count(keys.digest))
    heads = _vault_chain(session, keys, walk)
    history = _histories_hold(session, keys, walk, heads or {})
    walk.rest()
    checks = (
        (heads is not None, HEADS),
        (history, HISTORY),
        (_rows_hold(session, keys, walk.count), ROWS),
    )
    return tuple(problem for holds, problem in checks if not holds)


@dataclass(frozen=True, slots=True)
class _Walk:
    """The going through all rows, each of which is counted on the way."""

    connection: Connection
    count: digest.Count

    def lines(
        self, name: str, read: Sequence[str], hashed: Sequence[str]
    ) -> Iterator[tuple[Sequence[Value], Sequence[str]]]:
        """Each row of a chain in order: the values of some columns, and others as hashed."""
        columns = digest.columns_of(self.connection, name)
        some = itemgetter(*(columns.index(each) for each in read))
        others = itemgetter(*(columns.index(each) for each in hashed))
        for values, scalars in digest.rows_of(self.connection, name, self.count, CHAINED[name]):
            yield some(values), others(scalars)

    def rest(self) -> None:
        """All other tables."""
        for name in digest.counted_tables(self.connection):
            if name not in CHAINED:
                for _ in digest.rows_of(self.connection, name, self.count):
                    pass


def _vault_chain(session: Session, keys: Subkeys, walk: _Walk) -> Heads | None:
    """The heads it names, or nothing if a line does not follow the one before."""
    heads: Heads = {}
    counts: dict[Value, int] = {}
    previous, holds, keyed = chains.START, True, Keyed(keys.history)
    wanted = ("seq", "inspection_id", "number", "head", "mac")
    lines = walk.lines("vault_chain", wanted, chains.HEAD)
    for place, (read, hashed) in enumerate(lines, start=1):
        seq, chain, number, head, mac = read
        previous = chains.mac(keyed, previous, hashed)
        counts[chain] = counts.get(chain, 0) + 1
        holds = holds and (seq, number, mac) == (place, counts[chain], previous)
        heads[chain, number] = head
    kept = session.get(DigestRow, 1)
    ends = kept is not None and (kept.seq, kept.head) == (len(heads), previous)
    return heads if holds and ends else None


def _histories_hold(session: Session, keys: Subkeys, walk: _Walk, heads: Heads) -> bool:
    """Each line follows the one before and is the one that the vault chain names."""
    previous: dict[Value, str] = {}
    counts: dict[Value, int] = {}
    holds, keyed = True, Keyed(keys.history)
    for read, hashed in walk.lines("history", ("inspection_id", "number", "mac"), chains.LINE):
        chain, number, mac = read
        right = chains.mac(keyed, previous.get(chain, chains.START), hashed)
        counts[chain] = counts.get(chain, 0) + 1
        known = heads.get((chain, counts[chain]))
        holds = holds and (number, mac, known) == (counts[chain], right, right)
        previous[chain] = right
    return holds and _ends_hold(session, counts, heads)


def _ends_hold(session: Session, counts: dict[Value, int], heads: Heads) -> bool:
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


def _rows_hold(session: Session, keys: Subkeys, count: digest.Count) -> bool:
    kept = session.get(DigestRow, 1)
    if kept is None or digest.seal(keys.digest, kept) != kept.mac:
        return False
    return count.found == (kept.rows, kept.digest)
