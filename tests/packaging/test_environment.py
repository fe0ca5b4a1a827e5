"""The stamp of the environment: complete only when the last installation went to its end."""

import subprocess
from pathlib import Path

import pytest

import environment
from environment import CannotPrepare, Environment, why_pip_failed

PYTHON = "3.11.9 somewhere"


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    folder = tmp_path / "packaging"
    folder.mkdir()
    (folder / "requirements.txt").write_text("a==1\n")
    (folder / "requirements-dev.txt").write_text("a==1\nb==1\n")
    return folder


@pytest.fixture
def made(tmp_path: Path, requirements: Path) -> Environment:
    """An environment that has its Python, but no stamp yet."""
    made = Environment(tmp_path / "venv", requirements, PYTHON)
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    return made


def _again(tmp_path: Path, interpreter: str = PYTHON) -> Environment:
    return Environment(tmp_path / "venv", tmp_path / "packaging", interpreter)


def test_without_a_stamp_it_is_not_complete(made: Environment) -> None:
    assert not made.is_complete(dev=False)


def test_after_a_whole_installation_it_is(made: Environment, tmp_path: Path) -> None:
    made.write_stamp(dev=False)
    assert _again(tmp_path).is_complete(dev=False)


def test_what_the_checks_need_comes_on_top(made: Environment) -> None:
    made.write_stamp(dev=False)
    assert not made.is_complete(dev=True)
    made.write_stamp(dev=True)
    assert made.is_complete(dev=True)
    assert made.is_complete(dev=False)


@pytest.mark.parametrize(("file", "run_stays"), [(environment.RUN, False), (environment.DEV, True)])
def test_changed_requirements_are_noticed(
    made: Environment, requirements: Path, file: str, run_stays: bool
) -> None:
    made.write_stamp(dev=True)
    (requirements / file).write_text("a==2\n")
    assert made.is_complete(dev=False) is run_stays
    assert not made.is_complete(dev=True)


def test_another_interpreter_is_noticed(made: Environment, tmp_path: Path) -> None:
    made.write_stamp(dev=True)
    assert not _again(tmp_path, "3.11.10 somewhere").is_complete(dev=True)


def test_a_lost_interpreter_is_noticed(made: Environment) -> None:
    made.write_stamp(dev=True)
    made.python.unlink()
    assert not made.is_complete(dev=True)


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_stamp_counts_as_none(made: Environment, tmp_path: Path, text: str) -> None:
    made.write_stamp(dev=True)
    (tmp_path / "venv" / "complete.json").write_text(text)
    assert not made.is_complete(dev=True)


class Pip:
    """Stands in for making and installing, and notes what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made = 0
        self.installed: list[str] = []
        self.fails = False
        monkeypatch.setattr(Environment, "_make", self._make)
        monkeypatch.setattr(Environment, "_install", self._install)

    def _make(self) -> None:
        self.made += 1

    def _install(self, requirements: str) -> None:
        self.installed.append(requirements)
        if self.fails:
            raise CannotPrepare("Cut off.")


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Pip:
    return Pip(monkeypatch)


def test_a_second_call_does_nothing(made: Environment, pip: Pip) -> None:
    made.provide(dev=True)
    made.provide(dev=True)
    made.provide(dev=False)
    assert (pip.made, pip.installed) == (1, [environment.DEV])


def test_new_requirements_go_on_top_of_a_whole_environment(
    made: Environment, pip: Pip, requirements: Path
) -> None:
    made.provide(dev=False)
    (requirements / environment.RUN).write_text("a==2\n")
    made.provide(dev=False)
    assert (pip.made, pip.installed) == (1, [environment.RUN, environment.RUN])


def test_an_interrupted_installation_is_begun_anew(made: Environment, pip: Pip) -> None:
    made.provide(dev=False)
    pip.fails = True
    with pytest.raises(CannotPrepare):
        made.provide(dev=True)
    assert not made.is_complete(dev=False)
    pip.fails = False
    made.provide(dev=True)
    assert pip.made == 2
    assert made.is_complete(dev=True)


def test_a_missing_network_is_one_sentence() -> None:
    sentence = why_pip_failed("WARNING: Retrying … NewConnectionError(…)\nERROR: No match\n")
    assert "network" in sentence
    assert "\n" not in sentence


def test_any_other_failure_shows_what_pip_said() -> None:
    assert why_pip_failed("ERROR: wrong hash\n").endswith("It said:\nERROR: wrong hash")


@pytest.mark.parametrize("own_pip", [True, False])
def test_pip_is_this_pythons_or_the_environments_own(
    made: Environment, monkeypatch: pytest.MonkeyPatch, own_pip: bool
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(Environment, "_make", lambda _environment: None)
    monkeypatch.setattr(environment, "_has", lambda module: own_pip or module != "pip")
    monkeypatch.setattr(subprocess, "run", run)
    made.provide(dev=False)
    assert ("--python" in commands[0]) is own_pip
    assert "--require-hashes" in commands[0]


def test_without_any_pip_the_person_is_told(
    tmp_path: Path, requirements: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_has", lambda _module: False)
    with pytest.raises(CannotPrepare, match="python3-pip"):
        Environment(tmp_path / "venv", requirements, PYTHON).provide(dev=False)
