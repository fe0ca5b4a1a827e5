"""The commands `children` and `conversations` on the example."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused

pytestmark = pytest.mark.usefixtures("known")


def test_conversations_as_json(run: Run, vault: Path) -> None:
    found = json.loads(run("conversations", "--vault", vault, "--json")[1])
    assert (found["confirmed"], found["agreed"], found["to_tell"]) == (3, 8, 1)
    people = {(each["child"], each["role"]): each for each in found["people"]}
    carer = people["Child F", "carer"]
    assert (carer["state"], carer["plan"]) == ("withdrawn", None)
    assert carer["lead_inspector"] == [
        {"decision": "withdrew", "told": "2026-11-09T16:05+00:00"},
    ]
    child = people["Child B", "child"]
    assert child["decisions"] == {"own": "agreed", "parental-responsibility": "agreed"}
    assert child["plan"]["start"] == "2026-11-18T14:00+00:00"


def test_conversations_as_a_table(run: Run, vault: Path) -> None:
    printed = run("conversations", "--vault", vault)[1].splitlines()
    assert printed[0] == ("3 of 8 confirmed, 1 to tell the lead inspector of, 1 paper to call back")
    row = next(line for line in printed if line.startswith("Child D  Mother"))
    assert "declined" in row
    assert row.endswith("tell the lead inspector")
    assert len(printed) == 4 + 13


def test_children_as_json_and_as_a_table(run: Run, vault: Path) -> None:
    found = json.loads(run("children", "--vault", vault, "--json")[1])
    assert [each["label"] for each in found["children"]] == [f"Child {one}" for one in "ABCDEF"]
    assert found["taken_out"] == []
    third = found["children"][2]
    assert third["documents"] == {"sent": 3, "to_send": 5, "late": 1}
    assert third["conversations"] == {
        "Child": "planned",
        "Carer": "confirmed",
        "Mother": "not-appropriate",
    }
    printed = run("children", "--vault", vault)[1]
    assert "Child C  NM-03      15   In care" in printed


def test_without_a_vault_it_is_one_sentence(run: Run, tmp_path: Path) -> None:
    refused(run("conversations", "--vault", tmp_path / "none"), "vault")


def test_a_conversation_is_recorded_step_by_step(run: Run, vault: Path) -> None:
    """Added, explained, agreed, planned, withdrawn; what follows is said after each."""

    def do(*given: str) -> str:
        code, printed, complaint = run("conversations", *given, "--vault", vault)
        assert (code, complaint) == (0, "")
        return printed

    assert do("add", "Child D", "father") == "Child D, father: added.\n"
    who = ("record", "child d, FATHER")
    refused(run("conversations", *who, "agreed", "--how", "written", "--vault", vault), "explained")
    do(*who, "explained", "--by", "Social worker", "--leaflet", "For parents and carers")
    assert do(*who, "agreed", "--how", "spoken-with-witness", "--witness", "Form tutor") == (
        "Child D, father: agreed.\n"
    )
    do(*who, "planned", "--start", "17 Nov 2026, 09:00", "--end", "17 Nov 2026, 10:00")
    assert do(*who, "withdrew", "--how", "by phone") == (
        "Child D, father: withdrawn.\nTo do: tell the lead inspector.\n"
    )
    lines = do("lines", "Child D, father")
    assert "Planned" in lines
    assert lines.index("Withdrawn") < lines.index("Inspection explained")
    assert "Can be recorded now: asked-again, corrected," in lines
    refused(run("conversations", "remove", "Child D, father", "--vault", vault), "recorded")
    refused(run("conversations", *who, "sent", "--vault", vault), "There is no step")
    refused(run("conversations", "lines", "Child Z, aunt", "--vault", vault), "nobody called")


def test_a_paper_is_called_back(run: Run, vault: Path) -> None:
    printed = run("conversations", "papers", "--vault", vault)[1]
    assert printed.startswith("1  Conversations (the partnership) of Mon 9 Nov 2026, 14:40")
    assert printed.endswith("Child F, carer\n")
    refused(run("conversations", "called-back", "2", "--vault", vault), "no paper 2")
    assert "called back" in run("conversations", "called-back", "1", "--vault", vault)[1]
    assert run("conversations", "papers", "--vault", vault)[1].startswith("No paper has to be")


def test_the_selection_changes_with_a_reason(run: Run, vault: Path) -> None:
    given = ("children", "out", "Child E", "--vault", vault)
    refused(run(*given), "say why it changes")
    assert run(*given, "--reason", "Did not fit")[0] == 0
    found = json.loads(run("children", "--vault", vault, "--json")[1])
    assert ([each["label"] for each in found["taken_out"]], found["changed_since"]) == (
        ["Child E"],
        True,
    )
    run("children", "back", "Child E", "--reason", "It fits", "--vault", vault)
    told = ("--school", "Academy 4", "--school-told", "no", "--age", "13 to 15")
    assert run("children", "change", "Child A", *told, "--vault", vault)[1] == (
        "Child A: age, school, school told.\n"
    )
    refused(run("children", "confirm", "--vault", vault), "confirmed already")
    added = run("children", "add", "--label", "Marlowe", "--reason", "Asked for", "--vault", vault)[
        1
    ]
    assert "looks like a name" in added
