"""What a milestone is: the rule of the guidance, and what the partnership noted about it."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from jtai_desktop.domain.moments import Hour, Moment


class Actor(StrEnum):
    """Who acts; only the partnership can be late."""

    PARTNERSHIP = "partnership"
    INSPECTORS = "inspectors"


class Anchor(StrEnum):
    """What the day of a milestone hangs on."""

    NOTIFICATION = "notification"
    WEEKDAY = "weekday"
    FIELDWORK = "fieldwork"


@dataclass(frozen=True, slots=True)
class MilestoneRule:
    """One milestone as the guidance has it. `week` counts from 1, `weekday` from Monday = 0."""

    key: str
    title: str
    short: str
    anchor: Anchor
    week: int
    weekday: int
    hour: Hour
    time: time | None
    actor: Actor
    who: str
    agencies: tuple[str, ...]
    paragraph: str
    assumed: str = ""
    optional: bool = False
    on_request: bool = False

    @property
    def ordinary_day(self) -> int:
        """The working day in an ordinary fortnight: W1 Monday is 0, W3 Monday is 10."""
        return (self.week - 1) * 5 + self.weekday


@dataclass(frozen=True, slots=True)
class SetByHand:
    """A time that the coordinator set in place of the one worked out."""

    moment: Moment
    reason: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed with the lead inspector, by whom and when."""

    moment: Moment
    by: str
    when: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """That a milestone was met or came about: when, who noted it, in which words."""

    when: datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneNotes:
    """What is recorded about one milestone of one inspection."""

    key: str
    done: Done | None = None
    set_by_hand: SetByHand | None = None
    agreed: Agreed | None = None
