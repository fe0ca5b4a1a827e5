"""What the fields of a meeting have in their lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, WITH_WHOM, Meeting
from jtai_desktop.domain.meetings.week import once
from jtai_desktop.services.one_inspection import Overview

AGENCY_WORDS = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Offered:
    """Kinds and agencies with their keys; labels, places, people and groups as words."""

    kinds: tuple[tuple[str, str], ...] = ()
    agencies: tuple[tuple[str, str], ...] = ()
    children: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    inspectors: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    span: Span | None = None
    meeting: Meeting | None = None
    was_sent: bool = False
    warnings: tuple[str, ...] = field(default_factory=tuple)


def offered(view: Overview, meeting_id: str = "") -> Offered:
    """All of it, and the meeting itself as it stands; a new one has none."""
    week = view.week
    labels = [each.label for each in view.children] + [each.child for each in week.meetings]
    kinds = [(each.key, each.title) for each in view.pack.meeting_kinds]
    return Offered(
        kinds=(*kinds, *OWN_KINDS.items()),
        agencies=tuple((each.key, each.short) for each in view.agencies),
        children=once(labels),
        places=week.places,
        people=_people(view),
        inspectors=_inspectors(view),
        groups=(*WITH_WHOM, *(each.title for each in view.pack.may_meet)),
        span=week.span,
        meeting=week.meeting(meeting_id),
        was_sent=week.was_sent(meeting_id),
        warnings=tuple(each.sentence for each in week.judged.of(meeting_id)) if meeting_id else (),
    )


def _people(view: Overview) -> tuple[str, ...]:
    """The contacts by role, then whoever else chairs or hosts something."""
    roles = [each.role for each in view.contacts]
    known = {each.casefold() for each in roles}
    named = (name for each in view.meetings for name in (each.chair, each.host))
    return (*roles, *(each for each in once(named) if each.casefold() not in known))


def _inspectors(view: Overview) -> tuple[str, ...]:
    plans = (talk.standing.plan for talk in view.conversations.talks)
    return once([*_of(view.meetings), *(each.inspector for each in plans if each)])


def _of(meetings: Iterable[Meeting]) -> Iterable[str]:
    return (each.inspector for each in meetings)
