"""A request that is not in the pack: an inspector’s, the CQC’s, of a section or about a child."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Child, Item, Source
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused

MARK = "R"


@dataclass(frozen=True, slots=True)
class Request:
    """What is given of it. It belongs to a section, or is about a child, or neither."""

    title: str
    agency: str
    asked_by: str = ""
    due: Moment | None = None
    section: str = ""
    child_id: str = ""
    paragraph: str = ""


def request_of(item: Item) -> Request:
    """What was given of an item that was added by hand."""
    return Request(
        title=item.title,
        agency=item.agency,
        asked_by=item.asked_by,
        due=item.due,
        section=item.section,
        child_id=item.child.id if item.child else "",
        paragraph=item.paragraph,
    )


def worded(request: Request) -> Request:
    """The request as it would be kept; refused where the texts can’t be."""
    if request.section and request.child_id:
        raise Refused("A request is of a section or about a child, not both.", place="For")
    return replace(
        request,
        title=texts.line(request.title, "Title", needed=True),
        asked_by=texts.line(request.asked_by, "Asked by", longest=80),
        paragraph=texts.line(request.paragraph, "Paragraph", longest=20).removeprefix("¶").strip(),
    )


def asked(item: Item, request: Request, child: Child | None) -> Item:
    """The item as the request has it."""
    return replace(
        item,
        title=request.title,
        short=request.title,
        agency=request.agency,
        asked_by=request.asked_by,
        due=request.due,
        section=request.section,
        paragraph=request.paragraph,
        child=child,
    )


def follows(document: Document, before: Item, after: Item) -> Document:
    """A document that still has the title and agency of its request goes on having them."""
    title = after.title if document.title == before.title else document.title
    agency = after.agency if document.agency == before.agency else document.agency
    return replace(document, title=title, agency=agency)


def number_of(added: int, numbers: Iterable[str]) -> str:
    """R3, where two were added before; none is given twice, also where one was removed since."""
    given = (each.removeprefix(MARK) for each in numbers)
    highest = max((int(each) for each in given if each.isdecimal()), default=0)
    return f"{MARK}{max(added, highest) + 1}"


def refuse_others(item: Item) -> None:
    """What the pack asks for can’t be changed or removed by hand."""
    if item.source is not Source.HAND:
        sentence = f"{item.called} belongs to the guidance. It stays as it is."
        raise Refused(sentence, place=item.called)


def refuse_removal(item: Item, documents: Iterable[Document]) -> None:
    """Something was done about it: it can only be closed, so that what was done stays told."""
    refuse_others(item)
    held = [document for document in documents if document.versions or document.lines]
    if any(len(document.answers) == 1 for document in held):
        sentence = (
            f"{item.called} has steps or files already, so it stays."
            " Mark it as not applicable instead."
        )
        raise Refused(sentence, place=item.called)
