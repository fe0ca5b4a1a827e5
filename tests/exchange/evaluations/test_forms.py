"""A form of evaluations out and back without a vault: what is read, and what is named by place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.coming_back import FormBack, came_back
from jtai_desktop.domain.evaluations.evaluation import Key, Part
from jtai_desktop.domain.evaluations.form import FormSheet, seal_of, sheet_of
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import ExportHead
from jtai_desktop.exchange.evaluation_asking import heard
from jtai_desktop.exchange.evaluation_reading import read_forms
from jtai_desktop.exchange.evaluation_writing import Written, sheet_names, workbook
from jtai_desktop.exchange.register_worker import LIMITS
from tests.domain.evaluations import made
from tests.exchange.evaluations.filled import FilledForm, Formula
from tests.exchange.lists import made_files

CHILDREN = (Child("a", "NM-01", "Child A", 14), Child("b", "NM-02", "Child B", 12))
Change = Callable[[FilledForm], None]


def form(agency: str = "police", first: str = "") -> bytes:
    """The form of two children, the first with an answer."""
    sheets = []
    for child in CHILDREN:
        found = made.evaluation(agency, child=child.label)
        if first and child.id == "a":
            found = made.wrote(found, {Key(1, Part.EVALUATION): first})
        sheets.append(sheet_of(found, child, made.FRAME, "Police"))
    head = ExportHead("vault", "inspection", made.START, time(17))
    sealed = replace(head, seal=seal_of(head, sheets))
    about = [("As at", "Fri 6 Nov 2026, 14:00")]
    return workbook(Written(sealed, sheets, "OFFICIAL-SENSITIVE", "Form", about, practice=True))


def back(folder: Path, change: Change, content: bytes = b"") -> FormBack:
    filled = FilledForm(content or form())
    change(filled)
    path = folder / "form.xlsx"
    path.write_bytes(filled.xlsx())
    return came_back(heard(read_forms(path, LIMITS)))


def test_what_was_not_touched_comes_back_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form(first="=HYPERLINK(1)\nSeen early"))
    found = came_back(heard(read_forms(path, LIMITS)))
    assert (found.texts, found.problems, found.remarks) == ([], [], [])
    assert found.unchanged == 2 * (1 + 3 * 4)


def test_the_form_says_what_it_asks() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(form()))
    assert book.sheet_names == ["Child A", "Child B", "About", "Exported"]
    cells = {cell for row in book.get_sheet_by_name("Child B").to_python() for cell in row}
    assert {"Child B, NM-02, age 12", "Question 2?", "¶46", "Impact", "Child B, Police"} <= cells
    assert any("what changed for the child" in str(cell) for cell in cells)
    assert "Accurate?" not in cells
    joint = CalamineWorkbook.from_filelike(BytesIO(form("")))
    cells = {cell for row in joint.get_sheet_by_name("Child A").to_python() for cell in row}
    assert {"Accurate?", "How it was settled"} <= cells


def test_what_was_filled_in_is_found_by_its_place(tmp_path: Path) -> None:
    def fill(filled: FilledForm) -> None:
        filled.put("Child B", "2", Part.IMPACT, "Safer at home")
        filled.put("Child A", "0:individual-needs", Part.EVALUATION, "Hearing aid")
        filled.put("Child A", "1", Part.EVALUATION, "")
        filled.put("Child A", "3", Part.EVIDENCE, 4.0)

    found = back(tmp_path, fill, form(first="Seen early"))
    assert found.problems == []
    said = [(str(each.spot), each.key, each.exported, each.text) for each in found.texts]
    assert said == [
        ("Child A, row 7, column G “Evaluation”", made.NEEDS, "", "Hearing aid"),
        ("Child A, row 8, column G “Evaluation”", Key(1, "evaluation"), "Seen early", ""),
        ("Child A, row 10, column H “Evidence”", Key(3, "evidence"), "", "4"),
        ("Child B, row 9, column I “Impact”", Key(2, "impact"), "", "Safer at home"),
    ]


def lose_rows(filled: FilledForm) -> None:
    for place in ("2", "3"):
        filled.take_row_out("Child A", place)


def type_over_the_child(filled: FilledForm) -> None:
    filled.put("Child A", "0:child", Part.EVALUATION, "Child B, NM-02")


def take_a_row_of_another_child(filled: FilledForm) -> None:
    filled.sheets["Child A"].append(filled.line("Child B", "2"))


def copy_a_row(filled: FilledForm) -> None:
    filled.sheets["Child A"].append(list(filled.line("Child A", "2")))


def alter_an_identity(filled: FilledForm) -> None:
    filled.line("Child B", "1")[0] = "another evaluation"


def swap_two_identities(filled: FilledForm) -> None:
    at = filled.column("Child B", "place")
    first, second = filled.line("Child B", "1"), filled.line("Child B", "2")
    first[at], second[at] = second[at], first[at]


def work_it_out(filled: FilledForm) -> None:
    filled.put("Child B", "1", Part.EVIDENCE, Formula("=1+1"))


def type_a_date(filled: FilledForm) -> None:
    filled.put("Child B", "1", Part.EVIDENCE, date(2026, 11, 2))


def lose_a_column(filled: FilledForm) -> None:
    filled.take_column_out("Child B", Part.VIEW)


def lose_the_identities(filled: FilledForm) -> None:
    filled.take_column_out("Child B", "stamp")


def write_beside_the_head(filled: FilledForm) -> None:
    filled.put("Child A", "0:individual-needs", Part.IMPACT, "Much")


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (lose_rows, "Child A", "Question 2 and question 3 are no longer in this sheet"),
        (type_over_the_child, "Child A, row 6, column G “Evaluation”", "form of Child A, NM-01"),
        (take_a_row_of_another_child, "Child A, row 11, column A", "This row is of Child B"),
        (copy_a_row, "Child A, row 11, column A", "there twice: Child A, row 9"),
        (alter_an_identity, "Child B, row 8, column A", "hidden identity of this row was changed"),
        (swap_two_identities, "Child B, row 8, column A", "hidden identity"),
        (work_it_out, "Child B, row 8, column H “Evidence”", "Here stands a formula"),
        (type_a_date, "Child B, row 8, column H “Evidence”", "wanted is text"),
        (lose_a_column, "Child B", "The column “The child’s own view” is missing"),
        (lose_the_identities, "Child B", "hidden column “Stamp” is missing"),
        (write_beside_the_head, "Child A, row 7, column I “Impact”", "no place for this here"),
    ],
)
def test_what_can_not_be_taken_is_named_by_place(
    tmp_path: Path, change: Change, place: str, words: str
) -> None:
    found = back(tmp_path, change)
    first = found.problems[0]
    assert str(first.spot).startswith(place)
    assert words in first.sentence


def test_a_row_and_a_sheet_of_ones_own_are_passed_over(tmp_path: Path) -> None:
    def add(filled: FilledForm) -> None:
        width = len(filled.sheets["Child A"][0])
        own = ["", "", "", "", "Our own question", "", "An answer"]
        filled.sheets["Child A"].append([*own, *[""] * (width - len(own))])
        filled.sheets["Notes"] = [["Remember the coffee"]]

    found = back(tmp_path, add)
    assert found.problems == []
    assert [str(each.spot) for each in found.remarks] == ["Child A, row 11"]


def test_a_child_s_sheet_that_was_taken_out_is_told(tmp_path: Path) -> None:
    def lose(filled: FilledForm) -> None:
        del filled.sheets["Child B"]
        filled.put("Child A", "1", Part.EVALUATION, "Seen early")

    found = back(tmp_path, lose)
    assert (len(found.texts), found.problems) == (1, [])
    assert "The sheet of Child B is not in this file" in found.remarks[0].sentence


def test_columns_may_be_moved_and_rows_sorted(tmp_path: Path) -> None:
    def move(filled: FilledForm) -> None:
        filled.put("Child A", "3", Part.IMPACT, "Safer")
        for grid in filled.sheets["Child A"]:
            grid.insert(0, grid.pop())
        sheet = filled.sheets["Child A"]
        sheet[5:] = sheet[5:][::-1]

    found = back(tmp_path, move)
    assert [(each.key, each.text) for each in found.texts] == [(Key(3, "impact"), "Safer")]
    assert found.problems == []


@pytest.mark.parametrize("kept", [("Child A", "Child B", "About"), ("About", "Exported")])
def test_a_workbook_without_its_sheets_is_refused(tmp_path: Path, kept: tuple[str, ...]) -> None:
    filled = FilledForm(form())
    filled.sheets = {name: filled.sheets[name] for name in kept}
    path = tmp_path / "form.xlsx"
    path.write_bytes(filled.xlsx())
    with pytest.raises(Refused, match=r"Export (it|the form) anew"):
        read_forms(path, LIMITS)


def test_the_register_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(made_files.sheets({"Exported": [["jtai-register 1"] + ["x"] * 9, ["y"]]}))
    with pytest.raises(Refused, match="no workbook that was exported from here"):
        read_forms(path, LIMITS)


def test_each_sheet_has_a_name_that_excel_takes() -> None:
    labels = ("Child [A]", "child  a", "About", "", "x" * 40, "x" * 41)
    sheets = [FormSheet(label, "", (), ()) for label in labels]
    names = sheet_names(sheets)
    assert len({each.casefold() for each in names}) == len(labels)
    assert all(0 < len(each) <= 31 and not set(each) & set("[]:*?/\\'") for each in names)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_whatever_is_typed_comes_back_as_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form(first=text))
    found = came_back(heard(read_forms(path, LIMITS)))
    assert found.problems == []
    assert found.texts == []
