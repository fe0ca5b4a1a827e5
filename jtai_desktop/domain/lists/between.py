"""What must hold between the lists: who stands in which, births, answers, case status.

A list that is not among the files is compared as the vault keeps it, where it does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.rows import ListRows
from jtai_desktop.domain.lists.scope import Kept
from jtai_desktop.domain.lists.shape import BIRTH, CHILD, Gravity, Rulebook
from jtai_desktop.domain.wording import counted

Tables = Mapping[int, ListRows]
# A list before, how it is known, and the answer of each child that has one.
Said = tuple[int, str, Mapping[object, object]]
AS_KEPT = ", as it was taken in"
STATUS = "Case status"
CLOSED = "e) Closed episode"
NEED, PROTECTION, CARE, ASSESSMENTS = 6, 7, 8, 4
ENDS = {
    PROTECTION: "Child Protection Plan End Date",
    CARE: "Date Ceased to be Looked After",
    ASSESSMENTS: "Continuous Assessment Date of Authorisation",
}
# The first that applies is the status that list 6 must say.
STATUSES = (
    (CARE, "a) Looked after child"),
    (PROTECTION, "b) Child Protection plan"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A list as it was taken in: its children, and the answers that they have."""

    number: int
    children: frozenset[object]
    answers: Mapping[str, Mapping[object, object]]


def known_lists(kept: Iterable[Kept], tables: Tables) -> dict[int, Known]:
    """The lists that are kept and not among the files, by their numbers."""
    rows: dict[int, list[Kept]] = defaultdict(list)
    for each in kept:
        if each.list_number not in tables:
            rows[each.list_number].append(each)
    return {number: _known(number, several) for number, several in rows.items()}


def check_between(tables: Tables, book: Rulebook, kept: Mapping[int, Known] | None = None) -> None:
    """Everything that one list says of another."""
    known = kept or {}
    with_children = {number: one for number, one in tables.items() if one.has(CHILD)}
    _in_other_list(with_children, book, known)
    _missing_of_kept(with_children, book, known)
    _births(with_children)
    _answers(with_children, book, known)
    _status(with_children)


def _known(number: int, rows: list[Kept]) -> Known:
    answers: dict[str, dict[object, object]] = defaultdict(dict)
    for row in rows:
        for key, answer in row.answers:
            if answer is not None:
                answers[key][row.reference] = answer
    return Known(number, frozenset(row.reference for row in rows), answers)


def _in_other_list(tables: Tables, book: Rulebook, known: Mapping[int, Known]) -> None:
    names = {shape.number: shape.name for shape in book.lists}
    for table in tables.values():
        number = table.shape.also_in
        if number in tables:
            there, as_kept = set(tables[number].values(CHILD)), ""
        elif number in known:
            there, as_kept = {*known[number].children}, AS_KEPT
        else:
            continue
        absent = set(table.values(CHILD)) - there - {None}
        if absent:
            wanted = f"a child that is in {names[number]}, too{as_kept}"
            bad = [i for i, child in enumerate(table.values(CHILD)) if child in absent]
            table.notes.note(CHILD, Fault(Rule.NOT_IN_LIST, Gravity.ERROR, wanted), bad)


def _missing_of_kept(tables: Tables, book: Rulebook, known: Mapping[int, Known]) -> None:
    """Children of a list that is kept, whom the list among the files lacks: no row names them."""
    for shape in book.lists:
        table, kept = tables.get(shape.also_in), known.get(shape.number)
        if table is None or kept is None:
            continue
        lacking = len(kept.children - set(table.values(CHILD)))
        if lacking:
            children = counted(lacking, "child is", "children are")
            wanted = f"every child of {shape.name}{AS_KEPT}; {children} missing"
            table.notes.note(CHILD, Fault(Rule.NOT_IN_LIST, Gravity.WARNING, wanted), ())


def _births(tables: Tables) -> None:
    """Rows whose date of birth is not the one that most rows of the child have."""
    having = [table for table in tables.values() if table.has(BIRTH)]
    pairs: set[tuple[object, object]] = set()
    for table in having:
        pairs.update(zip(table.values(CHILD), table.values(BIRTH), strict=True))
    if len({child for child, _ in pairs}) == len(pairs):
        return
    births = Counter(child for child, birth in pairs if child is not None and birth is not None)
    if not any(many > 1 for many in births.values()):
        return
    several = {child for child, many in births.items() if many > 1}
    usual = _usual(having, several)
    fault = Fault(Rule.BIRTH_DIFFERS, Gravity.ERROR, "the date of birth of the child’s other rows")
    for table in having:
        both = zip(table.values(CHILD), table.values(BIRTH), strict=True)
        bad = [
            i for i, (child, birth) in enumerate(both) if birth and usual.get(child, birth) != birth
        ]
        if bad:
            table.notes.note(BIRTH, fault, bad)


def _usual(tables: list[ListRows], several: set[object]) -> dict[object, object]:
    said: dict[object, Counter[object]] = defaultdict(Counter)
    for table in tables:
        for child, birth in zip(table.values(CHILD), table.values(BIRTH), strict=True):
            if birth is not None and child in several:
                said[child][birth] += 1
    return {child: births.most_common(1)[0][0] for child, births in said.items()}


def _answers(tables: Tables, book: Rulebook, known: Mapping[int, Known]) -> None:
    """Answers of the theme that differ from those of the lists before, in order or in time."""
    scoped = [tables[number] for number in book.scope.lists if number in tables]
    for field in book.fields:
        asked = [table for table in scoped if table.of_field(field.key)]
        said: list[Said] = [
            (number, AS_KEPT, known[number].answers.get(field.key, {}))
            for number in book.scope.lists
            if number in known
        ]
        for table in asked:
            if said:
                _answer(table, said, field.key)
            said = [*said, (table.shape.number, "", _said(table, field.key))]


def _answer(table: ListRows, said: list[Said], key: str) -> None:
    """Answers of a child that another list, the first that has any, gives otherwise."""
    name = table.of_field(key)
    differing: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, (child, answer) in enumerate(
        zip(table.values(CHILD), table.values(name), strict=True)
    ):
        if answer is None or child is None:
            continue
        there = ((number, kept, has[child]) for number, kept, has in said if child in has)
        number, as_kept, other = next(there, (0, "", answer))
        if other is not answer:
            differing[number, as_kept].append(index)
    for (number, as_kept), indexes in differing.items():
        wanted = f"the answer that list {number} has for the child{as_kept}"
        table.notes.note(name, Fault(Rule.ANSWER_DIFFERS, Gravity.WARNING, wanted), indexes)


def _said(table: ListRows, key: str) -> dict[object, object]:
    """The answer of each child that has one."""
    both = zip(table.values(CHILD), table.values(table.of_field(key)), strict=True)
    return {child: answer for child, answer in both if answer is not None}


def _status(tables: Tables) -> None:
    """Case status takes the first that applies: in care, protection, need, assessment."""
    need = tables.get(NEED)
    if need is None or not need.has(STATUS):
        return
    in_list = {number: _open(tables[number]) for number in ENDS if number in tables}
    where: dict[Fault, list[int]] = defaultdict(list)
    both = zip(need.values(CHILD), need.values(STATUS), strict=True)
    for index, (child, status) in enumerate(both):
        if child is not None and status is not None:
            fault = _status_fault(child, status, in_list)
            if fault:
                where[fault].append(index)
    for fault, indexes in where.items():
        need.notes.note(STATUS, fault, indexes)


def _status_fault(
    child: object, status: object, in_list: Mapping[int, frozenset[object]]
) -> Fault | None:
    for number, code in STATUSES:
        there = number not in in_list or child in in_list[number]
        if there and status == code:
            return None
        if there and number in in_list:
            wanted = f"“{code}”: the child is open in list {number}"
            return Fault(Rule.CASE_STATUS, Gravity.ERROR, wanted)
        if status == code:
            wanted = f"another status: the child is not open in list {number}"
            return Fault(Rule.CASE_STATUS, Gravity.ERROR, wanted)
    if status == "d) Open assessment" and child not in in_list.get(ASSESSMENTS, {child}):
        wanted = f"another status: the child has no open assessment in list {ASSESSMENTS}"
        return Fault(Rule.CASE_STATUS, Gravity.WARNING, wanted)
    return None


def _open(table: ListRows) -> frozenset[object]:
    """The children of a list whose row has no end."""
    name, children = ENDS[table.shape.number], table.values(CHILD)
    ended = table.filled(name) if table.has(name) else [False] * len(children)
    return frozenset(child for child, end in zip(children, ended, strict=True) if not end) - {None}
