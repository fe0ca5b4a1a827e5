"""What the action plan shows, made on the vault’s thread."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jtai_desktop.domain.actions.doubts import Doubt, doubts
from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.rating import AT_RISK, FINISHED
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import actions
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.cells import Row
from jtai_desktop.ui.plan.row_cells import near, row_of


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The plan, what looks wrong with it, the roles that can lead, the documents of the register.

    `wrong` has what looks wrong by the action it is about, `rows` the row of each action.
    """

    plan: ActionPlan
    doubts: tuple[Doubt, ...] = ()
    wrong: Mapping[str, tuple[Doubt, ...]] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)

    @property
    def fact(self) -> str:
        """24 actions, 3 completed, 5 at risk, 2 late, version 2 issued Mon 2 Nov."""
        plan = self.plan
        counts = plan.counts
        done, risk = (sum(counts[each] for each in some) for some in (FINISHED, AT_RISK))
        said = [
            counted(len(plan.entries), "action"),
            f"{done} completed" if done else "",
            f"{risk} at risk" if risk else "",
            f"{len(plan.late)} late" if plan.late else "",
        ]
        if plan.issued is not None:
            said.append(f"version {plan.issued.number} issued {self.near(plan.issued.when.date())}")
        return ", ".join(filter(None, said))

    def near(self, day: date) -> str:
        """Mon 2 Nov in this year, else with the year."""
        return near(day, self.plan.today)

    def entry(self, key: str) -> Entry | None:
        """The action of a row."""
        return self.plan.entry(key)


def plan_facts(view: Overview) -> PlanFacts:
    """Everything at once, of an inspection as it stands."""
    plan = view.action_plan()
    found = doubts(plan)
    by_action: dict[str, list[Doubt]] = defaultdict(list)
    for each in found:
        if each.action_id:
            by_action[each.action_id].append(each)
    return PlanFacts(
        plan=plan,
        doubts=found,
        wrong={key: tuple(those) for key, those in by_action.items()},
        roles=tuple(dict.fromkeys(each.role for each in view.contacts)),
        documents=actions.document_names(view),
        rows={each.action.id: row_of(each, plan.today) for each in plan.entries},
    )
