"""The title block of a first page, and the short title of the pages after it."""

from collections.abc import Sequence

from jtai_desktop.domain import wording
from jtai_desktop.reports.checklist import NAME, Countdown, DailyChecklist
from jtai_desktop.reports.pdf.headings import readers_frame
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import (
    COUNTDOWN,
    COUNTDOWN_WORDS,
    FIELDWORK,
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
from jtai_desktop.reports.pdf.text import Run, laid, shortened

_COUNTDOWN_WIDTH = 68 * MM
_COUNTDOWN_BASELINE = 13.55 * MM
_COUNTDOWN_GAP = 3.2 * MM
_NUMBER_WIDTH = 20 * MM
_GAP = 6 * MM
_TITLE_BASELINE = 7.62 * MM
_FRAME_ABOVE = 2.3 * MM
_FIELDWORK_BASELINE = 12.2 * MM
_CONTINUED = Style(INNER_TITLE.size, INNER_TITLE.leading, Face.TEXT)
_CONTINUED_BELOW = 2.2 * MM


def title_block(paper: DailyChecklist, in_full: Sequence[str], at: Element) -> Strip:
    """Title, day and readers at the left; the countdown at the right."""
    placed = [
        *_names(paper, in_full, at),
        *_countdown(paper.countdown, at),
    ]
    height = max(each.y + each.thing.height for each in placed)
    return Strip(height, tuple(placed))


def continued_title(paper: DailyChecklist) -> Strip:
    """What a later page begins with; never read aloud, since the title was."""
    readers, _ = shortened(paper.readers, READERS, WIDTH * 0.4)
    frame = readers_frame(readers, None, WIDTH / 2)
    runs = [Run(NAME, INNER_TITLE), Run(" continued", _CONTINUED)]
    title = laid(runs, INNER_TITLE, WIDTH - frame.width - _GAP)
    placed = (Placed(title, 0, 0.8 * MM), Placed(frame, WIDTH - frame.width, 0.8 * MM))
    height = max(each.y + each.thing.height for each in placed)
    return Strip(height + _CONTINUED_BELOW, placed)


def _names(paper: DailyChecklist, in_full: Sequence[str], at: Element) -> list[Placed]:
    width = WIDTH - _COUNTDOWN_WIDTH - _GAP
    title = laid(paper.title, TITLE, width, at.add(Role.H1, title=paper.title))
    placed = [Placed(title, 0, _TITLE_BASELINE - TITLE.baseline)]
    day = wording.day_long(paper.day)
    texts = [laid(day, UNDER_TITLE, width, at.add(Role.PARAGRAPH))]
    texts += [laid(text, TEXT, width, at.add(Role.PARAGRAPH)) for text in in_full]
    y = placed[0].y + title.height
    for text in texts:
        placed.append(Placed(text, 0, y))
        y += text.height
    frame = readers_frame(paper.readers, at.add(Role.PARAGRAPH), width)
    return [*placed, Placed(frame, 0, y + _FRAME_ABOVE)]


def _countdown(countdown: Countdown, at: Element) -> list[Placed]:
    """The words as a block at the right edge, the number before them."""
    width = _COUNTDOWN_WIDTH - _NUMBER_WIDTH - _COUNTDOWN_GAP
    element = at.add(Role.PARAGRAPH)
    number = laid(countdown.number, COUNTDOWN, _NUMBER_WIDTH, element)
    words = laid(countdown.words, COUNTDOWN_WORDS, width, element)
    fieldwork = laid(countdown.fieldwork, FIELDWORK, width, at.add(Role.PARAGRAPH))
    x = WIDTH - max(words.natural_width, fieldwork.natural_width)
    words_y = _FIELDWORK_BASELINE - FIELDWORK.baseline - COUNTDOWN_WORDS.leading
    number_x = x - _COUNTDOWN_GAP - _NUMBER_WIDTH
    return [
        Placed(number, number_x, _COUNTDOWN_BASELINE - COUNTDOWN.baseline),
        Placed(words, x, words_y),
        Placed(fieldwork, x, words_y + words.height),
    ]
