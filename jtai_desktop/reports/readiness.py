"""The readiness pack: cover with key dates, how ready we are and what is missing, then parts."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from jtai_desktop.domain import wording
from jtai_desktop.domain.documents.counting import Counts, counts
from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import Mark, days_left, is_done, marks
from jtai_desktop.reports.binding import NOTHING, Binding, divider
from jtai_desktop.reports.blocks import Block, Cell, Column, Contents, Fact, Facts, Heading, Table
from jtai_desktop.reports.copies import copies_words
from jtai_desktop.reports.evaluation_cells import finished_words
from jtai_desktop.reports.gaps import draft_reasons, gap_facts
from jtai_desktop.reports.list_versions import sent_words
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.meetings import return_words
from jtai_desktop.reports.pack import READINESS, Around, Pack, Sheet
from jtai_desktop.reports.talk_cells import confirmed_words

COUNTED = (
    Column("", 78, names_row=True),
    Column("Sent", 17, right=True),
    Column("Ready", 17, right=True),
    Column("To check", 17, right=True),
    Column("To come", 17, right=True),
    Column("Late", 17, right=True),
    Column("In all", 17, right=True),
)
MORE_LEAD = 0.33
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def around(material: Material, *, draft: bool = False) -> Around:
    """What stands on every page."""
    return Around(
        material.area,
        material.theme,
        material.as_at,
        material.marking,
        practice=material.practice,
        draft=draft,
    )


def readiness_pack(
    material: Material,
    sheets: Sequence[Sheet],
    not_chosen: Sequence[str] = (),
    binding: Binding = NOTHING,
) -> Pack:
    """The pack of these sheets; a draft until its own conditions are met."""
    draft = bool(draft_reasons(material))
    behind = () if binding == NOTHING else (divider(binding, material.readers),)
    cover = _cover(material, not_chosen, binding)
    return Pack(around(material, draft=draft), cover, (*sheets, *behind), binding.bound)


def _cover(material: Material, not_chosen: Sequence[str], binding: Binding) -> Sheet:
    blocks: tuple[Block, ...] = (
        Heading("Key dates"),
        Facts(_key_dates(material)),
        Heading("How ready we are", _late_words(material)),
        Table(COUNTED, _counted(material), "No document is asked for yet.", light=True),
        *_more_counted(material),
        Heading("What is missing or left out"),
        Facts(gap_facts(material, not_chosen, binding), lead=0.215),
        Heading("In this pack"),
        Contents(),
    )
    about = f"For {material.agency.name}" if material.agency else ""
    return Sheet(READINESS, material.readers, blocks, about)


def _key_dates(material: Material) -> tuple[Fact, ...]:
    """What is still ahead, and what the inspectors began with; one row for each time."""
    shown = [each for each in material.milestones if _is_key(material, each)]
    together = groupby(shown, key=lambda each: each.due)
    return tuple(_date_fact(material, due, list(group)) for due, group in together)


def _is_key(material: Material, planned: Planned) -> bool:
    if planned.rule.optional or planned.rule.on_request:
        return False
    theirs = planned.rule.actor is Actor.INSPECTORS
    return theirs or not is_done(planned, material.as_at)


def _date_fact(material: Material, due: Moment, group: list[Planned]) -> Fact:
    hour = wording.hour(due)
    first = due.day in {material.schedule.notified.date(), material.schedule.fieldwork_start}
    day = wording.day_long(due.day, year=first)
    paragraphs = dict.fromkeys(each.rule.paragraph for each in group if each.rule.paragraph)
    return Fact(
        "\n".join(each.rule.title for each in group),
        f"{day}, {hour}" if hour else day,
        f"¶{', '.join(paragraphs)}" if paragraphs else "",
        _remark(material, group[0]),
    )


def _remark(material: Material, planned: Planned) -> str:
    """What matters most of it: to agree, today, late, set by hand, inspectors’."""
    found, theirs = marks(planned), planned.rule.actor is Actor.INSPECTORS
    if Mark.TO_AGREE in found:
        return "to agree"
    if is_done(planned, material.as_at):
        return ""
    ahead = (planned.due.day - material.as_at.date()).days
    if ahead <= 0:
        return "today" if ahead == 0 else "awaited" if theirs else "late"
    if planned.due.day == material.schedule.fieldwork_start:
        return f"in {days_left(material.schedule, planned, material.as_at)}"
    return "set by hand" if Mark.SET_BY_HAND in found else "inspectors’" if theirs else ""


def _late_words(material: Material) -> str:
    """Whether late means past the milestone, or past our own, earlier time."""
    late = [entry.late for entry in material.register.overdue if entry.with_agency]
    to_us = late.count(Late.TO_US)
    if not to_us:
        return ""
    if to_us == len(late):
        return "late to us: past our own, earlier time"
    return f"{to_us} of the {len(late)} late ones only past our own, earlier time"


def _counted(material: Material) -> tuple[tuple[Cell, ...], ...]:
    register = material.register
    labels = {entry.item.child.label for entry in register.children if entry.item.child}
    number = NUMBERS[len(labels)] if len(labels) < len(NUMBERS) else str(len(labels))
    children = "one child" if len(labels) == 1 else f"{number} children"
    rows: Mapping[str, Counts] = {
        "Information from each agency": counts(register.area),
        f"Case-file documents of {children}": counts(register.children),
        "In all": counts(register.entries),
    }
    return tuple(_counts_row(name, found) for name, found in rows.items() if register.entries)


def _more_counted(material: Material) -> tuple[Facts, ...]:
    """What is counted otherwise: lists, meetings, evaluations, conversations, printed copies."""
    said = (
        ("Lists", sent_words(material)),
        ("Meetings of the fieldwork week", return_words(material)),
        ("Joint evaluations", finished_words(material)),
        ("Conversations", confirmed_words(material)),
        ("Printed papers for site", copies_words(material)),
    )
    rows = tuple(Fact(lead, text) for lead, text in said if text)
    return (Facts(rows, lead=MORE_LEAD),) if rows else ()


def _counts_row(name: str, found: Counts) -> tuple[Cell, ...]:
    numbers = (found.sent, found.ready, found.to_check, found.with_agency)
    plain = (Cell(str(number)) for number in numbers)
    late = Cell(str(found.late), strong=bool(found.late))
    return (Cell(name), *plain, late, Cell(str(found.total)))
