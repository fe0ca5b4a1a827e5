"""One failing check does not hide the others, and fails the whole."""

import pytest

import check


def test_every_check_runs_and_one_failure_fails_the_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def passes(name: str, _command: list[str]) -> bool:
        ran.append(name)
        return name != "types"

    monkeypatch.setattr(check, "_passes", passes)
    assert check.main([]) == 1
    assert ran == ["ruff", "format", "types", "layers", "tests"]
    assert "Failed: types" in capsys.readouterr().out


def test_all_passed_is_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_passes", lambda _name, _command: True)
    assert check.main([]) == 0


def test_arguments_reach_pytest() -> None:
    assert check.checks(["-k", "house"])[-1][1][-2:] == ["-k", "house"]
