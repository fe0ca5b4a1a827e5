"""The key file: what opens it, what does not, and what is damaged."""

import errno
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import keys, private_files, recovery, slots, trouble
from jtai_desktop.store.costs import Params
from jtai_desktop.store.keys import KeyFile
from jtai_desktop.store.slots import Slot
from jtai_desktop.store.subkeys import Subkeys
from tests.store.scene import CHEAP, COORDINATOR, DATA_KEY

VAULT = "0" * 32
DATABASE_KEY = "e360b215e5f658e2d42786fec8776a53110a613c2147faa9804ba3f1d8f9556f"


@pytest.fixture(autouse=True)
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive in this process and cheaply: the child has tests of its own."""

    def quick(passphrase: str, salt: bytes, params: Params) -> bytes:
        from hashlib import scrypt

        return scrypt(passphrase.encode(), salt=salt, n=2, r=1, p=params.lanes, dklen=32)

    monkeypatch.setattr(slots, "derive", quick)


@pytest.fixture
def kept(tmp_path: Path) -> KeyFile:
    """A key file with one slot, written to the folder."""
    slot = slots.passphrase_slot(VAULT, DATA_KEY, "four calm grey words", COORDINATOR, CHEAP)
    made = KeyFile(VAULT, (slot,))
    keys.write(tmp_path, made)
    return made


def test_it_reads_as_written_and_gives_the_key_back(kept: KeyFile, tmp_path: Path) -> None:
    assert keys.read(tmp_path) == kept
    unlocked = slots.unlock(kept.vault_id, kept.slots, "four calm grey words")
    assert (unlocked.data_key, unlocked.person) == (DATA_KEY, COORDINATOR)


def test_a_wrong_passphrase_is_not_called_damage(kept: KeyFile) -> None:
    with pytest.raises(Refused, match="does not open") as refused:
        slots.unlock(kept.vault_id, kept.slots, "four calm grey word")
    assert refused.value.problem.place == "passphrase"


def test_the_same_letters_in_other_code_points_open_it() -> None:
    slot = slots.passphrase_slot(VAULT, DATA_KEY, "caf\u00e9", COORDINATOR, CHEAP)
    assert slots.unlock(VAULT, [slot], "cafe\u0301").data_key == DATA_KEY


def test_a_slot_moved_to_another_person_or_vault_opens_nothing(kept: KeyFile) -> None:
    (slot,) = kept.slots
    moved = replace(slot, person="Somebody else")
    for vault, tried in ((VAULT, moved), ("1" * 32, slot)):
        with pytest.raises(Refused, match="does not open"):
            slots.unlock(vault, [tried], "four calm grey words")


@pytest.mark.parametrize("name", keys.NAMES)
@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff\x00", None])
def test_one_damaged_or_missing_copy_is_mended_from_the_other(
    kept: KeyFile, tmp_path: Path, name: str, damage: bytes | None
) -> None:
    path = tmp_path / name
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    assert keys.read(tmp_path) == kept
    first, second = ((tmp_path / other).read_bytes() for other in keys.NAMES)
    assert first == second


@pytest.mark.usefixtures("kept")
def test_two_damaged_copies_are_called_damaged(tmp_path: Path) -> None:
    for name in keys.NAMES:
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(Refused, match="damaged") as refused:
        keys.read(tmp_path)
    assert refused.value.problem.place == "keys"


def test_of_two_sound_copies_the_newer_counts(kept: KeyFile, tmp_path: Path) -> None:
    old = (tmp_path / keys.NAMES[1]).read_bytes()
    newer = KeyFile(VAULT, kept.slots, generation=2)
    keys.write(tmp_path, newer)
    (tmp_path / keys.NAMES[0]).write_bytes(old)
    assert keys.read(tmp_path) == newer


def test_every_flipped_bit_of_both_copies_is_told(kept: KeyFile, tmp_path: Path) -> None:
    sound = (tmp_path / keys.NAMES[0]).read_bytes()
    for place in range(len(sound)):
        flipped = bytearray(sound)
        flipped[place] ^= 1
        found = keys._read(bytes(flipped))
        assert found is None or found == kept, place


@pytest.mark.usefixtures("kept")
def test_a_newer_format_is_called_newer(tmp_path: Path) -> None:
    body = json.loads((tmp_path / keys.NAMES[0]).read_bytes())
    del body["checksum"]
    body["format"] = 2
    body["checksum"] = keys._checksum(body)
    for name in keys.NAMES:
        (tmp_path / name).write_text(json.dumps(body))
    with pytest.raises(Refused, match="newer version"):
        keys.read(tmp_path)


def test_a_slot_of_a_newer_version_is_kept_as_it_was(kept: KeyFile, tmp_path: Path) -> None:
    body = json.loads((tmp_path / keys.NAMES[0]).read_bytes())
    del body["checksum"]
    token = {"id": "t", "kind": "token", "person": "Deputy", "port": 7, "more": {"ü": [1, None]}}
    dearer = {**body["slots"][0], "kdf": "argon3"}
    body["slots"] += [token, dearer]
    body["checksum"] = keys._checksum(body)
    for name in keys.NAMES:
        (tmp_path / name).write_text(json.dumps(body))
    found = keys.read(tmp_path)
    assert found.slots == kept.slots
    keys.write(tmp_path, found.rewritten(found.slots))
    written = json.loads((tmp_path / keys.NAMES[1]).read_bytes())
    assert written["slots"][1:] == [token, dearer]
    assert keys.read(tmp_path).generation == 2


def _fail_in_the_vault(folder: Path, first: Callable[[], object] = lambda: None) -> None:
    assert keys.read(folder).slots == ()
    first()
    raise Refused(trouble.DAMAGED)


def test_a_change_that_fails_leaves_the_old_keys(kept: KeyFile, tmp_path: Path) -> None:
    with (
        pytest.raises(Refused, match="damaged"),
        keys.replaced(tmp_path, kept, kept.rewritten(())),
    ):
        _fail_in_the_vault(tmp_path)
    assert keys.read(tmp_path).slots == kept.slots


def test_to_take_a_change_back_needs_no_room(
    kept: KeyFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> Path:
        raise OSError(errno.ENOSPC, "full")

    with (
        pytest.raises(Refused, match="damaged"),
        keys.replaced(tmp_path, kept, kept.rewritten(())),
    ):
        _fail_in_the_vault(tmp_path, lambda: monkeypatch.setattr(private_files, "lay_aside", full))
    copies = [keys._read((tmp_path / name).read_bytes()) for name in keys.NAMES]
    assert [copy.slots for copy in copies if copy] == [kept.slots, kept.slots]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(keys.NAMES)


def test_a_change_that_is_kept_leaves_nothing_of_before(kept: KeyFile, tmp_path: Path) -> None:
    with keys.replaced(tmp_path, kept, kept.rewritten(())):
        pass
    assert keys.read(tmp_path).slots == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(keys.NAMES)


def test_keys_that_may_not_be_taken_back_are_told_so(
    kept: KeyFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "put_in_place"

    def fail(*_given: object) -> None:
        raise OSError(errno.EIO, "fault")

    with (
        pytest.raises(Refused) as caught,
        keys.replaced(tmp_path, kept, kept.rewritten(())),
    ):
        _fail_in_the_vault(tmp_path, lambda: monkeypatch.setattr(private_files, place, fail))
    assert str(caught.value) == keys.NOT_TAKEN_BACK


def test_keys_that_do_not_fit_beside_change_nothing(
    kept: KeyFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_aside = private_files.lay_aside

    def full(path: Path, content: bytes, ending: str = ".new") -> Path:
        if ending == keys.BEFORE:
            raise OSError(errno.ENOSPC, "full")
        return lay_aside(path, content, ending)

    monkeypatch.setattr(private_files, "lay_aside", full)
    with (
        pytest.raises(OSError, match="full"),
        keys.replaced(tmp_path, kept, kept.rewritten(())),
    ):
        pytest.fail("nothing is done in the vault")
    assert keys.read(tmp_path) == kept


def test_a_full_disk_replaces_neither_copy(
    kept: KeyFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_aside = private_files.lay_aside

    def full(path: Path, content: bytes, ending: str) -> Path:
        if path.name == keys.NAMES[1]:
            raise OSError(errno.ENOSPC, "full")
        return lay_aside(path, content, ending)

    monkeypatch.setattr(private_files, "lay_aside", full)
    with pytest.raises(OSError, match="full"):
        keys.write(tmp_path, kept.rewritten(()))
    monkeypatch.undo()
    assert keys.read(tmp_path) == kept


def test_a_cheap_slot_and_an_empty_passphrase_are_refused() -> None:
    with pytest.raises(Refused, match="64 MiB"):
        slots.passphrase_slot(VAULT, DATA_KEY, "words", COORDINATOR, Params(memory_kib=1024))
    with pytest.raises(Refused, match="empty"):
        slots.passphrase_slot(VAULT, DATA_KEY, "", COORDINATOR, CHEAP)


@given(st.binary(max_size=400))
def test_rubbish_is_never_a_key_file(rubbish: bytes) -> None:
    assert keys._read(rubbish) is None


names = st.text(st.characters(exclude_categories=["Cs"]))
passphrase_slots = st.builds(
    Slot,
    id=names,
    kind=st.just(slots.PASSPHRASE),
    person=names,
    salt=st.binary(max_size=32),
    params=st.just(CHEAP),
    nonce=st.binary(max_size=16),
    wrapped=st.binary(max_size=64),
)
code_slots = st.builds(replace, passphrase_slots, kind=st.just(slots.RECOVERY), params=st.none())


@given(st.lists(passphrase_slots | code_slots, max_size=5), st.integers(1, 2**40))
def test_any_slots_read_as_written(made: list[Slot], generation: int) -> None:
    key_file = KeyFile(VAULT, tuple(made), generation)
    assert keys._read(keys._written(key_file)) == key_file


def test_the_recovery_code_opens_its_slot_and_no_other(kept: KeyFile) -> None:
    secret = recovery.new_secret()
    slot = recovery.recovery_slot(VAULT, DATA_KEY, secret, COORDINATOR)
    both = (*kept.slots, slot)
    assert recovery.unlock(VAULT, both, secret).data_key == DATA_KEY
    assert slots.unlock(VAULT, both, "four calm grey words").slot_id == kept.slots[0].id
    for vault, tried, code in ((VAULT, both, bytes(20)), ("1" * 32, both, secret)):
        with pytest.raises(Refused, match="not the code of this vault"):
            recovery.unlock(vault, tried, code)
    with pytest.raises(Refused, match="no recovery code"):
        recovery.unlock(VAULT, kept.slots, secret)


def test_keys_that_are_let_go_are_overwritten(kept: KeyFile) -> None:
    unlocked = slots.unlock(VAULT, kept.slots, "four calm grey words")
    unlocked.wipe()
    assert unlocked.data_key == bytes(32)
    assert "data_key" not in repr(unlocked)


def test_each_purpose_has_a_key_of_its_own_that_never_changes() -> None:
    drawn = Subkeys.of(DATA_KEY)
    four = {bytes(key) for key in (drawn.database, drawn.history, drawn.digest, drawn.files)}
    assert len(four) == 4
    assert drawn.database.hex() == DATABASE_KEY
    drawn.wipe()
    assert drawn.database == bytes(32)
