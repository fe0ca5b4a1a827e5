"""What can’t have been before what it follows: a confirmation, a withdrawal, a word about either.

Entries come late, so each has the time of the thing itself. A plan has none but that of its entry:
a first plan may be written down after the letter that confirms it. Where another time was planned
before, an earlier letter can only have confirmed that one.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from jtai_desktop.domain.conversations.lines import Line, Step
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.track import Standing, standing
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import stamp

# A time is typed to the minute, and kept to the second where it was not typed.
ALLOWANCE = timedelta(minutes=1)


def refuse_too_early(person: Person, line: Line) -> None:
    """Refuse a step that is dated before what it follows."""
    for earliest, what in _after(person, line, standing(person)):
        if line.moment + ALLOWANCE < earliest:
            sentence = f"{stamp(line.moment)} is before {what}, {stamp(earliest)}."
            raise Refused(f"{sentence} Check both times.", place="When")


def _after(person: Person, line: Line, found: Standing) -> Iterator[tuple[datetime, str]]:
    """What comes before a step, and how that is said."""
    if line.step is Step.CONFIRM:
        yield from ((each.moment, "it was agreed") for each in found.decisions.values())
        plans = [each for each in person.lines if each.step is Step.PLAN]
        if len(plans) > 1:
            yield plans[-1].when, "it was planned for this time"
    if line.step is Step.WITHDRAW and line.view in found.decisions:
        yield found.decisions[line.view].moment, "it was agreed"
    if line.step is Step.TELL:
        told = (each.decision for each in found.open_duties if each.decision.id == line.about)
        yield from ((each.moment, "it was decided") for each in told)
