"""The conversations of the example, played through the actions that a person uses."""

from typing import Any

from jtai_desktop.domain.conversations.lines import Step, View
from jtai_desktop.domain.conversations.person import Role
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import conversations, overview
from jtai_desktop.services.conversations import Explained, Said
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]


def play(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """One step, if it is about conversations."""
    if "talk_with" in step:
        _add(workspace, inspection_id, step["talk_with"])
    elif "talk" in step:
        people = {
            f"{each.mark} {each.role}": each.id
            for each in overview.load(workspace, inspection_id).people
        }
        for who in step["who"]:
            taken, said = Step(step["talk"]), _said(step)
            conversations.take_step(workspace, inspection_id, people[who], taken, said)


def _add(workspace: Workspace, inspection_id: str, people: list[str]) -> None:
    children = {child.mark: child.id for child in overview.load(workspace, inspection_id).children}
    for each in people:
        mark, _, role = each.partition(" ")
        conversations.add_person(workspace, inspection_id, children[mark], Role(role))


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
