"""One entry in words: its line of date, its facts, its two notes."""

from jtai_desktop.domain.conversations.lines import Line, Step
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.warned import Settled
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import clock, day_long, day_short, listed
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.pages.week.entries import Entry, Mark
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.theme.states import State, StateLook, look_of

ANEW = (
    "It was confirmed for another time. The new time needs a new confirmation in writing;"
    " note it under Children."
)


def heading_of(entry: Entry) -> str:
    """Tuesday 17 November, 10:00–11:30."""
    return f"{day_long(entry.day, year=False)}, {entry.times}"


def title_of(entry: Entry) -> str:
    """Child C, looked-after child review."""
    return ", ".join(part for part in (entry.lead, entry.text) if part)


def looks_of(entry: Entry) -> tuple[StateLook, ...]:
    """Its marks as chips; what wants something done is filled."""
    return tuple(_look(mark) for mark in entry.marks)


def facts_of(facts: Facts, entry: Entry) -> tuple[Fact, ...]:
    """What is known of it; what is not is left out."""
    if entry.meeting is not None:
        found = _of_meeting(facts, entry.meeting)
    else:
        found = _of_talk(entry.talk) if entry.talk is not None else ()
    accepted = (_accepted(each) for each in entry.accepted)
    return tuple(fact for fact in (*found, *accepted) if fact.text)


def preparation_of(entry: Entry) -> str:
    """Host: Deputy head. Prepares: Reviewing officer. And what is to be prepared."""
    meeting = entry.meeting
    if meeting is None:
        return ""
    said = (("Host", meeting.host), ("Prepares", meeting.prepares))
    parts = [f"{word}: {text}" for word, text in said if text]
    return "\n".join([*parts, meeting.preparation] if meeting.preparation else parts)


def anew(entry: Entry) -> str:
    """That a conversation was confirmed for a time that does not stand any more."""
    talk = entry.talk
    if talk is None or talk.standing.confirmed is not None:
        return ""
    return ANEW if _confirmed_before(talk) else ""


def _confirmed_before(talk: Talk) -> bool:
    """Whether the plan before this one was confirmed, and nothing took it back since."""
    wrong = {line.corrects for line in talk.person.lines if line.corrects}
    kept: Line | None = None
    for line in talk.person.lines:
        if line.step is Step.CONFIRM and line.id not in wrong:
            kept = line
        elif line.step not in {Step.PLAN, Step.CONFIRM, Step.TELL, Step.CORRECT}:
            kept = None
    return kept is not None


def _look(mark: Mark) -> StateLook:
    if mark.bold:
        return look_of(State.WARNING).worded(mark.word[:1].upper() + mark.word[1:])
    return StateLook(State.MOVED, mark.word, mark.icon, mark.role)


def _of_meeting(facts: Facts, meeting: Meeting) -> tuple[Fact, ...]:
    shorts = {each.key: each.short for each in facts.view.agencies}
    names = [shorts.get(key, key) for key in meeting.agencies]
    return (
        Fact("Kind", facts.week.kind(meeting) if meeting.title else ""),
        Fact("Place", meeting.place),
        Fact("Chair", meeting.chair),
        Fact("Agencies", listed(names)),
        Fact("Attending", listed(meeting.attending)),
        Fact("Inspector", meeting.inspector),
        Fact("Told", meeting.explained if meeting.observe else ""),
        Fact("Cancelled", meeting.cancelled),
    )


def _of_talk(talk: Talk | None) -> tuple[Fact, ...]:
    plan = talk.standing.plan if talk is not None else None
    if talk is None or plan is None:
        return ()
    return (
        Fact("Place", plan.place),
        Fact("Inspector", plan.inspector),
        Fact("Support", plan.support),
        Fact("Language", plan.language),
        Fact("Interpreter", plan.interpreter),
        Fact("Needs", plan.needs),
        Fact("Confirmed", _confirmed(talk.standing.confirmed)),
    )


def _confirmed(line: Line | None) -> str:
    if line is None:
        return ""
    when = london(line.moment)
    how = f", {line.how}" if line.how else ""
    return f"{day_short(when.date())}, {clock(when)}{how}"


def _accepted(settled: Settled) -> Fact:
    """That a warning was accepted: why, and by whom."""
    acceptance = settled.acceptance
    when = london(acceptance.when)
    signed = f"{acceptance.by.signed}, {day_short(when.date())}, {clock(when)}"
    return Fact("Accepted", f"{settled.warned.sentence}: {acceptance.reason}\n{signed}")
