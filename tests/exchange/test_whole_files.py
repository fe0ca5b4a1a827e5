"""A finished file is written whole, or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.whole_files import write_whole


def test_it_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(b"new", tmp_path / "a.pdf")
    write_whole(b"newer", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600


def test_a_file_of_a_like_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf.part").write_bytes(b"kept")
    write_whole(b"new", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf.part").read_bytes() == b"kept"


def test_the_longest_name_that_a_file_can_have_works(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".pdf")
    write_whole(b"new", path)
    assert path.read_bytes() == b"new"


def test_a_link_gives_way_to_the_file_and_its_target_stays(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "target")
    write_whole(b"new", tmp_path / "a.pdf")
    assert (tmp_path / "target").read_bytes() == b"old"
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "is a folder"),
        (".", "is a folder"),
        ("..", "is a folder"),
        ("folder", "“folder” is a folder. Give the name of a file"),
        ("pipe", "“pipe” is not a file that can be written"),
        ("no/a.pdf", "There is no folder “"),
        ("file/a.pdf", "There is no folder “"),
        ("x" * 256, "That file name is too long"),
        ("a\x00b", "“a b” can’t be written there"),
        ("a\ud800b", "“a b” can’t be written there"),
    ],
)
def test_what_can_not_be_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match=words) as refused:
        write_whole(b"new", tmp_path / name)
    assert str(refused.value).isprintable()
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file", "pipe"}
    assert (tmp_path / "pipe").is_fifo()


def test_a_name_in_a_sentence_has_no_line_breaks(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_whole(b"", tmp_path / "a\nb" / "c\x1b[31m.pdf")
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("step", ["fsync", "open"])
@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full, so “a.pdf” was not written"),
        (errno.EACCES, "“a.pdf” can’t be written there. Choose another"),
        (errno.EIO, "“a.pdf” can’t be written there"),
    ],
)
def test_the_old_file_stays_where_the_new_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, words: str
) -> None:
    def fail(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(Refused, match=words) as refused:
        write_whole(b"new", tmp_path / "a.pdf")
    monkeypatch.undo()
    assert refused.value.problem.place == "file"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_stopping_half_way_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(b"new", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
