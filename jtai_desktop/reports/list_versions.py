"""The child-level lists: version by version its rows, open problems, and who signed and sent it."""

from collections.abc import Iterable
from dataclasses import replace

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import ORDER, Line, ListVersion, Step
from jtai_desktop.domain.wording import clock, counted, day_short, span
from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sentence, Sign, Table
from jtai_desktop.reports.held import SHORT_HASH, WAYS
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import LIST, LIST_NOT_THERE

TITLE = "Child-level lists"
FULL = (
    Column("Ver.", 12, names_row=True),
    Column("Taken in", 27),
    Column("Rows", 32),
    Column("Open problems", 29),
    Column("State", 24),
    Column("Checked, signed, sent by", 56),
)
FOR_INSPECTORS = (
    Column("Ver.", 22, names_row=True),
    Column("Rows", 40),
    Column("SHA-256 of the file", 58),
    Column("Sent", 60),
)
NOTHING = "No list is asked for here."
NONE_SENT = "Not sent yet"
ROWS = "“Rows”: all of them = without problems + with problems + blank."
HASHES = f"Of each file’s hash the first {SHORT_HASH} signs. “Rows”: without those that are blank."
STEPS = {Step.CHECKED: "Checked", Step.SIGNED: "Signed", Step.SENT: "Sent"}


def lists_sheet(material: Material) -> Sheet:
    """Every version that was taken in; for inspectors those that were sent to them."""
    columns = FOR_INSPECTORS if material.for_inspectors else FULL
    rows = tuple(row for each in material.lists for row in _rows(material, each))
    said = HASHES if material.for_inspectors else ROWS
    blocks = (
        Table(columns, rows, NOTHING, whole=True),
        Sentence(said if rows else "", quiet=True, aside="End of lists"),
    )
    return Sheet(TITLE, material.readers, blocks, sent_words(material), footer="child-level lists")


def sent_words(material: Material) -> str:
    """7 of 7 sent; nothing where the lists go another way."""
    lists = material.lists
    return f"{lists.sent} of {len(lists.lists)} sent" if lists.is_begun else ""


def _rows(material: Material, each: KeptList) -> Iterable[Row | SectionRow]:
    wanted = each.wanted
    due = f"due {material.due(wanted.due)}" if wanted.due else ""
    yield SectionRow(str(wanted.number), wanted.title, due)
    if material.for_inspectors:
        sent = [_sent_row(version) for version in each.versions if version.is_sent]
        yield from sent or [(Cell(NOBODY), Cell(NONE_SENT))]
        return
    if each.late_by:
        yield Cell(NOBODY), Cell(f"{span(each.late_by)} late", Sign.LATE, strong=True)
    if not each.versions:
        yield Cell(NOBODY), LIST_NOT_THERE
    yield from (_row(material, each, version) for version in each.versions)


def _row(material: Material, kept: KeptList, version: ListVersion) -> Row:
    parts = f"= {version.accepted:,} + {version.with_problems:,} + {version.blank:,}"
    return (
        Cell(f"v{version.number}"),
        Cell(f"{day_short(version.when.date())}, {clock(version.when)}"),
        Cell(f"{version.read:,}", below=(Cell(parts, quiet=True),)),
        _problems(version, quiet=_is_replaced(kept, version)),
        _state(kept, version),
        _done_by(material, version),
    )


def _is_replaced(kept: KeptList, version: ListVersion) -> bool:
    """An older version that was never sent."""
    return version is not kept.newest and not version.is_sent


def _problems(version: ListVersion, *, quiet: bool) -> Cell:
    """14 errors, then 2 warnings: of each gravity that there is; quiet where they are past."""
    amounts = ((gravity, version.count(gravity)) for gravity in Gravity)
    first, *others = [
        Cell(
            counted(amount, gravity.value),
            strong=gravity is Gravity.ERROR and not quiet,
            quiet=quiet,
        )
        for gravity, amount in amounts
        if amount
    ] or [Cell("None")]
    return replace(first, below=tuple(others))


def _state(kept: KeptList, version: ListVersion) -> Cell:
    """How far it has come; what was replaced says only that."""
    if _is_replaced(kept, version):
        return Cell("Replaced", quiet=True)
    held = kept.held
    if version is kept.newest and kept.is_behind and held:
        behind = Cell(f"Inspectors hold v{held.number}", Sign.WARNING, strong=True)
        return replace(LIST[version.reached], below=(behind,))
    return LIST[version.reached]


def _done_by(material: Material, version: ListVersion) -> Cell:
    """Who checked, signed and sent it, and why it was signed with errors in it."""
    lines = [line for step in ORDER if (line := version.done(step))]
    said = [Cell(_step(material, line)) for line in lines]
    said += [Cell(f"Reason: {line.reason}", quiet=True) for line in lines if line.reason]
    first, *others = said or [Cell(NOBODY)]
    return replace(first, below=tuple(others))


def _step(material: Material, line: Line) -> str:
    """Signed: Director of children’s services; Sent: Inspection coordinator, portal."""
    who = material.signed(line.who or line.by.signed)
    way = f", {WAYS.get(line.way, line.way)}" if line.way else ""
    return f"{STEPS[line.step]}: {who}{way}"


def _sent_row(version: ListVersion) -> Row:
    line = version.done(Step.SENT)
    when = f"{day_short(line.when.date())}, {clock(line.when)}" if line else NOBODY
    way = f", {WAYS.get(line.way, line.way)}" if line and line.way else ""
    return (
        Cell(f"v{version.number}"),
        Cell(f"{version.read - version.blank:,}"),
        Cell(version.digest[:SHORT_HASH]),
        Cell(f"{when}{way}"),
    )
