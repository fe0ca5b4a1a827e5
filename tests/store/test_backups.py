"""Backups: written aside, compared, put in place, listed, thinned; and how each can fail."""

import json
import shutil
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    backup_checking,
    backup_contents,
    backup_manifest,
    backup_writing,
    backups,
    keys,
    looking,
    opening,
    room,
    trouble,
)
from jtai_desktop.store.backup_writing import Progress, Wanted
from jtai_desktop.store.models import BankHolidayRow
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import COORDINATOR, NOW


def back_up(store: Store, after: timedelta = timedelta(0)) -> Backup:
    """A backup beside the vault."""
    wanted = Wanted.on_shelf(store.folder, NOW + after, Reason.BY_HAND)
    return backup_writing.write(store.connection, wanted)


@pytest.fixture
def made(store: Store) -> Path:
    """The folder of a backup of the test's vault."""
    return backups.path_of(store.folder, back_up(store).name)


def test_a_backup_is_a_vault_of_its_own_under_the_same_key(store: Store, made: Path) -> None:
    assert made.name == "2026-11-10T10-40-00"
    there = shutil.copytree(made, store.folder.parent / "elsewhere")
    copy = scene.reopen(Path(there))
    assert scene.dump(copy) == scene.dump(store)
    assert copy.verify() == ()
    copy.close()


def test_what_is_written_down_of_it(store: Store, made: Path) -> None:
    (kept,) = backups.listed(store.folder)
    raw = scene.raw(store)
    seq, rows = raw.execute("SELECT seq, rows FROM state_digest").fetchone()
    assert (kept.number, kept.taken, kept.reason) == (1, NOW, Reason.BY_HAND)
    assert (kept.seq, kept.rows, kept.verified) == (seq, rows, True)
    assert kept.size == (made / looking.DATABASE).stat().st_size
    assert backup_manifest.is_whole(made)
    text = (made / backup_manifest.NAME).read_text()
    assert "Northmoor" not in text
    assert COORDINATOR not in text


def test_only_the_owner_may_read_a_backup(made: Path) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made.rglob("*")}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_a_vault_with_a_passphrase_takes_its_keys_along(tmp_path: Path) -> None:
    store = Store.create(
        tmp_path / "v",
        "four calm grey words",
        person=COORDINATOR,
        now=NOW,
        new_id=scene.ids(),
        params=scene.CHEAP,
    )
    path = backups.path_of(store.folder, back_up(store).name)
    assert keys.read(path) == keys.read(store.folder)
    store.close()
    opened = Store.open(path, "four calm grey words", now=NOW)
    assert opened.vault_id
    opened.close()


def test_two_in_one_second_are_two_and_numbers_grow_whatever_the_clock(store: Store) -> None:
    names = [back_up(store).name, back_up(store).name, back_up(store, timedelta(-3650)).name]
    assert names == ["2026-11-10T10-40-00", "2026-11-10T10-40-00-2", "2016-11-12T10-40-00"]
    assert [one.number for one in backups.listed(store.folder)] == [3, 2, 1]
    assert backups.listed(store.folder)[0].name == names[2]


def test_a_copy_that_is_not_the_same_is_thrown_away(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup_writing._copy

    def copy_too_early(raw: object, database: Path, expected: int, progress: Progress) -> None:
        copy(raw, database, expected, progress)
        with_change = opening.connect(database, store._keys.database)
        with_change.execute("DELETE FROM bank_holidays")
        with_change.close()
        database.with_name(f"{database.name}-journal").unlink()

    monkeypatch.setattr(backup_writing, "_copy", copy_too_early)
    with pytest.raises(Refused, match="did not come out the same"):
        back_up(store)
    assert list(backups.shelf(store.folder).iterdir()) == []


@pytest.mark.parametrize("table", ["contacts", "history"])
def test_a_copy_with_the_same_numbers_but_another_value_is_thrown_away(
    store: Store, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    column = {"contacts": "role", "history": "summary"}[table]
    copy = backup_writing._copy

    def copy_wrongly(raw: object, database: Path, expected: int, progress: Progress) -> None:
        copy(raw, database, expected, progress)
        with_change = opening.connect(database, store._keys.database)
        with_change.execute(f"UPDATE {table} SET {column} = 'other'")  # noqa: S608
        with_change.close()

    monkeypatch.setattr(backup_writing, "_copy", copy_wrongly)
    with pytest.raises(Refused, match="did not come out the same"):
        back_up(store)


def test_a_backup_can_be_watched_and_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_writing, "STEPS_A_LOOK", 1)
    seen: list[float] = []

    def watch(share: float) -> bool:
        seen.append(share)
        return True

    wanted = Wanted.on_shelf(store.folder, NOW, Reason.BY_HAND)
    backup_writing.write(store.connection, wanted, watch)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 10
    with pytest.raises(Refused, match="was stopped"):
        backup_writing.write(store.connection, wanted, lambda _share: False)
    assert len(list(backups.shelf(store.folder).iterdir())) == 1
    scene.act(store, lambda doing: doing.session.delete(_holiday(doing.session)))
    assert store.verify() == ()


def _holiday(session: Session) -> BankHolidayRow:
    return session.get_one(BankHolidayRow, (scene.HERE, "2026-12-25"))


def test_a_full_disk_is_said_and_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_free", lambda _folder: 100)
    with pytest.raises(Refused, match="not enough room"):
        back_up(store)
    assert not backups.shelf(store.folder).exists()
    monkeypatch.undo()

    class FullError(dbapi2.OperationalError):  # type: ignore[misc]
        sqlite_errorcode = trouble.FULL

    def fill_up(*_: object) -> None:
        raise FullError

    monkeypatch.setattr(backup_writing, "_copy", fill_up)
    with pytest.raises(Refused, match="disk is full"):
        back_up(store)
    assert list(backups.shelf(store.folder).iterdir()) == []


def test_what_an_interruption_left_is_cleared_and_never_listed(store: Store, made: Path) -> None:
    shelf = backups.shelf(store.folder)
    for name in ("2026-11-10T09-00-00.new", "2026-11-10T08-00-00.gone"):
        shutil.copytree(made, shelf / name)
    assert [one.name for one in backups.listed(store.folder)] == [made.name]
    back_up(store)
    assert len(list(shelf.iterdir())) == 2


@pytest.mark.parametrize("spoilt", ["manifest", "missing", "shorter", "gone"])
def test_a_damaged_backup_is_listed_as_not_verified(store: Store, made: Path, spoilt: str) -> None:
    manifest, database = made / backup_manifest.NAME, made / looking.DATABASE
    if spoilt == "manifest":
        body = json.loads(manifest.read_text())
        manifest.write_text(json.dumps({**body, "seq": 1_000}))
    elif spoilt == "missing":
        manifest.unlink()
    elif spoilt == "shorter":
        database.write_bytes(database.read_bytes()[:-4096])
    else:
        database.unlink()
    (kept,) = backups.listed(store.folder)
    assert not kept.verified
    assert kept.taken == NOW
    assert not backup_manifest.is_whole(made)


def test_every_page_of_a_backup_is_watched(store: Store, made: Path) -> None:
    database = made / looking.DATABASE
    right = database.read_bytes()
    for page in range(0, len(right), 4096):
        spoilt = bytearray(right)
        spoilt[page + (page // 4096 * 37) % 4096] ^= 1
        database.write_bytes(spoilt)
        assert not backup_manifest.is_whole(made)
        assert backup_checking.problems_of(database, store._keys), page
    database.write_bytes(right)
    assert backup_checking.problems_of(database, store._keys) == ()


def test_backups_of_a_month_are_thinned_by_the_rule(store: Store, made: Path) -> None:
    for number in range(2, 41):
        folder = shutil.copytree(made, made.with_name(f"day-{number}"))
        taken = NOW - timedelta(days=40 - number, minutes=1)
        backup_manifest.write(
            folder,
            Backup("", number, taken, Reason.FIRST_TODAY, size=_size(made)),
            backup_manifest.Seal("", "", ""),
        )
    backups.remove(store.folder, [made.name])
    gone = backups.thin(store.folder, NOW)
    left = backups.listed(store.folder)
    assert len(gone) + len(left) == 39
    assert len(left) == 2 + 7 + 4
    assert backups.thin(store.folder, NOW - timedelta(days=3650)) == ()


def _size(folder: Path) -> int:
    return (folder / looking.DATABASE).stat().st_size


@pytest.mark.parametrize("content", [b"", b"x", b"x" * 4096])
def test_what_is_no_database_at_all_is_told(store: Store, made: Path, content: bytes) -> None:
    database = made / looking.DATABASE
    database.write_bytes(content)
    assert backup_checking.problems_of(database, store._keys) == (backup_checking.UNREADABLE,)
    assert backup_contents.inspections_in(made, store._keys) is None


@pytest.mark.parametrize("name", ["..", "nowhere", "../../vault", "", "."])
def test_a_backup_is_only_taken_from_the_shelf(store: Store, made: Path, name: str) -> None:
    with pytest.raises(Refused, match="no backup of that name"):
        backups.remove(store.folder, [name])
    assert made.exists()


def test_what_it_holds_is_told_in_names_and_numbers(store: Store, made: Path) -> None:
    found = backup_contents.of_backup(made, store._keys)
    assert found is not None
    assert [(held.area, held.practice) for held in found.inspections] == [("Northmoor", False)]
    assert dict(found.counts)["contacts"] == 2
    assert (found.actions, found.newest) == (1, NOW)
    assert found == backup_contents.of(store.connection)
    (made / looking.DATABASE).write_bytes(bytes(8192))
    assert backup_contents.of_backup(made, store._keys) is None


def test_a_sound_copy_of_an_earlier_state_is_thrown_away(
    store: Store, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = made / looking.DATABASE
    scene.act(store, lambda doing: doing.session.delete(_holiday(doing.session)))
    monkeypatch.setattr(
        backup_writing, "_copy", lambda _raw, database, *_: shutil.copyfile(earlier, database)
    )
    with pytest.raises(Refused, match="did not come out the same"):
        back_up(store, timedelta(hours=1))
