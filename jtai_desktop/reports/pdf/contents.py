"""The contents on a cover: page and part in three columns, each a link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import LEAD, MM, TEXT, WIDTH
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid

_COLUMNS = 3
_GAP = 4 * MM
_NUMBER = 6.3 * MM
_ABOVE, _BELOW = 1.4, 0.8


@dataclass(frozen=True, slots=True)
class Goal:
    """A part of the pack: its first page, its name, and the heading that the link leads to."""

    page: int
    title: str
    heading: Element


def contents_strips(goals: Sequence[Goal], at: Element) -> list[Strip]:
    """Read down each column, as the eye does."""
    items = at.add(Role.LIST)
    deep = -(-len(goals) // _COLUMNS)
    found = [_entry(goal, place // deep, items) for place, goal in enumerate(goals)]
    strips = [_strip(found[row::deep]) for row in range(deep)]
    return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]


def _entry(goal: Goal, column: int, at: Element) -> tuple[Placed, Placed]:
    item = at.add(Role.LIST_ITEM)
    link = Element(Role.LINK, alt=f"{goal.title}, page {goal.page}", target=goal.heading)
    label, body = item.add(Role.LABEL), item.add(Role.BODY)
    body.kids.append(link)
    pitch = (WIDTH + _GAP) / _COLUMNS
    x = column * pitch
    number = laid(str(goal.page), LEAD, _NUMBER, label)
    title = laid(goal.title, TEXT, pitch - _GAP - _NUMBER, link)
    return Placed(number, x, _ABOVE), Placed(title, x + _NUMBER, _ABOVE)


def _strip(entries: Sequence[tuple[Placed, Placed]]) -> Strip:
    placed = tuple(each for entry in entries for each in entry)
    return Strip(max(each.y + each.thing.height for each in placed) + _BELOW, placed)
