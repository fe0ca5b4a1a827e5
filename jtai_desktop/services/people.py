"""What a person can do about agencies, contacts, owners and deputies."""

from dataclasses import replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Agency, Contact, Responsibility
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import people as stored

SHORT = 24


def add_agency(
    workspace: Workspace, inspection_id: str, name: str, short: str = "", key: str = ""
) -> Changes:
    """Add an agency; one that the guidance names comes with its key."""
    name, short = checked_agency(name, short or name)
    new = workspace.new_id()
    with workspace.action("agency.added", f"{name}: added", inspection_id) as work:
        here = stored.load(work.session, inspection_id).agencies
        if key and any(each.key == key for each in here):
            raise Refused(f"{name} is in the list already.", place="Agency")
        position = max((each.position for each in here), default=-1) + 1
        agency = Agency(new, key or new, name, short, position)
        stored.add_agency(work.session, inspection_id, agency)
    return work.changes


def change_agency(workspace: Workspace, inspection_id: str, agency: Agency) -> Changes:
    """Give an agency the name it has here."""
    name, short = checked_agency(agency.name, agency.short)
    kept = replace(agency, name=name, short=short)
    with workspace.action("agency.changed", f"{kept.name}: changed", inspection_id) as work:
        _refuse_agency_gone(work, inspection_id, kept)
        stored.change_agency(work.session, kept)
    return work.changes


def remove_agency(workspace: Workspace, inspection_id: str, agency: Agency) -> Changes:
    """Take out an agency without people."""
    with workspace.action("agency.removed", f"{agency.name}: removed", inspection_id) as work:
        _refuse_agency_gone(work, inspection_id, agency)
        people = stored.load(work.session, inspection_id).contacts
        if any(each.agency_id == agency.id for each in people):
            sentence = f"{agency.name} still has people. Move or remove them first."
            raise Refused(sentence, place=agency.name)
        stored.remove_agency(work.session, agency.id)
    return work.changes


def add_contact(workspace: Workspace, inspection_id: str, contact: Contact) -> Changes:
    """Add a person, by role."""
    kept = checked_contact(replace(contact, id=workspace.new_id()))
    with workspace.action("contact.added", f"{kept.role}: added", inspection_id) as work:
        _refuse_without_agency(work, inspection_id, kept)
        stored.add_contact(work.session, inspection_id, kept)
    return work.changes


def change_contact(workspace: Workspace, inspection_id: str, contact: Contact) -> Changes:
    """Change what is known of a person."""
    kept = checked_contact(contact)
    with workspace.action("contact.changed", f"{kept.role}: changed", inspection_id) as work:
        _refuse_gone(work, inspection_id, kept.id)
        _refuse_without_agency(work, inspection_id, kept)
        stored.change_contact(work.session, kept)
    return work.changes


def remove_contact(workspace: Workspace, inspection_id: str, contact: Contact) -> Changes:
    """Take a person out; what they were named for is open again."""
    with workspace.action("contact.removed", f"{contact.role}: removed", inspection_id) as work:
        _refuse_gone(work, inspection_id, contact.id)
        stored.remove_contact(work.session, contact.id)
    return work.changes


def name_owner(workspace: Workspace, inspection_id: str, named: Named, contact_id: str) -> Changes:
    """Name who owns a milestone or a section; nobody, where the contact is empty."""
    with workspace.action("owner.named", f"{named.title}: owner named", inspection_id) as work:
        _refuse_gone(work, inspection_id, contact_id)
        held = _held(work, inspection_id, named)
        _hold(workspace, work, inspection_id, replace(held, owner_id=contact_id))
    return work.changes


def name_deputy(workspace: Workspace, inspection_id: str, named: Named, contact_id: str) -> Changes:
    """Name who stands in for the owner; nobody, where the contact is empty."""
    with workspace.action("deputy.named", f"{named.title}: deputy named", inspection_id) as work:
        _refuse_gone(work, inspection_id, contact_id)
        held = _held(work, inspection_id, named)
        _hold(workspace, work, inspection_id, replace(held, deputy_id=contact_id))
    return work.changes


def added(changes: Changes) -> str:
    """The identity of the contact that an action added."""
    return next(record for kind, record in changes.touched if kind is Kind.CONTACT)


def checked_agency(name: str, short: str) -> tuple[str, str]:
    """The names of an agency as they would be kept; refused where they can’t be."""
    return (
        texts.line(name, "Agency", needed=True),
        texts.line(short or name, "Short name", longest=SHORT, needed=True),
    )


def checked_contact(contact: Contact) -> Contact:
    """The contact as it would be kept; refused where it can’t be."""
    return replace(
        contact,
        role=texts.line(contact.role, "Role", needed=True),
        initials=texts.line(contact.initials, "Initials", longest=8),
        phone=texts.line(contact.phone, "Phone", longest=60),
        email=texts.line(contact.email, "E-mail", longest=120),
        away=texts.line(contact.away, "Away"),
    )


def _held(work: Work, inspection_id: str, named: Named) -> Responsibility:
    """What is recorded of who owns it; without identity where nothing is yet."""
    for each in stored.load(work.session, inspection_id).responsibilities:
        if (each.duty, each.key) == (named.duty, named.key):
            return each
    return Responsibility("", named.duty, named.key)


def _hold(workspace: Workspace, work: Work, inspection_id: str, held: Responsibility) -> None:
    """Record it; where nothing is recorded yet, naming nobody changes nothing."""
    if held.id:
        stored.change_responsibility(work.session, held)
    elif held.owner_id or held.deputy_id:
        new = replace(held, id=workspace.new_id())
        stored.add_responsibility(work.session, inspection_id, new)


def _refuse_gone(work: Work, inspection_id: str, contact_id: str) -> None:
    """A person who was taken out meanwhile, or who belongs to another inspection."""
    here = stored.load(work.session, inspection_id).contacts
    if contact_id and all(each.id != contact_id for each in here):
        raise Refused("This person is no longer in the list. Choose another.", place="Person")


def _refuse_without_agency(work: Work, inspection_id: str, contact: Contact) -> None:
    here = stored.load(work.session, inspection_id).agencies
    if all(each.id != contact.agency_id for each in here):
        raise Refused("This agency is no longer in the list. Choose another.", place="Agency")


def _refuse_agency_gone(work: Work, inspection_id: str, agency: Agency) -> None:
    here = stored.load(work.session, inspection_id).agencies
    if all(each.id != agency.id for each in here):
        raise Refused(f"{agency.name} is no longer in the list.", place="Agency")
