"""What looks wrong with conversations: news that did not reach everyone who needs it."""

from datetime import datetime

from jtai_desktop.domain.conversations.track import State
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.remarks.remark import TALK, Grade, Remark
from jtai_desktop.domain.wording import clock, counted, day_short, listed, moment_short


def to_tell(day: Day) -> list[Remark]:
    """Children of whom the lead inspector does not know a decision yet, each once."""
    people = {each.person.child: each.person for each in day.conversations.to_tell}
    return [
        Remark(
            Grade.WARNING,
            f"{child}: lead inspector not yet told",
            "children",
            f"{TALK}{person.id}",
            f"Children, {person.mark}",
        )
        for child, person in people.items()
    ]


def to_call_back(day: Day) -> list[Remark]:
    """Papers with somebody on them who no longer agrees; which decision it was is not said."""
    return [
        Remark(
            Grade.WARNING,
            f"Call back: {each.paper.paper}, {_near(each.paper.when)}, {listed(each.children)}",
            "children",
            f"{TALK}{each.people[0].id}",
            f"Children, {each.people[0].mark}",
        )
        for each in day.conversations.to_call_back
    ]


def unconfirmed(day: Day) -> list[Remark]:
    """On the day that they have to be confirmed in writing, and after it."""
    talks = day.conversations
    left = [each for each in talks.agreed if each.state is not State.CONFIRMED]
    due = next((each.due for each in day.schedule.milestones if each.key == talks.milestone), None)
    if due is None or not left or day.date < due.day:
        return []
    what = counted(len(left), "conversation")
    sentence = f"{what} not confirmed in writing, due {moment_short(due)}"
    first = left[0].person
    target, link = f"{TALK}{first.id}", f"Children, {first.mark}"
    return [Remark(Grade.WARNING, sentence, "children", target, link)]


def _near(when: datetime) -> str:
    return f"{day_short(london(when).date())}, {clock(when)}"
