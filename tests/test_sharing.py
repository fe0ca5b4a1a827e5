"""What is made once for a run: whole, by one alone, and tried again after a failure."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from tests.sharing import made_once


def _maker(made: list[Path]) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "one").write_text("1", encoding="utf-8")
        sleep(0.05)
        (folder / "two").write_text("2", encoding="utf-8")

    return make


def test_one_makes_it_and_all_others_wait(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    made: list[Path] = []
    make, name = _maker(made), f"shared-{tmp_path.name}"
    with ThreadPoolExecutor(4) as workers:
        asked = [workers.submit(made_once, tmp_path_factory, name, make) for _ in range(4)]
        folders = {each.result() for each in asked}
    [folder] = folders
    assert len(made) == 1
    assert {path.name for path in folder.iterdir()} == {"one", "two"}
    assert not list(folder.parent.glob(f"{name}.*"))


def test_after_a_failure_the_next_tries(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    name = f"failed-{tmp_path.name}"

    def fail(folder: Path) -> None:
        (folder / "half").write_text("", encoding="utf-8")
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        made_once(tmp_path_factory, name, fail)
    folder = made_once(tmp_path_factory, name, _maker([]))
    assert {path.name for path in folder.iterdir()} == {"one", "two"}
