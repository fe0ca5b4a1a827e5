"""Actions made for tests."""

from datetime import date, datetime, timedelta
from typing import Any

from jtai_desktop.domain.actions.action import Action, FactsLine
from jtai_desktop.domain.actions.plan import ActionPlan, Known, Section, Source, action_plan
from jtai_desktop.domain.actions.rating import Facts, Rating
from jtai_desktop.domain.actions.timescale import Timescale
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.evaluations.writing import Signed
from jtai_desktop.domain.moments import LONDON

TODAY = date(2026, 11, 10)
BY = Who("Coordinator")
SECTIONS = (
    Section("social-care", "Children’s social care", ("council",)),
    Section("police", "Police", ("police",)),
    Section("multi-agency", "Multi-agency"),
)
ONE = Source("finding:f1", "Finding 1", "Plans are not shared in time.", "F1")
TWO = Source("finding:f2", "Finding 2", "Return interviews come late.", "F2")
STRENGTH = Source("finding:f3", "Finding 3", "Staff know the children.", wants_answer=False)


def at(day: date) -> datetime:
    """Nine o’clock of a day."""
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=LONDON)


def signed(day: date = TODAY) -> Signed:
    """The coordinator, on a day."""
    return Signed(at(day), BY)


def facts(due: date | None = None, **given: Any) -> Facts:  # noqa: ANN401
    """Facts with a day on which it is due."""
    words = given.pop("words", str(due or ""))
    return Facts(Timescale(words, due), **given)


def line(
    number: int, day: date, its: Facts, override: Rating | None = None, reason: str = ""
) -> FactsLine:
    """Facts as they were from a day on."""
    return FactsLine(number, at(day), BY, its, override, reason)


def action(number: str = "1.1", its: Facts | None = None, **given: Any) -> Action:  # noqa: ANN401
    """An action that lacks nothing."""
    usual = {
        "id": f"a{number}",
        "section": "social-care",
        "number": number,
        "text": f"Do what {number} says.",
        "lead": "Head of safeguarding",
        "measure": "Audits in spring",
        "sources": (ONE.key,),
        "lines": (line(1, TODAY - timedelta(days=100), its or facts(date(2026, 12, 31))),),
    }
    return Action(**{**usual, **given})


def plan(*actions: Action, today: date = TODAY, **given: Any) -> ActionPlan:  # noqa: ANN401
    """A plan of these among two findings and a strength."""
    known = Known(SECTIONS, given.get("sources", (ONE, TWO, STRENGTH)), given.get("versions", ()))
    return action_plan(actions, known, today)
