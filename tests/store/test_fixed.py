"""Fixed statements: the same answers as through SQLAlchemy, in the transaction that is open."""

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from jtai_desktop.store.canonical import Value
from jtai_desktop.store.fixed import Fixed
from jtai_desktop.store.models import ChainHeadRow, UndoRow, table_of
from jtai_desktop.store.vault import Store
from tests.store.scene import HERE

HEADS, UNDO = table_of(ChainHeadRow), table_of(UndoRow)
OF_ONE = select(HEADS).where(HEADS.c.inspection_id == bindparam("mine"))
STEP: dict[str, Value] = {"inspection_id": HERE, "side": "undo", "position": 900, "number": 1}


def test_it_answers_as_sqlalchemy_does(store: Store) -> None:
    with Session(store.connection.engine) as session:
        connection = session.connection()
        (found,) = Fixed(connection).rows(OF_ONE, {"mine": HERE})
        (same,) = connection.execute(OF_ONE, {"mine": HERE}).mappings().all()
        assert found == dict(same)
        assert Fixed(connection).rows(OF_ONE, {"mine": "no such chain"}) == []


def test_what_it_writes_goes_with_the_transaction(store: Store) -> None:
    steps = select(UNDO).where(UNDO.c.position == bindparam("at"))
    with Session(store.connection.engine) as session:
        fixed = Fixed(session.connection())
        fixed.run(insert(UNDO), STEP)
        assert fixed.rows(steps, {"at": 900}) == [STEP]
        session.rollback()
        assert Fixed(session.connection()).rows(steps, {"at": 900}) == []


def test_a_value_that_is_missing_is_a_bug(store: Store) -> None:
    with Session(store.connection.engine) as session:
        fixed = Fixed(session.connection())
        with pytest.raises(KeyError):
            fixed.rows(OF_ONE, {})
