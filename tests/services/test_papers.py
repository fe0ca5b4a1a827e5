"""The checklist says what the day says; what leaves the program is in the log, once."""

import errno
import hashlib
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.printing import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import moment_short
from jtai_desktop.exchange.whole_files import Aside
from jtai_desktop.services import council, milestones, overview, papers, people
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import printing
from tests.reports.example import body
from tests.services import scene
from tests.services.checklists import sections

AGENCIES = ["", "council", "police", "ccg", "camhs", "yot", "partnership"]
DAYS = [date(2026, 11, day) for day in (2, 5, 6, 10, 12, 13, 16, 20)]


def _titles(text: str, view: Overview) -> list[str]:
    """The milestones that a section names, in its order."""
    titles = {each.rule.title for each in view.schedule.milestones}
    found = [(text.index(title), title) for title in titles if f" {title} " in f"{text} "]
    # "Lists 1, 3, 4 and 5" never stands inside another title, but keep to whole ones.
    return [title for _, title in sorted(found)]


def _own(planned: tuple[Planned, ...], agency: str) -> list[str]:
    ours = [each for each in planned if not agency or agency in each.rule.agencies]
    return [each.rule.title for each in ours]


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_sections_hold_what_the_day_holds(
    workspace: Workspace, inspection: str, agency: str
) -> None:
    view = overview.load(workspace, inspection)
    for day in DAYS:
        found = sections(papers.checklist(workspace, inspection, day, agency=agency))
        _holds(found, view, day, agency)


def _holds(found: dict[str, str], view: Overview, day: date, agency: str) -> None:
    facts = view.day_on(day)
    assert _titles(found["Due today"], view) == _own(facts.due_today, agency)
    assert _titles(found["Overdue"], view) == _own(facts.overdue, agency)
    assert _titles(found["Due next"], view) == _own(facts.due_next, agency)
    assert _titles(found["To agree with the lead inspector"], view) == _own(facts.to_agree, agency)
    roles = {each.id: each.role for each in view.contacts if _is_of(view, each, agency)}
    tasks = {roles[task.person.id] for task in facts.tasks if task.person.id in roles}
    who = found["Who does what"]
    assert {role for role in roles.values() if f" {role} " in who} == tasks


def _is_of(view: Overview, contact: Contact, agency: str) -> bool:
    found = view.agency(contact.agency_id)
    return found is not None and (not agency or found.key == agency)


def test_every_line_of_a_task_has_its_hour_and_who_stands_in(
    workspace: Workspace, inspection: str
) -> None:
    who = sections(papers.checklist(workspace, inspection))["Who does what"]
    for task in overview.load(workspace, inspection).day().tasks:
        words = f"{task.planned.rule.short}, {moment_short(task.planned.due)}"
        assert (f"{words}, standing in" in who) is task.as_deputy
        assert words in who
        assert task.person.phone in who
    assert "No deputy Section 5, Youth offending team" in who


def test_an_agencys_checklist_is_named_for_it(workspace: Workspace, inspection: str) -> None:
    text = body(papers.checklist(workspace, inspection, agency="police").content)
    assert "Daily checklist: Northmoor Police" in text or "Daily checklist: Police" in text
    assert "Front door lead" not in text


def test_an_own_agency_has_a_checklist_of_its_peoples_tasks(
    workspace: Workspace, inspection: str
) -> None:
    people.add_agency(workspace, inspection, "Night shelter", "Shelter")
    agency = overview.load(workspace, inspection).agencies[-1]
    contact = Contact("", agency.id, "Night lead")
    added = people.added(people.add_contact(workspace, inspection, contact))
    wanted = scene.named(overview.load(workspace, inspection), "case-documents")
    people.name_owner(workspace, inspection, wanted, added)
    paper = papers.checklist(workspace, inspection, agency=agency.key)
    assert "Night lead Case files, Tue 10, end of day" in body(paper.content)
    assert paper.variant == "Shelter"


def test_an_agency_that_is_not_there_is_named_with_those_that_are(
    workspace: Workspace, inspection: str
) -> None:
    with pytest.raises(Refused) as refused:
        papers.checklist(workspace, inspection, agency="po\nlice" + "x" * 100)
    sentence = str(refused.value)
    assert sentence.startswith("There is no agency “po licexxx")
    assert sentence.count("\n") == 0
    assert "There are: council, police" in sentence
    assert len(sentence) < 250


def test_done_leaves_the_checklist_at_once(workspace: Workspace, inspection: str) -> None:
    assert "Case-file documents" in body(papers.checklist(workspace, inspection).content)
    milestones.mark_done(workspace, inspection, "case-documents")
    assert "Case-file documents" not in body(papers.checklist(workspace, inspection).content)


@pytest.mark.parametrize(
    ("as_at", "left"),
    [
        ("2026-11-10T10:40", "6 hours 20 minutes left at 10:40"),
        ("2026-11-10T16:59", "1 minute left at 16:59"),
        ("2026-11-10T17:01", ""),
        ("2026-11-13T10:40", "6 hours 20 minutes left at 10:40"),
        ("2026-11-16T10:40", ""),
    ],
)
def test_the_time_left_is_that_to_our_own_deadline(
    workspace: Workspace, inspection: str, as_at: str, left: str
) -> None:
    when = datetime.fromisoformat(as_at).replace(tzinfo=LONDON)
    text = body(papers.checklist(workspace, inspection, as_at=when).content)
    found = re.findall(r"Due today ([\w ]* left at \d\d:\d\d)", text)
    assert found == ([left] if left else [])


def test_two_deadlines_leave_the_time_to_the_first(bare_workspace: Workspace, bare: str) -> None:
    when = datetime(2026, 11, 5, 8, 0, tzinfo=LONDON)
    text = body(papers.checklist(bare_workspace, bare, as_at=when).content)
    assert "Due today 1 hour left to the first at 08:00" in text


def test_a_paper_for_another_day_tells_no_time_left_and_no_lateness(
    workspace: Workspace, inspection: str
) -> None:
    text = body(papers.checklist(workspace, inspection, date(2026, 11, 12)).content)
    assert "As at Tuesday 10 November 2026, 10:40" in text
    assert "Good for 12 November only" in text
    assert " left" not in text
    assert " late " not in text
    assert "due Tue 10, end of day Case-file documents Quality lead ¶39, 44" in text


def test_what_the_inspectors_were_to_do_earlier_stands_with_its_day(
    workspace: Workspace, inspection: str
) -> None:
    due = sections(papers.checklist(workspace, inspection, date(2026, 11, 16)))["Due today"]
    assert "Fri 13 CQC asks for documents" in due
    assert "today Fieldwork begins" in due


def test_the_same_facts_give_the_same_bytes(workspace: Workspace, inspection: str) -> None:
    first = papers.checklist(workspace, inspection)
    second = papers.checklist(workspace, inspection)
    assert first == second
    assert f"Seal {first.seal} Page 1 of {first.pages}" in body(first.content)


def test_another_content_reader_or_time_is_another_seal(
    workspace: Workspace, inspection: str
) -> None:
    when = scene.NOW + timedelta(minutes=1)
    made = [
        papers.checklist(workspace, inspection),
        papers.checklist(workspace, inspection, agency="police"),
        papers.checklist(workspace, inspection, as_at=when),
    ]
    milestones.mark_done(workspace, inspection, "case-documents")
    made.append(papers.checklist(workspace, inspection))
    assert len({paper.seal for paper in made}) == len(made)
    assert all(re.fullmatch("[0-9a-f]{12}", paper.seal) for paper in made)


SAME_IN_ANOTHER = """
import hashlib
from jtai_desktop.services import example_vaults, papers
workspace, inspection = example_vaults.open_throwaway()
print(hashlib.sha256(papers.checklist(workspace, inspection).content).hexdigest())
workspace.close()
"""


def test_another_process_gives_the_same_bytes(workspace: Workspace, inspection: str) -> None:
    here = hashlib.sha256(papers.checklist(workspace, inspection).content).hexdigest()
    away = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C"}
    ran = subprocess.run(
        [sys.executable, "-c", SAME_IN_ANOTHER],
        capture_output=True,
        text=True,
        env=away,
        cwd=Path(__file__).parents[2],
        check=True,
    )
    assert ran.stdout.strip() == here


def test_each_save_is_logged_once(workspace: Workspace, inspection: str, tmp_path: Path) -> None:
    before = papers.logged(workspace, inspection)
    workspace.on_behalf_of = "Police lead"
    workspace.clock = standing_clock(scene.NOW + timedelta(minutes=2))
    paper = papers.checklist(workspace, inspection, agency="police")
    papers.save(workspace, inspection, paper, tmp_path / "paper.pdf")
    first, *others = papers.logged(workspace, inspection)
    assert tuple(others) == before
    assert (first.paper, first.variant, first.way) == ("Daily checklist", "Police", Way.SAVED)
    assert (first.pages, first.seal, first.as_at) == (paper.pages, paper.seal, paper.as_at)
    assert first.who == "Inspection coordinator for Police lead"
    assert first.when == scene.NOW + timedelta(minutes=2)
    assert (tmp_path / "paper.pdf").read_bytes() == paper.content
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["paper.pdf"]
    assert scene.lines(workspace, inspection)[0].action == "paper.left"


@pytest.mark.parametrize("days", [1, 35, 3650])
def test_a_paper_has_a_day_by_which_it_is_destroyed(
    workspace: Workspace, inspection: str, days: int
) -> None:
    settings = replace(council.load(workspace), destroy_after_days=days)
    council.change(workspace, settings, inspection)
    papers.log(workspace, inspection, papers.checklist(workspace, inspection), Way.PRINTED)
    expected = date(2026, 11, 10) + timedelta(days=days)
    assert papers.logged(workspace, inspection)[0].destroy_by == expected


def test_the_logs_of_two_inspections_are_two(workspace: Workspace, inspection: str) -> None:
    other = scene.begin(workspace, "Southmoor")
    before = papers.logged(workspace, inspection)
    papers.log(workspace, other, papers.checklist(workspace, other), Way.PRINTED)
    assert len(papers.logged(workspace, other)) == 1
    assert papers.logged(workspace, inspection) == before


def test_file_names_hold_no_personal_data(workspace: Workspace, inspection: str) -> None:
    people.add_agency(workspace, inspection, "Łukasz Nguyễn", "Łukasz")
    own = overview.load(workspace, inspection).agencies[-1].key
    for agency in ("", "police", own):
        name = papers.checklist(workspace, inspection, agency=agency).file_name
        assert re.fullmatch(r"checklist-2026-11-10-(everyone|police|[0-9a-f]{32})\.pdf", name)


def _vault_db(workspace: Workspace, _: Path) -> Path:
    return workspace.folder / "vault.db"


PLACES: dict[str, tuple[Callable[[Workspace, Path], Path], str]] = {
    "the database": (_vault_db, "folder of the vault"),
    "the keys": (lambda ws, _: ws.folder / "vault.keys", "folder of the vault"),
    "inside the vault": (lambda ws, _: ws.folder / "new.pdf", "folder of the vault"),
    "by a roundabout way": (
        lambda ws, _: ws.folder.parent / "x" / ".." / ws.folder.name / "new.pdf",
        "folder of the vault",
    ),
    "a folder": (lambda _, tmp: tmp, "is a folder"),
    "nowhere": (lambda _, tmp: tmp / "no" / "a.pdf", "There is no folder"),
    "no name": (lambda _, __: Path(), "is a folder"),
    "root": (lambda _, __: Path("/"), "is a folder"),
    "under a file": (lambda ws, _: ws.folder / "vault.db" / "a.pdf", "folder of the vault"),
    "a long name": (lambda _, tmp: tmp / ("x" * 300), "too long"),
    "a null": (lambda _, tmp: tmp / "a\x00b.pdf", "can’t be written there"),
}


def test_a_place_that_can_not_be_is_one_sentence_and_is_not_logged(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    before = _everything(workspace, inspection)
    paper = papers.checklist(workspace, inspection)
    for place, words in PLACES.values():
        path = place(workspace, tmp_path)
        with pytest.raises(Refused, match=words) as refused:
            papers.save(workspace, inspection, paper, path)
        assert "\n" not in str(refused.value)
    assert _everything(workspace, inspection) == before
    assert workspace.store.verify() == ()


def _everything(workspace: Workspace, inspection: str) -> tuple[object, ...]:
    folder = workspace.folder
    return papers.logged(workspace, inspection), sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "can’t be written there")],
)
def test_a_full_or_closed_place_leaves_no_half_file(
    workspace: Workspace,
    inspection: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    words: str,
) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"the paper of yesterday")
    paper, before = papers.checklist(workspace, inspection), papers.logged(workspace, inspection)

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("jtai_desktop.exchange.whole_files.os.fsync", fail)
    with pytest.raises(Refused, match=words):
        papers.save(workspace, inspection, paper, target)
    monkeypatch.undo()
    assert target.read_bytes() == b"the paper of yesterday"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["paper.pdf"]
    assert papers.logged(workspace, inspection) == before


def test_a_paper_that_can_not_be_logged_does_not_stay(
    workspace: Workspace, inspection: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Refused("The disk is full.")

    paper = papers.checklist(workspace, inspection)
    monkeypatch.setattr(printing, "add", full)
    with pytest.raises(Refused, match="The disk is full"):
        papers.save(workspace, inspection, paper, tmp_path / "paper.pdf")
    assert not (tmp_path / "paper.pdf").exists()


def test_a_paper_that_can_not_be_taken_back_is_named(
    workspace: Workspace, inspection: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Aside.put

    def full(aside: Aside) -> None:
        put(aside)
        raise Refused("The disk is full.")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    paper = papers.checklist(workspace, inspection)
    monkeypatch.setattr(Aside, "put", full)
    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(Refused, match=r"disk is full\. .*delete “paper\.pdf” there"):
        papers.save(workspace, inspection, paper, tmp_path / "paper.pdf")


def test_a_saved_paper_is_for_its_owner_only(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    paper = papers.checklist(workspace, inspection)
    papers.save(workspace, inspection, paper, tmp_path / "paper.pdf")
    assert stat.S_IMODE((tmp_path / "paper.pdf").stat().st_mode) == 0o600
