"""Every action that can be undone, with a number that varies what it does."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.findings.finding import Kind as FindingKind
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.letters.statement import Step as StatementStep
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.people import Contact
from jtai_desktop.services import (
    council,
    documents,
    findings,
    inspections,
    milestones,
    overview,
    own_columns,
    people,
    printed_copies,
    register,
    statements,
)
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace

Deed = Callable[[Workspace, str, int], Changes]
T = TypeVar("T")
HOURS = (Moment(date(2026, 11, 3), Hour.AT, time(9, 30)), Moment(date(2026, 11, 3)))
# Each of these changes something in the example, whatever it finds there.
OPEN = (
    "case-documents",
    "area-information",
    "engagement-confirmed",
    "printed-documents",
    "fieldwork",
)


def _one(of: Sequence[T], number: int) -> T:
    return of[number % len(of)]


def _moment(number: int) -> Moment:
    return _one(HOURS, number).on(date(2026, 11, 3) + timedelta(days=number % 40))


def _done(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    when = workspace.now - timedelta(minutes=number % 500)
    return milestones.mark_done(
        workspace, inspection_id, _one(OPEN, number), when=when, note=f"Sent {number}"
    )


def _reopened(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    key = _one(("lists-6-7-8", "context-note", "meetings", "selection"), number)
    return milestones.reopen(workspace, inspection_id, key)


def _set(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    key = _one(OPEN, number)
    return milestones.set_by_hand(
        workspace, inspection_id, key, _moment(number), f"Because {number}"
    )


def _brought_back(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    key = _one(("joint-evaluations", *OPEN), number)
    return milestones.bring_back(workspace, inspection_id, key)


def _agreed(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    agreement = Agreed(_moment(number + 1), "Lead inspector", workspace.now, f"By phone {number}")
    return milestones.record_agreement(workspace, inspection_id, _one(OPEN, number), agreement)


def _not_agreed(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    return milestones.withdraw_agreement(workspace, inspection_id, _one(OPEN, number))


def _renamed(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    return inspections.rename(workspace, inspection_id, f"Area {number}")


def _dated(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    notified = datetime(2026, 12, 7, 9, 0, tzinfo=LONDON) + timedelta(days=number % 60)
    fieldwork = notified.date() + timedelta(days=15) if number % 2 else None
    return inspections.change_dates(workspace, inspection_id, notified, fieldwork)


def _settings(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    settings = replace(
        council.load(workspace),
        council=f"Council {number}",
        marking=f"MARK {number % 3}",
        close=time(14 + number % 6),
        destroy_after_days=1 + number % 90,
    )
    return council.change(workspace, settings, inspection_id)


def _closure(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    day = date(2026, 11, 2) + timedelta(days=number % 30)
    closure = council.closure_for(day, f"Closed {number}", works=bool(number % 5 == 0))
    return council.add_closure(workspace, closure, inspection_id)


def _no_closure(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    closures = council.load(workspace).closures
    if not closures:
        return Changes()
    return council.remove_closure(workspace, _one(closures, number), inspection_id)


def _agency(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    return people.add_agency(workspace, inspection_id, f"Agency {number}", f"A{number}")


def _other_name(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    agency = _one(overview.load(workspace, inspection_id).agencies, number)
    changed = replace(agency, name=f"Renamed {number}", short=f"R{number}")
    return people.change_agency(workspace, inspection_id, changed)


def _no_agency(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    view = overview.load(workspace, inspection_id)
    used = {each.agency_id for each in view.contacts}
    empty = [each for each in view.agencies if each.id not in used]
    if not empty:
        return Changes()
    return people.remove_agency(workspace, inspection_id, _one(empty, number))


def _contact(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    agency = _one(overview.load(workspace, inspection_id).agencies, number)
    contact = Contact("", agency.id, f"Role {number}", "R", "01632", "r@x.example", "")
    return people.add_contact(workspace, inspection_id, contact)


def _other_contact(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    view = overview.load(workspace, inspection_id)
    if not view.contacts:
        return Changes()
    agency = _one(view.agencies, number)
    changed = replace(
        _one(view.contacts, number),
        role=f"Other {number}",
        away="Fri 13" if number % 2 else "",
        agency_id=agency.id,
    )
    return people.change_contact(workspace, inspection_id, changed)


def _no_contact(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    contacts = overview.load(workspace, inspection_id).contacts
    if not contacts:
        return Changes()
    return people.remove_contact(workspace, inspection_id, _one(contacts, number))


def _owner(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    view = overview.load(workspace, inspection_id)
    wanted = _one(view.named, number)
    others = ["", *(each.id for each in view.contacts)]
    held = wanted.owner.id if wanted.owner else ""
    choice = _one([each for each in others if each != held] or [""], number // 7)
    return people.name_owner(workspace, inspection_id, wanted, choice)


def _deputy(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    view = overview.load(workspace, inspection_id)
    wanted = _one(view.named, number)
    others = ["", *(each.id for each in view.contacts)]
    held = wanted.deputy.id if wanted.deputy else ""
    choice = _one([each for each in others if each != held] or [""], number // 7)
    return people.name_deputy(workspace, inspection_id, wanted, choice)


def _no_document(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    chosen = _entries(workspace, inspection_id, "4.4")
    said = Said(reason=f"Because {number}")
    return documents.take_step(
        workspace, inspection_id, Step.NONE, [chosen[0].documents[0].id], said
    )


def _other_document(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    document = _one(overview.load(workspace, inspection_id).documents, number)
    day = date(2026, 1, 1) + timedelta(days=number % 300)
    changed = replace(document, title=f"Title {number}", dates=(day,))
    return register.change(workspace, inspection_id, [changed])


def _internal(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    items = [each.item for each in _entries(workspace, inspection_id, "4.4", "4.9")]
    return register.set_internal(workspace, inspection_id, items, _moment(number))


def _printed(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    held = [each for each in overview.load(workspace, inspection_id).documents if each.versions]
    document = _one(held, number)
    version = 0 if document.copied else document.newest
    return printed_copies.tick(workspace, inspection_id, [document.id], version)


def _column(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    return own_columns.name_column(workspace, inspection_id, number % 3 + 1, f"Column {number}")


def _own(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    items = [each.item.id for each in _entries(workspace, inspection_id, "4.4", "4.9")]
    wanted = dict.fromkeys(items, f"Tray {number}")
    return own_columns.write(workspace, inspection_id, number % 3 + 1, wanted)


def _finding(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    found = _one(findings.kept(workspace, inspection_id), number)
    typed = Typed(FindingKind.IMPROVEMENT, f"Point {number} as corrected")
    return findings.change(workspace, inspection_id, found.id, typed)


def _statement_step(workspace: Workspace, inspection_id: str, number: int) -> Changes:
    (letter,) = findings.letters(workspace, inspection_id)
    step = StatementStep(f"Board {number}", number % 60, 5)
    return statements.add_step(workspace, inspection_id, letter.id, step)


def _entries(workspace: Workspace, inspection_id: str, *codes: str) -> list[Entry]:
    entries = overview.load(workspace, inspection_id).register().entries
    return [each for each in entries if each.item.code in codes]


DEEDS: dict[str, Deed] = {
    "document.does-not-exist": _no_document,
    "documents.changed": _other_document,
    "documents.printed": _printed,
    "column.named": _column,
    "items.own-written": _own,
    "items.due-set": _internal,
    "finding.changed": _finding,
    "statement.step-added": _statement_step,
    "milestone.done": _done,
    "milestone.reopened": _reopened,
    "milestone.set": _set,
    "milestone.brought-back": _brought_back,
    "milestone.agreed": _agreed,
    "milestone.not-agreed": _not_agreed,
    "inspection.renamed": _renamed,
    "inspection.dated": _dated,
    "settings.changed": _settings,
    "closure.added": _closure,
    "closure.removed": _no_closure,
    "agency.added": _agency,
    "agency.changed": _other_name,
    "agency.removed": _no_agency,
    "contact.added": _contact,
    "contact.changed": _other_contact,
    "contact.removed": _no_contact,
    "owner.named": _owner,
    "deputy.named": _deputy,
}
# What must be there before an action of the example has something to take away.
BEFORE: dict[str, tuple[str, ...]] = {
    "milestone.not-agreed": ("milestone.agreed",),
    "closure.removed": ("closure.added",),
    "agency.removed": ("agency.added",),
}


def do(workspace: Workspace, inspection_id: str, action: str, number: int) -> Changes:
    """Do the action of that name."""
    return DEEDS[action](workspace, inspection_id, number)


def prepare(workspace: Workspace, inspection_id: str, action: str) -> None:
    """What has to come first."""
    for first in BEFORE.get(action, ()):
        do(workspace, inspection_id, first, 0)
