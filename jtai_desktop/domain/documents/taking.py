"""Taking a step: the line that it adds, or the sentence why it can’t be taken."""

from collections.abc import Collection
from dataclasses import replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.document import Document, Version
from jtai_desktop.domain.documents.lines import (
    CORRECTED,
    Line,
    Point,
    SendingWay,
    Step,
    Who,
)
from jtai_desktop.domain.documents.steps import offered, takes_versions
from jtai_desktop.domain.documents.track import Standing, counting, passed, standing
from jtai_desktop.domain.problems import Refused

WORDS = {
    Step.ASK: "asked for",
    Step.RECEIVE: "received",
    Step.RETURN: "returned",
    Step.CHECK: "checked",
    Step.OVERRIDE: "passed without a second reader",
    Step.SEND: "sent",
    Step.NONE: "marked as not existing",
    Step.NOT_APPLICABLE: "marked as not applicable",
    Step.REOPEN: "opened again",
    Step.WAIVE: "waived",
    Step.CHASE: "chased",
    Step.ACCEPT_WARNING: "accepted with a warning",
    Step.THEY_RECEIVED: "received by the inspectors",
    Step.THEY_QUERIED: "queried by the inspectors",
    Step.ANSWER: "answered",
    Step.THEY_ACCEPTED: "accepted by the inspectors",
    Step.CORRECT: "corrected",
}
POINT_WORDS = {
    Point.RIGHT_CHILD: "right child",
    Point.RIGHT_VERSION: "right version",
    Point.MARKING: "marking present",
    Point.NAMES: "others’ names removed where needed",
    Point.WINDOW: "window and count looked at",
}
# Steps that need words; a missing reason of "does not exist" is a warning, not a refusal.
NEEDS_REASON = frozenset(
    {Step.RETURN, Step.OVERRIDE, Step.WAIVE, Step.ACCEPT_WARNING, Step.CORRECT}
)
# Canned reasons for sending something back.
RETURN_REASONS = (
    "Wrong child",
    "Wrong or older version",
    "Marking is missing",
    "Others’ names are still in it",
    "Outside the window",
    "Too few",
    "Can’t be opened",
)
_OF_NEWEST = {Step.RECEIVE, Step.RETURN, Step.CHECK, Step.OVERRIDE, Step.SEND, Step.WAIVE}


def take(document: Document, line: Line, *, asleep: bool = False) -> Document:
    """The document with one line more; refused where the step can’t be taken."""
    kept = _worded(document, line)
    if kept.step not in offered(document, asleep=asleep):
        raise Refused(_why_not(document, kept, asleep=asleep), place=document.title)
    _refuse_special(document, kept)
    return replace(document, lines=(*document.lines, kept))


def add_version(document: Document, version: Version) -> Document:
    """The document with one version more; none is ever overwritten."""
    if not takes_versions(document):
        raise Refused(
            f"{document.title} is closed. Open it again before a file is added.",
            place=document.title,
        )
    numbered = replace(
        version,
        number=document.newest + 1,
        note=texts.line(version.note, "Note"),
        file_name=texts.line(version.file_name, "File name", needed=True),
    )
    return replace(document, versions=(*document.versions, numbered))


def correctable(document: Document) -> tuple[Line, ...]:
    """The lines that can be corrected, the newest first: of each kind the last."""
    found: dict[Step, Line] = {}
    for line in reversed(counting(document.lines)):
        if line.step in CORRECTED:
            found.setdefault(line.step, line)
    return tuple(found.values())


def same_slot(document: Document, by: Who) -> bool:
    """Whether the newest version was added under the passphrase that now checks it."""
    newest = document.version_of(document.newest)
    return newest is not None and by.shares_slot_with(newest.by)


def _worded(document: Document, line: Line) -> Line:
    newest = document.newest if line.step in _OF_NEWEST else 0
    held = document.version_of(newest)
    return replace(
        line,
        id=str(len(document.lines) + 1),
        version=newest,
        sha256=held.sha256 if held and line.step is Step.SEND else "",
        reason=texts.line(line.reason, "Reason", needed=line.step in NEEDS_REASON),
        text=texts.line(line.text, "Question", needed=line.step is Step.THEY_QUERIED),
        whom=texts.line(line.whom, "To whom"),
        way=texts.line(line.way, "How"),
    )


def _refuse_special(document: Document, line: Line) -> None:
    if line.step is Step.CHECK:
        _refuse_unread(document, line)
    if line.step is Step.SEND and line.way not in set(SendingWay):
        raise Refused("Say how it was sent: portal, mail or paper.", place=document.title)
    if line.step is Step.CORRECT and line.corrects not in {
        each.id for each in correctable(document)
    }:
        raise Refused("This entry can’t be corrected any more.", place=document.title)


def _refuse_unread(document: Document, line: Line) -> None:
    """The second reader is another than who added the version, and looked at every point."""
    newest = document.version_of(document.newest)
    if newest is not None and not line.by.is_another_than(newest.by):
        sentence = (
            f"{line.by.acting} added this version, so another person must check it."
            " Work as that person, or override with a reason."
        )
        raise Refused(sentence, place=document.title)
    left = missing_points(line.points)
    if left:
        raise Refused(f"Not looked at yet: {', '.join(left)}.", place=document.title)


def missing_points(points: Collection[Point]) -> list[str]:
    """What the second reader has still to look at, in words."""
    return [POINT_WORDS[point] for point in Point if point not in points]


def _why_not(document: Document, line: Line, *, asleep: bool) -> str:
    name, words = document.title, WORDS[line.step]
    if asleep:
        return f"{name} comes only on request, and nobody has asked for it yet."
    if line.step is Step.RECEIVE and not document.versions:
        return f"{name} has no file yet. Add one first."
    found: Standing = standing(document)
    if line.step is Step.SEND and not passed(document, document.newest):
        return f"{name} can’t be marked as sent before a second reader has checked it."
    where = found.ours.value.replace("-", " ")
    return f"{name} can’t be {words}: it stands at “{where}”."
