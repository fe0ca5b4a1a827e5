"""What was sent of the return, frozen, and what changed since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain.documents.lines import SendingWay, Who
from jtai_desktop.domain.meetings.meeting import FACTS, Meeting
from jtai_desktop.domain.problems import Refused


@dataclass(frozen=True, slots=True)
class Sending:
    """The return or an update as it went to the inspectors: each meeting as it was then."""

    number: int
    when: datetime
    by: Who
    way: str
    meetings: tuple[Meeting, ...]


class ChangeKind(StrEnum):
    """What happened to a meeting since it was sent."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Change:
    """A meeting that the inspectors do not know as it is; `what` names the fields that differ.

    `before` is the meeting as they hold it, where they do.
    """

    kind: ChangeKind
    meeting: Meeting
    what: tuple[str, ...] = ()
    before: Meeting | None = None


def changes(meetings: Iterable[Meeting], sendings: Iterable[Sending]) -> tuple[Change, ...]:
    """What the inspectors do not hold as it stands; all of it before the first sending."""
    known = held(sendings)
    found = (_change(each, known.get(each.id)) for each in meetings if each.is_returned)
    return tuple(change for change in found if change)


def held(sendings: Iterable[Sending]) -> dict[str, Meeting]:
    """Each meeting as the inspectors have it last."""
    inorder = sorted(sendings, key=lambda each: each.number)
    return {meeting.id: meeting for sending in inorder for meeting in sending.meetings}


def send(
    meetings: Sequence[Meeting], sendings: tuple[Sending, ...], when: datetime, by: Who, way: str
) -> Sending:
    """The return, or an update with what changed since; refused where there is nothing to send."""
    if way not in set(SendingWay):
        raise Refused("Say how it was sent: portal, mail or paper.", place="Way")
    news = changes(meetings, sendings)
    if not news:
        raise Refused("The inspectors hold everything as it stands.", place="Meetings")
    told = tuple(change.meeting.as_returned for change in news)
    return Sending(len(sendings) + 1, when, by, way, told)


def _change(meeting: Meeting, before: Meeting | None) -> Change | None:
    if before is None or not before.stands:
        return Change(ChangeKind.NEW, meeting) if meeting.stands else None
    if not meeting.stands:
        return Change(ChangeKind.CANCELLED, meeting, before=before)
    what = tuple(
        word for name, word in FACTS.items() if getattr(meeting, name) != getattr(before, name)
    )
    return Change(ChangeKind.CHANGED, meeting, what, before) if what else None
