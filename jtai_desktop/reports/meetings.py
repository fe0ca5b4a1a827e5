"""The return of the meetings, and the sheet with what changed since it was sent."""

from collections.abc import Iterable
from itertools import groupby

from jtai_desktop.domain.meetings.meeting import FACTS, Meeting
from jtai_desktop.domain.meetings.sending import Change, ChangeKind, Sending
from jtai_desktop.domain.wording import counted, day_long, stamp, times
from jtai_desktop.reports import meeting_cells as cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Sign,
    Table,
)
from jtai_desktop.reports.held import WAYS
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import CHANGE

TITLE, UPDATE = "Return of the meetings", "Update of the meetings"
COLUMNS = (
    Column("Time", 22),
    Column("Meeting", 45, names_row=True),
    Column("Place or link", 32),
    Column("Chair", 26),
    Column("Agencies", 24),
    Column("May observe", 31),
)
CHANGED = (
    Column("State", 25),
    Column("Meeting", 47, names_row=True),
    Column("As it stands now", 54),
    Column("As it was sent", 54),
)
NOTHING = "No meeting of the fieldwork week is known yet."
_WHERE: tuple[str, ...] = ("start", "place")
NO_CHANGE = "The inspectors hold every meeting as it stands."
NOT_SENT = "The return was not sent yet, so there is nothing to update."
OUTSIDE = "outside the fieldwork week"
SAID = {
    ChangeKind.NEW: "new since sent",
    ChangeKind.CHANGED: "changed since sent",
    ChangeKind.CANCELLED: "cancelled since sent",
}


def meetings_sheet(material: Material) -> Sheet:
    """Every meeting that takes place, day by day, as it stands."""
    held = _returned(material)
    blocks: list[Block] = [
        Table(COLUMNS, tuple(_rows(material, held)), NOTHING, whole=True),
        Sentence(
            "“May observe”: whether an inspector may, and who explained it to child and family.",
            quiet=True,
            aside="End of return",
        ),
    ]
    if not material.for_inspectors:
        sent = tuple(_sent(material, each) for each in material.week.sendings)
        blocks += [Heading("What was sent"), Facts(sent, 0.18, "The return was not sent yet.")]
    return Sheet(TITLE, material.readers, tuple(blocks), return_words(material), footer="meetings")


def update_sheet(material: Material) -> Sheet:
    """What is new, changed or cancelled since the inspectors were told last."""
    sendings = material.week.sendings
    rows = tuple(_change(material, each) for each in material.week.changes)
    nothing = NO_CHANGE if sendings else NOT_SENT
    blocks = (
        Table(CHANGED, rows, nothing),
        Sentence("All other meetings stand as they were sent.", quiet=True, aside="End of update"),
    )
    about = f"Since {stamp(sendings[-1].when)}" if sendings else ""
    shown = blocks if rows else blocks[:1]
    return Sheet(UPDATE, material.readers, shown, about, footer="update of the meetings")


def return_words(material: Material) -> str:
    """5 meetings, 1 changed since the return was sent."""
    held, changes = _returned(material), material.week.changes
    if not held and not changes:
        return ""
    told = counted(len(held), "meeting")
    if not material.week.sendings:
        return f"{told}, not sent yet"
    return f"{told}, {len(changes) or 'none'} changed since the return was sent"


def _returned(material: Material) -> tuple[Meeting, ...]:
    held = (each for each in material.week.standing if each.is_returned)
    return tuple(sorted(held, key=lambda each: (each.start, each.end, each.id)))


def _rows(material: Material, held: tuple[Meeting, ...]) -> Iterable[Row | SectionRow]:
    changes = {change.meeting.id: change for change in material.week.changes}
    outside = {each.id for each in material.week.outside}
    for day, group in groupby(held, key=lambda each: each.start.date()):
        theirs = tuple(group)
        yield SectionRow("", day_long(day, year=False), counted(len(theirs), "meeting"))
        for each in theirs:
            yield _row(material, each, changes.get(each.id), is_outside=each.id in outside)


def _row(material: Material, meeting: Meeting, change: Change | None, *, is_outside: bool) -> Row:
    below = [Cell(f"For inspectors: {meeting.note}", quiet=True)] if meeting.note else []
    if not material.for_inspectors:
        warned = [SAID[change.kind]] if change else []
        warned += [OUTSIDE] if is_outside else []
        below += [Cell(text, Sign.WARNING, strong=True) for text in warned]
    return (
        Cell(times(meeting.start, meeting.end)),
        Cell(material.called(meeting), below=tuple(below)),
        Cell(meeting.place or NOBODY),
        cells.chair_cell(material, meeting),
        Cell(cells.agencies_of(material, meeting) or NOBODY),
        cells.observe_cell(material, meeting),
    )


def _sent(material: Material, sending: Sending) -> Fact:
    name = "Return" if sending.number == 1 else f"Update {sending.number - 1}"
    way = WAYS.get(sending.way, sending.way)
    held = counted(len(sending.meetings), "meeting")
    said = f"{held}, {stamp(sending.when)}, {way}, by {material.signed(sending.by.signed)}"
    return Fact(name, said, sign=Sign.SENT)


def _change(material: Material, change: Change) -> Row:
    """A reason for a cancellation is ours: what inspectors read is that it does not take place."""
    called = Cell(material.called(change.meeting))
    if change.kind is ChangeKind.CANCELLED:
        now, names = Cell("Does not take place"), _WHERE
        if change.meeting.cancelled and not material.for_inspectors:
            now = Cell(now.text, below=(Cell(change.meeting.cancelled, quiet=True),))
    else:
        names = _names(change)
        now = _column(material, change.meeting, names)
    before = _column(material, change.before, names) if change.before else Cell(NOBODY)
    return CHANGE[change.kind], called, now, before


def _names(change: Change) -> tuple[str, ...]:
    """The fields that differ; of a new meeting all that its name does not say."""
    if change.kind is ChangeKind.NEW:
        return tuple(name for name in FACTS if name not in {"kind", "title", "child"})
    return tuple(name for name, word in FACTS.items() if word in change.what)


def _column(material: Material, meeting: Meeting, names: tuple[str, ...]) -> Cell:
    facts = cells.facts_of(material, meeting)
    wanted = dict.fromkeys("start" if name == "end" else name for name in names)
    first, *others = [facts[name] for name in wanted if facts[name]] or [NOBODY]
    return Cell(first, below=tuple(Cell(text) for text in others))
