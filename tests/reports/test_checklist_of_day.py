"""From a day to the checklist: which lines, in which words."""

from datetime import date, datetime, time

import pytest

from jtai_desktop.domain.day import Day, day_of, for_agency
from jtai_desktop.domain.milestones import Agreed, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Contact, Duty
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.reports.checklist import ChecklistSection, DailyChecklist
from jtai_desktop.reports.checklist_of_day import Setting, checklist_of
from tests.domain.rules import RULES

NOTIFIED = datetime(2026, 11, 2, 9, tzinfo=LONDON)
LEAD = Contact("l", "a", "Quality lead", "QL", "01632 960 103")
STAND_IN = Contact("s", "a", "Night lead", "NL", "01632 960 104")


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


def _day(
    now: datetime,
    *named: Named,
    notes: dict[str, MilestoneNotes] | None = None,
    closed: tuple[date, ...] = (),
) -> Day:
    calendar = WorkingDays(closures=dict.fromkeys(closed, "Flood"))
    return day_of(plan(RULES, NOTIFIED, calendar, notes=notes), now, named)


def _paper(day: Day, as_at: datetime | None = None, agency: str = "") -> DailyChecklist:
    return checklist_of(
        day,
        Setting("Northmoor", "Theme", "MARK", practice=True, as_at=as_at or day.now, agency=agency),
    )


def _section(paper: DailyChecklist, title: str) -> ChecklistSection:
    (found,) = (each for each in paper.sections if each.title == title)
    assert isinstance(found, ChecklistSection)
    return found


def _leads(paper: DailyChecklist, title: str) -> list[str]:
    return [line.lead for line in _section(paper, title).lines]


def test_the_paper_is_set_as_it_is_told() -> None:
    paper = _paper(_day(_at(10, 10, 40)), agency="Police")
    assert (paper.area, paper.theme, paper.marking) == ("Northmoor", "Theme", "MARK")
    assert (paper.practice, paper.agency, paper.day) == (True, "Police", date(2026, 11, 10))
    assert [each.title for each in paper.sections] == [
        "Due today",
        "Overdue",
        "Due next",
        "To agree with the lead inspector",
        "Who does what",
    ]


def test_each_milestone_stands_in_one_of_the_first_three() -> None:
    for hour in range(24):
        for number in range(1, 23):
            day = _day(_at(number, hour))
            paper = _paper(day)
            found = [
                line.text
                for title in ("Due today", "Overdue", "Due next")
                for line in _section(paper, title).lines
            ]
            shown = (*day.due_today, *day.overdue, *day.due_next)
            assert found == [each.rule.title for each in shown]
            assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("day", "number", "words"),
    [
        (10, "4", "working days to fieldwork"),
        (13, "1", "working day to fieldwork"),
        (16, "", "Fieldwork begins today"),
        (18, "", "Fieldwork began"),
    ],
)
def test_the_countdown(day: int, number: str, words: str) -> None:
    countdown = _paper(_day(_at(day, 9))).countdown
    assert (countdown.number, countdown.words) == (number, words)
    assert countdown.fieldwork == "Monday 16 November"


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (_at(5, 8), "1 hour left to the first at 08:00"),
        (_at(5, 9), "8 hours left at 09:00"),
        (_at(5, 16, 59), "1 minute left at 16:59"),
        (_at(5, 17, 0), ""),
        (_at(5, 23), ""),
        (_at(3, 9), ""),
        (_at(6, 9), ""),  # the inspectors' own
        (_at(13, 10, 40), "6 hours 20 minutes left at 10:40"),  # the CQC has no hour
        (_at(16, 8), ""),  # on arrival
    ],
)
def test_the_time_left_is_to_our_first_deadline_by_the_clock(now: datetime, left: str) -> None:
    assert _section(_paper(_day(now)), "Due today").aside == left


def test_time_left_is_the_time_that_passes_when_the_clocks_change() -> None:
    day = date(2026, 10, 25)
    moment = Moment(day, Hour.AT, time(12))
    notes = {"meetings": MilestoneNotes("meetings", set_by_hand=SetByHand(moment, "Because"))}
    schedule = plan(RULES, datetime(2026, 10, 19, 9, tzinfo=LONDON), WorkingDays(), notes=notes)
    paper = _paper(day_of(schedule, datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)))
    assert _section(paper, "Due today").aside == "12 hours 30 minutes left at 00:30"


def test_another_days_paper_tells_neither_time_left_nor_lateness() -> None:
    day = _day(_at(12, 0, 1))
    now = _paper(day)
    later = _paper(day, as_at=_at(10, 10, 40))
    assert _section(now, "Due today").aside
    assert _section(later, "Due today").aside == ""
    assert all("late" in line.right for line in _section(now, "Overdue").lines)
    rights = [line.right for line in _section(later, "Overdue").lines]
    assert set(rights) == {"¶23"}
    assert all(line.strong for line in _section(later, "Overdue").lines)


def test_hours_are_said_as_the_guidance_says_them() -> None:
    assert _leads(_paper(_day(_at(5, 8))), "Due today") == [
        "09:00", "09:00", "end of day", "end of day",
    ]  # fmt: skip
    assert _leads(_paper(_day(_at(6, 8))), "Due today") == ["10:00", "before 12:00"]
    # The inspectors' own from before are still awaited, and stand with their day.
    awaited = _leads(_paper(_day(_at(16, 8))), "Due today")
    assert awaited == ["Fri 6, 10:00", "Fri 6, before 12:00", "Fri 13", "today", "today"]


def test_what_is_late_is_strong_and_says_how_late() -> None:
    lines = _section(_paper(_day(_at(6, 15, 40))), "Overdue").lines
    assert {line.lead for line in lines} == {"due Thu 5, 09:00", "due Thu 5, end of day"}
    assert {line.right for line in lines} == {"30 h 40 min late", "22 h 40 min late"}
    assert all(line.strong for line in lines)


def test_what_is_to_agree_stands_with_its_reason_until_it_is_agreed() -> None:
    closed = (date(2026, 11, 5),)
    paper = _paper(_day(_at(3, 9), closed=closed))
    reasons = {
        line.text: line.detail for line in _section(paper, "To agree with the lead inspector").lines
    }
    meetings = next(rule.title for rule in RULES if rule.key == "meetings")
    assert "closure, Flood" in reasons[meetings]
    agreed = Agreed(Moment(date(2026, 11, 4)), "Lead inspector", _at(3, 9))
    notes = {"meetings": MilestoneNotes("meetings", agreed=agreed)}
    after = _paper(_day(_at(3, 9), closed=closed, notes=notes))
    texts = [line.text for line in _section(after, "To agree with the lead inspector").lines]
    assert texts == [text for text in reasons if text != meetings]


def _named(key: str, owner: Contact | None, deputy: Contact | None = STAND_IN) -> Named:
    return Named(Duty.MILESTONE, key, key.title(), owner, deputy, ("police",))


def test_a_person_has_one_line_with_all_they_do() -> None:
    named = (_named("case-documents", LEAD), _named("area-information", LEAD))
    (line,) = _section(_paper(_day(_at(10, 9), *named)), "Who does what").lines
    assert (line.lead, line.detail, line.right) == ("Quality lead", LEAD.phone, "QL")
    assert line.text.count("Tue 10, end of day") == 2
    assert "standing in" not in line.text


def test_who_stands_in_is_said_and_who_is_missing_too() -> None:
    section = Named(Duty.SECTION, "5", "Youth offending team", LEAD)
    day = _day(_at(10, 9), _named("case-documents", None), section)
    first, *gaps = _section(_paper(day), "Who does what").lines
    assert first.lead == "Night lead"
    assert first.text.endswith(", standing in")
    assert [(gap.lead, gap.text) for gap in gaps] == [
        ("No owner", "Case-Documents"),
        ("No deputy", "Section 5, Youth offending team"),
    ]


def test_the_owner_stands_beside_what_is_due() -> None:
    day = _day(_at(10, 9), _named("case-documents", LEAD))
    details = [line.detail for line in _section(_paper(day), "Due today").lines]
    assert details[-2:] == ["Quality lead", "Local agencies"] or "Quality lead" in details
    friday = _paper(_day(_at(13, 9)))
    assert "inspectors’" in [line.detail for line in _section(friday, "Due today").lines]


def test_empty_sections_say_so_truly() -> None:
    paper = _paper(_day(_at(29, 9)))
    assert _section(paper, "Due next").nothing == "Nothing is due in the next three working days."
    said = _section(paper, "Who does what").nothing
    assert said == "Nobody has anything due up to three working days ahead."


def test_an_agency_sees_only_its_own() -> None:
    day = _day(_at(10, 9), _named("case-documents", LEAD))
    police = for_agency(day, "police", frozenset({LEAD.id}))
    others = for_agency(day, "yot", frozenset())
    assert _section(_paper(police), "Who does what").lines
    assert _section(_paper(others), "Who does what").lines == ()
