"""The lists of the shipped pack: against the facts handed over, and by their counts always."""

import json
from pathlib import Path

import pytest

from jtai_desktop.guidance.child_lists import Column, OpenRows
from jtai_desktop.guidance.extra_fields import Answer, Role, Weight
from jtai_desktop.guidance.pack import Pack

FACTS = Path(__file__).resolve().parents[3] / "shared" / "domain" / "lists.json"
COLUMNS = {1: 7, 3: 11, 4: 12, 5: 14, 6: 14, 7: 17, 8: 34}


def _as_in_the_facts(column: Column) -> dict[str, object]:
    told: dict[str, object] = {
        "name": column.name,
        "type": str(column.type),
        "blank_ok": column.blank_ok,
    }
    more = {
        "codes": list(column.codes),
        "later_codes": list(column.later_codes),
        "also_seen": list(column.also_seen),
        "open_list": column.open_list,
        "note": column.note,
    }
    return told | {key: value for key, value in more.items() if value}


def _tidied(column: dict[str, object]) -> dict[str, object]:
    """Headings met, without the remark on a misspelling and the space at an end."""
    seen = column.get("also_seen")
    if not isinstance(seen, list):
        return column
    return column | {"also_seen": [one.split(" (sic")[0].strip() for one in seen]}


@pytest.mark.skipif(not FACTS.is_file(), reason="the facts that were handed over are not here")
@pytest.mark.parametrize("number", COLUMNS)
def test_a_list_is_as_in_the_facts(pack: Pack, number: int) -> None:
    fact = json.loads(FACTS.read_text(encoding="utf-8"))["lists"][str(number)]
    found = pack.child_list(number)
    assert found is not None
    assert (found.title, found.window, found.rows) == (fact["title"], fact["window"], fact["rows"])
    assert (list(found.key), found.note) == (fact["key"], fact.get("note", ""))
    wanted = [_tidied(column) for column in fact["columns"]]
    assert [_as_in_the_facts(column) for column in found.columns] == wanted


def test_the_lists_have_all_their_columns(pack: Pack) -> None:
    assert {one.number: len(one.columns) for one in pack.lists} == COLUMNS


def test_the_lists_are_due_with_their_milestones(pack: Pack) -> None:
    assert {one.number for one in pack.lists if one.milestone == "lists-6-7-8"} == {6, 7, 8}
    assert {one.number for one in pack.lists if one.milestone == "lists-1-3-4-5"} == {1, 3, 4, 5}


def test_one_row_for_each_child_in_lists_6_to_8_and_all_of_them_in_list_6(pack: Pack) -> None:
    assert [one.number for one in pack.lists if one.one_row_per_child] == [6, 7, 8]
    assert {one.number: one.also_in for one in pack.lists if one.also_in} == {7: 6, 8: 6}


def test_the_windows_hang_on_dates(pack: Pack) -> None:
    open_rows = {one.number: one.open_rows for one in pack.lists}
    blank = dict.fromkeys((4, 6, 7, 8), OpenRows.BLANK)
    assert open_rows == {1: OpenRows.NONE, 3: OpenRows.NONE, 5: OpenRows.OLDER} | blank
    for one in pack.lists:
        (column,) = [each for each in one.columns if each.name == one.window_column]
        assert column.type == "date"
        assert one.window_months == 6


def test_counts_of_twelve_months_are_the_same_for_a_child(pack: Pack) -> None:
    assert {one.number: len(one.same_per_child) for one in pack.lists if one.same_per_child} == {
        3: 1,
        5: 2,
    }


def test_two_gates_open_eight_follow_ups(pack: Pack) -> None:
    gates = [field for field in pack.extra_fields if field.role is Role.GATE]
    follow_ups = [field for field in pack.extra_fields if field.role is Role.FOLLOW_UP]
    assert [(field.key, field.paragraph) for field in gates] == [
        ("concern", "33"),
        ("support-needed", "33"),
    ]
    assert len(follow_ups) == 8
    for field in (*gates, *follow_ups):
        assert field.lists == (6, 7, 8)
        assert field.in_age
        assert field.codes == ("a) Yes", "b) No")
    assert {(field.after, field.paragraph) for field in follow_ups} == {
        (("concern", "support-needed"), "34")
    }


def test_list_4_asks_once_the_assessment_is_completed(pack: Pack) -> None:
    (field,) = [field for field in pack.extra_fields if field.role is Role.COMPLETED]
    assert (field.lists, field.paragraph, field.in_age) == ((4,), "42", False)
    assert field.filled_with == "Continuous Assessment Date of Authorisation"


def test_not_accepted_without_a_referral_is_an_error(pack: Pack) -> None:
    weights = {frozenset(check.answers): check.weight for check in pack.answer_checks}
    contradiction = {("camhs-not-accepted", Answer.YES), ("camhs-referred", Answer.NO)}
    worth_a_look = {("camhs-service", Answer.YES), ("camhs-waiting", Answer.YES)}
    assert weights[frozenset(contradiction)] is Weight.ERROR
    assert weights[frozenset(worth_a_look)] is Weight.REMARK


def test_scope_is_a_concern_or_need_and_several_agencies(pack: Pack) -> None:
    scope = pack.scope
    assert (scope.lists, scope.any_of, scope.all_of) == (
        (6, 7, 8),
        ("concern", "support-needed"),
        ("multi-agency",),
    )
