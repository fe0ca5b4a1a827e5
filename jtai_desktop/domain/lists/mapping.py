"""Which heading is taken for which column of a list; what is missing or doubtful is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from jtai_desktop.domain.lists.findings import Fault, How, Rule, Taken, letter
from jtai_desktop.domain.lists.headings import Headings, heading_key, words
from jtai_desktop.domain.lists.shape import Column, Gravity, ListShape

NEAR = 0.8
LONGEST_SHOWN = 120
# Headings that hold what this program has no business to read.
_PERSONAL_WORDS = (
    "name names surname forename forenames firstname lastname fullname address postcode nhs upn "
    "telephone phone email parent mother father carer"
)
_PERSONAL = frozenset(_PERSONAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class ByHand:
    """A person’s own word on a heading: this column, or none (an empty name) to leave it out.

    The heading as it stands, in any dress, or “column H” where two have the same. What is
    `remembered` was said of an earlier file: it is not missed where a file has no such heading.
    """

    list_number: int
    heading: str
    column: str
    remembered: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a heading: where it stands (-1 for nowhere) and what is said of it."""

    position: int
    heading: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Mapped:
    """The columns that were found, and what is to be said."""

    taken: tuple[Taken, ...]
    remarks: tuple[Remark, ...]


def map_headings(
    shape: ListShape, headings: Headings, row: Sequence[object], by_hand: Iterable[ByHand] = ()
) -> Mapped:
    """Takes each heading of a row for a column, as the person said or by its meaning."""
    texts = [(number, _text(cell)) for number, cell in enumerate(row)]
    named = [(number, text) for number, text in texts if text]
    spoken = [one for one in by_hand if one.list_number == shape.number]
    hand = _by_position(named, spoken)
    candidates = _candidates(shape, headings, named, hand)
    taken, remarks = _chosen(candidates)
    used = {one.position for several in candidates.values() for one in several}
    free = [(n, text) for n, text in named if n not in used and n not in hand]
    remarks += _missing(shape, candidates, free)
    remarks += _in_vain(shape, spoken, list(hand.values()))
    remarks += [one for n, text in free if (one := _unread(n, text))]
    return Mapped(tuple(taken), tuple(remarks))


def _by_position(named: Sequence[tuple[int, str]], by_hand: Sequence[ByHand]) -> dict[int, ByHand]:
    """Which heading each word of a person is about; its letter counts most, its dress least."""
    found: dict[int, ByHand] = {}
    for one in by_hand:
        wanted = one.heading.strip()
        key = heading_key(wanted)
        meant = (
            [n for n, _ in named if f"column {letter(n)}".casefold() == wanted.casefold()]
            or [n for n, text in named if text == wanted]
            or [n for n, text in named if heading_key(text) == key]
        )
        found.update(dict.fromkeys(meant, one))
    return found


def _candidates(
    shape: ListShape,
    headings: Headings,
    named: Iterable[tuple[int, str]],
    hand: dict[int, ByHand],
) -> dict[str, list[Taken]]:
    columns = {heading_key(column.name): column for column in shape.columns}
    found: dict[str, list[Taken]] = {}
    for position, text in named:
        said = hand.get(position)
        if said:
            column, how = columns.get(heading_key(said.column)), How.HAND
        else:
            match = headings.match(text)
            column, how = (match.column, match.how) if match else (None, How.NAME)
        if column:
            found.setdefault(column.name, []).append(Taken(column, position, text, how))
    return found


def _chosen(candidates: dict[str, list[Taken]]) -> tuple[list[Taken], list[Remark]]:
    """One heading for each column; of two, only that which a person or its very name speaks for."""
    taken, remarks = [], []
    for name, several in candidates.items():
        sure = [one for one in several if one.how is How.HAND]
        sure = sure or [one for one in several if one.how is How.NAME]
        if len(several) == 1:
            taken += several
            remarks += [_by_meaning(several[0])] if several[0].how is How.MEANING else []
        elif len(sure) == 1:
            taken += sure
            if sure[0].how is not How.HAND:
                remarks.append(_two(name, several, sure[0]))
        else:
            remarks.append(_two(name, several, None))
    return taken, remarks


def _by_meaning(one: Taken) -> Remark:
    wanted = f"taken for “{one.column.name}” by its words; map it by hand if it is another column"
    return Remark(one.position, one.heading, Fault(Rule.BY_MEANING, Gravity.REMARK, wanted))


def _two(name: str, several: list[Taken], sure: Taken | None) -> Remark:
    places = " and ".join(f"“{one.heading}” ({letter(one.position)})" for one in several)
    if sure:
        wanted = f"{places} could be “{name}”; column {letter(sure.position)} was read"
        gravity = Gravity.WARNING
    else:
        wanted = f"{places} could be “{name}”; neither was read, say which one it is"
        gravity = Gravity.ERROR
    at = sure or several[0]
    return Remark(at.position, at.heading, Fault(Rule.TWO_COLUMNS, gravity, wanted))


def _in_vain(shape: ListShape, spoken: list[ByHand], heard: list[ByHand]) -> list[Remark]:
    """What a person said that fits no heading or no column of the list."""
    names = {heading_key(column.name) for column in shape.columns}
    remarks = []
    for one in spoken:
        if one not in heard and one.remembered:
            continue
        if one not in heard:
            wanted = "a heading like this, as was said by hand; there is none"
        elif one.column and heading_key(one.column) not in names:
            wanted = (
                f"a column of the list; by hand “{one.column}” was said, which it does not have"
            )
        else:
            continue
        remarks.append(Remark(-1, one.heading, Fault(Rule.LEFT_OVER, Gravity.WARNING, wanted)))
    return remarks


def _missing(
    shape: ListShape, candidates: dict[str, list[Taken]], free: list[tuple[int, str]]
) -> list[Remark]:
    return [
        _missing_column(column, free) for column in shape.columns if column.name not in candidates
    ]


def _missing_column(column: Column, free: list[tuple[int, str]]) -> Remark:
    gravity = Gravity.WARNING if column.blank_ok and not column.field else Gravity.ERROR
    near = _nearest(column, free)
    wanted = "a column of this heading"
    if near:
        wanted += f"; “{near[1]}” ({letter(near[0])}) looks like it, map it by hand if it is"
    return Remark(-1, column.name, Fault(Rule.MISSING_COLUMN, gravity, wanted))


def _nearest(column: Column, free: list[tuple[int, str]]) -> tuple[int, str] | None:
    keys = {heading_key(text): (number, text) for number, text in free}
    for name in (column.name, *column.also_seen):
        near = get_close_matches(heading_key(name), keys, n=1, cutoff=NEAR)
        if near:
            return keys[near[0]]
    return None


def _unread(position: int, text: str) -> Remark | None:
    """A remark where a column that is not read seems to hold names or the like."""
    if not words(text) & _PERSONAL:
        return None
    wanted = "not read: the lists need no names or addresses; take the column out before sending"
    return Remark(position, text, Fault(Rule.NOT_READ, Gravity.REMARK, wanted))


def _text(cell: object) -> str:
    return " ".join(cell.split())[:LONGEST_SHOWN] if isinstance(cell, str) else ""
