"""The command `documents` on the example: every item with what a person wants to know of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from jtai_desktop.cli import program
from tests.services import scene


@pytest.fixture(scope="module")
def vault(example_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scene.copy(example_template, tmp_path_factory.mktemp("documents") / "vault")


@pytest.fixture
def command(vault: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("JTAI_PASSPHRASE", scene.PASSPHRASE)
    return ["documents", "--vault", str(vault)]


def said(command: list[str], capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert program.run([*command, *more]) == 0
    return capsys.readouterr().out


def test_the_whole_register_as_json(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = said(command, capsys, "--json")
    assert out.isascii()
    found = json.loads(out)
    items: dict[str, dict[str, Any]] = {each["code"]: each for each in found["items"]}
    assert len(items) == 36 + 6 * 9
    assert (found["sent"], found["to_send"], found["on_request"]) == (39, 34, 3)
    late = items["4.7"]
    assert (late["state"], late["late"], late["agency"]) == ("asked", "late-to-us", "police")
    assert late["due"] == "2026-11-10T17:00+00:00"
    assert late["internal_due"] == "2026-11-09T12:00+00:00"
    assert (late["version_sent"], late["version_held"], late["chased"]) == (None, 1, 2)
    assert late["owner"] == "Force governance"
    newer = items["2.2"]
    assert (newer["version_sent"], newer["version_held"]) == (2, 3)
    assert newer["warnings"] == ["2.2: version 3 is here, version 2 was sent"]
    assert (items["1.8"]["state"], items["1.8"]["inspectors"]) == ("sent", "query")


def test_what_is_outstanding_with_one_agency(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(command, capsys, "--outstanding", "--agency", "ccg")
    assert out.startswith("0 sent, 2 to send\n")
    assert "6.3  Mental health services" in out
    assert "asked, 22 h 40 min late to us" in out
    assert len(out.splitlines()) == 6


def test_an_agency_that_is_not_there(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.run([*command, "--agency", "moon"]) == 2
    assert "There is no agency" in capsys.readouterr().err
