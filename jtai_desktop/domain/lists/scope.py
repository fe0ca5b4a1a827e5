"""Who is in scope, and how many answered what: the same for a file and for what was kept.

The program shows and counts; the lead inspector selects.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jtai_desktop.domain.lists.cells import like_a_name
from jtai_desktop.domain.lists.dates import AgesAt
from jtai_desktop.domain.lists.rows import ListRows
from jtai_desktop.domain.lists.shape import CHILD, Rulebook
from jtai_desktop.domain.lists.theme import ages_of, answers, asked_of


@dataclass(frozen=True, slots=True)
class Kept:
    """What later checks need of one row of lists 6 to 8, and nothing more."""

    list_number: int
    reference: str
    age: int | None
    answers: tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True, slots=True)
class InScope:
    """A child in scope: the lists it is on, and what was answered yes on any of them."""

    reference: str
    age: int
    lists: tuple[int, ...]
    yes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many children of one list answered a field with yes, no or not at all."""

    list_number: int
    field: str
    yes: int
    no: int
    blank: int


@dataclass(frozen=True, slots=True)
class Scope:
    """The children in scope, and the counts of the children of the age by list and answer."""

    children: tuple[InScope, ...]
    counts: tuple[Count, ...]
    of_age: int  # children of the age on any of the lists
    age_unknown: int


def kept(table: ListRows, book: Rulebook, ages: AgesAt) -> list[Kept]:
    """What is kept of a list."""
    if not table.has(CHILD):
        return []
    asked = asked_of(table, book)
    keys = [field.key for field in asked.fields]
    rows = zip(table.values(CHILD), ages_of(table, ages), answers(table, asked), strict=True)
    return [
        Kept(table.shape.number, str(child), age, tuple(zip(keys, said, strict=True)))
        for child, age, said in rows
        if child is not None and not like_a_name(str(child))
    ]


def like_names(table: ListRows) -> int:
    """How many children of a list are not kept, since their references read like names."""
    children = set(table.values(CHILD)) if table.has(CHILD) else set()
    return sum(1 for child in children if child is not None and like_a_name(str(child)))


def in_scope(rows: Iterable[Kept], book: Rulebook) -> Scope:
    """Who of these is of the age, with any of the gates and all that must be answered yes."""
    wanted = [row for row in rows if row.list_number in book.scope.lists]
    known = [row for row in wanted if row.age is not None]
    aged = [row for row in known if book.age_from <= (row.age or 0) <= book.age_to]
    by_child: dict[str, list[Kept]] = {}
    for row in aged:
        by_child.setdefault(row.reference, []).append(row)
    found = (_child(reference, several, book) for reference, several in by_child.items())
    unknown = {row.reference for row in wanted} - {row.reference for row in known}
    return Scope(
        children=tuple(child for child in found if child),
        counts=tuple(_counts(aged, book)),
        of_age=len(by_child),
        age_unknown=len(unknown),
    )


def _child(reference: str, rows: list[Kept], book: Rulebook) -> InScope | None:
    said = {key for row in rows for key, answer in row.answers if answer}
    if not said.intersection(book.scope.any_of) or not said.issuperset(book.scope.all_of):
        return None
    order = [field.key for field in book.fields if field.key in said]
    lists = tuple(sorted({row.list_number for row in rows}))
    return InScope(reference, rows[0].age or 0, lists, tuple(order))


def _counts(rows: list[Kept], book: Rulebook) -> list[Count]:
    counted: Counter[tuple[int, str, bool | None]] = Counter(
        (row.list_number, key, answer) for row in rows for key, answer in row.answers
    )
    return [
        Count(
            number, field.key, *(counted[number, field.key, said] for said in (True, False, None))
        )
        for number in sorted({row.list_number for row in rows})
        for field in book.fields
        if number in field.lists
    ]
