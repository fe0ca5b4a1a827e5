"""The guidance pack an inspection began with: kept in the vault, read once while it is open."""

from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.domain.problems import Refused
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.reading import read_text
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import packs as stored


def kept(workspace: Workspace, inspection: Inspection) -> Pack:
    """The pack of an inspection, in the version it began with."""
    name = (inspection.pack_id, inspection.pack_version)
    if name not in workspace.packs:
        with workspace.reading() as session:
            workspace.packs[name] = _read(stored.load(session, *name))
    return workspace.packs[name]


def keep(work: Work, pack: Pack, text: str) -> None:
    """Keep the text of a pack in the vault, if it is not there yet."""
    stored.keep(work.session, pack.id, pack.version, text)


def _read(text: str | None) -> Pack:
    found = read_text(text or "")
    if isinstance(found, Pack):
        return found
    raise Refused(f"The guidance pack kept with this inspection can’t be read. {found[0]}")
