"""Migrations: the tables equal the models; up, down, and an older vault with data."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from jtai_desktop import places
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    backup_checking,
    backups,
    checking,
    connecting,
    digest,
    documents,
    evaluations,
    migrating,
    opening,
    restoring,
    room,
)
from jtai_desktop.store.models import Base
from tests.store import scene

LATER = f"{int(migrating.HEAD) + 1:04d}"
# What a later revision may do to a table that others refer to: rebuild it.
NEXT = f'''
"""A later revision."""
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{LATER}", "{migrating.HEAD}"
branch_labels = depends_on = None

def upgrade():
    with op.batch_alter_table("inspections", recreate="always") as batch:
        batch.add_column(sa.Column("region", sa.Text(), nullable=False, server_default="North"))
    {{then}}

def downgrade():
    pass
'''


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An engine over a database in memory, foreign keys off as for every migration."""
    raw = dbapi2.connect(":memory:", isolation_level=None)
    yield opening.engine_on(raw)
    raw.close()


def later(tmp_path: Path, then: str) -> Path:
    """The folder of migrations with one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(places.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{LATER}_later.py").write_text(NEXT.format(then=then))
    return folder


def shape(connection: Connection) -> dict[str, Any]:
    """All that the database knows of its tables."""
    look = inspect(connection)
    names = [name for name in look.get_table_names() if name != "alembic_version"]
    return {
        name: {
            "columns": sorted(
                (c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(name)
            ),
            "primary": look.get_pk_constraint(name),
            "foreign": sorted(map(repr, look.get_foreign_keys(name))),
            "unique": sorted(map(repr, look.get_unique_constraints(name))),
            "checks": sorted(map(repr, look.get_check_constraints(name))),
            "indexes": sorted(map(repr, look.get_indexes(name))),
        }
        for name in names
    }


def test_migrated_tables_equal_the_models(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with engine.begin() as connection:
        migrating.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        migrated = shape(connection)
        migrating.downgrade(connection, "base")
        Base.metadata.create_all(connection)
        assert shape(connection) == migrated
    assert migrated["print_log"]["checks"]
    assert "DEFERRED" in migrated["contacts"]["foreign"][0]


def test_up_down_and_up_again(engine: Engine) -> None:
    with engine.begin() as connection:
        assert migrating.revision(connection) is None
        migrating.upgrade(connection)
        assert migrating.revision(connection) == migrating.HEAD
        migrating.downgrade(connection, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        migrating.upgrade(connection)
        assert len(inspect(connection).get_table_names()) == len(Base.metadata.tables) + 1


def test_the_known_revisions_are_those_of_the_folder() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(places.migrations()))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(one.revision for one in scripts.walk_revisions())[::-1] == migrating.REVISIONS


def test_every_table_has_a_kind_or_belongs_to_the_record() -> None:
    from jtai_desktop.store.kinds import KIND_OF, RECORD

    assert set(Base.metadata.tables) == set(KIND_OF) | RECORD


def test_no_default_of_the_database_s_own_fills_a_column() -> None:
    # What the program did not write, history and digest could not tell.
    columns = [column for table in Base.metadata.tables.values() for column in table.columns]
    assert [str(column) for column in columns if column.server_default is not None] == []


@pytest.mark.parametrize(
    ("found", "older"), [(migrating.REVISIONS[-2], True), (migrating.HEAD, False)]
)
def test_older_is_migrated_and_newer_refused(found: str, *, older: bool) -> None:
    assert migrating.is_older(found, migrating.REVISIONS) is older
    with pytest.raises(Refused, match="newer version"):
        migrating.is_older(LATER)
    with pytest.raises(Refused, match="newer version"):
        migrating.is_older(None)


def test_an_older_vault_keeps_its_rows_and_is_sealed_again(folder: Path, tmp_path: Path) -> None:
    store = scene.reopen(folder)
    before = scene.dump(store)
    store.close()
    connecting.bring_up_to_date(folder, scene.DATA_KEY, scripts=later(tmp_path, "pass"))
    found = connecting._open(folder, scene.DATA_KEY)
    with Session(found.engine) as session:
        assert migrating.revision(session.connection()) == LATER
        assert checking.verify(session, found.keys) == ()
    after = scene.dump_of(found.raw)
    found.close()
    assert after["inspections"][0][-1] == "North"
    same = set(before) - {"inspections", "alembic_version", "state_digest"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_each_child_of_an_older_vault_gets_its_joint_evaluation(folder: Path) -> None:
    store = scene.reopen(folder)
    child = Child("k1", "NM-01", "Child A")
    scene.act(store, lambda doing: documents.add_child(doing.session, scene.HERE, child))
    store.close()
    found = connecting._open(folder, scene.DATA_KEY, foreign_keys=False)
    with Session(found.engine) as session:
        migrating.downgrade(session.connection(), "0002")
        digest.rebuild(session, found.keys.digest)
        session.commit()
    found.close()
    store = scene.reopen(folder)
    assert store.verify() == ()
    with store.reading() as session:
        (joint,) = evaluations.load(session, scene.HERE)
    store.close()
    assert (joint.child_id, joint.is_joint, joint.moves) == ("k1", True, ())


def test_a_vault_of_the_first_revision_is_brought_up_to_date(folder: Path) -> None:
    found = connecting._open(folder, scene.DATA_KEY, foreign_keys=False)
    with Session(found.engine) as session:
        migrating.downgrade(session.connection(), "0001")
        digest.rebuild(session, found.keys.digest)
        session.commit()
    before = scene.dump_of(found.raw)
    found.close()
    assert "documents" not in before
    store = scene.reopen(folder)
    after = scene.dump(store)
    assert store.verify() == ()
    store.close()
    assert after["documents"] == []
    same = set(before) - {"alembic_version", "state_digest"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


@pytest.mark.parametrize(
    "then", ["raise RuntimeError", "op.execute(\"DELETE FROM inspections WHERE id = 'insp'\")"]
)
def test_a_migration_that_fails_leaves_the_old_vault(
    folder: Path, tmp_path: Path, then: str
) -> None:
    store = scene.reopen(folder)
    before = scene.dump(store)
    store.close()
    with pytest.raises((RuntimeError, Refused)):
        connecting.bring_up_to_date(folder, scene.DATA_KEY, scripts=later(tmp_path, then))
    store = scene.reopen(folder)
    assert scene.dump(store) == before
    store.close()


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows one revision more than the vault has."""
    scripts = later(tmp_path, "pass")
    monkeypatch.setattr(places, "migrations", lambda: scripts)
    monkeypatch.setattr(migrating.is_older, "__defaults__", ((*migrating.REVISIONS, LATER),))


@pytest.mark.usefixtures("newer_program")
def test_an_older_vault_is_backed_up_before_it_is_migrated(folder: Path) -> None:
    store = scene.reopen(folder)
    (kept,) = backups.listed(folder)
    assert (kept.reason, kept.verified) == (Reason.MIGRATION, True)
    before = backup_checking.opened(backups.path_of(folder, kept.name) / "vault.db", store._keys)
    assert backup_checking.facts(before).revision == migrating.HEAD
    assert backup_checking.facts(store.connection).revision == LATER
    before.close()
    restoring.restore(store, backups.path_of(folder, kept.name), scene.NOW)
    assert backup_checking.facts(store.connection).revision == LATER
    store.close()


@pytest.mark.usefixtures("newer_program")
def test_without_a_backup_nothing_is_migrated(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_free", lambda _folder: 100)
    with pytest.raises(Refused, match="not enough room"):
        scene.reopen(folder)
    found = connecting._open(folder, scene.DATA_KEY)
    assert backup_checking.facts(found).revision == migrating.HEAD
    found.close()


@pytest.mark.usefixtures("newer_program")
def test_an_altered_older_vault_is_not_migrated(folder: Path) -> None:
    found = connecting._open(folder, scene.DATA_KEY)
    found.raw.execute("UPDATE contacts SET role = 'altered'")
    found.close()
    with pytest.raises(Refused, match="altered outside"):
        scene.reopen(folder)
    assert not backups.listed(folder)
