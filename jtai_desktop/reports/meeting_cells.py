"""What papers say of a meeting, the same on the return, its update and the week."""

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.wording import day_month, times
from jtai_desktop.reports.blocks import Cell, Sign
from jtai_desktop.reports.material import NOBODY, Material

NOT_EXPLAINED = "Not explained yet"
TO_FOLLOW = "Explanation to follow"


def when_of(meeting: Meeting) -> str:
    """Thu 19 Nov, 10:00–11:30."""
    return f"{day_month(meeting.start.date())}, {times(meeting.start, meeting.end)}"


def agencies_of(material: Material, meeting: Meeting) -> str:
    """Council, Police, CAMHS."""
    return ", ".join(material.agency_short(key) for key in meeting.agencies)


def chair_cell(material: Material, meeting: Meeting) -> Cell:
    """By role."""
    return Cell(material.signed(meeting.chair) or NOBODY)


def observe_cell(material: Material, meeting: Meeting) -> Cell:
    """Whether an inspector may observe, and who explained that to child and family."""
    if not meeting.observe:
        return Cell("No")
    if meeting.explained:
        return Cell("Yes", below=(Cell(f"Explained: {meeting.explained}", quiet=True),))
    if material.for_inspectors:
        return Cell("Yes", below=(Cell(TO_FOLLOW, quiet=True),))
    return Cell("Yes", below=(Cell(NOT_EXPLAINED, Sign.WARNING, strong=True),))


def facts_of(material: Material, meeting: Meeting) -> dict[str, str]:
    """Each fact that is sent, in words, by the name of its field; start and end are one."""
    explained = f"Explained: {meeting.explained}" if meeting.explained else TO_FOLLOW
    return {
        "kind": material.week.kind(meeting),
        "title": _named("Title", meeting.title),
        "child": meeting.child,
        "start": when_of(meeting),
        "place": _named("Place", meeting.place),
        "chair": _named("Chair", material.signed(meeting.chair)),
        "agencies": _named("Agencies", agencies_of(material, meeting)),
        "observe": "An inspector may observe" if meeting.observe else "Not to be observed",
        "explained": explained if meeting.observe or meeting.explained else "",
        "note": _named("Note", meeting.note),
    }


def _named(word: str, text: str) -> str:
    return f"{word}: {text}" if text else ""
