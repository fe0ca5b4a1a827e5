"""Which deeds the panel offers for an action, each with the form that it asks with."""

from collections.abc import Callable
from typing import Final

from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.ui.plan.fact_forms import DayForm, ImpactForm, ProgressForm, RatingForm
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.form import PlanForm
from jtai_desktop.ui.plan.text_forms import AnswersForm, DocumentForm, OutForm, TextsForm

Maker = Callable[[Entry, PlanFacts], PlanForm]
MAKERS: Final[dict[str, tuple[str, str, Maker]]] = {
    "progress": ("Progress…", "plus", ProgressForm),
    "started": ("Started…", "", lambda e, f: DayForm("Started", e, f)),
    "forecast": ("Forecast…", "", lambda e, f: DayForm("Forecast", e, f)),
    "completed": ("Completed…", "tick", lambda e, f: DayForm("Completed", e, f)),
    "impact": ("Impact…", "", lambda e, _f: ImpactForm(e)),
    "rating": ("Rating…", "pen", lambda e, _f: RatingForm(e)),
    "texts": ("Texts…", "", TextsForm),
    "answers": ("Findings…", "", AnswersForm),
    "documents": ("Documents…", "", DocumentForm),
    "due": ("Day…", "", lambda e, f: DayForm("Due", e, f)),
    "correct": ("Put progress right…", "", lambda e, f: ProgressForm(e, f, correcting=True)),
    "out": ("Take out…", "", lambda e, _f: OutForm(e)),
}

# What is done from day to day has a button; the rest stands in a menu.
AT_HAND: Final = ("progress", "started", "forecast", "completed", "impact", "rating")


def offered(entry: Entry, facts: PlanFacts) -> tuple[str, ...]:
    """What can be done with an action now."""
    its = entry.action.facts
    left_out = {
        "forecast": its.completed is not None,
        "started": its.completed is not None,
        "due": not its.timescale.is_vague,
        "correct": not entry.action.standing_progress,
        "documents": not facts.documents,
        "answers": not facts.plan.sources,
    }
    return tuple(key for key in MAKERS if not left_out.get(key, False))
