"""Who can’t be put on the timetable yet, and why; who is confirmed: the words of the lists."""

from dataclasses import dataclass

from jtai_desktop.domain.conversations.register import Conversations, Talk
from jtai_desktop.domain.conversations.track import REFUSED
from jtai_desktop.domain.conversations.track import State as Stands
from jtai_desktop.domain.moments import Moment, london
from jtai_desktop.domain.standing import State as Met
from jtai_desktop.domain.standing import state as standing_of
from jtai_desktop.domain.wording import clock, counted, day_long, day_short, hour
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.theme.states import State, StateLook, look_of

LOOKS = {
    Stands.NOT_ASKED: State.CONVERSATION_NOT_ASKED,
    Stands.AGREED: State.AGREED,
    Stands.DECLINED: State.DECLINED,
    Stands.WITHDRAWN: State.WITHDRAWN,
    Stands.NOT_APPROPRIATE: State.NOT_APPROPRIATE,
}
NOT_TOLD = "Lead inspector not yet told"
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
PLAN, TELL, SEND = "Plan…", "Tell…", "Send…"


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One person in a list: state, words, what can be done, and a second line."""

    key: str
    look: StateLook
    words: str
    link: str = ""
    second: str = ""
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One list with its heading; a sentence where there are no lines."""

    title: str
    count: str
    lines: tuple[ConsentLine, ...] = ()
    sentence: str = ""


def parts_of(facts: Facts) -> tuple[Part, ...]:
    """The lists beside the week, in their order; what is empty is left out but the last."""
    talks = facts.week.conversations
    agreed = _lines(talks, Stands.AGREED, PLAN)
    waiting = _lines(talks, Stands.NOT_ASKED, "")
    off = tuple(_refused(each) for each in talks.talks if _is_off(each))
    found = (
        Part("Agreed, no time yet", str(len(agreed)), agreed),
        Part("Not asked yet, cannot be planned", str(len(waiting)), waiting),
        Part("Off the timetable", str(len(off)), off),
    )
    confirmed = Part("Confirmed in writing", _of(talks), sentence=confirming(facts))
    return (*(part for part in found if part.lines), confirmed, *_to_send(facts))


def confirming(facts: Facts) -> str:
    """Four planned conversations to confirm by Friday 13, end of day."""
    talks = facts.week.conversations
    planned = [each for each in talks.on_the_timetable if each.state is Stands.PLANNED]
    if not talks.on_the_timetable:
        return "No conversation is planned yet."
    if not planned:
        return "Every planned conversation is confirmed."
    number = len(planned)
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    noun = counted(number, "planned conversation").partition(" ")[2]
    due = _due(facts)
    if due is None:
        return f"{word} {noun} to confirm."
    when, late = due
    return f"{word} {noun} to confirm{': this was due' if late else ' by'} {when}."


def _lines(talks: Conversations, stands: Stands, link: str) -> tuple[ConsentLine, ...]:
    return tuple(
        ConsentLine(each.person.id, look_of(LOOKS[stands]), each.person.called, link)
        for each in talks.selected
        if each.state is stands
    )


def _is_off(talk: Talk) -> bool:
    """Who said no, and any decision of which the lead inspector does not know."""
    selected = talk.person.selected and talk.state in REFUSED
    return selected or bool(talk.standing.open_duties)


def _refused(talk: Talk) -> ConsentLine:
    look = look_of(LOOKS.get(talk.state, State.AGREED))
    words = f"{talk.person.called}: {look.word}"
    if talk.standing.open_duties:
        return ConsentLine(talk.person.id, look, words, TELL, NOT_TOLD, warns=True)
    told = [duty.told for duty in talk.standing.duties if duty.told is not None]
    if not told:
        return ConsentLine(talk.person.id, look, words)
    when = london(told[-1].moment)
    second = f"Lead inspector told {day_short(when.date())}, {clock(when)}"
    return ConsentLine(talk.person.id, look, words, second=second)


def _of(talks: Conversations) -> str:
    return f"{len(talks.confirmed)} of {len(talks.agreed)}"


def _due(facts: Facts) -> tuple[str, bool] | None:
    """Friday 13, end of day; and whether that is over."""
    key, schedule = facts.week.conversations.milestone, facts.view.schedule
    planned = next((each for each in schedule.milestones if each.key == key), None)
    if planned is None:
        return None
    late = standing_of(planned, facts.now, schedule.close) is Met.LATE
    return _day_and_hour(planned.due), late


def _day_and_hour(due: Moment) -> str:
    day, at = day_long(due.day, year=False).rpartition(" ")[0], hour(due)
    return f"{day}, {at}" if at else day


def _to_send(facts: Facts) -> tuple[Part, ...]:
    """What the inspectors do not hold as it stands, with the way to send it."""
    week = facts.week
    if not week.sendings:
        returned = [each for each in week.standing if each.is_returned]
        number = len(returned)
        words = f"{number} not sent yet"
    else:
        number = len(week.changes)
        words = f"{number} changed since sent"
    if not number:
        return ()
    line = ConsentLine(SEND, look_of(State.WARNING), words, SEND)
    return (Part("Return of meetings", str(number), (line,)),)
