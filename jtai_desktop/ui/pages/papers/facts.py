"""What the page shows: the paper as chosen, what can be chosen for it, and the log."""

from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.printing import PrintEntry
from jtai_desktop.services import overview, paper_shelf, papers
from jtai_desktop.services.paper_kinds import KINDS, PaperKind
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.papers.chosen import Chosen, fitting, hindrance, wish_of


@dataclass(frozen=True, slots=True)
class Facts:
    """`why_not` is said where there is no paper."""

    today: date
    chosen: Chosen
    agencies: tuple[Agency, ...]
    children: tuple[Child, ...]
    paper: Paper | None
    why_not: str
    logged: tuple[PrintEntry, ...]

    @property
    def kind(self) -> PaperKind:
        """What the chosen paper is."""
        return KINDS[self.chosen.key]


def read_facts(workspace: Workspace, inspection_id: str, chosen: Chosen) -> Facts:
    """Make the paper and read the log."""
    view = overview.load(workspace, inspection_id)
    kind = KINDS[chosen.key]
    fitted = fitting(chosen, kind, view)
    why_not = hindrance(fitted, kind)
    paper = None
    if not why_not:
        paper = paper_shelf.make(workspace, inspection_id, kind.key, wish_of(fitted, kind))
    return Facts(
        london(view.now).date(),
        fitted,
        view.agencies,
        view.children,
        paper,
        why_not,
        papers.logged(workspace, inspection_id),
    )
