"""What the page asks the vault to do about the children."""

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.services import printed_copies, register
from jtai_desktop.services.register import NewChild
from jtai_desktop.ui.pages.children.facts import is_printed
from jtai_desktop.ui.shell.hub import Act


def add_child(inspection_id: str, new: NewChild) -> Act:
    """Add a child with its documents."""
    return lambda workspace: register.add_child(workspace, inspection_id, new)


def turn_print(inspection_id: str, entry: Entry) -> Act:
    """Printed, in the newest version; or not printed after all, where all of it was ticked."""
    with_file = [each.id for each in entry.documents if each.versions]
    ids = with_file or [each.id for each in entry.documents]
    older = any(printed.is_older(each) for each in entry.documents)
    version = printed.NOT_PRINTED if is_printed(entry) and not older else None
    return lambda workspace: printed_copies.tick(workspace, inspection_id, ids, version)
