"""The derivation in its own process."""

import sys

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import derive, worker
from tests.store.scene import CHEAP

KNOWN = "c1aa75adeccd597b0d0739c57adde6bebacb7945b5d610a4c256bccdbe86b76d"


def test_the_child_gives_the_known_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JTAI_PASSPHRASE", "not for the child")
    key = derive.derive("żółw \ud800", b"0123456789abcdef", CHEAP)
    assert key.hex() == KNOWN


def test_nothing_secret_is_on_the_command_line_or_in_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JTAI_PASSPHRASE", "not for the child")
    assert worker.worker_command("derive")[1:] == ["-m", "jtai_desktop.store.derive"]
    assert "JTAI_PASSPHRASE" not in worker._environment()


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker.worker_command("derive") == [sys.executable, "--worker", "derive"]


def test_a_child_that_fails_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "worker_command", lambda _: [sys.executable, "-c", "exit(1)"])
    with pytest.raises(Refused, match="memory"):
        worker.run("derive", {})
