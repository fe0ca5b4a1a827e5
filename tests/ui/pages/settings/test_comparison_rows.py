"""What new dates would do, in words."""

from datetime import date, time

from jtai_desktop.domain.moments import Hour, Moment, end_of_day
from jtai_desktop.domain.redating import Shift
from jtai_desktop.ui.pages.settings.comparison_rows import comparison_rows, comparison_sentence

NOON = Moment(date(2026, 11, 12), Hour.AT, time(12))
LATER = Moment(date(2026, 11, 13), Hour.AT, time(12))
NEXT_YEAR = end_of_day(date(2027, 1, 4))
MOVED = Shift("a", "Case files", NOON, LATER, kept=False, was_done=True)
KEPT = Shift("b", "Evaluations", NOON, NOON, kept=True, was_done=False)
SAME = Shift("c", "Meetings", NOON, NOON, kept=False, was_done=False)


def test_what_moves_stands_first_then_what_stays_by_hand() -> None:
    rows = comparison_rows([KEPT, SAME, MOVED])
    assert [row.key for row in rows] == ["a", "b"]
    assert rows[0].cells[1].text == "Thu 12 Nov, 12:00"
    assert rows[0].cells[2].text == "Fri 13 Nov, 12:00"
    assert rows[1].cells[2].plain == "stays set by hand"


def test_what_was_done_says_so() -> None:
    assert "done" in comparison_rows([MOVED])[0].cells[0].plain


def test_another_year_is_named() -> None:
    far = Shift("d", "Papers", NOON, NEXT_YEAR, kept=False, was_done=False)
    cells = comparison_rows([far])[0].cells
    assert [cells[1].text, cells[2].text] == [
        "Thu 12 Nov 2026, 12:00",
        "Mon 4 Jan 2027, end of day",
    ]


def test_the_sentence_counts() -> None:
    assert comparison_sentence([MOVED, KEPT, SAME]) == (
        "1 milestone would move. 1 stays as set by hand or agreed, 1 stays where it is anyway."
    )
    assert comparison_sentence([SAME, SAME]) == (
        "No milestone would move. 2 stay where they are anyway."
    )
    assert comparison_sentence([MOVED]) == "1 milestone would move."
