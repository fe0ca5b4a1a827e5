"""The proof of the register’s workbooks in small: the tests of the exchange damage many more."""

from pathlib import Path

from tests.faults import workbooks
from tests.faults.task import Task


def test_it_holds(tmp_path: Path) -> None:
    (outcome,) = workbooks.run(Task(count=150, seed=1, scratch=tmp_path))
    assert outcome.violations == ()
    assert outcome.cases == 150
    assert outcome.holds
