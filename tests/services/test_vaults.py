"""Making, opening and throwing away vaults: refusals, what stays, who may read it."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jtai_desktop import places
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import example, example_vaults, inspections, preferences, vaults
from jtai_desktop.services.workspace import standing_clock
from tests.services import scene

pytestmark = pytest.mark.usefixtures("cheap_keys")

NEWCOMER = Newcomer("Inspection coordinator", scene.PASSPHRASE)


@pytest.fixture
def closed_to_others() -> Iterator[None]:
    """The mask that the program starts with."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_a_vault_is_made_closed_and_opened_again(tmp_path: Path) -> None:
    folder, clock = tmp_path / "a" / "vault", standing_clock(scene.NOW)
    workspace = vaults.create(folder, NEWCOMER, clock)
    begun = scene.begin(workspace)
    assert (workspace.person, workspace.now) == ("Inspection coordinator", scene.NOW)
    workspace.close()
    workspace = vaults.open_(folder, scene.PASSPHRASE, clock)
    assert [each.id for each in inspections.listed(workspace)] == [begun]
    assert (workspace.person, workspace.folder) == ("Inspection coordinator", folder)
    workspace.close()
    assert places.holds_vault(folder)


def test_the_examples_clock_stands_when_it_is_opened_again(
    example_vault: tuple[Path, str], tmp_path: Path
) -> None:
    folder = scene.copy(example_vault[0], tmp_path / "vault")
    workspace = vaults.open_(folder, scene.PASSPHRASE)
    assert workspace.now == example.stands_at()
    workspace.close()


@pytest.mark.parametrize(
    ("newcomer", "words"),
    [
        (Newcomer("", scene.PASSPHRASE), "Your role is empty"),
        (Newcomer("x" * 81, scene.PASSPHRASE), "Your role has 81 characters"),
        (Newcomer("Lead", ""), "The passphrase has 0 characters"),
        (Newcomer("Lead", "short"), "The passphrase has 5 characters. Use at least 10"),
        (Newcomer("Lead", "aaaaaaaaaaaaaaaa"), "repeats itself"),
        (Newcomer("Lead", " " * 20), "repeats itself"),
    ],
)
def test_a_vault_that_would_keep_nobody_out_is_not_made(
    tmp_path: Path, newcomer: Newcomer, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        vaults.create(tmp_path / "vault", newcomer)
    assert _files(tmp_path) == []


def test_nothing_is_put_in_the_place_of_a_vault(
    bare_vault: tuple[Path, str], tmp_path: Path
) -> None:
    folder = scene.copy(bare_vault[0], tmp_path / "vault")
    before = {path.name: path.read_bytes() for path in _files(folder)}
    for make in (
        lambda: vaults.create(folder, NEWCOMER),
        lambda: example_vaults.create(folder, scene.PASSPHRASE),
    ):
        with pytest.raises(Refused, match="already a vault in that folder"):
            make()
    assert {path.name: path.read_bytes() for path in _files(folder)} == before


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    with pytest.raises(Refused, match="already holds files"):
        example_vaults.create(tmp_path, scene.PASSPHRASE)
    assert [path.name for path in _files(tmp_path)] == ["letter.txt"]


def test_an_example_that_fails_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Refused("The disk is full.")

    monkeypatch.setattr(example, "_add_people", full)
    monkeypatch.setattr(tempfile, "mkdtemp", lambda **_: str(_made(tmp_path / "thrown")))
    with pytest.raises(Refused, match="The disk is full"):
        example_vaults.create(tmp_path / "vault", scene.PASSPHRASE)
    with pytest.raises(Refused, match="The disk is full"):
        example_vaults.open_throwaway()
    assert _files(tmp_path) == [tmp_path / "vault"]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_the_thrown_away_example_is_gone_when_it_is_closed() -> None:
    workspace, _ = example_vaults.open_throwaway()
    folder = workspace.folder
    assert folder.is_dir()
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    workspace.close()
    assert not folder.parent.exists()


def test_it_is_gone_even_where_closing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, _ = example_vaults.open_throwaway()
    close = workspace.store.close

    def fail() -> None:
        close()
        raise OSError("no")

    monkeypatch.setattr(workspace.store, "close", fail)
    with pytest.raises(OSError, match="no"):
        workspace.close()
    assert not workspace.folder.parent.exists()


@pytest.mark.usefixtures("closed_to_others")
def test_only_their_owner_may_read_vault_and_preferences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "home" / "data"))
    workspace = vaults.create(places.vault(), NEWCOMER, standing_clock(scene.NOW))
    assert preferences.save(preferences.Preferences(theme="dark"))
    found = _files(tmp_path)
    assert {path.name for path in found} >= {"vault.db", "vault.keys", "preferences.json"}
    for path in found:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    workspace.close()


def test_the_vault_itself_does_not_depend_on_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        workspace = vaults.create(tmp_path / "vault", NEWCOMER, standing_clock(scene.NOW))
        scene.begin(workspace)
        for path in _files(tmp_path):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        workspace.close()
    finally:
        os.umask(before)


def test_what_is_in_the_vault_can_not_be_read_in_its_files(tmp_path: Path) -> None:
    workspace = vaults.create(tmp_path / "vault", NEWCOMER, standing_clock(scene.NOW))
    scene.begin(workspace, "Hidden-on-the-moor")
    workspace.close()
    for path in filter(Path.is_file, _files(tmp_path / "vault")):
        content = path.read_bytes()
        assert b"Hidden-on-the-moor" not in content
        assert scene.PASSPHRASE.encode() not in content
        assert b"kettle" not in content
