"""Restoring: what is checked first, what is kept, and that the folder is never without a vault."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.milestones import Done, MilestoneNotes
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.store import (
    backup_checking,
    backup_writing,
    backups,
    holder,
    looking,
    migrating,
    milestones,
    private_files,
    restoring,
    setting_aside,
)
from jtai_desktop.store.backup_writing import Wanted
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.vault import READ_ONLY, Store
from tests.store import scene
from tests.store.scene import NOW

LATER = NOW + timedelta(hours=1)


def back_up(store: Store) -> Path:
    """A backup beside the vault; its folder."""
    wanted = Wanted.on_shelf(store.folder, NOW, Reason.BY_HAND)
    return backups.path_of(store.folder, backup_writing.write(store.connection, wanted).name)


def note(store: Store, text: str) -> None:
    """Something done, to tell one state from another."""
    done = MilestoneNotes("meetings", Done(NOW, "", text))
    scene.act(store, lambda doing: milestones.save(doing.session, scene.HERE, done))


def noted(store: Store) -> str:
    """What was noted last."""
    with store.reading() as session:
        found = {each.key: each for each in milestones.load(session, scene.HERE)}
    done = found["meetings"].done
    return done.note if done else ""


def test_the_earlier_state_comes_back_and_the_present_one_is_kept(store: Store) -> None:
    source = back_up(store)
    note(store, "after")
    kept = restoring.restore(store, source, LATER)
    assert noted(store) == ""
    assert store.verify() == ()
    assert kept is not None
    assert (kept.reason, kept.verified) == (Reason.RESTORE, True)
    restoring.restore(store, backups.path_of(store.folder, kept.name), LATER)
    assert noted(store) == "after"
    note(store, "and on")
    folder = store.folder
    store.close()
    again = scene.reopen(folder)
    assert noted(again) == "and on"
    again.close()


def test_the_vault_stays_ours_while_it_is_restored(store: Store) -> None:
    restoring.restore(store, back_up(store), LATER)
    with pytest.raises(Refused, match="already open"):
        scene.reopen(store.folder)
    assert (store.folder / holder.NAME).exists()


def spoil(source: Path) -> None:
    """Turn one bit in the middle."""
    database = source / looking.DATABASE
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)


def replace_by_another(source: Path) -> None:
    """Put the backup of another vault there, under the same key."""
    from itertools import count

    numbers = count(99)
    other = Store.create_with_key(
        source.parent / "other",
        scene.DATA_KEY,
        person="",
        now=NOW,
        new_id=lambda: f"{next(numbers):032x}",
    )
    other.close()
    shutil.copyfile(other.folder / looking.DATABASE, source / looking.DATABASE)
    shutil.rmtree(other.folder)


@pytest.mark.parametrize(
    "harm", [spoil, replace_by_another, lambda source: (source / looking.DATABASE).unlink()]
)
def test_an_unsound_or_foreign_backup_changes_nothing(
    store: Store, harm: Callable[[Path], None]
) -> None:
    source = back_up(store)
    note(store, "after")
    harm(source)
    with pytest.raises(Refused, match="not restored"):
        restoring.restore(store, source, LATER)
    assert noted(store) == "after"
    note(store, "still open")


def test_a_newer_backup_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    source = back_up(store)
    monkeypatch.setattr(migrating.is_older, "__defaults__", (("0000",),))
    with pytest.raises(Refused, match="newer version"):
        restoring.restore(store, source, LATER)


@pytest.mark.parametrize("failing", ["copyfile", "replace"])
def test_a_restore_that_fails_half_way_leaves_the_present_vault(
    store: Store, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    source = back_up(store)
    note(store, "after")
    replace = Path.replace

    def fail(aside: Path, path: Path) -> Path:
        if failing == "copyfile" or path.name == looking.DATABASE:
            raise OSError(28, "No space left on device")
        return replace(aside, path)

    if failing == "copyfile":
        monkeypatch.setattr(shutil, "copyfile", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Refused, match="disk is full"):
        restoring.restore(store, source, LATER)
    monkeypatch.undo()
    assert not (store.folder / restoring.ASIDE).exists()
    note(store, "and on")
    folder = store.folder
    store.close()
    again = scene.reopen(folder)
    assert noted(again) == "and on"
    again.close()


def damaged(folder: Path) -> Store:
    """A vault whose rows were altered past the store: open to be looked at."""
    with_change = scene.reopen(folder)
    scene.raw(with_change).execute("UPDATE contacts SET role = 'altered'")
    with_change.close()
    return Store.open_checked(folder, Subkeys.of(scene.DATA_KEY), scene.COORDINATOR, NOW)


def test_a_damaged_vault_is_set_aside_as_it_is(folder: Path) -> None:
    store = scene.reopen(folder)
    source = back_up(store)
    store.close()
    store = damaged(folder)
    assert store.is_read_only
    with pytest.raises(Refused, match="looked at only"):
        note(store, "refused")
    with pytest.raises(Refused) as caught:
        store.noting()
    assert str(caught.value) == READ_ONLY
    with pytest.raises(Refused, match="looked at only"):
        store.undo(scene.HERE, at=NOW, actor="")
    as_it_was = (folder / looking.DATABASE).read_bytes()
    kept = restoring.restore(store, source, LATER)
    assert kept is not None
    assert (kept.reason, kept.verified) == (Reason.DAMAGED, False)
    aside = backups.path_of(folder, kept.name) / looking.DATABASE
    assert aside.read_bytes() == as_it_was
    note(store, "goes on")
    with pytest.raises(Refused, match="not restored"):
        restoring.restore(store, aside.parent, LATER)
    store.close()


def test_a_missing_vault_comes_back_from_its_backup(folder: Path) -> None:
    store = scene.reopen(folder)
    source = back_up(store)
    store.close()
    (folder / looking.DATABASE).unlink()
    connection = backup_checking.opened(source / looking.DATABASE, Subkeys.of(scene.DATA_KEY))
    shown = Store(folder, connection, scene.COORDINATOR, (Problem("vault", "gone"),))
    assert restoring.restore(shown, source, LATER) is None
    assert not shown.is_read_only
    note(shown, "goes on")
    shown.close()


def test_a_backup_that_is_looked_at_is_not_restored_over_a_vault_that_is_open(
    store: Store,
) -> None:
    source = back_up(store)
    connection = backup_checking.opened(source / looking.DATABASE, Subkeys.of(scene.DATA_KEY))
    shown = Store(store.folder, connection, "", (Problem("holder", "open elsewhere"),))
    with pytest.raises(Refused, match="already open"):
        restoring.restore(shown, source, LATER)
    shown.close()
    assert (store.folder / holder.NAME).exists()


def test_setting_aside_works_where_files_have_one_name_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (folder / setting_aside.JOURNAL).write_bytes(b"hot")
    kept = setting_aside.set_aside(folder, "id", NOW)
    assert isinstance(kept, Backup)
    aside = backups.path_of(folder, kept.name)
    assert (aside / looking.DATABASE).read_bytes() == (folder / looking.DATABASE).read_bytes()
    assert (aside / setting_aside.JOURNAL).read_bytes() == b"hot"


def test_the_journal_of_the_old_one_is_gone_before_the_new_one_is_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, seen = Path.replace, list[bool]()

    def look(aside: Path, path: Path) -> Path:
        if path.name == looking.DATABASE:
            seen.append((store.folder / setting_aside.JOURNAL).exists())
        return replace(aside, path)

    source = back_up(store)
    assert (store.folder / setting_aside.JOURNAL).exists()
    monkeypatch.setattr(Path, "replace", look)
    restoring.restore(store, source, LATER)
    assert seen == [False]


def test_where_the_disk_does_not_confirm_it_work_goes_on_in_the_new_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = back_up(store)
    note(store, "after")
    sync_folder = private_files.sync_folder

    def fail(folder: Path) -> None:
        if folder == store.folder:
            raise OSError(5, "Input/output error")
        sync_folder(folder)

    monkeypatch.setattr(private_files, "sync_folder", fail)
    with pytest.raises(Refused, match="did not confirm"):
        restoring.restore(store, source, LATER)
    monkeypatch.undo()
    assert noted(store) == ""
    note(store, "goes on")
    folder = store.folder
    store.close()
    again = scene.reopen(folder)
    assert noted(again) == "goes on"
    again.close()
