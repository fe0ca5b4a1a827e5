"""The fieldwork week: each day drawn by the hour, then the same as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.meetings.clashes import Clash
from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting
from jtai_desktop.domain.wording import clock, counted, day_long, times
from jtai_desktop.reports import meeting_cells, talk_cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Hours,
    Row,
    Sentence,
    Sign,
    Table,
)
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import TALK

TITLE = "Fieldwork week"
COLUMNS = (
    Column("Time", 22),
    Column("What", 58, names_row=True),
    Column("Place", 34),
    Column("Who", 38),
    Column("State", 28),
)
NOTHING = "Nothing is planned yet."
CONVERSATION = "Conversation"
# Of our own entries these are no business of the inspectors.
OURS_ALONE = frozenset({"call", "check", "other"})
_WEEK = 7
_HOUR = 60


@dataclass(frozen=True, slots=True)
class _Thing:
    """A meeting or a conversation, in the words of both drawing and table."""

    id: str
    start: datetime
    end: datetime
    called: str
    place: str
    who: tuple[str, ...]
    state: Cell
    lines: tuple[str, ...]
    talk: Talk | None = None


def week_sheet(material: Material) -> Sheet:
    """From the first day to Friday; a day of the weekend only where it brings something."""
    things = tuple(_things(material))
    clashing = {} if material.for_inspectors else _clashing(material)
    blocks: list[Block] = []
    for day in _days(material, things):
        here = [each for each in things if each.start.date() == day]
        blocks += _day(material, day, here, clashing)
    span = Span(material.schedule.fieldwork_start)
    talks = [each.talk for each in things if each.talk]
    return Sheet(
        TITLE,
        material.readers,
        tuple(blocks),
        f"{day_long(span.fieldwork, year=False)} to {day_long(span.last_on_site)}",
        footer="fieldwork week",
        holds=talk_cells.holds_of(talks),
    )


def _days(material: Material, things: tuple[_Thing, ...]) -> Iterable[date]:
    span = Span(material.schedule.fieldwork_start)
    busy = {each.start.date() for each in things}
    for step in range(_WEEK):
        day = span.fieldwork + timedelta(step)
        if day <= span.last_on_site or (day in busy and day <= span.last):
            yield day


def _day(
    material: Material, day: date, things: list[_Thing], clashing: dict[str, Clash]
) -> list[Block]:
    begins = "fieldwork begins" if day == material.schedule.fieldwork_start else ""
    named = counted(len(things), "entry", "entries") if things else ""
    head = Heading(day_long(day, year=False), ", ".join(each for each in (begins, named) if each))
    if not things:
        return [head, Sentence(material.schedule.calendar.why_not(day).capitalize() or NOTHING)]
    drawn = tuple(_entry(each, clashing.get(each.id)) for each in things)
    said = f"{head.title} drawn by the hour: {named}. The table below says the same."
    rows = tuple(_row(each, clashing.get(each.id)) for each in things)
    return [head, Hours(drawn, said), Table(COLUMNS, rows)]


def _entry(thing: _Thing, clash: Clash | None) -> Entry:
    return Entry(
        _minute(thing.start),
        _minute(thing.end),
        times(thing.start, thing.end),
        thing.called,
        thing.lines,
        _clash_words(clash) if clash else "",
        framed=thing.talk is not None,
    )


def _row(thing: _Thing, clash: Clash | None) -> Row:
    below = (Cell(_clash_words(clash), Sign.WARNING, strong=True),) if clash else ()
    first, *others = thing.who or (NOBODY,)
    return (
        Cell(times(thing.start, thing.end)),
        Cell(thing.called, below=below),
        Cell(thing.place or NOBODY),
        Cell(first, below=tuple(Cell(text, quiet=True) for text in others)),
        thing.state,
    )


def _things(material: Material) -> Iterable[_Thing]:
    """In the order of time; conversations are those that stand on a standing “agreed”."""
    meetings = (each for each in material.week.standing if _is_told(material, each))
    found = [_of_meeting(material, each) for each in meetings]
    found += [_of_talk(material, each) for each in material.conversations.on_the_timetable]
    return sorted(found, key=lambda each: (each.start, each.end, each.called, each.id))


def _is_told(material: Material, meeting: Meeting) -> bool:
    return not (material.for_inspectors and meeting.kind in OURS_ALONE)


def _of_meeting(material: Material, meeting: Meeting) -> _Thing:
    chair = material.signed(meeting.chair)
    who = [chair and f"Chair: {chair}", meeting_cells.agencies_of(material, meeting)]
    if not material.for_inspectors:
        named = (("Host", meeting.host), ("Prepares", meeting.prepares), ("With", meeting.whom))
        who += [_ours(word, material, text) for word, text in named]
    own = meeting.kind in OWN_KINDS
    state = Cell("") if own else Cell("May observe" if meeting.observe else "Not to observe")
    observe = "may observe" if meeting.observe else ""
    return _Thing(
        meeting.id,
        meeting.start,
        meeting.end,
        material.called(meeting),
        meeting.place,
        tuple(text for text in who if text),
        state,
        tuple(text for text in (_joined(meeting.place, observe),) if text),
    )


def _of_talk(material: Material, talk: Talk) -> _Thing:
    plan = talk.standing.plan
    if plan is None or plan.start is None or plan.end is None:
        raise ValueError(talk.state)
    look = TALK[talk.state]
    return _Thing(
        talk.person.id,
        plan.start,
        plan.end,
        talk.person.called,
        plan.place,
        (CONVERSATION, *talk_cells.support_words(material, talk)),
        look,
        tuple(text for text in (_joined(plan.place, look.text.lower()),) if text),
        talk,
    )


def _clashing(material: Material) -> dict[str, Clash]:
    """The first clash of each entry."""
    found: dict[str, Clash] = {}
    for clash in material.week.clashes:
        for slot in (clash.first, clash.second):
            found.setdefault(slot.id, clash)
    return found


def _clash_words(clash: Clash) -> str:
    return f"Clash {clock(clash.start)}–{clock(clash.end)}: {clash.what}"


def _ours(word: str, material: Material, text: str) -> str:
    return f"{word}: {material.signed(text)}" if text else ""


def _minute(when: datetime) -> int:
    return when.hour * _HOUR + when.minute


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
