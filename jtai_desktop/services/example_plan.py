"""The action plan of the example, played through the actions that a person uses."""

from typing import Any

from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.services import actions, overview, plan_versions
from jtai_desktop.services.actions import Correction, New
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]
TEXTS = ("section", "text", "lead", "deputy", "timescale", "measure", "references")


def play(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """One step, if it is about the plan."""
    if "add" in step:
        _add(workspace, inspection_id, step)
    elif "issue" in step:
        note, final = step["note"], step.get("final", False)
        plan_versions.issue(workspace, inspection_id, step["issue"], note, final=final)
    elif "started" in step:
        for number in step["started"]:
            one = _one(workspace, inspection_id, number)
            actions.set_started(workspace, inspection_id, one, workspace.now.date())
    else:
        _of_one(workspace, inspection_id, step)


def _add(workspace: Workspace, inspection_id: str, step: Script) -> None:
    plan = overview.load(workspace, inspection_id).action_plan()
    wanted = {f"Finding {number}" for number in step.get("answers", ())}
    sources = tuple(each.key for each in plan.sources if each.called in wanted)
    texts = {key: step[key] for key in TEXTS if key in step}
    actions.add(workspace, inspection_id, New(number=step["add"], sources=sources, **texts))


def _of_one(workspace: Workspace, inspection_id: str, step: Script) -> None:
    deeds = ("progress", "correct", "completed", "impact", "timescale", "forecast", "override")
    deed = next((each for each in deeds if each in step), "")
    if not deed:
        return
    one = _one(workspace, inspection_id, step[deed])
    today = workspace.now.date()
    match deed:
        case "progress":
            actions.note_progress(workspace, inspection_id, one, step["text"])
        case "correct":
            right = Correction(1, step["text"], step["reason"])
            actions.correct_progress(workspace, inspection_id, one, right)
        case "completed":
            actions.set_completed(workspace, inspection_id, one, today)
        case "impact":
            actions.set_impact(workspace, inspection_id, one, step["text"])
        case "timescale":
            actions.set_timescale(workspace, inspection_id, one, step["words"])
        case "forecast":
            actions.set_forecast(workspace, inspection_id, one, step["day"])
        case "override":
            rating = Rating(step["rating"])
            actions.override(workspace, inspection_id, one, rating, step["reason"])


def _one(workspace: Workspace, inspection_id: str, number: str) -> str:
    every = overview.load(workspace, inspection_id).actions
    return next(each.id for each in every if each.number == number)
