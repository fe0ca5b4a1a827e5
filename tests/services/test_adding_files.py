"""Files added as the council has set it: taken in, or left where they lie."""

from dataclasses import replace
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.inspection import Keeping
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import council, document_files, documents, overview, undoing
from jtai_desktop.services.documents import NewFile
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import files, room


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Three files on disk."""
    found = [tmp_path / f"{number}.txt" for number in (1, 2, 3)]
    for path in found:
        path.write_text(f"Content of {path.stem}")
    return found


def held(workspace: Workspace, inspection: str) -> tuple[Document, ...]:
    """The documents of two items that were asked for."""
    entries = overview.load(workspace, inspection).register().entries
    return tuple(each.documents[0] for each in entries if each.item.code in {"1.1", "1.2"})


def leave_where_they_lie(workspace: Workspace) -> None:
    settings = council.load(workspace)
    assert settings.keeps_files is Keeping.TAKEN_IN
    council.change(workspace, replace(settings, keeps_files=Keeping.REFERENCED))
    assert council.load(workspace).keeps_files is Keeping.REFERENCED


def added(workspace: Workspace, inspection: str, paths: list[Path]) -> tuple[Document, ...]:
    """Two versions for the first document, one for the second."""
    first, second = held(workspace, inspection)
    wanted = zip((first.id, first.id, second.id), paths, strict=True)
    new = [NewFile(one, path, note=path.stem) for one, path in wanted]
    changes = documents.add_files(workspace, inspection, new)
    assert changes.summary.startswith("2 documents: version in")
    return held(workspace, inspection)


@pytest.mark.parametrize("keeping", Keeping)
def test_each_comes_to_its_document_in_one_step(
    bare_workspace: Workspace, bare: str, paths: list[Path], keeping: Keeping
) -> None:
    before = held(bare_workspace, bare)
    if keeping is Keeping.REFERENCED:
        leave_where_they_lie(bare_workspace)
    first, second = added(bare_workspace, bare, paths)
    assert [(each.number, each.note) for each in first.versions] == [(1, "1"), (2, "2")]
    assert [line.step for line in first.lines] == [Step.RECEIVE]
    taken_in = keeping is Keeping.TAKEN_IN
    for version, path in zip((*first.versions, *second.versions), paths, strict=True):
        assert bool(version.kept) is taken_in
        assert version.place == ("" if taken_in else str(path))
        assert b"".join(document_files.content(bare_workspace, version)) == path.read_bytes()
    undoing.undo(bare_workspace, bare)
    assert held(bare_workspace, bare) == before
    undoing.redo(bare_workspace, bare)
    assert held(bare_workspace, bare) == (first, second)
    assert bare_workspace.store.verify() == ()


@pytest.mark.parametrize("keeping", Keeping)
def test_one_that_is_too_large_stops_all_before_anything_is_read(
    bare_workspace: Workspace,
    bare: str,
    paths: list[Path],
    keeping: Keeping,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = held(bare_workspace, bare)
    if keeping is Keeping.REFERENCED:
        leave_where_they_lie(bare_workspace)
    paths[2].write_text("Longer than the others")
    monkeypatch.setattr(files, "MOST", 20)
    with pytest.raises(Refused, match="is the most"):
        added(bare_workspace, bare, paths)
    assert held(bare_workspace, bare) == before
    assert not (bare_workspace.folder / "files").exists()


def test_without_room_for_all_of_them_none_is_taken_in(
    bare_workspace: Workspace, bare: str, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_free", lambda _folder: room.MARGIN + 200)
    with pytest.raises(Refused, match="not enough room"):
        added(bare_workspace, bare, paths)
    assert not (bare_workspace.folder / "files").exists()
    monkeypatch.setattr(room, "_free", lambda _folder: room.MARGIN + 300)
    added(bare_workspace, bare, paths)


def test_the_setting_is_kept_as_the_others_are_and_undone(bare_workspace: Workspace) -> None:
    leave_where_they_lie(bare_workspace)
    undoing.undo(bare_workspace, "")
    assert council.load(bare_workspace).keeps_files is Keeping.TAKEN_IN
