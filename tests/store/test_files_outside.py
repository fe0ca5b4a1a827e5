"""Files outside the vault: the names they get, and that none is written over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import files_outside


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("minutes.pdf", "minutes.pdf"),
        ("../../etc/passwd.txt", "_.._etc_passwd.txt"),
        ("C:\\secret\\a.pdf", "C__secret_a.pdf"),
        ("what? “now”.docx", "what_ “now”.docx"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        (" . ", "document"),
        ("", "document"),
        ("a\x00\nb.pdf", "a__b.pdf"),
        ("a.tar.gz", "a.tar.gz"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("Ł" * 300 + ".pdf", "Ł" * 60 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 118),
    ],
)
def test_a_name_is_one_that_every_system_takes(given: str, name: str) -> None:
    assert files_outside.name_for(given) == name


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"theirs")
    (tmp_path / "a (2).pdf").symlink_to(tmp_path / "nowhere")
    path = files_outside.place_for(tmp_path, "a.pdf")
    files_outside.fill(path, [b"one", b"two"])
    assert path == tmp_path / "a (3).pdf"
    assert path.read_bytes() == b"onetwo"
    assert (tmp_path / "a.pdf").read_bytes() == b"theirs"


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"one"
        raise Refused("damaged")

    with pytest.raises(Refused):
        files_outside.fill(files_outside.place_for(tmp_path, "a.pdf"), broken())
    assert list(tmp_path.iterdir()) == []
