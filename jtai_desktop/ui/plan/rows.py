"""The rows of the action plan: sections, actions, and the findings that no action answers."""

from collections.abc import Iterable, Iterator

from jtai_desktop.domain.actions.plan import Entry, Section, Source
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.cells import Cell, Row
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.row_cells import one_line
from jtai_desktop.ui.plan.wanted import Wanted, shown, unanswered
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

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
            rows += [facts.rows[each.action.id] for each in its]
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
                Cell(one_line(each.text), tip=each.text, span=4),
                Cell(),
                Cell(),
                Cell(),
                Cell(),
                Cell(state=look),
            ),
            said=f"{each.called}, no action answers it: {one_line(each.text)}",
        )
