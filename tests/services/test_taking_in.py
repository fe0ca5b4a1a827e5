"""Files in three turns: what is under way is left alone, and never named by another vault."""

import io
from dataclasses import replace

import pytest

from jtai_desktop.domain.inspection import Keeping
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import document_files, documents, overview, taking_in
from jtai_desktop.services.taking_in import Incoming, Ready
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store.files import Files


@pytest.fixture
def prepared(bare_workspace: Workspace, bare: str) -> Ready:
    """A file that may come."""
    document = overview.load(bare_workspace, bare).documents[0]
    file = Incoming(document.id, "minutes.txt", lambda: io.BytesIO(b"one"), 3)
    return taking_in.ready(bare_workspace, [file], Keeping.TAKEN_IN)


def there(workspace: Workspace) -> set[str]:
    folder = workspace.store.files.folder
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def test_no_sweep_takes_what_is_under_way(
    bare_workspace: Workspace, bare: str, prepared: Ready
) -> None:
    staged = taking_in.stage(prepared)
    assert document_files.sweep(bare_workspace) == 0
    documents.record(bare_workspace, bare, staged)
    found = [each for each in overview.load(bare_workspace, bare).documents if each.versions]
    assert [each.versions[0].kept for each in found] == [staged.versions[0].kept]
    assert document_files.sweep(bare_workspace) == 0
    assert document_files.astray(bare_workspace, bare) == ()


def test_what_was_staged_for_another_vault_is_refused_and_gone(
    bare_workspace: Workspace, bare: str, prepared: Ready
) -> None:
    files = bare_workspace.store.files
    bare_workspace.store.files = Files(bare_workspace.folder, bytes(32))
    with pytest.raises(Refused, match="put back meanwhile"):
        documents.record(bare_workspace, bare, taking_in.stage(prepared))
    bare_workspace.store.files = files
    assert there(bare_workspace) == set()


def test_what_is_stopped_leaves_nothing(bare_workspace: Workspace, prepared: Ready) -> None:
    def stop(_done: int, _size: int) -> None:
        raise Refused("Stopped.")

    with pytest.raises(Refused, match="Stopped"):
        taking_in.stage(prepared, stop)
    assert there(bare_workspace) == set()


def test_what_lies_nowhere_can_not_be_left_where_it_lies(prepared: Ready) -> None:
    with pytest.raises(Refused, match="lies nowhere"):
        taking_in.stage(replace(prepared, begun=()))
