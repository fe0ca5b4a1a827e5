"""Vaults for the command line: copies that a passphrase opens, and how a command is run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jtai_desktop import app
from tests.services import scene

# The exit code, what was printed, what was complained of.
Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def example_template(made_example: tuple[Path, str]) -> Path:
    """The example's folder."""
    return made_example[0]


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault without an inspection, made once."""
    folder = tmp_path_factory.mktemp("cli") / "empty"
    scene.make_empty(folder)
    return folder


@pytest.fixture
def vault(example_template: Path, tmp_path: Path) -> Path:
    """The example, in a folder of the test's own."""
    return scene.copy(example_template, tmp_path / "vault")


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase stands in the environment."""
    monkeypatch.setenv("JTAI_PASSPHRASE", scene.PASSPHRASE)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, as the program would."""

    def running(*given: object) -> Ran:
        capfd.readouterr()
        try:
            code = app.main([str(each) for each in given])
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = capfd.readouterr()
        assert scene.PASSPHRASE not in printed.out + printed.err
        return code, printed.out, printed.err

    return running


def refused(ran: Ran, words: str) -> None:
    """Exit 2, nothing printed, one sentence on stderr."""
    code, printed, complaint = ran
    assert code == 2
    assert printed == ""
    assert words in complaint
    assert complaint.endswith(".\n")
    assert complaint.count("\n") == 1
    assert complaint.strip().isprintable()
    assert "Traceback" not in complaint
