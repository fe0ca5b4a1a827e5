"""Everything with a time: meetings, entries of one's own, conversations; by day, with clashes.

Only conversations that stand on a standing “agreed” come in here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from jtai_desktop.domain.conversations.register import Conversations, Talk
from jtai_desktop.domain.meetings.clashes import Clash, Slot, clashes
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting
from jtai_desktop.domain.meetings.sending import Change, Sending, changes

DAYS_OF_FIELDWORK = 5


@dataclass(frozen=True, slots=True)
class Week:
    """The meetings, what was sent of them, the conversations, and the words of the kinds."""

    meetings: tuple[Meeting, ...] = ()
    sendings: tuple[Sending, ...] = ()
    conversations: Conversations = field(default_factory=Conversations)
    kinds: Mapping[str, str] = field(default_factory=dict)
    fieldwork: date | None = None

    @property
    def standing(self) -> tuple[Meeting, ...]:
        """The meetings and entries that take place."""
        return tuple(each for each in self.meetings if each.stands)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every entry that takes place, in the order of time."""
        talks = (_of_talk(each) for each in self.conversations.on_the_timetable)
        found = [self._of_meeting(each) for each in self.standing]
        found += [slot for slot in talks if slot]
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Who or what is in two places at once."""
        return clashes(self.slots)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed since the return was sent; nothing before it was."""
        return changes(self.meetings, self.sendings) if self.sendings else ()

    @property
    def unexplained(self) -> tuple[Meeting, ...]:
        """Meetings an inspector may observe though child and family were not told of it yet."""
        return tuple(each for each in self.standing if each.observe and not each.explained)

    @property
    def outside(self) -> tuple[Meeting, ...]:
        """Meetings of the return that are not in the fieldwork week."""
        first = self.fieldwork
        if first is None:
            return ()
        last = first + timedelta(days=DAYS_OF_FIELDWORK - 1)
        returned = (each for each in self.standing if each.is_returned)
        return tuple(each for each in returned if not first <= each.start.date() <= last)

    def on(self, day: date) -> tuple[Slot, ...]:
        """What takes place on a day."""
        return tuple(each for each in self.slots if each.start.date() == day)

    def meetings_on(self, day: date) -> tuple[Meeting, ...]:
        """The meetings and entries of a day, without conversations."""
        found = (each for each in self.standing if each.start.date() == day)
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))

    def called(self, meeting: Meeting) -> str:
        """Child C, looked-after child review; an entry of one’s own by its title."""
        kind = self.kind(meeting)
        name = meeting.title or kind
        if not meeting.child:
            return name
        return f"{meeting.child}, {name if meeting.title else name[:1].lower() + name[1:]}"

    def kind(self, meeting: Meeting) -> str:
        """The word for its kind."""
        return OWN_KINDS.get(meeting.kind) or self.kinds.get(meeting.kind, "Meeting")

    def _of_meeting(self, meeting: Meeting) -> Slot:
        return Slot(
            id=meeting.id,
            called=self.called(meeting),
            start=meeting.start,
            end=meeting.end,
            child=meeting.child,
            place=meeting.place,
            people=tuple(dict.fromkeys(each for each in (meeting.chair, meeting.host) if each)),
        )


def _of_talk(talk: Talk) -> Slot | None:
    plan, person = talk.standing.plan, talk.person
    if plan is None or plan.start is None or plan.end is None:
        return None
    return Slot(
        id=person.id,
        called=person.called,
        start=plan.start,
        end=plan.end,
        child=person.child,
        place=plan.place,
        people=tuple(dict.fromkeys(each for each in (plan.inspector, plan.support) if each)),
    )
