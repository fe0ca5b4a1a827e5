"""What papers of the week leave out for whom, told from made-up facts."""

from dataclasses import replace
from datetime import timedelta

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.day import day_of
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.reports.conversations import conversations_sheet
from jtai_desktop.reports.day_sheet import day_sheet
from jtai_desktop.reports.material import Material, only_of
from jtai_desktop.reports.meetings import (
    NO_CHANGE,
    NOT_SENT,
    meetings_sheet,
    return_words,
    update_sheet,
)
from jtai_desktop.reports.variants import Variant
from jtai_desktop.reports.week import week_sheet
from tests.domain.conversations.made import TALK, agreed, person, stepped
from tests.reports.material import saying

DUTY = "Tell the lead inspector of a decision"


def _asked_again() -> Material:
    """Somebody declined and agreed later, but the lead inspector does not know of the first."""
    someone = stepped(person(id="p"), Step.EXPLAIN, Step.DECLINE, Step.REASK)
    again = agreed(someone)
    return replace(saying("x"), week=Week(conversations=conversations([again])))


def test_a_duty_of_before_stands_apart_from_the_one_who_agreed_since() -> None:
    material = _asked_again()
    told = str(conversations_sheet(material))
    assert f"{DUTY}, Child F" in told
    assert "decline" not in told.lower()
    for_them = str(conversations_sheet(replace(material, variant=Variant.INSPECTORS)))
    assert DUTY not in for_them
    assert DUTY not in str(conversations_sheet(only_of(material, material.agencies[0])))


def test_why_a_meeting_is_cancelled_is_ours() -> None:
    material = saying("ours")
    whole = replace(material, week=_cancelled(material.week, "The family is ill"))
    assert "The family is ill" in str(update_sheet(whole))
    for_them = str(update_sheet(replace(whole, variant=Variant.INSPECTORS)))
    assert "Does not take place" in for_them
    assert "The family is ill" not in for_them


def test_an_update_says_why_it_is_empty() -> None:
    material = saying("x")
    never = replace(material, week=replace(material.week, sendings=()))
    assert NOT_SENT in str(update_sheet(never))
    assert return_words(never).endswith("not sent yet")
    sent = material.week.sendings
    same = replace(material, week=replace(material.week, meetings=sent[0].meetings))
    assert NO_CHANGE in str(update_sheet(same))
    assert return_words(same) == "2 meetings, none changed since the return was sent"
    assert return_words(replace(material, week=Week())) == ""


def test_a_week_that_begins_late_ends_on_friday_and_each_empty_day_says_so() -> None:
    sheet = week_sheet(replace(saying("x"), week=Week()))
    assert sheet.about == "Tuesday 17 November to Friday 20 November 2026"
    assert str(sheet).count("Nothing is planned yet.") == 4
    assert sheet.holds == ()


def test_a_conversation_stands_on_the_day_sheet_of_who_supports_it_only() -> None:
    material = saying("x")
    (agency,) = material.agencies
    supported = stepped(agreed(person(id="p")), Step.PLAN, support="Play worker")
    week = Week(conversations=conversations([supported]))
    day = replace(day_of(material.schedule, TALK - timedelta(hours=2)), week=week)
    day = replace(day, conversations=week.conversations)
    worker, other = (
        replace(material.contacts[0], id=role, role=role) for role in ("Play worker", "Clerk")
    )
    for whose, there in ((worker, True), (other, False), (None, True)):
        contacts = (worker, other)
        made = replace(material, day=day, whose=whose, contacts=contacts, week=week)
        sheet = day_sheet(made, agency)
        assert ("Conversation: Child F, carer" in str(sheet)) is there
        assert dict(sheet.holds) == ({"p": 1} if there else {})


def _cancelled(week: Week, reason: str) -> Week:
    return replace(
        week,
        meetings=tuple(
            replace(each, cancelled=reason) if each.cancelled else each for each in week.meetings
        ),
    )


def test_with_whom_a_meeting_is_stays_ours() -> None:
    material = saying("ours")
    (first, *others) = material.week.meetings
    met = replace(first, title="", whom="Heads of three schools")
    whole = replace(material, week=replace(material.week, meetings=(met, *others)))
    for sheet in (week_sheet, meetings_sheet, update_sheet):
        assert "eads of three" in str(sheet(whole))
        assert "eads of three" not in str(sheet(replace(whole, variant=Variant.INSPECTORS)))
