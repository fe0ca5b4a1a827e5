"""What the page of findings shows, read in one go on the vault’s thread."""

from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.findings.finding import Finding
from jtai_desktop.domain.findings.register import Findings
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import counted, day_full, day_month
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.plan.facts import PlanFacts, plan_facts


@dataclass(frozen=True, slots=True)
class Facts:
    """Letters, findings and statements as they stand; the plan once its part was shown."""

    view: Overview
    found: Findings
    today: date
    plan: PlanFacts | None = None

    @property
    def agencies(self) -> tuple[tuple[str, str], ...]:
        """The agencies by key and short name."""
        return tuple((each.key, each.short) for each in self.view.agencies)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that a finding can be put under: those met so far, then the guidance’s."""
        met = [each.heading for each in self.found.findings if each.heading]
        known = [each.title for each in self.view.pack.finding_headings]
        return tuple(dict.fromkeys((*met, *known)))

    @property
    def fact(self) -> str:
        """14 findings of 1 letter, 9 to answer."""
        standing = self.found.standing
        if not standing:
            return "no finding kept"
        letters = counted(len({each.letter_id for each in standing}), "letter")
        to_answer = sum(each.wants_answer for each in standing)
        said = f"{counted(len(standing), 'finding')} of {letters}, {to_answer} to answer"
        unanswered = len(self.found.unanswered)
        return f"{said}, {unanswered} without an action" if unanswered else said

    def agency(self, key: str) -> str:
        """What an agency is called here."""
        return next((short for known, short in self.agencies if known == key), key)

    def agencies_of(self, finding: Finding) -> str:
        """Council, Police."""
        return ", ".join(self.agency(key) for key in finding.agencies)

    def day(self, day: date) -> str:
        """Thu 5 Nov this year, with the year before and after."""
        return day_month(day) if day.year == self.today.year else day_full(day)


def read(workspace: Workspace, inspection_id: str, *, planned: bool = False) -> Facts:
    """Everything at once."""
    view = overview.load(workspace, inspection_id)
    plan = plan_facts(view) if planned else None
    return Facts(view, view.findings(), london(view.now).date(), plan)
