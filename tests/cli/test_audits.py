"""The command `audits` on the example: where the returns stand, a form out and in."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused
from tests.exchange.evaluations.filled import FilledForm

pytestmark = pytest.mark.usefixtures("known")


def test_audits_as_json_and_as_a_table(run: Run, vault: Path) -> None:
    said = run("audits", "--vault", vault, "--json")[1]
    found = json.loads(said)
    (audit,) = found["audits"]
    assert (found["late"], audit["cases"], len(audit["teams"])) == (2, 4, 11)
    assert (audit["received"], len(audit["returns"]), audit["attendees"]) == (36, 38, 20)
    assert audit["due"] == "2026-11-09T12:00+00:00"
    (hospital,) = [each for each in audit["returns"] if each["late"] and not each["archived"]]
    assert (hospital["case"], hospital["team"], hospital["chased"]) == ("Case 3", "Hospital", 2)
    assert "Attended once in March" not in said
    assert "self-harm" not in said
    printed = run("audits", "--vault", vault)[1].splitlines()
    assert printed[0] == "1. Children’s mental health: 36 of 38 returns, 2 late"
    row = next(line for line in printed if line.startswith("Case 2  Schools"))
    assert row.split()[3:] == ["asked", "–", "22", "h", "40", "min", "late", "archived"]


def test_a_form_goes_out_is_shown_and_taken_in_with_yes(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "hospital.xlsx"
    form = ("audits", "form", "--vault", vault, "--out", path, "--team")
    code, printed, _ = run(*form, "hospital")
    assert code == 0
    assert printed.startswith("Audit return form (Hospital, 2 cases) saved")
    book = FilledForm(path.read_bytes())
    book.put("Case 3", "1", "evaluation", "Seen on the ward")
    path.write_bytes(book.xlsx())
    back = ("audits", "import", path, "--vault", vault)
    printed = run(*back)[1]
    assert "Case 3, Hospital, Key line 1, Evaluation: nothing becomes “Seen on the ward" in printed
    assert "say --yes to take it in" in printed
    assert "taken in: 1 text, sha256" in run(*back, "--yes")[1]
    (audit,) = json.loads(run("audits", "--vault", vault, "--json")[1])["audits"]
    assert (audit["received"], audit["late"]) == (37, 1)
    book.take_row_out("Case 3", "4")
    path.write_bytes(book.xlsx())
    code, printed, _ = run(*back, "--yes")
    assert code == 1
    assert "Case 3: Question 4 is no longer in this sheet." in printed
    refused(run(*form, "Moon"), "There is no team “Moon”. There are: Front door")
    refused(run(*form, "Police", "--audit", 2), "There is no audit 2: there are 1.")
    refused(run("audits", "import", tmp_path / "none.xlsx", "--vault", vault), "no such file")


@pytest.mark.parametrize(("name", "begins"), [("r.pdf", b"%PDF-"), ("r.docx", b"PK")])
def test_the_report_is_written_as_pdf_or_for_word(
    run: Run, vault: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    out = tmp_path / name
    code, printed, _ = run("audits", "report", "--vault", vault, "--out", out)
    assert code == 0
    assert printed.startswith("Multi-agency case audit (the partnership")
    assert out.read_bytes().startswith(begins)
    refused(run("audits", "report", "--vault", vault, "--audit", 7, "--out", out), "no audit 7")
