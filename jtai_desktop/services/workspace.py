"""The session: one open vault, who works in it, and the clock.

A workspace belongs to the thread that opened it; everything that leaves it is a frozen record.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.store.recording import Deed
from jtai_desktop.store.vault import Store

Clock = Callable[[], datetime]
# What is read within one reading, for functions that read a part of it.
Reading = Session


def london_clock() -> datetime:
    """The time in London, as the computer has it."""
    return datetime.now(LONDON)


def standing_clock(stands_at: datetime) -> Clock:
    """A clock that stands still, for the example."""
    return lambda: stands_at


def random_id() -> str:
    """An identity for a new record."""
    return uuid.uuid4().hex


@dataclass(slots=True)
class Workspace:
    """One open vault with a person at work in it."""

    store: Store
    person: str
    clock: Clock = london_clock
    on_behalf_of: str = ""
    new_id: Callable[[], str] = random_id
    packs: dict[tuple[str, str], Pack] = field(default_factory=dict)
    after_closing: Callable[[], None] | None = None
    before_closing: "Callable[[Workspace], None] | None" = None
    # What was told on opening, which backup is shown in the vault's place, why the last one failed.
    notes: tuple[Problem, ...] = ()
    shown: Backup | None = None
    backup_failure: str = ""
    # What was read last of each inspection, and of which edition of the vault it was.
    views: dict[str, tuple[tuple[int, int], object]] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """The time that counts in this vault."""
        return self.clock()

    @property
    def signature(self) -> str:
        """Who acts, and for whom, as it stands beside what was done."""
        return f"{self.person} for {self.on_behalf_of}" if self.on_behalf_of else self.person

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self.store.folder

    @property
    def is_read_only(self) -> bool:
        """Whether every action is refused, because a check failed or a backup is shown."""
        return self.store.is_read_only

    @contextmanager
    def action(
        self, action: str, summary: str, inspection_id: str = "", *, undoable: bool = True
    ) -> Iterator["Work"]:
        """One action: one transaction, one line of history; `changes` is known afterwards."""
        deed = Deed(
            action=action,
            summary=summary,
            inspection_id=inspection_id,
            at=self.now,
            actor=self.person,
            on_behalf_of=self.on_behalf_of,
            undoable=undoable,
        )
        with self.store.action(deed) as recorded:
            work = Work(recorded.session)
            yield work
        work.changes = recorded.changes

    def reading(self) -> AbstractContextManager[Session]:
        """A session to read with."""
        return self.store.reading()

    def noting(self) -> AbstractContextManager[Session]:
        """A session for what history does not tell of: how a page was left."""
        return self.store.noting()

    def close(self) -> None:
        """Close the vault and let go of its keys."""
        closing, self.before_closing = self.before_closing, None
        try:
            if closing:
                closing(self)
        finally:
            try:
                self.store.close()
            finally:
                if self.after_closing:
                    self.after_closing()


@dataclass(slots=True)
class Work:
    """What an action works with, and what it changed once it is kept."""

    session: Session
    changes: Changes = field(default_factory=Changes)
