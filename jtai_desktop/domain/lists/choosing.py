"""Which sheet is taken for which list, and what is said of the sheets that are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jtai_desktop.domain.lists.findings import Fault, Finding, LeftOut, Rule
from jtai_desktop.domain.lists.recognising import Recognised
from jtai_desktop.domain.lists.shape import Gravity, ListShape, Rulebook
from jtai_desktop.domain.wording import listed


@dataclass(frozen=True, slots=True)
class SheetByHand:
    """A person’s own word on which sheet is a list."""

    list_number: int
    sheet: str
    file: str = ""  # any file where nothing is said


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sheet with what it was recognised as."""

    file: str
    sheet: str
    hidden: bool
    rows: int  # below the headings
    recognised: Recognised


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet of each list, the sheets left out, and what is to be said."""

    sheets: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]


def choose(
    candidates: Sequence[Candidate], book: Rulebook, by_hand: Iterable[SheetByHand] = ()
) -> Chosen:
    """One sheet for each list; of several that which a person names or which alone has rows."""
    hand = list(by_hand)
    sheets: list[Candidate] = []
    left: list[LeftOut] = []
    findings: list[Finding] = []
    for shape in book.lists:
        fitting = [one for one in candidates if one.recognised.shape is shape]
        taken = _one(shape, fitting, hand)
        if taken:
            sheets.append(taken)
            findings += _about(taken, shape)
            left += [_second(one, shape) for one in fitting if one is not taken]
        elif fitting:
            findings.append(_several(shape, fitting))
            left += [_second(one, shape) for one in fitting]
    for one in candidates:
        if one.recognised.shape is None:
            left.append(_not_ours(one, book))
            findings += _claims(one, book)
    return Chosen(tuple(sheets), tuple(left), tuple(findings))


def _one(
    shape: ListShape, fitting: list[Candidate], hand: Iterable[SheetByHand]
) -> Candidate | None:
    said = [one for one in hand if one.list_number == shape.number]
    for one in fitting:
        if any(one.sheet == each.sheet and each.file in {"", one.file} for each in said):
            return one
    with_rows = [one for one in fitting if one.rows] or fitting
    return with_rows[0] if len(with_rows) == 1 else None


def _second(one: Candidate, shape: ListShape) -> LeftOut:
    sentence = f"Another sheet that looks like {shape.name}; not read."
    return LeftOut(one.file, one.sheet, sentence)


def _several(shape: ListShape, fitting: list[Candidate]) -> Finding:
    names = listed([f"“{one.sheet}” of {one.file}" for one in fitting])
    wanted = f"one sheet for {shape.name}; {names} look like it, none was read: say which one it is"
    return _finding(Rule.TWO_SHEETS, Gravity.ERROR, shape.number, fitting[0], wanted)


def _about(taken: Candidate, shape: ListShape) -> list[Finding]:
    said, found = taken.recognised.said, []
    if said and said != shape.number:
        wanted = f"headings of list {said}, as it is called; they are those of {shape.name}"
        found.append(_finding(Rule.NAME_CONTRADICTS, Gravity.WARNING, shape.number, taken, wanted))
    if taken.hidden:
        wanted = "a sheet that can be seen; this one is hidden, and was read"
        found.append(_finding(Rule.HIDDEN_SHEET, Gravity.REMARK, shape.number, taken, wanted))
    if not taken.rows:
        wanted = "rows below the headings; there are none"
        found.append(_finding(Rule.NO_ROWS, Gravity.WARNING, shape.number, taken, wanted))
    return found


def _not_ours(one: Candidate, book: Rulebook) -> LeftOut:
    recognised = one.recognised
    called = f" ({recognised.title})" if recognised.title else ""
    if recognised.said and recognised.said not in {shape.number for shape in book.lists}:
        sentence = f"A list{called} that this inspection does not ask for; not read."
    elif recognised.looks_like_list:
        sentence = f"A list{called}, but by its headings none of this inspection’s; not read."
    else:
        sentence = "No list; not read."
    return LeftOut(one.file, one.sheet, sentence)


def _claims(one: Candidate, book: Rulebook) -> list[Finding]:
    """A sheet that is called one of the lists but has other headings."""
    shape = next((each for each in book.lists if each.number == one.recognised.said), None)
    if shape is None:
        return []
    wanted = (
        f"the headings of {shape.name}, as it is called; its own are others, so it may belong "
        "to another inspection, and was not read"
    )
    return [_finding(Rule.OTHER_LIST, Gravity.ERROR, shape.number, one, wanted)]


def _finding(rule: Rule, gravity: Gravity, number: int, at: Candidate, wanted: str) -> Finding:
    fault = Fault(rule, gravity, wanted)
    return Finding(fault.rule, fault.gravity, number, at.file, at.sheet, -1, "", fault.wanted)
