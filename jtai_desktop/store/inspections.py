"""Inspections: rows to records and back."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.store import values
from jtai_desktop.store.models import BankHolidayRow, InspectionRow, MilestoneRow, table_of
from jtai_desktop.store.plain_rows import read

_I, _B = table_of(InspectionRow), table_of(BankHolidayRow)
_ONE = select(_I).where(_I.c.id == bindparam("mine"))
_DAYS = select(_B).where(_B.c.inspection_id == bindparam("mine")).order_by(_B.c.day)


def add(session: Session, inspection: Inspection, milestones: Iterable[str]) -> None:
    """A new inspection with its bank holidays and one row for each milestone of its pack."""
    row = InspectionRow(id=inspection.id, version=inspection.version)
    _fill(row, inspection)
    row.created = values.instant(inspection.created) if inspection.created else None
    session.add(row)
    _set_holidays(session, inspection)
    session.add_all(MilestoneRow(inspection_id=inspection.id, key=key) for key in milestones)


def change(session: Session, inspection: Inspection) -> None:
    """Area, dates, practice and bank holidays as the record has them; refused if it is stale."""
    row = values.found(session.get(InspectionRow, inspection.id))
    values.same_version(row.version, inspection.version)
    _fill(row, inspection)
    _set_holidays(session, inspection)


def load(session: Session, inspection_id: str) -> Inspection:
    """One inspection; refused if there is none of this id."""
    found = read(session, _ONE, mine=inspection_id)
    return _record(session, values.found(found[0] if found else None))


def listed(session: Session) -> tuple[Inspection, ...]:
    """All inspections, the latest notified first."""
    records = [_record(session, row) for row in session.scalars(select(InspectionRow))]
    return tuple(sorted(records, key=lambda one: (one.notified, one.id), reverse=True))


def _fill(row: InspectionRow, inspection: Inspection) -> None:
    row.area, row.practice = inspection.area, inspection.practice
    row.pack_id, row.pack_version = inspection.pack_id, inspection.pack_version
    row.notified = values.instant(inspection.notified)
    row.fieldwork_typed = values.day(inspection.fieldwork_typed)


def _set_holidays(session: Session, inspection: Inspection) -> None:
    wanted = {day.isoformat(): name for day, name in inspection.bank_holidays}
    for row in _holidays(session, inspection.id):
        if row.day in wanted:
            row.name = wanted.pop(row.day)
        else:
            session.delete(row)
    for day, name in wanted.items():
        session.add(BankHolidayRow(inspection_id=inspection.id, day=day, name=name))


def _holidays(session: Session, inspection_id: str) -> list[BankHolidayRow]:
    mine = select(BankHolidayRow).where(BankHolidayRow.inspection_id == inspection_id)
    return list(session.scalars(mine.order_by(BankHolidayRow.day)))


def _record(session: Session, row: InspectionRow) -> Inspection:
    holidays = read(session, _DAYS, mine=row.id)
    return Inspection(
        id=row.id,
        area=row.area,
        pack_id=row.pack_id,
        pack_version=row.pack_version,
        notified=values.instant_of(row.notified),
        fieldwork_typed=values.day_of(row.fieldwork_typed),
        practice=row.practice,
        created=values.instant_of(row.created) if row.created else None,
        bank_holidays=tuple((date.fromisoformat(one.day), one.name) for one in holidays),
        version=row.version,
    )
