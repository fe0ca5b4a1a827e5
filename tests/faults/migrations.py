"""A migration interrupted at each statement; and the making of a vault, which is one too.

From each revision to the next. What comes after the last is made up here: it rebuilds a table
that others refer to, fills a column and makes a table, each of which a later revision may do.
"""

import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from jtai_desktop import places
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import connecting, digest, migrating, opening
from tests.faults import memory, power, sample, steps
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.sample import Found, Reference
from tests.faults.task import Task

UPGRADE = "migration from {} with data, interrupted at each statement"
MAKING = "making of a vault interrupted at each statement"
READING = ("SELECT", "PRAGMA", "EXPLAIN")
KILLED = "killed"
WAYS = ("failed", KILLED)
NEXT = '''
"""A made-up later revision."""
from alembic import op
import sqlalchemy as sa
revision, down_revision = "9999", "{}"
branch_labels = depends_on = None

def upgrade():
    with op.batch_alter_table("inspections", recreate="always") as batch:
        batch.add_column(sa.Column("region", sa.Text(), nullable=False, server_default="North"))
    op.execute("UPDATE inspections SET region = area")
    op.create_table("regions", sa.Column("name", sa.Text(), primary_key=True))
    op.execute("INSERT INTO regions SELECT DISTINCT region FROM inspections")
    op.add_column("contacts", sa.Column("pager", sa.Text(), nullable=True))
    op.create_index("ix_regions_name", "regions", ["name"])

def downgrade():
    pass
'''


class Interrupted(Exception):  # noqa: N818 - it is no error, but what is tried
    """What the harness raises in the middle of a statement."""


def run(task: Task) -> Iterator[Outcome]:
    """From each released revision to the next, and from nothing to the first."""
    with memory.folder(task.scratch) as place:
        template = place / "template" / "vault"
        sample.make(template)
        filled = sample.snapshots(template, place, len(steps.ROUND))[len(steps.ROUND)]
        for released in migrating.REVISIONS:
            yield _upgraded(task, place, _at(place, filled, released), released)
        yield _made(task, place)


def _upgraded(task: Task, place: Path, filled: Path, released: str) -> Outcome:
    scripts = _later(place, released) if released == migrating.HEAD else None
    folder = place / "migrated" / "vault"

    def upgrade() -> None:
        connecting.bring_up_to_date(folder, sample.DATA_KEY, scripts=scripts)

    def prepare() -> None:
        sample.copy(filled, folder)

    prepare()
    old = _print(folder)
    total = _statements(upgrade)
    known = Reference((old, _print(folder)))
    came, violations = Counter[str](), []
    for at, way in _cases(total):
        prepare()
        _interrupted(upgrade, at, way)
        state = power.keyed(folder, known)
        came["the new vault" if state.at else "the old vault"] += 1
        if state.wrong:
            violations.append(f"statement {at} of {total} {way}: {state.wrong}")
    with mock.patch.object(opening, "engine_on", _without_transactions(opening.engine_on)):
        noticed = sum(_is_between(upgrade, prepare, at, folder, known) for at in range(1, total))
    return Outcome(
        UPGRADE.format(released),
        sum(came.values()),
        tuple(violations),
        dict(came),
        "without BEGIN",
        total - 1,
        noticed,
        task.seconds,
    )


def _at(place: Path, filled: Path, revision: str) -> Path:
    """The filled vault as this revision has it."""
    if revision == migrating.HEAD:
        return filled
    older = sample.copy(filled, place / f"at-{revision}" / "vault")
    found = connecting._open(older, sample.DATA_KEY, foreign_keys=False)
    with Session(found.engine) as session:
        migrating.downgrade(session.connection(), revision)
        digest.rebuild(session, found.keys.digest)
        session.commit()
    found.close()
    return older


def _made(task: Task, place: Path) -> Outcome:
    folder = place / "born" / "vault"

    def make() -> None:
        sample.born(folder).close()

    def prepare() -> None:
        shutil.rmtree(folder.parent, ignore_errors=True)

    prepare()
    total = _statements(make)
    known = Reference((_print(folder),))
    came, violations = Counter[str](), []
    for at, way in _cases(total):
        if way != KILLED and not task.long:
            continue
        prepare()
        _interrupted(make, at, way)
        what, wrong = _made_in_the_end(folder, known, make)
        came[what] += 1
        if wrong:
            violations.append(f"statement {at} of {total} {way}: {wrong}")
    return Outcome(
        MAKING,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "an emptied database is told from a whole one",
        1,
        int(_emptied_is_told(folder)),
        task.seconds,
    )


def _made_in_the_end(folder: Path, known: Reference, make: Callable[[], None]) -> tuple[str, str]:
    """What is left is a whole vault, or nothing that is in the way of making it again."""
    what = "whole"
    try:
        sample.opened(folder).close()
    except Refused:
        what = "made again"
        make()
    return what, power.keyed(folder, known).wrong


def _emptied_is_told(folder: Path) -> bool:
    (folder / "vault.db").write_bytes(b"")
    try:
        sample.opened(folder).close()
    except Refused:
        return True
    return False


def _later(scratch: Path, released: str) -> Path:
    folder = scratch / "migrations"
    shutil.copytree(places.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_later.py").write_text(NEXT.format(released), encoding="utf-8")
    return folder


def _print(folder: Path) -> str:
    found = power.fingerprint_keyed(folder)
    assert found
    return found


def _cases(total: int) -> Iterator[tuple[int, str]]:
    """Before each statement, and once after the last."""
    return ((at, way) for at in range(1, total + 2) for way in WAYS)


def _statements(work: Callable[[], None]) -> int:
    """How many statements change something, commits among them."""

    def counting(say: Say) -> None:
        with _hooked(lambda n: say(str(n))):
            work()

    return int(refuse_broken(fork(counting).heard())[-1])


def _interrupted(work: Callable[[], None], at: int, way: str) -> None:
    """Do it in a child that is ended, or fails, just before that statement."""

    def strike(n: int) -> None:
        if n == at and way == KILLED:
            os.kill(os.getpid(), signal.SIGKILL)
        if n == at:
            raise Interrupted

    def striking(say: Say) -> None:
        with _hooked(strike):
            try:
                work()
            except Interrupted:
                say("interrupted")

    refuse_broken(fork(striking).heard())


@contextmanager
def _hooked(strike: Callable[[int], None]) -> Iterator[None]:
    """Call `strike` with the number of each statement that changes something, before it is done."""
    numbers = iter(range(1, 1_000_000))

    def executing(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401
        if not statement.lstrip().upper().startswith(READING):
            strike(next(numbers))

    def committing(_connection: Any) -> None:  # noqa: ANN401
        strike(next(numbers))

    event.listen(Engine, "before_cursor_execute", executing)
    event.listen(Engine, "commit", committing)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", executing)
        event.remove(Engine, "commit", committing)


def _without_transactions(engine_on: Callable[..., Engine]) -> Callable[..., Engine]:
    """Engines whose statements each stand alone, as they would without our BEGIN."""

    def unguarded(*given: Any, **named: Any) -> Engine:  # noqa: ANN401
        engine = engine_on(*given, **named)
        event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("COMMIT"))
        return engine

    return unguarded


def _is_between(
    upgrade: Callable[[], None],
    prepare: Callable[[], None],
    at: int,
    folder: Path,
    known: Reference,
) -> bool:
    prepare()
    _interrupted(upgrade, at, KILLED)
    state: Found = power.keyed(folder, known)
    return bool(state.wrong)
