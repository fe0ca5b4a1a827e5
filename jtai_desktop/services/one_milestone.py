"""One milestone and nothing else: what recording something about it has to know.

The plan of the whole inspection takes three times as long, and none of it is looked at here.
"""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain.milestones import MilestoneNotes, MilestoneRule
from jtai_desktop.services import kept_packs
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import inspections, milestones


@dataclass(frozen=True, slots=True)
class OneMilestone:
    """What the pack says of it and what is noted about it, in an inspection notified then."""

    rule: MilestoneRule
    notes: MilestoneNotes
    notified: datetime


def load(workspace: Workspace, inspection_id: str, key: str) -> OneMilestone:
    """The milestone of that key."""
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
        noted = {each.key: each for each in milestones.load(session, inspection_id)}
    pack = kept_packs.kept(workspace, inspection)
    rule = next(each for each in pack.milestones if each.key == key)
    return OneMilestone(rule, noted.get(key, MilestoneNotes(key)), inspection.notified)
