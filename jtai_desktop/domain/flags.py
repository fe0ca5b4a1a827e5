"""“Act now”: a child may be at risk, somebody acts at once; it stays in sight until it is closed.

A flag is never removed and never undone. A mistaken one is closed as such, with a word why.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused


class FlagState(StrEnum):
    """Where a flag stands."""

    RAISED = "raised"
    CONFIRMED = "confirmed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Noted:
    """That something was done: when, by whom, in which words."""

    when: datetime
    by: Who
    words: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """One flag about a child, by label only. `owner_id` is the contact who acts."""

    id: str
    child_id: str
    child: str
    text: str
    owner_id: str
    raised: Noted
    confirmed: Noted | None = None
    closed: Noted | None = None
    mistaken: bool = False
    version: int = field(default=1, compare=False)

    @property
    def state(self) -> FlagState:
        """Raised, confirmed that somebody acted, or closed."""
        if self.closed:
            return FlagState.CLOSED
        return FlagState.CONFIRMED if self.confirmed else FlagState.RAISED

    @property
    def mark(self) -> str:
        """What stands for the child in a code: the F of Child F."""
        return self.child.rpartition(" ")[2]


def raised(flag: Flag) -> Flag:
    """The flag as it is kept; refused where it does not say what is to be done, or by whom."""
    if not flag.owner_id:
        raise Refused("Name who acts on it.", place="Owner")
    return replace(flag, text=texts.line(flag.text, "What is to be done", needed=True))


def confirmed(flag: Flag, noted: Noted) -> Flag:
    """That the owner has acted, and how."""
    if flag.state is not FlagState.RAISED:
        raise Refused(f"{flag.child}: this flag is {flag.state} already.", place=flag.child)
    words = texts.line(noted.words, "What was done", needed=True)
    return replace(flag, confirmed=replace(noted, words=words))


def closed(flag: Flag, noted: Noted, *, mistaken: bool = False) -> Flag:
    """The flag closed: only once somebody has acted, or as a mistake, with a word why."""
    if flag.closed:
        raise Refused(f"{flag.child}: this flag is closed already.", place=flag.child)
    if not flag.confirmed and not mistaken:
        sentence = "Record first who acted and how, or close it as raised by mistake."
        raise Refused(f"{flag.child}: {sentence}", place=flag.child)
    words = texts.line(noted.words, "How it ended", needed=True)
    return replace(flag, closed=replace(noted, words=words), mistaken=mistaken)


def given_to(flag: Flag, owner_id: str) -> Flag:
    """The flag in other hands."""
    if flag.closed:
        raise Refused(f"{flag.child}: this flag is closed already.", place=flag.child)
    return raised(replace(flag, owner_id=owner_id))


def in_turn(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Those that are open, and after them those that were closed, the last one first."""
    every = tuple(flags)
    ended = [(each.closed.when, each) for each in every if each.closed]
    ended.sort(key=lambda pair: pair[0], reverse=True)
    return (*open_ones(every), *(each for _, each in ended))


def open_ones(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Those that are not closed: first those on which nobody has acted, the oldest first."""
    found = (each for each in flags if not each.closed)
    return tuple(sorted(found, key=lambda each: (bool(each.confirmed), each.raised.when)))
