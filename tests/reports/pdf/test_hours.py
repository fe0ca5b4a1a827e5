"""A day drawn by the hour: nothing overlaps, nothing leaves the page, whatever the day is like."""

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.reports.blocks import Entry, Hours
from jtai_desktop.reports.pdf.hours import _scale, _spots, hour_strips
from jtai_desktop.reports.pdf.styles import MM, ROOM, WIDTH
from jtai_desktop.reports.pdf.tagging.tree import Element, Role

MINUTE = st.integers(0, 24 * 60 - 1)
ENTRIES = st.lists(st.tuples(MINUTE, MINUTE, st.sampled_from(("x", "long title " * 20))))


def _entry(start: int, end: int, title: str = "x") -> Entry:
    return Entry(start, end, "10:00–11:00", title, ("place",), "Clash")


@given(ENTRIES)
def test_blocks_never_overlap_and_stay_within_the_page(drawn: list[tuple[int, int, str]]) -> None:
    entries = tuple(_entry(*each) for each in drawn)
    (strip,) = hour_strips(Hours(entries, "said"), Element(Role.DOCUMENT))
    assert strip.height <= ROOM - 20 * MM
    grounds = [each for each in strip.placed if type(each.thing).__name__ == "_Ground"]
    assert len(grounds) == len(entries)
    for place, one in enumerate(grounds):
        width: float = one.thing.width  # type: ignore[attr-defined]
        assert one.x + width <= WIDTH + 0.1
        assert one.y + one.thing.height <= strip.height
        for other in grounds[place + 1 :]:
            beside = other.x >= one.x + width - 0.1 or one.x >= other.x + width - 0.1
            low, high = sorted((one, other), key=lambda each: each.y)
            below = high.y >= low.y + low.thing.height - 0.1
            assert beside or below


def test_only_entries_at_one_time_share_the_width() -> None:
    entries = (_entry(540, 585), _entry(600, 690), _entry(660, 720), _entry(780, 840))
    spots = {each.entry.start: (each.lane, each.lanes) for each in _spots(entries, _scale(entries))}
    assert spots == {540: (0, 1), 600: (0, 2), 660: (1, 2), 780: (0, 1)}


def test_a_screen_reader_hears_one_figure() -> None:
    root = Element(Role.DOCUMENT)
    hour_strips(Hours((_entry(540, 600),), "Monday drawn"), root)
    assert [(each.role, each.alt) for each in root.kids] == [(Role.FIGURE, "Monday drawn")]
