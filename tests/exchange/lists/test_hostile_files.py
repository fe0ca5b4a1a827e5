"""Files made to harm: each ends in a sentence within seconds, and nothing of it is run."""

import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from jtai_desktop.domain.lists.findings import Rule
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.list_answers import Answer
from jtai_desktop.exchange.list_requests import Request
from jtai_desktop.exchange.workbook_asking import ask
from jtai_desktop.exchange.workbook_limits import LIMITS
from jtai_desktop.guidance.finding import text_of
from tests.exchange.lists.county import DAYS, County
from tests.exchange.lists.made_files import open_document
from tests.exchange.lists.mutating import TINY, repacked
from tests.exchange.lists.writing import saved, workbook

SECONDS = 10
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MEGABYTE = 1024 * 1024
SMALLER = replace(LIMITS, seconds=30, memory_bytes=1_500 * MEGABYTE, unpacked_bytes=200 * MEGABYTE)

Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return workbook(County(TINY))


def _asked(path: Path) -> Answer:
    county = County({1: 1})
    started = time.monotonic()
    try:
        return ask(Request((path,), text_of("cmh-2019"), DAYS, limits=SMALLER), county.book)
    finally:
        assert time.monotonic() - started < SECONDS


def _changed(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        return repacked(content, part, lambda text: text.replace(old, new, 1))

    return change


def _bomb(content: bytes) -> bytes:
    """A quarter of a gigabyte of nothing in some kilobytes."""
    rest = b"<row/>" * 40_000_000
    return repacked(content, SHEET, lambda text: text.replace(b"</sheetData>", rest, 1))


def _lying_bomb(content: bytes) -> bytes:
    """The same, saying that it unpacks to a kilobyte."""
    bomb = bytearray(_bomb(content))
    with zipfile.ZipFile(BytesIO(bomb)) as package:
        size = package.getinfo(SHEET).file_size.to_bytes(4, "little")
    return bytes(bomb.replace(size, (1_024).to_bytes(4, "little")))


def _laughs(content: bytes) -> bytes:
    entities = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "ha">' for n in range(12)
    )
    head = f"<!DOCTYPE sst [{entities}]><sst "
    return repacked(
        content,
        STRINGS,
        lambda text: text.replace(b"<sst ", head.encode(), 1).replace(b"<t>", b"<t>&a11;", 1),
    )


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_bomb, id="zip bomb"),
        pytest.param(_lying_bomb, id="zip bomb that lies"),
        pytest.param(_changed(SHEET, b'r="A3"', b'r="XFD1048576"'), id="a cell far out"),
        pytest.param(_changed(SHEET, b'r="A3"', b'r="A4000000000"'), id="a row that can’t be"),
    ],
)
def test_what_would_take_all_memory_is_refused(
    change: Change, whole: bytes, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        _asked(saved(change(whole), tmp_path))
    assert refused.value.problem.place == "lists.xlsx"


def test_cells_far_out_without_content_do_no_harm(whole: bytes, tmp_path: Path) -> None:
    change = _changed(SHEET, b"</row>", b'<c r="XFD1" s="1"/></row>')
    report = _asked(saved(change(whole), tmp_path)).report
    assert [one.read for one in report.accounts] == list(TINY.values())


def test_ten_million_declared_rows_are_not_believed(whole: bytes, tmp_path: Path) -> None:
    change = _changed(SHEET, b"<dimension ref=", b'<dimension ref="A1:XFD10000000" was=')
    report = _asked(saved(change(whole), tmp_path)).report
    assert [one.read for one in report.accounts] == list(TINY.values())


def test_nested_entities_are_not_unfolded(whole: bytes, tmp_path: Path) -> None:
    path = saved(_laughs(whole), tmp_path)
    try:
        report = _asked(path).report
    except Refused:
        return
    assert sum(one.alike for one in report.findings) < 50


def test_ten_million_repeated_rows_are_refused(tmp_path: Path) -> None:
    county = County({1: 5})
    content = open_document({"List_1": [county.headings(1), *county.grid(1)]})
    many = b'<table:table-row table:number-rows-repeated="10000000">'
    path = saved(
        repacked(content, "content.xml", lambda text: text.replace(b"<table:table-row>", many)),
        tmp_path,
        "lists.ods",
    )
    with pytest.raises(Refused):
        _asked(path)


def test_macros_and_links_are_not_followed_but_said(whole: bytes, tmp_path: Path) -> None:
    stream = BytesIO(whole)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
        package.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    report = _asked(saved(stream.getvalue(), tmp_path)).report
    assert {one.rule for one in report.findings} == {Rule.MACROS, Rule.LINKED}


def test_a_command_in_a_cell_is_only_text(tmp_path: Path) -> None:
    county = County(TINY)
    county.rows[3][2]["Allocated Team"] = "=cmd|' /C calc'!A0"
    report = _asked(saved(workbook(county), tmp_path)).report
    assert [(one.rule, one.cells[0].row) for one in report.findings] == [(Rule.FORMULA, 5)]
    assert report.findings[0].cells[0].found == "(not shown)"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.xlsx", b"", "empty"),
        ("a.xlsx", b"PK\x03\x04 and no more", "damaged"),
        ("a.xls", OLE + bytes(2_000), "damaged"),
        ("a.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.xls", b"<html><table><tr><td>Child ID</td></tr></table></html>", "web page"),
        ("a.csv", b"a,b\0\n1,2", "no text"),
        ("a.csv", b'a,"b' + b"x" * 40_000, "not closed"),
        ("a.docx", b"anything", "no workbook"),
        ("a.png", b"\x89PNG", "no workbook"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_none(
    name: str, content: bytes, part: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        _asked(saved(content, tmp_path, name))
    assert part in str(refused.value)
    assert refused.value.problem.place == name


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path, part in ((tmp_path, "folder"), (tmp_path / "none.xlsx", "no such file")):
        with pytest.raises(Refused) as refused:
            _asked(path)
        assert part in str(refused.value)


def test_it_can_be_stopped(whole: bytes, tmp_path: Path) -> None:
    county = County({1: 1})
    request = Request((saved(whole, tmp_path),), text_of("cmh-2019"), DAYS)
    with pytest.raises(Refused, match="Stopped"):
        ask(request, county.book, stop=lambda: True)


def test_too_long_is_stopped(whole: bytes, tmp_path: Path) -> None:
    county = County({1: 1})
    limits = replace(LIMITS, seconds=0)
    request = Request((saved(whole, tmp_path),), text_of("cmh-2019"), DAYS, limits=limits)
    with pytest.raises(Refused, match="takes longer"):
        ask(request, county.book)


def test_it_says_what_it_does(whole: bytes, tmp_path: Path) -> None:
    county = County({1: 1})
    said: list[str] = []
    request = Request((saved(whole, tmp_path),), text_of("cmh-2019"), DAYS)
    ask(request, county.book, said.append)
    assert said[0] == "reading lists.xlsx"
    assert "checking list 6, Children in Need" in said


def test_one_bad_file_among_good_ones_leaves_nothing_half_read(
    whole: bytes, tmp_path: Path
) -> None:
    good, bad = saved(whole, tmp_path, "good.xlsx"), saved(b"PK\x03\x04", tmp_path, "bad.xlsx")
    county = County({1: 1})
    with pytest.raises(Refused) as refused:
        ask(Request((good, bad), text_of("cmh-2019"), DAYS), county.book)
    assert refused.value.problem.place == "bad.xlsx"
