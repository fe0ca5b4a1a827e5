"""Child-level lists: versions and lines to records and back, and what is kept of their rows."""

import base64
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.lists.comparing import Marks
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.scope import Kept
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import KeptProblem, Line, ListVersion, Step
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import (
    ListHandRow,
    ListKeptRow,
    ListLineRow,
    ListProblemRow,
    ListVersionRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

NO_MARKS = Marks()
KEPT_VERSIONS = 2  # so that the difference is still known when the newest one is undone
_VERSIONS, _KEPT = table_of(ListVersionRow), table_of(ListKeptRow)
_PROBLEMS, _LINES = table_of(ListProblemRow), table_of(ListLineRow)
_MINE = _VERSIONS.c.inspection_id == bindparam("mine")
_EVERY = select(_VERSIONS).where(_MINE).order_by(_VERSIONS.c.list_number, _VERSIONS.c.number)
_NUMBERS = ("list_number", "number", "heading_row", "read", "accepted", "with_problems", "blank")
_TEXTS = ("file", "digest", "sheet")


@dataclass(frozen=True, slots=True)
class Rest:
    """What is kept of the rows of a version, beside its counts."""

    children: tuple[Kept, ...] = ()
    salt: str = ""
    marks: Marks = NO_MARKS


def load(session: Session, inspection_id: str) -> tuple[ListVersion, ...]:
    """Every version of every list, in order."""
    problems: dict[str, list[KeptProblem]] = defaultdict(list)
    for row in read(session, _parts(_PROBLEMS, _PROBLEMS.c.position), mine=inspection_id):
        problems[row.list_version_id].append(_problem(row))
    lines: dict[str, list[Line]] = defaultdict(list)
    for row in read(session, _parts(_LINES, _LINES.c.number), mine=inspection_id):
        lines[row.list_version_id].append(_line(row))
    return tuple(
        ListVersion(
            id=row.id,
            when=values.instant_of(row.at),
            by=Who(row.person, row.behalf),
            problems=tuple(problems[row.id]),
            lines=tuple(lines[row.id]),
            **{name: getattr(row, name) for name in (*_NUMBERS, *_TEXTS)},
        )
        for row in read(session, _EVERY, mine=inspection_id)
    )


def add(session: Session, inspection_id: str, version: ListVersion, rest: Rest) -> None:
    """A version that is taken in; of those before the last one only counts and problems stay."""
    row = ListVersionRow(id=version.id, inspection_id=inspection_id, taken=0)
    for name in (*_NUMBERS, *_TEXTS):
        setattr(row, name, getattr(version, name))
    row.at, row.person, row.behalf = values.instant(version.when), *_of(version.by)
    session.add(row)
    for position, problem in enumerate(version.problems):
        session.add(_problem_row(version.id, position, problem))
    _add_rest(session, inspection_id, version, rest)


def add_line(session: Session, version_id: str, line: Line) -> None:
    """One more step of a version."""
    row = values.found(session.get(ListVersionRow, version_id))
    row.taken += 1
    new = ListLineRow(list_version_id=version_id, number=line.number, step=line.step.value)
    new.at, new.person, new.behalf = values.instant(line.when), *_of(line.by)
    new.who, new.way, new.reason = line.who, line.way, line.reason
    session.add(new)


def rest(session: Session, version_id: str) -> Rest:
    """What is kept of the rows of a version; nothing of an old one."""
    row = session.get(ListKeptRow, version_id)
    if row is None:
        return Rest()
    children = tuple(_child(*each) for each in json.loads(row.children))
    return Rest(children, row.salt, Marks(base64.b64decode(row.marks)))


def salt(session: Session, inspection_id: str) -> str:
    """What the marks of this inspection are made with; empty before there are any."""
    mine = select(_KEPT.c.salt).where(_KEPT.c.inspection_id == inspection_id, _KEPT.c.salt != "")
    return session.connection().execute(mine.limit(1)).scalar() or ""


def hands(session: Session) -> tuple[ByHand, ...]:
    """What was said of headings, for every inspection of the council."""
    rows = session.scalars(
        select(ListHandRow).order_by(ListHandRow.list_number, ListHandRow.heading)
    )
    return tuple(ByHand(row.list_number, row.heading, row.column, remembered=True) for row in rows)


def remember(session: Session, said: Iterable[ByHand]) -> None:
    """Remember what was said of headings; the last word counts."""
    for each in said:
        row = session.get(ListHandRow, (each.list_number, each.heading))
        if row is None:
            row = ListHandRow(list_number=each.list_number, heading=each.heading)
            session.add(row)
        row.column = each.column


def forget(session: Session, said: ByHand) -> None:
    """Take back what was said of a heading."""
    row = session.get(ListHandRow, (said.list_number, said.heading))
    session.delete(values.found(row))


def _add_rest(session: Session, inspection_id: str, version: ListVersion, rest: Rest) -> None:
    mine = (
        ListKeptRow.inspection_id == inspection_id,
        ListKeptRow.list_number == version.list_number,
    )
    older = session.scalars(select(ListKeptRow).where(*mine).order_by(ListKeptRow.number.desc()))
    for each in older.all()[KEPT_VERSIONS - 1 :]:
        session.delete(each)
    row = ListKeptRow(list_version_id=version.id, inspection_id=inspection_id)
    row.list_number, row.number, row.salt = version.list_number, version.number, rest.salt
    row.children = canonical([[*_told(each)] for each in rest.children])
    row.marks = base64.b64encode(rest.marks.data).decode("ascii")
    session.add(row)


def _parts(table: Any, order: Any) -> Any:  # noqa: ANN401 - a table and a column of it
    joined = select(table).join(_VERSIONS, _VERSIONS.c.id == table.c.list_version_id)
    return joined.where(_MINE).order_by(table.c.list_version_id, order)


def _of(who: Who) -> tuple[str, str]:
    return who.person, who.behalf


def _problem(row: Any) -> KeptProblem:  # noqa: ANN401
    return KeptProblem(
        rule=row.rule,
        gravity=Gravity(row.gravity),
        letter=row.letter,
        heading=row.heading,
        wanted=row.wanted,
        alike=row.alike,
        rows=tuple(json.loads(row.rows)),
    )


def _problem_row(version_id: str, position: int, problem: KeptProblem) -> ListProblemRow:
    row = ListProblemRow(list_version_id=version_id, position=position, rule=problem.rule)
    row.gravity, row.letter = problem.gravity.value, problem.letter
    row.heading, row.wanted, row.alike = problem.heading, problem.wanted, problem.alike
    row.rows = canonical(list(problem.rows))
    return row


def _line(row: Any) -> Line:  # noqa: ANN401
    by, when = Who(row.person, row.behalf), values.instant_of(row.at)
    return Line(row.number, Step(row.step), when, by, row.who, row.way, row.reason)


def _told(child: Kept) -> tuple[int, str, int | None, list[list[str | bool | None]]]:
    return (
        child.list_number,
        child.reference,
        child.age,
        [[key, answer] for key, answer in child.answers],
    )


def _child(number: int, reference: str, age: int | None, answers: list[list[Any]]) -> Kept:
    return Kept(number, reference, age, tuple((key, answer) for key, answer in answers))
