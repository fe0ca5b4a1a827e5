"""The command `self-evaluation` on the example."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused
from tests.exchange.evaluations.filled import FilledForm
from tests.exchange.evaluations.filled_word import FilledDocument

pytestmark = pytest.mark.usefixtures("known")
MARKERS = "Good practice markers"


def test_it_is_told_as_json_and_as_tables_without_a_text(run: Run, vault: Path) -> None:
    printed = run("self-evaluation", "--vault", vault, "--json")[1]
    found = json.loads(printed)
    assert (found["agreed"], found["draft"], found["missing"]) == (20, 21, 31)
    assert len(found["groups"]) == 10
    every = {each["key"]: each for each in found["points"]}
    assert [each["agency"] for each in every["criterion:24"]["answers"]] == [
        None,
        "council",
        "camhs",
    ]
    assert every["marker:17"]["to_settle"]
    assert every["marker:37"]["retired"] == "Asked under 13 and 28 as well"
    assert {"what": "weakness", "agency": None} in every["marker:54"]["remarks"]
    assert "Information is shared on the day" not in printed
    table = run("self-evaluation", "--vault", vault)[1]
    assert table.startswith("20 of 72 agreed, 21 in draft, 31 missing\n")
    assert "Marker 37: Asked under 13 and 28 as well" in table
    row = next(line for line in table.splitlines() if line.startswith("17 "))
    assert "to settle" in row


def test_a_form_goes_out_is_shown_and_taken_in_with_yes(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "police.xlsx"
    form = ("self-evaluation", "form", "--vault", vault, "--agency", "police", "--out", path)
    code, printed, _ = run(*form)
    assert code == 0
    assert printed.startswith("Self-evaluation form (Police) saved")
    book = FilledForm(path.read_bytes())
    book.put(MARKERS, "46", "evaluation", "Twelve officers")
    path.write_bytes(book.xlsx())
    back = ("self-evaluation", "import", path, "--vault", vault)
    printed = run(*back)[1]
    assert "Marker 46, Police, Evaluation: nothing becomes “Twelve officers”" in printed
    assert "say --yes to take it in" in printed
    assert "taken in: 1 text, sha256" in run(*back, "--yes")[1]
    book.take_row_out(MARKERS, "45")
    path.write_bytes(book.xlsx())
    code, _, told = run(*back, "--yes")
    assert code == 1
    assert "Marker 45 is no longer in this sheet" in told
    assert "Nothing was taken in." in told


def test_a_form_for_word_goes_out_by_its_name_and_comes_back(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "police.docx"
    form = ("self-evaluation", "form", "--vault", vault, "--agency", "police", "--out", path)
    assert run(*form)[1].startswith("Self-evaluation form (Police, for Word) saved")
    document = FilledDocument(path.read_bytes())
    document.put(MARKERS, "46", "evaluation", "Twelve officers")
    document.take_out(document.table(MARKERS, "45"))
    path.write_bytes(document.docx())
    code, printed, told = run("self-evaluation", "import", path, "--vault", vault, "--yes")
    assert code == 1
    assert "becomes “Twelve officers” (Good practice markers, Marker 46, “Evaluation”)" in printed
    assert "Marker 45 is no longer in this sheet" in told


def test_what_can_not_be_done_is_one_sentence(run: Run, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    given = ("self-evaluation", "form", "--vault", vault, "--agency", "fire", "--out", out)
    refused(run(*given), "fire")
    assert not out.exists()
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"no workbook")
    refused(run("self-evaluation", "import", broken, "--vault", vault), "damaged or no workbook")
