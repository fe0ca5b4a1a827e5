"""The command `findings` on the example."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused
from tests.ui.pages.findings.made_letter import written

pytestmark = pytest.mark.usefixtures("known")


def test_findings_as_json_and_as_a_table(run: Run, vault: Path) -> None:
    found = json.loads(run("findings", "--vault", vault, "--json")[1])
    (letter,) = found["letters"]
    assert (letter["letter_date"], letter["findings"]) == ("2026-03-06", 15)
    statement = letter["statement"]
    assert (statement["due"], statement["counted"]) == ("2026-06-18", "2026-06-19")
    assert (statement["apart"], statement["sent"]) == (-1, "2026-06-12")
    assert len(statement["steps"]) == 5
    first = found["findings"][0]
    assert (first["kind"], first["page"], first["agencies"]) == (
        "priority",
        2,
        ["council", "police"],
    )
    printed = run("findings", "--vault", vault)[1].splitlines()
    assert printed[0] == "Letter of Fri 6 Mar 2026: 15 findings"
    assert printed[1] == "Written statement sent Fri 12 Jun 2026."
    assert len(printed) == 3 + 15 or len(printed) == 4 + 15


def test_a_letter_is_shown_and_kept_with_yes(run: Run, vault: Path, tmp_path: Path) -> None:
    path = written(tmp_path)
    code, shown, _ = run("findings", "read", path, "--vault", vault)
    assert code == 0
    assert "Statement due, page 6: Sat 19 Jun 2021" in shown
    assert "Nothing was kept yet" in shown
    assert len(json.loads(run("findings", "--vault", vault, "--json")[1])["letters"]) == 1
    code, shown, _ = run("findings", "read", path, "--vault", vault, "--yes")
    assert code == 0
    assert shown.splitlines()[-1].endswith("findings and 7 facts of a letter kept.")
    found = json.loads(run("findings", "--vault", vault, "--json")[1])
    assert len(found["letters"]) == 2
    letter = found["letters"][0]
    assert (letter["in_vault"], letter["not_confirmed"]) == (True, 0)
    assert letter["not_placed"] > 0
    assert "All of it was kept before" in run("findings", "read", path, "--vault", vault)[1]


def test_a_file_that_is_no_letter_is_one_sentence(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text("A text file that was renamed.")
    refused(run("findings", "read", path, "--vault", vault, "--yes"), "not a PDF")
    refused(run("findings", "read", tmp_path / "none.pdf", "--vault", vault), "no such file")
