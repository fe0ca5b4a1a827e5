"""What the page of the documents shows, read in one go on the vault’s thread."""

from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.documents.cell_people import Known
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.documents.register import Register
from jtai_desktop.domain.moments import london
from jtai_desktop.services import overview, register_cells
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.lines import Line, Names, lines_of, names_of


@dataclass(frozen=True, slots=True)
class Facts:
    """The register of one inspection as it stands, and who looks at it."""

    view: Overview
    register: Register
    lines: tuple[Line, ...]
    names: Names
    known: Known
    me: Who

    @property
    def today(self) -> date:
        """The day that counts, in London."""
        return london(self.view.now).date()

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that have to bring something, in the order of the list."""
        used = {line.agency for line in self.lines}
        known = [each.key for each in self.view.agencies if each.key in used]
        return (*known, *sorted(used - set(known)))


def read(workspace: Workspace, inspection_id: str) -> Facts:
    """Read the register, with the person who works."""
    view = overview.load(workspace, inspection_id)
    register = view.register()
    return Facts(
        view=view,
        register=register,
        lines=lines_of(view, register),
        names=names_of(view),
        known=register_cells.known_of(view),
        me=Who(workspace.person, workspace.on_behalf_of),
    )
