"""A file for Word: well-formed, headed, the same bytes for the same facts, whatever was typed."""

import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from jtai_desktop.exchange.word_writing import (
    WordDocument,
    WordHeading,
    WordRow,
    WordTable,
    WordText,
    written,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = ("<w:p>&\"'", "a\x00b\x1bc", "a\ud800b\uffff", "ليلى", "Łukasz ŵŷ", "x" * 9_000)
ROWS = (
    WordRow((("Strategy, 2 markers",),)),
    WordRow((("1",), ("needs steer commissioning", "second line"), ())),
    WordRow((("2",), ("planning",), ("",))),
)
TABLE = WordTable("Good practice", ("No.", "Practice", "Ours"), (1, 3, 4), ROWS, 25)


def _document(text: str = "Self-evaluation") -> WordDocument:
    return WordDocument(
        title=text,
        under_title=text,
        marking=text,
        about=text,
        language="en-GB",
        created=datetime(2026, 11, 10, 10, 40),  # noqa: DTZ001 - as the paper says it
        blocks=(WordHeading(text), WordText(f"{text}\n{text}"), replace(TABLE, name=text)),
    )


def _part(content: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        return ET.fromstring(package.read(name))  # noqa: S314 - of our own making


def test_headings_are_headings_and_the_tables_head_is_repeated() -> None:
    body = _part(written(_document()), "word/document.xml")
    styles = [each.get(f"{W}val") for each in body.iter(f"{W}pStyle")]
    assert styles[:3] == ["Title", "Subtitle", "Heading1"]
    (table,) = body.iter(f"{W}tbl")
    rows = list(table.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + 3 * [False]
    assert [len(list(row.iter(f"{W}tc"))) for row in rows] == [3, 1, 3, 3]
    assert all(list(cell.iter(f"{W}p")) for cell in table.iter(f"{W}tc"))
    defined = {
        each.get(f"{W}styleId") for each in _part(written(_document()), "word/styles.xml").iter()
    }
    assert set(styles) <= defined


def test_every_text_is_there_once_and_in_order() -> None:
    body = _part(written(_document()), "word/document.xml")
    table = next(body.iter(f"{W}tbl"))
    assert [each.text for each in table.iter(f"{W}t") if each.text] == [
        "No.", "Practice", "Ours", "Strategy, 2 markers", "1", "needs steer commissioning",
        "second line", "2", "planning",
    ]  # fmt: skip


def test_the_last_cell_of_a_short_row_takes_the_columns_that_are_left() -> None:
    short = replace(TABLE, rows=(WordRow((("Seen differently",), ("By the police",))),))
    body = _part(written(replace(_document(), blocks=(short,))), "word/document.xml")
    spans = [
        [span.get(f"{W}val") if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else ""
         for cell in row.iter(f"{W}tc")]
        for row in body.iter(f"{W}tr")
    ]  # fmt: skip
    assert spans == [["", "", ""], ["", "2"]]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_was_typed_the_parts_are_well_formed(text: str) -> None:
    content = written(_document(text))
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = package.namelist()
    for name in names:
        _part(content, name)


def test_language_marking_and_page_numbers_are_there_and_bytes_repeat() -> None:
    content = written(_document("OFFICIAL-SENSITIVE"))
    assert content == written(_document("OFFICIAL-SENSITIVE"))
    (language,) = _part(content, "word/styles.xml").iter(f"{W}lang")
    assert language.get(f"{W}val") == "en-GB"
    for name in ("word/header1.xml", "word/footer1.xml"):
        assert "OFFICIAL-SENSITIVE" in [each.text for each in _part(content, name).iter(f"{W}t")]
    assert list(_part(content, "word/footer1.xml").iter(f"{W}fldSimple"))
