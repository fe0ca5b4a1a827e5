"""Every page of every paper of the example as a picture."""

from pathlib import Path

import pypdfium2

from jtai_desktop.services import papers, vaults

DOTS_PER_POINT = 1.4


def take_papers(folder: Path) -> int:
    """The checklist for everyone and for one agency, page by page."""
    folder.mkdir(parents=True, exist_ok=True)
    workspace, inspection_id = vaults.open_throwaway_example()
    try:
        for name, agency in (("checklist", ""), ("checklist-police", "police")):
            paper = papers.checklist(workspace, inspection_id, agency=agency)
            _draw(paper.content, folder, name)
    finally:
        workspace.close()
    return 0


def _draw(content: bytes, folder: Path, name: str) -> None:
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, start=1):
        page.render(scale=DOTS_PER_POINT).to_pil().save(folder / f"{name}-{number}.png")
    document.close()
