"""Files taken in: whole or refused, and nothing lost or left over by an interruption."""

import errno
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import files, private_files
from jtai_desktop.store.files import MAGIC, PIECE, Files, Taken

KEY = bytes(range(32))
SECRET = b"Child A and what the minutes say"


@pytest.fixture
def kept(tmp_path: Path) -> Files:
    return Files(tmp_path, KEY)


def take(kept: Files, content: bytes) -> Taken:
    return kept.take_in(io.BytesIO(content), len(content))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_goes_in_comes_out(kept: Files, size: int) -> None:
    content = bytes(at * 7 % 251 for at in range(1000)) * (size // 1000 + 1)
    taken = take(kept, content[:size])
    assert taken.size == size
    assert taken.sha256 == hashlib.sha256(content[:size]).hexdigest()
    assert b"".join(kept.read(taken.name)) == content[:size]


def test_nothing_of_it_can_be_read_beside_the_vault(kept: Files) -> None:
    taken = take(kept, SECRET * 100)
    path = kept.folder / taken.name
    assert SECRET[:8] not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == private_files.FILE_MODE
    assert kept.folder.stat().st_mode & 0o777 == private_files.FOLDER_MODE


def test_equal_files_are_kept_under_names_and_keys_of_their_own(kept: Files) -> None:
    one, two = take(kept, SECRET), take(kept, SECRET)
    assert one.name != two.name
    ends = [(kept.folder / each.name).read_bytes()[40:] for each in (one, two)]
    assert ends[0] != ends[1]


def _flip(at: int) -> Callable[[bytes], bytes]:
    return lambda old: old[:at] + bytes([old[at] ^ 1]) + old[at + 1 :]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "the mark": _flip(0),
    "the salt": _flip(len(MAGIC)),
    "the content": _flip(50),
    "cut short": lambda old: old[:-1],
    "cut to a whole piece": lambda old: old[: 40 + PIECE + 16],
    "a piece twice": lambda old: old + old[40:],
    "pieces swapped": lambda old: old[:40] + old[40 + PIECE + 16 :] + old[40 : 40 + PIECE + 16],
    "emptied": lambda _: b"",
    "only the head": lambda old: old[:40],
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_refused(kept: Files, spoil: Callable[[bytes], bytes]) -> None:
    taken = take(kept, b"x" * (PIECE + 100))
    path = kept.folder / taken.name
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(Refused, match="damaged or was altered"):
        b"".join(kept.read(taken.name))


def test_one_file_in_the_place_of_another_is_refused(kept: Files) -> None:
    one, two = take(kept, b"one"), take(kept, b"two")
    (kept.folder / one.name).write_bytes((kept.folder / two.name).read_bytes())
    with pytest.raises(Refused, match="damaged or was altered"):
        b"".join(kept.read(one.name))


def test_a_missing_file_is_said(kept: Files) -> None:
    taken = take(kept, b"one")
    (kept.folder / taken.name).unlink()
    assert kept.missing({taken.name}) == {taken.name}
    with pytest.raises(Refused, match="missing"):
        b"".join(kept.read(taken.name))


def test_the_limit_is_said_before_anything_is_read(kept: Files) -> None:
    class Unreadable(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise AssertionError

    with pytest.raises(Refused, match="has 201 MB; 200 MB is the most"):
        kept.take_in(Unreadable(), files.MOST + 1)


def test_a_file_that_grows_while_it_is_read_is_refused_and_leaves_nothing(
    kept: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST", PIECE)
    with pytest.raises(Refused, match="is the most"):
        kept.take_in(io.BytesIO(b"x" * (2 * PIECE)), 10)
    assert list(kept.folder.iterdir()) == []


def test_the_sweep_takes_only_what_nothing_names(kept: Files) -> None:
    one, two = take(kept, b"one"), take(kept, b"two")
    assert kept.sweep({one.name}) == 1
    assert kept.missing({one.name, two.name}) == {two.name}
    assert b"".join(kept.read(one.name)) == b"one"


def test_a_vault_without_files_has_nothing_to_sweep(kept: Files) -> None:
    assert kept.sweep(()) == 0
    assert kept.missing(()) == frozenset()


def test_progress_is_told(kept: Files) -> None:
    told: list[tuple[int, int]] = []
    size = PIECE + 5
    kept.take_in(io.BytesIO(b"x" * size), size, lambda done, of: told.append((done, of)))
    assert told == [(PIECE, size), (size, size)]


def test_what_a_failing_disk_can_not_take_away_hides_no_sentence(
    kept: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", fails)
        broken.setattr(Path, "unlink", fails)
        with pytest.raises(Refused, match="The disk reported a fault"):
            take(kept, SECRET)
        begun = kept.begin()
        kept.drop(begun)
    assert kept.sweep(()) == 1
    assert list(kept.folder.iterdir()) == []
