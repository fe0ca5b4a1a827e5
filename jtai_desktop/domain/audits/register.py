"""All audits of an inspection as they stand: what is owed, what is late, what looks wrong.

Screens, paper, forms and command line ask here, so they can’t disagree.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from jtai_desktop.domain.audits.audit import Audit, Case, Team
from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.naming import name_in_reference, name_in_text
from jtai_desktop.domain.audits.returns import Return, Stage
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, apart
from jtai_desktop.domain.wording import counted, listed, span


@dataclass(frozen=True, slots=True)
class Owed:
    """One return and how it stands now. `came_late` is by how much it came after its time."""

    found: Return
    case: Case
    team: Team
    late_by: timedelta | None = None
    came_late: timedelta | None = None

    @property
    def called(self) -> str:
        """Case 2, Police."""
        return f"{self.case.reference}, {self.team.name}"

    @property
    def late_said(self) -> str:
        """22 h 40 min late; nothing if it is not."""
        return f"{span(self.late_by)} late" if self.late_by else ""

    @property
    def chased_said(self) -> str:
        """Chased once, twice, 3 times; nothing if it was not."""
        number = len(self.found.chases)
        times = {1: "once", 2: "twice"}.get(number, f"{number} times")
        return f"chased {times}" if number else ""


class Doubt(StrEnum):
    """What an audit lacks, in the order in which it is said."""

    SCRUTINEER = "no independent scrutineer"
    LINES = "no key lines of enquiry"
    CASES = "no cases"
    TEAMS = "no teams"
    DUE = "no time for the returns"
    FEATURES = "without features"


@dataclass(frozen=True, slots=True)
class Standing:
    """One audit as it stands now."""

    audit: Audit
    owed: tuple[Owed, ...] = ()
    by_pair: Mapping[tuple[str, str], Owed] = field(default_factory=dict, compare=False)

    @property
    def received(self) -> tuple[Owed, ...]:
        """What has come."""
        return tuple(each for each in self.owed if each.found.stage is Stage.RECEIVED)

    @property
    def late(self) -> tuple[Owed, ...]:
        """What is past its time and has not come."""
        return tuple(each for each in self.owed if each.late_by)

    @property
    def late_teams(self) -> dict[str, int]:
        """How many returns of each team are late, in the order of the teams."""
        return dict(Counter(each.team.name for each in self.late))

    @property
    def received_of(self) -> str:
        """38 of 41 returns."""
        return f"{len(self.received)} of {counted(len(self.owed), 'return')}"

    @property
    def attendees(self) -> int:
        """How many came to the forums, all together."""
        return sum(each.attendees or 0 for each in self.audit.of(Part.FORUM))

    @property
    def doubts(self) -> tuple[str, ...]:
        """What looks wrong, in words."""
        audit = self.audit
        empty = (
            (audit.scrutineer, Doubt.SCRUTINEER),
            (audit.of(Part.LINE), Doubt.LINES),
            (audit.cases, Doubt.CASES),
            (audit.teams, Doubt.TEAMS),
            (audit.due, Doubt.DUE),
        )
        bare = [each.reference for each in audit.cases if not each.features]
        found = [doubt.value for there, doubt in empty if not there]
        return (*found, *([f"{listed(bare)} {Doubt.FEATURES.value}"] if bare else []))

    @property
    def named(self) -> tuple[str, ...]:
        """The remarks on what looks like a name in a case or of the scrutineer, each once."""
        told = (self.audit.scrutineer, *(each.features for each in self.audit.cases))
        found = [name_in_text(each) for each in told]
        found += [
            f"“{each.reference}” looks like a name: Case 1 is enough"
            for each in self.audit.cases
            if name_in_reference(each.reference)
        ]
        return tuple(dict.fromkeys(each.removesuffix(".") for each in found if each))

    def at(self, case_id: str, team_id: str) -> Owed | None:
        """What a team owes for a case."""
        return self.by_pair.get((case_id, team_id))

    def entry(self, return_id: str) -> Owed | None:
        """The return of that identity."""
        return next((each for each in self.owed if each.found.id == return_id), None)


@dataclass(frozen=True, slots=True)
class Audits:
    """Every audit of an inspection, the newest last."""

    standing: tuple[Standing, ...] = ()

    @property
    def late(self) -> tuple[Owed, ...]:
        """Every return that is late."""
        return tuple(owed for each in self.standing for owed in each.late)

    def asked_for(self, audit_id: str) -> Standing | None:
        """That audit, else the newest."""
        return self.of(audit_id) or (self.standing[-1] if self.standing else None)

    def of(self, audit_id: str) -> Standing | None:
        """The audit of that identity."""
        return next((each for each in self.standing if each.audit.id == audit_id), None)


def audits(found: Iterable[Audit], now: datetime, close: time = CLOSE_OF_BUSINESS) -> Audits:
    """The audits as they stand now."""
    return Audits(tuple(_standing(each, now, close) for each in found))


def _standing(audit: Audit, now: datetime, close: time) -> Standing:
    deadline = audit.due.deadline(close) if audit.due else None
    cases = {each.id: each for each in audit.cases}
    teams = {each.id: each for each in audit.teams}
    owed = tuple(
        _owed(each, cases[each.case_id], teams[each.team_id], deadline, now)
        for each in audit.returns
        if each.case_id in cases and each.team_id in teams
    )
    return Standing(audit, owed, {(each.case.id, each.team.id): each for each in owed})


def _owed(found: Return, case: Case, team: Team, deadline: datetime | None, now: datetime) -> Owed:
    if deadline is None:
        return Owed(found, case, team)
    came = found.received
    if came is None:
        late = apart(deadline, now) if deadline < now else None
        return Owed(found, case, team, late_by=late)
    return Owed(found, case, team, came_late=apart(deadline, came) if deadline < came else None)
