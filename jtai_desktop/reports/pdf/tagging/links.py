"""Links inside the paper: from a line of the contents to the heading it names."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from jtai_desktop.reports.pdf.tagging.plain import plain
from jtai_desktop.reports.pdf.tagging.tree import Element, Spot


def annotation(pdf: Pdf, link: Element, number: int) -> Object | None:
    """The active area of a link, put on its page; None where link or target is not drawn."""
    if link.target is None or link.target.spot is None or not (link.spot and link.extent):
        return None
    area = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=_rectangle(link.spot, link.extent),
            Border=Array([0, 0, 0]),
            F=4,  # printed, as PDF/UA asks for; without a border there is nothing to see
            Dest=destination(pdf, link.target.spot),
            Contents=String(plain(link.alt or link.target.title)),
            StructParent=number,
        )
    )
    page = pdf.pages[link.spot.page].obj
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(area)
    return area


def destination(pdf: Pdf, spot: Spot) -> Array:
    """A place to go to."""
    page = pdf.pages[spot.page].obj
    return Array([page, Name.XYZ, round(spot.x, 2), round(spot.y, 2), 0])


def _rectangle(spot: Spot, extent: tuple[float, float]) -> Array:
    width, height = extent
    corners = (spot.x, spot.y - height, spot.x + width, spot.y)
    return Array([round(corner, 2) for corner in corners])
