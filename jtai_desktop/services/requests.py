"""What a person can do with a request that is not in the pack: add it, change it, remove it."""

from collections.abc import Sequence
from dataclasses import replace

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents import requests
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Child, Item, Source
from jtai_desktop.domain.documents.requests import Request
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted
from jtai_desktop.services import asked, register
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import document_bulk, histories, people
from jtai_desktop.store import documents as stored

ADDED = "item.added"


def add(workspace: Workspace, inspection_id: str, request: Request) -> Changes:
    """Add a request, with the document that it asks for."""
    new = _checked(workspace, inspection_id, request)
    with workspace.action(ADDED, f"{new.title}: added", inspection_id) as work:
        numbers = stored.numbers(work.session, inspection_id, Source.HAND)
        added = histories.times(work.session, inspection_id, ADDED)
        number = requests.number_of(added, numbers)
        position = asked.FIRST_BY_HAND + int(number.removeprefix(requests.MARK))
        bare = Item(workspace.new_id(), Source.HAND, number, position=position)
        item = requests.asked(bare, new, _child(work, inspection_id, new.child_id))
        stored.add_item(work.session, inspection_id, item)
        document = asked.document_for(item, workspace.new_id)
        stored.add_document(work.session, inspection_id, document)
    return work.changes


def change(workspace: Workspace, inspection_id: str, item_id: str, request: Request) -> Changes:
    """Change what was given of a request; its documents follow where they had the same."""
    new = _checked(workspace, inspection_id, request)
    before, documents = _with_documents(workspace, item_id)
    requests.refuse_others(before)
    with workspace.action("item.changed", f"{before.called}: changed", inspection_id) as work:
        after = requests.asked(before, new, _child(work, inspection_id, new.child_id))
        followed = [requests.follows(each, before, after) for each in documents]
        changed = {each.id: each for each in followed if each not in documents}
        document_bulk.change(work.session, {after.id: after}, changed)
    return work.changes


def remove(workspace: Workspace, inspection_id: str, item_id: str) -> Changes:
    """Take a request away about which nothing was done yet."""
    item, documents = _with_documents(workspace, item_id)
    requests.refuse_removal(item, documents)
    summary = f"{item.called} {item.title}: removed"
    with workspace.action("item.removed", summary, inspection_id) as work:
        stored.remove_item(work.session, item.id)
    return work.changes


def _checked(workspace: Workspace, inspection_id: str, request: Request) -> Request:
    """The request as it would be kept; refused where it names what is not here."""
    new = requests.worded(request)
    sections = {each.number for each in register.pack_of(workspace, inspection_id).sections}
    if new.section and new.section not in sections:
        raise Refused(f"There is no section {quoted(new.section)}.", place="For")
    with workspace.reading() as session:
        here = people.load(session, inspection_id).agencies
    if new.agency not in {each.key for each in here}:
        named = f"No agency here is called {quoted(new.agency)}." if new.agency else "Choose one."
        raise Refused(f"{named} Agencies stand on the page People.", place="Agency")
    return new


def _child(work: Work, inspection_id: str, child_id: str) -> Child | None:
    if not child_id:
        return None
    theirs = stored.children(work.session, inspection_id)
    found = next((each for each in theirs if each.id == child_id), None)
    if found is None:
        raise Refused("This child is no longer in the list.", place="For")
    return found


def _with_documents(workspace: Workspace, item_id: str) -> tuple[Item, Sequence[Document]]:
    with workspace.reading() as session:
        (item,) = stored.load_items(session, [item_id])
        documents = stored.load_answering(session, item_id)
    return replace(item, short=item.title), documents
