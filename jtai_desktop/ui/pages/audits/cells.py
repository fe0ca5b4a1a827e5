"""How a return looks in the matrix: its state, the late mark, chases, archived records."""

from dataclasses import replace

from jtai_desktop.domain.audits.audit import Case, Team
from jtai_desktop.domain.audits.register import Owed, Standing
from jtai_desktop.domain.audits.returns import Stage
from jtai_desktop.domain.wording import span
from jtai_desktop.ui.pages.children.cells import GridCell
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

# What a cell is called in which nothing is owed: by case and team.
PAIR = "pair:"
ARCHIVED = "Archived"
_LOOKS = {
    Stage.NOT_ASKED: look_of(State.NOT_ASKED),
    Stage.ASKED: look_of(State.ASKED),
    Stage.RECEIVED: replace(look_of(State.DONE).worded("Received"), role=Role.DONE),
}
NOT_OWED = look_of(State.NOT_APPLICABLE).worded("Not owed")


def look_of_return(stage: Stage) -> StateLook:
    """Icon, word and colour of where it stands."""
    return _LOOKS[stage]


def pair_of(case: Case, team: Team) -> str:
    """The key of a cell in which nothing is owed."""
    return f"{PAIR}{case.id}:{team.id}"


def cell_of(standing: Standing, case: Case, team: Team) -> GridCell:
    """The cell of a case and a team."""
    owed = standing.at(case.id, team.id)
    if owed is None:
        said = f"{case.reference}, {team.name}: no return owed"
        return GridCell(NOT_OWED, item_id=pair_of(case, team), said=said)
    return GridCell(
        state=look_of_return(owed.found.stage),
        fill=Role.LATE if owed.late_by else None,
        small=_small(owed),
        item_id=owed.found.id,
        said=said_of(owed),
        last=_last(owed),
    )


def said_of(owed: Owed) -> str:
    """Case 3, Hospital: Asked, 22 h 40 min late, chased twice, records archived."""
    parts = (
        look_of_return(owed.found.stage).said,
        owed.late_said,
        f"came {span(owed.came_late)} late" if owed.came_late else "",
        owed.chased_said,
        "records are archived" if owed.found.archived else "",
    )
    return f"{owed.called}: {', '.join(each for each in parts if each)}"


def _small(owed: Owed) -> str:
    if owed.late_by:
        return "Late"
    if owed.came_late:
        return "came late"
    return ARCHIVED if owed.found.archived and owed.found.stage is not Stage.RECEIVED else ""


def _last(owed: Owed) -> str:
    """Under the late mark: what is known of why."""
    if owed.found.stage is Stage.RECEIVED:
        return ""
    if owed.late_by and owed.found.archived:
        return ARCHIVED
    number = len(owed.found.chases)
    return f"chased {number}×" if number else ""
