"""Where a document stands, ours and theirs, read from its lines alone.

A corrected line does not count. What was sent stays sent, whatever comes after it; a newer
version has its own way through the check.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.lines import Line, Step


class Ours(StrEnum):
    """Where a document stands with us; the words of the screens."""

    NOT_ASKED = "not-asked"
    ASKED = "asked"
    RETURNED = "returned"
    TO_CHECK = "to-check"
    READY = "ready"
    SENT = "sent"
    DOES_NOT_EXIST = "does-not-exist"
    NOT_APPLICABLE = "not-applicable"
    ON_REQUEST = "on-request"


class Theirs(StrEnum):
    """What the inspectors made of it."""

    NO_STATUS = "no-status"
    NO_REPLY = "no-reply"
    RECEIVED = "received"
    QUERY = "query"
    ACCEPTED = "accepted"


CLOSED = frozenset({Ours.DOES_NOT_EXIST, Ours.NOT_APPLICABLE})
_TRACK = {
    Step.ASK: Ours.ASKED,
    Step.RECEIVE: Ours.TO_CHECK,
    Step.RETURN: Ours.RETURNED,
    Step.CHECK: Ours.READY,
    Step.OVERRIDE: Ours.READY,
    Step.NONE: Ours.DOES_NOT_EXIST,
    Step.NOT_APPLICABLE: Ours.NOT_APPLICABLE,
    Step.REOPEN: Ours.NOT_ASKED,
}
_OF_VERSION = {Step.RETURN, Step.CHECK, Step.OVERRIDE}
_REPLIES = {
    Step.SEND: Theirs.NO_REPLY,
    Step.THEY_RECEIVED: Theirs.RECEIVED,
    Step.THEY_QUERIED: Theirs.QUERY,
    Step.ANSWER: Theirs.RECEIVED,
    Step.THEY_ACCEPTED: Theirs.ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Sent:
    """What went to the inspectors, frozen: which version, its hash, who checked it, when, how."""

    version: int
    sha256: str
    checked_by: str
    when: datetime
    way: str
    by: str
    override: str = ""
    same_slot: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document stands. `newer` is where a version stands that came after the one sent."""

    ours: Ours
    theirs: Theirs = Theirs.NO_STATUS
    sent: Sent | None = None
    newer: Ours | None = None
    reason: str = ""
    chases: tuple[Line, ...] = ()
    query: Line | None = None


# Where every document begins.
UNTOUCHED = Standing(Ours.NOT_ASKED)


def standing(document: Document) -> Standing:
    """Where the document stands."""
    if not document.lines:
        return UNTOUCHED
    lines = counting(document.lines)
    sends = [line for line in lines if line.step is Step.SEND]
    replies = [line for line in lines if line.step in _REPLIES]
    theirs = _REPLIES[replies[-1].step] if sends and replies else Theirs.NO_STATUS
    ours, reason = (Ours.SENT, "") if sends else _ours(document, lines)
    return Standing(
        ours=ours,
        theirs=theirs,
        sent=_sent(document, lines, sends[-1]) if sends else None,
        newer=_newer(document, lines, sends[-1]) if sends else None,
        reason=reason,
        chases=tuple(line for line in lines if line.step is Step.CHASE),
        query=replies[-1] if theirs is Theirs.QUERY else None,
    )


def counting(lines: Iterable[Line]) -> list[Line]:
    """The lines that count: without those that were corrected, and without the corrections."""
    every = tuple(lines)
    wrong = {line.corrects for line in every if line.corrects}
    if not wrong:
        return [line for line in every if line.step is not Step.CORRECT]
    return [line for line in every if line.id not in wrong and line.step is not Step.CORRECT]


def passed(document: Document, number: int) -> Line | None:
    """The check, or the override, that lets this version go; nothing where there is none."""
    return _passed(counting(document.lines), number)


def _passed(lines: list[Line], number: int) -> Line | None:
    about = [line for line in lines if line.version == number and line.step in _OF_VERSION]
    return about[-1] if about and about[-1].step is not Step.RETURN else None


def _ours(document: Document, lines: list[Line]) -> tuple[Ours, str]:
    moves = [line for line in lines if line.step in _TRACK]
    if not moves:
        return Ours.NOT_ASKED, ""
    last = moves[-1]
    if last.step in {Step.CHECK, Step.OVERRIDE} and last.version < document.newest:
        return Ours.TO_CHECK, ""
    return _TRACK[last.step], last.reason


def _newer(document: Document, lines: list[Line], send: Line) -> Ours | None:
    """Where the version stands that the inspectors do not hold; waived means: nowhere."""
    number = document.newest
    if number <= send.version:
        return None
    about = [line for line in lines if line.version == number]
    if any(line.step is Step.WAIVE for line in about):
        return None
    if _passed(lines, number):
        return Ours.READY
    returned = any(line.step is Step.RETURN for line in about)
    return Ours.RETURNED if returned else Ours.TO_CHECK


def _sent(document: Document, lines: list[Line], send: Line) -> Sent:
    before = lines[: lines.index(send)]
    check = _passed(before, send.version)
    added = document.version_of(send.version)
    return Sent(
        version=send.version,
        sha256=send.sha256,
        checked_by=check.by.signed if check else "",
        when=send.when,
        way=send.way,
        by=send.by.signed,
        override=check.reason if check and check.step is Step.OVERRIDE else "",
        same_slot=bool(check and added and check.by.shares_slot_with(added.by)),
    )
