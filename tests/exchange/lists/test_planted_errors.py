"""Every planted error is found at its cell, and none is found that was not planted."""

from pathlib import Path

import pytest

from jtai_desktop.domain.lists.findings import Finding
from jtai_desktop.exchange.list_answers import Answer
from jtai_desktop.exchange.list_checking import read_and_check
from jtai_desktop.exchange.list_requests import Request
from tests.exchange.lists.county import DAYS, SMALL, County
from tests.exchange.lists.planting import Place, Planter, plant_all
from tests.exchange.lists.writing import saved, workbook

MIDDLE = {number: size * 8 for number, size in SMALL.items()}


def _checked(county: County, folder: Path) -> Answer:
    path = saved(workbook(county), folder)
    return read_and_check(Request((path,), "", DAYS), county.book)


def found_places(findings: tuple[Finding, ...]) -> set[Place]:
    """Where each problem was found."""
    return {
        (one.list_number, one.rule, one.heading, cell.row) for one in findings for cell in one.cells
    }


def _scores(found: set[Place], planted: set[Place]) -> tuple[float, float]:
    right = len(found & planted)
    return right / len(found or {1}), right / len(planted or {1})


@pytest.mark.parametrize("seed", range(3))
def test_lists_without_errors_have_none(seed: int, tmp_path: Path) -> None:
    report = _checked(County(SMALL, seed), tmp_path).report
    assert report.findings == ()
    assert [one.accepted for one in report.accounts] == list(SMALL.values())


@pytest.mark.parametrize("seed", range(4))
def test_precision_and_recall_are_one(seed: int, tmp_path: Path) -> None:
    county = County(MIDDLE, seed)
    planter = Planter(county)
    for _ in range(3):
        plant_all(planter)
    report = _checked(county, tmp_path).report
    found, planted = found_places(report.findings), planter.places()
    precision, recall = _scores(found, planted)
    print(f"seed {seed}: {len(planted)} planted, precision {precision}, recall {recall}")
    assert sorted(planted - found) == []
    assert sorted(found - planted) == []


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    county = County(MIDDLE)
    plant_all(planter := Planter(county))
    county.rows[1].insert(3, {})
    county.rows[1].insert(9, {"Gender": "  "})
    accounts = {one.list_number: one for one in _checked(county, tmp_path).report.accounts}
    for one in accounts.values():
        assert (
            one.read
            == one.accepted + one.with_problems + one.blank
            == len(county.rows[one.list_number])
        )
    assert accounts[1].blank == 2
    assert accounts[1].with_problems >= len({r for n, _, _, r in planter.places() if n == 1}) - 8
