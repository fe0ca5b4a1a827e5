"""Every page of every paper of the example as a picture."""

from pathlib import Path

import pypdfium2

from jtai_desktop.domain import recovery_codes
from jtai_desktop.domain.typed import read_when
from jtai_desktop.reports.pdf.document import drawn
from jtai_desktop.reports.pdf.recovery_sheet import set_paper
from jtai_desktop.reports.recovery_sheet import RecoverySheet
from jtai_desktop.services import papers, vaults

DOTS_PER_POINT = 1.4
CODE = recovery_codes.spelled(bytes(range(20)))
SHEET = RecoverySheet(recovery_codes.groups(CODE), "6f1f3a2b", read_when("10 Nov 2026, 10:40"))


def take_papers(folder: Path) -> int:
    """The checklist for everyone and for one agency, and the sheet with the recovery code."""
    folder.mkdir(parents=True, exist_ok=True)
    workspace, inspection_id = vaults.open_throwaway_example()
    try:
        for name, agency in (("checklist", ""), ("checklist-police", "police")):
            paper = papers.checklist(workspace, inspection_id, agency=agency)
            _draw(paper.content, folder, name)
        _draw(drawn(set_paper(SHEET)), folder, "recovery-sheet")
    finally:
        workspace.close()
    return 0


def _draw(content: bytes, folder: Path, name: str) -> None:
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, start=1):
        page.render(scale=DOTS_PER_POINT).to_pil().save(folder / f"{name}-{number}.png")
    document.close()
