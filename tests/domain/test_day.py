"""One day of an inspection: each open milestone once, and whose task it is."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.day import Day, day_of, for_agency
from jtai_desktop.domain.milestones import Actor, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, LONDON, end_of_day
from jtai_desktop.domain.naming import Named, Wanted, named
from jtai_desktop.domain.people import Contact, Duty, Responsibility
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import State, state
from tests.domain.rules import RULES, planned

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
LEAD = Contact("1", "a", "Police lead")
DEPUTY = Contact("2", "b", "Health lead")
KEYS = [rule.key for rule in RULES]


def _keys(planned: tuple[Planned, ...]) -> list[str]:
    return [each.key for each in planned]


def _done(*keys: str) -> dict[str, MilestoneNotes]:
    return {key: MilestoneNotes(key, done=Done(NOW, "Coordinator")) for key in keys}


def test_the_tuesday_of_the_example() -> None:
    notes = _done("lists-6-7-8", "meetings", "selection", "selection-call")
    day = day_of(planned("2026-11-02", notes=notes), NOW)
    assert day.date == date(2026, 11, 10)
    assert _keys(day.overdue) == ["lists-1-3-4-5"]
    assert _keys(day.due_today) == ["case-documents", "area-information"]
    assert _keys(day.due_next) == ["joint-evaluations", "engagement-confirmed", "cqc-request"]
    assert _keys(day.later) == ["printed-documents", "fieldwork"]
    assert day.to_agree == ()


def test_the_next_three_working_days_leave_out_what_is_not_one() -> None:
    thursday = datetime(2026, 11, 5, 8, tzinfo=LONDON)
    day = day_of(planned("2026-11-02"), thursday)
    assert _keys(day.due_next)[-2:] == ["case-documents", "area-information"]  # Fri, Mon, Tue
    closed = day_of(planned("2026-11-02", closures=[date(2026, 11, 6)]), thursday)
    assert max(each.due.day for each in closed.due_next) == date(2026, 11, 10)
    assert "joint-evaluations" in _keys(closed.later)


def test_a_notification_that_is_still_to_come_is_open() -> None:
    day = day_of(planned("2026-11-02"), datetime(2026, 10, 29, 9, tzinfo=LONDON))
    assert _keys(day.due_next) == ["notification"]


def test_the_day_is_londons() -> None:
    midnight = datetime(2026, 7, 8, 23, 30, tzinfo=UTC)  # 00:30 on Thursday in London
    assert day_of(planned("2026-07-06"), midnight).date == date(2026, 7, 9)


def test_what_is_to_agree_is_listed_until_it_is_agreed() -> None:
    schedule = planned("2026-11-02", closures=[date(2026, 11, 5)])
    assert _keys(day_of(schedule, NOW).to_agree) == [key for key in KEYS if key != "notification"]


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Any day about an inspection of which some things were noted."""
    notes = {}
    for key in draw(st.sets(st.sampled_from(KEYS))):
        by_hand = draw(st.none() | st.dates(date(2026, 11, 2), date(2026, 12, 1)))
        notes[key] = MilestoneNotes(
            key,
            done=Done(NOW, "") if draw(st.booleans()) else None,
            set_by_hand=SetByHand(end_of_day(by_hand), "asked") if by_hand else None,
        )
    closures = draw(st.sets(st.dates(date(2026, 11, 3), date(2026, 11, 20)), max_size=4))
    schedule = planned("2026-11-02", closures=closures, notes=notes)
    now = draw(st.datetimes(datetime(2026, 10, 25), datetime(2026, 12, 10)))  # noqa: DTZ001
    return day_of(schedule, now)


@given(days())
def test_each_open_milestone_is_in_one_place(day: Day) -> None:
    states = {each.key: state(each, day.now, CLOSE_OF_BUSINESS) for each in day.schedule.milestones}
    closed = {State.DONE, State.HAPPENED, State.LAPSED}
    expected = [key for key, found in states.items() if found not in closed]
    assert sorted(_keys(day.open)) == sorted(expected)
    assert _keys(day.overdue) == [each.key for each in day.open if states[each.key] is State.LATE]
    assert all(each.rule.actor is Actor.PARTNERSHIP for each in day.overdue)


@given(days())
def test_each_place_has_its_days_in_order(day: Day) -> None:
    last = day.schedule.calendar.add(day.date, 3)
    assert all(each.due.day <= day.date for each in (*day.overdue, *day.due_today))
    assert all(day.date < each.due.day <= last for each in day.due_next)
    assert all(each.due.day > last for each in day.later)
    for place in (day.overdue, day.due_today, day.due_next, day.later):
        deadlines = [each.due.deadline(day.schedule.close) for each in place]
        assert deadlines == sorted(deadlines)


def _named(owner: Contact | None, deputy: Contact | None) -> tuple[Named, ...]:
    return (Named(Duty.MILESTONE, "case-documents", "Case files", owner, deputy, ("council",)),)


def _task(owner: Contact | None, deputy: Contact | None) -> tuple[str, bool] | None:
    day = day_of(planned("2026-11-02"), NOW, _named(owner, deputy))
    found = [(task.person.id, task.as_deputy) for task in day.tasks]
    assert len(found) <= 1
    return found[0] if found else None


def test_whose_task_it_is() -> None:
    away = replace(LEAD, away="until Monday")
    assert _task(LEAD, DEPUTY) == ("1", False)
    assert _task(away, DEPUTY) == ("2", True)
    assert _task(None, DEPUTY) == ("2", True)
    assert _task(away, None) == ("1", False)
    assert _task(None, None) is None


def test_gaps_are_listed() -> None:
    assert day_of(planned("2026-11-02"), NOW, _named(LEAD, DEPUTY)).gaps == ()
    assert len(day_of(planned("2026-11-02"), NOW, _named(LEAD, None)).gaps) == 1


def test_one_agency_sees_only_its_own() -> None:
    people = (*_named(LEAD, None), Named(Duty.MILESTONE, "selection", "Selection"))
    schedule = planned("2026-11-02", closures=[date(2026, 11, 12)])
    own = for_agency(day_of(schedule, NOW, people), "council", frozenset({LEAD.id}))
    assert own.open
    assert all(each.rule.actor is Actor.PARTNERSHIP for each in (*own.open, *own.to_agree))
    assert [task.person for task in own.tasks] == [LEAD]
    assert [gap.key for gap in own.gaps] == ["case-documents"]
    none = for_agency(day_of(schedule, NOW, people), "police", frozenset({DEPUTY.id}))
    assert (none.open, none.to_agree, none.tasks, none.gaps) == ((), (), (), ())


def test_names_beside_what_they_are_wanted_for() -> None:
    wanted = [
        Wanted("case-documents", "Case files", ("council",)),
        Wanted("meetings", "Meetings"),
        Wanted("1", "Section 1"),
    ]
    given_ = [
        Responsibility("r", Duty.MILESTONE, "case-documents", LEAD.id, DEPUTY.id),
        Responsibility("s", Duty.SECTION, "meetings", LEAD.id, DEPUTY.id),
        Responsibility("t", Duty.MILESTONE, "1", "gone", LEAD.id),
    ]
    found = named(Duty.MILESTONE, wanted, given_, [LEAD, DEPUTY])
    assert [(each.owner, each.deputy) for each in found] == [
        (LEAD, DEPUTY),
        (None, None),
        (None, LEAD),
    ]
    assert [each.agencies for each in found] == [("council",), (), ()]
    assert [each.gap for each in found] == ["", "no owner, no deputy", "no owner"]
    assert _named(LEAD, None)[0].gap == "no deputy"
    assert _named(LEAD, LEAD)[0].gap == "owner and deputy are the same"
