"""The self-evaluation: rows to records and back."""

from collections import defaultdict
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.self_evaluation.answer import Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.point import Change, Sort
from jtai_desktop.store import values
from jtai_desktop.store.models import SelfAnswerRow, SelfLinkRow, SelfPointRow, table_of
from jtai_desktop.store.plain_rows import read

_POINTS, _ANSWERS, _LINKS = map(table_of, (SelfPointRow, SelfAnswerRow, SelfLinkRow))
_MINE = _ANSWERS.c.inspection_id == bindparam("mine")
_CHANGED = select(_POINTS).where(_POINTS.c.inspection_id == bindparam("mine"))
_EVERY = select(_ANSWERS).where(_MINE).order_by(_ANSWERS.c.point, _ANSWERS.c.agency)
_THEIR_LINKS = (
    select(_LINKS)
    .join(_ANSWERS, _ANSWERS.c.id == _LINKS.c.answer_id)
    .where(_MINE)
    .order_by(_LINKS.c.answer_id, _LINKS.c.position)
)


def changes(session: Session, inspection_id: str) -> dict[str, Change]:
    """What the council made of its points, by their keys."""
    found = [_change(row) for row in read(session, _CHANGED, mine=inspection_id)]
    return {each.key: each for each in sorted(found, key=lambda e: (e.sort, e.number))}


def put_change(session: Session, inspection_id: str, change: Change, by_pack: str) -> None:
    """Keep what was made of a point; nothing where it is again as the pack has it."""
    row = session.get(SelfPointRow, (inspection_id, change.key))
    values.same_version(row.version if row else 0, change.version)
    if change.title == by_pack and not change.retired:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = SelfPointRow(inspection_id=inspection_id, point=change.key)
        row.group_title = change.group
        session.add(row)
    row.title, row.retired = change.title, change.retired


def answers(session: Session, inspection_id: str) -> tuple[Answer, ...]:
    """Every answer of an inspection, those to retired points as well."""
    links: dict[str, list[str]] = defaultdict(list)
    for row in read(session, _THEIR_LINKS, mine=inspection_id):
        links[row.answer_id].append(row.target)
    rows = read(session, _EVERY, mine=inspection_id)
    return tuple(_answer(row, tuple(links[row.id])) for row in rows)


def put(session: Session, inspection_id: str, answer: Answer) -> None:
    """Keep an answer, a new one too; one in which nothing is left goes."""
    row = session.get(SelfAnswerRow, answer.id)
    values.same_version(row.version if row else 0, answer.version)
    _put_links(session, answer)
    if answer.is_empty:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = SelfAnswerRow(id=answer.id, inspection_id=inspection_id)
        row.point, row.agency = answer.point, answer.agency
        session.add(row)
    _fill(row, answer)


def _fill(row: SelfAnswerRow, answer: Answer) -> None:
    for part in Part:
        setattr(row, part.value, answer.text(part))
    row.dated, row.worded = values.day(answer.dated), answer.worded
    row.written, row.written_by, row.written_behalf = _signed(answer.written)
    row.agreed, row.agreed_by, row.agreed_behalf = _signed(answer.agreed)
    brought = answer.brought
    row.brought_area = brought.area if brought else ""
    row.brought_from = values.day(brought.notified) if brought else None
    row.looked_at = brought.looked_at if brought else False


def _put_links(session: Session, answer: Answer) -> None:
    mine = select(SelfLinkRow).where(SelfLinkRow.answer_id == answer.id)
    kept = {row.target: row for row in session.scalars(mine)}
    wanted = () if answer.is_empty else answer.links
    for target in kept.keys() - set(wanted):
        session.delete(kept[target])
    for position, target in enumerate(wanted):
        row = kept.get(target)
        if row is None:
            session.add(SelfLinkRow(answer_id=answer.id, target=target, position=position))
        else:
            row.position = position


def _change(row: Any) -> Change:  # noqa: ANN401
    sort, _, number = row.point.partition(":")
    return Change(
        Sort(sort), int(number), row.title, row.group_title, row.retired, version=row.version
    )


def _answer(row: Any, links: tuple[str, ...]) -> Answer:  # noqa: ANN401
    return Answer(
        id=row.id,
        point=row.point,
        agency=row.agency,
        texts={part: text for part in Part if (text := getattr(row, part.value))},
        dated=values.day_of(row.dated),
        links=links,
        worded=row.worded,
        written=_signed_of(row.written, row.written_by, row.written_behalf),
        agreed=_signed_of(row.agreed, row.agreed_by, row.agreed_behalf),
        brought=_brought(row),
        version=row.version,
    )


def _brought(row: Any) -> Brought | None:  # noqa: ANN401
    notified = values.day_of(row.brought_from)
    return Brought(row.brought_area, notified, row.looked_at) if notified else None


def _signed(signed: Signed | None) -> tuple[str | None, str, str]:
    if signed is None:
        return None, "", ""
    return values.instant(signed.when), signed.by.person, signed.by.behalf


def _signed_of(when: str | None, person: str, behalf: str) -> Signed | None:
    return Signed(values.instant_of(when), Who(person, behalf)) if when else None
