"""From the blocks of a paper to strips: one way for each kind of block."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from jtai_desktop.reports.blocks import (
    Bars,
    Block,
    Contents,
    Facts,
    Heading,
    Hours,
    Sentence,
    Signatures,
    Table,
    Weeks,
    Writing,
)
from jtai_desktop.reports.pdf.bars import bar_strips
from jtai_desktop.reports.pdf.contents import Goal, contents_strips
from jtai_desktop.reports.pdf.facts import fact_strips
from jtai_desktop.reports.pdf.headings import continued, heading
from jtai_desktop.reports.pdf.hours import hour_strips
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import MM, SMALL_PRINT, TEXT, WIDTH, Align
from jtai_desktop.reports.pdf.tables import table
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid
from jtai_desktop.reports.pdf.weeks import week_strips
from jtai_desktop.reports.pdf.writing import signature_strips, writing_strips

_ABOVE, _BELOW = 2.4, 2.4
_ASIDE = 34 * MM


@dataclass(frozen=True, slots=True)
class Under:
    """What a block stands under: where its elements go, and what is repeated overleaf."""

    at: Element
    again: tuple[Strip, ...] = ()
    goals: tuple[Goal, ...] = ()


def strips_of(blocks: Iterable[Block], at: Element, goals: Sequence[Goal] = ()) -> list[Strip]:
    """The strips of some blocks; their elements are added to the one given, in order.

    `goals` is what the contents name.
    """
    strips: list[Strip] = []
    under = Under(at, goals=tuple(goals))
    for block in blocks:
        strips += _SETTING[type(block)](block, under)
        if isinstance(block, Heading):
            under = Under(at, (continued(block.title),), under.goals)
    return strips


def _heading(what: Heading, under: Under) -> list[Strip]:
    return [heading(what.title, what.aside, under.at)]


def _sentence(what: Sentence, under: Under) -> list[Strip]:
    style = SMALL_PRINT if what.quiet else TEXT
    width = WIDTH - _ASIDE if what.aside else WIDTH
    text = laid(what.text, style, width, under.at.add(Role.PARAGRAPH))
    placed = [Placed(text, 0, _ABOVE)]
    if what.aside:
        right = laid(what.aside, style.aligned(Align.RIGHT), _ASIDE, under.at.add(Role.PARAGRAPH))
        placed.append(Placed(right, WIDTH - _ASIDE, _ABOVE))
    height = max(each.y + each.thing.height for each in placed)
    return [Strip(height + _BELOW, tuple(placed))]


def _table(what: Table, under: Under) -> list[Strip]:
    if not what.rows:
        return _sentence(Sentence(what.nothing), under)
    return table(what, under.at, under.again)


def _facts(what: Facts, under: Under) -> list[Strip]:
    if not what.rows:
        return _sentence(Sentence(what.nothing), under)
    return fact_strips(what, under.at, under.again)


def _contents(_: Contents, under: Under) -> list[Strip]:
    return contents_strips(under.goals, under.at) if under.goals else []


_SETTING: Mapping[type, Callable[[Any, Under], list[Strip]]] = MappingProxyType(
    {
        Heading: _heading,
        Sentence: _sentence,
        Table: _table,
        Facts: _facts,
        Signatures: lambda what, under: signature_strips(what, under.at),
        Writing: lambda what, under: writing_strips(what, under.at),
        Weeks: lambda what, under: week_strips(what, under.at),
        Hours: lambda what, under: hour_strips(what, under.at),
        Bars: lambda what, under: bar_strips(what, under.at),
        Contents: _contents,
    }
)
