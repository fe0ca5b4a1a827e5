"""What stands in "People": every person under their agency, and the lines for new ones."""

from collections.abc import Sequence

from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.wording import counted
from jtai_desktop.guidance.agencies import PackAgency, TakesPart
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

FIELDS = ("role", "initials", "phone", "email", "away")
TITLES = {
    "role": "Role",
    "initials": "Initials",
    "phone": "Phone",
    "email": "E-mail",
    "away": "Away",
}
CONTACT_COLUMNS = (
    Column("role", "Role"),
    Column("initials", "Initials", 58),
    Column("phone", "Phone", 104),
    Column("email", "E-mail", 106),
    Column("away", "Away", 84),
)
AGENCY, PERSON, NEW_PERSON, NEW_AGENCY = "agency", "person", "new", "new-agency"


def row_key(kind: str, record_id: str = "") -> str:
    """The key of a row: what it is, and of which record."""
    return f"{kind}:{record_id}"


def parts_of(key: str) -> tuple[str, str]:
    """What a row is, and of which record."""
    kind, _, record_id = key.partition(":")
    return kind, record_id


def contact_rows(
    view: Overview, typed: str = "", *, new_in: str = "", new_agency: bool = False
) -> list[Row]:
    """Each agency with its people; `new_in` is the agency that has an empty line at its end."""
    rows: list[Row] = []
    for agency in view.agencies:
        people = [each for each in view.contacts if each.agency_id == agency.id]
        found = [each for each in people if _fits(each, agency, typed)]
        if found or not typed or agency.id == new_in or _has(agency, typed):
            rows.append(_agency_row(agency, len(people)))
            rows += [_person_row(each, view) for each in found]
        if agency.id == new_in:
            rows.append(_empty_row(row_key(NEW_PERSON, agency.id), "New person, type a role"))
    if new_agency:
        rows.append(_empty_row(row_key(NEW_AGENCY), "New agency, type its name"))
    return rows


def agency_of_row(view: Overview, key: str) -> Agency | None:
    """The agency that a row stands under."""
    kind, record_id = parts_of(key)
    if kind == PERSON:
        contact = view.contact(record_id)
        return view.agency(contact.agency_id) if contact else None
    return view.agency(record_id)


def addable(view: Overview) -> tuple[PackAgency, ...]:
    """The agencies that often take part and are not here yet."""
    here = {agency.key for agency in view.agencies}
    often = (one for one in view.pack.agencies if one.takes_part is TakesPart.OFTEN)
    return tuple(one for one in often if one.key not in here)


def names_of_today(view: Overview) -> bool:
    """Whether this inspection began with today’s names of the agencies."""
    here = {agency.key: agency.name for agency in view.agencies}
    renamed = (one for one in view.pack.agencies if one.name != one.name_today)
    return any(here.get(one.key) == one.name_today for one in renamed)


def named_for(view: Overview, contact: Contact) -> tuple[str, ...]:
    """What a person is named for."""
    owned = [each.title for each in view.named if each.owner and each.owner.id == contact.id]
    other = [each.title for each in view.named if each.deputy and each.deputy.id == contact.id]
    return (*owned, *(f"{title} (deputy)" for title in other))


def _fits(contact: Contact, agency: Agency, typed: str) -> bool:
    parts: Sequence[str] = (
        contact.role,
        contact.initials,
        contact.phone,
        contact.email,
        contact.away,
        agency.name,
        agency.short,
    )
    text = " ".join(parts).casefold()
    return all(word in text for word in typed.casefold().split())


def _has(agency: Agency, typed: str) -> bool:
    text = f"{agency.name} {agency.short}".casefold()
    return all(word in text for word in typed.casefold().split())


def _agency_row(agency: Agency, people: int) -> Row:
    short = agency.short if agency.short != agency.name else ""
    count = counted(people, "person", "people") if people else "nobody yet"
    name = Cell(agency.name, bold=True, tail=short, span=4)
    number = Cell(count, ink=Role.INK2, font=FontRole.LABEL, right=True)
    said = ", ".join(part for part in (agency.name, short, count) if part)
    cells = (name, Cell(), Cell(), Cell(), number)
    return Row(row_key(AGENCY, agency.id), cells, section=True, said=said)


def _person_row(contact: Contact, view: Overview) -> Row:
    duties = named_for(view, contact)
    tip = f"{contact.role}. Named for: {'; '.join(duties) or 'nothing yet'}."
    cells = (
        Cell(contact.role, tip=tip),
        Cell(contact.initials, ink=Role.INK2),
        Cell(contact.phone),
        Cell(contact.email),
        _away(contact),
    )
    return Row(row_key(PERSON, contact.id), cells)


def _away(contact: Contact) -> Cell:
    if not contact.away:
        return Cell()
    look = look_of(State.WARNING).worded(contact.away)
    return Cell(state=look, tip=f"Away: {contact.away}", said=f"Warning, away {contact.away}")


def _empty_row(key: str, words: str) -> Row:
    return Row(key, (Cell(words, ink=Role.INK3), *(Cell() for _ in FIELDS[1:])))
