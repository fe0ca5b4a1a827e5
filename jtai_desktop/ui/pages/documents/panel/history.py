"""What happened to a document and its item, newest first, and the entries that can be corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.lines import Line, Step
from jtai_desktop.domain.documents.taking import WORDS, correctable
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import listed, moment_near
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.panel.words import near
from jtai_desktop.ui.pages.timetable.details import Fact

# Told by the lines and versions of the document, and better.
OF_STEPS = tuple(f"document.{step}" for step in Step)
ALSO_TOLD = {*OF_STEPS, "document.version-added", "inspection.begun", "register.made"}
FIELDS = {
    "title": "title",
    "agency": "agency",
    "owner_id": "owner",
    "deputy_id": "deputy",
    "dates": "dates",
    "note_internal": "internal note",
    "note_inspectors": "note for inspectors",
}
OF_VERSION = {Step.CHECK, Step.OVERRIDE, Step.SEND, Step.RETURN, Step.WAIVE, Step.RECEIVE}


@dataclass(frozen=True, slots=True)
class _Told:
    """One thing that happened."""

    when: datetime
    words: str
    signed: str


def history_of(
    view: Overview, document: Document | None, lines: Sequence[HistoryLine]
) -> tuple[Fact, ...]:
    """Steps, versions, and what else was done, newest first: when, what, and who."""
    known = document.id if document else ""
    told = [_of_vault(line, known) for line in lines if line.action not in ALSO_TOLD]
    if document is not None:
        told += [_of_line(view, document, line) for line in document.lines]
        told += [_of_version(each) for each in document.versions]
    ordered = sorted(told, key=lambda each: each.when, reverse=True)
    return tuple(Fact(near(view, each.when), f"{each.words}\n{each.signed}") for each in ordered)


def corrections_of(view: Overview, document: Document) -> tuple[tuple[str, str], ...]:
    """The entries that can be corrected: what names each, and its words."""
    return tuple(
        (line.id, f"{_words(view, line)}, {near(view, line.when)}")
        for line in correctable(document)
    )


def _of_line(view: Overview, document: Document, line: Line) -> _Told:
    wrong = next((each for each in document.lines if each.corrects == line.id), None)
    words = f"{_words(view, line)} (wrong, corrected)" if wrong else _words(view, line)
    return _Told(line.when, words, line.by.signed)


def _of_version(version: Version) -> _Told:
    where = "" if version.kept else ", left where it lies"
    return _Told(version.when, f"Version {version.number} in{where}", version.by.signed)


def _of_vault(line: HistoryLine, document_id: str) -> _Told:
    """What was done, without repeating the title; of a change, what of the document changed."""
    _, colon, words = line.summary.partition(": ")
    told = words if colon else line.summary
    fields = {each.field for each in line.changes if each.record_id == document_id}
    changed = [word for field, word in FIELDS.items() if field in fields]
    if told == "changed" and changed:
        told = f"{listed(changed)} changed"
    return _Told(line.when, _sentence(told), line.signed)


def _words(view: Overview, line: Line) -> str:
    """Chased by phone, Duty officer; next Wed 11, 12:00."""
    words = _sentence(WORDS[line.step])
    if line.way:
        words += f" by {line.way}" if line.step in {Step.CHASE, Step.SEND} else f", {line.way}"
    if line.version and line.step in OF_VERSION:
        words += f", version {line.version}"
    said = [each for each in (line.whom, line.text, line.reason) if each]
    words += f": {'; '.join(said)}" if said else ""
    if line.due:
        due = moment_near(line.due, london(view.now).date())
        words += f"; next {due}" if line.step is Step.CHASE else f"; due {due}"
    return words


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
