"""Undo and redo, from the history that is kept, so that they survive a lock."""

from jtai_desktop.domain.changes import Changes
from jtai_desktop.services.workspace import Workspace


def undo(workspace: Workspace, inspection_id: str) -> Changes:
    """Take back the last action that can be taken back."""
    return workspace.store.undo(
        inspection_id,
        at=workspace.now,
        actor=workspace.person,
        on_behalf_of=workspace.on_behalf_of,
    )


def undo_past(workspace: Workspace, inspection_id: str) -> Changes:
    """Take back the newest step that nothing keeps, past those that a later entry keeps."""
    return workspace.store.undo_past(
        inspection_id,
        at=workspace.now,
        actor=workspace.person,
        on_behalf_of=workspace.on_behalf_of,
    )


def redo(workspace: Workspace, inspection_id: str) -> Changes:
    """Do again what was last taken back."""
    return workspace.store.redo(
        inspection_id,
        at=workspace.now,
        actor=workspace.person,
        on_behalf_of=workspace.on_behalf_of,
    )


def next_steps(workspace: Workspace, inspection_id: str) -> tuple[str, str]:
    """What undo and redo would do now, in words; empty where there is nothing."""
    store = workspace.store
    return store.undo_next(inspection_id) or "", store.redo_next(inspection_id) or ""
