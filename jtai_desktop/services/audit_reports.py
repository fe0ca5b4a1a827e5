"""The report of one case audit as a file: for Word where the name ends so, else as PDF."""

from pathlib import Path

from jtai_desktop.domain.changes import Changes
from jtai_desktop.services import paper_shelf, papers, word_papers
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.workspace import Workspace

KEY = "audit-report"


def save(workspace: Workspace, inspection_id: str, audit_id: str, path: Path) -> Changes:
    """Write the report, and note in the log that it left."""
    wish = Wish(audit=audit_id)
    for_word = path.suffix.casefold() == word_papers.SUFFIX
    make = word_papers.make if for_word else paper_shelf.make
    return papers.save(workspace, inspection_id, make(workspace, inspection_id, KEY, wish), path)
