"""Which Python is refused, and what the preparation starts."""

import os
import runpy
import sys
from pathlib import Path

import pytest

import preparation
import system_libraries
from environment import CannotPrepare, Environment

PREPARE = Path(preparation.__file__).with_name("prepare.py")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 10, 13), (3, 14, 0)])
def test_another_python_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as refusal:
        runpy.run_path(str(PREPARE), run_name="only_looked_at")
    sentence = str(refusal.value.code)
    assert "3.11, 3.12 or 3.13" in sentence
    assert f"is Python {version[0]}.{version[1]}:" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 13, 9)])
def test_a_supported_python_goes_on(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    runpy.run_path(str(PREPARE), run_name="only_looked_at")


def test_the_first_step_can_be_read_by_any_python() -> None:
    # Annotations, f-strings and the like would be a syntax error instead of a sentence.
    text = PREPARE.read_text(encoding="utf-8")
    assert "def " not in text
    assert 'f"' not in text


def test_what_cannot_be_prepared_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_environment: Environment, *, dev: bool) -> None:
        raise CannotPrepare(f"Not today, {dev}.")

    monkeypatch.setattr(system_libraries, "provide", lambda: None)
    monkeypatch.setattr(Environment, "provide", refuse)
    assert preparation.prepare_and_start(["--dev", "main.py"]) == 1
    assert capsys.readouterr().err == "Not today, True.\n"


@pytest.mark.skipif(os.name != "posix", reason="a program becomes another on POSIX only")
def test_the_program_becomes_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    prepared: list[bool] = []

    def provide(_environment: Environment, *, dev: bool) -> None:
        prepared.append(dev)

    def become(_python: Path, command: list[str]) -> None:
        became.append(command)
        raise SystemExit(3)

    monkeypatch.setattr(system_libraries, "provide", lambda: None)
    monkeypatch.setattr(Environment, "provide", provide)
    monkeypatch.setattr(os, "execv", become)
    with pytest.raises(SystemExit):
        preparation.prepare_and_start(["main.py", "--help"])
    assert prepared == [False]
    assert Path(became[0][0]).parts[-4] == ".venv"
    assert became[0][1:] == ["main.py", "--help"]
