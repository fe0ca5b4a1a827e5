"""What the panel says about one conversation: where it stands, its facts, its lines."""

from jtai_desktop.domain.conversations.calling_back import CallBack
from jtai_desktop.domain.conversations.lines import Line, View
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.wording import (
    HOW_WORDS,
    details_of,
    state_word,
    title_of,
)
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import clock, counted, day_short, times
from jtai_desktop.ui.pages.timetable.details import Fact

VIEWS = {View.OWN: "Own view", View.PARENTAL: "Parental"}


def said_of(talk: Talk) -> str:
    """Planned, Tue 17, 15:30–16:30; declined, lead inspector not yet told."""
    found, word = talk.standing, state_word(talk.state)
    if found.open_duties:
        return f"{word}, lead inspector not yet told"
    if found.plan and found.plan.start and found.plan.end:
        start, end = found.plan.start, found.plan.end
        return f"{word}, {day_short(start.date())}, {times(start, end)}"
    return word


def facts_of(talk: Talk) -> tuple[Fact, ...]:
    """Who explained it, with which leaflet, what each view decided, what is planned."""
    found, plan = talk.standing, talk.standing.plan
    decided = [
        Fact(VIEWS[view] if len(talk.person.views) > 1 else "Decision", _decision(line))
        for view, line in found.decisions.items()
    ]
    facts = (
        Fact("Explained", _brief(found.explanation)),
        Fact("Leaflet", _leaflet(found.leaflet)),
        *decided,
        Fact("Planned", _plan(plan)),
        Fact("Support", plan.support if plan else ""),
        Fact("Interpreter", plan.interpreter if plan else ""),
        Fact("Needs", plan.needs if plan else ""),
        Fact("Confirmed", _brief(found.confirmed)),
        Fact("Understood", _brief(found.understood)),
    )
    return tuple(fact for fact in facts if fact.text)


def lines_of(talk: Talk) -> tuple[tuple[str, str, str], ...]:
    """When, what, and the rest of each line, the newest first."""
    return tuple(
        (near(line), title_of(talk.person, line), details_of(line))
        for line in reversed(talk.person.lines)
    )


def paper_of(found: CallBack) -> str:
    """Conversation register, everyone, printed Mon 9, 14:30, 2 pages."""
    paper = found.paper
    when = london(paper.when)
    printed = f"{paper.way} {day_short(when.date())}, {clock(when)}"
    return f"{paper.paper}, {paper.variant}, {printed}, {counted(paper.pages, 'page')}"


def near(line: Line) -> str:
    """Mon 9, 14:20."""
    when = london(line.moment)
    return f"{day_short(when.date())}, {clock(when)}"


def _brief(line: Line | None) -> str:
    if line is None:
        return ""
    how = HOW_WORDS.get(line.how, line.how)
    return ", ".join(part for part in (near(line), line.who, line.agency, how) if part)


def _leaflet(line: Line | None) -> str:
    if line is None:
        return ""
    return ", ".join(part for part in (line.leaflet, line.form, line.language) if part)


def _decision(line: Line) -> str:
    how = HOW_WORDS.get(line.how, line.how)
    word = line.step.value.replace("-", " ").capitalize()
    return ", ".join(part for part in (word, near(line), line.who, how) if part)


def _plan(line: Line | None) -> str:
    if line is None or line.start is None or line.end is None:
        return ""
    when = f"{day_short(line.start.date())}, {times(line.start, line.end)}"
    return ", ".join(part for part in (when, line.place, line.inspector) if part)
