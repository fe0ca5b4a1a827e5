"""Copies saved outside: whole, never over another file, and listed until they are gone."""

from pathlib import Path

import pytest

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import copies_out, documents, overview, taking_in, undoing
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import copies_out as stored
from jtai_desktop.store import files_outside, private_files, room
from tests.services import scene

TEXT = "Minutes of Tuesday"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that a person picked."""
    found = tmp_path / "outside"
    found.mkdir()
    return found


@pytest.fixture
def document(bare_workspace: Workspace, bare: str, tmp_path: Path) -> Document:
    """A document with one version that was taken in."""
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT)
    found = overview.load(bare_workspace, bare).documents[0]
    documents.take_in(bare_workspace, bare, [taking_in.incoming(found.id, path)])
    return overview.load(bare_workspace, bare).documents[0]


def test_a_copy_is_the_version_and_for_its_owner_only(
    bare_workspace: Workspace, bare: str, document: Document, folder: Path
) -> None:
    path = copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    assert path == folder / "minutes.txt"
    assert path.read_text() == TEXT
    assert path.stat().st_mode & 0o777 == private_files.FILE_MODE
    (found,) = copies_out.still_out(bare_workspace, bare)
    assert (found.title, found.path, found.copy.version) == (document.title, path, 1)
    assert (found.copy.when, found.copy.by.person) == (scene.NOW, bare_workspace.person)
    line = scene.lines(bare_workspace, bare)[0]
    assert line.summary == f"{document.title}: copy of version 1 saved outside"


def test_nothing_is_ever_overwritten(
    bare_workspace: Workspace, bare: str, document: Document, folder: Path
) -> None:
    names = [
        copies_out.save_copy(bare_workspace, bare, document.id, 1, folder).name for _ in range(3)
    ]
    assert names == ["minutes.txt", "minutes (2).txt", "minutes (3).txt"]
    assert len(copies_out.still_out(bare_workspace, bare)) == 3


def test_it_is_listed_until_it_is_said_to_be_gone(
    bare_workspace: Workspace, bare: str, document: Document, folder: Path
) -> None:
    for _ in range(2):
        copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    first, second = copies_out.still_out(bare_workspace, bare)
    changes = copies_out.say_gone(bare_workspace, bare, [first.copy.id])
    assert changes.summary == "1 saved copy: gone"
    assert copies_out.still_out(bare_workspace, bare) == (second,)
    undoing.undo(bare_workspace, bare)
    assert len(copies_out.still_out(bare_workspace, bare)) == 2
    assert bare_workspace.store.verify() == ()


def test_a_copy_that_left_is_not_undone_nor_the_version_it_is_of(
    bare_workspace: Workspace, bare: str, document: Document, folder: Path
) -> None:
    copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    with pytest.raises(Refused, match="copy of version 1 saved outside” came after it"):
        undoing.undo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).documents[0] == document
    assert len(copies_out.still_out(bare_workspace, bare)) == 1


def test_no_copy_goes_into_the_vault_itself(
    bare_workspace: Workspace, bare: str, document: Document
) -> None:
    for folder in (bare_workspace.folder, bare_workspace.folder / "files"):
        with pytest.raises(Refused, match="folder of the vault"):
            copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    assert copies_out.still_out(bare_workspace, bare) == ()


def test_what_is_missing_is_told(
    bare_workspace: Workspace, bare: str, document: Document, folder: Path
) -> None:
    with pytest.raises(Refused, match="has no version 2"):
        copies_out.save_copy(bare_workspace, bare, document.id, 2, folder)
    with pytest.raises(Refused, match="folder is not there"):
        copies_out.save_copy(bare_workspace, bare, document.id, 1, folder / "no")
    (bare_workspace.folder / "files" / document.versions[0].kept).unlink()
    with pytest.raises(Refused, match="missing from the vault"):
        copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    assert list(folder.iterdir()) == []


def test_a_copy_that_can_not_be_recorded_or_has_no_room_does_not_stay(
    bare_workspace: Workspace,
    bare: str,
    document: Document,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(stored, "add", _full)
        with pytest.raises(Refused, match="disk is full"):
            copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    monkeypatch.setattr(room, "_free", lambda _folder: 100)
    with pytest.raises(Refused, match="not enough room"):
        copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    assert list(folder.iterdir()) == []


def test_what_can_not_be_written_is_not_listed(
    bare_workspace: Workspace,
    bare: str,
    document: Document,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files_outside, "fill", _full)
    with pytest.raises(Refused, match="disk is full"):
        copies_out.save_copy(bare_workspace, bare, document.id, 1, folder)
    assert copies_out.still_out(bare_workspace, bare) == ()
    line = scene.lines(bare_workspace, bare)[0]
    assert line.summary == f"{document.title}: copy of version 1 was not written"


def _full(*_: object) -> None:
    raise Refused("The disk is full.")
