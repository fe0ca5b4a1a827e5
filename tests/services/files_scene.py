"""Documents with files for the tests of backups: added, looked at, and all that must hold."""

import io
from pathlib import Path

from jtai_desktop.services import document_files, documents, inspections, overview
from jtai_desktop.services.taking_in import Incoming
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_files, backup_manifest, backups
from jtai_desktop.store import documents as stored


def add(workspace: Workspace, inspection_id: str, content: bytes, document: int = 0) -> str:
    """A further version of a document; the name under which its file was taken in."""
    before = overview.load(workspace, inspection_id).documents[document]
    file = Incoming(before.id, "minutes.txt", lambda: io.BytesIO(content), len(content))
    documents.take_in(workspace, inspection_id, [file])
    return overview.load(workspace, inspection_id).documents[document].versions[-1].kept


def contents(workspace: Workspace) -> list[bytes]:
    """What every version holds, in order; refused where a file is missing or damaged."""
    views = [overview.load(workspace, each.id) for each in inspections.listed(workspace)]
    documents_of = [each for view in views for each in view.documents]
    versions = [version for each in documents_of for version in each.versions]
    return [b"".join(document_files.content(workspace, version)) for version in versions]


def there(folder: Path) -> set[str]:
    """The names of the files beside a vault."""
    return set(backup_files.there(folder / "files"))


def named(workspace: Workspace) -> set[str]:
    """The names that the vault or a backup on its shelf needs."""
    with workspace.reading() as session:
        here = stored.kept_files(session)
    kept = backups.files_named(workspace.folder)
    assert kept is not None
    return set(here | kept)


def wrong(workspace: Workspace) -> list[str]:
    """What must never be: a record without its file, a backup without one, a file too many."""
    document_files.sweep(workspace)
    found = [f"{each} is missing" for each in named(workspace) - there(workspace.folder)]
    found += [f"{each} is left" for each in there(workspace.folder) - named(workspace)]
    for backup in backups.listed(workspace.folder):
        path = backups.path_of(workspace.folder, backup.name)
        needs = backup_manifest.files_of(path) or {}
        lacks = backup_files.lacking(needs, backup_files.places(path))
        found += [f"{backup.name} lacks {each}" for each in lacks]
    contents(workspace)
    return found
