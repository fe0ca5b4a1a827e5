"""The council's settings and closure days: rows to records and back."""

import json
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.inspection import ClosureDay, CouncilSettings, Keeping
from jtai_desktop.domain.meetings.ways import Way, Ways
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import ClosureRow, SettingRow, VaultRow, table_of
from jtai_desktop.store.plain_rows import read

_C = table_of(ClosureRow)
_CLOSURES = select(_C).order_by(_C.c.day, _C.c.id)
_SETTINGS = select(table_of(SettingRow))


def load(session: Session) -> CouncilSettings:
    """The settings; what was never set is as the program proposes it."""
    kept = {row.key: json.loads(row.value) for row in read(session, _SETTINGS)}
    usual = CouncilSettings()
    return CouncilSettings(
        council=kept.get("council", usual.council),
        marking=kept.get("marking", usual.marking),
        close=time.fromisoformat(kept["close"]) if "close" in kept else usual.close,
        closures=closures(session),
        destroy_after_days=kept.get("destroy_after_days", usual.destroy_after_days),
        keeps_files=Keeping(kept.get("keeps_files", usual.keeps_files)),
        keeps_children=kept.get("keeps_children", usual.keeps_children),
        ways=_ways(kept.get("ways", [])),
        evidence_months=kept.get("evidence_months", usual.evidence_months),
    )


def save(session: Session, settings: CouncilSettings) -> None:
    """All settings and closure days as the record has them; only what differs is written."""
    _put(session, "council", settings.council)
    _put(session, "marking", settings.marking)
    _put(session, "close", settings.close.isoformat())
    _put(session, "destroy_after_days", settings.destroy_after_days)
    _put(session, "keeps_files", settings.keeps_files.value)
    _put_if_said(session, "keeps_children", settings.keeps_children, usual=True)
    _put_ways(session, settings.ways)
    months = CouncilSettings().evidence_months
    _put_if_said(session, "evidence_months", settings.evidence_months, usual=months)
    _put_closures(session, settings.closures)


def closures(session: Session) -> tuple[ClosureDay, ...]:
    """The days that do not count as the calendar says, in order."""
    return tuple(_closure(row) for row in read(session, _CLOSURES))


def add_closure(session: Session, closure: ClosureDay) -> None:
    """One more such day."""
    row = ClosureRow(id=closure.id)
    _fill(row, closure)
    session.add(row)


def remove_closure(session: Session, closure_id: str) -> None:
    """The day counts again as the calendar says."""
    session.delete(values.found(session.get(ClosureRow, closure_id)))


def stop_clock(session: Session, stands_at: datetime | None) -> None:
    """Let the vault's clock stand at this time, as the example's does, or run."""
    row = session.get_one(VaultRow, 1)
    row.stands_at = values.instant(stands_at) if stands_at else None


def _ways(kept: list[tuple[str, str, int]]) -> Ways:
    return Ways(tuple(Way(one, other, minutes) for one, other, minutes in kept))


def _put_ways(session: Session, ways: Ways) -> None:
    if ways.known or session.get(SettingRow, "ways") is not None:
        _put(session, "ways", [(each.one, each.other, each.minutes) for each in ways.known])


def _put_if_said(session: Session, key: str, value: object, *, usual: object) -> None:
    """Nothing is written for what was never set otherwise than the program proposes."""
    if value != usual or session.get(SettingRow, key) is not None:
        _put(session, key, value)


def _put(session: Session, key: str, value: object) -> None:
    row = session.get(SettingRow, key)
    if row is None:
        session.add(SettingRow(key=key, value=canonical(value)))
    else:
        row.value = canonical(value)


def _put_closures(session: Session, wanted: tuple[ClosureDay, ...]) -> None:
    left = {closure.id: closure for closure in wanted}
    for row in session.scalars(select(ClosureRow)):
        closure = left.pop(row.id, None)
        if closure is None:
            session.delete(row)
        else:
            _fill(row, closure)
    for closure in left.values():
        add_closure(session, closure)


def _fill(row: ClosureRow, closure: ClosureDay) -> None:
    row.day, row.name, row.works = closure.day.isoformat(), closure.name, closure.works


def _closure(row: ClosureRow) -> ClosureDay:
    return ClosureDay(row.id, date.fromisoformat(row.day), row.name, row.works)
