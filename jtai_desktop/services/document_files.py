"""The files of the versions: what is missing or changed, saving a copy, sweeping what is left."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backups, files_outside
from jtai_desktop.store import documents as stored
from jtai_desktop.store.files_outside import Outside
from jtai_desktop.store.trouble import told


@dataclass(frozen=True, slots=True)
class Astray:
    """A version whose file is not what it was."""

    document: Document
    version: Version
    how: Outside


def content(workspace: Workspace, version: Version) -> Iterator[bytes]:
    """What a version holds, piece by piece; a file outside must still be what it was."""
    if version.kept:
        return workspace.store.files.read(version.kept)
    path = Path(version.place)
    how = files_outside.stands(path, version.size, version.sha256)
    if how is not Outside.SAME:
        sentence = f"{version.file_name} is {how} where it lies. Add it again as a new version."
        raise Refused(sentence, place="file")
    return iter([path.read_bytes()])


def astray(workspace: Workspace, inspection_id: str) -> tuple[Astray, ...]:
    """The versions whose file is missing or was changed."""
    documents = overview.load(workspace, inspection_id).documents
    kept = {each.kept for document in documents for each in document.versions if each.kept}
    gone = workspace.store.files.missing(kept)
    found = (
        Astray(document, version, _stands(version, gone))
        for document in documents
        for version in document.versions
    )
    return tuple(each for each in found if each.how is not Outside.SAME)


def sweep(workspace: Workspace) -> int:
    """Take away files that neither the vault nor a backup of it names any more; how many.

    Where a backup can’t tell what it needs, or the vault is only looked at, none is taken away.
    """
    with told():
        in_backups = backups.files_named(workspace.folder)
    if workspace.is_read_only or in_backups is None:
        return 0
    with workspace.reading() as session:
        named = stored.kept_files(session)
    return workspace.store.files.sweep(named | in_backups)


def _stands(version: Version, gone: frozenset[str]) -> Outside:
    if version.kept:
        return Outside.MISSING if version.kept in gone else Outside.SAME
    return files_outside.stands(Path(version.place), version.size, version.sha256)
