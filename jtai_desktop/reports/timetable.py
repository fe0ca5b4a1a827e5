"""The milestone timetable: the weeks drawn, then every milestone with all that is known of it."""

from datetime import date, timedelta

from jtai_desktop.domain import wording
from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import Mark, marks, state
from jtai_desktop.domain.working_days import monday_of
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    DayEntry,
    Heading,
    Sentence,
    Table,
    WeekDay,
    Weeks,
)
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import MARKS, MILESTONE

TITLE = "Timetable"
COLUMNS = (
    Column("State", 21.5),
    Column("What", 44, names_row=True),
    Column("Due", 29),
    Column("Who acts", 33),
    Column("¶", 12.5),
    Column("Note", 40),
)
NO_HOUR = "no time set"
MOST_WEEKS = 8
DAY = timedelta(days=1)


def timetable_sheet(material: Material) -> Sheet:
    """The strip says where we are, the table says it in full."""
    rows = tuple(_row(material, each) for each in material.milestones)
    blocks: tuple[Block, ...] = (
        _weeks(material),
        Heading("Every milestone", _aside(material)),
        Table(COLUMNS, rows, "No milestone asks anything of this agency."),
        *(Sentence(warning) for warning in material.schedule.warnings),
    )
    return Sheet(TITLE, material.readers, blocks, footer="timetable")


def _aside(material: Material) -> str:
    today = material.as_at.date()
    fieldwork = material.schedule.fieldwork_start
    if today >= fieldwork:
        return ""
    left = material.schedule.calendar.between(today, fieldwork)
    return f"{wording.counted(left, 'working day')} to fieldwork"


def _row(material: Material, planned: Planned) -> tuple[Cell, ...]:
    rule = planned.rule
    what = f"{rule.title} (optional)" if rule.optional else rule.title
    return (
        MILESTONE[state(planned, material.as_at, material.schedule.close)],
        Cell(what),
        Cell(wording.moment_short(planned.due)),
        _who(material, planned),
        Cell(rule.paragraph),
        _notes(material, planned),
    )


def _who(material: Material, planned: Planned) -> Cell:
    """Who acts by the guidance, and our own owner beneath."""
    owner = None if material.for_inspectors else material.owner_of(planned)
    if owner is not None:
        named = f"Owner: {material.person(owner)}"
    elif planned.rule.actor is Actor.PARTNERSHIP and not material.for_inspectors:
        named = "No owner"
    else:
        return Cell(planned.rule.who)
    return Cell(planned.rule.who, below=(Cell(named, quiet=True),))


def _notes(material: Material, planned: Planned) -> Cell:
    """How far it is, its marks with their reasons, what was noted when it was done."""
    lines = [*_how_far(material, planned), *_marks(material, planned)]
    done = planned.notes.done
    if done and done.note and not material.for_inspectors:
        lines.append(Cell(done.note))
    if not lines:
        return Cell("")
    first, *others = lines
    return Cell(first.text, first.sign, strong=first.strong, quiet=first.quiet, below=tuple(others))


def _how_far(material: Material, planned: Planned) -> list[Cell]:
    towards = counts(material.register.towards(planned.key))
    if towards.total:
        return [Cell(towards.sent_of)]
    if material.agency is not None:
        return []
    evaluations, talks = material.evaluations, material.conversations
    if evaluations.towards(planned.key):
        return [Cell(evaluations.finished_of)]
    if (lists := material.lists.towards(planned.key)).lists:
        return [Cell(lists.sent_of)]
    return [Cell(talks.confirmed_of)] if talks.towards(planned.key) else []


def _marks(material: Material, planned: Planned) -> list[Cell]:
    lines = []
    for mark in marks(planned):
        look, reason = MARKS[mark], _reason(material, planned, mark)
        lines.append(
            Cell(f"{look.text}: {reason}" if reason else look.text, look.sign, look.strong)
        )
    if planned.due != planned.computed:
        lines.append(Cell(f"Worked out: {wording.moment_short(planned.computed)}", quiet=True))
    agreed = planned.notes.agreed
    if agreed:
        lines.append(Cell(f"Agreed with {material.signed(agreed.by)}", quiet=True))
    return lines


def _reason(material: Material, planned: Planned, mark: Mark) -> str:
    """Why; what the coordinator wrote is no business of the inspectors."""
    by_hand = planned.notes.set_by_hand
    if mark is Mark.SET_BY_HAND:
        return "" if material.for_inspectors or by_hand is None else by_hand.reason
    if mark is Mark.ASSUMED:
        return planned.rule.assumed
    if mark is Mark.TO_AGREE and planned.open_to_agree:
        return planned.open_to_agree.reason
    return ""


def _weeks(material: Material) -> Weeks:
    """From week one to the week of fieldwork, and the weeks outside that something falls into."""
    schedule = material.schedule
    mondays = {monday_of(each.due.day) for each in material.milestones}
    mondays |= {monday_of(schedule.fieldwork_start), schedule.week_one}
    chosen = sorted(mondays)[:MOST_WEEKS]
    weeks = tuple(
        tuple(_day(material, monday + step * DAY) for step in range(7)) for monday in chosen
    )
    first, last = wording.day_long(chosen[0], year=False), wording.day_long(chosen[-1] + 4 * DAY)
    return Weeks(weeks, f"The weeks from {first} to {last} drawn. The table below says the same.")


def _day(material: Material, day: date) -> WeekDay:
    here = [each for each in material.milestones if each.due.day == day]
    why = material.schedule.calendar.why_not(day)
    return WeekDay(
        day,
        tuple(_entry(material, each) for each in here),
        why[:1].upper() + why[1:],
        today=day == material.as_at.date(),
    )


def _entry(material: Material, planned: Planned) -> DayEntry:
    look = MILESTONE[state(planned, material.as_at, material.schedule.close)]
    return DayEntry(wording.hour(planned.due) or NO_HOUR, planned.rule.short, look.sign)
