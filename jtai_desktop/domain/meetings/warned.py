"""What a warning is known by, what it rests on, and that somebody accepted it with a reason.

An acceptance holds for the entries as they were: once one of them is changed, the warning is back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who

KEY_DIGITS, MARK_DIGITS = 12, 32


class Warned(Protocol):
    """A warning about one entry or two."""

    @property
    def key(self) -> str:
        """What it is known by."""

    @property
    def mark(self) -> str:
        """What it rests on."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The entries it is about."""

    @property
    def sentence(self) -> str:
        """What is wrong, in few words."""

    @property
    def explained(self) -> str:
        """The same at length."""

    @property
    def start(self) -> datetime:
        """From when."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That somebody accepted a warning: why, who, when."""

    key: str
    mark: str
    reason: str
    when: datetime
    by: Who
    version: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """A warning that was accepted, and does not count."""

    warned: Warned
    acceptance: Acceptance


@dataclass(frozen=True, slots=True)
class Judged:
    """The warnings that count, and those that somebody accepted."""

    open: tuple[Warned, ...] = ()
    accepted: tuple[Settled, ...] = ()

    def of(self, entry_id: str) -> tuple[Warned, ...]:
        """The open ones that an entry has a part in."""
        return tuple(each for each in self.open if entry_id in each.ids)

    def accepted_of(self, entry_id: str) -> tuple[Settled, ...]:
        """The accepted ones that an entry has a part in."""
        return tuple(each for each in self.accepted if entry_id in each.warned.ids)


def judge(found: Iterable[Warned], acceptances: Mapping[str, Acceptance]) -> Judged:
    """Which warnings count; an acceptance of what has changed since does not."""
    left: list[Warned] = []
    accepted: list[Settled] = []
    for each in found:
        acceptance = acceptances.get(each.key) if acceptances else None
        if acceptance is not None and acceptance.mark == each.mark:
            accepted.append(Settled(each, acceptance))
        else:
            left.append(each)
    return Judged(tuple(left), tuple(accepted))


def accept(warned: Warned, reason: str, when: datetime, by: Who) -> Acceptance:
    """The warning as accepted; refused without a reason."""
    return Acceptance(warned.key, warned.mark, texts.line(reason, "Reason", needed=True), when, by)


def key_of(*parts: str) -> str:
    """A short name that is the same each time, and says nothing of its own."""
    return _digest(parts)[:KEY_DIGITS]


def mark_of(*parts: str) -> str:
    """What tells one state from another."""
    return _digest(parts)[:MARK_DIGITS]


def _digest(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
