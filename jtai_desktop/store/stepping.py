"""Taking a step back or forth: whole, or not at all with a sentence why not.

Where a later entry that stays keeps a step, that is said by name. The step can then be passed
over: the newest older one whose rows are all as it left them is taken back, and those above it are
let go.
"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.undoing import StepStays
from jtai_desktop.store import recording, undoing
from jtai_desktop.store.connected import Connected
from jtai_desktop.store.models import HistoryRow
from jtai_desktop.store.recording import Deed

WORDS = {undoing.UNDO: "Undone", undoing.REDO: "Done again"}
NOTHING_OLDER = "No older step can be taken back: what came after each of them stays."


def take(connected: Connected, side: str, bare: Deed) -> Changes:
    """Take the next step back, or forth."""
    with recording.reading(connected.engine) as session:
        line = undoing.next_line(session, bare.inspection_id, side)
    if line is None:
        raise Refused(undoing.NOTHING[side], place="undo")
    try:
        return _taken(connected, side, bare, line)
    except (undoing.MovedOn, IntegrityError) as stopped:
        if side == undoing.REDO:
            raise Refused(undoing.MOVED_ON, place="undo") from stopped
        raise _stays(connected, line, stopped) from stopped


def take_past(connected: Connected, bare: Deed) -> Changes:
    """Take back the newest step that nothing keeps, and let go those above it."""
    with recording.reading(connected.engine) as session:
        fitting = list(_fitting(session, bare.inspection_id))
    for line in fitting:
        try:
            return _taken(connected, undoing.UNDO, bare, line)
        except (undoing.MovedOn, IntegrityError):
            continue
    raise Refused(NOTHING_OLDER, place="undo")


def _taken(connected: Connected, side: str, bare: Deed, line: HistoryRow) -> Changes:
    deed = replace(bare, action=side, summary=f"{WORDS[side]}: {line.summary}")
    with recording.acting(connected, deed, undo_of=line.number) as action:
        undoing.step(action.session, line, side)
    return action.changes


def _fitting(session: Session, inspection_id: str) -> Iterator[HistoryRow]:
    """The steps whose rows are as they left them, the newest first."""
    for line in undoing.lines_back(session, inspection_id):
        if undoing.fits(session, line):
            yield line


def _stays(connected: Connected, line: HistoryRow, stopped: Exception) -> StepStays:
    with recording.reading(connected.engine) as session:
        if isinstance(stopped, undoing.MovedOn):
            kept_by = undoing.kept_by(session, line, stopped.row)
        else:
            kept_by = undoing.in_use_by(session, line)
        others = _fitting(session, line.inspection_id)
        older = next((each.summary for each in others if each.number != line.number), "")
    return StepStays(line.summary, kept_by, older)
