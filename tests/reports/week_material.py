"""Meetings, conversations, evaluations and lists whose every text can be chosen."""

from dataclasses import replace
from datetime import timedelta

from jtai_desktop.domain.conversations.lines import Line
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.register import Conversations, conversations
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.evaluation import (
    JOINT,
    Evaluation,
    Key,
    Move,
    Part,
    Stage,
)
from jtai_desktop.domain.evaluations.register import Evaluations, Times, evaluations
from jtai_desktop.domain.lists.kept import KeptLists, Wanted, kept_lists
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import ORDER, KeptProblem, ListVersion
from jtai_desktop.domain.lists.versions import Line as ListLine
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.sending import Sending
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.moments import LONDON, end_of_day
from tests.domain.conversations.made import agreed, confirmed, person
from tests.domain.documents import made
from tests.domain.evaluations.made import FRAME
from tests.domain.meetings.made import SENT, START, meeting


def week_saying(text: str) -> Week:
    """One meeting changed since it was sent, one new, one cancelled, one our own; two clash."""
    who = Who(text, text)
    sent = _meeting("m1", text)
    gone = _meeting("m2", text)
    moved = replace(sent, start=START + timedelta(hours=1), end=START + timedelta(hours=2))
    here = (
        replace(moved, place="", note=f"{text} {text}", agencies=()),
        replace(gone, cancelled=text),
        _meeting("m3", text, observe=True, explained="", start=START + timedelta(hours=1)),
        _meeting("m4", text, kind="briefing", child="", start=START - timedelta(minutes=10)),
    )
    return Week(
        meetings=here,
        sendings=(Sending(1, SENT, who, text, (sent, gone)),),
        conversations=conversations_saying(text),
        kinds={"care-review": text},
        fieldwork=START.date() - timedelta(days=1),
    )


def conversations_saying(text: str) -> Conversations:
    """Two confirmed, one agreed without a time."""
    people = (
        confirmed(_person("p1", text, Role.CHILD)),
        confirmed(_person("p2", text, Role.CARER)),
        agreed(_person("p3", text, Role.MOTHER)),
    )
    return conversations((_said(each, text) for each in people), "conversations")


def evaluations_saying(text: str) -> Evaluations:
    """The joint one and one of the police, both late, with the text wherever one can be."""
    found = (_written("e1", text), _written("e2", text, "police"), Evaluation("e3", "c", text, "a"))
    now = made.NOW.astimezone(LONDON)
    times = Times(now, end_of_day(now.date() - timedelta(days=2)))
    return evaluations(found, FRAME, times, "joint-evaluations")


def lists_saying(text: str) -> KeptLists:
    """One signed with errors in it, the inspectors holding an older version; one not there yet."""
    who = Who(text, text)
    problem = KeptProblem("rule", Gravity.ERROR, "A", text, text, 3)
    lines = [
        ListLine(number, step, SENT, who, text, text, text)
        for number, step in enumerate(ORDER, start=1)
    ]
    sent = ListVersion(
        "l1", 6, 1, SENT, who, text, "a1" * 32, text, 1, 9, 6, 3, 0, (problem,), tuple(lines)
    )
    newer = replace(sent, id="l2", number=2, lines=tuple(lines[:2]))
    wanted = (Wanted(6, text, "lists-6-7-8", end_of_day(SENT.date())), Wanted(7, text, ""))
    return kept_lists(wanted, (sent, newer), made.NOW)


def _written(name: str, text: str, agency: str = JOINT) -> Evaluation:
    """Taken back to a draft; what agencies see differently is settled in one question alone."""
    bare = Evaluation(name, "c", text, agency)
    texts = dict.fromkeys(FRAME.keys(bare), text) if text else {}
    texts.pop(Key(2, Part.SETTLED), "")
    move = Move(1, Stage.DRAFTING, SENT, Who(text, text), text)
    return replace(bare, texts=texts, moves=(move,))


def _meeting(name: str, text: str, **given: object) -> Meeting:
    whole = meeting(
        name,
        child=text,
        title=text,
        place=text,
        chair=text,
        agencies=("police", text),
        observe=True,
        explained=text,
        note=text,
        host=text,
        prepares=text,
        whom=text,
    )
    changed = replace(whole, **given)  # type: ignore[arg-type]
    return replace(changed, end=max(changed.end, changed.start + timedelta(minutes=20)))


def _person(name: str, text: str, role: Role) -> Person:
    return person(role, text, id=name, child_id="c", label=f"{text} {name}")


def _said(whose: Person, text: str) -> Person:
    """With the text in all that was recorded; no rule looks at it any more."""
    return replace(whose, lines=tuple(_line(each, text) for each in whose.lines))


def _line(line: Line, text: str) -> Line:
    names = ("who", "agency", "leaflet", "form", "language", "interpreter", "support", "needs")
    texts = dict.fromkeys((*names, "place", "inspector", "witness", "reason"), text)
    return replace(line, **texts)  # type: ignore[arg-type]
