"""The action plan as it goes to boards and, once final, to the inspectorate: section by section."""

from collections.abc import Iterator, Mapping

from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.self_evaluation.answer import DOCUMENT
from jtai_desktop.domain.wording import counted
from jtai_desktop.reports.blocks import Block, Cell, Column, Heading, Row, Sentence, Table
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.plan_cells import (
    changes_table,
    due_cell,
    issued_words,
    lead_cell,
    progress_cell,
    rating_cell,
)

TITLE = "Action plan"
COLUMNS = (
    Column("No.", 11, names_row=True),
    Column("Action, and what it answers", 51),
    Column("Lead", 30),
    Column("Timescale", 25),
    Column("Progress and evidence", 35),
    Column("Rating", 28),
)
HOW = (
    "A rating follows from the facts on the day above: whether work has begun, the timescale, the"
    " forecast, the day of completion, the evidence of impact. At minor risk is expected up to 29"
    " days after its timescale, at significant risk 30 days or more. “End June” means the last day"
    " of June."
)
NOTHING = "There is no action in the plan yet."
SAME = "Nothing has changed since then."


def action_plan_sheet(material: Material) -> Sheet:
    """Inspectors read neither why a rating was set by hand nor what changed meanwhile."""
    plan = material.plan
    about = counted(len(plan.entries), "action")
    blocks: list[Block] = [Sentence(issued_words(plan.issued)), Sentence(HOW, quiet=True)]
    blocks += _sections(plan, material.links, with_why=not material.for_inspectors)
    if not plan.entries:
        blocks.append(Sentence(NOTHING))
    if not material.for_inspectors:
        blocks += _unanswered(plan)
        if plan.issued is not None and material.agency is None:
            blocks.append(Heading(f"Changed since version {plan.issued.number}"))
            blocks.append(changes_table(material.plan_changes, SAME))
    return Sheet(TITLE, material.readers, tuple(blocks), about, footer="action plan")


def _sections(plan: ActionPlan, links: Mapping[str, str], *, with_why: bool) -> Iterator[Block]:
    for section in plan.known_sections:
        its = plan.in_section(section.key)
        if its:
            yield Heading(section.title, counted(len(its), "action"))
            yield Table(COLUMNS, tuple(_row(each, links, with_why=with_why) for each in its))


def _row(entry: Entry, links: Mapping[str, str], *, with_why: bool) -> Row:
    return (
        Cell(entry.action.number),
        _action_cell(entry),
        lead_cell(entry),
        due_cell(entry),
        progress_cell(entry, _documents(entry, links)),
        rating_cell(entry, with_why=with_why),
    )


def _action_cell(entry: Entry) -> Cell:
    action = entry.action
    below = [Cell(f"{each.called}: {each.text}", quiet=True) for each in entry.sources]
    if action.measure:
        below.append(Cell(f"Measure: {action.measure}", quiet=True))
    if action.references:
        below.append(Cell(f"References: {action.references}", quiet=True))
    return Cell(action.text, below=tuple(below))


def _documents(entry: Entry, links: Mapping[str, str]) -> list[str]:
    """What is linked as evidence, by item and title; none about one child."""
    keys = (f"{DOCUMENT}{each}" for each in entry.action.evidence)
    return [links[key] for key in keys if key in links]


def _unanswered(plan: ActionPlan) -> Iterator[Block]:
    if plan.unanswered:
        yield Heading("Findings without an action", str(len(plan.unanswered)))
        yield from (Sentence(f"{each.called}: {each.text}") for each in plan.unanswered)
