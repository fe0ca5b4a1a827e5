"""Facts below one another: bold lead, text, paragraph of the guidance, remark."""

from dataclasses import dataclass, replace

from jtai_desktop.reports.blocks import Fact, Facts
from jtai_desktop.reports.pdf.boxes import LARGE, TickBox
from jtai_desktop.reports.pdf.icons import DrawnIcon
from jtai_desktop.reports.pdf.signs import ICONS
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import DETAIL, LEAD, MM, TEXT, WIDTH
from jtai_desktop.reports.pdf.tables import row_strip
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid

_ABOVE, _BELOW = 2.7, 3.6
_PARAGRAPH_SHARE, _REMARK_SHARE = 0.635, 0.79
_GAP = 2 * MM
_BEFORE_LEAD = 6 * MM
_ICON = 10.0


@dataclass(frozen=True, slots=True)
class _Edges:
    """Where the texts of all rows begin."""

    lead: float
    text: float
    paragraph: float
    remark: float


def fact_strips(what: Facts, at: Element, again: tuple[Strip, ...] = ()) -> list[Strip]:
    """One strip for each; to a screen reader they are a list."""
    edges = _edges(what)
    items = at.add(Role.LIST)
    return [replace(_row(fact, edges, items), heads=again) for fact in what.rows]


def _edges(what: Facts) -> _Edges:
    """The text takes the room that no row needs for paragraph and remark."""
    pictured = any(fact.sign or fact.boxed for fact in what.rows)
    remarked = any(fact.remark for fact in what.rows)
    remark = WIDTH * _REMARK_SHARE if remarked else WIDTH
    told = any(fact.paragraph for fact in what.rows)
    paragraph = WIDTH * _PARAGRAPH_SHARE if told else remark
    return _Edges(_BEFORE_LEAD if pictured else 0, WIDTH * what.lead, paragraph, remark)


def _row(fact: Fact, edges: _Edges, at: Element) -> Strip:
    item = at.add(Role.LIST_ITEM)
    label, body = item.add(Role.LABEL), item.add(Role.BODY)
    placed: list[Placed] = []
    if fact.boxed:
        box = label.add(Role.FIGURE, alt="Box to tick")
        placed.append(Placed(TickBox(box), 0, _ABOVE + (LEAD.leading - LARGE) / 2))
    elif fact.sign:
        icon = DrawnIcon(ICONS[fact.sign], _ICON)
        placed.append(Placed(icon, 0, _ABOVE + (LEAD.leading - _ICON) / 2))
    name = label.add(Role.PARAGRAPH) if fact.boxed else label
    columns = (
        (fact.lead, LEAD, edges.lead, edges.text, name),
        (fact.text, TEXT, edges.text, edges.paragraph, body.add(Role.PARAGRAPH)),
        (fact.paragraph, DETAIL, edges.paragraph, edges.remark, body.add(Role.PARAGRAPH)),
        (fact.remark, DETAIL, edges.remark, WIDTH + _GAP, body.add(Role.PARAGRAPH)),
    )
    placed += [
        Placed(laid(text, style, end - start - _GAP, element), start, _ABOVE)
        for text, style, start, end, element in columns
        if text
    ]
    return row_strip(placed, above=_ABOVE, below=_BELOW)
