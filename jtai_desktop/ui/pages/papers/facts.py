"""What the page shows: the paper as chosen, what can be chosen for it, and the log."""

from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.printing import PrintEntry
from jtai_desktop.reports.progress import Heard, Stopped, unheard
from jtai_desktop.services import overview, paper_shelf, papers
from jtai_desktop.services.paper_kind import PaperKind
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.services.paper_shelf import Prepared
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.papers.chosen import (
    Chosen,
    codes_in,
    fitting,
    hindrance,
    lists_of,
    people_of,
    versions_of,
    wish_of,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """`why_not` is said where there is no paper. `prepared` makes it, on any thread.

    `codes` are those of the items whose documents can be bound in, `people` the ids and roles of
    the chosen agency, `lists` the numbers and names of the child-level lists, `versions` those of
    the plan.
    """

    today: date
    chosen: Chosen
    agencies: tuple[Agency, ...]
    children: tuple[Child, ...]
    prepared: Prepared | None
    why_not: str
    logged: tuple[PrintEntry, ...]
    codes: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    paper: Paper | None = None

    @property
    def kind(self) -> PaperKind:
        """What the chosen paper is."""
        return KINDS[self.chosen.key]


def read_facts(
    workspace: Workspace, inspection_id: str, chosen: Chosen, heard: Heard = unheard
) -> Facts:
    """Read all that the paper says, and the log."""
    view = overview.load(workspace, inspection_id)
    kind = KINDS[chosen.key]
    fitted = fitting(chosen, kind, view)
    why_not, prepared = hindrance(fitted, kind), None
    if not why_not:
        try:
            wish = wish_of(fitted, kind)
            prepared = paper_shelf.prepared(workspace, inspection_id, kind.key, wish, heard)
        except Stopped as stopped:
            why_not = str(stopped)
    return Facts(
        london(view.now).date(),
        fitted,
        view.agencies,
        view.children,
        prepared,
        why_not,
        papers.logged(workspace, inspection_id),
        codes_in(view, fitted.agency),
        tuple(people_of(view, fitted.agency).items()),
        tuple(lists_of(view).items()),
        tuple(versions_of(view).items()),
    )
