"""Which step may be taken from where: one table. What it does not name is not offered."""

from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.track import Ours, Standing, Theirs, passed, standing

_WAITING = frozenset({Ours.NOT_ASKED, Ours.ASKED, Ours.RETURNED})
_CLOSED = frozenset({Ours.DOES_NOT_EXIST, Ours.NOT_APPLICABLE})

# A step of ours, and where the document may stand when it is taken.
OURS: Final = MappingProxyType(
    {
        Step.ASK: frozenset({Ours.NOT_ASKED, Ours.RETURNED}),
        Step.CHASE: frozenset({Ours.NOT_ASKED, Ours.ASKED, Ours.RETURNED}),
        Step.RECEIVE: _WAITING,
        Step.RETURN: frozenset({Ours.TO_CHECK, Ours.READY}),
        Step.CHECK: frozenset({Ours.TO_CHECK}),
        Step.OVERRIDE: frozenset({Ours.TO_CHECK}),
        Step.SEND: frozenset({Ours.READY}),
        Step.NONE: _WAITING | _CLOSED,
        Step.NOT_APPLICABLE: _WAITING | _CLOSED,
        Step.REOPEN: _CLOSED,
    }
)
# The same for a version that is newer than the one the inspectors hold.
NEWER: Final = MappingProxyType(
    {
        Step.RETURN: frozenset({Ours.TO_CHECK, Ours.READY}),
        Step.CHECK: frozenset({Ours.TO_CHECK}),
        Step.OVERRIDE: frozenset({Ours.TO_CHECK}),
        Step.SEND: frozenset({Ours.READY}),
        Step.WAIVE: frozenset({Ours.TO_CHECK, Ours.READY, Ours.RETURNED}),
    }
)
# What the inspectors do, and what they had done before.
THEIRS: Final = MappingProxyType(
    {
        Step.THEY_RECEIVED: frozenset({Theirs.NO_REPLY}),
        Step.THEY_QUERIED: frozenset({Theirs.NO_REPLY, Theirs.RECEIVED, Theirs.QUERY}),
        Step.ANSWER: frozenset({Theirs.QUERY}),
        Step.THEY_ACCEPTED: frozenset({Theirs.NO_REPLY, Theirs.RECEIVED, Theirs.QUERY}),
    }
)


def offered(document: Document, *, asleep: bool = False) -> frozenset[Step]:
    """The steps that may be taken now. Nothing is done about what nobody has asked for."""
    if asleep:
        return frozenset()
    found = standing(document)
    steps = {step for step in Step if _allowed(step, found)}
    if not document.versions:
        steps.discard(Step.RECEIVE)
    if Step.SEND in steps and not passed(document, document.newest):
        steps.discard(Step.SEND)
    if not document.lines:
        steps.discard(Step.CORRECT)
    return frozenset(steps)


def takes_versions(document: Document) -> bool:
    """Whether a further version may be added."""
    return standing(document).ours not in _CLOSED


def _allowed(step: Step, found: Standing) -> bool:
    if step in {Step.ACCEPT_WARNING, Step.CORRECT}:
        return True
    return (
        found.ours in OURS.get(step, ())
        or found.newer in NEWER.get(step, ())
        or (found.sent is not None and found.theirs in THEIRS.get(step, ()))
    )
