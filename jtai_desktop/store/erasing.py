"""Erasing an inspection for good: its rows and its lines of history; only its closed head stays.

Rows are taken out in one transaction and overwritten (`secure_delete`), then the file is written
anew. This goes past the session on purpose: what is erased must not stand in a line of history.
"""

from sqlalchemy import ColumnElement, Table, delete, func, select, update
from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import digest, room, settling, trouble, values
from jtai_desktop.store.ledger import Ledger
from jtai_desktop.store.models import (
    ActionRow,
    AuditRow,
    Base,
    ChainHeadRow,
    ChildRow,
    DocumentRow,
    EvaluationRow,
    InspectionRow,
    ListVersionRow,
    PersonRow,
    PlanVersionRow,
    PrintRow,
    SelfAnswerRow,
    VaultChainRow,
    ViewRow,
)
from jtai_desktop.store.recording import Deed, line_of
from jtai_desktop.store.vault import Store

# The heads are what shows that something was here and that nothing else is gone.
STAYS = {ChainHeadRow.__tablename__, VaultChainRow.__tablename__}
NOTHING = "[]"
OWN = "inspection_id"
# Parts name the record that they belong to, and that names the inspection.
Whole = type[
    DocumentRow
    | PersonRow
    | ChildRow
    | EvaluationRow
    | PrintRow
    | ListVersionRow
    | AuditRow
    | PlanVersionRow
    | ActionRow
    | SelfAnswerRow
]
PARTS_OF: dict[str, Whole] = {
    "document_id": DocumentRow,
    "person_id": PersonRow,
    "child_id": ChildRow,
    "evaluation_id": EvaluationRow,
    "print_id": PrintRow,
    "list_version_id": ListVersionRow,
    "audit_id": AuditRow,
    "version_id": PlanVersionRow,
    "action_id": ActionRow,
    "answer_id": SelfAnswerRow,
}


def erase(store: Store, inspection_id: str, deed: Deed) -> int:
    """Take every row of an inspection out; gives how many there were.

    The deed is told in the vault's own chain. On a full disk the room that was kept back is used.
    """
    store.refuse_read_only()
    try:
        with trouble.told():
            gone = _erase(store, inspection_id, deed)
    except Refused as refused:
        if str(refused) != trouble.DISK_FULL:
            raise
        room.let_go(store.folder)
        with trouble.told():
            gone = _erase(store, inspection_id, deed)
    _write_anew(store)
    return gone


def tables() -> list[Table]:
    """The tables with rows of an inspection, those that refer to others first."""
    found = [each for each in reversed(Base.metadata.sorted_tables) if each.name not in STAYS]
    return [each for each in found if {OWN, *PARTS_OF} & set(each.columns.keys())]


def _erase(store: Store, inspection_id: str, deed: Deed) -> int:
    keys = store.connection.keys
    with (
        settling.found_out(store.connection) as save,
        Session(store.connection.engine) as session,
    ):
        values.found(session.get(InspectionRow, inspection_id))
        gone = _take_out(session, inspection_id)
        session.execute(
            update(ChainHeadRow)
            .where(ChainHeadRow.inspection_id == inspection_id)
            .values(closed=True, undo_top=0, redo_top=0)
        )
        ledger = Ledger(session.connection(), keys)
        ledger.line(line_of(deed, NOTHING))
        ledger.seal()
        session.expire_all()
        digest.rebuild(session, keys.digest)
        save.is_about_to_count(ledger.seal_before, digest.kept_in(session).mac)
        session.commit()
    return gone


def _take_out(session: Session, inspection_id: str) -> int:
    gone = 0
    for each in tables():
        mine = _of(each, inspection_id)
        gone += session.execute(select(func.count()).select_from(each).where(mine)).scalar_one()
        session.execute(delete(each).where(mine))
    session.execute(delete(ViewRow).where(ViewRow.page == inspection_id))
    session.execute(delete(InspectionRow).where(InspectionRow.id == inspection_id))
    return gone + 1


def _of(each: Table, inspection_id: str) -> ColumnElement[bool]:
    """The rows of an inspection: those that name it, and the parts of those that do."""
    if OWN in each.columns:
        return each.c[OWN] == inspection_id
    column = next(name for name in PARTS_OF if name in each.columns)
    whole = PARTS_OF[column]
    return each.c[column].in_(select(whole.id).where(whole.inspection_id == inspection_id))


def _write_anew(store: Store) -> None:
    """Give the space back. Where that fails, what was erased is overwritten all the same."""
    try:
        with trouble.told():
            store.connection.raw.execute("VACUUM")
    except Refused:
        settling.mark(store.connection.engine)
