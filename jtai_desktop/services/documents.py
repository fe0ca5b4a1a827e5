"""What a person can do with documents: take a step, add a version."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.lines import LASTING, Line, Point, Step, Who
from jtai_desktop.domain.documents.steps import offered, takes_versions
from jtai_desktop.domain.documents.taking import WORDS, add_version, take
from jtai_desktop.domain.inspection import Keeping
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import asked, register
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import document_bulk, files_outside, room, settings
from jtai_desktop.store import documents as stored
from jtai_desktop.store.files import (
    MEGABYTE,
    MOST,
    Progress,
    refuse_too_large,
    size_on_disk,
)
from jtai_desktop.store.trouble import told

# Said before a file is chosen.
LIMIT = f"{MOST // MEGABYTE} MB a file at the most"


@dataclass(frozen=True, slots=True)
class Said:
    """What goes with a step: only what it asks for."""

    reason: str = ""
    text: str = ""
    way: str = ""
    whom: str = ""
    about: str = ""
    due: Moment | None = None
    points: tuple[Point, ...] = ()
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file on disk for a document, to be kept as the settings say."""

    document_id: str
    path: Path
    note: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file for a document. `part` says that more of it is still to come: it stays asked for."""

    document_id: str
    file_name: str
    open: Callable[[], BinaryIO]
    size: int
    note: str = ""
    part: bool = False


def take_step(
    workspace: Workspace,
    inspection_id: str,
    step: Step,
    document_ids: Sequence[str],
    said: Said | None = None,
) -> Changes:
    """Take one step with one document or with several at once: all of them or none."""
    ids = tuple(dict.fromkeys(document_ids))
    pack = register.pack_of(workspace, inspection_id)
    lasting = step in LASTING
    with workspace.action(
        f"document.{step}",
        f"{_called(workspace, ids)}: {WORDS[step]}",
        inspection_id,
        undoable=not lasting,
    ) as work:
        line = _line(workspace, step, said or Said())
        taken = [
            take(document, line, asleep=asleep) for document, asleep in _with_sleep(work, pack, ids)
        ]
        document_bulk.change(work.session, {}, {each.id: each for each in taken})
    return work.changes


def add_files(
    workspace: Workspace,
    inspection_id: str,
    files: Sequence[NewFile],
    progress: Progress | None = None,
) -> Changes:
    """Add files as new versions, taken in or left where they lie, as the council has set it."""
    if keeps_files(workspace) is Keeping.REFERENCED:
        return refer_to_files(workspace, inspection_id, files)
    found = [
        incoming(each.document_id, each.path, note=each.note, part=each.part) for each in files
    ]
    return take_in(workspace, inspection_id, found, progress)


def keeps_files(workspace: Workspace) -> Keeping:
    """Whether a file that is added is taken in or stays where it lies."""
    with workspace.reading() as session:
        return settings.load(session).keeps_files


def take_in(
    workspace: Workspace,
    inspection_id: str,
    files: Sequence[Incoming],
    progress: Progress | None = None,
) -> Changes:
    """Take files into the vault, each as a new version; what was waited for is then received."""
    ids = tuple(dict.fromkeys(file.document_id for file in files))
    called = _called(workspace, ids)
    with workspace.reading() as session:
        for document in stored.load_documents(session, ids):
            _refuse_closed(document)
    with told():
        room.need(workspace.folder, sum(size_on_disk(file.size) for file in files))
    pack = register.pack_of(workspace, inspection_id)
    # Encrypted and synced first; a record without its file can't come to be.
    versions = [_taken(workspace, file, progress) for file in files]
    summary = f"{called}: version in"
    with workspace.action("document.version-added", summary, inspection_id) as work:
        for version in versions:
            stored.keep_file(work.session, inspection_id, version)
        _add_versions(
            workspace, work, _with_sleep(work, pack, ids), zip(files, versions, strict=True)
        )
    return work.changes


def refer_to(
    workspace: Workspace, inspection_id: str, document_id: str, path: Path, note: str = ""
) -> Changes:
    """Add a version that stays where it lies; the vault keeps only what it was."""
    return refer_to_files(workspace, inspection_id, [NewFile(document_id, path, note)])


def refer_to_files(workspace: Workspace, inspection_id: str, files: Sequence[NewFile]) -> Changes:
    """The same for several, in one step."""
    ids = tuple(dict.fromkeys(file.document_id for file in files))
    versions = [_referred_to(workspace, file) for file in files]
    called, pack = _called(workspace, ids), register.pack_of(workspace, inspection_id)
    summary = f"{called}: version in, left where it lies"
    with workspace.action("document.version-added", summary, inspection_id) as work:
        _add_versions(
            workspace, work, _with_sleep(work, pack, ids), zip(files, versions, strict=True)
        )
    return work.changes


def incoming(document_id: str, path: Path, *, note: str = "", part: bool = False) -> Incoming:
    """A file on disk for a document; refused where it can’t be read or is too large."""
    with told():
        size = path.stat().st_size
    refuse_too_large(size)
    return Incoming(document_id, path.name, lambda: path.open("rb"), size, note, part)


def _taken(workspace: Workspace, file: Incoming, progress: Progress | None) -> Version:
    with told(), file.open() as source:
        taken = workspace.store.files.take_in(source, file.size, progress)
    return Version(
        number=0,
        file_name=file.file_name,
        size=taken.size,
        sha256=taken.sha256,
        when=workspace.now,
        by=_who(workspace),
        note=file.note,
        kept=taken.name,
    )


def _referred_to(workspace: Workspace, file: NewFile) -> Version:
    with told():
        size, sha256 = files_outside.looked_at(file.path)
    return Version(
        number=0,
        file_name=file.path.name,
        size=size,
        sha256=sha256,
        when=workspace.now,
        by=_who(workspace),
        note=file.note,
        place=str(file.path.absolute()),
    )


def _add_versions(
    workspace: Workspace,
    work: Work,
    documents: Sequence[tuple[Document, bool]],
    versions: Iterable[tuple[Incoming | NewFile, Version]],
) -> None:
    """Each version to its document, in order; a document may get several."""
    held = {document.id: (document, asleep) for document, asleep in documents}
    for file, version in versions:
        before, asleep = held[file.document_id]
        after = _with_version(workspace, before, version, asleep=asleep, part=file.part)
        held[file.document_id] = after, asleep
    changed = {document.id: document for document, _ in held.values()}
    document_bulk.change(work.session, {}, changed)


def _with_version(
    workspace: Workspace, document: Document, version: Version, *, asleep: bool, part: bool
) -> Document:
    """The document with a version more; what was waited for is received with it."""
    after = add_version(document, version)
    if part or Step.RECEIVE not in offered(after, asleep=asleep):
        return after
    return take(after, _line(workspace, Step.RECEIVE, Said()))


def _with_sleep(work: Work, pack: Pack, ids: Sequence[str]) -> list[tuple[Document, bool]]:
    """Each document, and whether all that it answers still waits to be asked for."""
    documents = document_bulk.load_whole(work.session, ids)
    wanted = {answer.item_id for document in documents for answer in document.answers}
    items = asked.worded(pack, (), stored.load_items(work.session, tuple(wanted)))
    asleep = {item.id for item in items if item.sleeps}
    return [
        (document, all(answer.item_id in asleep for answer in document.answers))
        for document in documents
    ]


def _who(workspace: Workspace) -> Who:
    return Who(workspace.person, workspace.on_behalf_of)


def _line(workspace: Workspace, step: Step, said: Said) -> Line:
    return Line(
        id="",
        step=step,
        when=workspace.now,
        by=_who(workspace),
        reason=said.reason,
        text=said.text,
        way=said.way,
        whom=said.whom,
        about=said.about,
        due=said.due,
        points=said.points,
        corrects=said.corrects,
    )


def _refuse_closed(document: Document) -> None:
    if not takes_versions(document):
        sentence = f"{document.title} is closed. Open it again before a file is added."
        raise Refused(sentence, place=document.title)


def _called(workspace: Workspace, ids: Sequence[str]) -> str:
    """4.7 Force governance minutes, or 12 documents."""
    if len(ids) != 1:
        return counted(len(ids), "document")
    with workspace.reading() as session:
        (document,) = stored.load_documents(session, ids)
        items = stored.load_items(session, [each.item_id for each in document.answers])
    return f"{items[0].called} {document.title}" if items else document.title
