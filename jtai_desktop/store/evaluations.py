"""Evaluations of children: rows to records and back."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.conversations.selection import is_selected
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import Evaluation, Key, Move, Stage
from jtai_desktop.store import conversations, values
from jtai_desktop.store.models import (
    ChildRow,
    EvaluationMoveRow,
    EvaluationRow,
    EvaluationTextRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_CHILDREN, _EVALUATIONS = table_of(ChildRow), table_of(EvaluationRow)
_TEXTS, _MOVES = table_of(EvaluationTextRow), table_of(EvaluationMoveRow)
_MINE = _EVALUATIONS.c.inspection_id == bindparam("mine")
_EVERY = (
    select(_EVALUATIONS, _CHILDREN.c.label.label("child"))
    .join(_CHILDREN, _CHILDREN.c.id == _EVALUATIONS.c.child_id)
    .where(_MINE)
    .order_by(_CHILDREN.c.position, _EVALUATIONS.c.child_id, _EVALUATIONS.c.agency)
)
_THEIR_TEXTS = (
    select(_TEXTS)
    .join(_EVALUATIONS, _EVALUATIONS.c.id == _TEXTS.c.evaluation_id)
    .where(_MINE)
    .order_by(_TEXTS.c.evaluation_id, _TEXTS.c.question, _TEXTS.c.part)
)
_THEIR_MOVES = (
    select(_MOVES)
    .join(_EVALUATIONS, _EVALUATIONS.c.id == _MOVES.c.evaluation_id)
    .where(_MINE)
    .order_by(_MOVES.c.evaluation_id, _MOVES.c.number)
)


def load(session: Session, inspection_id: str) -> tuple[Evaluation, ...]:
    """Every evaluation, in the order of the children, the joint one of each first."""
    texts: dict[str, dict[Key, str]] = defaultdict(dict)
    for row in read(session, _THEIR_TEXTS, mine=inspection_id):
        texts[row.evaluation_id][Key(row.question, row.part)] = row.text
    moves: dict[str, list[Move]] = defaultdict(list)
    for row in read(session, _THEIR_MOVES, mine=inspection_id):
        moves[row.evaluation_id].append(_move(row))
    chosen = conversations.choices(session, inspection_id)
    return tuple(
        Evaluation(
            id=row.id,
            child_id=row.child_id,
            child=row.child,
            agency=row.agency,
            internal=values.moment_or_none(row.internal_day, row.internal_hour, row.internal_clock),
            texts=texts[row.id],
            moves=tuple(moves[row.id]),
            selected=is_selected(chosen.get(row.child_id, ())),
            version=row.version,
        )
        for row in read(session, _EVERY, mine=inspection_id)
    )


def add(session: Session, inspection_id: str, new: Evaluation) -> None:
    """An evaluation that is asked for, with what is known of it already."""
    row = EvaluationRow(id=new.id, inspection_id=inspection_id, child_id=new.child_id, taken=0)
    row.agency = new.agency
    _set_internal(row, new)
    session.add(row)
    _grow(session, row, new)


def change(session: Session, evaluation: Evaluation) -> None:
    """The texts, the time, and the lines that are new; those that are there stay as they are."""
    row = values.found(session.get(EvaluationRow, evaluation.id))
    values.same_version(row.version, evaluation.version)
    _set_internal(row, evaluation)
    _grow(session, row, evaluation)


def remove(session: Session, evaluation: Evaluation) -> None:
    """Take out one in which nothing is written yet, with its lines."""
    row = values.found(session.get(EvaluationRow, evaluation.id))
    values.same_version(row.version, evaluation.version)
    for number in range(1, len(evaluation.moves) + 1):
        session.delete(values.found(session.get(EvaluationMoveRow, (evaluation.id, number))))
    session.delete(row)


def _set_internal(row: EvaluationRow, evaluation: Evaluation) -> None:
    row.internal_day, row.internal_hour, row.internal_clock = values.moment(evaluation.internal)


def _grow(session: Session, row: EvaluationRow, evaluation: Evaluation) -> None:
    kept = _kept(session, evaluation.id)
    wanted = dict(evaluation.texts)
    there = session.scalars(
        select(EvaluationMoveRow.number).where(EvaluationMoveRow.evaluation_id == evaluation.id)
    )
    have = set(there)
    new = [each for each in evaluation.moves if each.number not in have]
    changed = [key for key in {*kept, *wanted} if _text(kept, key) != wanted.get(key, "")]
    for key in sorted(changed):
        _put(session, evaluation.id, kept.get(key), key, wanted.get(key, ""))
    _add_moves(session, evaluation.id, new)
    if changed or new:
        row.taken += 1


def _kept(session: Session, evaluation_id: str) -> dict[Key, EvaluationTextRow]:
    mine = EvaluationTextRow.evaluation_id == evaluation_id
    found = session.scalars(select(EvaluationTextRow).where(mine))
    return {Key(row.question, row.part): row for row in found}


def _text(kept: dict[Key, EvaluationTextRow], key: Key) -> str:
    return kept[key].text if key in kept else ""


def _put(
    session: Session, evaluation_id: str, row: EvaluationTextRow | None, key: Key, text: str
) -> None:
    if not text and row is not None:
        session.delete(row)
    elif row is not None:
        row.text = text
    else:
        new = EvaluationTextRow(evaluation_id=evaluation_id, question=key.question, part=key.part)
        new.text = text
        session.add(new)


def _add_moves(session: Session, evaluation_id: str, moves: Iterable[Move]) -> None:
    for each in moves:
        row = EvaluationMoveRow(evaluation_id=evaluation_id, number=each.number)
        row.stage, row.at = each.stage.value, values.instant(each.when)
        row.person, row.behalf, row.reason = each.by.person, each.by.behalf, each.reason
        session.add(row)


def _move(row: Any) -> Move:  # noqa: ANN401
    by = Who(row.person, row.behalf)
    return Move(row.number, Stage(row.stage), values.instant_of(row.at), by, row.reason)
