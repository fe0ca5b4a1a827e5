"""`actions`: the plan printed, as JSON, out as a workbook and back, compared with a version."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused
from tests.reports.example import body
from tests.services.test_plan_workbook import Book


@pytest.mark.usefixtures("known")
def test_the_plan_is_printed(run: Run, vault: Path) -> None:
    code, out, _ = run("actions", "--vault", vault)
    assert code == 0
    assert out.startswith("11 actions: 3 not started, 1 at significant risk, 4 at minor risk")
    (line,) = (each for each in out.splitlines() if each.startswith("5.1"))
    assert line.split()[:6] == ["5.1", "At", "minor", "risk", "On", "track"]
    assert "Finding 8: no action answers it" in out

    code, out, _ = run("actions", "--vault", vault, "--json")
    data = json.loads(out)
    assert code == 0
    assert (data["version"], data["unanswered"]) == (2, ["Finding 8"])
    found = {each["number"]: each for each in data["actions"]}
    assert (found["5.1"]["rating"], found["5.1"]["computed"]) == ("minor", "on-track")
    assert found["7.1"]["turned"][-1] == {
        "day": "2026-11-06",
        "rating": "minor",
        "computed": "minor",
        "by_itself": True,
    }


@pytest.mark.usefixtures("known")
def test_versions_are_compared(run: Run, vault: Path) -> None:
    code, out, _ = run("actions", "changes", "--vault", vault, "1", "--to", "2")
    assert code == 0
    assert "5.1, Rating: “On track” becomes “At minor risk”" in out
    refused(run("actions", "changes", "--vault", vault, "9"), "There is no version 9")


@pytest.mark.usefixtures("known")
def test_two_versions_are_compared_on_paper(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "changes.pdf"
    given = ("paper", "plan-changes", "--vault", vault, "--out", out)
    code, printed, complaint = run(*given, "--plan-version", "1", "--compared-with", "2")
    assert (code, complaint) == (0, "")
    assert "Changes of the action plan" in printed
    assert "Version 1 to version 2" in body(out.read_bytes())
    refused(run(*given, "--plan-version", "9"), "There is no version 9 of the plan. There are: 1")
    issued = ("paper", "plan-issued", "--vault", vault, "--out", out)
    refused(run(*issued, "--compared-with", "2"), "there is none for one comparison")
    refused(run("paper", "board", "--vault", vault, "--out", out, "--plan-version", "1"), "version")


@pytest.mark.usefixtures("known")
def test_out_and_back(run: Run, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    code, out, _ = run("actions", "export", "--vault", vault, file)
    assert (code, "(11 actions) saved" in out) == (0, True)
    book = Book(file.read_bytes())
    book.type("1.2", "timescale", "January 2027")
    file.write_bytes(book.xlsx())
    code, out, _ = run("actions", "import", "--vault", vault, file)
    assert code == 0
    assert "1.2: “December 2026” becomes “January 2027” (Action plan, row 5" in out
    code, out, _ = run("actions", "import", "--vault", vault, "--yes", file)
    assert (code, "1 cell" in out) == (0, True)
    book.type("1.2", "timescale", "31 June 2027")
    file.write_bytes(book.xlsx())
    code, out, _ = run("actions", "import", "--vault", vault, "--yes", file)
    assert (code, "30 days" in out) == (1, True)
