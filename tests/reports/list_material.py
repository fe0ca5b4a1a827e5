"""Child-level lists that have a text in every one of their fields."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.lists.kept import KeptList, KeptLists, Wanted
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import KeptProblem, Line, ListVersion, Step
from jtai_desktop.domain.moments import Hour, Moment

WHEN = datetime(2026, 11, 5, 8, tzinfo=UTC)
DUE = Moment(WHEN.date(), Hour.END_OF_DAY)


def lists_saying(text: str) -> KeptLists:
    """One sent, with an older version held; one late and not there."""
    lines = tuple(
        Line(number, step, WHEN, Who(text, text), text, text, text)
        for number, step in enumerate((Step.CHECKED, Step.SIGNED, Step.SENT), 1)
    )
    problems = tuple(
        KeptProblem(text, gravity, "H", text, text, 60, tuple(range(3, 53))) for gravity in Gravity
    )
    first = ListVersion(
        "1", 6, 1, WHEN, Who(text, text), text, "a1" * 32, text, 2, 9, 7, 1, 1, problems, lines
    )
    wanted = Wanted(6, text, "lists", DUE)
    return KeptLists(
        (
            KeptList(wanted, (first, replace(first, id="2", number=2, lines=lines[:2]))),
            KeptList(replace(wanted, number=7), (), timedelta(hours=2)),
        )
    )
