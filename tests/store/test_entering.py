"""Coming into a vault: opened, only looked at, or a backup of it in its place."""

from pathlib import Path

import pytest

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.store import (
    backup_writing,
    backups,
    checking,
    entering,
    folders,
    holder,
    looking,
    people,
)
from jtai_desktop.store.backup_writing import Wanted
from jtai_desktop.store.entering import Opened, ReadOnly
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, NOW

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
host:/home /home nfs4 rw 0 0
me@host: /mnt/my\\040host fuse.sshfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
"""


def unlocked() -> Unlocked:
    """The key of these vaults, as a passphrase would have given it."""
    return Unlocked(bytearray(scene.DATA_KEY), COORDINATOR, "")


def spoil(folder: Path, page: int) -> None:
    """Turn one bit of a page."""
    database = folder / looking.DATABASE
    content = bytearray(database.read_bytes())
    content[page * 4096 + 100] ^= 1
    database.write_bytes(content)


def backed_up(folder: Path) -> str:
    """A backup of it; its name."""
    store = scene.reopen(folder)
    wanted = Wanted.on_shelf(folder, NOW, Reason.BY_HAND)
    name = backup_writing.write(store.connection, wanted).name
    store.close()
    return name


def roles(store: Store) -> list[str]:
    """What can be read in it."""
    with store.reading() as session:
        return sorted(contact.role for contact in people.load(session, HERE).contacts)


def test_a_sound_vault_is_opened(folder: Path) -> None:
    found = entering.enter(folder, unlocked(), NOW)
    assert isinstance(found, Opened)
    assert (found.notes, found.store.is_read_only) == ((), False)
    found.store.close()


def test_an_altered_row_leaves_it_to_be_looked_at(folder: Path) -> None:
    store = scene.reopen(folder)
    scene.raw(store).execute("UPDATE contacts SET role = 'Other'")
    store.close()
    found = entering.enter(folder, unlocked(), NOW)
    assert isinstance(found, ReadOnly)
    assert found.problems == (checking.ROWS,)
    assert found.shown is None
    assert roles(found.store) == ["Other", "Other"]
    with pytest.raises(Refused, match="looked at only"):
        scene.act(found.store, lambda _doing: None)
    found.store.close()
    assert not (folder / holder.NAME).exists()


def test_an_altered_clock_leaves_it_to_be_looked_at(folder: Path) -> None:
    store = scene.reopen(folder)
    scene.raw(store).execute("UPDATE vault_info SET stands_at = 'noon'")
    store.close()
    found = entering.enter(folder, unlocked(), NOW)
    assert isinstance(found, ReadOnly)
    assert found.problems == (checking.ROWS,)
    found.store.close()


def test_a_broken_reference_is_told(folder: Path) -> None:
    store = scene.reopen(folder)
    scene.raw(store).execute("PRAGMA foreign_keys = OFF")
    scene.raw(store).execute("UPDATE contacts SET agency_id = 'nobody'")
    store.close()
    found = entering.enter(folder, unlocked(), NOW)
    assert isinstance(found, ReadOnly)
    assert found.problems == (checking.REFERENCES,)
    found.store.close()


def test_each_damaged_page_is_told_and_the_backup_shown_or_the_vault(folder: Path) -> None:
    name = backed_up(folder)
    right = (folder / looking.DATABASE).read_bytes()
    shown = set()
    for page in range(len(right) // 4096):
        (folder / looking.DATABASE).write_bytes(right)
        spoil(folder, page)
        found = entering.enter(folder, unlocked(), NOW)
        assert isinstance(found, ReadOnly), page
        assert found.problems
        shown.add(found.shown.name if found.shown else "")
        found.store.close()
    assert shown == {name, ""}


def test_a_torn_file_shows_the_backup_and_can_be_restored_from(folder: Path) -> None:
    name = backed_up(folder)
    (folder / looking.DATABASE).write_bytes(b"x" * 8192)
    found = entering.enter(folder, unlocked(), NOW)
    assert isinstance(found, ReadOnly)
    assert found.shown is not None
    assert found.shown.name == name
    assert "damaged" in found.problems[0].sentence
    assert roles(found.store) == ["Lead 1", "Lead 2"]
    found.store.close()
    assert (folder / looking.DATABASE).read_bytes() == b"x" * 8192


def test_without_a_sound_backup_it_is_refused_in_one_sentence(folder: Path) -> None:
    spoil(backups.path_of(folder, backed_up(folder)), 3)
    (folder / looking.DATABASE).write_bytes(b"x" * 8192)
    with pytest.raises(Refused, match="no sound backup"):
        entering.enter(folder, unlocked(), NOW)


def test_the_last_backup_can_be_looked_at_while_the_vault_is_open_elsewhere(folder: Path) -> None:
    name = backed_up(folder)
    elsewhere = scene.reopen(folder)
    with pytest.raises(Refused, match="already open"):
        entering.enter(folder, unlocked(), NOW)
    why = Problem("holder", "It is open elsewhere.")
    found = entering.look_at_backup(folder, unlocked(), why)
    assert found.shown is not None
    assert found.shown.name == name
    assert found.problems == (why,)
    assert roles(found.store) == ["Lead 1", "Lead 2"]
    found.store.close()
    assert (folder / holder.NAME).exists()
    elsewhere.close()


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/me/vault", True),
        ("/mnt/share/vault", True),
        ("/mnt/my host/vault", True),
        ("/mnt/shared/vault", False),
        ("/media/stick/vault", False),
        ("/var/vault", False),
    ],
)
def test_a_network_drive_is_known_by_its_mount(path: str, *, remote: bool) -> None:
    assert folders.is_networked(folders.file_system(MOUNTS, path)) is remote


@pytest.mark.parametrize(
    ("part", "synced"),
    [
        ("OneDrive - Northmoor Council", True),
        ("Dropbox", True),
        ("Google Drive", True),
        ("OneDrives", False),
        ("Documents", False),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(part: str, *, synced: bool) -> None:
    assert bool(folders.synchronised(("/", "home", part, "vault"))) is synced


def test_a_vault_in_a_synchronised_folder_is_opened_with_a_word(
    folder: Path, tmp_path: Path
) -> None:
    there = scene.copy(folder, tmp_path / "OneDrive" / "vault")
    found = entering.enter(there, unlocked(), NOW)
    assert isinstance(found, Opened)
    assert "OneDrive" in found.notes[0].sentence
    found.store.close()
