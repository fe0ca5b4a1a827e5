"""“Act now” flags: rows to records and back."""

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.flags import Flag, Noted
from jtai_desktop.store import values
from jtai_desktop.store.models import ChildRow, FlagRow, table_of
from jtai_desktop.store.plain_rows import read

_CHILDREN, _FLAGS = table_of(ChildRow), table_of(FlagRow)
_EVERY = (
    select(_FLAGS, _CHILDREN.c.label.label("child"))
    .join(_CHILDREN, _CHILDREN.c.id == _FLAGS.c.child_id)
    .where(_FLAGS.c.inspection_id == bindparam("mine"))
    .order_by(_FLAGS.c.raised, _FLAGS.c.id)
)


def load(session: Session, inspection_id: str) -> tuple[Flag, ...]:
    """Every flag, in the order in which they were raised."""
    found = (_flag(row) for row in read(session, _EVERY, mine=inspection_id))
    return tuple(sorted(found, key=lambda each: (each.raised.when, each.id)))


def add(session: Session, inspection_id: str, flag: Flag) -> None:
    """A flag that is raised."""
    row = FlagRow(id=flag.id, inspection_id=inspection_id, child_id=flag.child_id)
    row.raised = values.instant(flag.raised.when)
    row.raised_by, row.raised_behalf = flag.raised.by.person, flag.raised.by.behalf
    _fill(row, flag)
    session.add(row)


def change(session: Session, flag: Flag) -> None:
    """The owner, and what was noted since; refused if the record is stale."""
    row = values.found(session.get(FlagRow, flag.id))
    values.same_version(row.version, flag.version)
    _fill(row, flag)


def _fill(row: FlagRow, flag: Flag) -> None:
    row.text, row.owner_id, row.mistaken = flag.text, flag.owner_id, flag.mistaken
    for name, noted in (("confirmed", flag.confirmed), ("closed", flag.closed)):
        by = noted.by if noted else Who("")
        setattr(row, name, values.instant(noted.when) if noted else None)
        setattr(row, f"{name}_by", by.person)
        setattr(row, f"{name}_behalf", by.behalf)
        setattr(row, f"{name}_words", noted.words if noted else "")


def _flag(row: Any) -> Flag:  # noqa: ANN401
    return Flag(
        id=row.id,
        child_id=row.child_id,
        child=row.child,
        text=row.text,
        owner_id=row.owner_id,
        raised=Noted(values.instant_of(row.raised), Who(row.raised_by, row.raised_behalf)),
        confirmed=_noted(row, "confirmed"),
        closed=_noted(row, "closed"),
        mistaken=bool(row.mistaken),
        version=row.version,
    )


def _noted(row: Any, name: str) -> Noted | None:  # noqa: ANN401
    when = getattr(row, name)
    if not when:
        return None
    by = Who(getattr(row, f"{name}_by"), getattr(row, f"{name}_behalf"))
    return Noted(values.instant_of(when), by, getattr(row, f"{name}_words"))
