"""One milestone in full: its chips, its facts and its history, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jtai_desktop.domain import standing
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.moments import Hour, london
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.schedule import Planned, working_sum
from jtai_desktop.domain.wording import clock, day_full, day_short, stamp
from jtai_desktop.ui.pages.timetable.facts import THREE_WEEKS, Timetable, mark_looks, ours
from jtai_desktop.ui.theme.states import StateLook

NOBODY = "Nobody named"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of facts: what, and what of it."""

    label: str
    text: str


def heading_of(planned: Planned) -> str:
    """Whose it is, and its paragraph."""
    whose = "The partnership’s" if ours(planned) else "The inspectors’"
    return f"{whose} · ¶{planned.rule.paragraph}"


def chips_of(timetable: Timetable, planned: Planned) -> tuple[StateLook, ...]:
    """State first, then the marks; a late one says how late."""
    look = timetable.look(planned)
    if timetable.state(planned) is standing.State.LATE:
        look = look.worded(standing.lateness(planned, timetable.now, timetable.schedule.close))
    return (look, *mark_looks(planned))


def facts_of(timetable: Timetable, planned: Planned) -> tuple[Fact, ...]:
    """Everything there is to know of it; what does not apply is left out."""
    found = (
        Fact("Due", timetable.when(planned.due)),
        Fact("Left", _left(timetable, planned)),
        *_why(planned),
        Fact("Worked out", timetable.when(planned.computed)),
        Fact("By days", working_sum(timetable.schedule, planned.due.day)),
        *_agreement(timetable, planned),
        Fact("Who acts", planned.rule.who),
        *_people(timetable, planned),
        *_done(planned),
    )
    return tuple(fact for fact in found if fact.text)


def history_of(
    timetable: Timetable, planned: Planned, lines: tuple[HistoryLine, ...]
) -> tuple[Fact, ...]:
    """The history, newest first, without repeating the title in each line."""
    return tuple(
        Fact(_short_stamp(timetable, line.when), f"{_told(planned, line)}\n{line.signed}")
        for line in lines
    )


def _left(timetable: Timetable, planned: Planned) -> str:
    waits = {standing.State.TO_COME, standing.State.DUE_TODAY}
    if timetable.state(planned) not in waits:
        return ""
    today = planned.due.day == timetable.now.date()
    by_clock = today or planned.due.day - timetable.now.date() == timedelta(days=1)
    if by_clock and planned.due.hour is not Hour.NONE:
        return standing.time_left(planned, timetable.schedule, timetable.now)
    return standing.days_left(timetable.schedule, planned, timetable.now)


def _why(planned: Planned) -> tuple[Fact, ...]:
    by_hand, assumed = planned.notes.set_by_hand, planned.rule.assumed
    return (Fact("Reason", by_hand.reason if by_hand else ""), Fact("Assumed", assumed))


def _agreement(timetable: Timetable, planned: Planned) -> tuple[Fact, ...]:
    agree, agreed = planned.to_agree, planned.notes.agreed
    found = []
    if agree:
        # The unmoved time stays in sight, also once something else was agreed.
        found.append(Fact("Unmoved", timetable.when(agree.unmoved)))
        found.append(Fact("Moved as" if agreed else "To agree", agree.reason))
    if agreed:
        found.append(Fact("Agreed", f"{timetable.when(agreed.moment)}, {agreed.by}"))
        found.append(Fact("Agreed on", stamp(agreed.when)))
        found.append(Fact("Note", agreed.note))
    return tuple(found)


def _people(timetable: Timetable, planned: Planned) -> tuple[Fact, ...]:
    if not ours(planned):
        return ()
    owner, deputy = timetable.people(planned)
    return Fact("Owner", _person(owner)), Fact("Deputy", _person(deputy))


def _person(contact: Contact | None) -> str:
    if contact is None:
        return NOBODY
    return f"{contact.role} (away: {contact.away})" if contact.away else contact.role


def _done(planned: Planned) -> tuple[Fact, ...]:
    done = planned.notes.done
    if done is None:
        return ()
    word = "Done" if ours(planned) else "Happened"
    return Fact(word, stamp(done.when)), Fact("Noted by", done.by), Fact("Note", done.note)


def _told(planned: Planned, line: HistoryLine) -> str:
    text = line.summary.replace(f"{planned.rule.title}: ", "")
    return text[:1].upper() + text[1:]


def _short_stamp(timetable: Timetable, when: datetime) -> str:
    """Today 09:05; Mon 9, 14:30 inside the three weeks; with month and year outside them."""
    day, first = london(when).date(), timetable.schedule.week_one
    if day == timetable.now.date():
        return f"Today {clock(when)}"
    inside = first <= day < first + THREE_WEEKS
    return f"{day_short(day) if inside else day_full(day)}, {clock(when)}"
