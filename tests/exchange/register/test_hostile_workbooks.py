"""Workbooks that are damaged, odd or made to harm: a sentence within seconds, or read whole."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.cells import CellKey
from jtai_desktop.domain.documents.coming_back import came_back
from jtai_desktop.domain.documents.round_trip import RegisterFound
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.register_asking import ask
from jtai_desktop.exchange.register_worker import LIMITS
from jtai_desktop.exchange.workbook_limits import MEGABYTE
from tests.exchange.lists import made_files
from tests.exchange.lists.mutating import repacked
from tests.exchange.register.exported import workbook
from tests.exchange.register.sent_round import SentRound

SECONDS = 10
SHEET = "xl/worksheets/sheet1.xml"
SMALLER = replace(LIMITS, seconds=30, memory_bytes=1_500 * MEGABYTE, unpacked_bytes=200 * MEGABYTE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def whole() -> bytes:
    return workbook(12)


def asked(content: bytes, folder: Path, name: str = "back.xlsx") -> RegisterFound:
    path = folder / name
    path.write_bytes(content)
    started = time.monotonic()
    try:
        return ask(path, limits=SMALLER)
    finally:
        assert time.monotonic() - started < SECONDS


def changed(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda content: repacked(content, SHEET, lambda part: part.replace(old, new, 1))


def bomb(content: bytes) -> bytes:
    rest = b"<row/>" * 40_000_000
    return repacked(content, SHEET, lambda part: part.replace(b"</sheetData>", rest, 1))


def test_an_export_is_read_whole(whole: bytes, tmp_path: Path) -> None:
    found = asked(whole, tmp_path)
    assert (found.sheet, len(found.lines), len(found.exported)) == ("Documents", 12, 12)
    assert found.lines[0].number == 4
    assert came_back(found).cells == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(bomb, id="zip bomb"),
        pytest.param(changed(b'r="D4"', b'r="XFD1048576"'), id="a cell far out"),
        pytest.param(lambda whole: whole[: len(whole) // 2], id="truncated"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"PK\x03\x04 and no more", id="no package"),
        pytest.param(
            lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), id="password"
        ),
        pytest.param(lambda _: made_files.sheets({"Documents": [["No.", "Owner"]]}), id="other"),
    ],
)
def test_what_can_t_be_read_is_one_sentence(
    change: Callable[[bytes], bytes], whole: bytes, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        asked(change(whole), tmp_path)
    assert refused.value.problem.place == "back.xlsx"
    assert str(refused.value).endswith(".")


def test_ten_million_declared_rows_are_not_believed(whole: bytes, tmp_path: Path) -> None:
    declared = changed(b"<dimension ref=", b'<dimension ref="A1:XFD10000000" was=')
    assert len(asked(declared(whole), tmp_path).lines) == 12


def test_ten_million_repeated_rows_are_refused_or_read(tmp_path: Path) -> None:
    content = SentRound(workbook(3)).ods()
    many = b'<table:table-row table:number-rows-repeated="10000000">'
    repeated = repacked(
        content, "content.xml", lambda text: text.replace(b"<table:table-row>", many)
    )
    with pytest.raises(Refused):
        asked(repeated, tmp_path, "back.ods")


def test_a_protected_sheet_is_read(whole: bytes, tmp_path: Path) -> None:
    locked = changed(b"</sheetData>", b'</sheetData><sheetProtection sheet="1" objects="1"/>')
    assert came_back(asked(locked(whole), tmp_path)).problems == []


def test_a_formula_is_named_and_not_taken(whole: bytes, tmp_path: Path) -> None:
    book = SentRound(whole)
    at = book.column(CellKey.PAGES)
    letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at]
    with_formula = changed(
        f'<c r="{letter}5" '.encode(), f'<c r="{letter}5"><f>1+1</f><v>2</v></c><c q="'.encode()
    )
    content = with_formula(whole)
    if content == repacked(whole, SHEET, lambda part: part):
        # The cell is empty and not in the sheet: it is put at the end of its row.
        cell = f'<c r="{letter}5"><f>1+1</f><v>2</v></c></row><row r="6"'.encode()
        content = changed(b'</row><row r="6"', cell)(whole)
    (problem,) = came_back(asked(content, tmp_path)).problems
    assert problem.found == "a formula"
    assert problem.spot.row == 5
    assert "plain value" in problem.sentence


def test_an_error_is_named_and_not_taken(whole: bytes, tmp_path: Path) -> None:
    letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[SentRound(whole).column(CellKey.PAGES)]
    cell = f'<c r="{letter}5" t="e"><v>#N/A</v></c></row><row r="6"'.encode()
    (problem,) = came_back(asked(changed(b'</row><row r="6"', cell)(whole), tmp_path)).problems
    assert "#N/A" in problem.sentence


def test_merged_cells_are_named_and_not_taken_for_empty_ones(whole: bytes, tmp_path: Path) -> None:
    book = SentRound(whole)
    letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[book.column(CellKey.OWNER)]
    merges = f'<mergeCells count="1"><mergeCell ref="{letter}5:{letter}7"/></mergeCells>'
    content = repacked(
        whole,
        SHEET,
        lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merges.encode(), 1),
    )
    problems = came_back(asked(content, tmp_path)).problems
    assert [(each.spot.row, each.spot.letter) for each in problems] == [
        (5, letter),
        (6, letter),
        (7, letter),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-", "@here", "'=x", "_x000D_", "a\tb", "<&>"])
def test_texts_stay_what_they_are(text: str, tmp_path: Path) -> None:
    content = workbook(2, title=text)
    book = SentRound(content)
    assert book.lines[0][book.column(CellKey.TITLE)] == text
    for saved, name in ((content, "a.xlsx"), (book.xlsx(), "b.xlsx"), (book.ods(), "c.ods")):
        assert came_back(asked(saved, tmp_path, name)).cells == []


def test_other_forms_are_read_and_their_weakness_is_said(tmp_path: Path) -> None:
    book = SentRound(workbook(4))
    code = book.lines[0][book.column(CellKey.CODE)]
    book.put(code, CellKey.TITLE, "Changed")
    back = came_back(asked(book.ods(), tmp_path, "back.ods"))
    assert [cell.edit.text for cell in back.cells] == ["Changed"]
    assert "can’t be told from values" in back.remarks[0].sentence


def test_a_workbook_of_1997_is_read_too(tmp_path: Path) -> None:
    book = SentRound(workbook(4))
    code = book.lines[0][book.column(CellKey.CODE)]
    book.put(code, CellKey.TITLE, "Changed")
    for line in book.lines:
        # Times are text there, and those of a milestone would be other times.
        line[book.column(CellKey.DUE)] = line[book.column(CellKey.INTERNAL)] = ""
    back = came_back(asked(book.xls(), tmp_path, "back.xls"))
    assert [cell.edit.text for cell in back.cells if cell.edit.column is CellKey.TITLE] == [
        "Changed"
    ]
    assert back.problems == []
    with pytest.raises(Refused, match="damaged"):
        asked(book.xls()[:5_000], tmp_path, "cut.xls")


def test_a_csv_has_lost_what_it_takes(whole: bytes, tmp_path: Path) -> None:
    rows = "\n".join(",".join(map(str, row)) for row in SentRound(whole).rows)
    with pytest.raises(Refused, match="hidden sheet was lost"):
        asked(rows.encode(), tmp_path, "back.csv")


def test_a_copy_of_the_sheet_is_not_read_but_said(whole: bytes, tmp_path: Path) -> None:
    book = SentRound(whole)
    book.sheets["Documents (2)"] = [list(row) for row in book.rows]
    found = asked(book.xlsx(), tmp_path)
    assert len(found.lines) == 12
    assert "“Documents (2)”" in found.remarks[0]


def test_the_row_of_keys_may_be_gone(whole: bytes, tmp_path: Path) -> None:
    book = SentRound(whole)
    code = book.lines[3][book.column(CellKey.CODE)]
    book.put(code, CellKey.DATES, datetime(2026, 5, 4))  # noqa: DTZ001 - as a sheet has it
    del book.rows[0]
    back = came_back(asked(book.xlsx(), tmp_path))
    assert [(cell.code, cell.edit.text) for cell in back.cells] == [(code, "4 May 2026")]


def test_it_can_be_stopped(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "back.xlsx"
    path.write_bytes(whole)
    with pytest.raises(Refused, match="Stopped"):
        ask(path, stop=lambda: True)
