"""The selection and the conversations: rows to records and back."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.conversations.lines import Line, Step, View
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.selection import Choice, Confirmation, is_selected
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import (
    ChildRow,
    ConfirmationRow,
    ConversationLineRow,
    PersonRow,
    SelectionRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_CHILDREN, _PEOPLE = table_of(ChildRow), table_of(PersonRow)
_LINES, _CHOICES = table_of(ConversationLineRow), table_of(SelectionRow)
_CONFIRMED = table_of(ConfirmationRow)
_MINE = _PEOPLE.c.inspection_id == bindparam("mine")
_EVERYONE = (
    select(_PEOPLE, _CHILDREN.c.label.label("child"))
    .join(_CHILDREN, _CHILDREN.c.id == _PEOPLE.c.child_id)
    .where(_MINE)
    .order_by(_CHILDREN.c.position, _PEOPLE.c.child_id, _PEOPLE.c.position, _PEOPLE.c.id)
)
_THEIR_LINES = (
    select(_LINES)
    .join(_PEOPLE, _PEOPLE.c.id == _LINES.c.person_id)
    .where(_MINE)
    .order_by(_LINES.c.person_id, _LINES.c.number)
)
_THEIR_CHOICES = (
    select(_CHOICES)
    .join(_CHILDREN, _CHILDREN.c.id == _CHOICES.c.child_id)
    .where(_CHILDREN.c.inspection_id == bindparam("mine"))
    .order_by(_CHOICES.c.child_id, _CHOICES.c.number)
)
_PLAIN = (
    "who",
    "agency",
    "how",
    "witness",
    "leaflet",
    "form",
    "language",
    "interpreter",
    "support",
    "needs",
    "place",
    "inspector",
    "reason",
    "about",
    "corrects",
)
Choices = dict[str, tuple[Choice, ...]]


def load(session: Session, inspection_id: str) -> tuple[Person, ...]:
    """Everyone inspectors may talk with, in the order of the children, with their lines."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for row in read(session, _THEIR_LINES, mine=inspection_id):
        lines[row.person_id].append(_line(row))
    chosen = choices(session, inspection_id)
    rows = read(session, _EVERYONE, mine=inspection_id)
    return tuple(_person(row, lines[row.id], chosen.get(row.child_id, ())) for row in rows)


def choices(session: Session, inspection_id: str) -> Choices:
    """Who was taken out of the selection or back into it, by child."""
    found: dict[str, list[Choice]] = defaultdict(list)
    for row in read(session, _THEIR_CHOICES, mine=inspection_id):
        by = Who(row.person, row.behalf)
        when = values.instant_of(row.at)
        found[row.child_id].append(Choice(row.number, bool(row.taken_out), when, by, row.reason))
    return {child: tuple(each) for child, each in found.items()}


def add(session: Session, inspection_id: str, person: Person) -> None:
    """A person of a child."""
    row = PersonRow(id=person.id, inspection_id=inspection_id, child_id=person.child_id, taken=0)
    row.role, row.label, row.position = person.role.value, person.label, person.position
    session.add(row)


def change(session: Session, person: Person) -> None:
    """The label, and the lines that are new; those that are there stay as they are."""
    row = values.found(session.get(PersonRow, person.id))
    values.same_version(row.version, person.version)
    row.label = person.label
    later = [line for line in person.lines if int(line.id) > row.taken]
    session.add_all(_row(person.id, line) for line in later)
    row.taken += len(later)


def remove(session: Session, person: Person) -> None:
    """Take out someone about whom nothing is recorded."""
    row = values.found(session.get(PersonRow, person.id))
    values.same_version(row.version, person.version)
    session.delete(row)


def add_choices(session: Session, child_id: str, new: Iterable[Choice]) -> None:
    """That a child was taken out, or back."""
    for each in new:
        row = SelectionRow(child_id=child_id, number=each.number, taken_out=each.out)
        row.at, row.reason = values.instant(each.when), each.reason
        row.person, row.behalf = each.by.person, each.by.behalf
        session.add(row)


def confirmations(session: Session, inspection_id: str) -> tuple[Confirmation, ...]:
    """When the selection was confirmed, the last time last."""
    mine = select(_CONFIRMED).where(_CONFIRMED.c.inspection_id == inspection_id)
    return tuple(_confirmation(row) for row in read(session, mine.order_by(_CONFIRMED.c.number)))


def add_confirmation(session: Session, inspection_id: str, new: Confirmation) -> None:
    """That the selection was confirmed."""
    row = ConfirmationRow(inspection_id=inspection_id, number=new.number, who=new.who)
    row.at, row.person, row.behalf = values.instant(new.when), new.by.person, new.by.behalf
    row.happened = values.instant(new.happened) if new.happened else None
    row.children = canonical(list(new.children))
    session.add(row)


def _confirmation(row: Any) -> Confirmation:  # noqa: ANN401
    return Confirmation(
        number=row.number,
        when=values.instant_of(row.at),
        by=Who(row.person, row.behalf),
        children=tuple(json.loads(row.children)),
        who=row.who,
        happened=values.instant_of(row.happened) if row.happened else None,
    )


def _row(person_id: str, line: Line) -> ConversationLineRow:
    row = ConversationLineRow(person_id=person_id, number=int(line.id), step=line.step.value)
    row.at, row.person, row.behalf = values.instant(line.when), line.by.person, line.by.behalf
    row.view = line.view.value
    row.happened = values.instant(line.happened) if line.happened else None
    row.start = values.instant(line.start) if line.start else None
    row.end = values.instant(line.end) if line.end else None
    for name in _PLAIN:
        setattr(row, name, getattr(line, name))
    return row


def _person(row: Any, lines: list[Line], chosen: tuple[Choice, ...]) -> Person:  # noqa: ANN401
    return Person(
        id=row.id,
        child_id=row.child_id,
        child=row.child,
        role=Role(row.role),
        label=row.label,
        position=row.position,
        selected=is_selected(chosen),
        lines=tuple(lines),
        version=row.version,
    )


def _line(row: Any) -> Line:  # noqa: ANN401
    return Line(
        id=str(row.number),
        step=Step(row.step),
        when=values.instant_of(row.at),
        by=Who(row.person, row.behalf),
        happened=values.instant_of(row.happened) if row.happened else None,
        view=View(row.view),
        start=values.instant_of(row.start) if row.start else None,
        end=values.instant_of(row.end) if row.end else None,
        **{name: getattr(row, name) for name in _PLAIN},
    )
