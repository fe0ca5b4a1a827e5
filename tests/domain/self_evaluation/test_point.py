"""What is asked: the pack’s points, and what a council makes of them."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation.point import (
    CRITERIA,
    Change,
    Sort,
    add,
    bring_back,
    key_of,
    points,
    retire,
    reword,
    same_point,
)
from tests.domain.self_evaluation.made import QUICK, TRAINED, criterion, marker

PACK = (criterion(), criterion(24, "Agencies share."), marker(), marker(16, "Referrals", "Door"))


def _with(*changes: Change) -> tuple[str, ...]:
    every = points(PACK, {each.key: each for each in changes})
    return tuple(each.key for each in every)


def test_without_changes_the_points_are_those_of_the_pack() -> None:
    assert points(PACK, {}) == PACK


def test_a_wording_can_be_changed_and_brought_back() -> None:
    (changed,) = points([criterion()], {"criterion:23": reword(criterion(), " All  staff. ")})
    assert changed.title == "All staff."
    assert changed.is_reworded
    (again,) = points([criterion()], {"criterion:23": reword(changed, "")})
    assert again == criterion()


def test_an_added_marker_stands_in_its_group_under_a_number_never_given() -> None:
    new = add(PACK, Sort.MARKER, "Access", "Waits are told")
    assert (new.key, new.group) == ("marker:17", "Access")
    assert _with(new) == (
        "criterion:23",
        "criterion:24",
        "marker:9",
        "marker:17",
        "marker:16",
    )


def test_a_number_of_a_retired_one_is_not_given_again() -> None:
    gone = replace(PACK[3], retired="Twice")
    assert add((*PACK[:3], gone), Sort.MARKER, "Door", "New").number == 17


def test_an_added_criterion_stands_with_the_criteria() -> None:
    assert add(PACK, Sort.CRITERION, "anything", "Elected members ask").group == CRITERIA


def test_retiring_needs_a_reason_and_can_be_taken_back() -> None:
    with pytest.raises(Refused, match="Reason is empty"):
        retire(marker(), " ")
    (gone,) = points([marker()], {"marker:9": retire(marker(), "Asked twice")})
    assert gone.is_retired
    with pytest.raises(Refused, match="retired already"):
        retire(gone, "Again")
    (back,) = points([marker()], {"marker:9": bring_back(gone)})
    assert back == marker()
    with pytest.raises(Refused, match="not retired"):
        bring_back(back)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "Wording is empty"),
        ("access to camhs is QUICK", "Marker 9 says the same"),
        ("x" * 401, "401 characters"),
    ],
)
def test_what_can_not_be_added_is_said(title: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        add(PACK, Sort.MARKER, "Access", title)


def test_an_own_point_is_not_worded_empty() -> None:
    own = points((), {"marker:1": Change(Sort.MARKER, 1, "Ours", "Access")})[0]
    assert own.is_own
    with pytest.raises(Refused, match="Retire it instead"):
        reword(own, "")


def test_the_same_point_of_one_pack_is_found_by_its_number() -> None:
    then = replace(PACK[3], title="Worded otherwise")
    assert same_point(then, PACK, same_pack=True) == PACK[3]


def test_the_same_point_of_another_pack_is_found_by_its_words() -> None:
    other = marker(9, "Something else")
    assert same_point(other, PACK, same_pack=False) is None
    assert same_point(criterion(77, TRAINED.rstrip(".")), PACK, same_pack=False) == criterion()
    own = points((), {"marker:60": Change(Sort.MARKER, 60, QUICK, "Access")})[0]
    assert same_point(own, PACK, same_pack=True) == marker()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("criterion 24", "criterion:24"),
        (" ESN  24 ", "criterion:24"),
        ("Marker 9.", "marker:9"),
        ("marker:9", "marker:9"),
        ("24", ""),
        ("marker nine", ""),
        ("marker ٩", ""),
        ("", ""),
    ],
)
def test_a_point_is_found_by_what_people_call_it(words: str, key: str) -> None:
    assert key_of(words) == key
