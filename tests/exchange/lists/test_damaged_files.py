"""Damaged files end in a sentence or are read whole: no crash, no hang, no half import."""

from pathlib import Path

from tests.exchange.lists.mutating import run

FILES = 2_000


def test_damaged_files_are_read_whole_or_refused(tmp_path: Path) -> None:
    outcomes = run(FILES, tmp_path)
    print(dict(outcomes))
    assert outcomes["hung"] == outcomes["half"] == 0
    assert outcomes["refused"] > FILES // 6
    assert outcomes["read"] > FILES // 6
    # A file may end the process that reads it, as by asking for more memory than there is.
    assert outcomes["ended"] < FILES // 20
    assert outcomes.total() == FILES
