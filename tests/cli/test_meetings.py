"""The command `meetings` on the example."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("known")


def test_meetings_as_json(run: Run, vault: Path) -> None:
    found = json.loads(run("meetings", "--vault", vault, "--json")[1])
    assert len(found["meetings"]) == 9
    assert [(each["number"], len(each["meetings"])) for each in found["sent"]] == [(1, 5)]
    (changed,) = found["changed_since"]
    assert (changed["change"], changed["what"]) == ("changed", ["start", "end"])
    (clash,) = found["clashes"]
    assert (clash["shared"], clash["start"]) == ("child", "2026-11-17T11:00+00:00")
    review = next(each for each in found["meetings"] if each["kind"] == "care-review")
    assert (review["child"], review["observe"], review["returned"]) == ("Child C", True, True)


def test_meetings_as_a_table(run: Run, vault: Path) -> None:
    printed = run("meetings", "--vault", vault)[1].splitlines()
    assert printed[-1] == "Clash: Child C is in two meetings, Tue 17, 11:00"
    assert printed[2].startswith("Tue 10, 09:30–09:50  Partners’ daily call")
    assert "changed: start, end" in next(line for line in printed if "Child F" in line)


def test_a_calendar_file(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "week.ics"
    code, printed, _ = run("calendar", "--vault", vault, "--out", path, "--only", "week")
    assert (code, printed) == (0, "Written: “week.ics”.\n")
    text = path.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 17
    assert "Child" not in text.replace("child protection", "")
    assert path.stat().st_mode & 0o077 == 0
