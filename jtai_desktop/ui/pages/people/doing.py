"""What the page asks the vault to do. Each reads what it changes anew, on the vault's thread.

So two edits that follow each other quickly never undo one another.
"""

from dataclasses import replace

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import overview, people
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.choosing import NOBODY
from jtai_desktop.ui.pages.people.rows import OWNER
from jtai_desktop.ui.shell.hub import Act


def with_field(contact: Contact, field: str, text: str) -> Contact:
    """The contact with one of its fields changed."""
    match field:
        case "role":
            return replace(contact, role=text)
        case "initials":
            return replace(contact, initials=text)
        case "phone":
            return replace(contact, phone=text)
        case "email":
            return replace(contact, email=text)
        case "away":
            return replace(contact, away=text)
        case _:
            return replace(contact, agency_id=text)


def change_field(inspection_id: str, contact_id: str, field: str, text: str) -> Act:
    """Change one field of one person."""

    def act(workspace: Workspace) -> Changes:
        kept = _contact(workspace, inspection_id, contact_id)
        return people.change_contact(workspace, inspection_id, with_field(kept, field, text))

    return act


def add_person(inspection_id: str, agency_id: str, role: str) -> Act:
    """Add a person to an agency."""
    new = Contact("", agency_id, role)
    return lambda workspace: people.add_contact(workspace, inspection_id, new)


def remove_person(inspection_id: str, contact_id: str) -> Act:
    """Take a person out."""

    def act(workspace: Workspace) -> Changes:
        kept = _contact(workspace, inspection_id, contact_id)
        return people.remove_contact(workspace, inspection_id, kept)

    return act


def add_agency(inspection_id: str, name: str, short: str, key: str = "") -> Act:
    """Add an agency."""
    return lambda workspace: people.add_agency(workspace, inspection_id, name, short, key)


def rename_agency(inspection_id: str, agency_id: str, name: str, short: str) -> Act:
    """Give an agency the names it has here."""

    def act(workspace: Workspace) -> Changes:
        kept = overview.load(workspace, inspection_id).agency(agency_id)
        if kept is None:
            raise Refused(f"{name} is no longer in the list.")
        return people.change_agency(workspace, inspection_id, replace(kept, name=name, short=short))

    return act


def remove_agency(inspection_id: str, agency_id: str) -> Act:
    """Take out an agency without people."""

    def act(workspace: Workspace) -> Changes:
        kept = overview.load(workspace, inspection_id).agency(agency_id)
        if kept is None:
            return Changes()
        return people.remove_agency(workspace, inspection_id, kept)

    return act


def name_person(inspection_id: str, named: Named, column: str, contact_id: str) -> Act:
    """Name an owner or a deputy, or nobody."""
    name = people.name_owner if column == OWNER else people.name_deputy
    person = "" if contact_id == NOBODY else contact_id
    return lambda workspace: name(workspace, inspection_id, named, person)


def _contact(workspace: Workspace, inspection_id: str, contact_id: str) -> Contact:
    found = overview.load(workspace, inspection_id).contact(contact_id)
    if found is None:
        raise Refused("This person is no longer in the list.")
    return found
