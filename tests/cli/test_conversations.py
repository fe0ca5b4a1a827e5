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
    assert printed[0] == "3 of 8 confirmed, 1 to tell the lead inspector of"
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
