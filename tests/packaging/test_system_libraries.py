"""Which system libraries are missing, and what happens then."""

import sys
from collections.abc import Callable

import pytest

import system_libraries
from system_libraries import ALWAYS, WINDOW, LibrariesMissing, missing_packages, what_to_run


def _all_but(*absent: str) -> Callable[[str], bool]:
    return lambda library: library not in absent


@pytest.fixture
def nothing_may_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "_allowed_prefix", lambda: None)


def test_nothing_is_missing_where_all_load() -> None:
    assert missing_packages({**ALWAYS, **WINDOW}, _all_but()) == []


def test_the_missing_ones_are_named_as_debian_names_them() -> None:
    loads = _all_but("libxcb-icccm.so.4", "libGL.so.1")
    assert missing_packages({**ALWAYS, **WINDOW}, loads) == ["libgl1", "libxcb-icccm4"]
    assert missing_packages(ALWAYS, loads) == ["libgl1"]


def test_the_line_to_run_is_one_line() -> None:
    assert what_to_run(["libgl1", "libegl1"]).endswith("apt-get install libgl1 libegl1")


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not system_libraries.can_load("libnorthmoor-nowhere.so.7")


@pytest.mark.usefixtures("nothing_may_be_installed")
def test_without_window_libraries_it_goes_on_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "can_load", _all_but("libxcb-keysyms.so.1"))
    system_libraries.provide()
    assert "sudo apt-get install libxcb-keysyms1" in capsys.readouterr().out


@pytest.mark.usefixtures("nothing_may_be_installed")
def test_without_the_others_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "can_load", _all_but("libEGL.so.1"))
    with pytest.raises(LibrariesMissing, match="sudo apt-get install libegl1"):
        system_libraries.provide()


def _apt(monkeypatch: pytest.MonkeyPatch, outcomes: list[bool]) -> list[list[str]]:
    """Allow installing; each call of a program answers with the next outcome."""
    called: list[list[str]] = []

    def succeeds(command: list[str]) -> bool:
        called.append(command)
        return outcomes[len(called) - 1]

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "_allowed_prefix", lambda: ["sudo", "-n"])
    monkeypatch.setattr(system_libraries, "_succeeds", succeeds)
    return called


def test_where_it_is_allowed_they_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    called = _apt(monkeypatch, [True])
    monkeypatch.setattr(system_libraries, "can_load", lambda _name: bool(called))
    system_libraries.provide()
    assert len(called) == 1
    assert called[0][:4] == ["sudo", "-n", "apt-get", "install"]
    assert set(WINDOW.values()) < set(called[0])


def test_an_old_list_of_packages_is_renewed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    called = _apt(monkeypatch, [False, True, True])
    monkeypatch.setattr(system_libraries, "can_load", lambda _name: len(called) == 3)
    system_libraries.provide()
    assert [command[3] for command in called] == ["install", "update", "install"]


def test_elsewhere_than_on_linux_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(system_libraries, "can_load", _all_but(*ALWAYS))
    system_libraries.provide()
