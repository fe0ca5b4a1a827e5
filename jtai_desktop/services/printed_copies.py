"""Printed copies, ticked off document by document."""

from collections.abc import Sequence
from dataclasses import replace

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.wording import counted
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import document_bulk
from jtai_desktop.store import documents as stored


def tick(
    workspace: Workspace,
    inspection_id: str,
    document_ids: Sequence[str],
    version: int | None = None,
) -> Changes:
    """Say that these are printed: this version, else the newest of each; 0 takes the tick away."""
    ids = tuple(dict.fromkeys(document_ids))
    with workspace.reading() as session:
        found = stored.load_documents(session, ids)
    what = found[0].title if len(found) == 1 else counted(len(found), "document")
    words = "not printed" if version == printed.NOT_PRINTED else "printed"
    with workspace.action("documents.printed", f"{what}: {words}", inspection_id) as work:
        ticked = {
            each.id: replace(each, copied=printed.ticked(each, version))
            for each in stored.load_documents(work.session, ids)
        }
        document_bulk.change(work.session, {}, ticked)
    return work.changes
