"""The rows of Today that are about documents: late ones, next steps, what each agency lacks."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.counting import AgencyCounts, by_agency, counts, made_of
from jtai_desktop.domain.documents.doubts import DoubtKind
from jtai_desktop.domain.documents.lateness import Late, said
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.domain.wording import moment_short
from jtai_desktop.ui.kit.bar_meter import Segment, SegmentBar
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

# A place that is not built yet is not led to.
BUILT = frozenset(place.key for place in PLACES)
TO_SEND = (
    Column("agency", "Agency", 88),
    Column("count", "Still to send", 32, right=True),
    Column("bar", "Late, with the agency, with us"),
    Column("of", "Of", 52, right=True),
)
STEPS = (
    (State.READY, (Ours.READY,), "Review and send"),
    (State.TO_CHECK, (Ours.TO_CHECK,), "Check"),
    (State.ASKED, (Ours.ASKED,), "Chase"),
    (State.RETURNED, (Ours.RETURNED,), "Chase"),
    (State.NOT_ASKED, (Ours.NOT_ASKED,), "Ask"),
)
LEGEND = ((Role.LATE, "late"), (Role.CTL, "with the agency"), (Role.WITH_US, "with us"))
TIMES = {0: "not chased", 1: "chased once", 2: "chased twice"}


def late_rows(day: Day) -> list[Row]:
    """What is late, or late to us, with whom, and how often they were chased."""
    return [_late_row(day, entry) for entry in day.register.overdue]


def late_words(day: Day) -> str:
    """All late to us; 3 late, 2 late to us: past the milestone, or only past our own time."""
    to_us = sum(1 for entry in day.register.overdue if entry.late is Late.TO_US)
    late = len(day.overdue) + len(day.register.overdue) - to_us
    if not to_us:
        return ""
    return f"{late} late, {to_us} late to us" if late else "late to us, not to the inspectors"


def next_step_rows(day: Day) -> list[Row]:
    """What is due today and not late yet, by its next step."""
    due = _due_today(day)
    rows = []
    for state, places, link in STEPS:
        found = [entry for entry in due if entry.ours in places]
        if found:
            rows.append(_step_row(state, found, link))
    return rows


def due_documents(day: Day) -> int:
    """How many documents are due today and not late."""
    return len(_due_today(day))


def to_send_rows(day: Day) -> list[Row]:
    """What each agency has still to bring, and what we have of it still to send."""
    found = [each for each in by_agency(day.register.entries) if each.counts.to_send]
    # So wide that the longest bar leaves room, as the drawing has it.
    full = round(max((each.counts.to_send for each in found), default=1) * 1.2)
    return [_agency_row(day, each, full) for each in found]


def to_send_aside(day: Day) -> str:
    """34 of 73."""
    every = counts(day.register.entries)
    return f"{every.to_send} of {every.total}"


def legend() -> QWidget:
    """Which colour of the bars is what."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 4, 0, 0)
    row.setSpacing(5)
    for role, word in LEGEND:
        swatch = SegmentBar([Segment(1, role, word)], 1)
        swatch.setFixedWidth(10)
        row.addWidget(swatch)
        row.addWidget(Words(word, FontRole.LABEL, Role.INK2))
        row.addSpacing(8)
    row.addStretch(1)
    return whole


def _due_today(day: Day) -> list[Entry]:
    return [
        entry
        for entry in day.register.open
        if entry.late is Late.NO and entry.due and entry.due.day == day.date
    ]


def _late_row(day: Day, entry: Entry) -> Row:
    to_us = entry.late is Late.TO_US
    look = look_of(State.LATE_TO_US if to_us else State.LATE)
    missing = [each.fact for each in entry.doubts if each.kind is DoubtKind.COUNT]
    what = ", ".join([entry.item.short, *missing])
    passed = entry.item.internal if to_us else entry.due
    lead = entry.item.child.label if entry.item.child else entry.item.code
    chased = TIMES.get(entry.chased, f"chased {entry.chased} times")
    spoken = said(entry.late, entry.late_by)
    return Row(
        f"{_place(entry)}:{entry.item.id}",
        (
            Cell(state=look.worded(spoken.removesuffix(" to us")), tip=spoken),
            Cell(what, lead=lead),
            Cell(day.agency_short(entry.agency), ink=Role.INK2),
            Cell(f"due {moment_short(passed)}" if passed else "", ink=Role.INK2),
            Cell(chased, ink=Role.INK2, font=FontRole.LABEL, right=True),
        ),
        said=f"{lead}, {what}, {spoken}, {day.agency_short(entry.agency)}, {chased}",
    )


def _step_row(state: State, found: list[Entry], link: str) -> Row:
    children = sum(1 for entry in found if entry.item.child)
    return Row(
        f"documents:{state}",
        (
            Cell(state=look_of(state)),
            Cell(made_of(len(found) - children, children), lead=str(len(found))),
            Cell(),
            Cell(link=link if "documents" in BUILT else "", right=True),
        ),
    )


def _agency_row(day: Day, found: AgencyCounts, full: int) -> Row:
    held = found.counts
    bar = ((held.late, Role.LATE), (held.with_agency, Role.CTL), (held.with_us, Role.WITH_US))
    name = day.agency_short(found.agency)
    spoken = (
        f"{name}: {held.to_send} of {held.total} still to send, {held.late} late,"
        f" {held.with_agency} with the agency, {held.with_us} with us"
    )
    return Row(
        f"documents:{found.agency}",
        (
            Cell(name, flush=True),
            Cell(str(held.to_send), bold=True, right=True),
            Cell(bar=bar, bar_full=full),
            Cell(f"of {held.total}", ink=Role.INK2, font=FontRole.LABEL, right=True),
        ),
        said=spoken,
    )


def _place(entry: Entry) -> str:
    return "children" if entry.item.child else "documents"
