"""The theme’s fields: gates, follow-ups, answers that clash, and the completed assessment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jtai_desktop.domain.lists.dates import AgesAt
from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.rows import ListRows
from jtai_desktop.domain.lists.shape import AGE, BIRTH, Gravity, Role, Rulebook, ThemeField

Answers = tuple[bool | None, ...]
Found = tuple[str, Fault]


@dataclass(frozen=True, slots=True)
class Asked:
    """The theme’s fields of one list that were found, and the columns that answer them."""

    fields: tuple[ThemeField, ...]
    columns: tuple[str, ...]
    ages: range
    gates: tuple[int, ...]  # where they stand among the fields, as the next two
    follow_ups: tuple[int, ...]
    completed: tuple[int, ...]
    clashes: tuple[tuple[Fault, tuple[tuple[int, bool], ...]], ...]


def asked_of(table: ListRows, book: Rulebook) -> Asked:
    """The fields that a list answers."""
    number = table.shape.number
    pairs = [(field, table.of_field(field.key)) for field in book.fields if number in field.lists]
    found = [(field, name) for field, name in pairs if name]
    fields = tuple(field for field, _ in found)
    return Asked(
        fields=fields,
        columns=tuple(name for _, name in found),
        ages=range(book.age_from, book.age_to + 1),
        gates=_places(fields, Role.GATE),
        follow_ups=_places(fields, Role.FOLLOW_UP),
        completed=tuple(
            place
            for place in _places(fields, Role.COMPLETED)
            if table.has(fields[place].filled_with)
        ),
        clashes=tuple(_clashing(fields, book)),
    )


def _places(fields: Sequence[ThemeField], role: Role) -> tuple[int, ...]:
    return tuple(place for place, field in enumerate(fields) if field.role is role)


def _clashing(
    fields: Sequence[ThemeField], book: Rulebook
) -> Iterator[tuple[Fault, tuple[tuple[int, bool], ...]]]:
    """The clashes of which every field was found."""
    where = {field.key: place for place, field in enumerate(fields)}
    for clash in book.clashes:
        if all(key in where for key, _ in clash.answers):
            fault = Fault(Rule.CLASH, clash.gravity, clash.sentence)
            yield fault, tuple((where[key], answer) for key, answer in clash.answers)


def ages_of(table: ListRows, ages: AgesAt) -> Sequence[int | None]:
    """Each child’s age at the notification; as the list says it where no birth is given."""
    said = table.or_none(AGE)
    births = table.or_none(BIRTH)
    return [
        age if (age := ages[birth]) is not None else other if isinstance(other, int) else None
        for birth, other in zip(births, said, strict=True)
    ]


def answers(table: ListRows, asked: Asked) -> list[Answers]:
    """The answers of each row, in the order of the fields."""
    columns = [table.values(name) for name in asked.columns]
    return list(zip(*columns, strict=True)) if columns else [()] * len(table)


def check_theme(table: ListRows, book: Rulebook, ages: AgesAt) -> None:
    """What the theme asks of each row."""
    asked = asked_of(table, book)
    if not asked.fields:
        return
    unread = _unread(table, asked)
    said = ages_of(table, ages)
    filled = _filled_with(table, asked)
    rows = list(zip(said, answers(table, asked), filled, unread, strict=True))
    faults = {row: several for row in set(rows) if (several := tuple(_of_row(asked, row)))}
    where: dict[Found, list[int]] = {}
    for index, row in enumerate(rows):
        for found in faults.get(row, ()):
            where.setdefault(found, []).append(index)
    for (name, fault), indexes in where.items():
        table.notes.note(name, fault, indexes)
    _age_unknown(table, asked, said)


def _unread(table: ListRows, asked: Asked) -> list[int]:
    """For each row the answers, as bits, that are there but could not be read."""
    bits = [0] * len(table)
    for place, name in enumerate(asked.columns):
        for index in table.unread(name):
            bits[index] |= 1 << place
    return bits


def _filled_with(table: ListRows, asked: Asked) -> list[tuple[bool, ...]]:
    """For each row whether the columns are filled that show completion."""
    columns = [table.filled(asked.fields[place].filled_with) for place in asked.completed]
    return list(zip(*columns, strict=True)) if columns else [()] * len(table)


def _of_row(
    asked: Asked, row: tuple[int | None, Answers, tuple[bool, ...], int]
) -> Iterator[Found]:
    age, said, filled, unread = row
    in_age = age in asked.ages if age is not None else False
    yield from _completed(asked, said, filled, unread)
    if in_age:
        yield from _gates(asked, said, unread)
    if age is not None and not in_age:
        yield from _outside(asked, said)
    else:
        yield from _clashes(asked, said)


def _gates(asked: Asked, said: Answers, unread: int) -> Iterator[Found]:
    gates = asked.gates
    for place in gates:
        if said[place] is None and not unread >> place & 1:
            yield asked.columns[place], _gate_blank(asked)
    opened = {asked.fields[place].key for place in gates if said[place]}
    shut = all(said[place] is False for place in gates)
    for place in asked.follow_ups:
        needed = opened & set(asked.fields[place].after)
        if needed and said[place] is None and not unread >> place & 1:
            wanted = "an answer: a concern or a need is answered yes"
            yield asked.columns[place], Fault(Rule.FOLLOW_UP_BLANK, Gravity.ERROR, wanted)
        elif shut and gates and said[place] is not None:
            yield asked.columns[place], _no_gate(answer=bool(said[place]))


def _gate_blank(asked: Asked) -> Fault:
    wanted = f"an answer: the child is {asked.ages[0]} to {asked.ages[-1]}"
    return Fault(Rule.GATE_BLANK, Gravity.ERROR, wanted)


def _no_gate(*, answer: bool) -> Fault:
    gravity = Gravity.WARNING if answer else Gravity.REMARK
    return Fault(Rule.NO_GATE, gravity, "blank: neither a concern nor a need is answered yes")


def _outside(asked: Asked, said: Answers) -> Iterator[Found]:
    wanted = f"blank: asked only of children of {asked.ages[0]} to {asked.ages[-1]}"
    for place, field in enumerate(asked.fields):
        if field.in_age and said[place] is not None:
            gravity = Gravity.WARNING if said[place] else Gravity.REMARK
            yield asked.columns[place], Fault(Rule.OUTSIDE_AGE, gravity, wanted)


def _clashes(asked: Asked, said: Answers) -> Iterator[Found]:
    for fault, wanted in asked.clashes:
        if all(said[place] is answer for place, answer in wanted):
            yield asked.columns[wanted[0][0]], fault


def _completed(
    asked: Asked, said: Answers, filled: tuple[bool, ...], unread: int
) -> Iterator[Found]:
    for done, place in zip(filled, asked.completed, strict=True):
        name = asked.columns[place]
        if done and said[place] is None and not unread >> place & 1:
            wanted = "an answer: the assessment is completed"
            yield name, Fault(Rule.COMPLETED_BLANK, Gravity.ERROR, wanted)
        elif not done and said[place] is not None:
            wanted = "blank: the assessment is not completed"
            yield name, Fault(Rule.NOT_COMPLETED, Gravity.WARNING, wanted)


def _age_unknown(table: ListRows, asked: Asked, said: Sequence[int | None]) -> None:
    if not any(field.in_age for field in asked.fields) or not table.has(AGE):
        return
    filled = [table.filled(name) for name in (AGE, BIRTH) if table.has(name)]
    blank = [
        index
        for index, age in enumerate(said)
        if age is None and not any(column[index] for column in filled)
    ]
    if blank:
        wanted = "an age or a date of birth: whether the theme’s questions apply can’t be said"
        table.notes.note(AGE, Fault(Rule.AGE_UNKNOWN, Gravity.WARNING, wanted), blank)
