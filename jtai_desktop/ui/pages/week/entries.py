"""The entries of the week as the page shows them: their words, their marks, their clashes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.track import State as Stands
from jtai_desktop.domain.meetings.clashes import Clash, ClashKind
from jtai_desktop.domain.meetings.concerns import Concern, ConcernKind
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.sending import Change, ChangeKind
from jtai_desktop.domain.meetings.warned import Judged, Settled, Warned
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import day_short, times
from jtai_desktop.ui.pages.week.layout import HOUR, Block
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

MIDNIGHT = 24 * HOUR


class Sort(StrEnum):
    """What an entry is."""

    MEETING = "meeting"
    OWN = "entry of our own"
    TALK = "conversation"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is said of an entry below its name; `short` where there is little room."""

    icon: str
    word: str
    role: Role = Role.INK2
    bold: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `lead` in bold, then `text`; `warnings` are those that nobody accepted.

    `own` are the marks that it has wherever it lies.
    """

    key: str
    sort: Sort
    start: datetime
    end: datetime
    lead: str
    text: str = ""
    place: str = ""
    who: str = ""
    own: tuple[Mark, ...] = ()
    warnings: tuple[Warned, ...] = ()
    accepted: tuple[Settled, ...] = ()
    meeting: Meeting | None = None
    talk: Talk | None = None

    @property
    def day(self) -> date:
        """The day in London."""
        return self.start.date()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All that is said of it below its name."""
        return (*self.own, *_warned(self.warnings))

    @property
    def times(self) -> str:
        """10:00–11:30."""
        return times(self.start, self.end)

    @property
    def called(self) -> str:
        """Child C looked-after child review."""
        return f"{self.lead} {self.text}".strip()

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """With what else it can’t be at once: what fills it."""
        found = (each for each in self.warnings if isinstance(each, Clash))
        return tuple(each for each in found if each.kind is not ClashKind.TRAVEL)

    @property
    def clash_words(self) -> str:
        """Clash 11:00–11:30, of the first there is."""
        return f"Clash {times(self.clashes[0].start, self.clashes[0].end)}" if self.clashes else ""

    @property
    def said(self) -> str:
        """All of it, as a screen reader says it."""
        words = (mark.word for mark in self.marks)
        clash = (each.sentence for each in self.warnings)
        when = f"{day_short(self.day)}, {self.times}"
        parts = (self.called, self.sort.value, when, self.place, *words, *clash)
        return ", ".join(part for part in parts if part)

    @property
    def stands(self) -> bool:
        """Whether it takes place."""
        return self.meeting is None or self.meeting.stands

    def without(self, key: str) -> "Entry":
        """The entry as it is while another one is in somebody’s hand."""
        left = tuple(each for each in self.warnings if key not in each.ids)
        return self if len(left) == len(self.warnings) else replace(self, warnings=left)

    def block(self, first: date) -> Block:
        """Where it lies among the days from `first` on; what passes midnight is cut there."""
        start = self.start.hour * HOUR + self.start.minute
        late = self.end.date() > self.day
        end = MIDNIGHT if late else self.end.hour * HOUR + self.end.minute
        return Block(self.key, (self.day - first).days, start, end)


def entries_of(week: Week) -> tuple[Entry, ...]:
    """Everything with a time, in its order; cancelled meetings among them."""
    judged = _sorted_out(week.judged)
    changed = {each.meeting.id: each for each in week.changes}
    found = [_of_meeting(week, each, changed.get(each.id), judged) for each in week.meetings]
    found += [_of_talk(each, judged) for each in week.conversations.on_the_timetable]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.key)))


@dataclass(frozen=True, slots=True)
class _ByEntry:
    """The warnings of each entry, the open and the accepted ones."""

    open: dict[str, list[Warned]] = field(default_factory=dict)
    accepted: dict[str, list[Settled]] = field(default_factory=dict)

    def of(self, key: str) -> tuple[Warned, ...]:
        return tuple(self.open.get(key, ()))

    def accepted_of(self, key: str) -> tuple[Settled, ...]:
        return tuple(self.accepted.get(key, ()))


def _sorted_out(judged: Judged) -> _ByEntry:
    found = _ByEntry()
    for warned in judged.open:
        for key in warned.ids:
            found.open.setdefault(key, []).append(warned)
    for settled in judged.accepted:
        for key in settled.warned.ids:
            found.accepted.setdefault(key, []).append(settled)
    return found


def consent(talk: Talk) -> Mark:
    """Where the consent of a planned conversation stands."""
    confirmed = talk.state is Stands.CONFIRMED
    look = look_of(State.CONFIRMED if confirmed else State.AGREED)
    if confirmed:
        return Mark(look.icon, look.word, look.role)
    return Mark(look.icon, f"{look.word}, not confirmed", look.role, short="not confirmed")


def _of_meeting(week: Week, meeting: Meeting, change: Change | None, judged: _ByEntry) -> Entry:
    lead, text = _names(week, meeting)
    return Entry(
        key=meeting.id,
        sort=Sort.MEETING if meeting.is_returned else Sort.OWN,
        start=london(meeting.start),
        end=london(meeting.end),
        lead=lead,
        text=text,
        place=meeting.place,
        who=meeting.chair or meeting.host,
        own=tuple(_marks(meeting, change)),
        warnings=judged.of(meeting.id),
        accepted=judged.accepted_of(meeting.id),
        meeting=meeting,
    )


def _names(week: Week, meeting: Meeting) -> tuple[str, str]:
    """Child C, looked-after child review; Everyone, briefing."""
    called, child = week.called(meeting), f"{meeting.child}, "
    if meeting.child and called.startswith(child):
        return meeting.child, called.removeprefix(child)
    before, between, after = called.partition(": ")
    return (before, after) if between else (called, "")


def _marks(meeting: Meeting, change: Change | None) -> Iterable[Mark]:
    if not meeting.stands:
        yield Mark("dash", "cancelled")
        return
    if meeting.observe:
        yield Mark("eye", "may observe")
    if meeting.observe and not meeting.explained:
        yield Mark("triangle", "family not told", Role.WARNING, bold=True)
    if change is not None:
        word = "not sent yet" if change.kind is ChangeKind.NEW else "changed since sent"
        yield Mark("triangle", word, Role.WARNING, bold=True)


def _warned(warnings: Iterable[Warned]) -> Iterable[Mark]:
    """What is wrong besides a clash; school hours are told beside the week alone."""
    for each in warnings:
        if isinstance(each, Clash) and each.kind is ClashKind.TRAVEL:
            yield Mark("triangle", f"{each.needed} min on the way", Role.WARNING, bold=True)
        elif isinstance(each, Concern) and each.kind is ConcernKind.OUTSIDE:
            yield Mark("triangle", each.what, Role.WARNING, bold=True)


def _of_talk(talk: Talk, judged: _ByEntry) -> Entry:
    plan = talk.standing.plan
    if plan is None or plan.start is None or plan.end is None:
        raise ValueError(talk.person.id)
    return Entry(
        key=talk.person.id,
        sort=Sort.TALK,
        start=london(plan.start),
        end=london(plan.end),
        lead=talk.person.called,
        place=plan.place,
        who=plan.inspector,
        own=(consent(talk),),
        warnings=judged.of(talk.person.id),
        accepted=judged.accepted_of(talk.person.id),
        talk=talk,
    )
