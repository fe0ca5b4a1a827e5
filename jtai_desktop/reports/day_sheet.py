"""The day sheet of one agency or one person: only their own lines, to be worked through."""

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.evaluations.register import Entry as Evaluated
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.wording import counted, day_long, times
from jtai_desktop.reports import entry_cells, talk_cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Row,
    Table,
    Writing,
)
from jtai_desktop.reports.day_due import due_blocks
from jtai_desktop.reports.material import NOBODY, Material, supporters
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import LATE, STAGE, TALK

NAME = "Day sheet"
MEETINGS = (
    Column("Time", 28, names_row=True),
    Column("What", 70),
    Column("Place", 42),
    Column("Who", 40),
)
ASKED = (
    Column("No.", 24, names_row=True),
    Column("What is asked", 74),
    Column("Due", 27),
    Column("State", 27),
    Column("Chased", 28),
)
NOTES = 4


def day_sheet(material: Material, agency: Agency) -> Sheet:
    """Of the agency, or of the one person of it that the material names."""
    day, person = material.day, material.whose
    if day is None:
        raise ValueError(NAME)
    talks = _talks(material, day, agency)
    asked = _asked(day, agency, person)
    evaluations = _evaluations(day, agency, person)
    rows = (
        *(_row(material, each) for each in asked),
        *(_evaluation(material, each) for each in evaluations),
    )
    blocks: tuple[Block, ...] = (
        *due_blocks(material, day, agency),
        Heading("Meetings and conversations"),
        Table(MEETINGS, _times(material, day, agency, talks), "Nothing more on this day."),
        Heading("Asked and not handed over", _late(asked, evaluations)),
        Table(ASKED, rows, "Nothing is owed."),
        Heading("Notes"),
        Writing(NOTES),
    )
    whose = material.person(person) if person else agency.short
    return Sheet(
        f"{NAME}: {whose}",
        material.readers,
        blocks,
        f"{day_long(day.date)}. Good for this day only.",
        footer="day sheet",
        kind=NAME,
        holds=talk_cells.holds_of(talks),
    )


# ------------------------------------------------------------------ meetings, conversations


def _talks(material: Material, day: Day, agency: Agency) -> tuple[Talk, ...]:
    """The conversations of this day that they support."""
    person = material.whose
    people = [each for each in material.contacts if each.agency_id == agency.id]
    names = {person.role} if person else supporters(agency, people)
    theirs = day.conversations.supported_by(names).on_the_timetable
    return tuple(talk for talk in theirs if _is_on(talk, day))


def _is_on(talk: Talk, day: Day) -> bool:
    """What is over already needs nobody any more."""
    plan = talk.standing.plan
    if plan is None or plan.start is None or plan.end is None:
        return False
    return plan.start.date() == day.date and plan.end > day.now


def _times(
    material: Material, day: Day, agency: Agency, talks: tuple[Talk, ...]
) -> tuple[Row, ...]:
    meetings = (each for each in day.week.meetings_on(day.date) if each.end > day.now)
    rows = [
        (times(each.start, each.end), _meeting(material, day, each))
        for each in meetings
        if _attends(material, agency, each)
    ]
    rows += [(row[0].text, row) for talk in talks for row in [_talk(material, talk)]]
    return tuple(row for _, row in sorted(rows, key=lambda each: each[0]))


def _attends(material: Material, agency: Agency, meeting: Meeting) -> bool:
    """By role where somebody is named; an agency also where it is among those who attend."""
    named = {meeting.chair, meeting.host, meeting.prepares, *meeting.attending}
    if material.whose is not None:
        return material.whose.role in named
    people = {each.role for each in material.contacts if each.agency_id == agency.id}
    return meeting.concerns(agency.key) or bool(people & named)


def _meeting(material: Material, day: Day, meeting: Meeting) -> Row:
    named = (("Chair", meeting.chair), ("Host", meeting.host), ("Prepares", meeting.prepares))
    who = [f"{word}: {material.signed(text)}" for word, text in named if text]
    first, *others = who or [NOBODY]
    return (
        Cell(times(meeting.start, meeting.end), boxed=True),
        Cell(day.week.called(meeting)),
        Cell(meeting.place or NOBODY),
        Cell(first, below=tuple(Cell(text) for text in others)),
    )


def _talk(material: Material, talk: Talk) -> Row:
    plan = talk.standing.plan
    when = times(plan.start, plan.end) if plan and plan.start and plan.end else NOBODY
    first, *others = talk_cells.support_words(material, talk) or (NOBODY,)
    return (
        Cell(when, boxed=True),
        Cell(f"Conversation: {talk.person.called}", below=(TALK[talk.state],)),
        Cell(plan.place if plan and plan.place else NOBODY),
        Cell(first, below=tuple(Cell(text) for text in others)),
    )


# ------------------------------------------------------------------ documents


def _asked(day: Day, agency: Agency, person: Contact | None) -> tuple[Entry, ...]:
    """What the agency has still to bring; of one person all that they own and is not sent."""
    if person is not None:
        theirs = [each for each in day.register.open if each.owner_id == person.id]
    else:
        held = day.register.of_agency(agency.key).open
        theirs = [each for each in held if each.with_agency]
    return tuple(sorted(theirs, key=lambda entry: not entry.late_by))


def _evaluations(day: Day, agency: Agency, person: Contact | None) -> tuple[Evaluated, ...]:
    """Those of its own that an agency has still to bring; no single person is asked for one."""
    if person is not None:
        return ()
    theirs = day.evaluations.of_agency(agency.key).entries
    return tuple(each for each in theirs if not each.is_finished)


def _late(asked: tuple[Entry, ...], evaluations: tuple[Evaluated, ...]) -> str:
    """4 documents, 1 evaluation, 3 late."""
    late = sum(1 for each in asked if each.late_by) + sum(1 for each in evaluations if each.late_by)
    named = (("document", asked), ("evaluation", evaluations))
    parts = [counted(len(those), word) for word, those in named if those]
    return ", ".join([*parts, f"{late} late"]) if parts else ""


def _evaluation(material: Material, entry: Evaluated) -> Row:
    late = LATE.get(entry.late)
    due = Cell(material.due(entry.evaluation.internal or entry.due), below=(late,) if late else ())
    return (
        Cell(entry.evaluation.child, boxed=True),
        Cell(f"Own evaluation, {entry.filled_of} questions answered"),
        due,
        STAGE[entry.evaluation.stage],
        Cell(NOBODY),
    )


def _row(material: Material, entry: Entry) -> Row:
    return (
        Cell(entry.item.called, boxed=True),
        Cell(entry.item.title or entry.item.short),
        entry_cells.due_cell(material, entry),
        entry_cells.ours_cell(entry),
        entry_cells.chased_cell(material, entry),
    )
