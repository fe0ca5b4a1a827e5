"""The child-level lists as they stand: version, rows, open problems, who checked and signed."""

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.domain.lists.versions import Line, ListVersion, Step
from jtai_desktop.domain.wording import clock, day_short
from jtai_desktop.reports.blocks import Cell, Column, Row, Sentence, Sign, Table
from jtai_desktop.reports.list_problems import problems_said
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Child-level lists"
FULL = (
    Column("List", 38, names_row=True),
    Column("Due", 21),
    Column("Version", 25),
    Column("Rows", 27),
    Column("Open problems", 24),
    Column("Checked, signed, sent", 45),
)
FOR_INSPECTORS = (
    Column("List", 62, names_row=True),
    Column("Version", 20),
    Column("Rows", 24, right=True),
    Column("Signed by", 40),
    Column("Sent", 34),
)
NOTHING = "No list is asked for."
WAYS = {"portal": "portal", "mail": "e-mail", "paper": "on paper"}


def lists_sheet(material: Material) -> Sheet:
    """Each list that is asked for; inspectors read only of the versions that they hold."""
    lists = tuple(material.lists)
    if material.for_inspectors:
        rows = tuple(_held(material, each) for each in lists)
        table = Table(FOR_INSPECTORS, rows, NOTHING)
    else:
        table = Table(FULL, tuple(_full(material, each) for each in lists), NOTHING)
    about = f"{material.lists.sent} of {len(lists)} sent"
    end = Sentence("", quiet=True, aside="End of lists")
    return Sheet(TITLE, material.readers, (table, end), about, footer="child-level lists")


def _full(material: Material, kept: KeptList) -> Row:
    version, name = kept.newest, Cell(kept.wanted.name)
    due = Cell(material.due(kept.wanted.due))
    if kept.late_by:
        due = Cell(due.text, below=(Cell("Late", Sign.LATE, strong=True),))
    if version is None:
        absent = Cell("Not there", Sign.NOT_THERE)
        return (name, due, absent, Cell(NOBODY), Cell(NOBODY), Cell(NOBODY))
    behind = (Cell(kept.behind.capitalize(), Sign.WARNING, strong=True),) if kept.behind else ()
    taken = Cell(f"of {day_short(version.when.date())}, {clock(version.when)}", quiet=True)
    return (
        name,
        due,
        Cell(f"Version {version.number}", below=(taken, *behind)),
        _rows(version),
        Cell(problems_said(version).capitalize()),
        _steps(material, version),
    )


def _rows(version: ListVersion) -> Cell:
    parts = (
        f"{version.accepted:,} accepted",
        f"{version.with_problems:,} with problems",
        f"{version.blank:,} blank",
    )
    return Cell(f"{version.read:,}", below=tuple(Cell(part, quiet=True) for part in parts))


def _steps(material: Material, version: ListVersion) -> Cell:
    """Who checked and signed it, and when it was sent; the reason where errors were left."""
    said: list[Cell] = []
    for step, word in ((Step.CHECKED, "Checked"), (Step.SIGNED, "Signed")):
        line = version.done(step)
        if line is not None:
            said.append(Cell(f"{word}: {material.signed(line.who)}"))
            said += [Cell(line.reason, Sign.OVERRIDDEN)] if line.reason else []
    sent = version.done(Step.SENT)
    if sent is not None:
        said.append(Cell(f"Sent {_when(sent)}", Sign.SENT))
    first, *rest = said or [Cell("To check", Sign.TO_CHECK)]
    return Cell(first.text, first.sign, below=tuple(rest))


def _held(material: Material, kept: KeptList) -> Row:
    version = kept.held
    if version is None:
        return (Cell(kept.wanted.name), Cell("Not sent"), Cell(NOBODY), Cell(NOBODY), Cell(NOBODY))
    signed, sent = version.done(Step.SIGNED), version.done(Step.SENT)
    return (
        Cell(kept.wanted.name),
        Cell(str(version.number)),
        Cell(f"{version.read:,}"),
        Cell(material.signed(signed.who) if signed else NOBODY),
        Cell(_when(sent) if sent else NOBODY, Sign.SENT),
    )


def _when(line: Line) -> str:
    return f"{day_short(line.when.date())}, {clock(line.when)}, {WAYS.get(line.way, line.way)}"
