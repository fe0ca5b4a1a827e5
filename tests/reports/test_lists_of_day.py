"""The lists on the checklist: how far beside their milestone; late and behind apart."""

from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain.day import Day, day_of
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.lists.kept import KeptLists, Wanted, kept_lists
from jtai_desktop.domain.lists.versions import Line, ListVersion, Step
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.schedule import plan
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.reports.checklist import ChecklistSection
from jtai_desktop.reports.checklist_of_day import Setting, checklist_of
from jtai_desktop.ui.pages.today.rows import next_rows
from tests.domain.rules import RULES

NOW = datetime(2026, 11, 4, 16, 0, tzinfo=LONDON)
MINE = "lists-6-7-8"
BY = Who("Data lead")


def lists(now: datetime = NOW, *, newer: bool = False) -> KeptLists:
    """List 6 sent, list 7 only taken in, list 8 not there."""
    schedule = plan(RULES, datetime(2026, 11, 2, 9, tzinfo=LONDON), WorkingDays())
    due = next(each.due for each in schedule.milestones if each.key == MINE)
    sent = tuple(Line(n, step, NOW, BY) for n, step in enumerate(Step, 1) if step in Step.SENT)
    first = ListVersion("a", 6, 1, NOW, BY, "six.xlsx", "", "6", 2, 9, 9, 0, 0, lines=sent)
    versions = [first, replace(first, id="b", list_number=7, lines=())]
    if newer:
        versions.append(replace(first, id="c", number=2, lines=()))
    wanted = (Wanted(number, f"Title {number}", MINE, due) for number in (6, 7, 8))
    return kept_lists(wanted, versions, now)


def day(found: KeptLists, now: datetime = NOW) -> Day:
    schedule = plan(RULES, datetime(2026, 11, 2, 9, tzinfo=LONDON), WorkingDays())
    return replace(day_of(schedule, now), lists=found)


def sections(found: Day) -> dict[str, ChecklistSection]:
    setting = Setting("Northmoor", "Theme", "MARKED", practice=False, as_at=found.now)
    paper = checklist_of(found, setting)
    return {each.title: each for each in paper.sections if isinstance(each, ChecklistSection)}


def test_the_milestone_says_how_many_are_sent_on_paper_and_on_today() -> None:
    found = sections(day(lists()))
    (line,) = [each for each in found["Due next"].lines if each.detail == "1 of 3 sent"]
    assert line.text == "Lists-6-7-8"
    assert "Lists" not in found
    (row,) = [each for each in next_rows(day(lists()), 14) if each.key == MINE]
    assert "1 of 3 sent" in row.spoken


def test_a_vault_without_lists_names_the_owner_instead() -> None:
    found = sections(day(KeptLists(tuple(replace(each, versions=()) for each in lists()))))
    assert not [line for line in found["Due next"].lines if "sent" in line.detail]


def test_what_is_late_or_behind_stands_apart() -> None:
    later = NOW + timedelta(days=1)
    found = sections(day(lists(later, newer=True), later))["Lists"]
    assert [(line.lead, line.detail) for line in found.lines] == [
        ("List 7", "7 h late"),
        ("List 8", "7 h late"),
        ("List 6", "inspectors hold 1, we hold 2"),
    ]
