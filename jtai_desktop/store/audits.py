"""Case audits: rows to records and back."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.audits.audit import Audit, Case, Team
from jtai_desktop.domain.audits.entries import Entry, Part, Side
from jtai_desktop.domain.audits.returns import Line, Return, Step
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import Key
from jtai_desktop.store import values
from jtai_desktop.store.models import (
    AuditAnswerRow,
    AuditCaseRow,
    AuditEntryRow,
    AuditReturnLineRow,
    AuditReturnRow,
    AuditRow,
    AuditTeamRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_AUDITS, _CASES, _TEAMS = table_of(AuditRow), table_of(AuditCaseRow), table_of(AuditTeamRow)
_RETURNS, _LINES = table_of(AuditReturnRow), table_of(AuditReturnLineRow)
_ANSWERS, _ENTRIES = table_of(AuditAnswerRow), table_of(AuditEntryRow)
_MINE = _AUDITS.c.inspection_id == bindparam("mine")
_EVERY = select(_AUDITS).where(_MINE).order_by(_AUDITS.c.position, _AUDITS.c.id)


def _theirs(table: Table, *order: ColumnElement[Any]) -> Select[Any]:
    """The rows of a table that belong to the audits of an inspection, in this order."""
    found = select(table).join(_AUDITS, _AUDITS.c.id == table.c.audit_id).where(_MINE)
    return found.order_by(*order)


_THEIR_CASES = _theirs(_CASES, _CASES.c.position, _CASES.c.id)
_THEIR_TEAMS = _theirs(_TEAMS, _TEAMS.c.position, _TEAMS.c.id)
_THEIR_LINES = _theirs(_LINES, _LINES.c.return_id, _LINES.c.number)
_THEIR_ANSWERS = _theirs(_ANSWERS, _ANSWERS.c.return_id, _ANSWERS.c.line, _ANSWERS.c.part)
_THEIR_ENTRIES = _theirs(_ENTRIES, _ENTRIES.c.part, _ENTRIES.c.number)
_THEIR_RETURNS = (
    _theirs(_RETURNS)
    .join(_CASES, _CASES.c.id == _RETURNS.c.case_id)
    .join(_TEAMS, _TEAMS.c.id == _RETURNS.c.team_id)
    .order_by(_CASES.c.position, _CASES.c.id, _TEAMS.c.position, _TEAMS.c.id)
)


def load(session: Session, inspection_id: str) -> tuple[Audit, ...]:
    """Every audit, the one that was begun first at the head."""
    every = list(read(session, _EVERY, mine=inspection_id))
    if not every:
        return ()
    cases = _by_audit(session, inspection_id, _THEIR_CASES, _case)
    teams = _by_audit(session, inspection_id, _THEIR_TEAMS, _team)
    entries = _by_audit(session, inspection_id, _THEIR_ENTRIES, _entry)
    returns = _returns(session, inspection_id)
    return tuple(
        Audit(
            id=row.id,
            theme=row.theme,
            period=row.period,
            due=values.moment_or_none(row.due_day, row.due_hour, row.due_clock),
            agreed=date.fromisoformat(row.agreed) if row.agreed else None,
            scrutineer=row.scrutineer,
            reflections=row.reflections,
            cases=tuple(cases[row.id]),
            teams=tuple(teams[row.id]),
            returns=tuple(returns[row.id]),
            entries=tuple(entries[row.id]),
            version=row.version,
        )
        for row in every
    )


def add(session: Session, inspection_id: str, audit: Audit) -> None:
    """A new audit, as yet without cases and teams."""
    last = session.scalar(
        select(func.max(AuditRow.position)).where(AuditRow.inspection_id == inspection_id)
    )
    row = AuditRow(id=audit.id, inspection_id=inspection_id, position=(last or 0) + 1)
    _set(row, audit)
    session.add(row)


def change(session: Session, audit: Audit) -> None:
    """What is recorded of the audit as a whole."""
    row = values.found(session.get(AuditRow, audit.id))
    values.same_version(row.version, audit.version)
    _set(row, audit)


def remove(session: Session, audit: Audit) -> None:
    """Take out an audit with all that is in it."""
    for each in audit.returns:
        remove_return(session, each)
    for entry in audit.entries:
        remove_entry(session, entry)
    for case in audit.cases:
        remove_case(session, case)
    for team in audit.teams:
        remove_team(session, team)
    session.flush()
    row = values.found(session.get(AuditRow, audit.id))
    values.same_version(row.version, audit.version)
    session.delete(row)


def add_case(session: Session, audit: Audit, case: Case) -> None:
    """A case more, behind the others."""
    row = AuditCaseRow(id=case.id, audit_id=audit.id)
    row.position = _next(session, AuditCaseRow, audit.id)
    _set_case(row, case)
    session.add(row)


def change_case(session: Session, case: Case) -> None:
    """What is recorded of a case."""
    row = values.found(session.get(AuditCaseRow, case.id))
    values.same_version(row.version, case.version)
    _set_case(row, case)


def remove_case(session: Session, case: Case) -> None:
    """Take out a case; its returns go before it."""
    session.flush()
    session.delete(values.found(session.get(AuditCaseRow, case.id)))


def add_team(session: Session, audit: Audit, team: Team) -> None:
    """A team more, behind the others."""
    row = AuditTeamRow(id=team.id, audit_id=audit.id, name=team.name, agency=team.agency)
    row.position = _next(session, AuditTeamRow, audit.id)
    session.add(row)


def change_team(session: Session, team: Team) -> None:
    """The name and the agency of a team."""
    row = values.found(session.get(AuditTeamRow, team.id))
    values.same_version(row.version, team.version)
    row.name, row.agency = team.name, team.agency


def remove_team(session: Session, team: Team) -> None:
    """Take out a team; its returns go before it."""
    session.flush()
    session.delete(values.found(session.get(AuditTeamRow, team.id)))


def add_return(session: Session, audit: Audit, new: Return) -> None:
    """That a team owes something for a case."""
    row = AuditReturnRow(id=new.id, audit_id=audit.id, taken=0)
    row.case_id, row.team_id = new.case_id, new.team_id
    session.add(row)


def change_return(session: Session, found: Return) -> None:
    """The answers, and the lines that are new; those that are there stay as they are."""
    row = values.found(session.get(AuditReturnRow, found.id))
    values.same_version(row.version, found.version)
    kept = _answers(session, found.id)
    changed = [
        key
        for key in sorted({*kept, *found.texts})
        if (kept[key].text if key in kept else "") != found.texts.get(key, "")
    ]
    for key in changed:
        _put(session, row, kept.get(key), key, found.texts.get(key, ""))
    _hold_lines(session, row.audit_id, {key.question for key in changed})
    new = _new_lines(session, found)
    for line in new:
        session.add(_line_row(row, line))
    if changed or new:
        row.taken += 1


def remove_return(session: Session, found: Return) -> None:
    """That a team owes nothing for a case."""
    row = values.found(session.get(AuditReturnRow, found.id))
    values.same_version(row.version, found.version)
    for line in found.lines:
        session.delete(values.found(session.get(AuditReturnLineRow, (found.id, line.number))))
    for answer in _answers(session, found.id).values():
        session.delete(answer)
    session.flush()
    session.delete(row)


def add_entry(session: Session, audit: Audit, entry: Entry) -> None:
    """A key line, forum, view, headline or recommendation more."""
    row = AuditEntryRow(id=entry.id, audit_id=audit.id, taken=0)
    row.part, row.number = entry.part.value, entry.number
    _set_entry(row, entry)
    session.add(row)


def change_entry(session: Session, entry: Entry) -> None:
    """What an entry says."""
    row = values.found(session.get(AuditEntryRow, entry.id))
    values.same_version(row.version, entry.version)
    _set_entry(row, entry)


def remove_entry(session: Session, entry: Entry) -> None:
    """Take out an entry."""
    row = values.found(session.get(AuditEntryRow, entry.id))
    values.same_version(row.version, entry.version)
    session.delete(row)


def _next(session: Session, row: Any, audit_id: str) -> int:  # noqa: ANN401
    last = session.scalar(select(func.max(row.position)).where(row.audit_id == audit_id))
    return int(last or 0) + 1


def _by_audit(
    session: Session,
    inspection_id: str,
    rows: Any,  # noqa: ANN401
    record: Any,  # noqa: ANN401
) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in read(session, rows, mine=inspection_id):
        found[row.audit_id].append(record(row))
    return found


def _returns(session: Session, inspection_id: str) -> dict[str, list[Return]]:
    lines: dict[str, list[Line]] = defaultdict(list)
    for row in read(session, _THEIR_LINES, mine=inspection_id):
        lines[row.return_id].append(_line(row))
    texts: dict[str, dict[Key, str]] = defaultdict(dict)
    for row in read(session, _THEIR_ANSWERS, mine=inspection_id):
        texts[row.return_id][Key(row.line, row.part)] = row.text
    found: dict[str, list[Return]] = defaultdict(list)
    for row in read(session, _THEIR_RETURNS, mine=inspection_id):
        made = Return(
            row.id, row.case_id, row.team_id, tuple(lines[row.id]), texts[row.id], row.version
        )
        found[row.audit_id].append(made)
    return found


def _set(row: AuditRow, audit: Audit) -> None:
    row.theme, row.period, row.scrutineer = audit.theme, audit.period, audit.scrutineer
    row.due_day, row.due_hour, row.due_clock = values.moment(audit.due)
    row.agreed = audit.agreed.isoformat() if audit.agreed else None
    row.reflections = audit.reflections


def _set_case(row: AuditCaseRow, case: Case) -> None:
    row.reference, row.age_band, row.features = case.reference, case.age_band, case.features


def _set_entry(row: AuditEntryRow, entry: Entry) -> None:
    row.text, row.who, row.themes = entry.text, entry.who, entry.themes
    row.attendees, row.marker = entry.attendees, entry.marker
    row.side = entry.side.value if entry.side else ""


def _answers(session: Session, return_id: str) -> dict[Key, AuditAnswerRow]:
    mine = AuditAnswerRow.return_id == return_id
    return {
        Key(row.line, row.part): row for row in session.scalars(select(AuditAnswerRow).where(mine))
    }


def _put(
    session: Session, of: AuditReturnRow, row: AuditAnswerRow | None, key: Key, text: str
) -> None:
    if row is None:
        new = AuditAnswerRow(return_id=of.id, audit_id=of.audit_id)
        new.line, new.part, new.text = key.question, key.part, text
        session.add(new)
    elif text:
        row.text = text
    else:
        session.delete(row)


def _hold_lines(session: Session, audit_id: str, numbers: set[int]) -> None:
    """The key lines that are answered: an undo that would take one out sees that they changed."""
    mine = (AuditEntryRow.audit_id == audit_id) & (AuditEntryRow.part == Part.LINE.value)
    for row in session.scalars(select(AuditEntryRow).where(mine)) if numbers else ():
        if row.number in numbers:
            row.taken += 1


def _new_lines(session: Session, found: Return) -> list[Line]:
    mine = AuditReturnLineRow.return_id == found.id
    have = set(session.scalars(select(AuditReturnLineRow.number).where(mine)))
    return [each for each in found.lines if each.number not in have]


def _line_row(of: AuditReturnRow, line: Line) -> AuditReturnLineRow:
    row = AuditReturnLineRow(return_id=of.id, audit_id=of.audit_id, number=line.number)
    row.step, row.at = line.step.value, values.instant(line.when)
    row.person, row.behalf = line.by.person, line.by.behalf
    row.how, row.note, row.corrects = line.how, line.note, line.corrects
    return row


def _case(row: Any) -> Case:  # noqa: ANN401
    return Case(row.id, row.reference, row.age_band, row.features, row.version)


def _team(row: Any) -> Team:  # noqa: ANN401
    return Team(row.id, row.name, row.agency, row.version)


def _entry(row: Any) -> Entry:  # noqa: ANN401
    return Entry(
        id=row.id,
        part=Part(row.part),
        number=row.number,
        text=row.text,
        who=row.who,
        themes=row.themes,
        attendees=row.attendees,
        side=Side(row.side) if row.side else None,
        marker=row.marker,
        version=row.version,
    )


def _line(row: Any) -> Line:  # noqa: ANN401
    by, when = Who(row.person, row.behalf), values.instant_of(row.at)
    return Line(row.number, Step(row.step), when, by, row.how, row.note, row.corrects)
