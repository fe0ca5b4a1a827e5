"""Agencies, contacts and who owns what: rows to records and back."""

from dataclasses import dataclass

from sqlalchemy import BindParameter, bindparam, or_, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.people import Agency, Contact, Duty, Responsibility
from jtai_desktop.store import values
from jtai_desktop.store.models import (
    AgencyRow,
    ContactRow,
    DocumentRow,
    ResponsibilityRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_A, _C, _R = table_of(AgencyRow), table_of(ContactRow), table_of(ResponsibilityRow)
_MINE: BindParameter[str] = bindparam("mine")
_AGENCIES = select(_A).where(_A.c.inspection_id == _MINE).order_by(_A.c.position, _A.c.id)
_CONTACTS = select(_C).where(_C.c.inspection_id == _MINE).order_by(_C.c.role, _C.c.id)
_DUTIES = select(_R).where(_R.c.inspection_id == _MINE).order_by(_R.c.duty, _R.c.key)


@dataclass(frozen=True, slots=True)
class People:
    """Everyone of one inspection."""

    agencies: tuple[Agency, ...]
    contacts: tuple[Contact, ...]
    responsibilities: tuple[Responsibility, ...]


def load(session: Session, inspection_id: str) -> People:
    """Agencies in their order, contacts by role, responsibilities by what they are for."""
    return People(
        tuple(_agency(row) for row in read(session, _AGENCIES, mine=inspection_id)),
        tuple(_contact(row) for row in read(session, _CONTACTS, mine=inspection_id)),
        tuple(_responsibility(row) for row in read(session, _DUTIES, mine=inspection_id)),
    )


def add_agency(session: Session, inspection_id: str, agency: Agency) -> None:
    """A new agency."""
    row = AgencyRow(id=agency.id, inspection_id=inspection_id, key=agency.key)
    _fill_agency(row, agency)
    session.add(row)


def change_agency(session: Session, agency: Agency) -> None:
    """Name, short name and place as the record has them."""
    _fill_agency(values.found(session.get(AgencyRow, agency.id)), agency)


def remove_agency(session: Session, agency_id: str) -> None:
    """The agency goes, with its contacts and what they were named for."""
    row = values.found(session.get(AgencyRow, agency_id))
    for contact in session.scalars(select(ContactRow).where(ContactRow.agency_id == agency_id)):
        remove_contact(session, contact.id)
    session.delete(row)


def add_contact(session: Session, inspection_id: str, contact: Contact) -> None:
    """A new contact."""
    row = ContactRow(id=contact.id, inspection_id=inspection_id)
    _fill_contact(row, contact)
    session.add(row)


def change_contact(session: Session, contact: Contact) -> None:
    """All of the contact as the record has it."""
    _fill_contact(values.found(session.get(ContactRow, contact.id)), contact)


def remove_contact(session: Session, contact_id: str) -> None:
    """The contact goes, and is named for nothing any more."""
    row = values.found(session.get(ContactRow, contact_id))
    named = or_(ResponsibilityRow.owner_id == contact_id, ResponsibilityRow.deputy_id == contact_id)
    for duty in session.scalars(select(ResponsibilityRow).where(named)):
        duty.owner_id = None if duty.owner_id == contact_id else duty.owner_id
        duty.deputy_id = None if duty.deputy_id == contact_id else duty.deputy_id
    owned = or_(DocumentRow.owner_id == contact_id, DocumentRow.deputy_id == contact_id)
    for document in session.scalars(select(DocumentRow).where(owned)):
        document.owner_id = None if document.owner_id == contact_id else document.owner_id
        document.deputy_id = None if document.deputy_id == contact_id else document.deputy_id
    session.delete(row)


def add_responsibility(session: Session, inspection_id: str, duty: Responsibility) -> None:
    """Something that somebody can be named for."""
    row = ResponsibilityRow(
        id=duty.id, inspection_id=inspection_id, duty=duty.duty.value, key=duty.key
    )
    _fill_responsibility(row, duty)
    session.add(row)


def change_responsibility(session: Session, duty: Responsibility) -> None:
    """Owner and deputy as the record has them."""
    _fill_responsibility(values.found(session.get(ResponsibilityRow, duty.id)), duty)


def remove_responsibility(session: Session, duty_id: str) -> None:
    """Nobody can be named for it any more."""
    session.delete(values.found(session.get(ResponsibilityRow, duty_id)))


def _fill_agency(row: AgencyRow, agency: Agency) -> None:
    row.key, row.name, row.short = agency.key, agency.name, agency.short
    row.position = agency.position


def _fill_contact(row: ContactRow, contact: Contact) -> None:
    row.agency_id, row.role, row.initials = contact.agency_id, contact.role, contact.initials
    row.phone, row.email, row.away = contact.phone, contact.email, contact.away


def _fill_responsibility(row: ResponsibilityRow, duty: Responsibility) -> None:
    row.owner_id, row.deputy_id = duty.owner_id or None, duty.deputy_id or None


def _agency(row: AgencyRow) -> Agency:
    return Agency(row.id, row.key, row.name, row.short, row.position)


def _contact(row: ContactRow) -> Contact:
    texts = (row.role, row.initials, row.phone, row.email, row.away)
    return Contact(row.id, row.agency_id, *texts)


def _responsibility(row: ResponsibilityRow) -> Responsibility:
    owner, deputy = row.owner_id or "", row.deputy_id or ""
    return Responsibility(row.id, Duty(row.duty), row.key, owner, deputy)
