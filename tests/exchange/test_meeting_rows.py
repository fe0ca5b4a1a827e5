"""A pasted table of meetings: read by headings, every wrong cell named, all of it or nothing."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.documents.blocks import to_text
from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Agency
from jtai_desktop.exchange.meeting_pasted import Known, Pasted
from jtai_desktop.exchange.meeting_rows import MOST_ROWS, read_table

KINDS = {
    "initial-conference": "Initial child protection conference",
    "care-review": "Looked-after child review",
    "strategy": "Strategy discussion",
    "planning": "Planning or review meeting",
}
AGENCIES = (
    Agency("a1", "council", "Northmoor Council", "Council"),
    Agency("a2", "police", "Northmoor Police", "Police"),
    Agency("a3", "camhs", "Child and adolescent mental health services", "CAMHS"),
)
KNOWN = Known(KINDS, AGENCIES, Span(date(2026, 11, 16)), (), OWN_KINDS)
HEADS = ("Kind", "Child", "Day", "Start", "End", "Place", "Chair", "Agencies", "Observe")
GOOD = (
    "Strategy discussion",
    "Child B",
    "Tue 17 Nov 2026",
    "09:00",
    "10:30",
    "Civic Centre, room 4",
    "Front door lead",
    "Council, CAMHS",
    "yes",
)


def read(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> Pasted:
    return read_table(to_text([heads, *rows]), KNOWN)


def row(**other: str) -> tuple[str, ...]:
    """The good row with other cells, by heading in small letters."""
    return tuple(other.get(head.casefold(), cell) for head, cell in zip(HEADS, GOOD, strict=True))


def where(found: Pasted) -> list[str]:
    return [each.where for each in found.problems]


def test_a_table_becomes_meetings() -> None:
    found = read(GOOD, row(child="Child C", day="18/11/2026", observe=""))
    assert (found.problems, found.remarks, found.unread) == ((), (), ())
    assert found.meetings[0] == Meeting(
        id="",
        kind="strategy",
        start=datetime(2026, 11, 17, 9, 0, tzinfo=LONDON),
        end=datetime(2026, 11, 17, 10, 30, tzinfo=LONDON),
        child="Child B",
        place="Civic Centre, room 4",
        chair="Front door lead",
        agencies=("council", "camhs"),
        observe=True,
    )
    assert [each.row for each in found.rows] == [2, 3]


def test_other_headings_one_column_of_times_and_short_words() -> None:
    heads = ("Date", "TIMES", "Meeting type", "Child label", "Venue", "Attendees", "Owner")
    cells = ("Tue 17 Nov", "9.30 to 11.00", "ICPC", "Child A", "", "Northmoor Police & camhs", "x")
    found = read(cells, heads=heads)
    (meeting,) = found.meetings
    assert (meeting.kind, meeting.start.hour, meeting.end.hour) == ("initial-conference", 9, 11)
    assert meeting.agencies == ("police", "camhs")
    assert found.unread == ("Owner",)


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"day": "Wed 17 Nov 2026"}, "Day", "contradicts itself"),
        ({"day": "31/11/2026"}, "Day", "not in the calendar"),
        ({"day": "Tuesday"}, "Day", "can’t be read"),
        ({"start": "9"}, "Start", "without minutes"),
        ({"end": "25:00"}, "End", "not a time"),
        ({"end": "08:30"}, "End", "not after the start"),
        ({"kind": "Party"}, "Kind", "no kind of meeting"),
        ({"agencies": "Council, Fire"}, "Agencies", "“Fire” is no agency"),
        ({"observe": "maybe"}, "Observe", "neither yes nor no"),
        ({"child": ""}, "Child", "which child"),
        ({"place": "x" * 201}, "Place", "201 characters"),
    ],
)
def test_each_wrong_cell_is_named_and_nothing_is_taken(
    cells: dict[str, str], column: str, words: str
) -> None:
    found = read(GOOD, row(**{"child": "Child C", **cells}))
    (problem,) = found.problems
    assert (problem.row, problem.column) == (3, column)
    assert words in problem.sentence
    assert found.meetings == ()
    assert len(found.rows) == 1


def test_every_wrong_cell_of_a_row_is_named() -> None:
    found = read(row(day="Wed 17 Nov 2026", kind="Party", agencies="Fire"))
    assert where(found) == ["Row 2, Kind", "Row 2, Day", "Row 2, Agencies"]
    assert where(read(row(end="08:00", observe="maybe"))) == ["Row 2, Observe", "Row 2, End"]


def test_the_end_before_the_start_in_one_column() -> None:
    heads = ("Kind", "Child", "Day", "Time")
    found = read(("Strategy", "Child A", "Tue 17 Nov", "14:00–13:00"), heads=heads)
    assert where(found) == ["Row 2, Time"]


def test_duplicates_are_named_with_the_row_they_repeat() -> None:
    found = read(GOOD, row(child="Child C"), row(child="child b", end="10:00"))
    assert [(each.row, each.sentence) for each in found.problems] == [
        (4, "Row 2 is the same meeting. Take one of them out.")
    ]
    here = replace(KNOWN, here=read(GOOD).meetings)
    again = read_table(to_text([HEADS, GOOD]), here)
    assert again.problems[0].sentence.startswith("This meeting is in the week already")
    off = replace(KNOWN, here=(replace(read(GOOD).meetings[0], cancelled="Chair ill"),))
    assert read_table(to_text([HEADS, GOOD]), off).problems == ()


def test_another_week_is_a_remark_and_stops_nothing() -> None:
    found = read(row(day="Mon 23 Nov 2026"))
    assert [each.sentence for each in found.remarks] == ["Mon 23 is outside the fieldwork week."]
    assert len(found.meetings) == 1


def test_headings_that_are_missing_are_named() -> None:
    assert [each.column for each in read(GOOD[:2], heads=("Kind", "Child")).problems] == [
        "Day",
        "Start",
        "End",
    ]
    assert "no heading" in read(heads=GOOD).problems[0].sentence
    assert "Nothing was pasted" in read_table(" \n\t\n", KNOWN).problems[0].sentence
    assert "no row below" in read().problems[0].sentence
    many = read(*[GOOD] * (MOST_ROWS + 1))
    assert "Paste it in parts" in many.problems[0].sentence


def test_empty_rows_and_an_entry_of_ones_own() -> None:
    own = row(kind="Keep in touch", child="")
    found = read(tuple("" for _ in HEADS), own)
    assert (found.problems, found.rows[0].row) == ((), 3)
    assert not found.meetings[0].is_returned


@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    found = read_table(text, KNOWN)
    assert found.meetings == () or found.rows


@given(st.lists(st.lists(st.text(max_size=12), min_size=9, max_size=9), max_size=4))
def test_any_cells_are_answered(rows: list[list[str]]) -> None:
    found = read(*(tuple(each) for each in rows))
    assert found.meetings == () or not found.problems


def test_cells_under_no_heading_are_told_of() -> None:
    found = read((*GOOD, "", "by taxi"), heads=(*HEADS, "", ""))
    assert (len(found.meetings), found.unread) == (1, ("column 11 without a heading",))
