"""What each field of a meeting is called, and what it does to the meeting."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.meetings import typed_times
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.typed_times import DAY, END, START
from jtai_desktop.ui.pages.week.offered import Offered

Edit = Callable[[Meeting], Meeting]
KIND, TITLE, CHILD, PLACE, CHAIR, WHOM = "Kind", "Title", "Child", "Place", "Chair", "With whom"
HOST, PREPARES, ATTENDING, INSPECTOR = "Host", "Prepares", "Attending", "Inspector"
AGENCIES, OBSERVE, EXPLAINED = "Agencies", "Observe", "Explained"
NOTE, PREPARATION = "Note for inspectors", "Preparation"
# Where each line of text goes; the words are those that a refusal names as its place.
TEXTS: Final = MappingProxyType(
    {
        TITLE: "title",
        CHILD: "child",
        PLACE: "place",
        CHAIR: "chair",
        WHOM: "whom",
        EXPLAINED: "explained",
        HOST: "host",
        PREPARES: "prepares",
        INSPECTOR: "inspector",
    }
)
NOTES: Final = MappingProxyType({NOTE: "note", PREPARATION: "preparation"})
LABELS: Final = MappingProxyType(
    {
        EXPLAINED: "Explained to child and family: by whom, when",
        HOST: "Who hosts",
        PREPARES: "Who prepares",
        ATTENDING: "People attending, with commas between",
        PLACE: "Place or link",
    }
)
HINTS: Final = MappingProxyType(
    {
        CHILD: "Child A",
        DAY: "Tue 17 Nov 2026",
        START: "09:00",
        END: "10:30",
        PLACE: "Civic Centre, room 4",
        EXPLAINED: "Social worker, Thu 5 Nov",
        TITLE: "If it has one",
    }
)


def texts_of(meeting: Meeting) -> dict[str, str]:
    """What stands in each line of text."""
    found = {place: str(getattr(meeting, name)) for place, name in TEXTS.items()}
    found[DAY] = typed_times.shown_day(meeting.start)
    found[START] = typed_times.shown_clock(meeting.start)
    found[END] = typed_times.shown_clock(meeting.end)
    found[ATTENDING] = ", ".join(meeting.attending)
    return found


def edit_of_times(place: str, text: str, found: Offered) -> Edit:
    """Another day or start keeps the length; another end changes it."""
    if place == DAY:
        day = typed_times.day_typed(text, found.span)

        def on_day(meeting: Meeting) -> Meeting:
            start = typed_times.on_day(meeting.start, day)
            return replace(meeting, start=start, end=typed_times.moved(meeting, start)[1])

        return on_day
    hour = typed_times.clock_typed(text, place)

    def at_hour(meeting: Meeting) -> Meeting:
        if place == END:
            return replace(meeting, end=typed_times.at(meeting.start.date(), hour, END))
        start = typed_times.at(meeting.start.date(), hour, START)
        return replace(meeting, start=start, end=typed_times.moved(meeting, start)[1])

    return at_hour
