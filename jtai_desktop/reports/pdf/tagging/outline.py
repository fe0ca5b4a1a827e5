"""Bookmarks: the headings of the tree, nested by their level."""

from pikepdf import OutlineItem, Pdf

from jtai_desktop.reports.pdf.tagging.links import destination
from jtai_desktop.reports.pdf.tagging.plain import plain
from jtai_desktop.reports.pdf.tagging.tree import HEADINGS, Element, Spot


def write_outline(pdf: Pdf, root: Element) -> None:
    """One bookmark per drawn heading that has a title."""
    if "/Outlines" in pdf.Root:
        del pdf.Root.Outlines
    open_items: list[tuple[int, list[OutlineItem]]] = []
    with pdf.open_outline() as outline:
        open_items.append((0, outline.root))
        for element in root.walk():
            level = HEADINGS.get(element.role)
            if level is None or element.spot is None or not element.title:
                continue
            while open_items[-1][0] >= level:
                open_items.pop()
            item = _item(pdf, element.title, element.spot)
            open_items[-1][1].append(item)
            open_items.append((level, item.children))


def _item(pdf: Pdf, title: str, spot: Spot) -> OutlineItem:
    item = OutlineItem(plain(title), destination(pdf, spot))
    item.is_closed = False
    return item
