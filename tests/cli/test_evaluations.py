"""The commands `evaluations` and `flags` on the example."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused
from tests.exchange.evaluations.filled import FilledForm

pytestmark = pytest.mark.usefixtures("known")


def test_evaluations_as_json_and_as_a_table(run: Run, vault: Path) -> None:
    found = json.loads(run("evaluations", "--vault", vault, "--json")[1])
    assert (found["finished"], found["joint"], found["late"]) == (1, 6, 1)
    every = {(each["child"], each["agency"]): each for each in found["evaluations"]}
    joint = every["Child C", None]
    assert (joint["stage"], joint["answered"], joint["not_settled"]) == (
        "drafting",
        [1, 2, 4, 9],
        [9],
    )
    assert every["Child C", "police"]["late"] == "late-to-us"
    moves = every["Child A", None]["moves"]
    assert [each["stage"] for each in moves] == ["drafting", "returned", "agreed"]
    printed = run("evaluations", "--vault", vault)[1].splitlines()
    assert printed[0] == "1 of 6 finished, 1 late"
    assert len(printed) == 4 + 29
    row = next(line for line in printed if line.startswith("Child C  Police"))
    assert row.endswith("22 h 40 min late to us")


def test_a_form_goes_out_is_shown_and_taken_in_with_yes(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "police.xlsx"
    form = ("evaluations", "form", "--vault", vault, "--agency", "police", "--child", "Child C")
    code, printed, _ = run(*form, "--out", path)
    assert code == 0
    assert printed.startswith("Evaluation form (Police, 1 child) saved")
    book = FilledForm(path.read_bytes())
    book.put("Child C", "1", "evaluation", "Seen within the hour")
    path.write_bytes(book.xlsx())
    back = ("evaluations", "import", path, "--vault", vault)
    printed = run(*back)[1]
    assert "Child C, Police, Question 1, Evaluation: nothing becomes “Seen within" in printed
    assert "say --yes to take it in" in printed
    assert "taken in: 1 text, sha256" in run(*back, "--yes")[1]
    found = json.loads(run("evaluations", "--vault", vault, "--json")[1])
    own = next(
        each
        for each in found["evaluations"]
        if (each["child"], each["agency"]) == ("Child C", "police")
    )
    assert (own["stage"], own["late"]) == ("returned", "no")
    book.take_row_out("Child C", "4")
    path.write_bytes(book.xlsx())
    code, printed, complaint = run(*back, "--yes")
    assert code == 1
    assert "Child C: Question 4 is no longer in this sheet." in complaint
    assert complaint.endswith("Nothing was taken in.\n")
    assert "Problems" not in printed
    refused(run(*form[:-1], "Child Z", "--out", path), "no child")


def test_flags_are_raised_confirmed_and_closed(run: Run, vault: Path) -> None:
    found = json.loads(run("flags", "--vault", vault, "--json")[1])["flags"]
    assert [each["state"] for each in found] == ["closed"]
    owner = "Police lead, public protection"
    assert (found[0]["child"], found[0]["owner"]) == ("Child F", owner)
    new = ("flags", "raise", "Check the plan", "--vault", vault, "--child", "Child B")
    refused(run(*new, "--owner", "Nobody"), "Nobody has the role")
    assert run(*new, "--owner", owner)[1] == "Child B: “act now” raised.\n"
    refused(run("flags", "close", 2, "Done", "--vault", vault), "Record first who acted")
    assert run("flags", "confirm", 2, "Checked", "--vault", vault)[0] == 0
    printed = run("flags", "--vault", vault)[1].splitlines()
    assert printed[2].startswith("2    Child B  confirmed")
    assert run("flags", "close", 2, "Done", "--vault", vault)[0] == 0
    refused(run("flags", "confirm", 9, "x", "--vault", vault), "no flag 9")
