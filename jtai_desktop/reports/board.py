"""The paper for a board: where the plan stands, how that went, what is at risk, what changed."""

from collections.abc import Iterator

from jtai_desktop.domain.actions.doubts import doubts
from jtai_desktop.domain.actions.over_time import Point, over_time
from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.rating import RATING_WORDS, Rating
from jtai_desktop.domain.wording import MONTHS, counted, day_full, listed
from jtai_desktop.reports.blocks import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Row,
    Sentence,
    Sign,
    Table,
)
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.plan_cells import (
    changes_table,
    due_cell,
    issued_words,
    lead_cell,
    newest_cell,
    rating_cell,
)
from jtai_desktop.reports.states import RATING

TITLE = "Board paper: action plan"
SUMMARY = (Column("Rating", 60, names_row=True), Column("Actions", 20), Column("", 100))
AT_RISK = (
    Column("No.", 11, names_row=True),
    Column("Action", 42),
    Column("Lead", 30),
    Column("Timescale", 25),
    Column("Newest progress", 33),
    Column("Rating", 39),
)
# The best at the foot of a bar, the gravest on top.
FROM_FOOT = (
    Rating.EVIDENCED,
    Rating.COMPLETED,
    Rating.ON_TRACK,
    Rating.NOT_STARTED,
    Rating.MINOR,
    Rating.SIGNIFICANT,
)
CALM = "No action is at risk or late."
SAME = "Nothing has changed since then."
WELL = "Every finding has an action; nothing about the plan looks wrong."
NO_CHART = "There is no action in the plan yet."


def board_sheet(material: Material) -> Sheet:
    """What is at risk stands first in its table; nothing is left to be guessed from a number."""
    plan = material.plan
    blocks: list[Block] = [
        Sentence(issued_words(plan.issued)),
        Heading("Where the plan stands", counted(len(plan.entries), "action")),
        Table(SUMMARY, tuple(_counts(plan))),
        Heading("Ratings over time"),
        *_chart(plan),
        Heading("At risk or late", "gravest first"),
        Table(AT_RISK, tuple(_row(each) for each in _grave(plan)), CALM),
    ]
    if plan.issued is not None:
        blocks.append(Heading(f"Changed since version {plan.issued.number}"))
        blocks.append(changes_table(material.plan_changes, SAME))
    found = tuple(Fact(str(n), each.sentence) for n, each in enumerate(doubts(plan), 1))
    blocks += [Heading("To put right"), Facts(found, 0.05, WELL)]
    about = day_full(plan.today)
    return Sheet(TITLE, material.readers, tuple(blocks), about, footer="board paper")


def _counts(plan: ActionPlan) -> Iterator[Row]:
    for rating in Rating:
        cell, number = RATING[rating], plan.counts[rating]
        numbers = [each.action.number for each in plan.entries if each.rating is rating]
        said = Cell(listed(numbers), quiet=True)
        yield Cell(cell.text, cell.sign), Cell(str(number)), said
    late = [each.action.number for each in plan.late]
    yield (
        Cell("Past the timescale", Sign.LATE),
        Cell(str(len(late))),
        Cell(listed(late), quiet=True),
    )


def _grave(plan: ActionPlan) -> list[Entry]:
    return [each for each in plan.at_risk_first if each.is_at_risk or each.late_by]


def _row(entry: Entry) -> Row:
    return (
        Cell(entry.action.number),
        Cell(entry.action.text),
        lead_cell(entry),
        due_cell(entry),
        newest_cell(entry),
        rating_cell(entry, with_why=True),
    )


def _chart(plan: ActionPlan) -> Iterator[Block]:
    points = over_time(plan)
    if not points:
        yield Sentence(NO_CHART)
        return
    names = tuple(RATING_WORDS[each] for each in FROM_FOOT)
    bars = tuple(
        Bar(_near(point), tuple(point.counts[each] for each in FROM_FOOT)) for point in points
    )
    yield Bars(names, bars, _said(points))


def _near(point: Point) -> str:
    return f"{point.day.day} {MONTHS[point.day.month - 1][:3]}"


def _said(points: tuple[Point, ...]) -> str:
    """Every number of the chart in words."""
    lines = []
    for point in points:
        there = [f"{n} {RATING_WORDS[r].lower()}" for r in Rating if (n := point.counts[r])]
        lines.append(f"{day_full(point.day)}: {listed(there) or 'no action'}")
    return f"Bars over time. {'; '.join(lines)}."
