"""What a person can do with findings and their letters."""

from jtai_desktop.domain.findings.finding import Finding
from jtai_desktop.domain.findings.letter import KeptLetter
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import findings as stored


def kept(workspace: Workspace, inspection_id: str) -> tuple[Finding, ...]:
    """Every finding of every letter, in the letters’ order; retired ones too."""
    with workspace.reading() as session:
        return stored.load(session, inspection_id)


def letters(workspace: Workspace, inspection_id: str) -> tuple[KeptLetter, ...]:
    """Every letter in the record, the oldest first."""
    with workspace.reading() as session:
        return stored.letters(session, inspection_id)
