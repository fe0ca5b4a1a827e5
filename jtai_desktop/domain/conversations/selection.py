"""Which children are evaluated: who was taken out and taken back, and that it was confirmed.

Until the selection is confirmed it changes freely; after that each change says why. What is
recorded about a child that was taken out stays, apart from the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import stamp

ALLOWANCE = timedelta(minutes=1)
WHY = "Reason is empty. The selection is confirmed, so say why it changes."


@dataclass(frozen=True, slots=True)
class Choice:
    """That a child was taken out of the selection, or taken back into it."""

    number: int
    out: bool
    when: datetime
    by: Who
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That the selection was confirmed: by whom, when, and which children it held (their ids)."""

    number: int
    when: datetime
    by: Who
    children: tuple[str, ...]
    who: str = ""
    happened: datetime | None = None

    @property
    def moment(self) -> datetime:
        """When it was confirmed; where nothing else was said, when it was recorded."""
        return self.happened or self.when


@dataclass(frozen=True, slots=True)
class Selection:
    """The confirmations so far, and who is selected now."""

    confirmations: tuple[Confirmation, ...] = ()
    children: tuple[str, ...] = ()

    @property
    def last(self) -> Confirmation | None:
        """The confirmation that counts."""
        return self.confirmations[-1] if self.confirmations else None

    @property
    def is_confirmed(self) -> bool:
        """Whether each further change needs a reason."""
        return bool(self.confirmations)

    @property
    def has_changed(self) -> bool:
        """Whether other children are selected than were confirmed."""
        return self.last is not None and set(self.last.children) != set(self.children)


def is_selected(choices: Iterable[Choice]) -> bool:
    """Whether the child is still evaluated; every child begins so."""
    last = max(choices, key=lambda each: each.number, default=None)
    return last is None or not last.out


def choose(
    label: str, before: tuple[Choice, ...], new: Choice, *, confirmed: bool = True
) -> tuple[Choice, ...]:
    """The choices with one more; refused where it changes nothing, or says not why and has to."""
    if new.out is not is_selected(before):
        where = "is out of the selection already" if new.out else "is selected already"
        raise Refused(f"{label} {where}.", place=label)
    return (*before, replace(new, number=len(before) + 1, reason=reason_of(new.reason, confirmed)))


def reason_of(reason: str, confirmed: bool) -> str:  # noqa: FBT001 - read as one fact
    """The reason of a change, as it is kept; needed once the selection was confirmed."""
    if confirmed and not reason.strip():
        raise Refused(WHY, place="Reason")
    return texts.line(reason, "Reason")


def confirm(selection: Selection, new: Confirmation) -> Confirmation:
    """A confirmation as it is kept; refused where there is nothing new to confirm."""
    if not selection.children:
        raise Refused("No child is selected yet. Add the children before.", place="Selection")
    if selection.is_confirmed and not selection.has_changed:
        raise Refused("This selection is confirmed already.", place="Selection")
    if new.happened is not None and new.happened > new.when + ALLOWANCE:
        sentence = f"{stamp(new.happened)} is still to come. Give the time at which it was done."
        raise Refused(sentence, place="When")
    who = texts.line(new.who, "By whom", longest=80)
    number = len(selection.confirmations) + 1
    return replace(new, number=number, who=who, children=selection.children)
