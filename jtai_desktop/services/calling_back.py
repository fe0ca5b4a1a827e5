"""Papers with conversations on them: which are to call back, and that one was.

A sheet says whom it holds (`holds` in reports/pack.py); the log keeps it (services/papers.py).
"""

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.calling_back import CallBack
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import stamp
from jtai_desktop.services import overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import printing as stored


def papers_to_call_back(workspace: Workspace, inspection_id: str) -> tuple[CallBack, ...]:
    """The papers that hold a conversation which does not stand any more, newest first."""
    return overview.load(workspace, inspection_id).conversations.to_call_back


def mark_called_back(
    workspace: Workspace, inspection_id: str, print_id: str, note: str = ""
) -> Changes:
    """Record that a paper was called back, and what became of it."""
    found = papers_to_call_back(workspace, inspection_id)
    paper = next((each.paper for each in found if each.paper.id == print_id), None)
    if paper is None:
        raise Refused("That paper is not among those to call back.", place="Paper")
    kept = texts.line(note, "Note")
    summary = f"{paper.paper} of {stamp(paper.when)}: called back"
    with workspace.action("paper.called-back", summary, inspection_id) as work:
        by = Who(workspace.person, workspace.on_behalf_of)
        stored.call_back(work.session, print_id, workspace.now, by, kept)
    return work.changes
