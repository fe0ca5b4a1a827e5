"""Where entries lie in the week: stepped or side by side, never one wholly over another."""

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.ui.pages.week.layout import (
    APART,
    CLOSES,
    OPENS,
    Block,
    Box,
    Canvas,
    Place,
    canvas_of,
    free_above,
    hatched,
    hours_of,
    next_key,
    pairs,
    places,
    shared_time,
)
from jtai_desktop.ui.pages.week.moving import Drag, Grip, grip_at, shift_between

TEN, ELEVEN = 600, 660
CANVAS = Canvas(60, (100, 100, 100), 60, opens=480, closes=1080)
CLOSE = 1e-9


def block(key: str, start: int, end: int, day: int = 0) -> Block:
    return Block(key, day, start, end)


def placed(*blocks: Block) -> dict[str, Place]:
    return {each.block.key: each for each in places(blocks)}


def days() -> st.SearchStrategy[list[Block]]:
    """Up to nine entries of one day, in quarters of an hour."""
    times = st.tuples(st.integers(32, 68), st.integers(1, 20))
    return st.lists(times, max_size=9).map(
        lambda found: [
            block(str(at), start * 15, (start + length) * 15)
            for at, (start, length) in enumerate(found)
        ]
    )


def test_one_alone_has_the_whole_day() -> None:
    alone = placed(block("a", TEN, ELEVEN), block("b", ELEVEN, 720))
    assert [(each.left, each.right, each.depth) for each in alone.values()] == [(0, 1, 0)] * 2


def test_what_begins_later_is_stepped_over_the_first() -> None:
    found = placed(block("a", TEN, 690), block("b", TEN + APART, 720))
    assert (found["a"].left, found["a"].right) == (0, 1)
    assert found["b"].depth == 1
    assert found["a"].left < found["b"].left < found["b"].right == 1


def test_what_begins_nearly_together_stands_side_by_side() -> None:
    found = placed(block("a", TEN, 690), block("b", TEN + APART - 15, 720))
    assert found["a"].right == found["b"].left == 0.5


def test_three_at_once_take_three_lanes() -> None:
    found = placed(*(block(key, TEN, 690) for key in "abc"))
    assert sorted(round(each.left, 2) for each in found.values()) == [0, 0.33, 0.67]


@given(days())
def test_none_hides_another(blocks: list[Block]) -> None:
    found = placed(*blocks)
    assert len(found) == len(blocks)
    for one, other in pairs(blocks):
        first, second = sorted((found[one.key], found[other.key]), key=lambda p: p.block.start)
        aside = first.right <= second.left + CLOSE or second.right <= first.left + CLOSE
        if abs(one.start - other.start) < APART:
            assert aside
        else:
            assert aside or (second.left > first.left and second.depth > first.depth)


@given(days())
def test_every_place_is_inside_its_day(blocks: list[Block]) -> None:
    for each in places(blocks):
        assert 0 <= each.left < each.right <= 1 + CLOSE


def test_the_hours_grow_to_the_first_and_the_last_entry() -> None:
    assert hours_of([]) == (OPENS, CLOSES)
    assert hours_of([block("a", 7 * 60 + 15, 8 * 60)]) == (6 * 60 + 30, CLOSES)
    assert hours_of([block("a", 17 * 60, 19 * 60 + 20)]) == (OPENS, 20 * 60 + 30)
    assert hours_of([block("a", 0, 24 * 60)]) == (0, 24 * 60)


def test_a_canvas_fills_its_room_and_no_less_than_is_readable() -> None:
    canvas = canvas_of(5, [], (560, 900), 60, (48, 48))
    assert canvas.right == 560
    assert canvas.height == 900
    small = canvas_of(5, [], (200, 100), 60, (48, 48))
    assert small.hour == 48
    assert min(small.widths) == 48


def test_points_of_the_canvas_are_days_and_quarters() -> None:
    assert [CANVAS.day_at(at) for at in (0, 61, 160, 259, 900)] == [0, 0, 1, 1, 2]
    assert CANVAS.minute_at(CANVAS.down(TEN) + 6) == TEN
    assert CANVAS.minute_at(CANVAS.down(TEN) + 9) == TEN + 15


def test_shared_time_is_hatched_beside_the_stepped_one() -> None:
    under, over = Box(63, 120, 95, 90), Box(95, 180, 63, 60)
    assert hatched(under, over, (180, 210), 10, stepped=True) == (Box(63, 180, 32, 30), None)


def test_side_by_side_both_have_a_strip() -> None:
    one, other = Box(63, 120, 40, 90), Box(105, 120, 40, 60)
    left, right = hatched(one, other, (120, 180), 10, stepped=False)
    assert (left, right) == (Box(93, 120, 10, 60), Box(135, 120, 10, 60))


def test_a_chip_stands_above_where_nothing_lies() -> None:
    box = Box(63, 120, 95, 90)
    assert free_above(box, 24, [box]) == Box(63, 96, 95, 24)
    assert free_above(box, 24, [box, Box(100, 90, 20, 20)]) is None
    assert free_above(Box(63, 10, 95, 90), 24, []) is None


def test_shared_time() -> None:
    assert shared_time(block("a", TEN, 690), block("b", ELEVEN, 720)) == (ELEVEN, 690)
    assert shared_time(block("a", TEN, ELEVEN), block("b", ELEVEN, 720)) is None
    assert shared_time(block("a", TEN, 690), block("b", ELEVEN, 720, day=1)) is None


def test_arrows_lead_through_the_day_and_to_the_nearest_beside_it() -> None:
    blocks = [
        block("a", TEN, ELEVEN),
        block("b", 780, 840),
        block("c", 570, 600, day=2),
        block("d", 800, 860, day=2),
    ]
    assert next_key(blocks, "", 0, 1) == "a"
    assert next_key(blocks, "a", 0, 1) == "b"
    assert next_key(blocks, "b", 0, 1) == "b"
    assert next_key(blocks, "b", 1, 0) == "d"
    assert next_key(blocks, "c", -1, 0) == "a"
    assert next_key(blocks, "a", -1, 0) == "a"
    assert next_key([], "", 0, 1) == ""


def test_a_drag_snaps_to_quarters_and_stays_in_the_day() -> None:
    drag = Drag(block("a", TEN, 690), Grip.WHOLE, 80, 120)
    assert drag.at(CANVAS, 180, 130) == block("a", TEN + 15, 705, day=1)
    assert drag.at(CANVAS, 80, 123) == drag.block
    assert drag.at(CANVAS, 80, 9000).end == 24 * 60
    assert drag.at(CANVAS, 80, -9000).start == 0


def test_an_edge_changes_one_end_and_leaves_a_quarter() -> None:
    end = Drag(block("a", TEN, 690), Grip.END, 80, 210)
    assert end.at(CANVAS, 80, 250) == block("a", TEN, 735)
    assert end.at(CANVAS, 80, 0) == block("a", TEN, TEN + 15)
    start = Drag(block("a", TEN, 690), Grip.START, 80, 120)
    assert start.at(CANVAS, 80, 9000) == block("a", 675, 690)
    box = Box(60, 120, 90, 90)
    assert [grip_at(box, at) for at in (121, 160, 208)] == [Grip.START, Grip.WHOLE, Grip.END]


def test_a_shift_is_what_a_drag_did() -> None:
    before, after = block("a", TEN, 690), block("a", TEN - 15, 720, day=2)
    shift = shift_between(before, after)
    assert (shift.days, shift.minutes, shift.longer) == (2, -15, 45)
