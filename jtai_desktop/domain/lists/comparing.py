"""What changed from one version of a list to the next: rows by their marks, problems by name.

A mark tells whether two rows are the same without telling what stands in them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jtai_desktop.domain.lists.versions import KeptProblem

MARK = 6  # bytes: of a hundred thousand rows, two share a mark once in fifty thousand lists
ROW = 2 * MARK


@dataclass(frozen=True, slots=True)
class Marks:
    """Two marks a row, of its key and of all that stands in it, one after the other."""

    data: bytes = b""

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.data) // ROW

    @property
    def rows(self) -> list[tuple[bytes, bytes]]:
        """The key and the whole of each row."""
        data = self.data
        return [
            (data[start : start + MARK], data[start + MARK : start + ROW])
            for start in range(0, len(data), ROW)
        ]


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows that are new, gone or changed, and problems that are new or mended."""

    new: int = 0
    gone: int = 0
    changed: int = 0
    problems_new: tuple[KeptProblem, ...] = ()
    problems_mended: tuple[KeptProblem, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        rows = self.new or self.gone or self.changed
        return bool(rows or self.problems_new or self.problems_mended)


def difference(
    before: Marks,
    after: Marks,
    problems_before: Sequence[KeptProblem] = (),
    problems_after: Sequence[KeptProblem] = (),
) -> Difference:
    """What is different; a row whose key is on both sides and whose rest is not has changed."""
    were, are = Counter(before.rows), Counter(after.rows)
    gone = Counter(key for key, _ in (were - are).elements())
    new = Counter(key for key, _ in (are - were).elements())
    changed = (gone & new).total()
    return Difference(
        new=new.total() - changed,
        gone=gone.total() - changed,
        changed=changed,
        problems_new=_without(problems_after, problems_before),
        problems_mended=_without(problems_before, problems_after),
    )


def _without(
    problems: Iterable[KeptProblem], others: Iterable[KeptProblem]
) -> tuple[KeptProblem, ...]:
    known = {each.name for each in others}
    return tuple(each for each in problems if each.name not in known)
