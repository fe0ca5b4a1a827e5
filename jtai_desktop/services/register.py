"""What a person can do with the register: make it, add children, items and documents, set times."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.documents.child_fields import OLDEST
from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.items import AskedFor, Child, Item, Notes, Source
from jtai_desktop.domain.evaluations.evaluation import Evaluation
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted, moment_short
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import asked, kept_packs, selection
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import conversations, document_bulk, evaluations, inspections
from jtai_desktop.store import documents as stored


@dataclass(frozen=True, slots=True)
class NewChild:
    """What is given of a selected child: no name is needed.

    `people` are the roles it opens a conversation for; `reason` is needed after the confirmation.
    """

    reference: str
    label: str
    age: int = 0
    in_scope: str = ""
    age_to: int = 0
    reason: str = ""
    people: tuple[Role, ...] = (Role.CHILD, Role.PARENT)


def fill(workspace: Workspace, work: Work, inspection_id: str, pack: Pack) -> None:
    """The items of the pack that are not there yet, each with its document."""
    have = stored.numbers(work.session, inspection_id, Source.PACK)
    new = [item for item in asked.items_of_pack(pack, workspace.new_id) if item.number not in have]
    _add(workspace, work, inspection_id, asked.worded(pack, (), tuple(new)))


def make(workspace: Workspace, inspection_id: str) -> Changes:
    """Make the register of an inspection that began before there was one."""
    pack = pack_of(workspace, inspection_id)
    summary = "Documents register made"
    with workspace.action("register.made", summary, inspection_id) as work:
        fill(workspace, work, inspection_id, pack)
    return work.changes


def add_child(workspace: Workspace, inspection_id: str, new: NewChild) -> Changes:
    """Add a selected child, with its documents, its conversations, its joint evaluation."""
    pack = pack_of(workspace, inspection_id)
    label = texts.line(new.label, "Label", longest=24, needed=True)
    if not 0 <= max(new.age, new.age_to) <= OLDEST:
        raise Refused(f"An age lies between 0 and {OLDEST}.", place="Age")
    with workspace.action("child.added", f"{label}: added", inspection_id) as work:
        here = stored.children(work.session, inspection_id)
        child = Child(
            id=workspace.new_id(),
            reference=texts.line(new.reference, "Reference", longest=24),
            label=label,
            age=new.age,
            in_scope=texts.line(new.in_scope, "In scope", longest=60),
            position=max((each.position for each in here), default=-1) + 1,
            age_to=new.age_to,
        )
        selection.refuse_twice(here, child)
        stored.add_child(work.session, inspection_id, child)
        selection.note_late_choice(workspace, work, inspection_id, child.id, new.reason)
        for position, role in enumerate(new.people):
            talk = Person(workspace.new_id(), child.id, label, role, position=position)
            conversations.add(work.session, inspection_id, talk)
        joint = Evaluation(workspace.new_id(), child.id, label)
        evaluations.add(work.session, inspection_id, joint)
        kinds = tuple(asked.items_of_child(pack, child, workspace.new_id))
        _add(workspace, work, inspection_id, asked.worded(pack, (), kinds))
    return work.changes


def add_document(
    workspace: Workspace, inspection_id: str, title: str, agency: str, answers: Sequence[Answer]
) -> Changes:
    """Add a further document to one item or several."""
    name = texts.line(title, "Title", needed=True)
    if not answers:
        raise Refused("Say which item the document answers.", place="Item")
    with workspace.action("document.added", f"{name}: added", inspection_id) as work:
        stored.load_items(work.session, [answer.item_id for answer in answers])
        document = Document(workspace.new_id(), name, agency, answers=tuple(answers))
        stored.add_document(work.session, inspection_id, document)
    return work.changes


def link(workspace: Workspace, inspection_id: str, document: Document) -> Changes:
    """Say which items a document answers, and on which pages."""
    kept = tuple(
        replace(each, pages=texts.line(each.pages, "Pages", longest=60))
        for each in document.answers
    )
    if not kept:
        raise Refused("A document answers one item at least.", place="Item")
    with workspace.action("document.linked", f"{document.title}: linked", inspection_id) as work:
        stored.load_items(work.session, [answer.item_id for answer in kept])
        stored.change_answers(work.session, replace(document, answers=kept))
    return work.changes


def ask_for(workspace: Workspace, inspection_id: str, item: Item, by: str) -> Changes:
    """Something on request was asked for: it wakes."""
    who = texts.line(by, "Asked by", longest=80, needed=True)
    with workspace.action("item.asked-for", f"{item.called}: asked for", inspection_id) as work:
        woken = replace(item, asked_for=AskedFor(workspace.now, who))
        stored.change_item(work.session, woken)
    return work.changes


def set_internal(
    workspace: Workspace, inspection_id: str, items: Sequence[Item], moment: Moment | None
) -> Changes:
    """Set our own, earlier time for some items at once, or take it away."""
    when = f"internal time {moment_short(moment)}" if moment else "no internal time"
    what = items[0].called if len(items) == 1 else counted(len(items), "item")
    with workspace.action("items.due-set", f"{what}: {when}", inspection_id) as work:
        for item in items:
            stored.change_item(work.session, replace(item, internal=moment))
    return work.changes


def note_item(workspace: Workspace, inspection_id: str, item: Item, notes: Notes) -> Changes:
    """Change the two notes of an item."""
    with workspace.action("item.noted", f"{item.called}: notes", inspection_id) as work:
        stored.change_item(work.session, replace(item, notes=checked_notes(notes)))
    return work.changes


def change(workspace: Workspace, inspection_id: str, documents: Sequence[Document]) -> Changes:
    """Change title, agency, owner, deputy, dates and notes of some documents in one step."""
    kept = [_checked(document) for document in documents]
    what = kept[0].title if len(kept) == 1 else counted(len(kept), "document")
    with workspace.action("documents.changed", f"{what}: changed", inspection_id) as work:
        whole = stored.load_documents(work.session, [document.id for document in kept])
        same = {
            document.id: replace(document, versions=now.versions, lines=now.lines)
            for document, now in zip(kept, whole, strict=True)
        }
        document_bulk.change(work.session, {}, same)
    return work.changes


def pack_of(workspace: Workspace, inspection_id: str) -> Pack:
    """The pack that the inspection began with."""
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
    return kept_packs.kept(workspace, inspection)


def checked_notes(notes: Notes) -> Notes:
    """The notes as they would be kept."""
    return Notes(
        texts.note(notes.internal, "Internal note"),
        texts.note(notes.inspectors, "Note for inspectors"),
    )


def _checked(document: Document) -> Document:
    return replace(
        document,
        title=texts.line(document.title, "Title", needed=True),
        dates=tuple(sorted(set(document.dates), reverse=True)),
        notes=checked_notes(document.notes),
    )


def _add(workspace: Workspace, work: Work, inspection_id: str, items: tuple[Item, ...]) -> None:
    for item in items:
        stored.add_item(work.session, inspection_id, item)
        document = asked.document_for(item, workspace.new_id)
        stored.add_document(work.session, inspection_id, document)
