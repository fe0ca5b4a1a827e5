"""What the page asks the vault to do: move what stands there by then, tell the lead inspector.

An entry is moved from where it stands when its turn comes, so that keys pressed quickly add up.
"""

from dataclasses import replace

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import conversations, meetings, overview
from jtai_desktop.services.conversations import Explained, Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.week.moving import Shift
from jtai_desktop.ui.shell.hub import Act

GONE = "This entry is no longer in the week. Choose another."
CANCELLED = "This meeting was cancelled, so it stays where it is."


def move(inspection_id: str, key: str, shift: Shift) -> Act:
    """Move an entry, or make it longer."""

    def act(workspace: Workspace) -> Changes:
        week = overview.load(workspace, inspection_id).week
        meeting = week.meeting(key)
        if meeting is None:
            talks = week.conversations.on_the_timetable
            talk = next((each for each in talks if each.person.id == key), None)
            return _plan_again(workspace, inspection_id, talk, shift)
        if not meeting.stands:
            raise Refused(CANCELLED)
        start, end = shift.of(london(meeting.start), london(meeting.end))
        return meetings.change(workspace, inspection_id, replace(meeting, start=start, end=end))

    return act


def tell(inspection_id: str, person_id: str, said: Said) -> Act:
    """Note that the lead inspector was told of what somebody decided."""
    return lambda workspace: conversations.take_step(
        workspace, inspection_id, person_id, Step.TELL, said
    )


def _plan_again(
    workspace: Workspace, inspection_id: str, talk: Talk | None, shift: Shift
) -> Changes:
    """A new plan line; what was confirmed of the old one does not count any more."""
    plan = talk.standing.plan if talk is not None else None
    if talk is None or plan is None or plan.start is None or plan.end is None:
        raise Refused(GONE)
    start, end = shift.of(london(plan.start), london(plan.end))
    said = Said(
        start=start,
        end=end,
        place=plan.place,
        inspector=plan.inspector,
        support=plan.support,
        needs=plan.needs,
        explained=Explained(plan.leaflet, plan.form, plan.language, plan.interpreter),
    )
    return conversations.take_step(workspace, inspection_id, talk.person.id, Step.PLAN, said)
