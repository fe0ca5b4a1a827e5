"""What a part of the proof found: cases, violations, and whether its control failed as it must."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the table. A control is the same fault where it must do harm."""

    fault: str
    cases: int = 0
    violations: tuple[str, ...] = ()
    came: dict[str, int] = field(default_factory=dict)
    control: str = ""
    control_cases: int = 0
    control_noticed: int = 0
    seconds: float = 0.0
    skipped: str = ""

    @property
    def holds(self) -> bool:
        """Nothing was violated, and the harness has shown that it could notice."""
        if self.skipped:
            return True
        return bool(self.cases) and not self.violations and self.control_noticed > 0

    def as_dict(self) -> dict[str, Any]:
        """As it is handed from a process to the one that started it."""
        return asdict(self)


def of_dict(given: dict[str, Any]) -> Outcome:
    """The outcome that another process handed over."""
    return Outcome(**{**given, "violations": tuple(given["violations"])})


def summed(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """One outcome for each fault, in the order in which they came first."""
    found: dict[str, Outcome] = {}
    for one in outcomes:
        known = found.get(one.fault)
        found[one.fault] = _both(known, one) if known else one
    return list(found.values())


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """The rows as Markdown."""
    lines = [
        "| fault | cases | violated | what came of them | control, which must do harm | seconds |",
        "|---|--:|--:|---|---|--:|",
    ]
    return [*lines, *(_row(one) for one in outcomes)]


def _row(one: Outcome) -> str:
    if one.skipped:
        return f"| {one.fault} | 0 | not run | {one.skipped} | | |"
    came = ", ".join(f"{name} {number:,}" for name, number in sorted(one.came.items()))
    control = f"{one.control}: {one.control_noticed:,} of {one.control_cases:,} noticed"
    cells = (one.fault, f"{one.cases:,}", f"{len(one.violations):,}", came, control)
    return f"| {' | '.join(cells)} | {one.seconds:,.0f} |"


def _both(one: Outcome, other: Outcome) -> Outcome:
    return Outcome(
        one.fault,
        one.cases + other.cases,
        (*one.violations, *other.violations),
        dict(Counter(one.came) + Counter(other.came)),
        one.control or other.control,
        one.control_cases + other.control_cases,
        one.control_noticed + other.control_noticed,
        one.seconds + other.seconds,
        one.skipped and other.skipped,
    )
