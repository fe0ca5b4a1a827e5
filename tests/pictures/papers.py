"""Every paper of the example as pictures, page by page."""

from pathlib import Path

import pypdfium2

from jtai_desktop.domain import recovery_codes
from jtai_desktop.domain.typed import read_when
from jtai_desktop.reports.pdf.document import drawn
from jtai_desktop.reports.pdf.recovery_sheet import set_paper
from jtai_desktop.reports.recovery_sheet import RecoverySheet
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import example_vaults, paper_shelf
from jtai_desktop.services.paper_shelf import Wish

DOTS_PER_POINT = 1.4
CODE = recovery_codes.spelled(bytes(range(20)))
_FOR_INSPECTORS_OF_A = Wish(child="Child A", variant=Variant.INSPECTORS)
# Which pages are taken, all where none are named: of a long part those that look otherwise.
PAPERS: dict[str, tuple[str, Wish, tuple[int, ...]]] = {
    "checklist": ("checklist", Wish(), ()),
    "checklist-police": ("checklist", Wish(agency="police"), ()),
    "pack": ("pack", Wish(), (1, 2)),
    "pack-inspectors": ("pack", Wish(variant=Variant.INSPECTORS), (1,)),
    "timetable": ("timetable", Wish(), (1,)),
    "agencies": ("agencies", Wish(), (1,)),
    "agencies-staff": ("agencies", Wish(variant=Variant.STAFF), ()),
    "register": ("register", Wish(), (1,)),
    "child-index": ("child-index", Wish(), (1, 4)),
    "evaluations": ("evaluations", Wish(child="Child A"), (1,)),
    "evaluations-inspectors": ("evaluations", _FOR_INSPECTORS_OF_A, (1,)),
    "lists": ("lists", Wish(), ()),
    "outstanding": ("outstanding", Wish(), (1,)),
    "outstanding-person": ("outstanding", Wish(person="Force analyst"), ()),
    "held": ("held", Wish(), (1,)),
    "held-inspectors": ("held", Wish(variant=Variant.INSPECTORS), (1,)),
    "list-problems": ("list-problems", Wish(), ()),
    "request": ("request", Wish(agency="police"), ()),
    "chase": ("chase", Wish(agency="police"), ()),
    "day-sheet": ("day-sheet", Wish(agency="police"), ()),
    "conversations": ("conversations", Wish(), ()),
    "arrangements": ("arrangements", Wish(), ()),
    "meetings": ("meetings", Wish(), ()),
    "meetings-update": ("meetings-update", Wish(), ()),
    "week": ("week", Wish(), (1, 2)),
    "copies": ("copies", Wish(), (1,)),
    "self-evaluation": ("self-evaluation", Wish(), (1,)),
    "audit-report": ("audit-report", Wish(), ()),
    "action-plan": ("action-plan", Wish(), ()),
    "plan-issued": ("plan-issued", Wish(version="1"), ()),
    "plan-changes": ("plan-changes", Wish(), ()),
    "board": ("board", Wish(), ()),
    "child-cover": ("child-cover", Wish(child="Child C"), ()),
}
SHEET = RecoverySheet(recovery_codes.groups(CODE), "6f1f3a2b", read_when("10 Nov 2026, 10:40"))


def take_papers(folder: Path) -> int:
    """Every paper for the partnership, some for other readers, the sheet with the recovery code."""
    folder.mkdir(parents=True, exist_ok=True)
    workspace, inspection_id = example_vaults.open_throwaway()
    try:
        for name, (key, wish, chosen) in PAPERS.items():
            paper = paper_shelf.make(workspace, inspection_id, key, wish)
            _draw(paper.content, folder, name, chosen)
        _draw(drawn(set_paper(SHEET)), folder, "recovery-sheet")
    finally:
        workspace.close()
    return 0


def _draw(content: bytes, folder: Path, name: str, chosen: tuple[int, ...] = ()) -> None:
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, start=1):
        if not chosen or number in chosen:
            page.render(scale=DOTS_PER_POINT).to_pil().save(folder / f"{name}-{number}.png")
    document.close()
