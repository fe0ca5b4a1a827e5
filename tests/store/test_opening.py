"""Opening: what is refused, and in which words."""

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jtai_desktop.domain.milestones import MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import end_of_day
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    holder,
    keys,
    looking,
    milestones,
    opening,
    private_files,
    views,
)
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import CHEAP, COORDINATOR, DATA_KEY, NOW

PASSPHRASE = "four calm grey words"
SECOND = """
import sys
from collections.abc import Callable
from pathlib import Path
from jtai_desktop.domain.problems import Refused
from tests.store import scene
try:
    scene.reopen(Path(sys.stdin.read()))
except Refused as refused:
    print(ascii(str(refused)))
"""
# Large enough that the database writes pages before the end, so that a journal must take them back.
KILLED = """
import os, signal, sys
from pathlib import Path
from jtai_desktop.store import milestones
from jtai_desktop.domain.milestones import Done, MilestoneNotes
from tests.store import scene
store = scene.reopen(Path(sys.stdin.read()))
with store.action(scene.deed()) as doing:
    for number in range(10):
        done = Done(scene.NOW, "", "n" * 1_000_000)
        milestones.save(doing.session, scene.HERE, MilestoneNotes(f"key {number}", done))
        doing.session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def create(folder: Path) -> Store:
    """A vault with a passphrase, open."""
    return Store.create(
        folder, PASSPHRASE, person=COORDINATOR, now=NOW, new_id=scene.ids(), params=CHEAP
    )


def sentence(folder: Path, passphrase: str = PASSPHRASE) -> str:
    """The sentence with which opening is refused."""
    with pytest.raises(Refused) as caught:
        Store.open(folder, passphrase, now=NOW)
    return str(caught.value)


def keyed(folder: Path) -> str:
    """The sentence with which opening by the key is refused."""
    with pytest.raises(Refused) as caught:
        scene.reopen(folder)
    return str(caught.value)


def test_what_was_made_opens_again_with_its_passphrase_only(tmp_path: Path) -> None:
    folder = tmp_path / "a vault #1 100% ü"
    create(folder).close()
    store = Store.open(folder, PASSPHRASE, now=NOW)
    assert (store.person, store.vault_id, store.stands_at) == (COORDINATOR, f"{1:032x}", None)
    store.close()
    assert "does not open this vault" in sentence(folder, "four calm grey word")
    for name in keys.NAMES:
        (folder / name).write_bytes(b"{}")
    assert "damaged" in sentence(folder)


def test_the_clock_of_the_example_stands(tmp_path: Path) -> None:
    store = Store.create_with_key(
        tmp_path / "v", DATA_KEY, person="", now=NOW, new_id=scene.ids(), stands_at=NOW
    )
    assert store.stands_at == NOW
    store.close()


def test_only_the_owner_may_read_and_the_holder_goes_at_the_end(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = create(tmp_path / "v")
        with store.noting() as session:
            views.put(session, "today", 1)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.folder.iterdir()}
    names = {"vault.db", "vault.db-journal", "vault.holder", *keys.NAMES}
    assert modes == dict.fromkeys(names, 0o600)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    store.close()
    assert not (tmp_path / "v" / holder.NAME).exists()


def test_keys_left_by_an_interrupted_change_go(folder: Path) -> None:
    left = folder / (keys.NAMES[0] + keys.BEFORE)
    left.write_bytes(b"a slot that was taken out")
    scene.reopen(folder).close()
    assert not left.exists()


def test_a_second_program_is_told_who_has_it(store: Store) -> None:
    second = subprocess.run(
        [sys.executable, "-c", SECOND],
        input=str(store.folder),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "already open: Inspection coordinator on" in second.stdout
    assert "since Tue 10 Nov 2026, 10:40" in second.stdout


def test_a_second_opening_in_the_same_program_is_refused_and_harms_nothing(store: Store) -> None:
    assert "already open" in keyed(store.folder)
    second = subprocess.run(
        [sys.executable, "-c", SECOND],
        input=str(store.folder),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "already open" in second.stdout


def test_two_that_both_looked_first_are_told_apart_by_the_lock(store: Store) -> None:
    with pytest.raises(Refused, match="already open"):
        opening.connect(store.folder / looking.DATABASE, store._keys.database)


def test_who_is_only_in_the_way_for_a_moment_is_waited_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, key = store.folder / looking.DATABASE, bytes(store._keys.database)
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == opening.TRIES - 1:
            store.close()

    monkeypatch.setattr("jtai_desktop.store.opening.time.sleep", pause)
    opening.connect(path, key).close()
    assert len(pauses) == opening.TRIES - 1
    # The two must not ask again at the same moment for ever.
    assert len(set(pauses)) > 1


def test_a_holder_left_by_a_crash_does_no_harm(folder: Path) -> None:
    (folder / holder.NAME).write_text("{")
    scene.reopen(folder).close()
    assert "another program" in str(holder.refusal(folder))


def test_a_folder_that_is_no_vault_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "There is no vault" in sentence(tmp_path)
    assert "There is no vault" in sentence(tmp_path / "nowhere")
    assert "not a folder" in sentence(tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_missing_database_is_not_made_anew(folder: Path) -> None:
    (folder / looking.DATABASE).unlink()
    (folder / keys.NAMES[0]).write_bytes(b"{}")
    assert "missing" in sentence(folder)
    assert not (folder / looking.DATABASE).exists()
    with pytest.raises(Refused):
        opening.connect(folder / looking.DATABASE, DATA_KEY)
    assert not (folder / looking.DATABASE).exists()
    with pytest.raises(Refused, match="missing"):
        create(folder)


def test_missing_keys_are_named(folder: Path) -> None:
    assert "key file is missing" in sentence(folder)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"SQLite format 3\x00" + bytes(4080), "not encrypted"),
        (b"rubbish" * 2000, "damaged or does not belong"),
    ],
)
def test_a_foreign_database_is_refused_and_left_alone(
    folder: Path, content: bytes, words: str
) -> None:
    (folder / looking.DATABASE).write_bytes(content)
    assert words in keyed(folder)
    assert (folder / looking.DATABASE).read_bytes() == content


def test_a_real_plain_database_is_refused(folder: Path) -> None:
    from sqlcipher3 import dbapi2

    (folder / looking.DATABASE).unlink()
    plain = dbapi2.connect(str(folder / looking.DATABASE))
    plain.execute("CREATE TABLE t (a)")
    plain.commit()
    plain.close()
    assert "not encrypted" in keyed(folder)


def test_the_key_of_another_vault_opens_nothing(folder: Path) -> None:
    with pytest.raises(Refused, match="damaged or does not belong"):
        Store.open_with_key(folder, bytes(32), person="", now=NOW)


def test_a_driver_without_encryption_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = opening._answer
    silent = lambda raw, pragma: "" if pragma == "cipher_version" else answer(raw, pragma)  # noqa: E731
    monkeypatch.setattr(opening, "_answer", silent)
    assert "encryption of the database is missing" in keyed(folder)


@pytest.mark.parametrize("pragma", [*(name for name, _, _ in opening.PRAGMAS), "foreign_keys"])
def test_every_setting_is_read_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, pragma: str
) -> None:
    answer = opening._answer
    wrong = lambda raw, name: "?" if name == pragma else answer(raw, name)  # noqa: E731
    monkeypatch.setattr(opening, "_answer", wrong)
    assert pragma in keyed(folder)


def test_the_settings_are_those_measured_safe(store: Store) -> None:
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": "3",
        "foreign_keys": "1",
        "trusted_schema": "0",
        "cell_size_check": "1",
        "temp_store": "2",
        "secure_delete": "1",
        "cipher_log_level": "NONE",
    }
    assert {name: opening._answer(scene.raw(store), name) for name in wanted} == wanted


def test_a_vault_of_a_newer_program_is_refused(folder: Path) -> None:
    store = scene.reopen(folder)
    scene.raw(store).execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = (folder / looking.DATABASE).read_bytes()
    assert "newer version" in keyed(folder)
    assert (folder / looking.DATABASE).read_bytes() == before


def test_an_altered_vault_is_not_opened(folder: Path) -> None:
    store = scene.reopen(folder)
    scene.raw(store).execute("UPDATE inspections SET area = 'Southmoor'")
    store.close()
    assert "altered" in keyed(folder)
    assert not (folder / holder.NAME).exists()


def test_no_permission_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom no mode stops.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "no permission" in keyed(folder)


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "no permission")]
)
def test_what_the_disk_refuses_while_making_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(code, "")

    monkeypatch.setattr(private_files, "make_folder", fail)
    with pytest.raises(Refused, match=words):
        create(tmp_path / "v")


def test_a_vault_is_only_made_where_nothing_is(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="already a vault"):
        create(folder)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    with pytest.raises(Refused, match="already holds files"):
        create(tmp_path / "full")
    with pytest.raises(Refused, match="not a folder"):
        create(tmp_path / "full" / "letter.txt")


@pytest.mark.parametrize("name", ["vault.db.new", *keys.NAMES, looking.DATABASE])
def test_an_interrupted_making_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def crash_at(step: Callable[..., None]) -> Callable[..., None]:
        def crash(*paths: Path) -> None:
            if paths[-1].name == name:
                raise KeyboardInterrupt
            step(*paths)

        return crash

    with monkeypatch.context() as patched:
        for step in ("make_empty", "put_in_place"):
            patched.setattr(private_files, step, crash_at(getattr(private_files, step)))
        with pytest.raises(KeyboardInterrupt):
            create(tmp_path / "v")
    words = "no vault" if name == "vault.db.new" else "interrupted"
    assert words in sentence(tmp_path / "v")
    create(tmp_path / "v").close()
    Store.open(tmp_path / "v", PASSPHRASE, now=NOW).close()


def test_a_program_killed_in_the_middle_of_a_save_leaves_what_was_before(folder: Path) -> None:
    store = scene.reopen(folder)
    before = scene.dump(store)
    store.close()
    ran = subprocess.run([sys.executable, "-c", KILLED], input=str(folder), text=True, check=False)
    assert ran.returncode == -9
    assert (folder / "vault.db-journal").stat().st_size
    store = scene.reopen(folder)
    assert scene.dump(store) == before
    scene.act(store, lambda doing: scene.begin(doing, "second"))
    store.close()
    scene.reopen(folder).close()


def test_no_text_is_readable_in_any_file(folder: Path) -> None:
    canary = "canary-6f1d"
    store = scene.reopen(folder)
    notes = MilestoneNotes("meetings", set_by_hand=SetByHand(end_of_day(NOW.date()), canary))
    with store.action(scene.deed(canary)) as doing:
        milestones.save(doing.session, scene.HERE, notes)
        doing.session.flush()
        assert (folder / "vault.db-journal").stat().st_size
        contents = {path.name: path.read_bytes() for path in folder.iterdir()}
    contents |= {f"{path.name} later": path.read_bytes() for path in folder.iterdir()}
    assert canary in json.dumps(scene.dump(store))
    store.close()
    assert len(contents) == 6
    assert [name for name, content in contents.items() if canary.encode() in content] == []
