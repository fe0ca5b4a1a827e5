"""The second round of steps is the same whenever it is gone through, and can be gone on with."""

from pathlib import Path

from tests.faults import further, sample, steps


def test_every_state_is_known_beforehand(tmp_path: Path) -> None:
    template = tmp_path / "template" / "vault"
    sample.make(template)
    with steps.instead(further.ROUND):
        last = len(further.ROUND) + 3
        one, other = (sample.reference(template, tmp_path / name, last) for name in "ab")
        assert steps.name_of(1) == further.ROUND[0][0]
    assert one == other
    assert len(set(one.prints)) == last + 1
    assert steps.name_of(1) == steps.ROUND[0][0]
