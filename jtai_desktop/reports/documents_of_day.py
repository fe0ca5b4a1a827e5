"""From the register to the checklist: what is late, and what is still to send by agency."""

from jtai_desktop.domain import wording
from jtai_desktop.domain.day import Day
from jtai_desktop.domain.documents.counting import AgencyCounts, by_agency, counts
from jtai_desktop.domain.documents.doubts import DoubtKind
from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.moments import Moment
from jtai_desktop.reports.checklist import AgencyMatrix, AgencyRow, ChecklistLine

COLUMNS = ("Late", "With the agency", "To check", "Ready to send")
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def overdue_lines(day: Day) -> tuple[ChecklistLine, ...]:
    """What is late or late to us, each with whom and how often they were chased."""
    return tuple(_late_line(day, entry) for entry in day.register.overdue)


def late_since(day: Day) -> str:
    """All five were due Monday 9, 12:00; nothing where times differ or milestones are late."""
    late = day.register.overdue
    times = {_passed(entry) for entry in late}
    if day.overdue or len(times) != 1 or len(late) < 2:  # noqa: PLR2004 - one speaks for itself
        return ""
    (moment,) = times
    number = NUMBERS[len(late)] if len(late) < len(NUMBERS) else str(len(late))
    of_us = ", our own time" if all(entry.late is Late.TO_US for entry in late) else ""
    return f"all {number} were due {_long(moment)}{of_us}" if moment else ""


def agency_matrix(day: Day) -> tuple[AgencyMatrix, ...]:
    """Still to send, by agency; nothing where there is no register."""
    every = counts(day.register.entries)
    if not day.register.entries:
        return ()
    rows = tuple(
        _row(day, found) for found in by_agency(day.register.entries) if found.counts.to_send
    )
    aside = f"{every.to_send} of {every.total}"
    if day.register.children:
        first = day.register.children[0].item
        child, mark = (first.child.label, first.child.mark) if first.child else ("", "")
        aside = f"{aside}. “{mark} 7” is {child}, document kind 7"
    return (AgencyMatrix("Still to send, by agency", COLUMNS, rows, aside),)


def _late_line(day: Day, entry: Entry) -> ChecklistLine:
    missing = [each.fact for each in entry.doubts if each.kind is DoubtKind.COUNT]
    what = f"{entry.item.short}, {missing[0]} in" if missing else entry.item.short
    chased = f"chased {entry.chased}×" if entry.chased else "not chased yet"
    agency = day.agency_short(entry.agency)
    return ChecklistLine(entry.item.called, what, agency, chased, strong=True)


def _passed(entry: Entry) -> Moment | None:
    return entry.due if entry.late is Late.LATE else entry.item.internal


def _long(moment: Moment | None) -> str:
    if moment is None:
        return ""
    hour = wording.hour(moment)
    day = f"{wording.DAYS[moment.day.weekday()]} {moment.day.day}"
    return f"{day}, {hour}" if hour else day


def _row(day: Day, found: AgencyCounts) -> AgencyRow:
    cells = (found.late, found.with_agency, found.to_check, found.ready)
    return AgencyRow(
        day.agency_short(found.agency),
        str(found.counts.to_send),
        tuple(tuple(entry.item.code for entry in entries) for entries in cells),
    )
