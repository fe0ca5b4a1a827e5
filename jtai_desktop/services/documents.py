"""What a person can do with documents: take a step, add a version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

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
from jtai_desktop.services import asked, register, taking_in
from jtai_desktop.services.taking_in import Incoming, Ready, Staged, incoming, keeps_files
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import document_bulk
from jtai_desktop.store import documents as stored
from jtai_desktop.store.files import MEGABYTE, MOST, Progress

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
    return _added(workspace, inspection_id, _found(files), keeps_files(workspace), progress)


def take_in(
    workspace: Workspace,
    inspection_id: str,
    files: Sequence[Incoming],
    progress: Progress | None = None,
) -> Changes:
    """Take files into the vault, each as a new version; what was waited for is then received."""
    return _added(workspace, inspection_id, files, Keeping.TAKEN_IN, progress)


def refer_to(
    workspace: Workspace, inspection_id: str, document_id: str, path: Path, note: str = ""
) -> Changes:
    """Add a version that stays where it lies; the vault keeps only what it was."""
    found = _found([NewFile(document_id, path, note)])
    return _added(workspace, inspection_id, found, Keeping.REFERENCED, None)


def ready(workspace: Workspace, files: Sequence[Incoming]) -> Ready:
    """The first of three turns (taking_in.py): whether these files may come."""
    return _ready(workspace, files, keeps_files(workspace))


def record(workspace: Workspace, inspection_id: str, staged: Staged) -> Changes:
    """The last of three turns: each file a new version, all of them or none."""
    try:
        changes = _recorded(workspace, inspection_id, staged)
    except BaseException:
        taking_in.drop(staged.ready)
        raise
    taking_in.settle(staged.ready)
    return changes


def _found(files: Sequence[NewFile]) -> list[Incoming]:
    return [incoming(each.document_id, each.path, note=each.note, part=each.part) for each in files]


def _added(
    workspace: Workspace,
    inspection_id: str,
    files: Sequence[Incoming],
    keeping: Keeping,
    progress: Progress | None,
) -> Changes:
    """All three turns one after another."""
    staged = taking_in.stage(_ready(workspace, files, keeping), progress)
    return record(workspace, inspection_id, staged)


def _ready(workspace: Workspace, files: Sequence[Incoming], keeping: Keeping) -> Ready:
    known = tuple(dict.fromkeys(file.document_id for file in files if file.document_id))
    with workspace.reading() as session:
        for document in stored.load_documents(session, known):
            _refuse_closed(document)
    return taking_in.ready(workspace, files, keeping)


def _recorded(workspace: Workspace, inspection_id: str, staged: Staged) -> Changes:
    """The files lie there, encrypted and synced: a record without its file can’t come to be."""
    taking_in.refuse_other(workspace, staged)
    files, versions = staged.ready.incoming, staged.versions
    ids = tuple(dict.fromkeys(file.document_id for file in files))
    pack = register.pack_of(workspace, inspection_id)
    where = "" if staged.taken_in else ", left where it lies"
    summary = f"{_called(workspace, ids)}: version in{where}"
    with workspace.action("document.version-added", summary, inspection_id) as work:
        for version in versions if staged.taken_in else ():
            stored.keep_file(work.session, inspection_id, version)
        _add_versions(
            workspace, work, _with_sleep(work, pack, ids), zip(files, versions, strict=True)
        )
    return work.changes


def _add_versions(
    workspace: Workspace,
    work: Work,
    documents: Sequence[tuple[Document, bool]],
    versions: Iterable[tuple[Incoming, Version]],
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
    documents = stored.load_documents(work.session, ids)
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
