"""What is asked for, in the words of the pack: items as kept, with title, agency and terms."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.items import Child, Item, Source
from jtai_desktop.domain.people import Agency
from jtai_desktop.guidance import requested
from jtai_desktop.guidance.names_here import names_here
from jtai_desktop.guidance.pack import Pack

# Items of the pack come first, then the children's, then those added by hand.
FIRST_OF_CHILDREN, FIRST_BY_HAND = 10_000, 1_000_000
PER_CHILD = 100


def items_of_pack(pack: Pack, new_id: Callable[[], str]) -> Iterator[Item]:
    """The items of the pack as they are kept, in its order."""
    for position, one in enumerate(pack.items):
        yield Item(new_id(), Source.PACK, one.number, position=position)


def items_of_child(pack: Pack, child: Child, new_id: Callable[[], str]) -> Iterator[Item]:
    """One item for each kind of case-file document."""
    first = FIRST_OF_CHILDREN + PER_CHILD * child.position
    for position, kind in enumerate(pack.document_kinds):
        number = str(kind.number)
        yield Item(new_id(), Source.CHILD, number, child=child, position=first + position)


def document_for(item: Item, new_id: Callable[[], str]) -> Document:
    """The one document that an item begins with."""
    return Document(new_id(), item.short, item.agency, answers=(Answer(item.id),))


def worded(pack: Pack, agencies: tuple[Agency, ...], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with the words and terms that the pack has for them, in this area’s names."""
    named = names_here(pack, agencies)
    asked = {one.number: one for one in pack.items}
    kinds = {str(one.number): one for one in pack.document_kinds}
    return tuple(_worded(pack, named, item, asked, kinds) for item in items)


def _worded(
    pack: Pack,
    named: Callable[[str], str],
    item: Item,
    asked: dict[str, requested.Item],
    kinds: dict[str, requested.DocumentKind],
) -> Item:
    if item.source is Source.PACK and item.number in asked:
        return _of_pack(item, asked[item.number], pack.milestone_of.information, named)
    if item.source is Source.CHILD and item.number in kinds:
        return _of_kind(item, kinds[item.number], pack.milestone_of.case_documents, named)
    return item


def _of_pack(item: Item, one: requested.Item, milestone: str, named: Callable[[str], str]) -> Item:
    return replace(
        item,
        title=named(one.title),
        short=named(one.short),
        agency=one.agency,
        asked_by=one.asked_by,
        section=one.section,
        paragraph=one.paragraph,
        milestone=milestone,
        count=one.count,
        unit=one.unit,
        window_months=one.window_months,
        on_request=one.on_request,
    )


def _of_kind(
    item: Item, kind: requested.DocumentKind, milestone: str, named: Callable[[str], str]
) -> Item:
    return replace(
        item,
        title=named(kind.title),
        short=named(kind.short),
        agency=kind.agency,
        paragraph=kind.paragraph,
        milestone=milestone,
        window_months=kind.window_months,
    )
