"""The command `meetings` on the example."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TIMES = ("--day", "Tue 17 Nov", "--start", "10:00", "--end", "10:30")

pytestmark = pytest.mark.usefixtures("known")


def test_meetings_as_json(run: Run, vault: Path) -> None:
    found = json.loads(run("meetings", "--vault", vault, "--json")[1])
    assert len(found["meetings"]) == 11
    assert [(each["number"], len(each["meetings"])) for each in found["sent"]] == [(1, 5)]
    (changed,) = found["changed_since"]
    assert (changed["change"], changed["what"]) == ("changed", ["start", "end"])
    (clash,) = found["clashes"]
    (accepted,) = found["accepted"]
    assert accepted["reason"] == "Across the square, five minutes on foot"
    assert found["concerns"] == []
    assert (clash["shared"], clash["start"]) == ("child", "2026-11-17T11:00+00:00")
    review = next(each for each in found["meetings"] if each["kind"] == "care-review")
    assert (review["child"], review["observe"], review["returned"]) == ("Child C", True, True)


def test_meetings_as_a_table(run: Run, vault: Path) -> None:
    printed = run("meetings", "--vault", vault)[1].splitlines()
    assert printed[-2].endswith(": Child C is in two meetings, Tue 17, 11:00")
    assert printed[-2].startswith("Clash ")
    assert printed[-1].endswith("(Across the square, five minutes on foot)")
    assert printed[2].startswith("Tue 10, 09:30–09:50  Partners’ daily call")
    assert "changed: start, end" in next(line for line in printed if "Child F" in line)


def test_a_calendar_file(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "week.ics"
    code, printed, _ = run("calendar", "--vault", vault, "--out", path, "--only", "week")
    assert (code, printed) == (0, "Written: “week.ics”.\n")
    text = path.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 19
    assert "Child" not in text.replace("child protection", "")
    assert path.stat().st_mode & 0o077 == 0


def test_a_meeting_is_added_and_its_warning_accepted(run: Run, vault: Path) -> None:
    given = ("--kind", "planning", "--child", "Child C", "--agencies", "council,camhs", "--observe")
    times = ("--day", "Tue 17 Nov", "--start", "10:30", "--end", "11:00")
    code, printed, _ = run("meetings", "--vault", vault, "add", *given, *times)
    first, *warned = printed.splitlines()
    made = first.rpartition(": ")[2]
    assert (code, len(warned)) == (0, 1)
    key = warned[0].split()[1].rstrip(":")
    run("meetings", "accept", key, "--reason", "Short", "--vault", vault)
    _, printed, _ = run("meetings", "change", made, "--vault", vault, "--note", "Back door")
    assert printed == "Planning or review meeting, Tue 17: note for inspectors.\n"


def test_a_table_that_can_not_be_taken_in(run: Run, vault: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.txt"
    table.write_text("Kind\tChild\tDay\tTime\nICPC\tChild A\tMon 17 Nov\t9:00–8:00\n")
    code, _, told = run("meetings", "paste", table, "--vault", vault)
    assert code == 2
    assert told.splitlines()[0].startswith("Row 2, Day: “Mon 17 Nov” contradicts")
    assert told.splitlines()[-1] == "Nothing was taken in."


def test_a_calendar_of_one_person(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.ics"
    run(
        "calendar", "--vault", vault, "--out", path, "--only", "week", "--person", "front door lead"
    )
    assert path.read_bytes().decode().count("BEGIN:VEVENT") == 1
    code, _, told = run("calendar", "--vault", vault, "--out", path, "--person", "Nobody")
    assert (code, "nobody in the list" in told) == (2, True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("meetings", "add", "--kind", "walk", *TIMES), "There are: initial-conference,"),
        (("meetings", "paste", "nowhere.txt"), "There is no such file"),
        (("meetings", "way", "", "Civic Centre"), "From is empty"),
        (("calendar", "--out", "x.ics", "--entry", "nobody"), "There is no such entry"),
        (("flags", "raise", "--child", "Child A", "--owner", "", "Act"), "has the role “”."),
    ],
)
def test_what_is_wrong_is_said(run: Run, vault: Path, given: tuple[str, ...], words: str) -> None:
    code, printed, told = run(*given, "--vault", vault)
    assert (code, printed, words in told) == (2, "", True)


def test_a_child_is_added_with_all_its_facts_or_not_at_all(run: Run, vault: Path) -> None:
    given = ("children", "add", "--label", "Child G", "--reason", "New", "--vault", vault)
    assert run(*given, "--agencies", "circus")[0] == 2
    assert run(*given, "--agencies", "police")[:2] == (0, "Child G: added.\n")


def test_a_conversation_on_another_day_is_warned_of(run: Run, vault: Path) -> None:
    record = ("conversations", "record", "Child E, child", "planned", "--vault", vault)
    times = ("--start", "18 Dec 2026, 15:30", "--end", "18 Dec 2026, 16:30", "--place", "School")
    assert "outside the fieldwork week" in run(*record, *times)[1]
