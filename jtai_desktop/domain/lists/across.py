"""What must hold across the rows of one list: one row for each key, counts that are the same."""

from collections import Counter, defaultdict

from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.rows import ListRows
from jtai_desktop.domain.lists.shape import CHILD, Gravity

ONE_ROW = Fault(Rule.SECOND_ROW, Gravity.ERROR, "one row for each child")
ONCE = Fault(Rule.DUPLICATE, Gravity.ERROR, "each of these once in the list")


def check_across(table: ListRows) -> None:
    """Rows that are there twice, and counts that differ for one child."""
    if not table.has(CHILD):
        return
    _twice(table)
    for place, name in enumerate(table.shape.same_per_child):
        if table.has(name):
            _same(table, name)
            if place == 0:
                _enough(table, name)


def _twice(table: ListRows) -> None:
    names = (CHILD,) if table.shape.one_row_per_child else table.shape.key
    if not table.has(*names):
        return
    keys = list(zip(*(table.values(name) for name in names), strict=True))
    if len(set(keys)) == len(keys):
        return
    first: dict[tuple[object, ...], int] = {}
    later: dict[int, str] = {}
    for index, key in enumerate(keys):
        other = first.setdefault(key, index)
        if other != index and None not in key:
            later[index] = f", as in row {table.numbers[other]}"
    if later:
        table.notes.note(CHILD, ONE_ROW if table.shape.one_row_per_child else ONCE, later, later)


def _same(table: ListRows, name: str) -> None:
    """Rows whose count differs from what most rows of the child say; the first one if level."""
    pairs = set(zip(table.values(CHILD), table.values(name), strict=True))
    children = Counter(child for child, count in pairs if child is not None and count is not None)
    if not any(many > 1 for many in children.values()):
        return
    said: dict[object, Counter[object]] = defaultdict(Counter)
    for child, count in zip(table.values(CHILD), table.values(name), strict=True):
        if count is not None and children[child] > 1:
            said[child][count] += 1
    usual = {child: counts.most_common(1)[0][0] for child, counts in said.items()}
    bad = [
        index
        for index, (child, count) in enumerate(
            zip(table.values(CHILD), table.values(name), strict=True)
        )
        if child in usual and count is not None and count != usual[child]
    ]
    fault = Fault(Rule.COUNT_DIFFERS, Gravity.ERROR, "the same number on every row of the child")
    table.notes.note(name, fault, bad)


def _enough(table: ListRows, name: str) -> None:
    """A child with three rows had two before the latest, all of them in the last months."""
    children = table.values(CHILD)
    rows = Counter(children)
    bad = [
        index
        for index, (child, count) in enumerate(zip(children, table.values(name), strict=True))
        if child is not None and isinstance(count, int) and count < rows[child] - 1
    ]
    if bad:
        wanted = "no fewer than the child’s other rows in this list"
        table.notes.note(name, Fault(Rule.COUNT_SMALL, Gravity.WARNING, wanted), bad)
