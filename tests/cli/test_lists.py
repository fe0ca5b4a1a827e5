"""The commands `lists check`, `lists scope` and `lists template`: what they print and refuse."""

import json
from pathlib import Path

import pytest

from jtai_desktop.cli import lists
from jtai_desktop.cli.plain_parser import PlainParser
from tests.exchange.lists.county import SMALL, County
from tests.exchange.lists.writing import saved, workbook

NOTIFIED = ["--notified", "2 Nov 2026"]


@pytest.fixture
def dirty(tmp_path: Path) -> Path:
    county = County(SMALL)
    for row in county.rows[1][:5]:
        row["Gender"] = "M"
    county.rows[6][0]["Allocated Worker"] = ""
    return saved(workbook(county), tmp_path)


def _run(*given: str) -> int:
    parser = PlainParser(prog="main.py")
    lists.add_parser(parser.add_subparsers(parser_class=PlainParser))
    args = parser.parse_args(["lists", *given])
    return int(args.run(args))


def test_a_clean_file_ends_with_nought(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(workbook(County(SMALL)), tmp_path)
    assert _run("check", str(path), *NOTIFIED) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "List 1, Contacts: sheet “List_1” of lists.xlsx, headings in row 2. "
        "400 rows read = 400 accepted + 0 with problems + 0 blank."
    )
    assert said[-1] == "0 errors, 0 warnings, 0 remarks."


def test_problems_are_told_with_their_places(
    dirty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("check", str(dirty), *NOTIFIED) == 1
    said = capsys.readouterr().out.splitlines()
    at = said.index(
        "Error: list 1, lists.xlsx, sheet “List_1”, column B, “Gender”: wanted one of "
        "“a) Male”, “b) Female”, “c) Not stated/recorded”, “d) Neither”. 5 rows."
    )
    assert said[at + 1 : at + 5] == ["  row 3: “M”", "  row 4: “M”", "  row 5: “M”", "  and 2 more"]
    assert "  row 3: blank" in said
    assert said[-1] == "6 errors, 0 warnings, 0 remarks."


def test_every_row_is_named_if_asked(dirty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("check", str(dirty), "--all", *NOTIFIED)
    assert "  row 7: “M”" in capsys.readouterr().out.splitlines()


def test_json_says_the_same(dirty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("check", str(dirty), "--json", *NOTIFIED) == 1
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"files", "lists", "problems", "left_out", "not_checked"}
    first = told["problems"][0]
    assert (first["rule"], first["gravity"], first["column"]) == ("not-a-code", "error", "B")
    assert (first["alike"], first["cells"][0]) == (5, {"row": 3, "found": "M"})
    one = told["lists"][0]
    assert one["read"] == one["accepted"] + one["with_problems"] + one["blank"]


def test_a_new_workbook_is_written_once(dirty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = dirty.with_name("out.xlsx")
    assert _run("check", str(dirty), "--export", str(out), *NOTIFIED) == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "6 errors, 0 warnings, 0 remarks."
    assert said.err.startswith("“out.xlsx” is written. Its formats are not those of the files read")
    written = out.read_bytes()
    assert _run("check", str(dirty), "--export", str(out)) == 2
    assert "there already" in capsys.readouterr().err
    assert out.read_bytes() == written


def test_what_is_not_checked_is_said(dirty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("check", str(dirty))
    assert "Not checked: Ages and windows: give the day of the notification." in (
        capsys.readouterr().out.splitlines()
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsx", b"PK\x03\x04", "a.xlsx: The file is damaged or no workbook"),
        ("b.csv", b"", "b.csv: The file is empty."),
    ],
)
def test_what_can_not_be_read_ends_with_two(
    name: str, content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("check", str(saved(content, tmp_path, name))) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


def test_a_date_that_can_not_be_read_ends_with_two(
    dirty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("check", str(dirty), "--notified", "soon") == 2
    assert "“soon” can’t be read as a date" in capsys.readouterr().err


def test_a_column_is_mapped_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(workbook(County({1: 20})), tmp_path)
    assert _run("check", str(path), *NOTIFIED, "--map", "1:Gender=") == 1
    assert "“Gender”: wanted a column of this heading" in capsys.readouterr().out


def test_scope_is_counted_and_nobody_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(workbook(County(SMALL)), tmp_path)
    assert _run("scope", str(path), *NOTIFIED) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith("in scope.")
    assert said[-1] == "Nobody is chosen here: the lead inspector selects."
    assert _run("scope", str(path), "--json", *NOTIFIED) == 0
    told = json.loads(capsys.readouterr().out)
    assert f"{len(told['in_scope'])} of them in scope." in said[0]
    assert {one["list"] for one in told["counts"]} == {6, 7, 8}


def test_templates_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("template", str(tmp_path / "new")) == 0
    assert "List 6 Children in Need.xlsx" in capsys.readouterr().out.splitlines()
    assert _run("template", str(tmp_path / "new")) == 2
    assert "there already" in capsys.readouterr().err
