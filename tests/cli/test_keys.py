"""The commands on who can open a vault."""

import sys
from pathlib import Path

import pytest

from jtai_desktop.cli import keys as commands
from jtai_desktop.domain.passphrases import USUAL_PERSON, Newcomer
from jtai_desktop.services import vaults
from tests.cli.conftest import Run
from tests.services import quick_keys

MINE, OTHER = "kettle orbit walnut lantern", "saddle pebble tunic yodel"
DEPUTY = "Deputy coordinator"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here is about the cost of a derivation."""
    quick_keys.hurry(monkeypatch)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A new vault and two passphrase files, beside each other."""
    vaults.create(tmp_path / "vault", Newcomer(USUAL_PERSON, MINE)).close()
    (tmp_path / "mine").write_text(f"{MINE}\n")
    (tmp_path / "other").write_text(f"{OTHER}\n")
    return tmp_path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at the prompts, in order."""
    answers: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(commands, "getpass", lambda _prompt: answers.pop(0))
    return answers


def _options(own: Path, passphrase: str = "mine") -> tuple[object, ...]:
    return ("--vault", own / "vault", "--passphrase-file", own / passphrase)


def test_a_deputy_is_added_listed_and_taken_out(own: Path, run: Run) -> None:
    new = ("--new-passphrase-file", own / "other")
    code, out, _ = run("keys", "add", *_options(own), "--person", DEPUTY, *new)
    assert (code, out) == (0, f"{DEPUTY}: passphrase added\n")
    code, out, _ = run("keys", "list", *_options(own, "other"))
    assert out.splitlines()[1].startswith(f"{DEPUTY}: passphrase, since ")
    assert out.splitlines()[1].endswith("opened it now")
    assert "no recovery code" in out
    code, out, _ = run("keys", "remove", *_options(own), "--person", DEPUTY.upper())
    assert (code, out) == (0, f"{DEPUTY}: passphrase taken out\n")
    code, _, err = run("keys", "list", *_options(own, "other"))
    assert code == 2
    assert "does not open" in err


def test_changing_and_renaming(own: Path, run: Run) -> None:
    assert run("keys", "rename", *_options(own), "--person", "Lead")[0] == 0
    new = ("--new-passphrase-file", own / "other")
    assert run("keys", "change", *_options(own), *new)[:2] == (0, "Lead: passphrase changed\n")
    assert run("keys", "list", *_options(own))[0] == 2
    assert run("keys", "list", *_options(own, "other"))[1].startswith("Lead: passphrase")


def test_the_code_is_printed_typed_back_and_opens_the_vault(
    own: Path, run: Run, typed: list[str]
) -> None:
    code, out, _ = run("keys", "recovery", *_options(own), "--later")
    recovery = out.strip()
    typed.append(recovery.lower())
    code, out, _ = run("keys", "recovery", *_options(own), "--check")
    assert (code, out) == (0, "Recovery code typed back\n")
    typed += [recovery, OTHER, OTHER]
    code, out, _ = run("keys", "recover", "--vault", own / "vault", "--person", USUAL_PERSON)
    assert code == 0
    assert run("keys", "list", *_options(own, "other"))[0] == 0
    assert run("keys", "list", *_options(own))[0] == 2


def test_a_mistyped_code_is_named_before_a_passphrase_is_asked_for(
    own: Path, run: Run, typed: list[str]
) -> None:
    typed.append("000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKX")
    code, _, err = run("keys", "recover", "--vault", own / "vault", "--person", DEPUTY)
    assert code == 2
    assert err.startswith("Group 8 is mistyped.")


def test_without_a_terminal_it_says_what_to_give(own: Path, run: Run) -> None:
    code, _, err = run("keys", "change", *_options(own))
    assert (code, err) == (2, "Call this from a terminal, or give --new-passphrase-file.\n")
    code, out, err = run("keys", "recovery", *_options(own))
    assert (code, out) == (2, "")
    assert "--later" in err


def test_the_last_passphrase_and_a_stranger_are_told(own: Path, run: Run, typed: list[str]) -> None:
    code, _, err = run("keys", "remove", *_options(own), "--person", USUAL_PERSON)
    assert code == 2
    assert "last passphrase" in err
    code, _, err = run("keys", "remove", *_options(own), "--person", "Nobody")
    assert f"There are: “{USUAL_PERSON}”." in err
    typed += [OTHER, MINE]
    code, _, err = run("keys", "change", *_options(own))
    assert "differ" in err


@pytest.mark.parametrize("command", ["list", "change", "recovery"])
def test_keys_are_of_the_vault_and_of_no_inspection(run: Run, own: Path, command: str) -> None:
    code, _, err = run("keys", command, "--vault", own / "vault", "--inspection", "Northmoor")
    assert code == 2
    assert "--inspection" in err


def test_no_passphrase_is_set_in_a_vault_that_needs_a_backup_restored(
    run: Run, own: Path, typed: list[str]
) -> None:
    _, out, _ = run("keys", "recovery", *_options(own), "--later")
    workspace = vaults.open_(own / "vault", MINE)
    workspace.store.connection.raw.execute("UPDATE history SET summary = 'Other'")
    workspace.store.close()
    typed += [out.strip(), OTHER, OTHER]
    code, out, err = run("keys", "recover", "--vault", own / "vault", "--person", USUAL_PERSON)
    assert (code, out) == (2, "")
    assert "A line of history was altered" in err
    assert "The new passphrase was not set." in err
