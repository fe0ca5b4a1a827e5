"""Files on their way in: from a drop, the clipboard or a choice; as versions or as documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.document import Answer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import documents, register, taking_in
from jtai_desktop.services.taking_in import Incoming, Ready, Staged
from jtai_desktop.services.workspace import Workspace

LIMIT = "Up to 200 MB a file. Drop files here, or paste with Ctrl+V."
LONGEST_TITLE = 120
STOPPED = "Stopped. Nothing was added."
NO_FILE_IN_THEM = "The documents are listed, without their files."
NO_FILES = "There are no files on the clipboard. Copy them in the file manager, then paste."
SHOWN_IN_ONE_GO = ("pdf", "png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff")


def files_of(data: QMimeData) -> list[Path]:
    """The files on this computer among what was dropped or pasted; folders are passed over."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def can_be_shown(file_name: str) -> bool:
    """Whether the program itself can show it: PDFs and pictures."""
    return Path(file_name).suffix.lower().lstrip(".") in SHOWN_IN_ONE_GO


def sized(size: int) -> str:
    """3 kB, 1.4 MB."""
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes} kB" if kilobytes < 1024 else f"{size / 1024 / 1024:.1f} MB"  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Goal:
    """Where files go: the document, the item it answers, whose it is, and if more is to come."""

    document_id: str
    item_id: str
    agency: str
    part: bool = False


class Told:
    """How far all the files together have come; called on a thread beside the vault’s."""

    def __init__(self, watch: Callable[[float], bool]) -> None:
        self._watch = watch
        self._total = 1
        self._before = 0

    def expect(self, files: Sequence[Incoming]) -> None:
        """These come now, in this order."""
        self._total = max(1, sum(file.size for file in files))

    def progress(self, done: int, size: int) -> None:
        """So much of the present file is done; refused where a person wants it to stop."""
        share = min(1.0, (self._before + done) / self._total)
        if done >= size:
            self._before += done
        if not self._watch(share):
            raise Refused(STOPPED, place="file")


@dataclass(frozen=True, slots=True)
class Way:
    """How files come in: whether they may, what is done with them beside, how they are recorded."""

    ready: Callable[[Workspace], Ready]
    task: Callable[[Ready], Staged]
    record: Callable[[Workspace, Staged], Changes]


def as_versions(inspection_id: str, goal: Goal, paths: Sequence[Path], told: Told) -> Way:
    """Each file a version of the document, in their order."""

    def record(workspace: Workspace, staged: Staged) -> Changes:
        return documents.record(workspace, inspection_id, staged)

    return Way(_ready(goal.document_id, goal, paths, told), _task(told), record)


def as_documents(inspection_id: str, goal: Goal, paths: Sequence[Path], told: Told) -> Way:
    """Each file a document of its own that answers the same item, named like the file."""

    def record(workspace: Workspace, staged: Staged) -> Changes:
        ids, touched = [], set[tuple[Kind, str]]()
        for path in paths:
            title, answers = path.stem[:LONGEST_TITLE], (Answer(goal.item_id),)
            made = register.add_document(workspace, inspection_id, title, goal.agency, answers)
            ids += [each for kind, each in made.touched if kind is Kind.DOCUMENT]
            touched |= made.touched
        try:
            taken = documents.record(workspace, inspection_id, staged.of(ids))
        except Refused as refused:
            raise Refused(f"{refused} {NO_FILE_IN_THEM}", place="file") from None
        return Changes(taken.summary, taken.touched | touched)

    return Way(_ready("", goal, paths, told), _task(told), record)


def _ready(
    document_id: str, goal: Goal, paths: Sequence[Path], told: Told
) -> Callable[[Workspace], Ready]:
    def ready(workspace: Workspace) -> Ready:
        found = [taking_in.incoming(document_id, path, part=goal.part) for path in paths]
        told.expect(found)
        return documents.ready(workspace, found)

    return ready


def _task(told: Told) -> Callable[[Ready], Staged]:
    return lambda prepared: taking_in.stage(prepared, told.progress)
