"""The evaluations and the flag of the example, played through the actions that a person uses."""

from typing import Any

from jtai_desktop.domain.evaluations.evaluation import HEAD, JOINT, Key, Part, Stage
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.services import evaluations, flags, overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import documents
from jtai_desktop.store import evaluations as stored

Script = dict[str, Any]
Ids = dict[str, str]
NEEDS = Key(HEAD, "individual-needs")


def play(workspace: Workspace, inspection_id: str, step: Script, data: Script, ids: Ids) -> None:
    """One step, if it is about evaluations or a flag."""
    if "flag" in step:
        _flag(workspace, inspection_id, step, ids)
    elif "ask_own" in step:
        children = _children(workspace, inspection_id)
        of = [children[mark] for mark in step["of"]]
        moment = Moment(step["day"], Hour.AT, step["time"])
        evaluations.ask(workspace, inspection_id, of, step["ask_own"], moment)
    elif "write" in step:
        every = _evaluations(workspace, inspection_id)
        for mark in step["of"]:
            one = every[f"{mark} {step['write']}"]
            evaluations.write(workspace, inspection_id, one, _texts(step, data))
    elif "stage" in step:
        every = _evaluations(workspace, inspection_id)
        for one in (every[who] for who in step["who"]):
            evaluations.move(workspace, inspection_id, one, Stage(step["stage"]))


def _flag(workspace: Workspace, inspection_id: str, step: Script, ids: Ids) -> None:
    if step["flag"] == "raised":
        child = _children(workspace, inspection_id)[step["child"]]
        flags.raise_flag(workspace, inspection_id, child, step["text"], ids[step["owner"]])
        return
    every = overview.load(workspace, inspection_id).flags
    (one,) = (each.id for each in every if each.mark == step["child"] and not each.closed)
    act = flags.confirm if step["flag"] == "confirmed" else flags.close
    act(workspace, inspection_id, one, step["words"])


def _texts(step: Script, data: Script) -> dict[Key, str]:
    said = data[step["write"]]
    texts = {
        Key(number, part): text
        for number in step["questions"]
        for part, text in said[str(number)].items()
        if part not in step.get("without", ())
    }
    for part in (Part.DIFFERENCE, Part.SETTLED):
        if part in step:
            texts[Key(step[part]["question"], part)] = step[part]["text"]
    if "needs" in step:
        texts[NEEDS] = step["needs"]
    return texts


def _children(workspace: Workspace, inspection_id: str) -> Ids:
    with workspace.reading() as session:
        return {child.mark: child.id for child in documents.children(session, inspection_id)}


def _evaluations(workspace: Workspace, inspection_id: str) -> Ids:
    """Each evaluation by the child’s letter and the agency, such as “A joint”."""
    with workspace.reading() as session:
        every = stored.load(session, inspection_id)
    return {
        f"{each.mark} {'joint' if each.agency == JOINT else each.agency}": each.id for each in every
    }
