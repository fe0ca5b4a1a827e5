"""The facts of the shipped pack that the rest of the program relies on."""

import pytest

from jtai_desktop.domain.milestones import Actor, Anchor
from jtai_desktop.guidance.agencies import TakesPart
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.requested import Currency, ItemKind

MILESTONES = """
notification         W1 Mon at 09:00     inspectors  23, 29
lists-6-7-8          W1 Thu at 09:00     partnership 32–35
context-note         W1 Thu at 09:00     partnership 36
meetings             W1 Thu end-of-day   partnership 40
lists-1-3-4-5        W1 Thu end-of-day   partnership 41, 42
selection            W1 Fri at 10:00     inspectors  37
selection-call       W1 Fri before 12:00 inspectors  37
case-documents       W2 Tue end-of-day   partnership 39, 44
area-information     W2 Tue end-of-day   partnership 47, 48
joint-evaluations    W2 Thu end-of-day   partnership 39, 46
cqc-request          W2 Fri none         inspectors  45
engagement-confirmed W2 Fri end-of-day   partnership 50
printed-documents    W3 Mon none         partnership 46
fieldwork            W3 Mon none         inspectors  23
"""
ITEM_AGENCIES = {
    "council": "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9",
    "partnership": "2.1 2.2 2.3 2.4 3.1 3.2 3.3",
    "police": "4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9",
    "yot": "5.1 5.2 5.3 5.4 5.5",
    "ccg": "6.1 6.2 6.3 6.6",
    "camhs": "6.4 6.5",
}
CURRENCIES = {
    Currency.CURRENT: "1.1 1.3 1.5 1.7 1.8 1.9 2.1 2.4 3.1 4.1 4.2 4.3 4.5 "
    "5.1 5.2 5.3 5.4 6.1 6.2 6.3 6.5",
    Currency.MOST_RECENT: "1.2 1.6 4.4 4.6 4.7 4.8 4.9 6.6",
    Currency.MOST_RECENT_ANNUAL: "6.4",
    Currency.NOT_SAID: "1.4 2.2 2.3 3.2 3.3 5.5",
}
SHORT_TITLES = {
    "1.4": "Practice audits and plans",
    "1.5": "Voluntary sector services",
    "1.6": "Minutes of multi-agency meetings",
    "1.7": "Terms of reference of the MASH",
    "4.2": "How risk to children is assessed",
    "4.7": "Force governance minutes",
    "6.6": "Audits and action plans",
}
COUNTS = {
    "milestones": 14,
    "agencies": 12,
    "inspectorates": 4,
    "sections": 6,
    "items": 36,
    "document_kinds": 9,
    "meeting_kinds": 5,
    "may_meet": 6,
    "evaluation_head": 5,
    "questions": 10,
    "criteria": 19,
    "markers": 52,
    "marker_groups": 9,
    "finding_headings": 6,
    "plan_sections": 7,
    "lists": 7,
    "extra_fields": 11,
    "answer_checks": 4,
}


@pytest.mark.parametrize(("part", "number"), COUNTS.items())
def test_each_part_is_complete(pack: Pack, part: str, number: int) -> None:
    assert len(getattr(pack, part)) == number


def test_the_head_names_the_guidance_and_its_numbers(pack: Pack) -> None:
    head = pack.head
    assert (pack.id, pack.version, pack.theme) == ("cmh-2019", "2", "Children’s mental health")
    assert (head.guidance_number, head.guidance_date) == ("190035", "July 2019")
    assert (head.notice_working_days, head.look_back_months) == (10, 6)
    assert (head.age_from, head.age_to) == (10, 15)
    assert (head.children_least, head.children_most) == (5, 7)


def test_the_milestones_are_those_of_the_guidance(pack: Pack) -> None:
    lines = []
    for rule in pack.milestones:
        day = ("Mon", "Tue", "Wed", "Thu", "Fri")[rule.weekday]
        clock = f" {rule.time:%H:%M}" if rule.time else ""
        when = f"W{rule.week} {day} {rule.hour}{clock}"
        lines.append(f"{rule.key:<21}{when:<20}{rule.actor:<12}{rule.paragraph}")
    assert lines == MILESTONES.strip().splitlines()


def test_the_milestones_have_their_working_days_of_an_ordinary_fortnight(pack: Pack) -> None:
    days = [rule.ordinary_day for rule in pack.milestones]
    assert days == [0, 3, 3, 3, 3, 4, 4, 6, 6, 8, 9, 9, 10, 10]


def test_only_the_ends_of_the_timetable_are_not_weekdays(pack: Pack) -> None:
    anchors = {rule.key: rule.anchor for rule in pack.milestones}
    assert {key for key, anchor in anchors.items() if anchor is Anchor.NOTIFICATION} == {
        "notification"
    }
    assert {key for key, anchor in anchors.items() if anchor is Anchor.FIELDWORK} == {
        "printed-documents",
        "fieldwork",
    }


def test_marks_stand_on_the_right_milestones(pack: Pack) -> None:
    assert [rule.key for rule in pack.milestones if rule.optional] == ["context-note"]
    assert [rule.key for rule in pack.milestones if rule.on_request] == ["selection-call"]
    assert [rule.key for rule in pack.milestones if rule.assumed] == ["lists-1-3-4-5"]


def test_every_milestone_of_the_partnership_has_agencies_that_take_part(pack: Pack) -> None:
    out = {one.key for one in pack.agencies if one.takes_part is TakesPart.NEVER}
    assert out == {"probation"}
    for rule in pack.milestones:
        assert rule.actor is Actor.INSPECTORS or rule.agencies
        assert not out & set(rule.agencies)


def test_the_parts_of_the_program_work_towards_milestones(pack: Pack) -> None:
    of = pack.milestone_of
    assert (of.information, of.case_documents) == ("area-information", "case-documents")
    assert (of.meetings, of.evaluations) == ("meetings", "joint-evaluations")
    assert (of.conversations, of.printed_papers) == ("engagement-confirmed", "printed-documents")
    assert (of.selection, of.cqc_requests) == ("selection", "cqc-request")


def test_the_usual_agencies_are_six_in_their_order(pack: Pack) -> None:
    shorts = [one.short for one in pack.usual_agencies]
    assert shorts == ["Council", "Police", "CAMHS", "YOT", "Partnership", "CCG"]


def test_agencies_carry_the_name_of_2019_and_of_today(pack: Pack) -> None:
    names = {one.key: (one.short, one.short_today) for one in pack.agencies}
    assert names["ccg"] == ("CCG", "ICB")
    assert names["yot"] == ("YOT", "YJS")
    assert names["camhs"] == ("CAMHS", "CYPMHS")
    assert names["council"] == ("Council", "Council")


def test_ofsted_leads_the_inspectorates(pack: Pack) -> None:
    assert [one.short for one in pack.inspectorates if one.leads] == ["Ofsted"]
    assert [one.short for one in pack.inspectorates][1:] == ["CQC", "HMICFRS", "HMI Probation"]


def test_the_sections_hold_their_items(pack: Pack) -> None:
    assert [section.number for section in pack.sections] == list("123456")
    assert [len(pack.items_of(section.number)) for section in pack.sections] == [9, 4, 3, 9, 5, 6]
    assert [section.agency for section in pack.sections] == [
        "council", "partnership", "partnership", "police", "yot", "ccg",
    ]  # fmt: skip


@pytest.mark.parametrize(("agency", "numbers"), ITEM_AGENCIES.items())
def test_items_lie_with_the_agency_that_usually_holds_them(
    pack: Pack, agency: str, numbers: str
) -> None:
    assert [item.number for item in pack.items if item.agency == agency] == numbers.split()


@pytest.mark.parametrize(("currency", "numbers"), CURRENCIES.items())
def test_items_say_how_recent_they_must_be(pack: Pack, currency: Currency, numbers: str) -> None:
    assert [item.number for item in pack.items if item.currency is currency] == numbers.split()


def test_windows_counts_and_requests(pack: Pack) -> None:
    items = pack.items
    windows = {item.number: item.window_months for item in items if item.window_months}
    assert windows == {"1.4": 6, "2.2": 12, "3.2": 12}
    counted = [(item.number, item.count, item.unit) for item in items if item.count > 1]
    assert counted == [("4.7", 3, "sets")]
    asked = {item.number: item.asked_by for item in items if item.on_request}
    assert asked == {
        "2.3": "Lead inspector",
        "3.3": "Lead inspector",
        "5.5": "HMI Probation lead",
    }
    assert [item.number for item in items if item.kind is ItemKind.TASK] == ["5.5"]


def test_every_item_has_its_paragraph_and_a_short_title_that_fits(pack: Pack) -> None:
    assert {item.paragraph for item in pack.items} == {"47, 48"}
    assert max(len(item.short) for item in pack.items) == 32
    shorts = {item.number: item.short for item in pack.items}
    assert {number: shorts[number] for number in SHORT_TITLES} == SHORT_TITLES


def test_the_document_kinds_have_heads_for_the_grid(pack: Pack) -> None:
    kinds = pack.document_kinds
    assert [kind.number for kind in kinds] == list(range(1, 10))
    assert {kind.paragraph for kind in kinds} == {"44"}
    assert [" ".join(kind.grid) for kind in kinds] == [
        "Referral, contact", "Assess- ment", "Strategy discussion", "Section 47 papers",
        "Plan or review", "Return interview", "Meeting minutes", "Pre-sent. report",
        "Chrono- logy",
    ]  # fmt: skip
    conditions = {kind.number: kind.condition for kind in kinds if kind.condition}
    assert conditions == {1: "if applicable", 6: "if appropriate", 8: "if applicable"}
    assert [kind.number for kind in kinds if kind.window_months] == [9]


def test_criteria_questions_and_markers_are_numbered_through(pack: Pack) -> None:
    assert [one.number for one in pack.criteria] == list(range(23, 42))
    assert {one.paragraph for one in pack.criteria} == {"26"}
    assert [one.number for one in pack.questions] == list(range(1, 11))
    assert {one.paragraph for one in pack.questions} == {"46"}
    assert [one.number for one in pack.markers] == list(range(1, 53))


def test_the_markers_stand_in_nine_groups(pack: Pack) -> None:
    sizes = [sum(marker.group == group for marker in pack.markers) for group in pack.marker_groups]
    assert sizes == [8, 7, 6, 7, 5, 5, 3, 6, 5]


def test_the_meeting_kinds_are_those_of_the_fieldwork_week(pack: Pack) -> None:
    assert [kind.key for kind in pack.meeting_kinds] == [
        "initial-conference", "review-conference", "care-review", "strategy", "planning",
    ]  # fmt: skip
    assert {kind.paragraph for kind in pack.meeting_kinds} == {"40"}


def test_things_are_found_by_their_key(pack: Pack) -> None:
    milestone, agency, sixth = pack.milestone("selection"), pack.agency("yot"), pack.child_list(6)
    assert milestone is not None
    assert agency is not None
    assert sixth is not None
    assert (milestone.paragraph, agency.short, sixth.standing) == ("37", "YOT", "Child in need")
    assert pack.milestone("no-such") is None
    assert pack.agency("no-such") is None
    assert pack.child_list(2) is None
