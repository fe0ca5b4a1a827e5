"""How each page was left: column widths, sort, selection, scroll. Kept, but no part of history."""

from jtai_desktop.domain.changes import Changes
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import views as stored

State = dict[str, object]


def load(workspace: Workspace, inspection_id: str) -> dict[str, State]:
    """How every page of an inspection was left, by page."""
    with workspace.reading() as session:
        kept = stored.get(session, inspection_id)
    return kept if isinstance(kept, dict) else {}


def save(workspace: Workspace, inspection_id: str, states: dict[str, State]) -> Changes:
    """Keep how some pages were left; the others stay as they are."""
    if workspace.is_read_only:
        return Changes()
    with workspace.noting() as session:
        kept = stored.get(session, inspection_id)
        before = kept if isinstance(kept, dict) else {}
        stored.put(session, inspection_id, {**before, **states})
    return Changes()
