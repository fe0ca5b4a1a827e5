"""Which children are evaluated: who was taken out and taken back, each time with a reason.

What is recorded about a child that was taken out stays, apart from the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    """That a child was taken out of the selection, or taken back into it."""

    number: int
    out: bool
    when: datetime
    by: Who
    reason: str = ""


def is_selected(choices: Iterable[Choice]) -> bool:
    """Whether the child is still evaluated; every child begins so."""
    last = max(choices, key=lambda each: each.number, default=None)
    return last is None or not last.out


def choose(label: str, before: tuple[Choice, ...], new: Choice) -> tuple[Choice, ...]:
    """The choices with one more; refused where it changes nothing or says no reason."""
    if new.out is not is_selected(before):
        where = "is out of the selection already" if new.out else "is selected already"
        raise Refused(f"{label} {where}.", place=label)
    reason = texts.line(new.reason, "Reason", needed=True)
    return (*before, replace(new, number=len(before) + 1, reason=reason))
