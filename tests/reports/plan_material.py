"""An action plan that says one text wherever there is one."""

from jtai_desktop.domain.actions.action import Progress
from jtai_desktop.domain.actions.plan import ActionPlan, Source
from jtai_desktop.domain.actions.rating import Facts, Rating
from jtai_desktop.domain.actions.timescale import Timescale
from jtai_desktop.domain.actions.versions import (
    ADDED,
    FIELDS,
    GONE,
    Compared,
    Difference,
    Frozen,
    Issued,
    PlanVersion,
)
from tests.domain.actions import made


def plan_saying(text: str) -> ActionPlan:
    """One action with all that it can have, one finding answered and one not."""
    facts = Facts(Timescale(text), started=made.TODAY, impact=text)
    action = made.action(
        text,
        id="a",
        text=text,
        lead=text,
        deputy=text,
        measure=text,
        references=text,
        lines=(made.line(1, made.TODAY, facts, Rating.ON_TRACK, text),),
        progress=(Progress(1, made.at(made.TODAY), made.BY, made.TODAY, text),),
    )
    sources = (
        Source(made.ONE.key, text, text, text),
        Source(made.TWO.key, text, text, text),
    )
    return made.plan(action, sources=sources, versions=(_version(text),))


def changes_saying(text: str) -> tuple[Difference, ...]:
    """A field that changed, an action that came and one that went."""
    return (
        Difference(text, text, "Action", text, text, text),
        Difference(text, text, ADDED, "", text, text),
        Difference(text, text, GONE, text, "", text),
    )


def issued_saying(text: str) -> Issued:
    """One action with all that is frozen."""
    return Issued(_version(text), (Frozen("a", dict.fromkeys(FIELDS, text)),))


def compared_saying(text: str) -> Compared:
    """Two versions with what changed."""
    return Compared(_version(text), _version(text), changes_saying(text))


def _version(text: str) -> PlanVersion:
    return PlanVersion("v1", 1, made.at(made.TODAY), made.BY, (text,), text, seal="5ea1")
