"""A list as it was taken in: its counts and problems, and who checked, signed and sent it.

What was taken in is never changed, and neither are the lines of what was done with it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.lines import SendingWay, Who
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted


class Step(StrEnum):
    """What is done with a version of a list, in this order; a withdrawal takes back."""

    CHECKED = "checked"
    SIGNED = "signed"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


ORDER = (Step.CHECKED, Step.SIGNED, Step.SENT)


@dataclass(frozen=True, slots=True)
class KeptProblem:
    """One problem without the values found: where it is, what was wanted, in how many rows."""

    rule: str
    gravity: Gravity
    letter: str
    heading: str
    wanted: str
    alike: int
    rows: tuple[int, ...] = ()

    @property
    def name(self) -> tuple[str, str, str]:
        """By what it is known again in another version."""
        return self.rule, self.heading, self.wanted


@dataclass(frozen=True, slots=True)
class Line:
    """One step: `who` checked or signed it, `way` is how it went, `reason` why all the same."""

    number: int
    step: Step
    when: datetime
    by: Who
    who: str = ""
    way: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One list of one file, as it was read; every row of it is accounted for."""

    id: str
    list_number: int
    number: int
    when: datetime
    by: Who
    file: str
    digest: str
    sheet: str
    heading_row: int
    read: int
    accepted: int
    with_problems: int
    blank: int
    problems: tuple[KeptProblem, ...] = ()
    lines: tuple[Line, ...] = ()

    def count(self, gravity: Gravity) -> int:
        """How many cells, or headings and sheets, have a problem of this gravity."""
        return sum(max(1, one.alike) for one in self.problems if one.gravity is gravity)

    def done(self, step: Step) -> Line | None:
        """The line that says so, unless it was withdrawn since."""
        return standing(self.lines).get(step)

    @property
    def reached(self) -> Step | None:
        """How far it has come."""
        there = standing(self.lines)
        return next((step for step in reversed(ORDER) if step in there), None)

    @property
    def is_sent(self) -> bool:
        """Whether the inspectors hold it."""
        return self.done(Step.SENT) is not None


def standing(lines: tuple[Line, ...]) -> dict[Step, Line]:
    """The steps that hold. A withdrawal takes back all before it; nothing takes back a sending."""
    found: dict[Step, Line] = {}
    for line in lines:
        if line.step is Step.WITHDRAWN:
            found.clear()
        else:
            found[line.step] = line
    return found


def offered(version: ListVersion) -> tuple[Step, ...]:
    """The steps that may follow now."""
    reached = version.reached
    if reached is None:
        return (Step.CHECKED,)
    if reached is Step.SENT:
        return ()
    return ORDER[ORDER.index(reached) + 1], Step.WITHDRAWN


def take(version: ListVersion, line: Line) -> ListVersion:
    """The version with one more line; refused where the step may not follow or lacks something."""
    if line.step not in offered(version):
        raise Refused(_why_not(version, line.step), place="Step")
    kept = replace(
        line,
        number=len(version.lines) + 1,
        who=texts.line(line.who, "Who", needed=line.step in {Step.CHECKED, Step.SIGNED}),
        reason=texts.line(line.reason, "Reason", needed=_needs_reason(version, line.step)),
    )
    if line.step is Step.SENT and line.way not in set(SendingWay):
        raise Refused("Say how it was sent: portal, mail or paper.", place="Way")
    return replace(version, lines=(*version.lines, kept))


def reason_to_sign(version: ListVersion) -> str:
    """What has to be explained by whoever signs; nothing where no error is open."""
    errors = version.count(Gravity.ERROR)
    return f"{counted(errors, 'error')} not mended" if errors else ""


def _needs_reason(version: ListVersion, step: Step) -> bool:
    if step is Step.WITHDRAWN:
        return True
    return step is Step.SIGNED and bool(reason_to_sign(version))


def _why_not(version: ListVersion, step: Step) -> str:
    if version.is_sent:
        return "This version was sent; it stays as it is. Take in a newer one instead."
    if step is Step.SIGNED:
        return "It is signed after it was checked. Note first who checked it."
    if step is Step.SENT:
        return "It is sent after it was signed. Note first who signed it."
    if step is Step.WITHDRAWN:
        return "There is nothing to withdraw yet."
    return "It was checked already. Withdraw that first, with a reason."
