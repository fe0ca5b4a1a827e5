"""Things that look wrong: who is missing, who is away, what is to agree."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.day import Day, day_of
from jtai_desktop.domain.meetings.warned import accept
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.milestones import Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, Moment
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Contact, Duty
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.remarks.remark import Grade
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.working_days import WorkingDays
from tests.domain.conversations.made import person
from tests.domain.meetings import made as meetings
from tests.domain.rules import RULES

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
NOTIFIED = datetime(2026, 11, 2, 9, tzinfo=LONDON)
HERE, AWAY = Contact("h", "a", "Quality lead"), Contact("w", "a", "Front door lead", away="Tue")
ALSO_AWAY = Contact("x", "a", "Night lead", away="Tue")


def _day(*named: Named, **given: object) -> Day:
    calendar = WorkingDays(closures={date(2026, 11, 12): ""} if "closed" in given else {})
    notes = given.get("notes")
    schedule = plan(
        RULES,
        NOTIFIED,
        calendar,
        notes=notes,  # type: ignore[arg-type]
    )
    return day_of(schedule, NOW, named)


def test_a_name_is_remarked_on_wherever_it_stands_as_a_label() -> None:
    talks = conversations([person(label="Robin Marlowe"), person(id="q", label="Carer 2")])
    week = Week(meetings=(meetings.meeting("m", child="Marlowe"),), conversations=talks)
    found = remarks(replace(_day(), week=week, conversations=talks))
    named = [each.sentence.split("”")[0] for each in found if "like a name" in each.sentence]
    assert named == ["“Robin Marlowe", "“Marlowe"]


def _named(owner: Contact | None, deputy: Contact | None) -> Named:
    return Named(Duty.MILESTONE, "case-documents", "Case-file documents", owner, deputy)


@pytest.mark.parametrize(
    ("owner", "deputy", "expected"),
    [
        (HERE, AWAY, []),
        (AWAY, HERE, [(Grade.REMARK, "the owner is away, Quality lead stands in")]),
        (AWAY, ALSO_AWAY, [(Grade.WARNING, "owner and deputy are both away")]),
        (
            AWAY,
            None,
            [
                (Grade.WARNING, "Case-file documents: no deputy"),
                (Grade.WARNING, "the owner is away and nobody stands in"),
            ],
        ),
        (None, HERE, [(Grade.WARNING, "Case-file documents: no owner")]),
        (None, AWAY, [(Grade.WARNING, "Case-file documents: no owner")]),
        (None, None, [(Grade.WARNING, "Case-file documents: no owner, no deputy")]),
        (HERE, HERE, [(Grade.WARNING, "Case-file documents: owner and deputy are the same")]),
    ],
)
def test_who_is_missing_or_away(
    owner: Contact | None, deputy: Contact | None, expected: list[tuple[Grade, str]]
) -> None:
    found = remarks(_day(_named(owner, deputy)))
    assert len(found) == len(expected)
    for remark, (grade, words) in zip(found, expected, strict=True):
        assert remark.grade is grade
        assert remark.sentence.endswith(words)
        assert (remark.place, remark.target) == ("people", "milestone:case-documents")


def test_a_section_is_called_by_its_number() -> None:
    section = Named(Duty.SECTION, "5", "Youth offending team", HERE)
    (remark,) = remarks(_day(section))
    assert remark.sentence == "Section 5, Youth offending team: no deputy"
    assert section.called == "Section 5, Youth offending team"
    assert _named(None, None).called == "Case-file documents"


def test_what_is_to_agree_leads_to_the_timetable() -> None:
    day = _day(closed=True)
    found = [each for each in remarks(day) if each.place == "timetable"]
    assert {each.target for each in found} == {each.key for each in day.to_agree}
    assert found
    assert all(each.grade is Grade.WARNING for each in found)


def test_unusual_dates_are_told_as_long_as_anything_is_open() -> None:
    open_day = _day(closed=True)
    dates = [each.sentence for each in remarks(open_day) if each.place == "settings"]
    assert dates == list(open_day.schedule.warnings)
    assert dates
    done = {rule.key: MilestoneNotes(rule.key, Done(NOW, "")) for rule in RULES}
    closed = [each for each in remarks(_day(closed=True, notes=done)) if each.place == "settings"]
    assert closed == []


def test_a_time_kept_before_the_notification_is_told() -> None:
    early = SetByHand(Moment(date(2026, 10, 30)), "Kept")
    notes = {"case-documents": MilestoneNotes("case-documents", set_by_hand=early)}
    (remark,) = (each for each in remarks(_day(notes=notes)) if "before" in each.sentence)
    assert remark.target == "case-documents"


def test_the_gravest_stand_first() -> None:
    grades = [each.grade for each in remarks(_day(_named(AWAY, HERE), closed=True))]
    assert grades == sorted(grades)
    assert len(set(grades)) == 2


def test_what_looks_wrong_in_the_week_leads_to_its_entry() -> None:
    here = datetime(2026, 11, 17, 10, 0, tzinfo=LONDON)
    one = meetings.meeting("m1", start=here, end=here + timedelta(hours=1), observe=True)
    two = replace(one, id="m2", kind="strategy", observe=False)
    early = replace(one, id="m0", child="Child A", start=NOW, end=NOW + timedelta(hours=1))
    week = Week(meetings=(early, one, two), fieldwork=date(2026, 11, 16))
    found = [each for each in remarks(replace(_day(), week=week)) if each.place == "week"]
    assert [(each.grade, each.target) for each in found] == [
        (Grade.WARNING, "m1"),
        (Grade.WARNING, "m0"),
        (Grade.WARNING, "m0"),
    ]
    (clash,) = week.clashes
    accepted = {clash.key: accept(clash, "Meant", NOW, meetings.BY)}
    left = remarks(replace(_day(), week=replace(week, acceptances=accepted)))
    assert clash.sentence in {each.sentence for each in found}
    assert clash.sentence not in {each.sentence for each in left}
