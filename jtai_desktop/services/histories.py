"""What happened to one thing, newest first."""

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import histories as stored

LIMIT = 50


def lines(
    workspace: Workspace, inspection_id: str, kind: Kind, record_id: str, limit: int = LIMIT
) -> tuple[HistoryLine, ...]:
    """The lines about one record."""
    with workspace.reading() as session:
        return stored.lines(session, inspection_id, about=(kind, record_id), limit=limit)


def newest(workspace: Workspace, inspection_id: str, limit: int = LIMIT) -> tuple[HistoryLine, ...]:
    """The newest lines of an inspection."""
    with workspace.reading() as session:
        return stored.lines(session, inspection_id, limit=limit)
