"""“Act now” flags: somebody is named, somebody acts, and only then is it closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jtai_desktop.domain import flags
from jtai_desktop.domain.flags import FlagState, Noted
from jtai_desktop.domain.problems import Refused
from tests.domain.evaluations import made

DONE = Noted(made.START + timedelta(minutes=40), made.BY, "Strategy discussion held")


def test_open_ones_come_first_and_the_last_closed_after_them() -> None:
    later = replace(DONE, when=DONE.when + timedelta(hours=1))
    first = made.flag(id="f1", confirmed=DONE, closed=DONE)
    second = made.flag(id="f2", confirmed=DONE, closed=later)
    every = (first, second, made.flag(id="f3"))
    assert [each.id for each in flags.in_turn(every)] == ["f3", "f2", "f1"]


def test_it_is_raised_confirmed_and_closed_in_this_order() -> None:
    flag = flags.raised(made.flag(text="  Check\nthe plan "))
    assert (flag.text, flag.state) == ("Check the plan", FlagState.RAISED)
    with pytest.raises(Refused, match="Record first who acted"):
        flags.closed(flag, DONE)
    acted = flags.confirmed(flag, DONE)
    assert acted.state is FlagState.CONFIRMED
    with pytest.raises(Refused, match="confirmed already"):
        flags.confirmed(acted, DONE)
    over = flags.closed(acted, DONE)
    assert over.state is FlagState.CLOSED
    for again in (flags.closed, flags.confirmed):
        with pytest.raises(Refused, match="closed already"):
            again(over, DONE)
    with pytest.raises(Refused, match="closed already"):
        flags.given_to(over, "c2")


def test_a_mistake_is_closed_with_a_word_why() -> None:
    with pytest.raises(Refused, match="How it ended is empty"):
        flags.closed(made.flag(), replace(DONE, words=" "), mistaken=True)
    found = flags.closed(made.flag(), replace(DONE, words="Another child"), mistaken=True)
    assert found.mistaken
    assert found.confirmed is None


@pytest.mark.parametrize(("given", "match"), [({"owner_id": ""}, "who acts"), ({"text": ""}, "is")])
def test_it_says_what_is_to_be_done_and_by_whom(given: dict[str, str], match: str) -> None:
    with pytest.raises(Refused, match=match):
        flags.raised(made.flag(**given))
    with pytest.raises(Refused, match="who acts"):
        flags.given_to(made.flag(), "")


def test_open_ones_on_which_nobody_acted_come_first() -> None:
    later = Noted(made.START + timedelta(hours=1), made.BY)
    acted = flags.confirmed(made.flag(id="acted"), DONE)
    new = made.flag(id="new", raised=later)
    old = made.flag(id="old")
    over = flags.closed(acted, DONE)
    found = flags.open_ones([acted, new, over, old])
    assert [each.id for each in found] == ["old", "new", "acted"]
