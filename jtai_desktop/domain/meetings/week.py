"""Everything with a time: meetings, entries of one's own, conversations; by day, with warnings.

Only conversations that stand on a standing “agreed” come in here.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from jtai_desktop.domain.conversations.person import YOUNG
from jtai_desktop.domain.conversations.register import Conversations, Talk
from jtai_desktop.domain.meetings.clashes import Clash, clashes
from jtai_desktop.domain.meetings.concerns import Concern, ConcernKind, Span, concerns
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting
from jtai_desktop.domain.meetings.sending import Change, Sending, changes
from jtai_desktop.domain.meetings.slot import CONVERSATION, Slot
from jtai_desktop.domain.meetings.warned import Acceptance, Judged, Warned, judge
from jtai_desktop.domain.meetings.ways import Ways
from jtai_desktop.domain.people import Contact

DAYS_OF_FIELDWORK = 5
_BETWEEN = re.compile(r",|\band\b|&")


@dataclass(frozen=True, slots=True)
class Week:
    """The meetings, what was sent of them, the conversations, and the words of the kinds.

    `people` gives for initials and roles, in small letters, the role of a contact.
    """

    meetings: tuple[Meeting, ...] = ()
    sendings: tuple[Sending, ...] = ()
    conversations: Conversations = field(default_factory=Conversations)
    kinds: Mapping[str, str] = field(default_factory=dict)
    fieldwork: date | None = None
    acceptances: Mapping[str, Acceptance] = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def standing(self) -> tuple[Meeting, ...]:
        """The meetings and entries that take place."""
        return tuple(each for each in self.meetings if each.stands)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every entry that takes place, in the order of time."""
        talks = (self._of_talk(each) for each in self.conversations.on_the_timetable)
        found = [self._of_meeting(each) for each in self.standing]
        found += [slot for slot in talks if slot]
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))

    @property
    def judged(self) -> Judged:
        """All warnings: those that count, and those that were accepted. Ask once, then look."""
        slots = self.slots
        found: tuple[Warned, ...] = (*clashes(slots, self.ways), *concerns(slots, self.span))
        return judge(found, self.acceptances)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Who or what is in two places at once, without what was accepted."""
        return tuple(each for each in self.judged.open if isinstance(each, Clash))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed since the return was sent; nothing before it was."""
        return changes(self.meetings, self.sendings) if self.sendings else ()

    @property
    def to_send(self) -> tuple[Change, ...]:
        """What the return, or the next update, would tell the inspectors."""
        return changes(self.meetings, self.sendings)

    @property
    def unexplained(self) -> tuple[Meeting, ...]:
        """Meetings an inspector may observe though child and family were not told of it yet."""
        return tuple(each for each in self.standing if each.observe and not each.explained)

    @property
    def span(self) -> Span | None:
        """The three weeks."""
        return Span(self.fieldwork) if self.fieldwork else None

    @property
    def outside(self) -> tuple[Meeting, ...]:
        """Meetings that are not in the week they belong to, without what was accepted."""
        ids = {
            each.slot.id
            for each in self.judged.open
            if isinstance(each, Concern) and each.kind is ConcernKind.OUTSIDE
        }
        return tuple(each for each in self.standing if each.id in ids)

    @property
    def places(self) -> tuple[str, ...]:
        """Every place that is named anywhere, once, in the order of the alphabet."""
        plans = (talk.standing.plan for talk in self.conversations.talks)
        named = [each.place for each in self.meetings]
        named += [each.place for each in plans if each is not None]
        return once(named)

    def on(self, day: date) -> tuple[Slot, ...]:
        """What takes place on a day."""
        return tuple(each for each in self.slots if each.start.date() == day)

    def meetings_on(self, day: date) -> tuple[Meeting, ...]:
        """The meetings and entries of a day, without conversations."""
        found = (each for each in self.standing if each.start.date() == day)
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))

    def meeting(self, meeting_id: str) -> Meeting | None:
        """The meeting of that identity."""
        return next((each for each in self.meetings if each.id == meeting_id), None)

    def of_agency(self, key: str, names: Collection[str] = ()) -> "Week":
        """Only where an agency takes part, and the conversations its people support."""
        theirs = tuple(each for each in self.meetings if each.concerns(key))
        talks = self.conversations.supported_by(names)
        return replace(self, meetings=theirs, conversations=talks)

    def was_sent(self, meeting_id: str) -> bool:
        """Whether the inspectors were ever told of it: it can then be cancelled, never removed."""
        return any(each.id == meeting_id for sent in self.sendings for each in sent.meetings)

    def called(self, meeting: Meeting) -> str:
        """Child C, looked-after child review; an entry of one’s own by its title."""
        kind = self.kind(meeting)
        name = meeting.title or (f"{kind}, {_small(meeting.whom)}" if meeting.whom else kind)
        if not meeting.child:
            return name
        return f"{meeting.child}, {name if meeting.title else _small(name)}"

    def kind(self, meeting: Meeting) -> str:
        """The word for its kind."""
        return OWN_KINDS.get(meeting.kind) or self.kinds.get(meeting.kind, "Meeting")

    def who(self, meeting: Meeting) -> tuple[str, ...]:
        """The people who have to be there: chair, host, who prepares, who attends.

        Who prepares counts where a contact is meant, since “minutes of the last one” is nobody.
        """
        prepares = (meeting.prepares,) if meeting.prepares.casefold() in self.people else ()
        return self._known((meeting.chair, meeting.host, *prepares, *meeting.attending))

    def supporters(self, support: str) -> tuple[str, ...]:
        """The people who support in a conversation: “Form tutor, advocate” are two."""
        return self._known(part.strip() for part in _BETWEEN.split(support))

    def _supporting(self, support: str, child: str) -> tuple[str, ...]:
        """A contact is one person; “social worker” is another one for each child."""
        return tuple(
            each if each.casefold() in self.people else f"{each} of {child}"
            for each in self.supporters(support)
        )

    def _known(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each person once, by role where initials were written."""
        roles = (self.people.get(each.casefold(), each) for each in names if each)
        return tuple({each.casefold(): each for each in roles}.values())

    def _of_meeting(self, meeting: Meeting) -> Slot:
        return Slot(
            id=meeting.id,
            called=self.called(meeting),
            start=meeting.start,
            end=meeting.end,
            child=meeting.child,
            place=meeting.place,
            people=self.who(meeting),
            kind=meeting.kind,
            inspector=meeting.inspector,
            agencies=meeting.agencies,
            on_site=meeting.is_on_site,
        )

    def _of_talk(self, talk: Talk) -> Slot | None:
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
            people=self._supporting(plan.support, person.child),
            kind=CONVERSATION,
            inspector=plan.inspector,
            in_person=person.role in YOUNG,
            on_site=True,
        )


def known_as(contacts: Iterable[Contact]) -> Mapping[str, str]:
    """The role of each contact by what is written for them: role or initials, in small letters."""
    everyone = tuple(contacts)
    initials = {each.initials.casefold(): each.role for each in everyone if each.initials}
    return initials | {each.role.casefold(): each.role for each in everyone}


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once whatever its case, in the order of the alphabet."""
    found = {each.casefold(): each for each in names if each}
    return tuple(found[key] for key in sorted(found))


def _small(words: str) -> str:
    """Looked-after with a small letter, but CAMHS and YOT as they are."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
