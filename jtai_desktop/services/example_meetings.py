"""The meetings of the example, played through the actions that a person uses."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import meetings, overview
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]
TEXTS = ("title", "child", "place", "chair", "explained", "note", "host", "preparation")


def play(workspace: Workspace, inspection_id: str, step: Script) -> None:
    """One step, if it is about meetings."""
    if "meet" in step:
        meetings.add(workspace, inspection_id, _meeting(step))
    elif "send_meetings" in step:
        meetings.send(workspace, inspection_id, step["send_meetings"])
    elif "accept" in step:
        clashes = overview.load(workspace, inspection_id).week.clashes
        key = next(each.key for each in clashes if each.kind == step["accept"])
        meetings.accept(workspace, inspection_id, key, step["reason"])
    elif "move_meeting" in step:
        here = overview.load(workspace, inspection_id).meetings
        found = next(each for each in here if each.kind == step["move_meeting"])
        moved = replace(found, start=_london(step["start"]), end=_london(step["end"]))
        meetings.change(workspace, inspection_id, moved)


def _meeting(step: Script) -> Meeting:
    return Meeting(
        id="",
        kind=step["meet"],
        start=_london(step["start"]),
        end=_london(step["end"]),
        agencies=tuple(step.get("agencies", ())),
        observe=step.get("observe", False),
        **{name: step[name] for name in TEXTS if name in step},
    )


def _london(when: datetime) -> datetime:
    return when.replace(tzinfo=LONDON)
