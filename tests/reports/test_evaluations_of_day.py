"""The checklist on evaluations and flags: who is late, for whom somebody acts; never what it is."""

from dataclasses import replace
from datetime import datetime

from jtai_desktop.domain.day import Day, day_of, for_agency
from jtai_desktop.domain.evaluations.register import Times, evaluations
from jtai_desktop.domain.moments import LONDON, at, end_of_day
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.remarks.remark import Grade
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.reports.checklist import ChecklistSection
from jtai_desktop.reports.checklist_of_day import Setting, checklist_of
from tests.domain.evaluations import made
from tests.domain.rules import RULES

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
INTERNAL = at(datetime(2026, 11, 9, 12, 0, tzinfo=LONDON))
POLICE = Agency("a1", "police", "Northmoor Police", "Police")
LEAD = Contact("c1", "a1", "Police lead")


def day() -> Day:
    """A day with an own evaluation that is late to us, one that is written, and a flag."""
    schedule = plan(RULES, datetime(2026, 11, 2, 9, tzinfo=LONDON), WorkingDays())
    late = made.evaluation("police", "Child C", internal=INTERNAL)
    found = evaluations(
        (made.evaluation(child="Child C"), late, made.answered(made.evaluation("camhs"), 1)),
        made.FRAME,
        Times(NOW, end_of_day(datetime(2026, 11, 12, tzinfo=LONDON).date())),
        "joint-evaluations",
    )
    bare = day_of(schedule, NOW, agencies=(POLICE,))
    return replace(bare, evaluations=found, flags=(made.flag(),), contacts=(LEAD,))


def sections(found: Day) -> dict[str, ChecklistSection]:
    paper = checklist_of(found, Setting("Northmoor", "Theme", "MARKED", practice=False, as_at=NOW))
    return {each.title: each for each in paper.sections if isinstance(each, ChecklistSection)}


def test_flags_stand_first_without_their_words() -> None:
    found = sections(day())
    assert next(iter(found)) == "Act now"
    (line,) = found["Act now"].lines
    assert (line.lead, line.text, line.detail, line.strong) == (
        "Child F",
        "Police lead",
        "not acted on yet",
        True,
    )
    assert line.right == "raised Fri 6, 14:00"
    assert made.flag().text not in str(found)
    assert "Act now" not in sections(replace(day(), flags=()))


def test_late_evaluations_stand_in_a_part_of_their_own() -> None:
    (line,) = sections(day())["Evaluations overdue"].lines
    assert (line.lead, line.text, line.detail, line.right) == (
        "Child C",
        "Own evaluation, due Mon 9, 12:00",
        "Police",
        "late to us",
    )
    due = {line.text: line.detail for line in sections(day())["Due next"].lines}
    assert "0 of 1 finished" in due.values()


def test_an_agency_sees_its_own_evaluations_and_flags_only() -> None:
    mine = sections(for_agency(day(), "police", frozenset({"c1"})))
    assert {"Act now", "Evaluations overdue"} <= set(mine)
    other = sections(for_agency(day(), "camhs", frozenset({"c2"})))
    assert not {"Act now", "Evaluations overdue"} & set(other)


def test_a_flag_whose_owner_is_gone_is_said_to_be_nobody_s() -> None:
    assert not [each for each in remarks(day()) if "nobody acts" in each.sentence]
    found = remarks(replace(day(), contacts=()))
    assert (found[1].grade, found[1].sentence, found[1].target) == (
        Grade.ERROR,
        "Act now, Child F: nobody acts on it, its owner is no longer among the people",
        "flag:f1",
    )


def test_flags_are_the_gravest_remark_and_nudges_the_last() -> None:
    found = remarks(day())
    assert (found[0].grade, found[0].sentence, found[0].target) == (
        Grade.ERROR,
        "Act now, Child F: Safety plan to be checked",
        f"flag:{day().flags[0].id}",
    )
    (late,) = [each for each in found if "own evaluation" in each.sentence]
    assert late.sentence == "Child C, Police: own evaluation 22 h 40 min late to us"
    assert (late.place, late.link) == ("children", "Children, C")
    (nudge,) = [each for each in found if "Answers in" in each.sentence]
    assert nudge.sentence == (
        "Answers in evaluations: 1 without impact, 1 without the child’s own view"
        " and 1 without evidence"
    )


def test_several_late_ones_of_an_agency_are_one_remark() -> None:
    late = [made.evaluation("police", f"Child {mark}", internal=INTERNAL) for mark in "CA"]
    joint = [made.evaluation(child=f"Child {mark}") for mark in "AB"]
    later = NOW.replace(day=13)
    found = evaluations((*late, *joint), made.FRAME, Times(later, INTERNAL), "")
    said = [
        each.sentence
        for each in remarks(replace(day(), evaluations=found))
        if "evaluations late" in each.sentence
    ]
    assert said == [
        "2 own evaluations late, Police: A and C",
        "2 joint evaluations late: A and B",
    ]
