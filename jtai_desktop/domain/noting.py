"""What may be recorded about a milestone, and what may not."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from jtai_desktop.domain import texts
from jtai_desktop.domain.milestones import Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import Moment, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.schedule import FURTHEST
from jtai_desktop.domain.wording import day_full, stamp


class HasNotes(Protocol):
    """As much of a milestone as these rules look at."""

    @property
    def notes(self) -> MilestoneNotes:
        """What is noted about it so far."""


def done(milestone: HasNotes, when: datetime, by: str, note: str, now: datetime) -> MilestoneNotes:
    """It was met, or came about."""
    _refuse_to_come(when, now)
    if now - when > FURTHEST:
        sentence = f"{stamp(london(when))} is more than a year ago. Check the year."
        raise Refused(sentence, place="When")
    return replace(milestone.notes, done=Done(london(when), by, texts.line(note, "Note")))


def not_done(milestone: HasNotes) -> MilestoneNotes:
    """It is open again."""
    return replace(milestone.notes, done=None)


def set_by_hand(
    milestone: HasNotes, moment: Moment, reason: str, notified: datetime
) -> MilestoneNotes:
    """The coordinator sets another time; the one worked out stays beside it."""
    _refuse_outside(moment.day, notified)
    why = texts.line(reason, "Reason", needed=True)
    return replace(milestone.notes, set_by_hand=SetByHand(moment, why))


def brought_back(milestone: HasNotes) -> MilestoneNotes:
    """The time worked out counts again."""
    return replace(milestone.notes, set_by_hand=None)


def agreed(
    milestone: HasNotes, agreement: Agreed, notified: datetime, now: datetime
) -> MilestoneNotes:
    """What was agreed with the lead inspector; it takes the place of a time set by hand."""
    _refuse_outside(agreement.moment.day, notified)
    _refuse_to_come(agreement.when, now)
    kept = replace(
        agreement,
        by=texts.line(agreement.by, "Agreed by", needed=True),
        note=texts.line(agreement.note, "Note"),
    )
    return replace(milestone.notes, agreed=kept, set_by_hand=None)


def not_agreed(milestone: HasNotes) -> MilestoneNotes:
    """The agreement was recorded by mistake."""
    return replace(milestone.notes, agreed=None)


def _refuse_to_come(when: datetime, now: datetime) -> None:
    if when > now + timedelta(minutes=1):
        sentence = f"{stamp(london(when))} is still to come. Give the time at which it was done."
        raise Refused(sentence, place="When")


def _refuse_outside(day: date, notified: datetime) -> None:
    first = london(notified).date()
    if day < first:
        sentence = (
            f"{day_full(day)} is before the notification on {day_full(first)}. Give a later day."
        )
        raise Refused(sentence, place="Day")
    if day - first > FURTHEST:
        sentence = f"{day_full(day)} is more than a year after the notification. Check the year."
        raise Refused(sentence, place="Day")
