"""`documents export` and `documents import`: shown first, taken in only when told to."""

import json
from pathlib import Path

import pytest

from jtai_desktop.domain.documents.cells import CellKey
from tests.cli.conftest import Run, refused
from tests.exchange.register.sent_round import SentRound

pytestmark = pytest.mark.usefixtures("known")


def item(run: Run, vault: Path, code: str) -> dict[str, object]:
    found = json.loads(run("documents", "--vault", vault, "--json")[1])
    return next(each for each in found["items"] if each["code"] == code)


def changed(run: Run, vault: Path, folder: Path, owner: str) -> Path:
    """An export in which somebody typed another owner of 4.7."""
    path = folder / "register.xlsx"
    code, printed, _ = run("documents", "export", path, "--vault", vault)
    assert code == 0
    assert printed.startswith("Documents workbook (90 rows) saved")
    book = SentRound(path.read_bytes())
    book.put("4.7", CellKey.OWNER, owner)
    path.write_bytes(book.xlsx())
    return path


def test_it_is_shown_first_and_taken_in_with_yes(run: Run, vault: Path, tmp_path: Path) -> None:
    path = changed(run, vault, tmp_path, "Force training")
    code, printed, _ = run("documents", "import", path, "--vault", vault)
    assert code == 0
    assert "4.7: “Force governance” becomes “Force training” (Documents, row" in printed
    assert "Nothing was taken in yet" in printed
    assert item(run, vault, "4.7")["owner"] == "Force governance"
    code, printed, _ = run("documents", "import", path, "--vault", vault, "--yes")
    assert code == 0
    assert "taken in: 1 cell, sha256" in printed
    assert item(run, vault, "4.7")["owner"] == "Force training"
    assert (
        "There was nothing to take in."
        in run("documents", "--vault", vault, "import", path, "--yes")[1]
    )


def test_a_problem_stops_all_of_it(run: Run, vault: Path, tmp_path: Path) -> None:
    path = changed(run, vault, tmp_path, "Nobody at all")
    code, _, printed = run("documents", "import", path, "--vault", vault, "--yes")
    assert code == 1
    assert "column K “Owner”: Nobody on the page People has the role “Nobody at all”" in printed
    assert "Found: “Nobody at all”. Wanted: the role of somebody" in printed
    assert printed.endswith("Nothing was taken in.\n")
    assert item(run, vault, "4.7")["owner"] == "Force governance"


def test_who_wins_where_both_changed_a_cell(run: Run, vault: Path, tmp_path: Path) -> None:
    first = changed(run, vault, tmp_path, "Force training")
    second = tmp_path / "second.xlsx"
    book = SentRound(first.read_bytes())
    book.put("4.7", CellKey.OWNER, "Force analyst")
    second.write_bytes(book.xlsx())
    assert run("documents", "import", first, "--vault", vault, "--yes")[0] == 0
    both = ("documents", "import", second, "--vault", vault, "--yes")
    code, printed, _ = run(*both)
    assert code == 0
    assert "Changed here as well" in printed
    assert "when exported it was “Force governance”" in printed
    assert item(run, vault, "4.7")["owner"] == "Force training"
    assert run(*both, "--both-changed", "theirs")[0] == 0
    assert item(run, vault, "4.7")["owner"] == "Force analyst"


def test_only_what_the_options_pick_is_exported(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "ccg.xlsx"
    given = ("documents", "--outstanding", "--agency", "ccg", "export", path, "--vault", vault)
    assert run(*given)[0] == 0
    book = SentRound(path.read_bytes())
    assert [line[book.column(CellKey.CODE)] for line in book.lines] == ["6.3", "6.6"]
    refused(run(*given[:3], "moon", *given[4:]), "There is no agency")


def test_what_is_no_workbook_is_refused(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(b"nothing")
    refused(run("documents", "import", path, "--vault", vault), "no workbook")
    refused(run("documents", "import", tmp_path / "none.xlsx", "--vault", vault), "no such file")
    refused(run("documents", "--json"), "which vault")
