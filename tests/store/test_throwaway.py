"""What killed runs left of the example is cleared; what anybody holds or owns is left alone."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.store import holder, throwaway
from jtai_desktop.store.vault import Store
from tests.store import scene

HOLD = """
import sys, time
from pathlib import Path
from tests.store import scene
store = scene.reopen(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(600)
"""


def _now() -> datetime:
    return datetime.now(LONDON)


@pytest.fixture
def left(tmp_path: Path, template: Path) -> Path:
    """What a killed run leaves: the vault, and in it the name of a process that is gone."""
    folder = tmp_path / f"{throwaway.PREFIX}abc"
    folder.mkdir(mode=0o700)
    scene.copy(template, folder / throwaway.VAULT)
    _named(folder / throwaway.VAULT, os.getpid() + 1)
    return folder


def _named(vault: Path, pid: int) -> None:
    body = {"who": "x", "host": "y", "pid": pid, "since": "2026-11-10T10:40:00+00:00"}
    (vault / holder.NAME).write_text(json.dumps(body), encoding="ascii")


def test_what_a_killed_run_left_is_cleared(left: Path) -> None:
    throwaway.clear(left.parent, _now())
    assert not left.exists()


def test_what_another_process_holds_stays_until_that_is_killed(left: Path) -> None:
    vault = str(left / throwaway.VAULT)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, vault], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        throwaway.clear(left.parent, _now())
        assert left.exists()
        child.kill()
    throwaway.clear(left.parent, _now())
    assert not left.exists()


def test_one_of_this_very_process_is_not_even_looked_at(left: Path) -> None:
    store: Store = scene.reopen(left / throwaway.VAULT)
    _named(left / throwaway.VAULT, os.getpid())
    throwaway.clear(left.parent, _now())
    assert left.exists()
    store.close()


def test_one_that_is_just_being_made_stays_and_an_old_one_goes(tmp_path: Path) -> None:
    fresh = tmp_path / f"{throwaway.PREFIX}new"
    fresh.mkdir(mode=0o700)
    throwaway.clear(tmp_path, _now())
    assert fresh.exists()
    throwaway.clear(tmp_path, _now() + timedelta(hours=2))
    assert not fresh.exists()


def test_what_is_not_ours_stays(left: Path, tmp_path: Path) -> None:
    later = _now() + timedelta(days=1)
    (left / "letter.txt").write_text("Dear all", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    link = tmp_path / f"{throwaway.PREFIX}link"
    link.symlink_to(elsewhere, target_is_directory=True)
    open_to_all = tmp_path / f"{throwaway.PREFIX}open"
    open_to_all.mkdir()
    open_to_all.chmod(0o755)
    other = tmp_path / "jtai-other"
    other.mkdir(mode=0o700)
    throwaway.clear(tmp_path, later)
    assert all(each.exists() for each in (left, elsewhere, link, open_to_all, other))
