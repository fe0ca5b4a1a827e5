"""Pages fill from the top; heads stay with what follows and come again overleaf."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.reports.pdf.pages import Page, paged
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import TEXT
from jtai_desktop.reports.pdf.text import laid


@dataclass(frozen=True, slots=True)
class _Block:
    name: str
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        raise NotImplementedError

    def cut(self, room: float) -> tuple["_Block | None", "_Block | None"]:
        del room
        return self, None


def _strip(name: str, height: float = 20) -> Strip:
    return Strip(height, (Placed(_Block(name, height), 0, 0),))


def _names(pages: list[Page]) -> list[list[str]]:
    return [[_name(stood.strip) + "'" * stood.again for stood in page] for page in pages]


def _name(strip: Strip) -> str:
    thing = strip.placed[0].thing
    return thing.name if isinstance(thing, _Block) else "text"


def test_strips_follow_each_other_down_the_page() -> None:
    (page,) = paged([_strip("a"), replace(_strip("b"), before=5)], 10, 110)
    assert [stood.top for stood in page] == [10, 35]


def test_a_full_page_is_turned_and_drops_the_white_above() -> None:
    pages = paged([_strip("a", 90), replace(_strip("b"), before=5)], 10, 110)
    assert _names(pages) == [["a"], ["b"]]
    assert pages[1][0].top == 10


def test_a_head_goes_with_what_it_heads() -> None:
    strips = [_strip("a", 70), replace(_strip("head"), keep=True), _strip("row")]
    assert _names(paged(strips, 0, 100)) == [["a"], ["head", "row"]]


def test_heads_come_again_overleaf() -> None:
    head = replace(_strip("head"), keep=True)
    rows = [replace(_strip(name), heads=(head,)) for name in "abcdef"]
    assert _names(paged([head, *rows], 0, 100)) == [
        ["head", "a", "b", "c", "d"],
        ["head'", "e", "f"],
    ]


def test_later_pages_begin_with_the_short_title() -> None:
    pages = paged([_strip("a", 100), _strip("b")], 0, 100, _strip("title"))
    assert _names(pages) == [["a"], ["title'", "b"]]
    assert pages[1][1].top == 20


def test_white_that_must_stay_below_is_kept_at_the_foot() -> None:
    strips = [_strip("a", 70), replace(_strip("b"), clear=15)]
    assert _names(paged(strips, 0, 100)) == [["a"], ["b"]]


def test_no_strips_are_one_empty_page() -> None:
    assert paged([], 0, 100) == [()]


def test_a_row_higher_than_a_page_is_cut_between_lines() -> None:
    text = laid("word " * 200, TEXT, 60)
    strip = Strip(text.height + 4, (Placed(text, 0, 2),))
    pages = paged([_strip("a", 50), strip], 0, 200)
    assert len(pages) > 2
    assert all(stood.top + stood.strip.height <= 200.1 for page in pages for stood in page)
    lines = [
        line
        for page in pages
        for stood in page
        for placed in stood.strip.placed
        if not isinstance(placed.thing, _Block)
        for line in getattr(placed.thing, "lines", ())
    ]
    assert lines == [*text.lines]


@given(st.lists(st.tuples(st.floats(1, 60), st.booleans()), max_size=40))
def test_every_strip_stands_once_inside_the_page(given_strips: list[tuple[float, bool]]) -> None:
    strips = [
        replace(_strip(str(index), height), keep=keep)
        for index, (height, keep) in enumerate(given_strips)
    ]
    pages = paged(strips, 0, 100)
    assert [stood.strip for page in pages for stood in page] == strips
    assert all(stood.top + stood.strip.height <= 100.1 for page in pages for stood in page)
