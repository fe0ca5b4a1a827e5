"""Meetings and slots for tests, short to write."""

from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.moments import LONDON

START = datetime(2026, 11, 17, 10, 0, tzinfo=LONDON)
SENT = datetime(2026, 11, 5, 16, 20, tzinfo=LONDON)
BY = Who("Inspection coordinator")


def meeting(name: str = "m1", /, **given: object) -> Meeting:
    made = Meeting(name, "care-review", START, START + timedelta(hours=1), child="Child C")
    return replace(made, **given)  # type: ignore[arg-type]


def slot(name: str, minutes: int = 0, length: int = 60, **given: object) -> Slot:
    start = START + timedelta(minutes=minutes)
    made = Slot(name, name, start, start + timedelta(minutes=length))
    return replace(made, **given)  # type: ignore[arg-type]
