"""Lists are found by what is there: in any form of file, sheet, row and dress of headings."""

import json
from datetime import date
from pathlib import Path

import pytest

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.findings import Finding, How, Rule
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.scope import Kept
from jtai_desktop.domain.lists.shape import AGE, CHILD, Gravity
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_answers import Answer, heard, told
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_reading import Hand
from jtai_desktop.exchange.list_requests import NOTHING_SAID, Request, request_of
from tests.exchange.lists.binary_book import binary_book
from tests.exchange.lists.county import DAYS, SMALL, County
from tests.exchange.lists.made_files import open_document, sheets
from tests.exchange.lists.writing import saved, text, workbook

HEADINGS = [
    CHILD,
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age",
    "Date of Contact",
    "Contact Source",
]
ROW = ["NM1", "a) Male", "a) WBRI", date(2015, 5, 6), 11, date(2026, 10, 1), "q) 6: Police"]


@pytest.fixture(scope="module")
def county() -> County:
    return County(SMALL)


def _read(county: County, *paths: Path, hand: Hand = NOTHING_SAID) -> Answer:
    return read_and_check(Request(paths, "", DAYS, hand), county.book)


def _rules(answer: Answer) -> set[Rule]:
    return {one.rule for one in answer.report.findings}


def _one(answer: Answer, rule: Rule) -> Finding:
    (found,) = [one for one in answer.report.findings if one.rule is rule]
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_usual_encodings(encoding: str, county: County, tmp_path: Path) -> None:
    path = saved(text(county, 4).encode(encoding), tmp_path, "assessments.csv")
    answer = _read(county, path)
    assert answer.report.accounts[0].accepted == SMALL[4]
    assert _rules(answer) == {Rule.TEXT_DATE}


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_text_is_read_with_other_marks(mark: str, county: County, tmp_path: Path) -> None:
    path = saved(text(county, 1).replace(",", mark).encode(), tmp_path, "contacts.csv")
    assert _read(county, path).report.accounts[0].accepted == SMALL[1]


def test_an_open_document_is_read(county: County, tmp_path: Path) -> None:
    grid: list[list[object]] = [[*county.headings(1)], *county.grid(1)]
    path = saved(open_document({"Sheet1": grid}), tmp_path, "contacts.ods")
    answer = _read(county, path)
    assert answer.report.accounts[0].accepted == SMALL[1]
    assert _rules(answer) == set()


def test_one_file_for_each_list_is_as_good_as_one_for_all(county: County, tmp_path: Path) -> None:
    paths = [saved(workbook(county, [n]), tmp_path, f"{n}.xlsx") for n in county.rows]
    answer = _read(county, *paths)
    assert _rules(answer) == set()
    assert {one.list_number: one.accepted for one in answer.report.accounts} == SMALL
    assert len({one.digest for one in answer.files}) == len(SMALL)


def test_headings_are_found_wherever_they_stand(county: County, tmp_path: Path) -> None:
    notes: list[list[object]] = [["Northmoor"], [], ["Drawn up on Tuesday", "by the team"]]
    path = saved(sheets({"Sec47 and more": [*notes, HEADINGS, ROW]}, at=(4, 3)), tmp_path)
    answer = _read(county, path)
    account = answer.report.accounts[0]
    assert (account.list_number, account.heading_row, account.accepted) == (1, 8, 1)
    assert [one.position for one in account.taken] == list(range(3, 10))


def test_a_problem_names_its_place(county: County, tmp_path: Path) -> None:
    bad = [*ROW[:6], "POLICE"]
    path = saved(sheets({"Contacts": [HEADINGS, ROW, bad]}, at=(1, 1)), tmp_path)
    found = _one(_read(county, path), Rule.NOT_A_CODE)
    place = (found.list_number, found.sheet, found.letter, found.heading, found.cells[0].row)
    assert place == (1, "Contacts", "H", "Contact Source", 4)
    assert found.cells[0].found == "POLICE"
    assert found.gravity is Gravity.ERROR


@pytest.mark.parametrize(
    ("heading", "how"),
    [
        ("child  UNIQUE id ", How.NAME),
        ("Child ID", How.SEEN),
        ("ChildUniqueID?", How.NAME),
        ("Unique ID of the child", How.MEANING),
    ],
)
def test_headings_are_taken_by_meaning(
    heading: str, how: How, county: County, tmp_path: Path
) -> None:
    path = saved(sheets({"x": [[heading, *HEADINGS[1:]], ROW]}), tmp_path)
    answer = _read(county, path)
    taken = answer.report.accounts[0].taken[0]
    assert (taken.column.name, taken.how) == (CHILD, how)
    assert (Rule.BY_MEANING in _rules(answer)) is (how is How.MEANING)


def test_quotes_sums_and_yes_or_no_are_left_aside(county: County, tmp_path: Path) -> None:
    headings = [
        heading.replace("‘", "'").replace("’", "'").replace("(Y/N)", "(Y/N))").replace("?", "")
        for heading in county.headings(8)
    ]
    headings = [f"Sum of {one}" if one.startswith("Number of") else one for one in headings]
    answer = _read(county, saved(sheets({"x": [headings, *county.grid(8)]}), tmp_path))
    assert len(answer.report.accounts[0].taken) == len(headings)
    assert answer.report.accounts[0].accepted == SMALL[8]


def test_two_headings_for_one_column_are_not_guessed_between(
    county: County, tmp_path: Path
) -> None:
    headings = ["Child ID", *HEADINGS[1:], "ChildID"]
    answer = _read(county, saved(sheets({"x": [headings, [*ROW, "other"]]}), tmp_path))
    found = _one(answer, Rule.TWO_COLUMNS)
    assert found.gravity is Gravity.ERROR
    assert "“Child ID” (A) and “ChildID” (H)" in found.wanted
    assert CHILD not in {one.column.name for one in answer.report.accounts[0].taken}


def test_the_very_name_is_read_before_another_and_both_are_named(
    county: County, tmp_path: Path
) -> None:
    headings = ["Child ID", *HEADINGS[1:], CHILD]
    answer = _read(county, saved(sheets({"x": [headings, [*ROW, "NM2"]]}), tmp_path))
    found = _one(answer, Rule.TWO_COLUMNS)
    assert (found.gravity, found.letter) == (Gravity.WARNING, "H")
    assert "“Child ID” (A) and “Child Unique ID” (H)" in found.wanted


def test_a_person_decides_between_two_headings(county: County, tmp_path: Path) -> None:
    headings = ["Child ID", *HEADINGS[1:], "ChildID"]
    path = saved(sheets({"x": [headings, [*ROW, "other"]]}), tmp_path)
    for said in ("ChildID", "column h"):
        answer = _read(county, path, hand=Hand(columns=(ByHand(1, said, CHILD),)))
        assert {one.column.name: one.letter for one in answer.report.accounts[0].taken}[
            CHILD
        ] == "H"
    for said in ("ChildID", "column H"):
        answer = _read(county, path, hand=Hand(columns=(ByHand(1, said, ""),)))
        assert answer.report.findings == ()


def test_a_column_is_mapped_by_hand(county: County, tmp_path: Path) -> None:
    path = saved(sheets({"x": [["Person", *HEADINGS[1:]], ROW]}), tmp_path)
    assert Rule.MISSING_COLUMN in _rules(_read(county, path))
    hand = Hand(columns=(ByHand(1, "person", CHILD),))
    answer = _read(county, path, hand=hand)
    assert answer.report.findings == ()
    assert answer.report.accounts[0].taken[0].how is How.HAND


def test_a_missing_column_is_named_with_what_looks_like_it(county: County, tmp_path: Path) -> None:
    headings = [*HEADINGS[:1], "Gendr", *HEADINGS[2:]]
    answer = _read(county, saved(sheets({"x": [headings, ROW]}), tmp_path))
    found = _one(answer, Rule.MISSING_COLUMN)
    assert (found.heading, found.gravity) == ("Gender", Gravity.ERROR)
    assert "“Gendr” (B)" in found.wanted


def test_names_are_not_read_but_remarked_on(county: County, tmp_path: Path) -> None:
    headings = [*HEADINGS, "Child's Surname", "Notes"]
    answer = _read(county, saved(sheets({"x": [headings, [*ROW, "Moor", "x"]]}), tmp_path))
    found = _one(answer, Rule.NOT_READ)
    assert (found.letter, found.gravity) == ("H", Gravity.REMARK)
    assert "Moor" not in str(told(answer))


def test_a_list_of_another_inspection_is_said_by_name(county: County, tmp_path: Path) -> None:
    leavers: list[list[object]] = [
        ["List 9: Care leavers"],
        [*HEADINGS[:5], "Eligibility Category", "Suitability"],
    ]
    other = [
        ["Child ID", "Gender", "Ethnicity", "Date of Birth", "EHC plan"],
        ["1", "", "", "", ""],
    ]
    path = saved(sheets({"List_9": leavers, "List_1": other}), tmp_path)
    answer = _read(county, path)
    left = {one.sheet: one.sentence for one in answer.report.left_out}
    assert "List 9: Care leavers" in left["List_9"]
    assert left["Front"] == "No list; not read."
    assert _one(answer, Rule.OTHER_LIST).sheet == "List_1"
    assert answer.report.accounts == ()


def test_a_sheet_called_another_list_is_read_by_its_headings(
    county: County, tmp_path: Path
) -> None:
    path = saved(sheets({"List 3": [HEADINGS, ROW]}), tmp_path)
    answer = _read(county, path)
    assert answer.report.accounts[0].list_number == 1
    assert "headings of list 3" in _one(answer, Rule.NAME_CONTRADICTS).wanted


def test_of_two_sheets_none_is_read_until_a_person_says_which(
    county: County, tmp_path: Path
) -> None:
    path = saved(sheets({"Old": [HEADINGS, ROW], "New": [HEADINGS, ROW, ROW]}), tmp_path)
    answer = _read(county, path)
    assert answer.report.accounts == ()
    assert "“Old” of lists.xlsx and “New” of lists.xlsx" in _one(answer, Rule.TWO_SHEETS).wanted
    answer = _read(county, path, hand=Hand(sheets=(SheetByHand(1, "New"),)))
    assert answer.report.accounts[0].read == 2


def test_a_sheet_is_the_list_that_a_person_says(county: County, tmp_path: Path) -> None:
    strange = ["Ref", "Sex", "Heritage", "Date of Birth", "Years", "When", "Who"]
    grid: list[list[object]] = [["Title"], [*strange], [*ROW]]
    path = saved(sheets({"x": grid}), tmp_path)
    assert _read(county, path).report.accounts == ()
    columns = tuple(map(ByHand, [1] * 7, strange, HEADINGS))
    columns = tuple(one if one.column != "Age" else ByHand(1, "Years", AGE) for one in columns)
    hand = Hand((SheetByHand(1, "x"),), columns)
    answer = _read(county, path, hand=hand)
    assert answer.report.findings == ()
    assert answer.report.accounts[0].accepted == 1


def test_what_was_said_in_vain_is_said(county: County, tmp_path: Path) -> None:
    path = saved(sheets({"x": [HEADINGS, ROW]}), tmp_path)
    hand = Hand(columns=(ByHand(1, "Nothing", CHILD), ByHand(1, "Gender", "No column")))
    found = [one.heading for one in _read(county, path, hand=hand).report.findings]
    assert found == ["Gender", "Nothing", "Gender"]
    with pytest.raises(Refused, match="no sheet “y”"):
        _read(county, path, hand=Hand((SheetByHand(1, "y"),)))


def test_an_empty_second_sheet_is_no_rival(county: County, tmp_path: Path) -> None:
    path = saved(sheets({"Empty": [HEADINGS], "New": [HEADINGS, ROW]}), tmp_path)
    assert _read(county, path).report.accounts[0].sheet == "New"


def test_a_hidden_sheet_is_read_and_said(county: County, tmp_path: Path) -> None:
    path = saved(sheets({"Secret": [HEADINGS, ROW]}, hidden=["Secret"]), tmp_path)
    assert _rules(_read(county, path)) == {Rule.HIDDEN_SHEET}


def test_a_far_used_range_is_blank_rows(county: County, tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEADINGS], ROW]
    rows += [[" "]] * 2_790
    account = _read(county, saved(sheets({"x": rows}), tmp_path)).report.accounts[0]
    assert (account.read, account.accepted, account.blank) == (2_791, 1, 2_790)


def test_numbers_and_text_are_the_same_reference(county: County, tmp_path: Path) -> None:
    first, second = [1234, *ROW[1:]], ["1234 ", *ROW[1:]]
    path = saved(sheets({"x": [HEADINGS, first, second]}), tmp_path)
    assert _one(_read(county, path), Rule.DUPLICATE).cells[0].found == "1234, as in row 2"


def test_the_answer_survives_the_way_over_the_pipe(county: County, tmp_path: Path) -> None:
    path = saved(sheets({"x": [HEADINGS, ROW, ["", *ROW[1:]]]}), tmp_path)
    answer = _read(county, path)
    assert heard(told(answer), county.book) == answer


def test_the_request_survives_the_way_over_the_pipe(tmp_path: Path) -> None:
    hand = Hand((SheetByHand(1, "x"),), (ByHand(1, "a", "b"),))
    known = (Kept(6, "NM1", None, (("concern", True), ("need", None))),)
    request = Request((tmp_path / "a.xlsx",), "pack", DAYS, hand, known=known, marking="OFFICIAL")
    assert request_of(json.loads(json.dumps(request.told()))) == request


def test_the_binary_form_is_read(county: County, tmp_path: Path) -> None:
    grids: dict[str, list[list[object]]] = {
        f"List_{number}": [[*map(str, county.headings(number))], *county.grid(number)]
        for number in county.rows
    }
    path = saved(binary_book(grids), tmp_path, "lists.xlsb")
    report = read_and_check(Request((path,), "", DAYS), county.book).report
    assert {one.list_number: one.read for one in report.accounts} == {
        number: len(rows) for number, rows in county.rows.items()
    }
    # Without styles a date is a number; each is read as Excel’s, and said to be.
    assert {one.rule for one in report.findings} == {Rule.ERRORS_UNSEEN, Rule.SERIAL_DATE}
