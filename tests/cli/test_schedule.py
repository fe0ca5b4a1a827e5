"""The command `schedule`: what it prints, and what it refuses."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from jtai_desktop.cli import schedule
from jtai_desktop.cli.plain_parser import PlainParser

ROOT = Path(__file__).resolve().parents[2]
KEYS = ["notified", "fieldwork_start", "working_days_to_fieldwork", "warnings", "milestones"]
PARTS = [
    "key",
    "title",
    "due",
    "end_of_day",
    "actor",
    "paragraph",
    "assumed",
    "to_agree",
    "working_sum",
]
ZERO = "Mon 4 Nov is day 0"
REAL = [
    ("notification", "2019-11-04T09:00+00:00", False, "inspectors", "23, 29"),
    ("lists-6-7-8", "2019-11-07T09:00+00:00", False, "partnership", "32–35"),
    ("context-note", "2019-11-07T09:00+00:00", False, "partnership", "36"),
    ("meetings", "2019-11-07T17:00+00:00", True, "partnership", "40"),
    ("lists-1-3-4-5", "2019-11-07T17:00+00:00", True, "partnership", "41, 42"),
    ("selection", "2019-11-08T10:00+00:00", False, "inspectors", "37"),
    ("selection-call", "2019-11-08T12:00+00:00", False, "inspectors", "37"),
    ("case-documents", "2019-11-12T17:00+00:00", True, "partnership", "39, 44"),
    ("area-information", "2019-11-12T17:00+00:00", True, "partnership", "47, 48"),
    ("joint-evaluations", "2019-11-14T17:00+00:00", True, "partnership", "39, 46"),
    ("cqc-request", "2019-11-15", False, "inspectors", "45"),
    ("engagement-confirmed", "2019-11-15T17:00+00:00", True, "partnership", "50"),
    ("printed-documents", "2019-11-18", False, "partnership", "46"),
    ("fieldwork", "2019-11-18", False, "inspectors", "23"),
]


def _plain() -> argparse.ArgumentParser:
    return PlainParser(prog="main.py")


def _parser() -> argparse.ArgumentParser:
    parser = _plain()
    schedule.add_parser(parser.add_subparsers(metavar="COMMAND", required=True, dest="command"))
    return parser


def _run(*words: str) -> int:
    args: argparse.Namespace = _parser().parse_args(["schedule", *words])
    code = args.run(args)
    assert isinstance(code, int)
    return code


def _printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert _run(*words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def _plan(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    found = json.loads(_printed(capsys, "--json", *words))
    assert isinstance(found, dict)
    return found


def _milestones(plan: dict[str, object]) -> dict[str, dict[str, object]]:
    milestones = plan["milestones"]
    assert isinstance(milestones, list)
    return {each["key"]: each for each in milestones}


def test_the_real_one_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    plan = _plan(capsys, "--notified", "2019-11-04T09:00")
    assert list(plan) == KEYS
    assert {key: plan[key] for key in KEYS[:-1]} == {
        "notified": "2019-11-04T09:00+00:00",
        "fieldwork_start": "2019-11-18",
        "working_days_to_fieldwork": 10,
        "warnings": [],
    }
    milestones = _milestones(plan)
    assert [
        (key, each["due"], each["end_of_day"], each["actor"], each["paragraph"])
        for key, each in milestones.items()
    ] == REAL
    assert all(list(each) == PARTS for each in milestones.values())
    assert [each["to_agree"] for each in milestones.values()] == [None] * 14
    assert [key for key, each in milestones.items() if each["assumed"]] == ["lists-1-3-4-5"]
    assert milestones["lists-6-7-8"] == {
        "key": "lists-6-7-8",
        "title": "Lists 6, 7 and 8 with the extra fields",
        "due": "2019-11-07T09:00+00:00",
        "end_of_day": False,
        "actor": "partnership",
        "paragraph": "32–35",
        "assumed": False,
        "to_agree": None,
        "working_sum": f"Thu 7 Nov is working day 3: {ZERO}",
    }


def test_a_bank_holiday_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    plan = _plan(capsys, "--notified", "Mon 15 Apr 2019, 09:00")
    assert (plan["notified"], plan["fieldwork_start"]) == ("2019-04-15T09:00+01:00", "2019-05-01")
    assert plan["warnings"] == [
        "Fri 19 Apr 2019 is not counted as a working day (bank holiday, Good Friday).",
        "Mon 22 Apr 2019 is not counted as a working day (bank holiday, Easter Monday).",
    ]
    selection = _milestones(plan)["selection"]
    assert selection["to_agree"] == {
        "unmoved": "2019-04-19T10:00+01:00",
        "reason": (
            "Fri 19 Apr is not a working day (bank holiday, Good Friday);"
            " by the weekday it is Fri 19 Apr, by working days Tue 23 Apr (day 4)"
        ),
    }
    assert selection["due"] == "2019-04-19T10:00+01:00"
    assert _milestones(plan)["case-documents"]["working_sum"] == (
        "Tue 23 Apr is working day 4: Mon 15 Apr is day 0;"
        " Fri 19 Apr skipped, bank holiday, Good Friday;"
        " Mon 22 Apr skipped, bank holiday, Easter Monday"
    )


def test_every_option_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    plan = _plan(
        capsys,
        *("--notified", "2026-11-02", "--fieldwork", "16 Nov 2026", "--pack", "cmh-2019"),
        *("--closure", "5/11/2026", "--closure", "2026-11-10", "--close", "16:30"),
    )
    assert (plan["fieldwork_start"], plan["working_days_to_fieldwork"]) == ("2026-11-16", 8)
    milestones = _milestones(plan)
    assert milestones["meetings"]["due"] == "2026-11-04T16:30+00:00"
    to_agree = milestones["meetings"]["to_agree"]
    assert isinstance(to_agree, dict)
    assert to_agree["unmoved"] == "2026-11-05T16:30+00:00"
    assert milestones["case-documents"]["due"] == "2026-11-09T16:30+00:00"


def test_json_is_plain_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    assert _printed(capsys, "--notified", "2019-05-03", "--json").isascii()


def test_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _printed(capsys, "--notified", "2019-11-08T18:00").splitlines()
    assert lines[:4] == [
        "Notified          Fri 8 Nov 2019, 18:00",
        "Fieldwork begins  Fri 22 Nov 2019, 10 working days after the notification",
        "",
        "Warnings",
    ]
    assert (
        "  Fri 8 Nov 2019 is not a Monday. Notification usually comes on a Monday (¶23)." in lines
    )
    head = next(line for line in lines if line.startswith("Due "))
    row = next(line for line in lines if "Lists 6, 7 and 8" in line)
    assert [row[head.index(name) :].split("  ")[0] for name in ("Due", "What", "Who", "¶")] == [
        "Mon 11 Nov 2019, end of day",
        "Lists 6, 7 and 8 with the extra fields",
        "Council, CCG, CAMHS, YOT",
        "32–35",
    ]
    below = [line.strip() for line in lines[lines.index(row) + 1 :][:3]]
    assert below[0] == "Due at once."
    assert below[1].startswith("To agree with the lead inspector: Thu 7 Nov, 09:00, was past")
    assert below[2] == "Named by the guidance: Thu 7 Nov 2019, 09:00."


def test_an_ordinary_plan_to_read_has_no_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    text = _printed(capsys, "--notified", "2019-11-04")
    assert "Warnings" not in text
    assert "To agree" not in text
    assert "Assumed: ¶41" in text
    assert {line for line in text.splitlines() if line != line.rstrip()} == set()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--notified", "30 Feb 2019"], "“30 Feb 2019” is not in the calendar"),
        (["--notified", ""], "An empty field can’t be read as a date"),
        (["--notified", "x" * 10_000], "…” can’t be read as a date"),
        (["--notified", "29 Mar 2026 01:30"], "does not exist in London"),
        (["--notified", "2019-11-04", "--fieldwork", "2019-11-04"], "is not after the notif"),
        (["--notified", "2019-11-04", "--fieldwork", "2021-11-04"], "more than a year after"),
        (["--notified", "2019-11-04", "--fieldwork", ""], "An empty field can’t be read"),
        (["--notified", "2019-11-04", "--closure", "5.11"], "“5.11” can’t be read as a date"),
        (["--notified", "2019-11-04", "--close", "25:00"], "“25:00” is not a time of the day"),
        (["--notified", "2019-11-04", "--pack", "../x"], "no guidance pack of this name"),
    ],
)
def test_bad_input_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert _run(*words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "The following arguments are required: COMMAND. See main.py --help.\n"),
        (
            ["schedule"],
            "The following arguments are required: --notified. See main.py schedule --help.\n",
        ),
        (
            ["schedule", "--notified", "2019-11-04", "--nowhere"],
            "Unrecognized arguments: --nowhere. See main.py --help.\n",
        ),
        (
            ["schedule", "--notified"],
            "Argument --notified: expected one argument. See main.py schedule --help.\n",
        ),
    ],
)
def test_a_misused_command_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        _parser().parse_args(words)
    assert stopped.value.code == 2
    assert capsys.readouterr() == ("", sentence)


def test_a_misused_command_is_shown_short_and_printable(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        _parser().parse_args(["schedule", "--notified", "4/11/26", f"--\x1b[31m{'x' * 9_999}"])
    err = capsys.readouterr().err
    assert len(err) < 220
    assert err.rstrip("\n").isprintable()


def test_nothing_heavy_is_loaded() -> None:
    program = (
        "import sys; from tests.cli.test_schedule import _run;"
        "code = _run('--notified', '2019-11-04', '--json');"
        "heavy = {'PySide6', 'sqlalchemy', 'alembic', 'reportlab', 'cryptography', 'pikepdf'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
