"""Keys, locks and backups as a coordinator lives with them, at the window, without a mouse."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jtai_desktop.cli import program
from jtai_desktop.services import vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.front.recovery_code import RecoveryCode
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.shell.actions import Do
from tests.flow.clock import Clock
from tests.services import quick_keys
from tests.ui.keyboard import push, put, ring, tab_to
from tests.ui.person import Person, plain, spoken

Key, Held = Qt.Key, Qt.KeyboardModifier
FIRST, SECOND = "kettle orbit walnut lantern", "saddle pebble tunic yodel"
AREA, NOTE = "Quillfeather", "Wimbrelsand"
MARKED = "context-note"


@pytest.fixture
def person(
    qapp: QApplication, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    """Somebody at a computer whose clock the test turns."""
    qapp.processEvents()
    quick_keys.hurry(monkeypatch)
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "data"))
    for name in ("create", "open_unlocked"):
        monkeypatch.setattr(vaults, name, _at(clock, getattr(vaults, name)))
    someone = Person(tmp_path / "data" / "vault")
    someone.start()
    yield someone
    someone.leave()


def _at(clock: Clock, way: Callable[..., Workspace]) -> Callable[..., Workspace]:
    def opened(folder: Path, given: object, _clock: object = None) -> Workspace:
        return way(folder, given, clock)

    return opened


def _begin(person: Person) -> str:
    """From the date to the code; the code."""
    person.type("When did the call come?", "2 Nov 2026, 09:00")
    tab_to(person, "Area of the inspection")
    put(person, AREA)
    assert ring().accessibleName() == "Passphrase"
    person.type("Passphrase", FIRST)
    tab_to(person, "Passphrase again")
    put(person, FIRST)
    (shown,) = person.seen(RecoveryCode)
    return shown.code


def _restart(person: Person) -> Person:
    person.leave()
    again = Person(person.window.vault)
    again.start()
    return again


def _walk_to(person: Person, table: RowTable, key: str) -> None:
    """From the first row downwards, until the ring is on that one."""
    tab_to(person, table.accessibleName())
    person.press(Key.Key_Home, Held.ControlModifier)
    for _ in table.rows:
        if table.current_key == key:
            return
        person.press(Key.Key_Down)
    pytest.fail(f"The ring never came to {key}.")


def _mark_done(person: Person) -> None:
    """The edit: a milestone of the timetable is done."""
    person.press(Key.Key_2, Held.ControlModifier)
    _walk_to(person, person.table("Milestones"), MARKED)
    person.press(Key.Key_Space)


def _is_done(person: Person) -> bool:
    person.press(Key.Key_2, Held.ControlModifier)
    row = next(row for row in person.table("Milestones").rows if row.key == MARKED)
    return "Done" in row.spoken


def test_from_the_first_run_to_a_new_passphrase(person: Person) -> None:
    code = _begin(person)
    assert all(group in person.words() for group in code.split("-"))
    push(person, "I have it on paper")
    put(person, code.replace("-", "").lower())
    assert person.inside.place == "today"
    _mark_done(person)
    assert _is_done(person)

    person.press(Key.Key_L, Held.ControlModifier)
    assert AREA not in person.words() + person.window.windowTitle()
    push(person, "Use the recovery code")
    put(person, code)
    person.type("Passphrase", SECOND)
    tab_to(person, "Passphrase again")
    put(person, SECOND)
    assert _is_done(person)

    again = _restart(person)
    put(again, FIRST)
    assert "does not open this vault" in again.problem("Passphrase")
    assert not again.window.hub.is_open
    put(again, SECOND)
    assert again.window.windowTitle().startswith(f"{AREA}, November 2026")
    assert _is_done(again)
    again.leave()


def test_yesterday_is_restored_looked_at_and_the_restore_taken_back(
    person: Person, clock: Clock
) -> None:
    clock.turn(9, 17)
    _begin(person)
    push(person, "Later")
    assert person.inside.place == "today"
    person.leave()
    clock.turn(10, 9)
    person = _restart(person)
    put(person, FIRST)
    _mark_done(person)
    assert _is_done(person)
    clock.turn(10, 12)
    person.do(Do.BACK_UP)
    kept = spoken(person.table("Backups"))
    assert [row.split(",")[0] for row in kept] == ["Tue 10 Nov 2026", "Mon 9 Nov 2026"]

    _walk_to(person, person.table("Backups"), person.table("Backups").rows[1].key)
    person.press(Key.Key_Return)
    person.wait(lambda: plain(getattr(ring(), "text", str)()) == "Leave as it is")
    sides = spoken(person.table("Now and then"))
    assert sides[0].startswith("Newest entry: now Tue 10 Nov 2026, 09:00, in the backup Mon 9 Nov")
    assert any(AREA in side for side in sides)
    clock.turn(10, 13)
    push(person, "Restore this backup")
    assert "Restored the backup of Mon 9 Nov 2026" in person.words()
    assert not _is_done(person)

    person.do(Do.VAULT)
    push(person, "Bring back what was there before")
    assert _is_done(person)
    person.leave()


def test_a_stolen_folder_tells_nothing(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = _begin(person)
    push(person, "Later")
    _mark_done(person)
    person.do(Do.WORKING_AS)
    put(person, NOTE)
    _mark_done(person)
    person.do(Do.BACK_UP)
    person.leave()

    stolen = Path(shutil.copytree(tmp_path / "data", tmp_path / "stolen"))
    files = [each for each in stolen.rglob("*") if each.is_file()]
    assert len([each for each in files if each.name == "vault.db"]) >= 2
    planted = (AREA, NOTE, FIRST, MARKED, code, code.replace("-", ""), code.split("-")[3])
    assert [each for each in files for text in planted if _holds(each, text)] == []
    assert _holds(_plain(tmp_path / "plain.txt"), AREA)

    for each in (each for each in files if each.name == "vault.db"):
        with (
            closing(sqlite3.connect(each)) as plain,
            pytest.raises(sqlite3.DatabaseError, match="not a database"),
        ):
            plain.execute("SELECT * FROM sqlite_master")
    thief = Person(stolen / "vault")
    thief.start()
    thief.press(Key.Key_Return)
    put(thief, SECOND)
    assert "does not open this vault" in thief.problem("Passphrase")
    assert AREA not in thief.words() + thief.window.windowTitle()
    assert not thief.window.hub.is_open
    thief.leave()
    monkeypatch.delenv("JTAI_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin", None)
    out = tmp_path / "sheet.pdf"
    asked = ["checklist", "--vault", str(stolen / "vault"), "--date", "10/11/2026"]
    assert program.run([*asked, "--out", str(out)]) == 2
    assert not out.exists()


def _plain(path: Path) -> Path:
    """The control: the same search finds the text where it lies open."""
    path.write_text(f"about {AREA}", encoding="utf-8")
    return path


def _holds(path: Path, text: str) -> bool:
    content = path.read_bytes()
    return any(text.encode(coding) in content for coding in ("utf-8", "utf-16-le", "utf-16-be"))
