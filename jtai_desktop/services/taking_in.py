"""Files on their way in, in three turns, so that nothing waits for a large one.

`ready` asks the vault whether they may come, and gets a name and a key for each. `stage` reads,
hashes and encrypts them; it needs no database, so it may run beside everything else. `record` is
the short action that names them. A file that no record came to name is swept away later.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from jtai_desktop.domain.documents.document import Version
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.inspection import Keeping
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import files_outside, room, settings
from jtai_desktop.store.files import Begun, Files, Progress, refuse_too_large, size_on_disk
from jtai_desktop.store.trouble import told

OTHER_VAULT = "The vault was put back meanwhile, so nothing was added. Add the files again."


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file for a document. `part` says that more of it is still to come: it stays asked for.

    `place` is where it lies, if it lies on the disk.
    """

    document_id: str
    file_name: str
    open: Callable[[], BinaryIO]
    size: int
    note: str = ""
    part: bool = False
    place: Path | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """Files that may come; with `begun` they are taken in, without they stay where they lie."""

    files: Files
    incoming: tuple[Incoming, ...]
    when: datetime
    by: Who
    begun: tuple[Begun, ...] = ()


@dataclass(frozen=True, slots=True)
class Staged:
    """Files whose content is looked at, or lies in the vault’s folder, with a version for each."""

    ready: Ready
    versions: tuple[Version, ...]

    @property
    def taken_in(self) -> bool:
        """Whether they lie in the vault’s folder now."""
        return bool(self.ready.begun)

    def of(self, document_ids: Sequence[str]) -> "Staged":
        """The same for documents that were not known before."""
        pairs = zip(self.ready.incoming, document_ids, strict=True)
        known = tuple(replace(file, document_id=one) for file, one in pairs)
        return replace(self, ready=replace(self.ready, incoming=known))


def keeps_files(workspace: Workspace) -> Keeping:
    """Whether a file that is added is taken in or stays where it lies."""
    with workspace.reading() as session:
        return settings.load(session).keeps_files


def incoming(document_id: str, path: Path, *, note: str = "", part: bool = False) -> Incoming:
    """A file on disk for a document; refused where it can’t be read or is too large."""
    with told():
        size = path.stat().st_size
    refuse_too_large(size)
    return Incoming(document_id, path.name, lambda: path.open("rb"), size, note, part, path)


def ready(workspace: Workspace, files: Sequence[Incoming], keeping: Keeping) -> Ready:
    """Whether there is room and a right to write; a name and a key for each to be taken in."""
    workspace.store.refuse_read_only()
    by = Who(workspace.person, workspace.on_behalf_of)
    kept, found = workspace.store.files, tuple(files)
    if keeping is Keeping.REFERENCED:
        return Ready(kept, found, workspace.now, by)
    with told():
        room.need(workspace.folder, sum(size_on_disk(file.size) for file in files))
    return Ready(kept, found, workspace.now, by, tuple(kept.begin() for _ in files))


def stage(prepared: Ready, progress: Progress | None = None) -> Staged:
    """Read all of them, and write those that are taken in; what is refused leaves nothing."""
    try:
        versions = tuple(
            _version(prepared, number, progress) for number in range(len(prepared.incoming))
        )
    except BaseException:
        drop(prepared)
        raise
    return Staged(prepared, versions)


def drop(prepared: Ready) -> None:
    """They are not wanted any more."""
    for begun in prepared.begun:
        prepared.files.drop(begun)


def settle(prepared: Ready) -> None:
    """They are recorded."""
    for begun in prepared.begun:
        prepared.files.settle(begun)


def refuse_other(workspace: Workspace, staged: Staged) -> None:
    """Refuse what was staged for a vault that is no longer the one that is open."""
    if staged.ready.files is not workspace.store.files:
        raise Refused(OTHER_VAULT, place="file")


def _version(prepared: Ready, number: int, progress: Progress | None) -> Version:
    file = prepared.incoming[number]
    bare = Version(0, file.file_name, 0, "", prepared.when, prepared.by, file.note)
    if prepared.begun:
        with told(), file.open() as source:
            taken = prepared.files.write(prepared.begun[number], source, file.size, progress)
        return replace(bare, size=taken.size, sha256=taken.sha256, kept=taken.name)
    if file.place is None:
        raise Refused(f"{file.file_name} lies nowhere on this computer.", place="file")
    with told():
        size, sha256 = files_outside.looked_at(file.place, progress)
    return replace(bare, size=size, sha256=sha256, place=str(file.place.absolute()))
