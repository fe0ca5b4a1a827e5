"""The proof of damaged lists in small: the tests of the exchange damage many more."""

from pathlib import Path

from tests.faults import lists
from tests.faults.task import Task


def test_it_holds(tmp_path: Path) -> None:
    (outcome,) = lists.run(Task(count=100, seed=3, scratch=tmp_path))
    assert outcome.violations == ()
    assert outcome.cases == 100
    assert outcome.holds
