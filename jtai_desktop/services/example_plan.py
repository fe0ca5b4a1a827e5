"""The action plan of the example, played through the actions that a person uses."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.services import actions, overview, plan_versions
from jtai_desktop.services.actions import Correction, New
from jtai_desktop.services.example_documents import document_ids
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]
Deed = Callable[[Workspace, str, str, Script], object]
TEXTS = ("section", "text", "lead", "deputy", "timescale", "measure", "references")


def play(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """One step, if it is about the plan."""
    match step.get("plan", ""):
        case "":
            return
        case "add":
            _add(workspace, inspection_id, step)
        case "issue":
            note, final = step["note"], step.get("final", False)
            plan_versions.issue(workspace, inspection_id, step["boards"], note, final=final)
        case deed:
            for number in step.get("actions", [step.get("action")]):
                one = _one(workspace, inspection_id, number)
                DEEDS[deed](workspace, inspection_id, one, step)


def _add(workspace: Workspace, inspection_id: str, step: Script) -> None:
    plan = overview.load(workspace, inspection_id).action_plan()
    wanted = {f"Finding {number}" for number in step.get("answers", ())}
    sources = tuple(each.key for each in plan.sources if each.called in wanted)
    texts = {key: step[key] for key in TEXTS if key in step}
    actions.add(workspace, inspection_id, New(number=step["action"], sources=sources, **texts))


DEEDS: Final[Mapping[str, Deed]] = {
    "started": lambda w, i, one, step: actions.set_started(w, i, one, step["day"]),
    "completed": lambda w, i, one, step: actions.set_completed(w, i, one, step["day"]),
    "forecast": lambda w, i, one, step: actions.set_forecast(w, i, one, step["day"]),
    "evidence": lambda w, i, one, step: actions.set_evidence(w, i, one, _named(w, i, step)),
    "impact": lambda w, i, one, step: actions.set_impact(w, i, one, step["text"]),
    "timescale": lambda w, i, one, step: actions.set_timescale(w, i, one, step["words"]),
    "progress": lambda w, i, one, step: actions.note_progress(w, i, one, step["text"], step["day"]),
    "correct": lambda w, i, one, step: actions.correct_progress(
        w, i, one, Correction(1, step["text"], step["reason"])
    ),
    "override": lambda w, i, one, step: actions.override(
        w, i, one, Rating(step["rating"]), step["reason"]
    ),
}


def _named(workspace: Workspace, inspection_id: str, step: Script) -> list[str]:
    """The documents that answer the items named."""
    documents = document_ids(overview.load(workspace, inspection_id))
    return [documents[code] for code in step["items"]]


def _one(workspace: Workspace, inspection_id: str, number: str) -> str:
    every = overview.load(workspace, inspection_id).actions
    return next(each.id for each in every if each.number == number)
