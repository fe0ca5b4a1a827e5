"""Agencies and contacts: who is who, how to reach them, what they answer for."""

from collections.abc import Iterable

from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Row,
    SectionRow,
    Table,
)
from jtai_desktop.reports.material import NOBODY, Material, initials
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.variants import Variant

TITLE = "Agencies and contacts"
FULL = (
    Column("Role", 46, names_row=True),
    Column("Initials", 15),
    Column("Telephone, e-mail", 61),
    Column("Answers for", 58),
)
BY_INITIALS = (Column("Initials", 30, names_row=True), Column("Answers for", 150))
NOTHING = "No agency is set up yet."


def contacts_sheet(material: Material) -> Sheet:
    """Each agency with its people; what nobody is named for stands at the end."""
    short = material.variant is Variant.STAFF
    rows = tuple(_rows(material, short=short))
    blocks: list[Block] = [Table(BY_INITIALS if short else FULL, rows, NOTHING)]
    if not material.for_inspectors:
        gaps = (each for each in material.named if each.gap)
        facts = tuple(Fact(each.gap[:1].upper() + each.gap[1:], each.called) for each in gaps)
        blocks += [Heading("Nobody named yet"), Facts(facts, nothing="Everything has an owner.")]
    return Sheet(TITLE, material.readers, tuple(blocks), footer="agencies and contacts")


def _rows(material: Material, *, short: bool) -> Iterable[Row | SectionRow]:
    agencies = (material.agency,) if material.agency else material.agencies
    for agency in agencies:
        people = [each for each in material.contacts if each.agency_id == agency.id]
        yield SectionRow("", _called(agency), "" if people else "no contact yet")
        for contact in sorted(people, key=lambda each: each.role):
            yield _short(material, contact) if short else _full(material, contact)


def _called(agency: Agency) -> str:
    return agency.name if agency.short == agency.name else f"{agency.name} ({agency.short})"


def _full(material: Material, contact: Contact) -> Row:
    away = contact.away and not material.for_inspectors
    reach = Cell(contact.phone or NOBODY, below=_mail(contact))
    return (
        Cell(contact.role, below=(Cell(f"Away: {contact.away}", quiet=True),) if away else ()),
        Cell(initials(contact)),
        reach,
        Cell(_answers_for(material, contact)),
    )


def _short(material: Material, contact: Contact) -> Row:
    return Cell(initials(contact)), Cell(_answers_for(material, contact))


def _mail(contact: Contact) -> tuple[Cell, ...]:
    return (Cell(contact.email),) if contact.email else ()


def _answers_for(material: Material, contact: Contact) -> str:
    """Collected by what they are named for, the deputy’s after the owner’s."""
    owned = [each.called for each in material.named if each.owner and each.owner.id == contact.id]
    stands_in = [
        each.called for each in material.named if each.deputy and each.deputy.id == contact.id
    ]
    parts = ["; ".join(owned), f"deputy for {'; '.join(stands_in)}" if stands_in else ""]
    return ". ".join(part[:1].upper() + part[1:] for part in parts if part) or NOBODY
