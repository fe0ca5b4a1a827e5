"""Papers of meetings and conversations: each line once and in order."""

from dataclasses import replace
from pathlib import Path

import pytest

from jtai_desktop.cli.conversations import as_data
from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.self_evaluation.point import Sort
from jtai_desktop.domain.wording import counted, day_month, times
from jtai_desktop.reports.blocks import SectionRow, Table
from jtai_desktop.reports.self_evaluation import self_evaluation_sheet
from jtai_desktop.reports.variants import Variant
from jtai_desktop.reports.week import week_sheet
from jtai_desktop.services import conversations, overview, paper_shelf, papers, printed_copies
from jtai_desktop.services.calling_back import papers_to_call_back
from jtai_desktop.services.conversations import Said
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_material import material_of
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.workspace import Workspace
from tests.reports.example import body, texts
from tests.services.shelf import Shelf, in_order, squeezed

INSPECTORS = Wish(variant=Variant.INSPECTORS)


@pytest.fixture
def view(shelf: Shelf) -> Overview:
    return shelf.view


# ------------------------------------------------------------------ meetings and the week


def test_every_meeting_of_the_return_stands_there_once_and_in_order(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("meetings"))
    held = sorted((each for each in view.meetings if each.is_returned), key=lambda each: each.start)
    lines = [f"{times(each.start, each.end)}{view.week.called(each)}" for each in held]
    in_order(told, [squeezed(line) for line in lines])
    for each, line in zip(held, lines, strict=True):
        assert told.count(squeezed(line)) == 1
        assert squeezed(each.place) in told
        assert squeezed(f"{each.chair}") in told
    assert told.count("Explained:Socialworker,Thu5Nov") == sum(each.observe for each in held) == 4
    assert told.count("changedsincesent") == len(view.week.changes) == 1
    own = [each for each in view.meetings if not each.is_returned]
    assert not [each for each in own if squeezed(view.week.called(each)) in told]


def test_the_update_tells_what_changed_and_from_what(shelf: Shelf) -> None:
    told = shelf.told("meetings-update")
    now, before = "Thu 19 Nov, 10:00–11:30", "Thu 19 Nov, 09:30–11:00"
    row = f"Changed Child F, planning or review meeting {now} {before}"
    assert squeezed(row) in squeezed(told)
    assert "Since Thu 5 Nov 2026, 16:19" in told
    assert "Child A" not in told


def test_inspectors_read_no_warning_of_ours_on_meetings_and_week(shelf: Shelf) -> None:
    for key in ("meetings", "week", "meetings-update"):
        told = shelf.told(key, INSPECTORS)
        assert "Child F, planning or review meeting" in told
        for word in ("changed since sent", "Clash", "Prepares", "Host", "What was sent"):
            assert word not in told


def test_everything_of_the_week_is_drawn_and_stands_in_the_table(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("week"))
    first = view.schedule.fieldwork_start
    slots = [each for each in view.week.slots if each.start.date() >= first]
    assert len(slots) == 13
    lines = [squeezed(f"{times(each.start, each.end)}{each.called}") for each in slots]
    in_order(told, lines)
    assert [told.count(line) for line in lines] == [2] * len(slots)
    assert told.count("Clash11:00–11:30:ChildC") == 4
    assert "Friday20NovemberNothingisplannedyet." in told


def test_our_own_entries_are_no_business_of_the_inspectors(view: Overview) -> None:
    check = next(each for each in view.meetings if each.kind == "check")
    start = view.schedule.fieldwork_start
    here = replace(
        check, start=check.start.replace(day=start.day), end=check.end.replace(day=start.day)
    )
    moved = replace(view, meetings=(*view.meetings, replace(here, id="moved")))
    ours = str(week_sheet(material_of(moved, view.now, Variant.FULL)))
    theirs = str(week_sheet(material_of(moved, view.now, Variant.INSPECTORS)))
    assert check.title in ours
    assert check.title not in theirs


# ------------------------------------------------------------------ conversations


def test_the_register_holds_those_who_agreed_once_and_in_order(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("conversations"))
    agreed = view.conversations.agreed
    wanted = []
    for talk in agreed:
        wanted.append(squeezed(f"{talk.person.word}{talk.state.value.capitalize()}"))
        plan = talk.standing.plan
        if plan and plan.start and plan.end:
            when = f"{day_month(plan.start.date())}, {times(plan.start, plan.end)}"
            wanted.append(squeezed(f"{when}"))
            assert told.count(squeezed(f"{when}")) == 1
    in_order(told, wanted)
    assert told.count("Socialworker,Council") == len(agreed) == 8
    assert told.count("Parentalresponsibility") == 4
    assert "Support:Formtutor" in told
    assert told.count("ConfirmedMon9Nov,byemail") == len(view.conversations.confirmed) == 3
    assert "TelltheleadinspectorofadecisionChildD" in told.replace(",", "")


def test_the_letter_names_each_arrangement_by_its_time(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("arrangements"))
    planned = sorted(
        (talk for talk in view.conversations.on_the_timetable),
        key=lambda talk: str(talk.standing.plan and talk.standing.plan.start),
    )
    assert len(planned) == 7
    in_order(told, [squeezed(f"{talk.person.called}") for talk in planned])
    assert all(told.count(squeezed(t.person.called)) == 1 for t in view.conversations.agreed)
    assert "Agreed,dayandtimetofollow1conversation" in told
    assert "Tellthelead" not in told


def test_a_paper_knows_whom_to_call_it_back_for(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    before = overview.load(workspace, inspection).conversations
    talk = before.confirmed[0]
    made, seals = {}, set()
    for key in ("week", "conversations", "arrangements", "pack", "child-index", "register"):
        paper = paper_shelf.make(workspace, inspection, key)
        papers.save(workspace, inspection, paper, tmp_path / paper.file_name)
        made[key] = talk.person.id in dict(paper.holds)
        seals |= {paper.seal} if made[key] else set()
    assert made.pop("register") is False
    assert all(made.values())
    told = Said(who="Social worker", how="by phone")
    conversations.take_step(workspace, inspection, talk.person.id, Step.WITHDRAW, told)
    back = {each.paper.seal for each in papers_to_call_back(workspace, inspection)}
    assert seals <= back
    for key in made:
        again = paper_shelf.make(workspace, inspection, key)
        assert talk.person.id not in dict(again.holds)
        assert squeezed(talk.person.called) not in squeezed(body(again.content))


# ------------------------------------------------------------------ counts


def test_the_counts_of_the_week_on_the_cover_are_those_of_the_command_line(
    shelf: Shelf, view: Overview
) -> None:
    cover = " ".join(texts(shelf.made("pack").content)[:2])
    data, found = as_data(view), view.conversations
    assert f"Conversations {data['confirmed']} of {data['agreed']} agreed are confirmed" in cover
    assert found.confirmed_of == f"{data['confirmed']} of {data['agreed']} confirmed"
    left = len(found.agreed) - len(found.confirmed)
    assert f"{counted(left, 'agreed conversation')} not confirmed" in cover
    joint = view.evaluations()
    assert f"Joint evaluations {joint.finished_of}" in cover
    assert view.day().evaluations.finished_of == joint.finished_of
    assert f"5 meetings, {len(view.week.changes)} changed since the return was sent" in cover
    assert "Child C is in two meetings, Tue 17, 11:00" in cover
    lists = view.lists()
    if lists.is_begun:
        assert f"Lists {lists.sent} of {len(lists.lists)} sent" in cover
    timetable = shelf.told("timetable")
    assert found.confirmed_of in timetable
    assert joint.finished_of in timetable


# ------------------------------------------------------------------ day sheets, copies, forms


def test_a_day_sheet_has_only_the_lines_of_its_agency(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("day-sheet", Wish(agency="police")))
    owed = [e for e in view.register().of_agency("police").open if e.with_agency]
    for entry in view.register().entries:
        line = squeezed(f"{entry.item.called}{entry.item.title}")
        assert told.count(line) == (entry in owed)
    assert "13:00–13:30Documentcheck,PoliceandCCGRoom2" in told
    assert "Partners’dailycall" not in told  # over by then
    assert "Documentcheck" not in squeezed(shelf.told("day-sheet", Wish(agency="yot")))
    own = [each for each in view.day().due_today if "police" in each.rule.agencies]
    assert own
    assert all(told.count(squeezed(each.rule.title)) == 1 for each in own)


def test_a_day_sheet_of_one_person_has_what_they_own(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("day-sheet", Wish(person="Force analyst")))
    (analyst,) = [each for each in view.contacts if each.role == "Force analyst"]
    mine = [e for e in view.register().open if e.owner_id == analyst.id]
    assert mine
    for entry in view.register().open:
        assert told.count(squeezed(f"{entry.item.called}{entry.item.title}")) == (entry in mine)
    assert "ForPolice.Notforinspectors." in told
    assert "Documentcheck" not in told


def test_a_day_sheet_of_another_day_stands_as_from_its_start(
    workspace: Workspace, inspection: str
) -> None:
    day = overview.load(workspace, inspection).schedule.fieldwork_start
    day = day.replace(day=day.day + 1)
    wish = Wish(agency="camhs", day=day)
    told = body(paper_shelf.make(workspace, inspection, "day-sheet", wish).content)
    assert "Tuesday 17 November 2026. Good for this day only." in told
    assert "10:00–11:30 Child C, looked-after child review" in told
    assert "Child A, mother" not in told  # nobody of CAMHS supports her


def test_the_printed_copies_are_counted_as_on_the_cover(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    theirs = [e for e in view.register().children if e.item.child == view.children[0] and e.counts]
    here = [e for e in theirs if all(document.newest for document in e.documents)]
    ids = [document.id for entry in here for document in entry.documents]
    printed_copies.tick(workspace, inspection, ids)
    told = body(paper_shelf.make(workspace, inspection, "copies").content)
    assert f"Child A, NM-01 {len(here)} of {len(theirs)} printed" in told
    done = int(len(here) == len(theirs))
    assert f"Papers printed for {done} of 6 children" in told
    cover = body(paper_shelf.make(workspace, inspection, "pack").content)
    assert f"Printed papers for site {done} of 6 children" in cover


def test_every_criterion_and_marker_stands_in_the_form_once(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("self-evaluation"))
    # The reader of the PDF goes by lines: beside an answer it finds the first word at the number.
    asked = [each for each in view.self_points if not each.is_retired]
    in_order(told.lower(), [squeezed(f"{e.number}{_begins(e.title)}").lower() for e in asked])
    # That each title is there whole, the sheet itself tells; that the PDF has all of its cells, the
    # test of every row.
    sheet = self_evaluation_sheet(material_of(view, view.now, Variant.FULL))
    rows = [row for block in sheet.blocks if isinstance(block, Table) for row in block.rows]
    titles = [row[1].text.lower() for row in rows if not isinstance(row, SectionRow)]
    assert titles == [each.title.lower() for each in asked]
    of_markers = sum(each.sort is Sort.MARKER for each in asked)
    retired = {each.number for each in view.self_points if each.is_retired}
    assert (len(asked) - of_markers, retired) == (19, {37})
    assert "19criteria" in told
    assert f"{of_markers}markers" in told


def _begins(title: str) -> str:
    return title.split("-", maxsplit=1)[0].split(maxsplit=1)[0]
