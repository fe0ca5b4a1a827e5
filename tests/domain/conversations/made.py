"""People and lines for tests: short to write, with lines that each come a minute later."""

from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain.conversations.lines import Line, Recorded, Step, View
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.taking import take
from jtai_desktop.domain.conversations.track import standing
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.printing import PrintEntry, Way

START = datetime(2026, 11, 9, 9, 0, tzinfo=LONDON)
TALK = datetime(2026, 11, 17, 14, 0, tzinfo=LONDON)
BY = Who("Inspection coordinator")


def person(role: Role = Role.CARER, child: str = "Child F", **given: object) -> Person:
    made = Person(f"{child} {role}", child, child, role)
    return replace(made, **given)  # type: ignore[arg-type]


def line(at: Person, step: Step, **given: object) -> Line:
    """A line that lacks nothing; what is given stands instead."""
    when = START + timedelta(minutes=len(at.lines))
    made = Line("", step, when, BY, who="Social worker", how=Recorded.WRITTEN, reason="Because")
    if step is Step.PLAN:
        made = replace(made, start=TALK, end=TALK + timedelta(minutes=45), place="School")
    open_ones = standing(at).open_duties
    if step is Step.TELL and open_ones:
        made = replace(made, about=open_ones[0].decision.id)
    return replace(made, **given)  # type: ignore[arg-type]


def stepped(at: Person, *steps: Step, **given: object) -> Person:
    for step in steps:
        at = take(at, line(at, step, **given))
    return at


def agreed(at: Person | None = None) -> Person:
    """Explained and agreed, by every view."""
    found = stepped(at or person(), Step.EXPLAIN)
    for view in found.views:
        found = stepped(found, Step.AGREE, view=view)
    return found


def confirmed(at: Person | None = None) -> Person:
    return stepped(agreed(at), Step.PLAN, Step.CONFIRM)


def paper(number: str = "1") -> PrintEntry:
    """A paper of the log with conversations on it."""
    back = TALK.date() + timedelta(days=30)
    name = "Conversations and consent"
    return PrintEntry(number, START, BY.person, name, "everyone", START, 2, Way.PRINTED, back, "-")


BOTH = (View.OWN, View.PARENTAL)
