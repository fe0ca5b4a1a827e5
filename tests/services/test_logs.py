"""The log and the diagnostics: types, places and numbers, never a value."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import backups, diagnostics, inspections, logs
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_checking

SECRET = "Child A of Rowan Street"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """The program's log in a folder of the test's own."""
    monkeypatch.setenv("JTAI_DATA", str(tmp_path))
    logs.begin()
    yield logging.getLogger("jtai_desktop.somewhere")
    logs.end()


def fail() -> None:
    """A fault whose message carries what must not be told."""
    raise ValueError(SECRET)


def written() -> str:
    """All that is in the folder of logs."""
    return "".join(path.read_text() for path in logs.folder().iterdir())


def test_an_exception_is_its_type_and_its_places(log: logging.Logger) -> None:
    try:
        fail()
    except ValueError:
        log.exception("It failed", stack_info=True)
    assert "ValueError at tests.services.test_logs.test_an" in written()
    assert "test_logs.fail:" in written()
    assert SECRET not in written()


def test_what_nobody_caught_is_noted(
    log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    del log
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    capsys.readouterr()
    assert "Nobody caught ValueError" in logs.last_lines()[-1]
    assert SECRET not in written()


def test_only_the_owner_may_read_it_and_it_does_not_grow(
    log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LONGEST", 400)
    for number in range(60):
        log.warning("Something of number %d", number)
    files = sorted(path.name for path in logs.folder().iterdir())
    assert files == ["program.log", "program.log.1", "program.log.2", "program.log.3"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in logs.folder().iterdir()} == {0o600}
    assert all(path.stat().st_size < 600 for path in logs.folder().iterdir())
    assert "number 59" in logs.last_lines()[-1]


def test_where_no_log_can_be_written_the_program_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "file"))
    logs.begin()
    assert logs.last_lines() == ()
    logs.end()


def test_diagnostics_hold_versions_and_numbers_only(
    workspace: Workspace, inspection: str, log: logging.Logger
) -> None:
    inspections.rename(workspace, inspection, SECRET)
    backups.back_up(workspace)
    log.error("%s at %s", "TypeError", "somewhere")
    text = diagnostics.text(workspace, ("Window 6.12",))
    for words in (
        "SQLCipher 4",
        "Window 6.12",
        "contacts: 19",
        "2026-11-10T10-40-00 by-hand",
        "TypeError at somewhere",
        "verified",
    ):
        assert words in text
    for private in (SECRET, "Northmoor", str(workspace.folder), "coordinator", str(Path.home())):
        assert private not in text


def test_of_a_vault_that_can_not_be_read_it_says_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise Refused("The vault’s database is damaged.")

    monkeypatch.setattr(backup_checking, "facts", broken)
    assert "is damaged" in diagnostics.text(workspace)
