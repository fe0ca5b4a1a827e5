"""The selection: free until it is confirmed, with a reason after that."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jtai_desktop.domain.conversations.selection import (
    Choice,
    Confirmation,
    Selection,
    choose,
    confirm,
    is_selected,
)
from jtai_desktop.domain.problems import Refused
from tests.domain.conversations import made

NEW = Confirmation(0, made.START, made.BY, (), "Lead inspector")


def test_without_a_confirmation_no_reason_is_needed_with_one_it_is() -> None:
    out = Choice(0, out=True, when=made.START, by=made.BY)
    (kept,) = choose("Child A", (), out, confirmed=False)
    assert not is_selected([kept])
    with pytest.raises(Refused, match="The selection is confirmed, so say why") as refused:
        choose("Child A", (), out, confirmed=True)
    assert refused.value.problem.place == "Reason"


def test_a_confirmation_holds_the_children_and_counts_on() -> None:
    one = confirm(Selection((), ("a", "b")), NEW)
    assert (one.number, one.children, one.who) == (1, ("a", "b"), "Lead inspector")
    with pytest.raises(Refused, match="confirmed already"):
        confirm(Selection((one,), ("b", "a")), NEW)
    changed = Selection((one,), ("a", "c"))
    assert changed.has_changed
    assert confirm(changed, NEW).number == 2


def test_nothing_is_confirmed_without_children_or_before_it_happened() -> None:
    with pytest.raises(Refused, match="No child is selected yet"):
        confirm(Selection(), NEW)
    with pytest.raises(Refused, match="still to come") as refused:
        confirm(Selection((), ("a",)), replace(NEW, happened=made.START + timedelta(hours=1)))
    assert refused.value.problem.place == "When"
