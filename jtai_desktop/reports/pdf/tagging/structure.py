"""Writes the structure tree, and the way back from each page's content to it, into a PDF."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from jtai_desktop.reports.pdf.tagging.links import annotation
from jtai_desktop.reports.pdf.tagging.plain import plain
from jtai_desktop.reports.pdf.tagging.tree import Element, Mark, Role

_TABLE_CELLS = {Role.CELL, Role.HEADER_CELL}


def write_structure(pdf: Pdf, root: Element) -> None:
    """Write the tree; an element in which nothing was drawn is left out."""
    writer = _Writer(pdf)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = Array([writer.element(root, tree)])
    tree.ParentTree = writer.parent_tree()
    tree.ParentTreeNextKey = len(tree.ParentTree.Nums) // 2
    pdf.Root.StructTreeRoot = tree


class _Writer:
    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._links: list[Object] = []

    def element(self, element: Element, parent: Object) -> Object:
        node = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent)
        )
        if element.marks:
            node.Pg = self._pages[element.marks[0].page]
        kids: list[Object | int] = [self._content(mark, element, node) for mark in element.marks]
        kids += [self.element(kid, node) for kid in element.kids if kid.drawn]
        if element.role is Role.LINK:
            kids += self._area(element, node)
        if kids:
            node.K = Array(kids)
        for key, value in _properties(element):
            node[key] = value
        return node

    def parent_tree(self) -> Object:
        numbers: list[Object | int] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            in_order = [owners[number] for number in sorted(owners)]
            numbers += [index, self._pdf.make_indirect(Array(in_order))]
        for index, node in enumerate(self._links, start=len(self._pages)):
            numbers += [index, node]
        return self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))

    def _area(self, link: Element, node: Object) -> list[Object]:
        """The link's active area as a kid of its node."""
        area = annotation(self._pdf, link, len(self._pages) + len(self._links))
        if area is None:
            return []
        self._links.append(node)
        page = self._pages[link.spot.page if link.spot else 0]
        return [Dictionary(Type=Name.OBJR, Obj=area, Pg=page)]

    def _content(self, mark: Mark, element: Element, node: Object) -> Object | int:
        self._owners[mark.page][mark.number] = node
        if mark.page == element.marks[0].page:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number)


def _properties(element: Element) -> Iterator[tuple[str, Object]]:
    if element.alt:
        yield "/Alt", String(plain(element.alt))
    if element.actual_text:
        yield "/ActualText", String(plain(element.actual_text))
    if element.title:
        yield "/T", String(plain(element.title))
    if element.role in _TABLE_CELLS and (attributes := _cell_attributes(element)):
        yield "/A", attributes


def _cell_attributes(element: Element) -> Object | None:
    attributes = Dictionary(O=Name.Table)
    if element.scope is not None:
        attributes.Scope = Name(f"/{element.scope}")
    if element.span > 1:
        attributes.ColSpan = element.span
    return attributes if len(attributes.keys()) > 1 else None
