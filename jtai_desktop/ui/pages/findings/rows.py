"""The findings as rows of the table: under their headings, with kind, agencies, page, actions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jtai_desktop.domain.findings.finding import Finding, Kind
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("number", "No.", 40, right=True),
    Column("kind", "Kind", 134),
    Column("text", "Finding"),
    Column("agencies", "Agencies", 150, leaves=2),
    Column("page", "Page", 50, right=True, leaves=1),
    Column("actions", "Actions", 92),
)
NO_HEADING = "Without a heading"
KIND_SHORT = {
    Kind.STRENGTH: ("Strength", "plus"),
    Kind.IMPROVEMENT: ("To improve", "diamond-open"),
    Kind.PRIORITY: ("Priority action", "flag"),
    Kind.PRACTICE: ("Practice study", "eye"),
}


def rows_of(facts: Facts, findings: Iterable[Finding]) -> list[Row]:
    """Letter by letter in its own order, each heading once."""
    rows: list[Row] = []
    several = len(facts.found.letters) > 1
    for (letter, heading), found in groupby(
        findings, key=lambda each: (each.letter_id, each.heading)
    ):
        under = list(found)
        rows.append(_section(facts, letter, heading, under, len(rows), several=several))
        rows += [_row(facts, each) for each in under]
    return rows


def copied(facts: Facts, findings: Iterable[Finding]) -> str:
    """The findings as lines of a table, for Excel or an e-mail."""
    lines = (map(_as_text, _line(facts, each)) for each in findings)
    return "\n".join("\t".join(line) for line in lines)


def _section(
    facts: Facts, letter_id: str, heading: str, under: list[Finding], at: int, *, several: bool
) -> Row:
    letter = facts.found.letter(letter_id)
    title = heading or NO_HEADING
    if several and letter is not None:
        title = f"{called(letter)}: {title}"
    said = f"{title} ({len(under)})"
    cells = (Cell(said, bold=True, span=len(COLUMNS), tip=title), *(Cell() for _ in COLUMNS[1:]))
    return Row(f"head:{at}", cells, section=True)


def _row(facts: Facts, finding: Finding) -> Row:
    word, icon = KIND_SHORT[finding.kind]
    text = finding.text.replace("\n", " ")
    agencies = facts.agencies_of(finding)
    page = str(finding.page) if finding.page else "–"
    return Row(
        finding.id,
        (
            Cell(str(finding.number), ink=Role.INK3, right=True, order=finding.number),
            _kind(finding, word, icon),
            Cell(text, tip=finding.text, ink=Role.INK if finding.stands else Role.INK3),
            Cell(agencies or "none named", ink=Role.INK if agencies else Role.INK3, tip=agencies),
            Cell(page, right=True, ink=Role.INK2),
            _actions(facts, finding),
        ),
    )


def _kind(finding: Finding, word: str, icon: str) -> Cell:
    if not finding.stands:
        return Cell(state=look_of(State.NOT_APPLICABLE).worded("Taken out"))
    role = Role.WARNING if finding.kind is Kind.PRIORITY else Role.INK2
    return Cell(word, icon=icon, icon_role=role)


def _actions(facts: Facts, finding: Finding) -> Cell:
    """How many actions answer it. Before there is a plan, nobody is blamed for none."""
    number = facts.found.answers.get(finding.id, 0)
    if number:
        return Cell(counted(number, "action"))
    if facts.found.answers and finding.wants_answer:
        return Cell(state=look_of(State.WARNING).worded("No action"))
    return Cell("–", ink=Role.INK3, said="no action")


def _as_text(cell: str) -> str:
    """The cell so that Excel takes it for a text, never for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _line(facts: Facts, finding: Finding) -> Iterator[str]:
    yield str(finding.number)
    yield KIND_SHORT[finding.kind][0]
    yield finding.heading
    yield finding.text.replace("\n", " ")
    yield facts.agencies_of(finding)
    yield str(finding.page or "")
