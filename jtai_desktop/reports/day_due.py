"""What is due on a day sheet: milestones, whom to act for now, and what to tell."""

from jtai_desktop.domain import wording
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import lateness
from jtai_desktop.reports import talk_cells
from jtai_desktop.reports.blocks import Block, Fact, Facts, Heading, Sign
from jtai_desktop.reports.material import Material

_LEAD = 0.27


def due_blocks(material: Material, day: Day, agency: Agency) -> tuple[Block, ...]:
    """Overdue, due today, due next: only what concerns the agency, or its one person."""
    groups = (
        ("Overdue", day.overdue, "Nothing is overdue."),
        ("Due today", day.due_today, "Nothing is due today."),
        ("Due next", day.due_next, "Nothing is due in the next three working days."),
    )
    blocks: list[Block] = []
    for title, planned, nothing in groups:
        theirs = [each for each in planned if _is_theirs(material, day, agency, each)]
        rows = tuple(_fact(material, day, agency, each) for each in theirs)
        today = title == "Due today"
        more = (*_flags(day, agency, material.whose), *_duties(material, day)) if today else ()
        blocks += [Heading(title), Facts((*rows, *more), _LEAD, nothing)]
    return tuple(blocks)


def _is_theirs(material: Material, day: Day, agency: Agency, planned: Planned) -> bool:
    """What the guidance asks of the agency, and what its people are named for."""
    named = _named(day, planned)
    if material.whose is not None:
        return material.whose.id in {each.id for each in named}
    people = {each.agency_id for each in named}
    return agency.key in planned.rule.agencies or agency.id in people


def _named(day: Day, planned: Planned) -> tuple[Contact, ...]:
    """Owner and deputy."""
    found = [each for each in day.named if each.key == planned.key]
    both = (contact for each in found for contact in (each.owner, each.deputy))
    return tuple(contact for contact in both if contact)


def _fact(material: Material, day: Day, agency: Agency, planned: Planned) -> Fact:
    late = planned in day.overdue
    of_now = day.now == material.as_at
    lead = wording.moment_short(planned.due)
    if planned.due.day == day.date and not late:
        lead = wording.hour(planned.due) or "today"
    remark = lateness(planned, day.now, day.schedule.close) if late and of_now else ""
    remark = remark or _part(material, day, agency, planned)
    paragraph = f"¶{planned.rule.paragraph}" if planned.rule.paragraph else ""
    return Fact(
        lead,
        planned.rule.title,
        remark=" ".join(each for each in (remark, paragraph) if each),
        sign=Sign.LATE if late else None,
        boxed=not late,
    )


def _part(material: Material, day: Day, agency: Agency, planned: Planned) -> str:
    """Who of them brings it home; of one person, whether as deputy."""
    named = _named(day, planned)
    if material.whose is not None:
        return "" if named[:1] == (material.whose,) else "as deputy"
    theirs = [material.person(each) for each in named if each.agency_id == agency.id]
    return theirs[0] if theirs else ""


def _flags(day: Day, agency: Agency, person: Contact | None) -> tuple[Fact, ...]:
    """On whose behalf they act at once. What it is about does not stand on paper."""
    people = {each.id for each in day.contacts if each.agency_id == agency.id}
    owners = {person.id} if person else people
    theirs = (each for each in day.flags if each.owner_id in owners)
    return tuple(
        Fact("act now", each.child, remark="to be closed" if each.confirmed else "", boxed=True)
        for each in theirs
    )


def _duties(material: Material, day: Day) -> tuple[Fact, ...]:
    """The duty is on the sheet of the person who is named for the conversations, on no other."""
    key = day.conversations.milestone
    named = (each for each in day.schedule.milestones if each.key == key)
    people = {contact.id for each in named for contact in _named(day, each)}
    if material.whose is None or material.whose.id not in people:
        return ()
    children = dict.fromkeys(each.person.child for each in day.conversations.to_tell)
    return tuple(Fact("today", f"{talk_cells.DUTY}, {each}", boxed=True) for each in children)
