"""“Save a copy…”: a version put into a folder outside, listed until it is said to be gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.copies import CopyOut, Gone
from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import document_files
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import copies_out as stored
from jtai_desktop.store import documents, files_outside, room
from jtai_desktop.store.trouble import told

IN_THE_VAULT = "That is the folder of the vault. Choose another folder for the copy."


@dataclass(frozen=True, slots=True)
class StillOut:
    """A copy that nobody has said to be gone, and the document it is of."""

    copy: CopyOut
    title: str

    @property
    def path(self) -> Path:
        """Where it was put."""
        return Path(self.copy.folder) / self.copy.file_name

    @property
    def is_partly_there(self) -> bool:
        """Whether the program was ended while it was written, and a part of it lies there."""
        return files_outside.part_of(self.path).exists()


def save_copy(
    workspace: Workspace, inspection_id: str, document_id: str, version: int, folder: Path
) -> Path:
    """Put a version into a folder under its own name; where it lies now. It can’t be undone.

    The record comes before the first byte, so that nothing lies outside that no record names. What
    could not be written is then said to be gone.
    """
    workspace.store.refuse_read_only()
    document, wanted = _version(workspace, document_id, version)
    _refuse_vault(workspace, folder)
    with told():
        room.need(folder, wanted.size)
        content = _begun(document_files.content(workspace, wanted))
        path = files_outside.place_for(folder, wanted.file_name)
    try:
        copy = _record(workspace, inspection_id, document, wanted, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    try:
        with told():
            files_outside.fill(path, content)
    except BaseException:
        _not_written(workspace, inspection_id, document, copy)
        raise
    return path


def say_gone(workspace: Workspace, inspection_id: str, ids: Sequence[str]) -> Changes:
    """Say of some copies that they are gone: deleted, shredded, handed over."""
    wanted = tuple(dict.fromkeys(ids))
    said = f"{counted(len(wanted), 'saved copy', 'saved copies')}: gone"
    with workspace.action("copies.gone", said, inspection_id) as work:
        stored.mark_gone(work.session, wanted, Gone(workspace.now, workspace.signature))
    return work.changes


def still_out(workspace: Workspace, inspection_id: str) -> tuple[StillOut, ...]:
    """The copies that lie outside as far as anybody has said, the oldest first."""
    with workspace.reading() as session:
        found = [each for each in stored.listed(session, inspection_id) if each.gone is None]
        ids = tuple(dict.fromkeys(each.document_id for each in found))
        titles = {each.id: each.title for each in documents.load_documents(session, ids)}
    return tuple(StillOut(each, titles[each.document_id]) for each in found)


def _version(workspace: Workspace, document_id: str, number: int) -> tuple[Document, Version]:
    with workspace.reading() as session:
        (document,) = documents.load_documents(session, [document_id])
    found = document.version_of(number)
    if found is None:
        raise Refused(f"{document.title} has no version {number}.", place="Version")
    return document, found


def _refuse_vault(workspace: Workspace, folder: Path) -> None:
    vault, there = workspace.folder.resolve(), folder.resolve()
    if there == vault or vault in there.parents:
        raise Refused(IN_THE_VAULT, place="folder")


def _record(
    workspace: Workspace, inspection_id: str, document: Document, version: Version, path: Path
) -> CopyOut:
    copy = CopyOut(
        id=workspace.new_id(),
        document_id=document.id,
        version=version.number,
        when=workspace.now,
        by=Who(workspace.person, workspace.on_behalf_of),
        folder=str(path.parent),
        file_name=path.name,
    )
    said = f"{document.title}: copy of version {version.number} saved outside"
    with workspace.action("document.copied-out", said, inspection_id, undoable=False) as work:
        stored.add(work.session, copy)
    return copy


def _not_written(
    workspace: Workspace, inspection_id: str, document: Document, copy: CopyOut
) -> None:
    """Nothing of it lies outside; it need not be looked for."""
    said = f"{document.title}: copy of version {copy.version} was not written"
    gone = Gone(workspace.now, workspace.signature)
    with workspace.action("copies.gone", said, inspection_id, undoable=False) as work:
        stored.mark_gone(work.session, [copy.id], gone)


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, the first of them read already: what is missing is told before."""
    first = next(pieces, b"")
    return chain([first], pieces)
