"""The service of child-level lists: the worker’s answer, what is said by hand, templates."""

from datetime import date
from pathlib import Path

import pytest

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.findings import Rule
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.lists import Wish, check, export, hand_of, scope, write_templates
from tests.exchange.lists.county import NOTIFIED, SMALL, TODAY, YES, County
from tests.exchange.lists.writing import saved, workbook

WISH = Wish(TODAY, NOTIFIED)


def test_a_clean_county_is_not_grave(tmp_path: Path) -> None:
    checked = check([saved(workbook(County(SMALL)), tmp_path)], WISH)
    assert not checked.grave
    assert checked.findings == []
    assert {one.list_number: one.accepted for one in checked.answer.report.accounts} == SMALL


def test_the_gravest_and_most_frequent_come_first(tmp_path: Path) -> None:
    county = County(SMALL)
    for row in county.rows[1][:5]:
        row["Gender"] = ""
    for row in county.rows[1][5:25]:
        row["Gender"] = "Male"
    county.rows[3][0]["Ethnicity"] = "?"
    checked = check([saved(workbook(county), tmp_path)], WISH)
    assert checked.grave
    told = [(one.gravity, one.rule, one.alike) for one in checked.findings]
    assert told == [
        (Gravity.ERROR, Rule.BLANK, 5),
        (Gravity.ERROR, Rule.NOT_A_CODE, 1),
        (Gravity.WARNING, Rule.CODE_FORM, 20),
    ]


def test_no_list_at_all_is_grave(tmp_path: Path) -> None:
    checked = check([saved(b"a,b\n1,2\n", tmp_path, "other.csv")], WISH)
    assert checked.grave
    assert checked.answer.report.accounts == ()


def test_scope_is_counted_from_the_file(tmp_path: Path) -> None:
    county = County(SMALL)
    shared = next(one.title for one in county.book.fields if one.key == "multi-agency")
    found = scope(check([saved(workbook(county), tmp_path)], WISH))
    wanted = {str(row["Child Unique ID"]) for row in county.rows[6] if row.get(shared) == YES}
    assert {one.reference for one in found.children} == wanted
    assert found.age_unknown == 0


def test_what_is_said_by_hand_is_read() -> None:
    hand = hand_of(["6:Person = Child Unique ID", "1:a=b=", "3:Notes="], ["6=Sheet 1"])
    assert hand.columns == (
        ByHand(6, "Person", "Child Unique ID"),
        ByHand(1, "a=b", ""),
        ByHand(3, "Notes", ""),
    )
    assert hand.sheets == (SheetByHand(6, "Sheet 1"),)


@pytest.mark.parametrize(("columns", "sheets"), [(["Person"], []), (["x:a=b"], []), ([], ["6"])])
def test_what_can_not_be_read_by_hand_is_refused(columns: list[str], sheets: list[str]) -> None:
    with pytest.raises(Refused, match="write it like"):
        hand_of(columns, sheets)


def test_an_unknown_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no guidance pack"):
        check([tmp_path / "a.xlsx"], Wish(date(2026, 11, 4), pack="none"))


def test_templates_are_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    paths = write_templates(folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths)
    assert len(paths) == 7
    with pytest.raises(Refused, match="there already"):
        write_templates(folder)


def test_what_was_read_is_exported_and_the_files_stay(tmp_path: Path) -> None:
    county = County(SMALL)
    county.rows[1][0]["Gender"] = "M"
    path = saved(workbook(county), tmp_path)
    before, told, out = path.read_bytes(), list[str](), tmp_path / "out.xlsx"
    checked = export([path], WISH, out, told.append)
    assert [one.rule for one in checked.findings] == [Rule.NOT_A_CODE]
    assert path.read_bytes() == before
    assert told[-1] == "saving out.xlsx"
    again = check([out], WISH)
    assert [(one.rule, one.cells) for one in again.findings] == [
        (one.rule, one.cells) for one in checked.findings
    ]


def test_an_export_is_refused_without_reading(tmp_path: Path) -> None:
    path = saved(workbook(County({1: 5})), tmp_path)
    link = tmp_path / "other name.xlsx"
    link.hardlink_to(path)
    for place, said in (
        (path, "stay as they are"),
        (link, "stay as they are"),
        (tmp_path / "out.csv", "ends in .xlsx"),
    ):
        with pytest.raises(Refused, match=said):
            export([path], WISH, place)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["lists.xlsx", "other name.xlsx"]


def test_an_export_of_files_that_changed_or_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    path, out = saved(workbook(County({1: 5})), tmp_path), tmp_path / "out.xlsx"
    seen = check([path], WISH)
    with pytest.raises(Refused, match="Stopped"):
        export([path], WISH, out, stop=lambda: True)
    saved(workbook(County({1: 6})), tmp_path)
    with pytest.raises(Refused, match="changed since"):
        export([path], WISH, out, seen=seen)
    assert [each.name for each in tmp_path.iterdir()] == ["lists.xlsx"]
