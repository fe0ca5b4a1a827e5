"""The titles of sheets: on a cover, on a paper of its own, inside a pack, and overleaf."""

from collections.abc import Sequence
from dataclasses import replace

from jtai_desktop.reports.pack import Around, Sheet
from jtai_desktop.reports.pdf.headings import readers_frame
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import (
    BESIDE_COVER,
    COVER,
    INNER_TITLE,
    MM,
    READERS,
    TEXT,
    TITLE,
    UNDER_TITLE,
    WIDTH,
    Face,
    Style,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import LaidText, Run, laid, shortened

_CONTINUED = Style(INNER_TITLE.size, INNER_TITLE.leading, Face.TEXT)
_TOP = 0.8 * MM
_GAP = 6 * MM
_BELOW_INNER = 2.2 * MM
_ABOVE_FRAME = 2.6 * MM
_BELOW_FRAME = 4 * MM
_BELOW_COVER = 1.2 * MM
_FRAME_SHARE = 0.45


def cover_title(cover: Sheet, around: Around, in_full: Sequence[str], at: Element) -> Strip:
    """Area, name of the pack, theme, what the furniture had no room for, readers in their frame."""
    texts = [
        laid(around.area, BESIDE_COVER, WIDTH, at.add(Role.PARAGRAPH)),
        laid(cover.title, COVER, WIDTH, at.add(Role.H1, title=cover.title)),
    ]
    if around.theme:
        texts.append(laid(around.theme, BESIDE_COVER, WIDTH, at.add(Role.PARAGRAPH)))
    if cover.about:
        texts.append(laid(cover.about, TEXT, WIDTH, at.add(Role.PARAGRAPH)))
    texts += [laid(text, TEXT, WIDTH, at.add(Role.PARAGRAPH)) for text in in_full]
    strip = _stacked(texts, cover.readers, at, top=1.5 * MM)
    return replace(strip, height=strip.height - _BELOW_FRAME + _BELOW_COVER)


def own_title(sheet: Sheet, in_full: Sequence[str], title: Element, at: Element) -> Strip:
    """The title of a paper of its own, with what the furniture had no room for."""
    texts = [laid(sheet.title, TITLE, WIDTH, title)]
    if sheet.about:
        texts.append(laid(sheet.about, UNDER_TITLE, WIDTH, at.add(Role.PARAGRAPH)))
    texts += [laid(text, TEXT, WIDTH, at.add(Role.PARAGRAPH)) for text in in_full]
    return _stacked(texts, sheet.readers, at, top=0)


def part_title(sheet: Sheet, title: Element, at: Element) -> Strip:
    """The title of a part of a pack, with the readers’ frame at its right."""
    frame = readers_frame(sheet.readers, at.add(Role.PARAGRAPH), WIDTH * _FRAME_SHARE)
    name = laid(sheet.title, INNER_TITLE, WIDTH - frame.width - _GAP, title)
    placed = [Placed(name, 0, _TOP), Placed(frame, WIDTH - frame.width, _TOP)]
    height = max(each.y + each.thing.height for each in placed)
    if sheet.about:
        about = laid(sheet.about, TEXT, WIDTH, at.add(Role.PARAGRAPH))
        placed.append(Placed(about, 0, height))
        height += about.height
    return Strip(height + _BELOW_INNER, tuple(placed))


def continued_title(sheet: Sheet) -> Strip:
    """What a later page begins with; never read aloud, since the title was."""
    readers, _ = shortened(sheet.readers, READERS, WIDTH * (_FRAME_SHARE - 0.05))
    frame = readers_frame(readers, None, WIDTH * _FRAME_SHARE)
    room = WIDTH - frame.width - _GAP
    after = Run(" continued", _CONTINUED)
    name, _ = shortened(
        sheet.title, INNER_TITLE, room - laid([after], _CONTINUED, WIDTH).natural_width
    )
    title = laid([Run(name, INNER_TITLE), after], INNER_TITLE, room)
    placed = (Placed(title, 0, _TOP), Placed(frame, WIDTH - frame.width, _TOP))
    height = max(each.y + each.thing.height for each in placed)
    return Strip(height + _BELOW_INNER, placed)


def _stacked(texts: Sequence[LaidText], readers: str, at: Element, *, top: float) -> Strip:
    """Texts below one another, the frame last."""
    placed, y = [], top
    for text in texts:
        placed.append(Placed(text, 0, y))
        y += text.height
    frame = readers_frame(readers, at.add(Role.PARAGRAPH))
    placed.append(Placed(frame, 0, y + _ABOVE_FRAME))
    return Strip(y + _ABOVE_FRAME + frame.height + _BELOW_FRAME, tuple(placed))
