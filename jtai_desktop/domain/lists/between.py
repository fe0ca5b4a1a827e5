"""What must hold between the lists: who stands in which, births, answers, case status."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.rows import ListRows
from jtai_desktop.domain.lists.shape import BIRTH, CHILD, Gravity, Rulebook

Tables = Mapping[int, ListRows]
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


def check_between(tables: Tables, book: Rulebook) -> None:
    """Everything that one list says of another."""
    with_children = {number: one for number, one in tables.items() if one.has(CHILD)}
    _in_other_list(with_children)
    _births(with_children)
    _answers(with_children, book)
    _status(with_children)


def _in_other_list(tables: Tables) -> None:
    for table in tables.values():
        other = tables.get(table.shape.also_in)
        if other is None:
            continue
        there = set(other.values(CHILD))
        absent = set(table.values(CHILD)) - there - {None}
        if absent:
            wanted = f"a child that is in {other.shape.name}, too"
            bad = [i for i, child in enumerate(table.values(CHILD)) if child in absent]
            table.notes.note(CHILD, Fault(Rule.NOT_IN_LIST, Gravity.ERROR, wanted), bad)


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


def _answers(tables: Tables, book: Rulebook) -> None:
    """Answers of the theme that differ from those of the list before."""
    scoped = [tables[number] for number in book.scope.lists if number in tables]
    for field in book.fields:
        asked = [table for table in scoped if table.of_field(field.key)]
        for place, table in enumerate(asked[1:], 1):
            _answer(table, asked[:place], field.key)


def _answer(table: ListRows, before: list[ListRows], key: str) -> None:
    """Answers of a child that another list, the first that has any, gives otherwise."""
    name = table.of_field(key)
    differing: dict[int, list[int]] = defaultdict(list)
    said = [(other.shape.number, _said(other, key)) for other in before]
    for index, (child, answer) in enumerate(
        zip(table.values(CHILD), table.values(name), strict=True)
    ):
        if answer is None or child is None:
            continue
        there = ((number, answers[child]) for number, answers in said if child in answers)
        number, other = next(there, (0, answer))
        if other is not answer:
            differing[number].append(index)
    for number, indexes in differing.items():
        wanted = f"the answer that list {number} has for the child"
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
