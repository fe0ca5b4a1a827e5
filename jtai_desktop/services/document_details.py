"""One document in full: its notes, the items it answers, its files as bytes, and what they match.

Each action reads the document anew, so that two edits in quick succession never meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.document import Answer, Document, Version
from jtai_desktop.domain.documents.items import Notes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import document_files, register
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import documents as stored
from jtai_desktop.store import files_outside
from jtai_desktop.store.files_outside import Outside
from jtai_desktop.store.trouble import told


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a file was compared with: the versions that are the very same, the newest first."""

    file_name: str
    same_as: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """The answer for a person."""
        name = texts.shown_name(self.file_name)
        if not self.same_as:
            return f"{name} is not the same as any version here."
        if len(self.same_as) == 1:
            return f"{name} is version {self.same_as[0]}."
        numbers = " and ".join(str(each) for each in reversed(self.same_as))
        return f"{name} is the same as versions {numbers}."


def note_internal(workspace: Workspace, inspection_id: str, document_id: str, text: str) -> Changes:
    """Write the note that stays here."""
    document = _document(workspace, document_id)
    return _note(workspace, inspection_id, document, replace(document.notes, internal=text))


def note_inspectors(
    workspace: Workspace, inspection_id: str, document_id: str, text: str
) -> Changes:
    """Write the note that goes with it."""
    document = _document(workspace, document_id)
    return _note(workspace, inspection_id, document, replace(document.notes, inspectors=text))


def note_item(
    workspace: Workspace, inspection_id: str, item_id: str, text: str, *, internal: bool
) -> Changes:
    """Write one of the two notes of an item."""
    with workspace.reading() as session:
        (item,) = stored.load_items(session, [item_id])
    notes = replace(item.notes, **{"internal" if internal else "inspectors": text})
    if register.checked_notes(notes) == item.notes:
        return Changes()
    return register.note_item(workspace, inspection_id, item, notes)


def answer(
    workspace: Workspace, inspection_id: str, document_id: str, item_id: str, pages: str
) -> Changes:
    """Say that the document answers an item, on these pages; an item it answers gets the pages."""
    document = _document(workspace, document_id)
    others = [each for each in document.answers if each.item_id != item_id]
    answers = (*others, Answer(item_id, pages))
    return register.link(workspace, inspection_id, replace(document, answers=answers))


def answer_no_more(
    workspace: Workspace, inspection_id: str, document_id: str, item_id: str
) -> Changes:
    """The document does not answer this item after all."""
    document = _document(workspace, document_id)
    left = tuple(each for each in document.answers if each.item_id != item_id)
    return register.link(workspace, inspection_id, replace(document, answers=left))


def whole(workspace: Workspace, version: Version) -> bytes:
    """All of what a version holds, in memory only."""
    return b"".join(document_files.content(workspace, version))


def astray(workspace: Workspace, document: Document) -> dict[int, str]:
    """The versions of one document whose file is missing or changed, by number."""
    kept = {each.kept for each in document.versions if each.kept}
    gone = workspace.store.files.missing(kept)
    found = {each.number: _stands(each, gone) for each in document.versions}
    return {number: how.value for number, how in found.items() if how is not Outside.SAME}


def compared(path: Path, versions: Sequence[Version]) -> Likeness:
    """Hold a file against the versions, by its SHA-256."""
    with told():
        _, sha256 = files_outside.looked_at(path)
    same = [each.number for each in versions if each.sha256 == sha256]
    return Likeness(path.name, tuple(sorted(same, reverse=True)))


def _note(workspace: Workspace, inspection_id: str, document: Document, notes: Notes) -> Changes:
    if register.checked_notes(notes) == document.notes:
        return Changes()
    return register.change(workspace, inspection_id, [replace(document, notes=notes)])


def _document(workspace: Workspace, document_id: str) -> Document:
    with workspace.reading() as session:
        (document,) = stored.load_documents(session, [document_id])
    return document


def _stands(version: Version, gone: frozenset[str]) -> Outside:
    if version.kept:
        return Outside.MISSING if version.kept in gone else Outside.SAME
    try:
        return files_outside.stands(Path(version.place), version.size, version.sha256)
    except Refused:
        return Outside.CHANGED
