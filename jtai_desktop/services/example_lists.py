"""The child-level lists of the example: taken in as if read, then checked, signed and sent."""

from typing import Any

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.lists.scope import Kept
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import KeptProblem, ListVersion, Step
from jtai_desktop.services import kept_lists
from jtai_desktop.services.kept_lists import Incoming, Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import lists as stored
from jtai_desktop.store.lists import Rest

Script = dict[str, Any]
COUNTS = ("read", "accepted", "with_problems", "blank")


def play(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """One step, if it is about lists."""
    if "take_in" in step:
        new = [_incoming(workspace, inspection_id, each) for each in step["take_in"]]
        kept_lists.take_in(workspace, inspection_id, new)
    elif "list_step" in step:
        said = Said(step.get("by", ""), step.get("way", ""), step.get("reason", ""))
        for number in step["lists"]:
            taken = Step(step["list_step"])
            kept_lists.take_step(workspace, inspection_id, number, taken, said)


def _incoming(workspace: Workspace, inspection_id: str, data: Script) -> Incoming:
    with workspace.reading() as session:
        known = stored.load(session, inspection_id)
    version = ListVersion(
        id=workspace.new_id(),
        list_number=data["list"],
        number=1 + sum(1 for each in known if each.list_number == data["list"]),
        when=workspace.now,
        by=Who(workspace.person, workspace.on_behalf_of),
        file=data["file"],
        digest=data["digest"],
        sheet=f"List_{data['list']}",
        heading_row=2,
        problems=tuple(_problem(each) for each in data.get("problems", ())),
        **{name: data[name] for name in COUNTS},
    )
    return Incoming(
        version, Rest(tuple(_child(data["list"], *each) for each in data.get("kept", ())))
    )


def _problem(data: Script) -> KeptProblem:
    return KeptProblem(
        rule=data["rule"],
        gravity=Gravity(data["gravity"]),
        letter=data["letter"],
        heading=data["heading"],
        wanted=data["wanted"],
        alike=len(data["rows"]),
        rows=tuple(data["rows"]),
    )


def _child(number: int, reference: str, age: int, yes: list[str], no: list[str]) -> Kept:
    answers = [(key, True) for key in yes] + [(key, False) for key in no]
    return Kept(number, reference, age, tuple(answers))
