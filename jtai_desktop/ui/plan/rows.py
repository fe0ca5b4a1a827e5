"""The rows of the action plan: sections, actions, and the findings that no action answers."""

from collections.abc import Iterable, Iterator

from jtai_desktop.domain.actions.plan import Entry, Section, Source
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.looks import hand_look, late_look, rating_look
from jtai_desktop.ui.plan.wanted import Wanted, shown, unanswered
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

NUMBER, TEXT, ANSWERS, LEAD = "number", "text", "answers", "lead"
DUE, FORECAST, RATING = "due", "forecast", "rating"
COLUMNS = (
    Column(NUMBER, "No.", 46),
    Column(TEXT, "Action"),
    Column(ANSWERS, "Answers", 66, leaves=2),
    Column(LEAD, "Lead", 118, leaves=3),
    Column(DUE, "Due", 186),
    Column(FORECAST, "Forecast", 84, leaves=1),
    Column(RATING, "Rating", 186),
)
# What can be typed into; a rating follows from facts and is set by hand in the panel.
FILLABLE = frozenset({NUMBER, TEXT, ANSWERS, LEAD, DUE, FORECAST})
SECTION, SOURCE = "section:", "source:"
WITHOUT = "Findings without an action"


def plan_rows(facts: PlanFacts, wanted: Wanted) -> list[Row]:
    """What is wanted, section by section."""
    rows: list[Row] = []
    found = shown(facts, wanted)
    for section in facts.plan.known_sections:
        its = [each for each in found if each.action.section == section.key]
        if its:
            rows.append(_head(section, its))
            rows += [_row(facts, each) for each in its]
    return [*rows, *_without(unanswered(facts, wanted))]


def action_of(key: str) -> str:
    """The action of a row; nothing where it is another kind of row."""
    return "" if key.startswith((SECTION, SOURCE)) else key


def _head(section: Section, entries: Iterable[Entry]) -> Row:
    its = tuple(entries)
    late = sum(1 for each in its if each.late_by)
    count = counted(len(its), "action") + (f", {late} late" if late else "")
    return _section(f"{SECTION}{section.key}", section.title, count)


def _section(key: str, title: str, count: str) -> Row:
    cells = (
        Cell(title, bold=True, span=2),
        Cell(),
        Cell(count, span=5, ink=Role.INK2, font=FontRole.LABEL),
    )
    return Row(key, cells, section=True, said=f"{title}, {count}")


def _row(facts: PlanFacts, entry: Entry) -> Row:
    action, its, due = entry.action, entry.action.facts, _due(entry)
    return Row(
        action.id,
        (
            Cell(action.number),
            Cell(_one_line(action.text), tip=action.text),
            _answers(entry),
            _lead(entry),
            due,
            Cell(facts.near(its.forecast) if its.forecast else "", ink=Role.INK2),
            Cell(state=rating_look(entry.rating), mark=hand_look(entry), tip=_why(entry)),
        ),
        said=f"{action.called}, {entry.stand.words}, {due.spoken}: {_one_line(action.text)}",
    )


def _answers(entry: Entry) -> Cell:
    said = ", ".join(each.short or each.called for each in entry.sources)
    return Cell(said or "–", ink=Role.INK2, said=said or "answers no finding", tip=_texts(entry))


def _texts(entry: Entry) -> str:
    return "\n".join(f"{each.called}: {each.text}" for each in entry.sources)


def _lead(entry: Entry) -> Cell:
    action = entry.action
    deputy = f"{action.lead}, deputy {action.deputy}" if action.deputy else action.lead
    return Cell(action.lead or "–", ink=Role.INK2, tip=deputy, said=deputy or "no lead")


def _due(entry: Entry) -> Cell:
    """The words of the timescale; before them a filled mark where it is late."""
    words, late = entry.action.facts.timescale.words, late_look(entry)
    said = f"{words or 'no timescale'}{f', {late.word}' if late else ''}"
    mark = late.worded("Late") if late else None
    return Cell(words or "–", state=mark, said=said, tip=said if late else "")


def _why(entry: Entry) -> str:
    return f"{entry.stand.words}: {entry.stand.computed.why}"


def _without(sources: tuple[Source, ...]) -> Iterator[Row]:
    if not sources:
        return
    yield _section(f"{SOURCE}", WITHOUT, counted(len(sources), "finding"))
    for each in sources:
        look = look_of(State.WARNING).worded("No action")
        yield Row(
            f"{SOURCE}{each.key}",
            (
                Cell(each.short),
                Cell(_one_line(each.text), tip=each.text, span=4),
                Cell(),
                Cell(),
                Cell(),
                Cell(),
                Cell(state=look),
            ),
            said=f"{each.called}, no action answers it: {_one_line(each.text)}",
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
