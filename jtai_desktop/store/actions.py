"""The action plan: rows to records and back."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.actions.action import Action, FactsLine, Progress
from jtai_desktop.domain.actions.rating import Facts, Rating
from jtai_desktop.domain.actions.timescale import Timescale
from jtai_desktop.domain.actions.versions import Frozen, PlanVersion
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import (
    ActionLineRow,
    ActionProgressRow,
    ActionRow,
    FrozenActionRow,
    PlanVersionRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_ACTIONS, _LINES = table_of(ActionRow), table_of(ActionLineRow)
_PROGRESS, _VERSIONS = table_of(ActionProgressRow), table_of(PlanVersionRow)
_FROZEN = table_of(FrozenActionRow)
_MINE = _ACTIONS.c.inspection_id == bindparam("mine")
_EVERY = select(_ACTIONS).where(_MINE).order_by(_ACTIONS.c.section, _ACTIONS.c.id)
_THEIR_LINES = (
    select(_LINES)
    .join(_ACTIONS, _ACTIONS.c.id == _LINES.c.action_id)
    .where(_MINE)
    .order_by(_LINES.c.action_id, _LINES.c.number)
)
_THEIR_PROGRESS = (
    select(_PROGRESS)
    .join(_ACTIONS, _ACTIONS.c.id == _PROGRESS.c.action_id)
    .where(_MINE)
    .order_by(_PROGRESS.c.action_id, _PROGRESS.c.number)
)
_ITS_VERSIONS = (
    select(_VERSIONS)
    .where(_VERSIONS.c.inspection_id == bindparam("mine"))
    .order_by(_VERSIONS.c.number)
)
_OF_VERSION = (
    select(_FROZEN).where(_FROZEN.c.version_id == bindparam("mine")).order_by(_FROZEN.c.position)
)
_PLAIN = ("section", "number", "text", "lead", "deputy", "measure", "references", "taken_out")


def load(session: Session, inspection_id: str) -> tuple[Action, ...]:
    """Every action, those taken out of the plan too."""
    lines: dict[str, list[FactsLine]] = defaultdict(list)
    for row in read(session, _THEIR_LINES, mine=inspection_id):
        lines[row.action_id].append(_line(row))
    progress: dict[str, list[Progress]] = defaultdict(list)
    for row in read(session, _THEIR_PROGRESS, mine=inspection_id):
        progress[row.action_id].append(_entry(row))
    return tuple(
        Action(
            id=row.id,
            **{name: getattr(row, name) for name in _PLAIN},
            sources=tuple(json.loads(row.sources)),
            evidence=tuple(json.loads(row.evidence)),
            lines=tuple(lines[row.id]),
            progress=tuple(progress[row.id]),
            version=row.version,
        )
        for row in read(session, _EVERY, mine=inspection_id)
    )


def add(session: Session, inspection_id: str, new: Action) -> None:
    """An action that is new, with what is known of it already."""
    row = ActionRow(id=new.id, inspection_id=inspection_id, taken=0, entries=0)
    _fill(row, new)
    session.add(row)
    _grow(session, row, new)


def change(session: Session, action: Action) -> None:
    """Its texts, and the lines and entries that are new; those that are there stay as they are."""
    row = values.found(session.get(ActionRow, action.id))
    values.same_version(row.version, action.version)
    _fill(row, action)
    _grow(session, row, action)


def versions(session: Session, inspection_id: str) -> tuple[PlanVersion, ...]:
    """Every version that was issued, the oldest first; without what is frozen in it."""
    return tuple(_version(row) for row in read(session, _ITS_VERSIONS, mine=inspection_id))


def frozen(session: Session, version_id: str) -> tuple[Frozen, ...]:
    """The actions as they stood in a version, in its order."""
    rows = read(session, _OF_VERSION, mine=version_id)
    return tuple(Frozen(row.action_id, json.loads(row.texts)) for row in rows)


def issue(
    session: Session, inspection_id: str, version: PlanVersion, actions: Iterable[Frozen]
) -> None:
    """Keep a version with its actions as they stand."""
    row = PlanVersionRow(id=version.id, inspection_id=inspection_id, number=version.number)
    row.at = values.instant(version.when)
    row.person, row.behalf = version.by.person, version.by.behalf
    row.boards, row.note, row.final = canonical(list(version.boards)), version.note, version.final
    row.actions, row.seal = version.actions, version.seal
    session.add(row)
    for position, each in enumerate(actions, 1):
        texts = canonical(dict(each.texts))
        session.add(
            FrozenActionRow(
                version_id=version.id, position=position, action_id=each.action_id, texts=texts
            )
        )


def _fill(row: ActionRow, action: Action) -> None:
    for name in _PLAIN:
        setattr(row, name, getattr(action, name))
    row.sources, row.evidence = canonical(list(action.sources)), canonical(list(action.evidence))


def _grow(session: Session, row: ActionRow, action: Action) -> None:
    for line in action.lines[row.taken :]:
        session.add(_line_row(action.id, line))
    for entry in action.progress[row.entries :]:
        session.add(_entry_row(action.id, entry))
    row.taken, row.entries = len(action.lines), len(action.progress)


def _line_row(action_id: str, line: FactsLine) -> ActionLineRow:
    row = ActionLineRow(action_id=action_id, number=line.number)
    row.at, row.person, row.behalf = values.instant(line.when), line.by.person, line.by.behalf
    facts = line.facts
    row.timescale, row.due = facts.timescale.words, values.day(facts.timescale.due)
    row.started, row.forecast = values.day(facts.started), values.day(facts.forecast)
    row.completed, row.impact = values.day(facts.completed), facts.impact
    row.rating = line.override.value if line.override else ""
    row.reason = line.reason
    return row


def _entry_row(action_id: str, entry: Progress) -> ActionProgressRow:
    row = ActionProgressRow(action_id=action_id, number=entry.number)
    row.at, row.person, row.behalf = values.instant(entry.when), entry.by.person, entry.by.behalf
    row.day, row.text = entry.day.isoformat(), entry.text
    row.corrects, row.reason = entry.corrects, entry.reason
    return row


def _line(row: Any) -> FactsLine:  # noqa: ANN401
    facts = Facts(
        timescale=Timescale(row.timescale, values.day_of(row.due)),
        started=values.day_of(row.started),
        forecast=values.day_of(row.forecast),
        completed=values.day_of(row.completed),
        impact=row.impact,
    )
    by, override = Who(row.person, row.behalf), Rating(row.rating) if row.rating else None
    when = values.instant_of(row.at)
    return FactsLine(row.number, when, by, facts, override, row.reason)


def _entry(row: Any) -> Progress:  # noqa: ANN401
    by, when = Who(row.person, row.behalf), values.instant_of(row.at)
    day = values.day_of(row.day)
    return Progress(row.number, when, by, day or when.date(), row.text, row.corrects, row.reason)


def _version(row: Any) -> PlanVersion:  # noqa: ANN401
    return PlanVersion(
        id=row.id,
        number=row.number,
        when=values.instant_of(row.at),
        by=Who(row.person, row.behalf),
        boards=tuple(json.loads(row.boards)),
        note=row.note,
        final=bool(row.final),
        actions=row.actions,
        seal=row.seal,
    )
