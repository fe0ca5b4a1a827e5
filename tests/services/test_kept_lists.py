"""Lists taken into a vault: compared with the version before, checked, signed, sent, and undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from jtai_desktop.domain.lists.findings import Rule
from jtai_desktop.domain.lists.kept import State
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.versions import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_reading import Hand
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.services import (
    council,
    erasing,
    kept_lists,
    list_headings,
    overview,
    undoing,
)
from jtai_desktop.services.kept_lists import Incoming, Said
from jtai_desktop.services.lists import Checked
from jtai_desktop.services.workspace import Workspace
from tests.exchange.lists.county import NO, SMALL, YES, County
from tests.exchange.lists.county import book as county_book
from tests.exchange.lists.writing import FIRST_ROW, saved, workbook

LISTS = [6, 7]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file of two lists, and the same a day later: a row more, one less, one mended."""
    folder = tmp_path_factory.mktemp("lists")
    county = County(SMALL)
    county.rows[6][0]["Primary Need Code"] = "X"
    first = saved(workbook(county, LISTS), folder, "first.xlsx")
    county.rows[6][0]["Primary Need Code"] = county.rows[6][1]["Primary Need Code"]
    gone = county.rows[6].pop()
    county.rows[6].append(gone | {"Child Unique ID": "new-child-1"})
    return first, saved(workbook(county, LISTS), folder, "second.xlsx")


def _read(workspace: Workspace, inspection: str, path: Path) -> tuple[Incoming, ...]:
    return kept_lists.incoming(workspace, inspection, _checked(workspace, inspection, path))


def _checked(workspace: Workspace, inspection: str, path: Path) -> Checked:
    """The file read in this process, since a worker takes long to begin."""
    wanted = kept_lists.wish(workspace, inspection)
    days = Days(wanted.notified, wanted.today)
    request = Request((path,), wanted.text, days, wanted.hand, salt=wanted.salt, known=wanted.known)
    return Checked(
        read_and_check(request, county_book(), lambda _: None), county_book(), wanted.salt
    )


def _take_in(workspace: Workspace, inspection: str, path: Path) -> None:
    kept_lists.take_in(workspace, inspection, _read(workspace, inspection, path))


def test_from_the_file_to_the_inspectors(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    workspace = bare_workspace
    _take_in(workspace, bare, files[0])
    (first, _) = _read(workspace, bare, files[0])
    assert first.is_known
    with pytest.raises(Refused, match="taken in last"):
        _take_in(workspace, bare, files[0])

    (six, seven) = _read(workspace, bare, files[1])
    assert six.difference
    rows = six.difference
    assert (rows.new, rows.gone, rows.changed) == (1, 1, 1)
    assert [each.heading for each in rows.problems_mended] == ["Primary Need Code"]
    assert seven.difference is not None
    assert not seven.difference.new

    signed = Said("Director", reason="One code is mended at source")
    kept_lists.take_step(workspace, bare, 6, Step.CHECKED, Said("Data lead"))
    kept_lists.take_step(workspace, bare, 6, Step.SIGNED, signed)
    changes = kept_lists.take_step(workspace, bare, 6, Step.SENT, Said(way="portal"))
    assert changes.summary == "List 6, version 1: sent"
    kept_lists.take_in(workspace, bare, [six])
    found = overview.load(workspace, bare).lists().of(6)
    assert found
    assert (found.state, found.behind) == (State.TO_CHECK, "inspectors hold 1, we hold 2")
    assert [line.who for line in found.versions[0].lines[:2]] == ["Data lead", "Director"]


def test_only_references_ages_and_answers_are_kept(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    _take_in(bare_workspace, bare, files[0])
    with bare_workspace.reading() as session:
        connection = session.connection()
        kept = connection.exec_driver_sql("SELECT children, marks FROM list_kept").all()
        dump = " ".join(str(value) for row in kept for value in row)
    county = County(SMALL)
    births = {str(row["Date of Birth"]) for row in county.rows[6]}
    assert births
    assert not [birth for birth in births if birth in dump]
    assert str(county.rows[6][0]["Child Unique ID"]) in dump
    assert str(county.rows[6][0]["Allocated Worker"]) not in dump


def test_the_scope_is_that_of_the_newest_versions(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    checked = _checked(bare_workspace, bare, files[0])
    new = kept_lists.incoming(bare_workspace, bare, checked)
    kept_lists.take_in(bare_workspace, bare, new)
    from_files = checked.answer.report.kept
    assert from_files
    assert kept_lists.scope(bare_workspace, bare).of_age == len(
        {row.reference for row in from_files if row.age is not None and 10 <= row.age <= 15}
    )


def test_taking_in_is_undone_but_not_past_a_check(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    _take_in(bare_workspace, bare, files[0])
    undoing.undo(bare_workspace, bare)
    assert not overview.load(bare_workspace, bare).lists().is_begun
    undoing.redo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).lists().is_begun
    kept_lists.take_step(bare_workspace, bare, 6, Step.CHECKED, Said("Data lead"))
    with pytest.raises(Refused):
        undoing.undo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).lists().is_begun


def test_what_was_said_of_a_heading_is_remembered(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    said = ByHand(6, "Child Unique ID", "")
    new = _read(bare_workspace, bare, files[0])
    kept_lists.take_in(bare_workspace, bare, new, [said])
    assert said in kept_lists.wish(bare_workspace, bare).hand.columns
    another = ByHand(6, "Child Unique ID", "Gender")
    wanted = kept_lists.wish(bare_workspace, bare, Hand(columns=(another,)))
    assert wanted.hand.columns == (another,)


def test_what_is_remembered_is_taken_back_and_comes_again(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    said = ByHand(6, "Whose row", "Child Unique ID")
    kept_lists.take_in(bare_workspace, bare, _read(bare_workspace, bare, files[0]), [said])
    # A file without that heading is not blamed for it: it was said of another one.
    report = _checked(bare_workspace, bare, files[1]).answer.report
    assert not [one for one in report.findings if one.rule is Rule.LEFT_OVER]
    assert list_headings.said_of(bare_workspace, 6, "whose row") == said
    list_headings.forget(bare_workspace, said, bare)
    assert list_headings.remembered(bare_workspace) == ()
    with pytest.raises(Refused, match="Nothing is remembered"):
        list_headings.said_of(bare_workspace, 6, "Whose row")
    undoing.undo(bare_workspace, bare)
    assert list_headings.remembered(bare_workspace) == (said,)


def test_no_name_is_kept_even_where_one_stands_for_a_reference(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    county = County(SMALL)
    for row in county.rows[6][:3]:
        row["Child Unique ID"] = "Somebody Else"
    checked = _checked(bare_workspace, bare, saved(workbook(county, [6]), tmp_path))
    assert "1 child of list 6 for the scope" in " ".join(checked.answer.report.not_checked)
    new = kept_lists.incoming(bare_workspace, bare, checked)
    kept_lists.take_in(bare_workspace, bare, new)
    with bare_workspace.reading() as session:
        connection = session.connection()
        for table in ("list_versions", "list_problems", "list_kept", "history"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 - ours
            assert "Somebody" not in str(rows), table


def test_a_list_that_comes_later_is_compared_with_what_was_kept(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    county = County(SMALL)
    title = next(one.title for one in county.book.fields if one.key == "concern")
    _take_in(bare_workspace, bare, saved(workbook(county, [6]), tmp_path, "six.xlsx"))
    turned = next(row for row in county.rows[7] if row.get(title) == NO)
    turned[title] = YES
    absent = next(row for row in county.rows[7] if not row.get(title))
    absent["Child Unique ID"] = "NM999999"
    report = _checked(
        bare_workspace, bare, saved(workbook(county, [7]), tmp_path, "seven.xlsx")
    ).answer.report
    found = {one.rule: [cell.row for cell in one.cells] for one in report.findings}
    assert found[Rule.NOT_IN_LIST] == [county.rows[7].index(absent) + FIRST_ROW]
    assert county.rows[7].index(turned) + FIRST_ROW in found[Rule.ANSWER_DIFFERS]
    said = " ".join(report.not_checked)
    assert "Children in Need: it is not in these files; only its children and answers" in said
    assert "Whether each child of list 7" not in said


def test_a_newer_list_6_is_asked_for_the_children_of_the_lists_that_are_kept(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    county = County(SMALL)
    _take_in(bare_workspace, bare, saved(workbook(county, [7]), tmp_path, "seven.xlsx"))
    gone = {row["Child Unique ID"] for row in county.rows[7][:2]}
    county.rows[6] = [row for row in county.rows[6] if row["Child Unique ID"] not in gone]
    report = _checked(
        bare_workspace, bare, saved(workbook(county, [6]), tmp_path, "six.xlsx")
    ).answer.report
    (found,) = [one for one in report.findings if one.rule is Rule.NOT_IN_LIST]
    assert found.wanted.endswith("as it was taken in; 2 children are missing")
    assert (found.cells, found.letter) == ((), "A")
    assert report.accounts[0].accepted == len(county.rows[6])


def test_a_council_may_keep_nothing_of_the_children(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    kept = replace(council.load(bare_workspace), keeps_children=False)
    council.change(bare_workspace, kept, bare)
    _take_in(bare_workspace, bare, files[0])
    _take_in(bare_workspace, bare, files[1])
    assert kept_lists.scope(bare_workspace, bare).of_age == 0
    found = kept_lists.since(bare_workspace, bare)[6]
    assert (found.rows_known, found.difference.new, found.difference.gone) == (True, 1, 1)
    with bare_workspace.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT children FROM list_kept").scalars()
        assert {*rows} == {"[]"}


def test_a_step_needs_a_list(bare_workspace: Workspace, bare: str) -> None:
    with pytest.raises(Refused, match="List 6 was not taken in yet"):
        kept_lists.take_step(bare_workspace, bare, 6, Step.CHECKED, Said("Data lead"))


def test_an_older_reading_is_not_put_over_a_newer(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    slow = _read(bare_workspace, bare, files[0])
    _take_in(bare_workspace, bare, files[1])
    with pytest.raises(Refused, match="taken in again meanwhile"):
        kept_lists.take_in(bare_workspace, bare, slow)


def test_erasing_takes_the_lists_too(
    bare_workspace: Workspace, bare: str, files: tuple[Path, Path]
) -> None:
    _take_in(bare_workspace, bare, files[0])
    erasing.erase(bare_workspace, bare)
    with bare_workspace.reading() as session:
        connection = session.connection()
        for table in ("list_versions", "list_problems", "list_lines", "list_kept"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()  # noqa: S608 - names of ours
            assert count == 0, table
