"""What is noted about milestones: rows to records and back."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.milestones import Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.store import values
from jtai_desktop.store.models import MilestoneRow, table_of
from jtai_desktop.store.plain_rows import read

_M = table_of(MilestoneRow)
_NOTES = select(_M).where(_M.c.inspection_id == bindparam("mine")).order_by(_M.c.key)


def load(session: Session, inspection_id: str) -> tuple[MilestoneNotes, ...]:
    """The notes of all milestones of an inspection; their order is the pack's business."""
    return tuple(_record(row) for row in read(session, _NOTES, mine=inspection_id))


def save(session: Session, inspection_id: str, notes: MilestoneNotes) -> None:
    """The notes of one milestone as the record has them."""
    row = session.get(MilestoneRow, (inspection_id, notes.key))
    if row is None:
        row = MilestoneRow(inspection_id=inspection_id, key=notes.key)
        session.add(row)
    _fill_done(row, notes.done)
    _fill_set(row, notes.set_by_hand)
    _fill_agreed(row, notes.agreed)


def _fill_done(row: MilestoneRow, done: Done | None) -> None:
    row.done_at = values.instant(done.when) if done else None
    row.done_by = done.by if done else None
    row.done_note = done.note if done else None


def _fill_set(row: MilestoneRow, given: SetByHand | None) -> None:
    row.set_day, row.set_hour, row.set_time = values.moment(given.moment if given else None)
    row.set_reason = given.reason if given else None


def _fill_agreed(row: MilestoneRow, agreed: Agreed | None) -> None:
    moment = values.moment(agreed.moment if agreed else None)
    row.agreed_day, row.agreed_hour, row.agreed_time = moment
    row.agreed_by = agreed.by if agreed else None
    row.agreed_at = values.instant(agreed.when) if agreed else None
    row.agreed_note = agreed.note if agreed else None


def _record(row: MilestoneRow) -> MilestoneNotes:
    return MilestoneNotes(row.key, _done(row), _set_by_hand(row), _agreed(row))


def _done(row: MilestoneRow) -> Done | None:
    if row.done_at is None:
        return None
    return Done(values.instant_of(row.done_at), row.done_by or "", row.done_note or "")


def _set_by_hand(row: MilestoneRow) -> SetByHand | None:
    if row.set_day is None:
        return None
    moment = values.moment_of(row.set_day, row.set_hour, row.set_time)
    return SetByHand(moment, row.set_reason or "")


def _agreed(row: MilestoneRow) -> Agreed | None:
    if row.agreed_day is None or row.agreed_at is None:
        return None
    moment = values.moment_of(row.agreed_day, row.agreed_hour, row.agreed_time)
    when = values.instant_of(row.agreed_at)
    return Agreed(moment, row.agreed_by or "", when, row.agreed_note or "")
