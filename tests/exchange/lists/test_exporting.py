"""The workbook written from the values read: places kept, problems beside them, no text runs."""

import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_checking import _read_and_check, read_check_and_write
from jtai_desktop.exchange.list_exporting import CELLS, COMMENTS_EACH, PROBLEMS, Exported
from jtai_desktop.exchange.list_exporting import workbook as write_whole_book
from jtai_desktop.exchange.list_requests import Request
from tests.exchange.lists.county import DAYS, SMALL, County
from tests.exchange.lists.made_files import sheets
from tests.exchange.lists.planting import Planter, plant_all
from tests.exchange.lists.writing import saved, workbook

HOSTILE = ('=cmd|" /C calc"!A0', "+1+1", "-2", "@SUM(A1)", "  =1+1", "<b>&amp;", "\u202eabc")
LISTS_ARE_LAST = 3
MOMENT = datetime(2020, 1, 2, 3, 4)  # noqa: DTZ001 - a cell knows no zone
MIDDLE = {number: size * 4 for number, size in SMALL.items()}


def _exported(path: Path) -> tuple[bytes, dict[str, list[list[object]]]]:
    county = County({1: 1})
    request = Request((path,), "", DAYS, marking="OFFICIAL-SENSITIVE")
    _, content = read_check_and_write(request, county.book)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    found: dict[str, list[list[object]]] = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = [list(row) for row in rows]
    return content, found


def _all_text(content: bytes, part: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.startswith(part)]
        return "".join(package.read(name).decode() for name in names)


def test_every_value_stands_where_it_stood(tmp_path: Path) -> None:
    county = County(MIDDLE)
    plant_all(Planter(county))
    path = saved(workbook(county), tmp_path)
    untouched = path.read_bytes()
    _, found = _exported(path)
    original = CalamineWorkbook.from_path(path)
    assert [*found][LISTS_ARE_LAST:] == original.sheet_names
    for name in original.sheet_names:
        was = original.get_sheet_by_name(name).to_python(skip_empty_area=False)
        pairs = [
            (is_now, before)
            for row, rows_before in zip(found[name], was, strict=True)
            for is_now, before in zip(row, rows_before, strict=True)
        ]
        # An error of a formula is written as the text that it shows; calamine reads it as blank.
        odd = {pair for pair in pairs if pair[0] != pair[1]}
        assert all(str(is_now).startswith("#") and not before for is_now, before in odd), name
    assert path.read_bytes() == untouched


def test_each_problem_has_a_line_and_each_cell_too(tmp_path: Path) -> None:
    county = County(MIDDLE)
    plant_all(planter := Planter(county))
    content, found = _exported(saved(workbook(county), tmp_path))
    lines = {(row[1], row[4], row[2]) for row in found[CELLS][1:]}
    assert lines == {(number, heading, row) for number, _, heading, row in planter.places()}
    assert sum(int(str(row[2]).split(".")[0]) for row in found[PROBLEMS][1:]) == len(
        found[CELLS][1:]
    )
    comments = _all_text(content, "xl/comments")
    assert comments.count("<comment ") == len(
        {(number, heading, row) for number, _, heading, row in planter.places()}
    )


def test_a_problem_of_many_rows_has_comments_at_the_first(tmp_path: Path) -> None:
    county = County({1: 400})
    for row in county.rows[1]:
        row["Gender"] = "M"
    content, found = _exported(saved(workbook(county), tmp_path))
    assert _all_text(content, "xl/comments").count("<comment ") == COMMENTS_EACH
    assert len(found[CELLS]) == 1 + 400
    assert f"the first {COMMENTS_EACH} of each problem have a comment" in str(found["About"])


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    county = County({1: 4})
    county.rows[1][0]["Contact Source"] = text
    county.rows[1][1]["Child Unique ID"] = text
    path = saved(workbook(county), tmp_path)
    content, found = _exported(path)
    sheet = found["List_1"]
    assert sheet[2][6] == text
    assert sheet[3][0] == text
    assert "<f>" not in _all_text(content, "xl/worksheets/")


def test_what_was_not_read_is_not_written(tmp_path: Path) -> None:
    county = County({6: 5})
    headings = county.headings(6)
    grid: list[list[object]] = [
        ["Forename", *headings],
        *(["Someone", *row] for row in county.grid(6)),
    ]
    content, found = _exported(saved(sheets({"Children": grid}, at=(4, 2)), tmp_path))
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert all(b"Someone" not in package.read(name) for name in package.namelist())
    assert found["List_6"][4][3:] == headings
    assert found["List_6"][5][2] == ""
    assert found["List_6"][5][3] == county.rows[6][0]["Child Unique ID"]
    assert "columns that were not read are not in it" in str(found["About"])
    assert "OFFICIAL-SENSITIVE" in str(found["About"])


def test_odd_values_are_written_so_that_nothing_is_lost(tmp_path: Path) -> None:
    odd = (float(10**16), True, MOMENT, "x" * 32_000, 7.5, date(2024, 2, 29))
    county = County({1: len(odd)})
    rows = [[value, *row[1:]] for value, row in zip(odd, county.grid(1), strict=True)]
    grid: list[list[object]] = [[*county.headings(1)], *rows]
    content = sheets({"List_1": grid})
    _, found = _exported(saved(content, tmp_path))
    was = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("List_1").to_python()
    assert [row[0] for row in found["List_1"][1:]] == [row[0] for row in was[1:]]


def test_a_list_that_lies_too_far_down_is_refused(tmp_path: Path) -> None:
    county = County({1: 2})
    table = "\n".join(",".join(map(str, row)) for row in county.grid(1))
    path = saved(f"{','.join(county.headings(1))}\n{table}\n".encode(), tmp_path, "list 1.csv")
    answer, tables = _read_and_check(Request((path,), "", DAYS), county.book, lambda _: None)
    low = replace(tables[0], heading_row=1_048_575)
    with pytest.raises(Refused, match="too far down"):
        write_whole_book(Exported((low,), answer, "OFFICIAL"))
