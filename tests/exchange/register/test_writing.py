"""The exported workbook as a file: what is frozen, hidden, offered, printed; and nothing runs."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, Form
from jtai_desktop.domain.documents.coming_back import came_back
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.register_asking import heard
from jtai_desktop.exchange.register_worker import LIMITS, answer
from tests.exchange.register.exported import workbook
from tests.exchange.register.sent_round import SentRound

Part = Callable[[str], str]


@pytest.fixture(scope="module")
def part() -> Part:
    content = workbook(5, title="=HYPERLINK(1)")

    def read(name: str) -> str:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return package.read(f"xl/{name}").decode()

    return read


def test_titles_are_frozen_and_repeated(part: Part) -> None:
    sheet = part("worksheets/sheet1.xml")
    assert '<pane xSplit="4" ySplit="3"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    titles = re.findall(r"Print_Titles[^>]*>([^<]*)<", part("workbook.xml"))
    assert titles == ["Documents!$A:$D,Documents!$2:$3"]


def test_identities_and_what_was_exported_are_hidden(part: Part) -> None:
    sheet = part("worksheets/sheet1.xml")
    assert re.search(r'<col min="1" max="3"[^>]*hidden="1"', sheet)
    assert re.search(r'<row r="1"[^>]*hidden="1"', sheet)
    found = re.findall(r'<sheet name="(\w+)"([^>]*)/>', part("workbook.xml"))
    states = {name: re.findall(r'state="(\w+)"', rest) for name, rest in found}
    hidden = {"Lists": ["hidden"], "Exported": ["veryHidden"]}
    assert states == {"Documents": [], "About": []} | hidden
    # Within the filter, so that sorting takes them along.
    assert re.search(r'<autoFilter ref="A3:[A-Z]+8"', sheet)


def test_agencies_and_people_are_offered(part: Part) -> None:
    sheet = part("worksheets/sheet1.xml")
    wanted = [column for column in COLUMNS if column.form in {Form.AGENCY, Form.PERSON}]
    assert sheet.count("<dataValidation ") == len(wanted) == 3
    assert "Lists!$A$1:$A$1" in sheet
    assert "Lists!$B$1:$B$2" in sheet


def test_the_marking_stands_on_every_page(part: Part) -> None:
    for name in ("worksheets/sheet1.xml", "worksheets/sheet2.xml"):
        sheet = part(name)
        head = re.search(r"<oddHeader>(.*?)</oddHeader>", sheet)
        foot = re.search(r"<oddFooter>(.*?)</oddFooter>", sheet)
        assert head
        assert foot
        for words in (head[1], foot[1]):
            assert "OFFICIAL-SENSITIVE  PRACTICE  For the partnership. Not for" in words


def test_no_cell_is_a_formula(part: Part) -> None:
    assert "<f>" not in part("worksheets/sheet1.xml")
    assert "=HYPERLINK(1)" in part("sharedStrings.xml")


def test_times_are_times_and_sort(part: Part) -> None:
    book = SentRound(workbook(2))
    due = book.lines[0][book.column(CellKey.DUE)]
    assert due.isoformat() == "2026-11-10T17:00:00"
    assert book.lines[1][book.column(CellKey.DATES)].isoformat() == "2026-10-02"
    assert "yyyy&quot;, end of day&quot;" in part("styles.xml")


def test_it_is_the_same_twice() -> None:
    sheets = [SentRound(workbook(3)).sheets for _ in range(2)]
    assert sheets[0] == sheets[1]


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_can_be_typed_comes_back_as_it_was(tmp_path: Path, typed: str) -> None:
    try:
        title = texts.line(typed, "Title", needed=True)
    except Refused:
        return
    path = tmp_path / "back.xlsx"
    path.write_bytes(workbook(1, title=title))
    found = heard(answer(path, LIMITS)["answer"])
    back = came_back(found)
    assert back.cells == []
    assert back.problems == []
    assert found.lines[0].cells[CellKey.TITLE] == title
