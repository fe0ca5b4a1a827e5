"""Beginning, dating anew, and several inspections in one vault."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import inspections, milestones, overview, papers
from jtai_desktop.services.workspace import Workspace
from tests.reports.example import body
from tests.services import deeds, scene

LATER = datetime(2026, 12, 14, 9, 0, tzinfo=LONDON)


def test_an_inspection_begins_with_its_plan_agencies_and_pack(
    bare_workspace: Workspace, bare: str
) -> None:
    view = overview.load(bare_workspace, bare)
    assert view.inspection.notified == scene.NOTIFIED
    assert view.schedule.fieldwork_start == date(2026, 11, 16)
    assert len(view.schedule.milestones) == 14
    assert set(view.notes) == {rule.key for rule in view.pack.milestones}
    assert [each.key for each in view.agencies] == [one.key for one in view.pack.usual_agencies]
    assert view.inspection.pack_version == view.pack.version
    assert (view.contacts, view.responsibilities) == ((), ())
    assert all(each.gap == "no owner, no deputy" for each in view.named)


def test_a_beginning_writes_one_line_in_its_own_chain(bare_workspace: Workspace, bare: str) -> None:
    (line,) = scene.lines(bare_workspace, bare)
    assert (line.action, line.summary) == (
        "inspection.begun",
        "Northmoor: begun, notified Mon 2 Nov 2026",
    )
    assert scene.lines(bare_workspace, "") == ()


@pytest.mark.parametrize("today", [True, False])
def test_agencies_have_the_names_asked_for_and_the_plan_uses_them(
    bare_workspace: Workspace, *, today: bool
) -> None:
    view = overview.load(bare_workspace, scene.begin(bare_workspace, names_of_today=today))
    short = {each.key: each.short for each in view.agencies}["ccg"]
    assert (short == "CCG") is not today
    who = next(rule.who for rule in view.pack.milestones if rule.key == "lists-6-7-8")
    assert short in who
    assert ("CCG" in who) is not today


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"area": " \t "}, "Area is empty"),
        ({"area": "\u200b"}, "Area is empty"),
        ({"area": "x" * 10_000}, "Area has 10,000 characters; 80 is the most"),
        ({"fieldwork": date(2026, 11, 2)}, "is not after the notification"),
        ({"fieldwork": date(2028, 11, 2)}, "more than a year after"),
        ({"pack_id": "no-such"}, "no guidance pack of this name"),
        ({"pack_id": "../cmh-2019"}, "no guidance pack of this name"),
        ({"pack_id": ""}, "no guidance pack of this name"),
    ],
)
def test_an_impossible_beginning_is_refused_and_nothing_is_kept(
    bare_workspace: Workspace, bare: str, given: dict[str, object], words: str
) -> None:
    beginning = Beginning("Southmoor", scene.NOTIFIED, scene.PACK)
    with pytest.raises(Refused, match=words):
        inspections.begin(bare_workspace, replace(beginning, **given))  # type: ignore[arg-type]
    assert [each.id for each in inspections.listed(bare_workspace)] == [bare]


@pytest.mark.parametrize("year", [2016, 2100])
def test_the_first_and_last_year_that_can_be_typed_work(
    bare_workspace: Workspace, year: int
) -> None:
    notified = datetime(year, 12, 20, 9, tzinfo=LONDON)
    begun = scene.begin(bare_workspace, notified=notified)
    assert overview.load(bare_workspace, begun).schedule.fieldwork_start.year == year + 1


def test_a_time_of_another_zone_is_londons(bare_workspace: Workspace) -> None:
    begun = scene.begin(
        bare_workspace, notified=datetime.fromisoformat("2026-07-06T08:30:00+00:00")
    )
    notified = overview.load(bare_workspace, begun).inspection.notified
    assert notified.isoformat() == "2026-07-06T09:30:00+01:00"


def test_the_list_has_the_newest_first(bare_workspace: Workspace, bare: str) -> None:
    newer = scene.begin(bare_workspace, "Southmoor", notified=LATER)
    assert [each.id for each in inspections.listed(bare_workspace)] == [newer, bare]


def test_dating_anew_does_what_the_comparison_said(workspace: Workspace, inspection: str) -> None:
    before = {p.key: p.due for p in scene.seen(workspace, inspection).schedule.milestones}
    shifts = inspections.compare_dates(workspace, inspection, LATER, None)
    assert {p.key: p.due for p in scene.seen(workspace, inspection).schedule.milestones} == before
    inspections.change_dates(workspace, inspection, LATER, None)
    after = {p.key: p.due for p in scene.seen(workspace, inspection).schedule.milestones}
    assert {shift.key: shift.old for shift in shifts} == before
    assert {shift.key: shift.new for shift in shifts} == after
    assert sum(shift.moves for shift in shifts) == 13
    assert [shift.key for shift in shifts if shift.kept] == ["joint-evaluations"]


def test_dating_anew_keeps_what_was_set_agreed_and_done(
    workspace: Workspace, inspection: str
) -> None:
    agreed = Agreed(Moment(date(2026, 11, 18), Hour.END_OF_DAY), "Lead inspector", scene.NOW)
    milestones.record_agreement(workspace, inspection, "engagement-confirmed", agreed)
    before = scene.seen(workspace, inspection)
    inspections.change_dates(workspace, inspection, LATER, date(2027, 1, 11))
    after = scene.seen(workspace, inspection)
    assert after.notes == before.notes
    for key in ("joint-evaluations", "engagement-confirmed"):
        assert after.schedule.milestone(key).due == before.schedule.milestone(key).due
        assert after.schedule.milestone(key).computed != before.schedule.milestone(key).computed
    assert after.schedule.fieldwork_start == date(2027, 1, 11)
    assert date(2027, 1, 1) in dict(after.inspection.bank_holidays)


def test_impossible_dates_are_refused_and_nothing_moves(
    workspace: Workspace, inspection: str
) -> None:
    before = (scene.seen(workspace, inspection), scene.lines(workspace, inspection))
    for fieldwork in (date(2026, 12, 14), date(2026, 1, 1), date(2029, 1, 1)):
        for do in (inspections.compare_dates, inspections.change_dates):
            with pytest.raises(Refused, match="Fieldwork on"):
                do(workspace, inspection, LATER, fieldwork)
    assert (scene.seen(workspace, inspection), scene.lines(workspace, inspection)) == before


@pytest.mark.parametrize("area", ["", "\u2066\u2069", "x" * 81])
def test_a_name_that_is_none_is_refused(workspace: Workspace, inspection: str, area: str) -> None:
    with pytest.raises(Refused, match="Area"):
        inspections.rename(workspace, inspection, area)
    assert scene.seen(workspace, inspection).inspection.area == "Northmoor"


@pytest.mark.parametrize("action", deeds.DEEDS)
def test_inspections_in_one_vault_do_not_touch_each_other(
    workspace: Workspace, inspection: str, action: str
) -> None:
    other = scene.begin(workspace, "Northmoor", practice=True, notified=LATER)
    before = scene.seen(workspace, other)
    deeds.prepare(workspace, inspection, action)
    deeds.do(workspace, inspection, action, 1)
    after = scene.seen(workspace, other)
    # The council's settings and closure days are the same for all its inspections.
    if action.startswith(("settings", "closure")):
        same = ("inspection", "pack", "notes", "agencies", "contacts", "responsibilities")
        assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
    else:
        assert after == before


def test_practice_stands_on_the_paper(bare_workspace: Workspace, bare: str) -> None:
    practice = scene.begin(bare_workspace, practice=True)
    real = body(papers.checklist(bare_workspace, bare).content)
    assert "practice" not in real.lower()
    assert "practice" in body(papers.checklist(bare_workspace, practice).content).lower()


def test_an_inspection_that_is_not_there_is_one_sentence(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="removed in the meantime"):
        overview.load(workspace, "nowhere")


def test_a_new_year_in_the_fortnight_moves_what_the_rules_say(bare_workspace: Workspace) -> None:
    notified = datetime(2026, 12, 21, 9, tzinfo=LONDON)
    view = overview.load(bare_workspace, scene.begin(bare_workspace, notified=notified))
    assert view.schedule.fieldwork_start == date(2027, 1, 7)
    assert view.schedule.fieldwork_start - notified.date() > timedelta(days=14)
    assert view.day().to_agree
