"""The agencies as one area calls them, and the milestones in those names."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.people import Agency
from jtai_desktop.guidance.finding import load
from jtai_desktop.guidance.names_here import agencies_of, with_names_here
from jtai_desktop.guidance.pack import Pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The shipped pack."""
    return load("cmh-2019")


def _who(pack: Pack, agencies: tuple[Agency, ...], key: str = "lists-6-7-8") -> str:
    return next(rule.who for rule in with_names_here(pack, agencies) if rule.key == key)


def _called(pack: Pack, **names: str) -> tuple[Agency, ...]:
    return tuple(
        replace(each, short=names.get(each.key, each.short))
        for each in agencies_of(pack, today=False)
    )


def test_the_names_of_the_guidance_change_nothing(pack: Pack) -> None:
    agencies = agencies_of(pack, today=False)
    assert with_names_here(pack, agencies) == pack.milestones
    assert with_names_here(pack, ()) == pack.milestones


def test_own_names_stand_in_the_milestones(pack: Pack) -> None:
    assert _who(pack, _called(pack, ccg="ICB")) == "Council, ICB, CAMHS, YOT"


def test_two_names_can_change_places(pack: Pack) -> None:
    assert _who(pack, _called(pack, ccg="YOT", yot="CCG")) == "Council, YOT, CAMHS, CCG"


@pytest.mark.parametrize("name", ["\\1", "\\g<0>", "a\\", "(x", "{0}", "<b>"])
def test_a_name_is_taken_as_it_is(pack: Pack, name: str) -> None:
    assert _who(pack, _called(pack, ccg=name)) == f"Council, {name}, CAMHS, YOT"


def test_a_name_inside_another_is_left_alone(pack: Pack) -> None:
    longer = replace(pack.agencies[0], key="long", short="CCG board")
    rules = tuple(replace(rule, who="CCG board, CCGs, CCG") for rule in pack.milestones)
    changed = replace(pack, agencies=(*pack.agencies, longer), milestones=rules)
    agencies = (
        Agency("1", "ccg", "ICB", "ICB"),
        Agency("2", "long", "The board", "The board"),
    )
    assert with_names_here(changed, agencies)[0].who == "The board, CCGs, ICB"


def test_the_usual_agencies_come_in_order_under_both_names(pack: Pack) -> None:
    then, now = (agencies_of(pack, today=today) for today in (False, True))
    assert [each.key for each in then] == [each.key for each in now]
    assert [each.position for each in then] == list(range(len(then)))
    assert {each.short for each in then} - {each.short for each in now} >= {"CCG"}
    assert all(each.id == "" for each in then)
