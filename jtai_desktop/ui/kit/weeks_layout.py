"""Where everything of the three-week strip stands: pure geometry, without painting."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from jtai_desktop.ui.kit.painting import width_of
from jtai_desktop.ui.kit.strip_days import StripBar, StripColumn, StripEntry, StripGroup
from jtai_desktop.ui.theme.fonts import USUAL_SIZE, FontRole
from jtai_desktop.ui.theme.look import Look

SLIVER, NARROW = 15, 40
HEAD, PITCH, BAR = 40, 17, 30
TOP_PAD, BOTTOM_PAD, GROUP_GAP, BODY_PAD = 2, 3, 1, 6
INSET = 7
LOWEST = 182


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    entry: StripEntry
    box: QRect


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A group with its box, the line of its time, and its entries, one line each."""

    group: StripGroup
    box: QRect
    time: QRect
    entries: tuple[PlacedEntry, ...]


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    column: StripColumn
    box: QRect
    groups: tuple[PlacedGroup, ...]


@dataclass(frozen=True, slots=True)
class StripLayout:
    columns: tuple[PlacedColumn, ...]
    bars: tuple[tuple[StripBar, QRect], ...]
    head: int

    def places(self) -> list[list[tuple[str, QRect, str]]]:
        """Per column, what can be chosen in it: key, box and words, from top to bottom."""
        chosen = [_choices(column) for column in self.columns]
        for bar, box in self.bars:
            chosen[bar.first].insert(0, (bar.key, box, bar.said or bar.word))
        return chosen


def head_height(look: Look) -> int:
    return look.grown(HEAD, FontRole.LABEL) + look.grown(0, FontRole.HEADING)


def needed_height(columns: Sequence[StripColumn], look: Look) -> int:
    """The height at which no column is cut and the flag of the now-line stays free."""
    pitch = look.grown(PITCH, FontRole.LABEL)
    tallest = max((_body_height(column, pitch) for column in columns), default=0)
    content = head_height(look) + 2 * BODY_PAD + tallest
    return max(look.grown(LOWEST, FontRole.LABEL, lines=4), content)


def _body_height(column: StripColumn, pitch: int) -> int:
    edges = TOP_PAD + BOTTOM_PAD + GROUP_GAP
    flag = pitch if column.today else 0
    return flag + sum((1 + len(group.entries)) * pitch + edges for group in column.groups)


def place(
    columns: Sequence[StripColumn], bars: Sequence[StripBar], width: int, look: Look
) -> StripLayout:
    """Columns share the width: slivers and narrow ones are fixed, the wide take the rest."""
    head = head_height(look)
    lefts = _lefts(columns, width, look)
    placed = tuple(
        _place_column(column, QRect(left, 0, right - left, 0), head, look)
        for column, left, right in zip(columns, lefts[:-1], lefts[1:], strict=True)
    )
    high = look.grown(BAR)
    across = tuple(
        (bar, QRect(lefts[bar.first], head + 7, lefts[bar.last + 1] - lefts[bar.first], high))
        for bar in bars
    )
    return StripLayout(placed, across, head)


def _lefts(columns: Sequence[StripColumn], width: int, look: Look) -> list[int]:
    fixed = {at: _fixed(column, look) for at, column in enumerate(columns)}
    wide = sum(not size for size in fixed.values())
    share = (width - sum(fixed.values())) / max(1, wide)
    edges = [0.0]
    for size in fixed.values():
        edges.append(edges[-1] + (size or share))
    return [round(edge) for edge in edges]


def _fixed(column: StripColumn, look: Look) -> int:
    """With larger text a day that brings nothing makes room for those that do."""
    if column.sliver:
        return SLIVER
    larger = look.fonts.scale > USUAL_SIZE
    spare = larger and not (column.groups or column.hatched or column.today)
    if column.narrow or spare:
        return max(NARROW, INSET + width_of(look, "Wed", FontRole.LABEL) + 5)
    return 0


def _place_column(column: StripColumn, box: QRect, head: int, look: Look) -> PlacedColumn:
    pitch = look.grown(PITCH, FontRole.LABEL)
    top = head + BODY_PAD
    groups: list[PlacedGroup] = []
    for group in column.groups:
        high = (1 + len(group.entries)) * pitch + TOP_PAD + BOTTOM_PAD
        area = QRect(box.left() + 1, top, box.width() - 1, high)
        groups.append(_place_group(group, area, pitch))
        top += high + GROUP_GAP
    return PlacedColumn(column, box, tuple(groups))


def _place_group(group: StripGroup, box: QRect, pitch: int) -> PlacedGroup:
    inner = box.adjusted(INSET - 1, TOP_PAD, 0, 0)
    lines = [
        QRect(inner.left(), inner.top() + at * pitch, inner.width(), pitch)
        for at in range(1 + len(group.entries))
    ]
    entries = tuple(
        PlacedEntry(entry, line) for entry, line in zip(group.entries, lines[1:], strict=True)
    )
    return PlacedGroup(group, box, lines[0], entries)


def _choices(column: PlacedColumn) -> list[tuple[str, QRect, str]]:
    return [
        (placed.entry.key, chosen_box(group, placed), placed.entry.said or placed.entry.word)
        for group in column.groups
        for placed in group.entries
    ]


def chosen_box(group: PlacedGroup, placed: PlacedEntry) -> QRect:
    """What is framed when an entry is chosen: its group if it is alone there, else its line."""
    if len(group.entries) == 1:
        return group.box
    return QRect(group.box.left(), placed.box.top(), group.box.width(), placed.box.height() + 1)
