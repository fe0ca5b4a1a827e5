"""The action plan out as a workbook and back: what changed is taken, what can’t be is named."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.plan_writing import KEY_ROW, PLAN
from jtai_desktop.services import actions, overview, plan_workbook, undoing
from jtai_desktop.services.actions import New
from jtai_desktop.services.plan_workbook import Seen
from jtai_desktop.services.workspace import Workspace
from tests.exchange.evaluations.filled import FilledForm, Formula

FIRST = 3


class Book(FilledForm):
    """The workbook of a plan as a lead has it open."""

    def row(self, number: str) -> list[Any]:
        """The row of an action."""
        at = self.column(PLAN, "number")
        return next(row for row in self.sheets[PLAN][FIRST:] if row[at] == number)

    def type(self, number: str, key: str, value: object) -> None:
        """Type into a cell."""
        self.row(number)[self.column(PLAN, key)] = value


@pytest.fixture
def planned(bare_workspace: Workspace, bare: str) -> Workspace:
    """An inspection with two actions."""
    for text in ("Share plans.", "Hold meetings."):
        new = New("police", text, lead="Police lead", timescale="End June 2027")
        actions.add(bare_workspace, bare, new)
    return bare_workspace


def exported(workspace: Workspace, inspection: str, tmp_path: Path) -> Book:
    """What was exported, as it is open."""
    path = tmp_path / "plan.xlsx"
    path.unlink(missing_ok=True)
    plan_workbook.export(workspace, inspection, path)
    return Book(path.read_bytes())


def back(workspace: Workspace, inspection: str, tmp_path: Path, book: Book) -> Seen:
    """What taking it in would do."""
    path = tmp_path / "back.xlsx"
    path.write_bytes(book.xlsx())
    return plan_workbook.preview(workspace, inspection, path)


def here(workspace: Workspace, inspection: str, number: str) -> Action:
    """An action as it is kept."""
    every = overview.load(workspace, inspection).actions
    return next(each for each in every if each.number == number)


def test_what_was_changed_is_taken_in_as_one_step(
    planned: Workspace, bare: str, tmp_path: Path
) -> None:
    book = exported(planned, bare, tmp_path)
    book.type("4.1", "lead", "Detective inspector")
    book.type("4.1", "timescale", "October 2027")
    book.type("4.1", "started", date(2026, 5, 4))
    book.type("4.2", "completed", "4 May 2026")
    book.type("4.2", "impact", "Audits show it.")
    seen = back(planned, bare, tmp_path, book)
    assert not seen.problems
    assert [(each.code, each.here, each.wanted) for each in seen.changes] == [
        ("4.1", "Police lead", "Detective inspector"),
        ("4.1", "End June 2027", "October 2027"),
        ("4.1", "", "4 May 2026"),
        ("4.2", "", "4 May 2026"),
        ("4.2", "", "Audits show it."),
    ]
    before = here(planned, bare, "4.1")
    changes = plan_workbook.apply(planned, bare, seen)
    assert "5 cells" in changes.summary
    one, two = here(planned, bare, "4.1"), here(planned, bare, "4.2")
    assert (one.lead, one.facts.due, one.facts.started) == (
        "Detective inspector",
        date(2027, 10, 31),
        date(2026, 5, 4),
    )
    assert (two.facts.completed, two.facts.impact) == (date(2026, 5, 4), "Audits show it.")
    undoing.undo(planned, bare)
    assert here(planned, bare, "4.1") == before


def test_an_untouched_workbook_changes_nothing(
    planned: Workspace, bare: str, tmp_path: Path
) -> None:
    seen = back(planned, bare, tmp_path, exported(planned, bare, tmp_path))
    assert (seen.changes, seen.conflicts, seen.problems, seen.remarks) == ((), (), (), ())
    assert not plan_workbook.apply(planned, bare, seen)


def test_progress_to_add_becomes_a_dated_entry(
    planned: Workspace, bare: str, tmp_path: Path
) -> None:
    book = exported(planned, bare, tmp_path)
    book.type("4.1", "add-progress", "Four of five teams trained")
    plan_workbook.apply(planned, bare, back(planned, bare, tmp_path, book))
    (entry,) = here(planned, bare, "4.1").progress
    assert (entry.text, entry.day) == ("Four of five teams trained", planned.now.date())


def test_what_both_sides_changed_is_taken_only_where_it_is_chosen(
    planned: Workspace, bare: str, tmp_path: Path
) -> None:
    book = exported(planned, bare, tmp_path)
    actions.set_timescale(planned, bare, here(planned, bare, "4.1").id, "End July 2027")
    book.type("4.1", "timescale", "ongoing")
    seen = back(planned, bare, tmp_path, book)
    (conflict,) = seen.conflicts
    assert (conflict.exported, conflict.here, conflict.wanted) == (
        "End June 2027",
        "End July 2027",
        "ongoing",
    )
    plan_workbook.apply(planned, bare, seen)
    assert here(planned, bare, "4.1").facts.timescale.words == "End July 2027"
    plan_workbook.apply(planned, bare, seen, [conflict])
    assert here(planned, bare, "4.1").facts.timescale.words == "ongoing"
    with pytest.raises(Refused, match="changed here since"):
        plan_workbook.apply(planned, bare, seen, [conflict])


def _id(book: Book) -> None:
    book.row("4.1")[book.column(PLAN, "action-id")] = "another"


def _swapped(book: Book) -> None:
    at = book.column(PLAN, "number")
    one, two = book.row("4.1"), book.row("4.2")
    one[at], two[at] = two[at], one[at]


WRONG: list[tuple[Callable[[Book], None], str, str]] = [
    (_id, "row 4", "hidden identity of this row was changed"),
    (_swapped, "row 4", "sorted apart"),
    (lambda book: book.take_column_out(PLAN, "lead"), PLAN, "is missing"),
    (lambda book: book.take_column_out(PLAN, "stamp"), PLAN, "is missing"),
    (lambda book: book.type("4.1", "timescale", "31 June 2027"), "“Timescale”", "30 days"),
    (lambda book: book.type("4.1", "started", "soon"), "“Started”", "can’t be read"),
    (lambda book: book.type("4.1", "completed", "1 Jan 2099"), "“Completed”", "still to come"),
    (lambda book: book.type("4.1", "answers", "F9"), "“Findings it answers”", "findings yet"),
    (lambda book: book.type("4.1", "text", ""), "“Action”", "is empty"),
    (lambda book: book.type("4.2", "lead", Formula("=1+1")), "“Lead, one role”", "a formula"),
    (lambda book: book.type("4.2", "lead", date(2026, 5, 4)), "“Lead, one role”", "as text"),
    (lambda book: book.type("4.2", "measure", "x" * 6000), "“Measure of impact”", "5,000"),
]


@pytest.mark.parametrize(("spoil", "where", "said"), WRONG)
def test_what_cannot_be_taken_is_named_and_stops_all(
    planned: Workspace,
    bare: str,
    tmp_path: Path,
    spoil: Callable[[Book], None],
    where: str,
    said: str,
) -> None:
    book = exported(planned, bare, tmp_path)
    spoil(book)
    seen = back(planned, bare, tmp_path, book)
    assert any(where in str(each.spot) and said in each.sentence for each in seen.problems)
    with pytest.raises(Refused, match="Nothing was taken in"):
        plan_workbook.apply(planned, bare, seen)


def test_an_older_export_and_what_is_worked_out_are_remarked_on(
    planned: Workspace, bare: str, tmp_path: Path
) -> None:
    book = exported(planned, bare, tmp_path)
    planned.clock = lambda: datetime.fromisoformat("2026-11-10T16:00:00+00:00")
    exported(planned, bare, tmp_path)
    book.type("4.1", "rating", "Completed")
    seen = back(planned, bare, tmp_path, book)
    said = " ".join(each.sentence for each in seen.remarks)
    assert "there is one of" in said
    assert "Rating is worked out by the program" in said
    assert KEY_ROW == 0


def test_a_sheet_may_be_sorted_and_a_row_left_out(
    planned: Workspace, bare: str, tmp_path: Path
) -> None:
    book = exported(planned, bare, tmp_path)
    rows = book.sheets[PLAN]
    rows[FIRST:] = [book.row("4.2")]
    book.type("4.2", "references", "SY2,8")
    seen = back(planned, bare, tmp_path, book)
    assert [each.wanted for each in seen.changes] == ["SY2,8"]
    assert "nothing is removed here" in seen.remarks[-1].sentence
