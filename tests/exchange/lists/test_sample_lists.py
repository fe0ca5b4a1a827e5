"""Real workbooks beside the repository, where they are: each is read, and what it is is said."""

from pathlib import Path

import pytest

from jtai_desktop.domain.lists.findings import Rule
from jtai_desktop.exchange.list_answers import Answer
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_requests import Request
from tests.exchange.lists.county import DAYS, book

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "samples" / "lists"
ALL = [1, 3, 4, 5, 6, 7, 8]
# What each file is, the row of its headings, and how many rows its lists hold.
SAMPLES = {
    "template-2019.xlsx": ("the published template with five referrals", 2, [0, 5, 0, 0, 0, 0, 0]),
    "old-format.xls": ("the template in the binary format, one contact", 2, [1, 0, 0, 0, 0, 0, 0]),
    "text-dates.xlsx": ("the template with a list of early help", 2, [1, 0, 0, 0, 0, 0, 0]),
    "no-title-row-formulas.xlsx": (
        "all lists without titles, their dates by formula",
        1,
        [13, 11, 5, 4, 2, 3, 3],
    ),
}


def _read(name: str) -> Answer:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("the samples are not beside the repository")
    return read_and_check(Request((path,), "", DAYS), book())


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_real_workbooks_are_read(name: str) -> None:
    what, headings, rows = SAMPLES[name]
    report = _read(name).report
    print(f"{name}: {what}")
    assert [one.list_number for one in report.accounts] == ALL
    assert [one.read for one in report.accounts] == rows
    assert {one.heading_row for one in report.accounts} == {headings}
    missing = [one for one in report.findings if one.rule is Rule.MISSING_COLUMN]
    assert {one.list_number for one in missing} == {4, 6, 7, 8}  # the theme’s fields alone
    assert len(missing) == 31
    unseen = [one for one in report.findings if one.rule is Rule.ERRORS_UNSEEN]
    assert len(unseen) == name.endswith(".xls")


def test_lists_that_are_not_asked_for_are_left_out_by_name() -> None:
    left = {one.sheet: one.sentence for one in _read("template-2019.xlsx").report.left_out}
    assert "(List 9: Care leavers) that this inspection does not ask for" in left["List_9"]
    assert {left[name] for name in ("Front_Sheet", "Guidance", "Codes_used")} == {
        "No list; not read."
    }


def test_every_sample_is_known() -> None:
    if not FOLDER.is_dir():
        pytest.skip("the samples are not beside the repository")
    assert {path.name for path in FOLDER.iterdir()} == set(SAMPLES)
