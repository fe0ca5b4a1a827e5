"""The wiring: the mask, the worker, and what is loaded for which way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jtai_desktop import app
from jtai_desktop.domain.problems import Refused

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
