"""`documents chase`: the e-mail printed or saved, and the chase noted when told to."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused

pytestmark = pytest.mark.usefixtures("known")


def chased(run: Run, vault: Path) -> dict[str, int]:
    found = json.loads(run("documents", "--vault", vault, "--agency", "police", "--json")[1])
    return {each["code"]: each["chased"] for each in found["items"]}


def test_it_is_printed_and_nothing_is_noted(run: Run, vault: Path) -> None:
    before = chased(run, vault)
    code, printed, _ = run("documents", "chase", "--vault", vault, "--agency", "police")
    assert code == 0
    assert printed.startswith("Northmoor: 4 documents we are waiting for\n\nOFFICIAL-SENSITIVE\n")
    assert chased(run, vault) == before
    assert run("documents", "--vault", vault, "--agency", "police", "chase")[1] == printed


def test_it_is_saved_and_noted(run: Run, vault: Path, tmp_path: Path) -> None:
    before, path = chased(run, vault), tmp_path / "chase.html"
    given = ("documents", "chase", "--vault", vault, "--owner", "force analyst", "--out", path)
    code, printed, _ = run(*given, "--log", "--how", "Phone", "--next", "11 Nov 2026, 09:00")
    assert code == 0
    assert "Chase e-mail (Force analyst) saved" in printed
    assert printed.endswith("2 documents: chased.\n")
    assert b"<table" in path.read_bytes()
    after = chased(run, vault)
    assert {key for key in after if after[key] != before[key]} == {"4.9", "F 9"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((), "Say whom to chase"),
        (("--agency", "police", "--owner", "Force analyst"), "Say whom to chase"),
        (("--agency", "fire"), "There is no agency"),
        (("--agency", "partnership"), "Nothing is waited for"),
        (("--owner", "Nobody at all"), "Nobody has the role"),
        (("--agency", "police", "--log", "--next", "soon"), "soon"),
    ],
)
def test_what_cant_be_done_is_a_sentence(
    run: Run, vault: Path, given: tuple[str, ...], words: str
) -> None:
    refused(run("documents", "chase", "--vault", vault, *given), words)
