"""The count of wrong tries beside the vault."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import private_files, tries
from jtai_desktop.store.slots import Unlocked
from tests.store.scene import COORDINATOR, NOW

OPENED = Unlocked(b"", COORDINATOR, "slot-7")


def _fail(folder: Path, times: int, place: str = "passphrase") -> None:
    for _ in range(times):
        with pytest.raises(Refused, match="Wrong"), tries.counting(folder, NOW):
            raise Refused("Wrong.", place=place)


def test_five_are_free_and_the_sixth_has_to_wait_also_after_a_restart(tmp_path: Path) -> None:
    _fail(tmp_path, 4)
    assert tries.left(tmp_path, NOW) == 0
    _fail(tmp_path, 1)
    with pytest.raises(Refused, match="wait 1 second") as refused, tries.counting(tmp_path, NOW):
        pytest.fail("It was let through.")
    assert refused.value.problem.place == tries.PAUSE
    assert tries.left(tmp_path, NOW + timedelta(seconds=1)) == 0


def test_what_opens_it_begins_the_count_again_and_is_tried_first(tmp_path: Path) -> None:
    _fail(tmp_path, 4)
    with tries.counting(tmp_path, NOW) as found:
        found.append(OPENED)
    assert tries.read(tmp_path) == tries.Kept(last_slot="slot-7")
    _fail(tmp_path, 4)
    assert tries.left(tmp_path, NOW) == 0
    assert tries.read(tmp_path).last_slot == "slot-7"


def test_a_damaged_key_file_or_a_missing_code_is_no_wrong_try(tmp_path: Path) -> None:
    for place in ("keys", "memory", "code", tries.PAUSE):
        _fail(tmp_path, 9, place)
    assert tries.left(tmp_path, NOW) == 0
    assert not (tmp_path / tries.NAME).exists()


def test_a_clock_set_back_ten_years_does_not_lock_out(tmp_path: Path) -> None:
    _fail(tmp_path, 5)
    before = NOW - timedelta(days=3650)
    assert tries.left(tmp_path, before) == 1
    assert tries.left(tmp_path, before + timedelta(seconds=1)) == 0


def test_the_file_is_its_owners_alone_and_holds_nothing_else(tmp_path: Path) -> None:
    _fail(tmp_path, 5)
    path = tmp_path / tries.NAME
    assert path.stat().st_mode & 0o777 == 0o600
    written = path.read_text()
    assert written == '{"wrong": 5, "last": "2026-11-10T10:40:00+00:00", "slot": ""}'


@given(st.binary(max_size=80) | st.sampled_from([b"[]", b"null", b'{"wrong": "x"}', b"[" * 9999]))
def test_rubbish_counts_as_no_tries(
    tmp_path_factory: pytest.TempPathFactory, rubbish: bytes
) -> None:
    folder = tmp_path_factory.mktemp("tries")
    (folder / tries.NAME).write_bytes(rubbish)
    assert tries.left(folder, NOW) <= 60


def test_a_number_from_outside_does_not_grow_without_end(tmp_path: Path) -> None:
    written = '{"wrong": 1e400, "last": "2026-11-10T10:40:00", "slot": ""}'
    (tmp_path / tries.NAME).write_text(written)
    assert tries.left(tmp_path, NOW) <= 60


def test_a_count_that_cannot_be_written_is_no_reason_not_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _content: bytes) -> None:
        raise PermissionError

    monkeypatch.setattr(private_files, "write", refuse)
    with tries.counting(tmp_path, NOW) as found:
        found.append(OPENED)
    assert tries.read(tmp_path) == tries.Kept()
