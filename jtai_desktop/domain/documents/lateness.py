"""Late, and late to us: a mark beside the status, never in its place."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.domain.moments import Moment, apart
from jtai_desktop.domain.wording import span

WITH_AGENCY = frozenset({Ours.NOT_ASKED, Ours.ASKED, Ours.RETURNED})
WITH_US = frozenset({Ours.TO_CHECK, Ours.READY})
OPEN = WITH_AGENCY | WITH_US


class Late(StrEnum):
    """Late is past the milestone; late to us is past our own, earlier time."""

    NO = "no"
    TO_US = "late-to-us"
    LATE = "late"


def lateness(
    ours: Ours, due: Moment | None, internal: Moment | None, now: datetime, close: time
) -> tuple[Late, timedelta]:
    """Whether it is late, and by how much. What has reached us is no longer late to us."""
    if ours in OPEN and due and due.deadline(close) < now:
        return Late.LATE, apart(due.deadline(close), now)
    if ours in WITH_AGENCY and internal and internal.deadline(close) < now:
        return Late.TO_US, apart(internal.deadline(close), now)
    return Late.NO, timedelta()


def said(late: Late, by: timedelta) -> str:
    """22 h 40 min late; nothing if it is not."""
    if late is Late.NO:
        return ""
    return f"{span(by)} late to us" if late is Late.TO_US else f"{span(by)} late"
