"""Audits for tests: short to write, each step an hour later."""

from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain.audits.audit import Audit, Case, Team
from jtai_desktop.domain.audits.entries import Entry, Field, Part, written
from jtai_desktop.domain.audits.returns import Return, Said, Signed, Step, take
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.moments import LONDON, at

START = datetime(2026, 11, 2, 9, 0, tzinfo=LONDON)
DUE = at(datetime(2026, 11, 9, 12, 0, tzinfo=LONDON))
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
BY = Who("Inspection coordinator")


def taken(before: Return, *steps: Step | tuple[Step, Said]) -> Return:
    """The return with these steps."""
    for each in steps:
        step, said = each if isinstance(each, tuple) else (each, Said(how="by telephone"))
        when = START + timedelta(hours=len(before.lines))
        before = take(before, step, said, Signed(when, BY), "Case 1, Police")
    return before


def owed(case: str = "c1", team: str = "t1", *steps: Step | tuple[Step, Said]) -> Return:
    """A return of a case and a team."""
    return taken(Return(f"{case} {team}", case, team), *steps)


def audit(**given: object) -> Audit:
    """Two cases, two teams, and all that an audit needs."""
    made = Audit(
        id="a1",
        theme="Mental health",
        period="March to August 2026",
        due=DUE,
        scrutineer="Independent scrutineer",
        cases=(
            Case("c1", "Case 1", "11 to 13", "In care"),
            Case("c2", "Case 2", "14 to 16", "Known to CAMHS"),
        ),
        teams=(Team("t1", "Police", "police"), Team("t2", "Hospital ward")),
        entries=(entry(Part.LINE, {Field.TEXT: "Was risk seen early?"}),),
    )
    return replace(made, **given)  # type: ignore[arg-type]


def entry(part: Part, wanted: dict[Field, str], number: int = 1) -> Entry:
    """An entry as it is typed."""
    return written(Entry(f"{part} {number}", part, number), wanted)
