"""What Today says of the action plan: what turned, in a line or two; what nothing answers."""

from dataclasses import replace
from datetime import timedelta

from jtai_desktop.domain.actions import changing
from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.day import Day, day_of
from jtai_desktop.domain.remarks.actions import turned_since_yesterday, turned_this_week, unanswered
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.working_days import WorkingDays
from tests.domain.actions import made
from tests.domain.remarks.test_of_day import NOTIFIED, NOW
from tests.domain.rules import RULES

BEGUN = made.TODAY - timedelta(days=60)


def turned(found: Day) -> list[Remark]:
    """Both, as they come."""
    return [*turned_since_yesterday(found), *turned_this_week(found)]


def day(*actions: Action) -> Day:
    """The day with these actions."""
    found = day_of(plan(RULES, NOTIFIED, WorkingDays()), NOW)
    return replace(found, plan=made.plan(*actions))


def due(number: str, days_ago: int) -> Action:
    """Begun, and due some days ago."""
    return made.action(number, made.facts(made.TODAY - timedelta(days=days_ago), started=BEGUN))


def test_nothing_is_said_where_nothing_turned() -> None:
    assert turned(day(made.action())) == []
    assert turned(day()) == []


def test_what_turned_since_yesterday_comes_alone() -> None:
    (said,) = turned(day(due("1.1", 1), due("1.2", 5)))
    assert said.sentence == "Action plan since yesterday: 1.1 turned at minor risk"
    assert (said.grade, said.target) == (Grade.WARNING, "action:a1.1")


def test_else_what_turned_within_the_week() -> None:
    (said,) = turned(day(due("1.1", 5), made.action("1.2")))
    assert said.sentence == "Action plan since Tue 3 Nov: 1.1 turned at minor risk"


def test_better_news_stands_apart_and_is_only_a_remark() -> None:
    done = changing.completed(made.action("1.2"), made.TODAY, made.signed())
    worse, better = turned(day(due("1.1", 1), done))
    assert better.sentence == "Action plan since yesterday: 1.2 now completed"
    assert (worse.grade, better.grade) == (Grade.WARNING, Grade.REMARK)


def test_many_are_counted() -> None:
    (said,) = turned(day(*(due(f"1.{n}", 1) for n in range(1, 7))))
    assert said.sentence.endswith("1.3 turned at minor risk and 3 more")


def test_findings_without_an_action_are_named_once_there_is_a_plan() -> None:
    (said,) = unanswered(day(made.action()))
    assert said.sentence == "1 finding without an action: finding 2"
    assert unanswered(day()) == []
