"""A table of meetings as it is pasted from a workbook or an e-mail: columns by their headings.

All or nothing: each cell that can’t be taken is named by row and column, and as long as there is
one, none of the meetings is. Rows are counted as in the table, its headings being row 1.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from jtai_desktop.domain.documents.blocks import Block, from_text
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.wording import day_short, listed
from jtai_desktop.exchange.meeting_pasted import CellProblem, Known, Pasted, PastedRow
from jtai_desktop.exchange.meeting_reading import Columns, RowReading
from jtai_desktop.exchange.meeting_words import (
    CHILD,
    DAY,
    END,
    HEADINGS,
    NEEDED,
    START,
    TIME,
    plain,
)

MOST_ROWS: Final = 500


def read_table(text: str, known: Known) -> Pasted:
    """The meetings of a pasted table, or every cell that stands in the way."""
    block = from_text(text.strip("\r\n"))
    if not any(any(cell.strip() for cell in row) for row in block):
        return _stopped("Nothing was pasted. Copy the table with its headings first.")
    columns, unread = _columns(block[0])
    unread = (*unread, *_unheaded(block))
    if not columns:
        return _stopped(
            "The first row has no heading that is known. Copy the table with its headings:"
            f" {listed(tuple(HEADINGS[key][0] for key in (*NEEDED, START, END)))}."
        )
    if len(block) - 1 > MOST_ROWS:
        return _stopped(f"The table has more than {MOST_ROWS} rows. Paste it in parts.")
    missing = tuple(_missing(columns))
    if missing:
        return Pasted(problems=missing, unread=unread)
    return replace(_rows(block, columns, known), unread=unread)


def _stopped(sentence: str) -> Pasted:
    return Pasted(problems=(CellProblem(1, "", sentence),))


def _columns(heads: Sequence[str]) -> tuple[dict[str, tuple[int, str]], tuple[str, ...]]:
    """Where each field stands and how it is headed; and the headings that nothing is read from."""
    words = {plain(word): key for key, group in HEADINGS.items() for word in group}
    found: dict[str, tuple[int, str]] = {}
    unread: list[str] = []
    for place, head in enumerate(heads):
        key = words.get(plain(head))
        if key and key not in found:
            found[key] = place, head.strip()
        elif head.strip():
            unread.append(head.strip())
    return found, tuple(unread)


def _unheaded(block: Block) -> Iterator[str]:
    """Columns that have cells and no heading: told of, not passed over."""
    for place, head in enumerate(block[0]):
        if not head.strip() and any(row[place].strip() for row in block[1:]):
            yield f"column {place + 1} without a heading"


def _missing(columns: Mapping[str, object]) -> Iterator[CellProblem]:
    wanted = [key for key in NEEDED if key not in columns]
    if TIME not in columns:
        wanted += [key for key in (START, END) if key not in columns]
    for key in wanted:
        head = HEADINGS[key][0]
        yield CellProblem(1, head, f"There is no column “{head}”. Add it, or name it so.")


def _rows(block: Block, columns: Columns, known: Known) -> Pasted:
    rows: list[PastedRow] = []
    problems: list[CellProblem] = []
    for number, cells in enumerate(block[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        reading = RowReading(number, cells, columns, known)
        meeting = reading.meeting()
        problems += reading.problems
        if meeting is not None:
            rows.append(PastedRow(number, meeting))
    problems += _twice(rows, columns, known)
    remarks = tuple(_outside(rows, columns, known))
    if not rows and not problems:
        problems.append(CellProblem(2, "", "There is no row below the headings."))
    problems.sort(key=lambda each: each.row)
    return Pasted(tuple(rows), tuple(problems), remarks)


def _twice(rows: Sequence[PastedRow], columns: Columns, known: Known) -> Iterator[CellProblem]:
    """Rows that say what another row, or the week, has already."""
    here = {_same(each) for each in known.here if each.stands}
    seen: dict[tuple[str, str, datetime], int] = {}
    for each in rows:
        same = _same(each.meeting)
        head = columns[CHILD][1]
        if same in seen:
            sentence = f"Row {seen[same]} is the same meeting. Take one of them out."
            yield CellProblem(each.row, head, sentence, each.meeting.child)
        elif same in here:
            sentence = "This meeting is in the week already. Take the row out."
            yield CellProblem(each.row, head, sentence, each.meeting.child)
        seen.setdefault(same, each.row)


def _outside(rows: Sequence[PastedRow], columns: Columns, known: Known) -> Iterator[CellProblem]:
    for each in rows:
        day = each.meeting.start.date()
        if known.span is not None and not known.span.is_on_site(day):
            sentence = f"{day_short(day)} is outside the fieldwork week."
            yield CellProblem(each.row, columns[DAY][1], sentence)


def _same(meeting: Meeting) -> tuple[str, str, datetime]:
    return meeting.kind, meeting.child.casefold(), meeting.start
