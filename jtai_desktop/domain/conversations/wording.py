"""The lines of a conversation in words, for panel, command line and history alike."""

from jtai_desktop.domain.conversations.lines import DECISIONS, Line, Step, View
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.track import State
from jtai_desktop.domain.wording import day_short, times

VIEW_WORDS = {View.OWN: "own view", View.PARENTAL: "parental responsibility"}
HOW_WORDS = {"written": "in writing", "verbal-with-witness": "spoken, with a witness"}
_TITLES = {
    Step.LEAFLET: "Leaflet given",
    Step.EXPLAIN: "Inspection explained",
    Step.AGREE: "Agreed",
    Step.DECLINE: "Declined",
    Step.WITHDRAW: "Withdrawn",
    Step.NOT_APPROPRIATE: "Not appropriate",
    Step.REASK: "Opened to be asked again",
    Step.PLAN: "Planned",
    Step.CALL_OFF: "Called off",
    Step.CONFIRM: "Confirmed in writing",
    Step.UNDERSTAND: "Understanding checked",
    Step.TELL: "Lead inspector told",
    Step.CORRECT: "Corrected",
}


def state_word(state: State) -> str:
    """Not appropriate."""
    return state.value.replace("-", " ").capitalize()


def title_of(person: Person, line: Line) -> str:
    """Agreed, own view; what was corrected or told of is named."""
    lines = {each.id: each for each in person.lines}
    about = lines.get(line.corrects) or lines.get(line.about)
    if about is not None:
        return f"{_TITLES[line.step]}: {title_of(person, about).lower()}"
    if line.step in DECISIONS - {Step.NOT_APPROPRIATE} and len(person.views) > 1:
        return f"{_TITLES[line.step]}, {VIEW_WORDS[line.view]}"
    return _TITLES[line.step]


def details_of(line: Line) -> str:
    """Social worker, Council, at home; leaflet For parents and carers, by e-mail, Polish."""
    who = (line.who, line.agency, HOW_WORDS.get(line.how, line.how), _called("witness", line))
    leaflet = (_called("leaflet", line), line.form, line.language)
    aids = (_called("interpreter", line), _called("support", line), line.needs)
    groups = (_time(line), _joined(who), _joined(leaflet), _joined(aids), line.reason)
    return "; ".join(each for each in groups if each)


def _time(line: Line) -> str:
    """Tue 17, 15:30–16:30, School, quiet room, with the lead inspector."""
    if line.start is None or line.end is None:
        return ""
    when = f"{day_short(line.start.date())}, {times(line.start, line.end)}"
    return _joined((when, line.place, line.inspector))


def _called(name: str, line: Line) -> str:
    text: str = getattr(line, name)
    return f"{name} {text}" if text else ""


def _joined(parts: tuple[str, ...]) -> str:
    return ", ".join(part for part in parts if part)
