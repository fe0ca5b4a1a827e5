"""The wiring: the mask, the worker, and what is loaded for which way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jtai_desktop import app
from jtai_desktop.domain.problems import Refused
from tests.services import scene

ROOT = Path(__file__).parents[1]
HEAVY = ("PySide6", "reportlab", "sqlalchemy", "alembic", "holidays", "cryptography", "pikepdf")


@pytest.fixture(autouse=True)
def same_mask() -> object:
    """The mask of this process stays as it was."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_what_is_made_from_now_on_is_the_owners(tmp_path: Path) -> None:
    assert app.main(["--worker", "none"]) == 2
    (tmp_path / "new").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("given", [["--worker"], ["--worker", "x"], ["--worker", "derive", "x"]])
def test_an_unknown_worker_is_one_sentence(
    capsys: pytest.CaptureFixture[str], given: list[str]
) -> None:
    assert app.main(given) == 2
    assert capsys.readouterr().err == "There is no such worker.\n"


def test_what_stands_in_the_way_of_a_window_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: list[str]) -> int:
        raise Refused("The disk is full.")

    monkeypatch.setattr(app, "_open_window", refuse)
    assert app.main([]) == 2
    assert capsys.readouterr().err == "The disk is full.\n"


def test_arguments_are_those_of_the_process_where_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", "--worker"])
    assert app.main() == 2
    assert capsys.readouterr().err


LOADED = "import sys; from jtai_desktop import app; app.main({given!r}); print(*sys.modules)"


@pytest.mark.parametrize("given", [["packs"], ["--worker", "none"]])
def test_nothing_heavy_is_loaded_before_it_is_needed(given: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED.format(given=given)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    loaded = {name.split(".")[0] for name in ran.stdout.split()}
    assert loaded & set(HEAVY) == set()


@pytest.mark.parametrize("program", [["main.py"], ["-m", "jtai_desktop"]])
def test_both_ways_are_the_same_program(program: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, *program, "--version"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert ran.stdout.startswith("JTAI Desktop ")


FIRST_SCREEN = """
import sys
from jtai_desktop.app import prepare
from jtai_desktop.ui.loading import load_qt

prepare()
load_qt()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from jtai_desktop.ui.program import make

app = QApplication([])
window = make(Path("none"))
window.grab()
import linecache
print(*(name for name in sys.modules if name.startswith("jtai_desktop.") and sys.modules[name]))
print(*(name for name in sys.modules if not name.startswith("jtai_desktop")))
print(len([path for path in linecache.cache if "jtai_desktop" in path]))
"""
OURS_AT_FIRST = 52
NOT_AT_FIRST = {"zoneinfo", "json", "concurrent.futures", "sqlalchemy", "dateutil"}


def test_little_is_loaded_before_the_first_screen(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_SCREEN],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "JTAI_DATA": str(tmp_path)},
    )
    ours, others, sources = ran.stdout.splitlines()
    assert len(ours.split()) <= OURS_AT_FIRST, ours
    assert NOT_AT_FIRST & set(others.split()) == set()
    # Qt's binding would read the source of each module that is imported, and keep it.
    assert sources == "0"


LOADED_AHEAD = """
import sys
from pathlib import Path
from jtai_desktop.app import prepare
from jtai_desktop.ui.loading import load_qt

prepare()
load_qt()
from jtai_desktop.ui.front import ahead

ahead.load()
from tests.services import scene

there = set(sys.modules)
workspace = scene.reopen(Path(sys.argv[1]))
from jtai_desktop.ui.pages.today import facts, page

facts.read(workspace, sys.argv[2])
workspace.close()
print(*(name for name in sys.modules if name not in there))
"""


def test_what_today_needs_is_there_once_the_passphrase_is_worked_through(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    inspection_id = scene.make_bare(folder)
    ran = subprocess.run(
        [sys.executable, "-c", LOADED_AHEAD, str(folder), inspection_id],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "JTAI_DATA": str(tmp_path)},
    )
    assert len(ran.stdout.split()) <= 3, ran.stdout
