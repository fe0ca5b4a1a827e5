"""The lists of an inspection: which are there, how far each has come, what the inspectors hold.

Today, the checklist, papers and the command line ask here, so they can’t disagree.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from jtai_desktop.domain.lists.versions import ListVersion, Step
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, Moment, apart


class State(StrEnum):
    """How far a list has come; that of its newest version."""

    NONE = "not-there"
    TO_CHECK = "to-check"
    CHECKED = "checked"
    SIGNED = "signed"
    SENT = "sent"


_STATES = {
    None: State.TO_CHECK,
    Step.CHECKED: State.CHECKED,
    Step.SIGNED: State.SIGNED,
    Step.SENT: State.SENT,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list that is asked for: its number, its title, the milestone, and when it is due."""

    number: int
    title: str
    milestone: str
    due: Moment | None = None

    @property
    def name(self) -> str:
        """List 6, Children in Need."""
        return f"List {self.number}, {self.title}"


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list that is asked for, with its versions, the oldest first."""

    wanted: Wanted
    versions: tuple[ListVersion, ...] = ()
    late_by: timedelta = timedelta()

    @property
    def newest(self) -> ListVersion | None:
        """The version taken in last."""
        return self.versions[-1] if self.versions else None

    @property
    def held(self) -> ListVersion | None:
        """The version that the inspectors hold."""
        return next((each for each in reversed(self.versions) if each.is_sent), None)

    @property
    def state(self) -> State:
        """How far its newest version has come."""
        return _STATES[self.newest.reached] if self.newest else State.NONE

    @property
    def is_behind(self) -> bool:
        """Whether the inspectors hold an older version than we do."""
        return bool(self.held and self.newest and self.held.number < self.newest.number)

    @property
    def behind(self) -> str:
        """Inspectors hold 1, we hold 2; nothing where they hold what we do."""
        if not (self.held and self.newest and self.is_behind):
            return ""
        return f"inspectors hold {self.held.number}, we hold {self.newest.number}"


@dataclass(frozen=True, slots=True)
class KeptLists:
    """Every list that the inspection asks for, in the order of their numbers."""

    lists: tuple[KeptList, ...] = ()

    def __iter__(self) -> Iterator[KeptList]:
        """Each in turn."""
        return iter(self.lists)

    def of(self, number: int) -> KeptList | None:
        """The list of this number."""
        return next((each for each in self.lists if each.wanted.number == number), None)

    @property
    def sent_of(self) -> str:
        """1 of 3 sent."""
        return f"{self.sent} of {len(self.lists)} sent"

    def towards(self, milestone: str) -> "KeptLists":
        """Those that a milestone is about, once any list is kept here; else none."""
        mine = (each for each in self.lists if each.wanted.milestone == milestone)
        return KeptLists(tuple(mine) if self.is_begun else ())

    @property
    def late(self) -> tuple[KeptList, ...]:
        """Those past their time of which nothing was sent."""
        return tuple(each for each in self.lists if each.late_by)

    @property
    def behind(self) -> tuple[KeptList, ...]:
        """Those of which the inspectors hold an older version."""
        return tuple(each for each in self.lists if each.is_behind)

    @property
    def sent(self) -> int:
        """How many the inspectors hold in some version."""
        return sum(1 for each in self.lists if each.held)

    @property
    def is_begun(self) -> bool:
        """Whether any list was taken in."""
        return any(each.versions for each in self.lists)


def kept_lists(
    wanted: Iterable[Wanted],
    versions: Iterable[ListVersion],
    now: datetime,
    close: time = CLOSE_OF_BUSINESS,
) -> KeptLists:
    """The lists as they stand now."""
    by_number: dict[int, list[ListVersion]] = {}
    for each in sorted(versions, key=lambda one: one.number):
        by_number.setdefault(each.list_number, []).append(each)
    asked = tuple(wanted)
    begun = {each.milestone for each in asked if each.number in by_number}
    return KeptLists(
        tuple(
            _list(each, tuple(by_number.get(each.number, ())), now, close, begun) for each in asked
        )
    )


def _list(
    wanted: Wanted,
    versions: tuple[ListVersion, ...],
    now: datetime,
    close: time,
    begun: Collection[str],
) -> KeptList:
    found = KeptList(wanted, versions)
    # A vault that keeps no list of a milestone is not blamed: they may go another way.
    if found.held or wanted.milestone not in begun or wanted.due is None:
        return found
    deadline = wanted.due.deadline(close)
    return KeptList(wanted, versions, apart(deadline, now) if deadline < now else timedelta())
