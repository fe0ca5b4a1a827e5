"""Letters, findings and steps made for tests."""

from datetime import date, datetime
from typing import Any

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.findings.finding import Finding, Kind
from jtai_desktop.domain.findings.letter import KeptLetter, KeptStep
from jtai_desktop.domain.flags import Noted
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.domain.moments import LONDON

BY = Noted(datetime(2026, 3, 9, 9, 30, tzinfo=LONDON), Who("Coordinator"))
FACTS = Facts(
    letter_date=date(2026, 3, 6),
    fieldwork_start=date(2026, 1, 12),
    fieldwork_end=date(2026, 1, 16),
    area="Northmoor",
    theme="children who go missing",
    statement_due=date(2026, 6, 18),
    principal_authority="Northmoor Council",
)


def letter(**given: Any) -> KeptLetter:  # noqa: ANN401
    """The letter of 6 March."""
    return KeptLetter(**{"id": "l1", "facts": FACTS, "added": BY, **given})


def finding(number: int = 1, **given: Any) -> Finding:  # noqa: ANN401
    """An area for improvement of that letter."""
    usual = {
        "id": f"f{number}",
        "letter_id": "l1",
        "number": number,
        "kind": Kind.IMPROVEMENT,
        "text": f"Point {number} has to be better.",
        "confirmed": BY,
    }
    return Finding(**{**usual, **given})


def step(number: int = 1, name: str = "Scrutiny", **given: Any) -> KeptStep:  # noqa: ANN401
    """A step to that letter’s statement."""
    given.setdefault("before", 5)
    held = given.pop("held", False)
    return KeptStep(f"s{number}", "l1", number, Step(name, **given), held)
