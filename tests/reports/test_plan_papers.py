"""The papers of the action plan: what stands there for whom, and the chart in words and numbers."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from jtai_desktop.domain.actions import changing
from jtai_desktop.domain.actions.over_time import MOST, days
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.reports.action_plan import action_plan_sheet
from jtai_desktop.reports.blocks import Bars, Heading, Table
from jtai_desktop.reports.board import board_sheet
from jtai_desktop.reports.pack import Sheet, Single
from jtai_desktop.reports.pdf.document import render
from jtai_desktop.reports.readiness import around
from jtai_desktop.reports.variants import Variant
from tests.domain.actions import made
from tests.reports.example import body
from tests.reports.material import saying

BEGUN = date(2026, 5, 1)
LATE = made.action("1.2", made.facts(date(2026, 9, 1), words="End August", started=BEGUN))
HAND = changing.overridden(LATE, Rating.MINOR, "The board knows", made.signed())
MATERIAL = replace(saying("Northmoor"), plan=made.plan(made.action("1.1"), HAND))


def told(sheet: Sheet) -> str:
    """The text of a sheet as it is printed."""
    return " ".join(body(set_sheet(sheet)).split())


def set_sheet(sheet: Sheet) -> bytes:
    """The file."""
    return render(Single(around(MATERIAL), sheet))


def test_a_rating_set_by_hand_has_the_computed_one_beside_it() -> None:
    text = told(action_plan_sheet(MATERIAL))
    assert "Computed: At significant risk" in text
    assert "The board knows" in text
    for_them = told(action_plan_sheet(replace(MATERIAL, variant=Variant.INSPECTORS)))
    assert "Computed: At significant risk" in for_them
    assert "The board knows" not in for_them
    assert "Findings without an action" not in for_them


def test_the_documents_that_show_it_are_named_and_none_about_a_child() -> None:
    shown = replace(made.action("1.1"), evidence=("d1", "d2"))
    plan, links = made.plan(shown), {"document:d1": "4.6 Problem profile"}
    text = told(action_plan_sheet(replace(MATERIAL, plan=plan, links=links)))
    assert "Documents: 4.6 Problem profile" in text
    assert "d2" not in text


def test_the_gravest_stands_first_on_the_board_paper() -> None:
    grave = made.action("2.1", made.facts(date(2026, 8, 1), started=BEGUN), section="police")
    sheet = board_sheet(replace(MATERIAL, plan=made.plan(made.action("1.1"), HAND, grave)))
    at = sheet.blocks.index(Heading("At risk or late", "gravest first"))
    table = sheet.blocks[at + 1]
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows if isinstance(row, tuple)] == ["2.1", "1.2"]


def test_the_chart_says_each_of_its_numbers() -> None:
    (bars,) = (each for each in board_sheet(MATERIAL).blocks if isinstance(each, Bars))
    assert bars.bars[-1].label == "10 Nov"
    assert sum(bars.bars[-1].amounts) == 2
    assert "Tue 10 Nov 2026: 1 not started and 1 at minor risk" in bars.said
    content = set_sheet(board_sheet(MATERIAL))
    with pikepdf.open(BytesIO(content)) as pdf:
        figures = [str(each["/Alt"]) for each in pdf.objects if _is_figure(each)]
    assert bars.said in figures


def _is_figure(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"


@pytest.mark.parametrize("span", [0, 1, 11, 12, 80, 200, 400, 2000])
def test_the_days_of_a_chart_are_few_even_and_end_today(span: int) -> None:
    today = made.TODAY
    first = today - timedelta(days=span)
    found = days(first, today)
    assert found[-1] == today
    assert found[0] >= first
    assert len(found) <= MOST
    gaps = {later - sooner for sooner, later in pairwise(found)} or {timedelta(days=1)}
    assert len(gaps) == 1
    assert found[0] - first < max(gaps)
