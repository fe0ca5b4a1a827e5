"""The vault and its passphrase on the command line: what is wrong, in one sentence."""

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jtai_desktop.cli import vault_options
from tests.cli.conftest import Ran, Run, refused
from tests.services import scene


def _checklist(run: Run, vault: object, *more: object) -> Ran:
    return run("checklist", "--vault", vault, "--out", "/dev/null/a.pdf", *more)


OPENED = "There is no folder “/dev/null”"


def _file(vault: Path) -> Path:
    return vault / "vault.db"


def _empty(vault: Path) -> Path:
    shutil.rmtree(vault)
    vault.mkdir()
    return vault


def _foreign(vault: Path) -> Path:
    _file(vault).unlink()
    with closing(sqlite3.connect(_file(vault))) as database:
        database.execute("CREATE TABLE children (name)")
        database.commit()
    return vault


def _written(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(vault: Path) -> Path:
        (vault / name).write_bytes(content)
        return vault

    return write


def _without(*names: str) -> Callable[[Path], Path]:
    def remove(vault: Path) -> Path:
        for name in names:
            (vault / name).unlink()
        return vault

    return remove


def _spoilt(vault: Path) -> Path:
    content = bytearray(_file(vault).read_bytes())
    content[5000] ^= 1
    _file(vault).write_bytes(content)
    return vault


SPOILT: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a file": (_file, "That is a file, not a folder"),
    "nothing": (lambda vault: vault / "no", "There is no vault in that folder"),
    "an empty folder": (_empty, "There is no vault in that folder"),
    "a long name": (lambda vault: vault / ("x" * 300), "That path is too long"),
    "under a file": (lambda vault: _file(vault) / "a", "There is no vault in that folder"),
    "an empty database": (_written("vault.db", b""), "database is empty"),
    "a foreign database": (_foreign, "not encrypted, so it is not a vault"),
    "plain text": (_written("vault.db", b"Dear all, " * 1000), "damaged or does not belong"),
    "a short file": (_written("vault.db", b"x"), "damaged or does not belong"),
    "one turned bit": (_spoilt, "damaged or does not belong"),
    "no database": (_without("vault.db"), "database is missing from its folder"),
    "no keys": (_without("vault.keys", "vault.keys.copy"), "key file is missing"),
    "spoilt keys": (
        lambda vault: _written("vault.keys", b"{}")(_written("vault.keys.copy", b"\xff")(vault)),
        "Both copies of the key file are damaged",
    ),
}


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(("spoil", "words"), SPOILT.values(), ids=SPOILT)
def test_what_is_no_vault_is_one_sentence(
    run: Run, vault: Path, spoil: Callable[[Path], Path], words: str
) -> None:
    folder = spoil(vault)
    before = _contents(vault)
    refused(_checklist(run, folder), words)
    after = _contents(vault)
    assert {name: after.get(name) for name in before} == before


def _contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.mark.usefixtures("known")
def test_one_damaged_copy_of_the_keys_is_put_right(run: Run, vault: Path) -> None:
    sound = (vault / "vault.keys").read_bytes()
    (vault / "vault.keys").write_bytes(b"spoilt")
    refused(_checklist(run, vault), OPENED)
    assert (vault / "vault.keys").read_bytes() == sound


@pytest.mark.usefixtures("known")
def test_a_vault_that_is_open_says_who_has_it(run: Run, vault: Path) -> None:
    workspace = scene.reopen(vault)
    refused(_checklist(run, vault), "already open: Inspection coordinator on ")
    workspace.close()
    refused(_checklist(run, vault), OPENED)


def test_a_wrong_passphrase_is_one_sentence(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wrong in ("kettle orbit ladder eight", scene.PASSPHRASE + " ", "\udcff\udcfe", "x" * 9_999):
        monkeypatch.setenv("JTAI_PASSPHRASE", wrong)
        ran = _checklist(run, vault)
        assert wrong not in ran[2]
        refused(ran, "That passphrase does not open this vault")
        (vault / "vault.tries").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "can’t be read. Check its name and its rights"),
        (b"", "The first line of “word.txt” is empty"),
        (b"\n" + scene.PASSPHRASE.encode(), "The first line of “word.txt” is empty"),
        (b"\xff\xfe\x00binary\x80", "holds no plain text"),
        (scene.PASSPHRASE.encode("utf-16"), "holds no plain text"),
        (b"x" * 10_000_000, "is longer than 4,096 characters"),
        (b"wrong words here now\n", "That passphrase does not open this vault"),
        (scene.PASSPHRASE.encode(), OPENED),
        (scene.PASSPHRASE.encode() + b"\r\nsecond line \xe2\x82\xac", OPENED),
        (b"\xef\xbb\xbf" + scene.PASSPHRASE.encode() + b"\n", OPENED),
    ],
)
def test_the_passphrase_file(
    run: Run, vault: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "word.txt"
    if content is not None:
        path.write_bytes(content)
    refused(_checklist(run, vault, "--passphrase-file", path), words)


def test_a_passphrase_file_that_is_none(run: Run, vault: Path, tmp_path: Path) -> None:
    for path in (tmp_path, "", tmp_path / ("x" * 300), tmp_path / "a\nb"):
        refused(_checklist(run, vault, "--passphrase-file", path), "can’t be read")


def test_the_file_comes_before_the_environment(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JTAI_PASSPHRASE", "something else entirely")
    (tmp_path / "word.txt").write_text(scene.PASSPHRASE, encoding="utf-8")
    refused(_checklist(run, vault, "--passphrase-file", tmp_path / "word.txt"), OPENED)


def test_an_empty_variable_is_told(run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JTAI_PASSPHRASE", "")
    refused(_checklist(run, vault), "JTAI_PASSPHRASE is set but empty")


class _Stdin:
    """A standard input that is a terminal, or not."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether somebody can type."""
        return self._terminal


@pytest.mark.parametrize("stdin", [None, _Stdin(terminal=False)])
def test_without_a_terminal_the_ways_are_named(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch, stdin: object
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    refused(_checklist(run, vault), "use --passphrase-file, set JTAI_PASSPHRASE, or call this from")


def _typing(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    answers = iter(typed)

    def answer(_: str) -> str:
        found = next(answers, None)
        if found is None:
            raise EOFError
        return found

    monkeypatch.setattr(sys, "stdin", _Stdin(terminal=True))
    monkeypatch.setattr(vault_options, "getpass", answer)


def test_it_is_asked_for_at_a_terminal(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typing(monkeypatch, scene.PASSPHRASE)
    refused(_checklist(run, vault), OPENED)
    _typing(monkeypatch)
    refused(_checklist(run, vault), "No passphrase was typed, so nothing was done")


def test_a_new_one_is_asked_for_twice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typing(monkeypatch, scene.PASSPHRASE, "other")
    refused(run("example", "--vault", tmp_path / "new"), "The two passphrases differ")
    assert list(tmp_path.iterdir()) == []


def test_stopping_at_the_prompt_is_no_error(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", _Stdin(terminal=True))
    monkeypatch.setattr(vault_options, "getpass", stop)
    assert _checklist(run, vault) == (130, "", "Stopped.\n")


@pytest.mark.usefixtures("known")
def test_what_the_program_leaves_is_its_owners(run: Run, vault: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert run("checklist", "--vault", vault, "--out", tmp_path / "a.pdf")[0] == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600
    for path in vault.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


@pytest.mark.usefixtures("known")
def test_the_passphrase_is_in_no_file(run: Run, vault: Path, tmp_path: Path) -> None:
    assert run("checklist", "--vault", vault, "--out", tmp_path / "a.pdf")[0] == 0
    word = scene.PASSPHRASE.encode()
    for path in [*filter(Path.is_file, vault.rglob("*")), tmp_path / "a.pdf"]:
        assert word not in path.read_bytes()
        assert word.hex().encode() not in path.read_bytes()
