"""The conversations of the example, played through the actions that a person uses."""

from typing import Any

from jtai_desktop.domain.conversations.lines import Step, View
from jtai_desktop.domain.conversations.person import Role
from jtai_desktop.domain.documents.child_fields import Field
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import conversations, selection
from jtai_desktop.services.conversations import Explained, Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import conversations as stored
from jtai_desktop.store import documents

Script = dict[str, Any]
Ids = dict[str, str]


def play(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """One step, if it is about the selected children or about conversations."""
    if "facts_of" in step:
        _set_facts(workspace, inspection_id, step)
    elif "confirms" in step:
        selection.confirm_selection(workspace, inspection_id, step["confirms"])
    elif "talk_with" in step:
        _add(workspace, inspection_id, step["talk_with"])
    elif "talk" in step:
        people = _people(workspace, inspection_id)
        for who in step["who"]:
            taken, said = Step(step["talk"]), _said(step)
            conversations.take_step(workspace, inspection_id, people[who], taken, said)


def _add(workspace: Workspace, inspection_id: str, people: list[str]) -> None:
    children = _children(workspace, inspection_id)
    for each in people:
        mark, _, role = each.partition(" ")
        conversations.add_person(workspace, inspection_id, children[mark], Role(role))


def _set_facts(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """What is recorded of the children named; told is what became known at the time of the step."""
    children = _children(workspace, inspection_id)
    typed = {field: step[field] for field in Field if field in step}
    for mark in step["facts_of"]:
        selection.set_facts(workspace, inspection_id, children[mark], typed)


def _children(workspace: Workspace, inspection_id: str) -> Ids:
    with workspace.reading() as session:
        return {child.mark: child.id for child in documents.children(session, inspection_id)}


def _people(workspace: Workspace, inspection_id: str) -> Ids:
    """Each person by the child’s letter and the role, such as “A mother”."""
    with workspace.reading() as session:
        every = stored.load(session, inspection_id)
    return {f"{each.mark} {each.role}": each.id for each in every}


def _said(step: Script) -> Said:
    given = ("agency", "how", "support", "place", "reason")
    leaflet = ("leaflet", "form", "language", "interpreter")
    return Said(
        who=step.get("by", ""),
        view=View(step.get("view", View.OWN)),
        explained=Explained(**{name: step[name] for name in leaflet if name in step}),
        start=step["start"].replace(tzinfo=LONDON) if "start" in step else None,
        end=step["end"].replace(tzinfo=LONDON) if "end" in step else None,
        **{name: step[name] for name in given if name in step},
    )
