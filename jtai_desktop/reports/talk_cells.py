"""What papers say of a conversation: only of one whose “agreed” stands, in the same words."""

from collections.abc import Iterable

from jtai_desktop.domain.conversations.calling_back import Holds, known_of
from jtai_desktop.domain.conversations.lines import Line, Recorded, View
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.wording import day_month, times
from jtai_desktop.reports.blocks import Cell, Fact
from jtai_desktop.reports.material import Material

HOW = {Recorded.WRITTEN: "in writing", Recorded.SPOKEN: "spoken, with a witness"}
VIEWS = {View.OWN: "Own view", View.PARENTAL: "Parental responsibility"}
NO_TIME = "No time yet"
DUTY = "Tell the lead inspector of a decision"


def holds_of(talks: Iterable[Talk]) -> Holds:
    """Whom a paper holds, for the log: should one of them withdraw, it is called back."""
    return tuple((talk.person.id, known_of(talk.person)) for talk in talks)


def confirmed_words(material: Material) -> str:
    """3 of 8 agreed are confirmed in writing; nothing where nobody agreed yet."""
    found = material.conversations
    if not found.agreed:
        return ""
    return f"{len(found.confirmed)} of {len(found.agreed)} agreed are confirmed in writing"


def duty_facts(material: Material) -> tuple[Fact, ...]:
    """That there is something to tell, and of which child; never which decision."""
    rows = (f"{DUTY}, {child}" for child in material.to_tell)
    return tuple(Fact("To do", row, boxed=True) for row in rows)


def who_cell(talk: Talk) -> Cell:
    """Mother."""
    word = talk.person.word
    return Cell(word[:1].upper() + word[1:])


def when_of(line: Line) -> str:
    """Tue 17 Nov, 13:00–14:00."""
    if line.start is None or line.end is None:
        return ""
    return f"{day_month(line.start.date())}, {times(line.start, line.end)}"


def plan_cell(talk: Talk) -> Cell:
    """When and where."""
    plan = talk.standing.plan
    if plan is None:
        return Cell(NO_TIME, quiet=True)
    return _column(when_of(plan), plan.place)


def arranged(talk: Talk) -> str:
    """Mother: Tue 17 Nov, 13:00–14:00, confirmed."""
    plan = talk.standing.plan
    when = when_of(plan) if plan else NO_TIME.lower()
    return f"{who_cell(talk).text}: {when}, {talk.state.value}"


def explained_cell(material: Material, talk: Talk, *more: str) -> Cell:
    """By whom, when and how; then what else there is to say."""
    found = talk.standing.explanation
    if found is None:
        return Cell("")
    who = ", ".join(each for each in (material.signed(found.who), found.agency) if each)
    return _column(who, _joined(day_month(found.moment.date()), found.how), *more)


def leaflet_words(talk: Talk) -> str:
    """Leaflet: Talking to inspectors, on paper, English."""
    found = talk.standing.leaflet
    if found is None:
        return ""
    return f"Leaflet: {_joined(found.leaflet, found.form, found.language)}"


def agreement_cell(material: Material, talk: Talk) -> Cell:
    """Each view that agreed: when, how recorded, by whom given, before which witness."""
    several = len(talk.person.views) > 1
    said = []
    for view, line in talk.standing.decisions.items():
        witness = f"witness: {material.signed(line.witness)}" if line.witness else ""
        how = HOW.get(Recorded(line.how), line.how) if line.how in set(Recorded) else line.how
        given = _joined(day_month(line.moment.date()), how, material.signed(line.who), witness)
        said.append(f"{VIEWS[view]}: {given}" if several else given)
    return _column(*said)


def support_words(material: Material, talk: Talk) -> tuple[str, ...]:
    """Support: Form tutor; Interpreter: Polish; Needs: step-free access."""
    standing = talk.standing
    lines = [line for line in (standing.plan, standing.explanation) if line is not None]
    named = (("Support", "support"), ("Interpreter", "interpreter"), ("Needs", "needs"))
    found = ((word, _first(lines, name)) for word, name in named)
    return tuple(f"{word}: {material.signed(text)}" for word, text in found if text)


def confirmed_of(talk: Talk) -> str:
    """Confirmed Mon 9 Nov, by e-mail."""
    found = talk.standing.confirmed
    return f"Confirmed {_joined(day_month(found.moment.date()), found.how)}" if found else ""


def _first(lines: Iterable[Line], name: str) -> str:
    return next((str(text) for line in lines if (text := getattr(line, name))), "")


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _column(*texts: str) -> Cell:
    """The first as it is, the others small below it."""
    first, *others = [text for text in texts if text] or [""]
    return Cell(first, below=tuple(Cell(text, quiet=True) for text in others))
