"""Each trouble in opening: its own sentence and its own way on, by keyboard only."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from jtai_desktop.services import backups, inspections
from jtai_desktop.services import keys as key_services
from jtai_desktop.services import workspace as the_clock
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backups as stored
from jtai_desktop.store import folders, key_backups, keys, looking
from jtai_desktop.store.canonical import canonical_bytes
from jtai_desktop.ui.front.mending import Mending
from jtai_desktop.ui.shell.actions import Do
from tests.services import quick_keys, scene
from tests.ui.keyboard import push, put, ring, tab_to
from tests.ui.person import Person, plain, spoken

PASSPHRASE = "Passphrase"
LOOK, PUT_BACK = "Look at the last backup", "Use the keys of the last backup"
TAKE = "Take a backup from a folder…"
DAY_OF_BACKUP = "Mon 9 Nov 2026, 10:40"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here is about the cost of a derivation."""
    quick_keys.hurry(monkeypatch)


class Wall(datetime):
    """The computer’s clock, a day after the example’s: weeks later it is told to have jumped."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        """The same moment always."""
        return cls.fromtimestamp((scene.NOW + timedelta(days=1)).timestamp(), tz)


@pytest.fixture(autouse=True)
def wall_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here hangs on the day on which it is run."""
    monkeypatch.setattr(the_clock, "datetime", Wall)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault called Southmoor, with a backup of when it was Northmoor; and its code."""
    folder = tmp_path_factory.mktemp("opening") / "vault"
    with pytest.MonkeyPatch.context() as patch:
        quick_keys.hurry(patch)
        here = scene.make_bare(folder)
        workspace = scene.reopen(folder, scene.NOW.replace(day=9))
        _changes, code = key_services.new_code(workspace, scene.PASSPHRASE)
        backups.back_up(workspace)
        inspections.rename(workspace, here, "Southmoor")
        workspace.close()
    return folder, code


@pytest.fixture
def vault(own_computer: Path, made: tuple[Path, str]) -> Path:
    """A copy in the place where the program looks for its vault."""
    return Path(shutil.copytree(made[0], own_computer / "vault"))


@pytest.fixture
def person(qapp: QApplication, vault: Path) -> Iterator[Person]:
    """Somebody in front of the locked vault."""
    qapp.processEvents()
    someone = Person(vault)
    someone.start()
    yield someone
    someone.leave()


def _database(vault: Path) -> Path:
    return vault / looking.DATABASE


def _area(person: Person) -> str:
    return person.window.windowTitle().split(",")[0]


def _ways(person: Person) -> list[str]:
    words = [plain(each.text()) for each in person.seen(QAbstractButton)]
    return [each for each in words if each in {LOOK, PUT_BACK, TAKE}]


def _restore_the_ring(person: Person) -> None:
    """From the table: compare, then restore, with the safe choice first."""
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: plain(getattr(ring(), "text", str)()) == "Leave as it is")
    push(person, "Restore this backup")


def test_open_elsewhere_says_who_and_since_when_and_the_backup_can_be_looked_at(
    person: Person, vault: Path
) -> None:
    elsewhere = scene.reopen(vault)
    put(person, scene.PASSPHRASE)
    assert "already open: Inspection coordinator on" in person.words()
    assert "since Tue 10 Nov 2026, 10:40" in person.words()
    assert DAY_OF_BACKUP in person.words()
    assert person.problem(PASSPHRASE) == ""
    assert plain(getattr(ring(), "text", str)()) == LOOK
    person.press(Qt.Key.Key_Space)
    assert (_area(person), person.inside.place) == ("Northmoor", "today")
    banner = person.inside._standing.accessibleName()
    assert banner.startswith(f"Only to be looked at: the backup of {DAY_OF_BACKUP}. This vault is")
    person.do(Do.LOCK)
    elsewhere.close()
    put(person, scene.PASSPHRASE)
    assert _area(person) == "Southmoor"


def test_a_wrong_passphrase_on_the_way_on_is_said_at_its_field(person: Person, vault: Path) -> None:
    _database(vault).unlink()
    put(person, "not the right words")
    push(person, LOOK)
    assert "does not open this vault" in person.problem(PASSPHRASE)
    person.type(PASSPHRASE, scene.PASSPHRASE)
    push(person, LOOK)
    assert person.seen(Mending)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "database is missing from its folder. Nothing new was made"),
        (b"", "database is empty"),
        (b"SQLite format 3\x00" + bytes(8192), "is not encrypted"),
        (b"short", "is damaged"),
    ],
)
def test_what_cannot_be_opened_leads_to_the_backup_and_its_restoring(
    person: Person, vault: Path, content: bytes | None, said: str
) -> None:
    _database(vault).unlink()
    if content is not None:
        _database(vault).write_bytes(content)
    put(person, scene.PASSPHRASE)
    assert said in person.words()
    person.press(Qt.Key.Key_Space)
    assert said in person.words()
    assert f"the backup of {DAY_OF_BACKUP}" in person.words()
    assert ring() is person.table("Backups")
    push(person, "Only look")
    assert _area(person) == "Northmoor"
    person.do(Do.LOCK)
    assert (_database(vault).read_bytes() if content is not None else None) == content
    put(person, scene.PASSPHRASE)
    person.press(Qt.Key.Key_Space)
    _restore_the_ring(person)
    assert (_area(person), person.inside.place) == ("Northmoor", "today")
    assert not person.inside._standing.isVisible()
    person.do(Do.LOCK)
    put(person, scene.PASSPHRASE)
    assert _area(person) == "Northmoor"


def test_a_damaged_database_is_shown_as_its_backup_at_once(person: Person, vault: Path) -> None:
    _database(vault).write_bytes(b"x" * 8192)
    put(person, scene.PASSPHRASE)
    assert "damaged or does not belong to these keys" in person.words()
    _restore_the_ring(person)
    assert _area(person) == "Northmoor"
    rows = _kept(person)
    assert any("Damaged, set aside" in row for row in rows)


def _kept(person: Person) -> list[str]:
    person.inside.go("vault")
    person.settle()
    return spoken(person.table("Backups"))


def test_an_altered_vault_is_told_and_leaving_it_changes_nothing(
    person: Person, vault: Path
) -> None:
    _alter(vault)
    put(person, scene.PASSPHRASE)
    assert "altered outside the program" in person.words()
    assert "the vault as it is" in person.words()
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: plain(getattr(ring(), "text", str)()) == "Leave as it is")
    person.press(Qt.Key.Key_Escape)
    assert person.seen(Mending)
    push(person, "Only look")
    assert _area(person) == "Altered"


def _alter(vault: Path) -> None:
    workspace: Workspace = scene.reopen(vault)
    workspace.store.connection.raw.execute("UPDATE inspections SET area = 'Altered'")
    workspace.store.close()


def test_a_damaged_key_file_is_told_apart_from_a_wrong_passphrase(
    person: Person, vault: Path
) -> None:
    for name in keys.NAMES:
        (vault / name).write_bytes(b"{}")
    put(person, scene.PASSPHRASE)
    assert "Both copies of the key file are damaged" in person.words()
    assert _ways(person) == [PUT_BACK]
    push(person, PUT_BACK)
    assert _area(person) == "Southmoor"
    assert (vault / f"{keys.NAMES[0]}{key_backups.DAMAGED}").read_bytes() == b"{}"


def test_one_damaged_copy_of_the_key_file_is_mended_without_a_word(
    person: Person, vault: Path
) -> None:
    (vault / keys.NAMES[0]).write_bytes(b"{}")
    put(person, scene.PASSPHRASE)
    assert _area(person) == "Southmoor"
    first, second = ((vault / name).read_bytes() for name in keys.NAMES)
    assert first == second


def test_a_newer_vault_is_refused_and_left_as_it_is(person: Person, vault: Path) -> None:
    workspace = scene.reopen(vault)
    workspace.store.connection.raw.execute("UPDATE alembic_version SET version_num = '9999'")
    workspace.store.close()
    before = _database(vault).read_bytes()
    put(person, scene.PASSPHRASE)
    assert "newer version of the program" in person.words()
    assert _ways(person) == []
    assert _database(vault).read_bytes() == before


def test_a_synchronised_folder_is_a_warning_and_no_refusal(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "SYNCHRONISED", ("computer",))
    put(person, scene.PASSPHRASE)
    assert _area(person) == "Southmoor"
    assert "another program synchronises (computer)" in person.inside._standing.accessibleName()


def test_it_is_said_before_a_vault_is_made_there(
    newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "SYNCHRONISED", ("computer",))
    put(newcomer, "2 Nov 2026")
    tab_to(newcomer, "Area of the inspection")
    put(newcomer, "Northmoor")
    assert "another program synchronises (computer)" in newcomer.words()


def test_the_recovery_code_leads_to_the_backup_too(
    person: Person, vault: Path, made: tuple[Path, str]
) -> None:
    _database(vault).unlink()
    push(person, "Use the recovery code")
    put(person, made[1])
    assert "database is missing" in person.words()
    person.press(Qt.Key.Key_Space)
    assert person.seen(Mending)
    _restore_the_ring(person)
    assert _area(person) == "Northmoor"


def test_with_the_code_no_passphrase_is_set_in_a_vault_that_needs_mending(
    person: Person, vault: Path, made: tuple[Path, str]
) -> None:
    _alter(vault)
    push(person, "Use the recovery code")
    put(person, made[1])
    put(person, "saddle pebble tunic yodel")
    put(person, "saddle pebble tunic yodel")
    assert "The new passphrase was not set." in person.words()
    assert person.seen(Mending)


def test_a_key_file_of_a_newer_version_is_left_as_it_is(person: Person, vault: Path) -> None:
    for name in keys.NAMES:
        body = json.loads((vault / name).read_bytes())
        del body["checksum"]
        body["format"] = 2
        body["checksum"] = hashlib.sha256(canonical_bytes(body)).hexdigest()
        (vault / name).write_text(json.dumps(body), encoding="ascii")
    before = (vault / keys.NAMES[0]).read_bytes()
    put(person, scene.PASSPHRASE)
    assert "newer version of the program" in person.words()
    assert _ways(person) == []
    assert (vault / keys.NAMES[0]).read_bytes() == before


def _watched(person: Person) -> bool:
    return person.window._idle.running


def test_while_it_is_mended_the_vault_can_be_locked(person: Person, vault: Path) -> None:
    _alter(vault)
    assert not person.can(Do.LOCK)
    put(person, scene.PASSPHRASE)
    assert _watched(person)
    person.do(Do.LOCK)
    assert not person.window.hub.is_open
    assert not _watched(person)
    assert ring() is person.field(PASSPHRASE)


@pytest.fixture
def stick(made: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the backup on a stick, which is what the person chooses when asked for a folder."""
    folder = Path(shutil.copytree(stored.shelf(made[0]), tmp_path / "stick" / "jtai-backups"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    return folder


def test_on_another_computer_the_backup_from_a_stick_becomes_the_vault(
    newcomer: Person, stick: Path
) -> None:
    before = sorted(path.name for path in stick.rglob("*"))
    push(newcomer, "Restore from a folder…")
    assert f"The backup of {DAY_OF_BACKUP} lies ready" in newcomer.words()
    put(newcomer, "not the right words")
    assert "does not open this vault" in newcomer.problem(PASSPHRASE)
    put(newcomer, scene.PASSPHRASE)
    assert "database is missing" in newcomer.words()
    _restore_the_ring(newcomer)
    assert _area(newcomer) == "Northmoor"
    newcomer.do(Do.LOCK)
    put(newcomer, scene.PASSPHRASE)
    assert _area(newcomer) == "Northmoor"
    assert sorted(path.name for path in stick.rglob("*")) == before


@pytest.mark.usefixtures("stick")
@pytest.mark.parametrize("lost", ["database", "everything"])
def test_where_the_shelf_is_lost_too_a_backup_from_a_stick_is_taken(
    person: Person, vault: Path, lost: str
) -> None:
    shutil.rmtree(stored.shelf(vault))
    _database(vault).write_bytes(b"x" * 8192)
    if lost == "everything":
        for name in keys.NAMES:
            (vault / name).write_bytes(b"{}")
    put(person, scene.PASSPHRASE)
    assert _ways(person) == [TAKE]
    person.press(Qt.Key.Key_Space)
    if lost == "everything":
        push(person, PUT_BACK)
    _restore_the_ring(person)
    assert _area(person) == "Northmoor"


def test_a_folder_without_a_sound_backup_is_said_and_nothing_is_changed(
    newcomer: Person, stick: Path
) -> None:
    for path in stick.rglob(looking.DATABASE):
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    push(newcomer, "Restore from a folder…")
    assert "no sound backup of this program in that folder" in newcomer.words()
    assert not newcomer.window.vault.exists()


@pytest.mark.usefixtures("stick")
def test_a_backup_of_another_vault_is_not_laid_beside_this_one(person: Person, vault: Path) -> None:
    shutil.rmtree(vault)
    scene.make_bare(vault)
    stranger = keys.read(vault)
    keys.write(vault, replace(stranger, vault_id="another"))
    _database(vault).unlink()
    put(person, scene.PASSPHRASE)
    push(person, TAKE)
    assert "of another vault" in person.words()
    assert not stored.shelf(vault).exists()
