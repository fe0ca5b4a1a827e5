"""How an audit stands: what has come, what is late and by how much, what it lacks."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from jtai_desktop.domain.audits.audit import Case
from jtai_desktop.domain.audits.entries import Field, Part
from jtai_desktop.domain.audits.register import Audits, Standing, audits
from jtai_desktop.domain.audits.returns import Said, Signed, Step, take
from jtai_desktop.domain.day import day_of
from jtai_desktop.domain.moments import LONDON, end_of_day
from jtai_desktop.domain.remarks.audits import audits_lacking, late_returns
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.working_days import WorkingDays
from tests.domain.audits import made
from tests.domain.rules import RULES

LATE = Said(when=datetime(2026, 11, 9, 14, 0, tzinfo=LONDON))
RETURNS = (
    made.owed("c1", "t1", Step.ASKED, Step.RECEIVED),
    made.owed("c1", "t2", Step.ASKED, Step.CHASED, Step.CHASED),
    made.owed("c2", "t2"),
)


def standing(now: datetime = made.NOW, **given: object) -> Standing:
    audit = made.audit(**{"returns": RETURNS, **given})
    return audits([audit], now).standing[0]


def said(found: Standing) -> list[str]:
    """The remarks of a day with this audit."""
    notified = datetime(2026, 11, 2, 9, tzinfo=LONDON)
    day = day_of(plan(RULES, notified, WorkingDays(closures={})), made.NOW)
    day = replace(day, audits=Audits((found,)))
    return [each.sentence for each in (*late_returns(day), *audits_lacking(day))]


def test_what_has_not_come_by_its_time_is_late_asked_for_or_not() -> None:
    found = standing()
    assert found.received_of == "1 of 3 returns"
    assert [each.called for each in found.late] == [
        "Case 1, Hospital ward",
        "Case 2, Hospital ward",
    ]
    assert found.late[0].late_by == timedelta(hours=22, minutes=40)
    assert (found.late[0].late_said, found.late[0].chased_said) == (
        "22 h 40 min late",
        "chased twice",
    )
    assert found.late_teams == {"Hospital ward": 2}
    assert standing(made.DUE.deadline()).late == ()
    assert standing(due=None).late == ()


def test_what_came_after_its_time_says_by_how_much() -> None:
    when = (Step.RECEIVED, LATE)
    late = take(made.owed("c1", "t1", Step.ASKED), when[0], when[1], Signed(made.NOW, made.BY), "")
    (one,) = standing(returns=(late,)).owed
    assert (one.late_by, one.came_late) == (None, timedelta(hours=2))
    (in_time,) = standing(returns=(RETURNS[0],)).owed
    assert in_time.came_late is None


def test_the_end_of_a_day_is_the_close_of_business() -> None:
    audit = made.audit(returns=RETURNS[1:2], due=end_of_day(date(2026, 11, 10)))
    four = datetime(2026, 11, 10, 16, 30, tzinfo=LONDON)
    assert audits([audit], four).late == ()
    assert len(audits([audit], four, time(16, 0)).late) == 1


def test_no_return_stands_where_none_is_owed() -> None:
    found = standing()
    assert found.at("c2", "t1") is None
    assert found.at("c2", "t2") is found.entry("c2 t2")


def test_attendees_are_summed_up() -> None:
    forums = tuple(
        made.entry(Part.FORUM, {Field.WHO: "Police", Field.ATTENDEES: count}, number)
        for number, count in enumerate(("7", "", "13"), 1)
    )
    assert standing(entries=forums).attendees == 20


def test_late_returns_are_one_line_for_each_audit() -> None:
    assert said(standing()) == ["Case audit, 2 returns late: Hospital ward 2"]
    assert said(standing(returns=RETURNS[:2])) == [
        "Case audit, Case 1, Hospital ward: return 22 h 40 min late, chased twice"
    ]
    assert said(standing(returns=RETURNS[:1])) == []


def test_what_an_audit_lacks_is_one_line() -> None:
    bare = standing(scrutineer="", entries=(), due=None, cases=(Case("c1", "Case 1"),))
    (one,) = said(bare)
    assert one == (
        "Case audit, Mental health: no independent scrutineer, no key lines of enquiry,"
        " no time for the returns and Case 1 without features"
    )


def test_what_looks_like_a_name_is_remarked_on_once() -> None:
    cases = (Case("c1", "Robin", "", "Lives with Maggie."), Case("c2", "B 2", "", "With Maggie"))
    assert said(standing(returns=(), scrutineer="Robin Marlowe")) == [
        "Case audit: “Marlowe” may be a name. Say it without names of people, places or schools"
    ]
    first, second = said(standing(returns=(), cases=cases))
    assert first.startswith("Case audit: “Maggie” may be a name. Say it without names")
    assert second == "Case audit: “Robin” looks like a name: Case 1 is enough"
