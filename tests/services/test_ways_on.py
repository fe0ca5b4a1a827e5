"""A backup from a stick on another computer: with its files, whole or not at all."""

import shutil
from pathlib import Path

import pytest

from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import backups, restoring, vaults, ways_on
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import backups as stored
from jtai_desktop.store import keys, looking, private_files
from tests.services import files_scene, scene

pytestmark = pytest.mark.usefixtures("cheap_keys")

CLOCK = standing_clock(scene.NOW)


@pytest.fixture
def stick(bare_workspace: Workspace, bare: str, tmp_path: Path) -> Path:
    """Two backups on a stick: one without a file, and a newer one with one."""
    folder = tmp_path / "stick"
    folder.mkdir()
    backups.to_folder(bare_workspace, folder)
    files_scene.add(bare_workspace, bare, b"minutes")
    backups.to_folder(bare_workspace, folder)
    return folder


def test_the_newest_becomes_the_vault_with_its_files(stick: Path, tmp_path: Path) -> None:
    folder = tmp_path / "other" / "vault"
    taken = ways_on.take_from(folder, stick)
    assert files_scene.there(folder)
    assert not (folder / looking.DATABASE).exists()
    workspace = vaults.open_to_restore(folder, scene.PASSPHRASE, CLOCK)
    assert ways_on.looked(workspace).problems
    restoring.restore(workspace, taken.name)
    assert not ways_on.looked(workspace).problems
    assert files_scene.contents(workspace) == [b"minutes"]
    assert files_scene.wrong(workspace) == []
    workspace.close()
    assert {one.reason.value for one in stored.listed(folder)} == {"by-hand", "closing"}


def test_one_of_them_can_be_chosen_too(stick: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vault-2"
    older = min(path for path in (stick / "jtai-backups").iterdir() if path.name != "files")
    ways_on.take_from(folder, older)
    assert files_scene.there(folder) == set()


def test_taking_it_twice_or_beside_a_vault_changes_nothing_that_is_there(
    stick: Path, tmp_path: Path, bare_vault: tuple[Path, str]
) -> None:
    folder = scene.copy(bare_vault[0], tmp_path / "copy")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for count in (1, 2):
        ways_on.take_from(folder, stick)
        assert len(stored.listed(folder)) == count
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert after == before


def test_what_is_interrupted_leaves_no_half_backup(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "vault-2"
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "put_in_place", full)
        with pytest.raises(Refused, match="disk is full"):
            ways_on.take_from(folder, stick)
    assert stored.listed(folder) == ()
    assert not keys.exists(folder)
    ways_on.take_from(folder, stick)
    assert len(stored.listed(folder)) == 1


def test_a_folder_without_one_is_refused(tmp_path: Path) -> None:
    for chosen in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(Refused, match="no sound backup"):
            ways_on.take_from(tmp_path / "vault-2", chosen)
    assert not (tmp_path / "vault-2").exists()


@pytest.mark.parametrize(
    ("problem", "needs"),
    [
        (Problem("folder", looking.NO_DATABASE), True),
        (Problem("backup", "There is no sound backup."), True),
        (Problem("vault", "The disk is full."), False),
        (Problem("folder", looking.NOT_A_FOLDER), False),
        (Problem("keys", keys.NEWER), False),
        (Problem("schema", "Newer."), False),
    ],
)
def test_a_stick_is_asked_for_only_where_nothing_else_is_left(
    bare_vault: tuple[Path, str], tmp_path: Path, problem: Problem, *, needs: bool
) -> None:
    folder = scene.copy(bare_vault[0], tmp_path / "copy")
    shutil.rmtree(stored.shelf(folder), ignore_errors=True)
    assert ways_on.trouble(folder, problem).needs_a_backup is needs
