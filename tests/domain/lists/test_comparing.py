"""Two versions of a list: rows new, gone and changed; problems new and mended."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.lists.comparing import MARK, Marks, difference
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import KeptProblem

Row = tuple[int, int]
ROWS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2)), max_size=12)


def _marks(rows: Iterable[Row]) -> Marks:
    """Rows as their key and the rest."""
    return Marks(
        b"".join(
            key.to_bytes(MARK, "big") + (key * 10 + rest).to_bytes(MARK, "big")
            for key, rest in rows
        )
    )


def test_a_row_is_new_gone_or_changed() -> None:
    found = difference(_marks([(1, 0), (2, 0), (3, 0)]), _marks([(1, 0), (2, 1), (4, 0)]))
    assert (found.new, found.gone, found.changed) == (1, 1, 1)


@given(ROWS)
def test_the_same_rows_in_another_order_do_not_differ(rows: list[Row]) -> None:
    assert not difference(_marks(rows), _marks(reversed(rows)))


@given(ROWS, ROWS)
def test_every_row_is_accounted_for(before: list[Row], after: list[Row]) -> None:
    there, back = (
        difference(_marks(before), _marks(after)),
        difference(_marks(after), _marks(before)),
    )
    assert len(after) - len(before) == there.new - there.gone
    assert (there.new, there.gone, there.changed) == (back.gone, back.new, back.changed)


def test_a_problem_is_known_again_by_its_rule_and_column() -> None:
    gender = KeptProblem("blank", Gravity.ERROR, "B", "Gender", "a code", 3)
    moved = KeptProblem("blank", Gravity.ERROR, "C", "Gender", "a code", 1)
    birth = KeptProblem("future", Gravity.ERROR, "D", "Date of Birth", "a date past", 1)
    found = difference(Marks(), Marks(), [gender], [moved, birth])
    assert (found.problems_new, found.problems_mended) == ((birth,), ())
    assert difference(Marks(), Marks(), [birth], []).problems_mended == (birth,)
