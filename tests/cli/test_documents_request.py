"""The commands `documents request`: added, changed and removed without a window."""

import json
from pathlib import Path
from typing import Any

import pytest

from jtai_desktop.cli import program
from tests.services import scene


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "vault"
    scene.make_bare(folder)
    monkeypatch.setenv("JTAI_PASSPHRASE", scene.PASSPHRASE)
    return str(folder)


def said(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert program.run(["documents", *command]) == 0
    return capsys.readouterr().out


def item(capsys: pytest.CaptureFixture[str], vault: str, code: str) -> dict[str, Any] | None:
    found = json.loads(said(capsys, "--vault", vault, "--json"))["items"]
    return next((each for each in found if each["code"] == code), None)


def test_a_request_comes_changes_and_goes(vault: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--agency", "police", "--section", "4", "--due", "12 Nov, 12:00", "--asked-by", "HMI"]
    out = said(capsys, "request", "add", "Custody rota", "--vault", vault, *given)
    assert out == "Custody rota: added.\n"
    found = item(capsys, vault, "R1")
    assert found is not None
    assert (found["section"], found["due"]) == ("4", "2026-11-12T12:00+00:00")
    said(capsys, "request", "change", "r1", "--vault", vault, "--agency", "yot", "--section", "")
    found = item(capsys, vault, "R1")
    assert found is not None
    assert (found["agency"], found["title"], found["section"]) == ("yot", "Custody rota", "")
    assert found["due"] == "2026-11-12T12:00+00:00"
    out = said(capsys, "request", "remove", "R1", "--vault", vault)
    assert out == "R1 Custody rota: removed.\n"
    assert item(capsys, vault, "R1") is None


def test_what_is_not_there_is_said(vault: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.run(["documents", "request", "remove", "R9", "--vault", vault]) == 2
    assert "There is no item “R9” in the register." in capsys.readouterr().err
