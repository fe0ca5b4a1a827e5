"""What may be done with a version of a list, and in which order."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.lists.kept import State, Wanted, kept_lists
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import (
    ORDER,
    KeptProblem,
    Line,
    ListVersion,
    Step,
    offered,
    take,
)
from jtai_desktop.domain.moments import LONDON, at
from jtai_desktop.domain.problems import Refused

NOW = datetime(2026, 11, 5, 8, 0, tzinfo=LONDON)
DUE = datetime(2026, 11, 5, 9, 0, tzinfo=LONDON)
BY = Who("Data lead")
ERROR = KeptProblem("blank", Gravity.ERROR, "B", "Gender", "one of the codes", 3, (4, 7, 9))


def _version(number: int = 1, *problems: KeptProblem) -> ListVersion:
    return ListVersion(
        id=f"v{number}",
        list_number=6,
        number=number,
        when=NOW,
        by=BY,
        file="lists.xlsx",
        digest=f"digest {number}",
        sheet="List_6",
        heading_row=2,
        read=100,
        accepted=97,
        with_problems=3,
        blank=0,
        problems=problems,
    )


def _line(step: Step, *, who: str = "Data lead", way: str = "portal", reason: str = "") -> Line:
    return Line(0, step, NOW, BY, who, way, reason)


def _sent(version: ListVersion) -> ListVersion:
    for step in ORDER:
        version = take(version, _line(step, reason="Known to the inspectors"))
    return version


def test_it_is_checked_then_signed_then_sent() -> None:
    version = _version()
    for step in ORDER:
        assert step in offered(version)
        version = take(version, _line(step))
    assert version.is_sent
    assert offered(version) == ()
    assert [line.number for line in version.lines] == [1, 2, 3]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step.SIGNED, "It is signed after it was checked. Note first who checked it."),
        (Step.SENT, "It is sent after it was signed. Note first who signed it."),
        (Step.WITHDRAWN, "There is nothing to withdraw yet."),
    ],
)
def test_no_step_comes_before_its_turn(step: Step, words: str) -> None:
    with pytest.raises(Refused) as refused:
        take(_version(), _line(step, reason="Because"))
    assert str(refused.value) == words


def test_errors_are_signed_off_with_a_reason_only() -> None:
    checked = take(_version(1, ERROR), _line(Step.CHECKED))
    with pytest.raises(Refused, match="Reason is empty"):
        take(checked, _line(Step.SIGNED))
    assert take(checked, _line(Step.SIGNED, reason="Mended at source")).reached is Step.SIGNED


@pytest.mark.parametrize("way", ["", "pigeon"])
def test_how_it_was_sent_has_to_be_known(way: str) -> None:
    signed = take(take(_version(), _line(Step.CHECKED)), _line(Step.SIGNED))
    with pytest.raises(Refused, match="portal, mail or paper"):
        take(signed, _line(Step.SENT, way=way))


def test_a_withdrawal_needs_a_reason_and_begins_anew() -> None:
    signed = take(take(_version(), _line(Step.CHECKED)), _line(Step.SIGNED))
    with pytest.raises(Refused, match="Reason is empty"):
        take(signed, _line(Step.WITHDRAWN))
    withdrawn = take(signed, _line(Step.WITHDRAWN, reason="Wrong sheet"))
    assert withdrawn.reached is None
    assert offered(withdrawn) == (Step.CHECKED,)
    assert len(withdrawn.lines) == 3


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_whatever_is_tried_nothing_is_sent_unsigned_and_nothing_after_it(steps: list[Step]) -> None:
    version = _version()
    for step in steps:
        before = version
        if step not in offered(version):
            with pytest.raises(Refused):
                take(version, _line(step, reason="Why"))
            continue
        version = take(version, _line(step, reason="Why"))
        assert version.lines[: len(before.lines)] == before.lines
    taken = [line.step for line in version.lines]
    if Step.SENT in taken:
        assert taken[-3:] == list(ORDER)


def test_a_list_stands_where_its_newest_version_stands() -> None:
    wanted = Wanted(6, "Children in Need", "lists", at(DUE))
    (none,) = kept_lists([wanted], [], NOW)
    assert (none.state, none.newest, none.behind) == (State.NONE, None, "")
    sent, newer = _sent(_version(1)), _version(2)
    (held,) = kept_lists([wanted], [sent], NOW)
    assert (held.state, held.behind) == (State.SENT, "")
    (behind,) = kept_lists([wanted], [newer, sent], NOW)
    assert behind.state is State.TO_CHECK
    assert behind.behind == "inspectors hold 1, we hold 2"


def test_a_list_that_is_there_is_late_until_it_is_sent() -> None:
    wanted = Wanted(6, "Children in Need", "lists", at(DUE))
    late = datetime(2026, 11, 5, 10, 30, tzinfo=LONDON)
    assert kept_lists([wanted], [_version()], NOW).late == ()
    (found,) = kept_lists([wanted], [_version()], late).late
    assert found.late_by.total_seconds() == 90 * 60
    assert kept_lists([wanted], [_sent(_version())], late).late == ()
    assert kept_lists([wanted], [], late).late == ()
