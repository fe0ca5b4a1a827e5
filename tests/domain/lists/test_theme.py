"""The theme’s gates and follow-ups, the ages for which they are asked, and who is in scope."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.lists.findings import Rule
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.scope import in_scope
from jtai_desktop.domain.lists.shape import AGE, BIRTH, CHILD
from tests.domain.lists.made_rows import (
    BOOK,
    CONCERN,
    NEED,
    NO,
    NOTIFIED,
    REFERRED,
    SHARED,
    YES,
    Row,
    checked,
    found,
)

TWELVE = date(2014, 6, 1)
ANSWER = st.sampled_from([YES, NO, ""])


def _row(*answers: str, birth: object = TWELVE, age: object = "", child: str = "1") -> Row:
    return (child, birth, age, *answers)


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ((NO, NO, "", ""), set()),
        ((YES, NO, YES, NO), set()),
        ((NO, YES, NO, NO), set()),
        (("", "", "", ""), {(Rule.GATE_BLANK, CONCERN), (Rule.GATE_BLANK, NEED)}),
        ((NO, "", "", ""), {(Rule.GATE_BLANK, NEED)}),
        ((YES, "", YES, YES), {(Rule.GATE_BLANK, NEED)}),
        ((YES, NO, "", YES), {(Rule.FOLLOW_UP_BLANK, REFERRED)}),
        ((NO, NO, YES, ""), {(Rule.NO_GATE, REFERRED)}),
        ((YES, YES, NO, YES), {(Rule.CLASH, SHARED)}),
        ((NO, NO, "perhaps", ""), {(Rule.NOT_A_CODE, REFERRED)}),
        ((YES, NO, "perhaps", NO), {(Rule.NOT_A_CODE, REFERRED)}),
        (("perhaps", NO, "", ""), {(Rule.NOT_A_CODE, CONCERN)}),
    ],
)
def test_gates_open_the_follow_ups(
    answers: tuple[str, ...], problems: set[tuple[Rule, str]]
) -> None:
    report = checked({6: [_row(*answers)]})
    assert {(rule, heading) for rule, heading, _ in found(report)} == problems


@pytest.mark.parametrize(
    ("birth", "asked"),
    [
        (date(2016, 11, 2), True),  # ten on the day
        (date(2016, 11, 3), False),  # ten the day after
        (date(2010, 11, 3), True),  # sixteen the day after
        (date(2010, 11, 2), False),  # sixteen on the day
        (date(2016, 2, 29), True),
    ],
)
def test_the_questions_are_asked_of_the_ages_alone(birth: date, *, asked: bool) -> None:
    blank = checked({6: [_row("", "", "", "", birth=birth)]})
    filled = checked({6: [_row(YES, NO, YES, YES, birth=birth)]})
    assert (Rule.GATE_BLANK in {one.rule for one in blank.findings}) is asked
    assert (Rule.OUTSIDE_AGE in {one.rule for one in filled.findings}) is not asked


def test_the_age_stands_in_where_there_is_no_birth() -> None:
    report = checked({6: [_row("", "", "", "", birth="", age=12)]})
    assert {one.rule for one in report.findings} == {Rule.GATE_BLANK}


def test_without_birth_and_age_nothing_is_asked_but_said() -> None:
    report = checked({6: [_row("", "", "", "", birth="")]})
    assert found(report) == {(Rule.AGE_UNKNOWN, AGE, 2)}


def test_without_the_notification_the_age_of_the_list_counts() -> None:
    days = Days(None, NOTIFIED)
    report = checked(
        {6: [_row("", "", "", "", age=12), _row("", "", "", "", age=5, child="2")]}, days
    )
    assert {row for rule, _, row in found(report) if rule is Rule.GATE_BLANK} == {2}
    assert report.not_checked[0].startswith("Ages and windows")


def test_answers_that_differ_between_lists_are_found_in_the_later_one() -> None:
    report = checked({6: [_row(YES, NO, YES, YES)], 7: [_row(YES, NO, YES, NO)]})
    (one,) = report.findings
    assert (one.rule, one.list_number, one.heading) == (Rule.ANSWER_DIFFERS, 7, SHARED)


def test_every_child_of_the_later_list_is_in_the_first() -> None:
    clean = _row(NO, NO, "", "")
    report = checked({6: [clean], 7: [clean, _row(NO, NO, "", "", child="9")]})
    assert found(report) == {(Rule.NOT_IN_LIST, CHILD, 3)}


def test_a_birth_that_differs_is_found_where_fewer_say_it() -> None:
    clean, other = _row(NO, NO, "", ""), _row(NO, NO, "", "", birth=date(2014, 6, 2))
    report = checked({6: [clean], 7: [other]})
    (one,) = report.findings
    assert (one.rule, one.list_number, one.heading) == (Rule.BIRTH_DIFFERS, 7, BIRTH)


@given(st.lists(st.tuples(ANSWER, ANSWER, ANSWER, ANSWER), min_size=1, max_size=8))
def test_every_row_is_accounted_for_whatever_was_answered(
    answers: list[tuple[str, str, str, str]],
) -> None:
    rows = [_row(*each, child=str(number)) for number, each in enumerate(answers)]
    rows.append(("", "", "", "", "", "", ""))
    account = checked({6: rows}).accounts[0]
    assert account.read == len(rows)
    assert account.blank == 1
    assert account.read == account.accepted + account.with_problems + account.blank


@given(st.lists(st.tuples(ANSWER, ANSWER, ANSWER, ANSWER), min_size=1, max_size=8))
def test_scope_is_a_gate_and_several_agencies(answers: list[tuple[str, str, str, str]]) -> None:
    rows = [_row(*each, child=str(number)) for number, each in enumerate(answers)]
    scope = in_scope(checked({6: rows}).kept, BOOK)
    wanted = {
        str(number)
        for number, (concern, need, _, shared) in enumerate(answers)
        if YES in {concern, need} and shared == YES
    }
    assert {one.reference for one in scope.children} == wanted
    assert scope.of_age == len(rows)
    counts = {one.field: one for one in scope.counts}
    assert counts["shared"].yes == sum(each[3] == YES for each in answers)
    assert sum((counts["need"].yes, counts["need"].no, counts["need"].blank)) == len(rows)


def test_a_child_on_two_lists_is_counted_once() -> None:
    row = _row(YES, NO, NO, YES)
    scope = in_scope(checked({6: [row], 7: [row]}).kept, BOOK)
    assert [(one.reference, one.lists, one.age) for one in scope.children] == [("1", (6, 7), 12)]
    assert scope.of_age == 1


def test_the_too_young_and_those_of_unknown_age_are_not_in_scope() -> None:
    rows = [
        _row(YES, NO, NO, YES, birth=date(2020, 1, 1)),
        _row(YES, NO, NO, YES, birth="", child="2"),
    ]
    scope = in_scope(checked({6: rows}).kept, BOOK)
    assert (scope.children, scope.of_age, scope.age_unknown) == ((), 0, 1)
