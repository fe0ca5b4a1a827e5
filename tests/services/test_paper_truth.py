"""Every paper of the example says what the screens say: each line once and in order."""

import json
from io import BytesIO

import pikepdf
import pytest

from jtai_desktop.cli.documents import as_data
from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.wording import moment_short
from jtai_desktop.reports.gaps import internal_notes
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.services.paper_shelf import Wish
from tests.reports.example import texts
from tests.services.shelf import ALL_PARTS, Shelf, in_order, line_of, squeezed

# ------------------------------------------------------------------ the register and its like


@pytest.fixture
def view(shelf: Shelf) -> Overview:
    return shelf.view


def test_each_item_stands_in_the_register_once_and_in_order(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("register"))
    area = view.register().area
    in_order(told, [squeezed(line_of(entry)) for entry in area])
    for number in {entry.item.number for entry in area}:
        title = next(each.item.title for each in area if each.item.number == number)
        assert told.count(squeezed(f"{number}{title}")) == 1
    for section in view.pack.sections:
        said = counts(view.register().of_section(section.number)).of_section
        assert squeezed(f"{section.number}{section.title}{said}") in told


def test_the_register_shows_both_statuses_version_date_and_warnings(
    shelf: Shelf, view: Overview
) -> None:
    told = shelf.told("register")
    for row in (
        "Organisation charts: reporting lines and accountability Council 10 Nov Sent Accepted v1",
        "the health and well-being board Partnership 10 Nov Sent Received v2 24 Sep 2026",
        "v3 not sent",
        "Police 9 Nov, 12:00 Late to us Asked – v1 6 Oct 2026 2 of 3 sets",
        "Cases for sampling during fieldwork YOT – On request – – –",
        "End of register",
    ):
        assert row in told
    warnings = [doubt.fact for entry in view.register().area for doubt in entry.doubts]
    in_order(told, warnings)


def test_each_child_and_kind_stands_in_the_index_once_and_in_order(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("child-index"))
    wanted = []
    for child in view.children:
        theirs = [e for e in view.register().children if e.item.child == child]
        wanted.append(squeezed(f"{child.label}, {child.reference}{counts(theirs).sent_of}"))
        wanted += [squeezed(line_of(entry)) for entry in theirs]
    in_order(told, wanted)
    assert all(told.count(each) == len(view.children) for each in {_kind(w) for w in wanted[1:10]})


def _kind(line: str) -> str:
    return line[1:]


def test_the_outstanding_list_holds_what_is_open_the_late_first(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("outstanding"))
    opened = view.register().open
    late = [entry for entry in opened if entry.late_by]
    in_order(told, [squeezed(f"{e.item.called}{e.item.title}") for e in late])
    for entry in opened:
        assert told.count(squeezed(f"{entry.item.called}{entry.item.title}")) == 1
    for entry in view.register().entries:
        if not entry.open:
            assert squeezed(f"{entry.item.called}{entry.item.title}") not in told
    assert squeezed("4.9 Performance information Police Force analyst 9 Nov, 12:00") in told
    assert squeezed(f"{len(opened)} documents still to be sent") in told


def test_what_the_inspectors_hold_is_every_sending(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("held"))
    sends = [
        (document, line)
        for document in view.documents
        for line in document.lines
        if line.step is Step.SEND
    ]
    for _, line in sends:
        assert told.count(line.sha256[:12]) == 1
    assert squeezed(f"{len(sends)} versions sent") in told
    assert told.count("samepassphrase") == len(sends)
    in_order(
        told,
        [
            each.standings[0].sent.sha256[:12]
            for each in view.register().entries
            if each.standings and each.standings[0].sent
        ],
    )


def test_every_milestone_stands_in_the_timetable_with_its_day(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("timetable"))
    for each in view.schedule.milestones:
        optional = "(optional)" if each.rule.optional else ""
        row = squeezed(f"{each.rule.title}{optional}{moment_short(each.due)}{each.rule.who}")
        assert told.count(row) == 1
    assert squeezed("Set by hand: Lead inspector asked for midday") in told
    assert squeezed("Worked out: Thu 12, end of day") in told
    assert squeezed("Owner: Quality lead") in told


def test_every_contact_stands_with_its_agency_once(shelf: Shelf, view: Overview) -> None:
    told = shelf.told("agencies")
    wanted = []
    for agency in view.agencies:
        theirs = sorted(
            (c for c in view.contacts if c.agency_id == agency.id), key=lambda c: c.role
        )
        wanted += [agency.name, *(f"{each.initials} {each.phone}" for each in theirs)]
    in_order(told, wanted)
    assert all(told.count(each.phone) == 1 for each in view.contacts)
    assert all(squeezed(each.email) in squeezed(told) for each in view.contacts)


@pytest.mark.parametrize("agency", ["council", "police", "camhs", "yot", "partnership", "ccg"])
def test_an_agency_is_asked_for_its_own_and_chased_for_what_it_owes(
    shelf: Shelf, view: Overview, agency: str
) -> None:
    theirs = view.register().of_agency(agency).entries
    asked = squeezed(shelf.told("request", Wish(agency=agency)))
    chased = squeezed(shelf.told("chase", Wish(agency=agency)))
    for entry in theirs:
        wanted = entry.counts or entry.item.on_request
        assert asked.count(squeezed(f"{entry.item.code}{entry.item.title}")) == wanted
        owed = entry.open and entry.with_agency
        assert chased.count(squeezed(f"{entry.item.called}{entry.item.title}")) == owed
    others = [e for e in view.register().entries if e.agency != agency and e.item.child is None]
    assert not [e for e in others if squeezed(line_of(e)) in asked + chased]


def test_a_childs_cover_holds_its_documents_only(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("child-cover", Wish(child="child c ")))
    theirs = [
        e for e in view.register().children if e.item.child and e.item.child.label == "Child C"
    ]
    in_order(told, [squeezed(line_of(entry)) for entry in theirs])
    assert "ChildA" not in told
    assert squeezed("Cover sheet, reference NM-03") in told


@pytest.mark.parametrize("key", ["child-index", "conversations", "copies", "outstanding", "held"])
def test_a_paper_about_one_child_has_the_rows_of_that_child_alone(
    shelf: Shelf, view: Overview, key: str
) -> None:
    paper = shelf.made(key, Wish(child="Child C"))
    told, whole = shelf.told(key, Wish(child="Child C")), shelf.told(key)
    assert f"{KINDS[key].name}, Child C" in told
    others = {child.label for child in view.children} - {"Child C"}
    assert not [label for label in others if label in told]
    assert not [e for e in view.register().area if squeezed(line_of(e)) in squeezed(told)]
    # What is told of the child is what the whole paper tells.
    mine = {word for word in told.split() if word[0].isdigit()}
    assert mine - set(whole.split()) <= set(texts(paper.content)[0].split())
    assert paper.file_name.endswith("-full-child-3.pdf")
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert "Child C" not in str(pdf.docinfo.get("/Title"))


@pytest.mark.parametrize("key", ["outstanding", "chase"])
def test_one_person_is_told_of_what_they_own_alone(shelf: Shelf, view: Overview, key: str) -> None:
    told = squeezed(shelf.told(key, Wish(person="Force analyst")))
    (analyst,) = [each for each in view.contacts if each.role == "Force analyst"]
    mine = [e for e in view.register().open if e.owner_id == analyst.id]
    assert mine
    for entry in view.register().open:
        line = squeezed(f"{entry.item.called}{entry.item.title}")
        assert told.count(line) == (entry in mine and (key == "outstanding" or entry.with_agency))
    others = {each.role for each in view.contacts} - {analyst.role}
    assert not [role for role in others if squeezed(role) in told]
    both = shelf.told("outstanding", Wish(person="Force analyst", child="Child F"))
    assert "Outstanding list, Child F, Force analyst" in both
    assert "4.9" not in both


# ------------------------------------------------------------------ the pack


def test_the_counts_on_the_cover_are_those_of_today_and_the_command_line(
    shelf: Shelf, view: Overview
) -> None:
    cover = texts(shelf.made("pack").content)[0]
    every = counts(view.register().entries)
    data = json.loads(json.dumps(as_data(view, view.register().entries)))
    assert (data["sent"], data["to_send"]) == (every.sent, every.to_send)
    for name, entries in (
        ("Information from each agency", view.register().area),
        ("Case-file documents of six children", view.register().children),
        ("In all", view.register().entries),
    ):
        found = counts(entries)
        numbers = (found.sent, found.ready, found.to_check, found.with_agency, found.late)
        assert f"{name} {' '.join(map(str, numbers))} {found.total}" in cover
    assert f"{every.to_send} documents still to be sent" in cover
    assert every.with_us + every.with_agency + every.late == every.to_send == 34
    assert len(view.day().register.overdue) == every.late == 5


def test_the_cover_says_what_is_missing_and_left_out(shelf: Shelf, view: Overview) -> None:
    cover = " ".join(texts(shelf.made("pack").content)[:2])
    in_order(
        cover,
        [
            "Missing, late to us 4.7 Force governance minutes, 4.9 Performance information,",
            "Missing, in time 4.4 Child protection referral form,",
            "Not checked 1.2, 1.4, 4.3, 6.3. A 9, B 7, C 6, C 9, E 4, F 7. Version 3 of 2.2.",
            "Ready, not sent 1.6, 2.1, 3.2, 4.6, 5.4. A 5,",
            "With a warning 1.4: dated 14 Apr, outside the 6 months.",
            "Evaluations Joint evaluation to come: Child B, Child C, Child D, Child E and Child F.",
            "Late to us: Child C, Police. Seen differently and not settled: Child C, 1 question.",
            f"Left out {internal_notes(view.register())} internal notes. 2.3, 3.3 and 5.5, only on",
            "Conversations without a standing agreement.",
            "Self-evaluation 20 of 72 agreed, 21 drafts, 31 missing.",
        ],
    )
    for entry in view.register().entries:
        for doubt in entry.doubts:
            assert doubt.sentence in cover


def test_inspectors_read_which_evaluations_are_to_come_and_no_more(shelf: Shelf) -> None:
    pack = shelf.made("pack", Wish(variant=Variant.INSPECTORS))
    cover = " ".join(texts(pack.content)[:2])
    assert "Joint evaluation to come: Child B, Child C, Child D, Child E and Child F." in cover
    assert "Child C, Police" not in cover
    assert "not settled" not in cover


def test_a_draft_says_so_on_every_page_and_no_other_paper_does(
    shelf: Shelf,
) -> None:
    assert all(page.count("DRAFT") == 2 for page in texts(shelf.made("pack").content))
    for key in KINDS:
        if key != "pack":
            assert "DRAFT" not in shelf.told(key)


def test_the_contents_lead_to_the_parts(shelf: Shelf) -> None:
    paper = shelf.made("pack", Wish(parts=ALL_PARTS))
    pages = texts(paper.content)
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        areas = [area for page in pdf.pages for area in page.get("/Annots", ())]
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            bookmarks = [item.title for item in outline.root]
        goals = [(str(area.Contents), numbers[area.Dest[0].objgen]) for area in areas]
    assert bookmarks == ["Readiness pack", *(goal.rpartition(", page ")[0] for goal, _ in goals)]
    of_agencies_and_children = 6 + 6 + 6 + 6
    of_all = sum(KINDS[key].whole is not None for key in ALL_PARTS)
    assert len(goals) == of_all + of_agencies_and_children
    assert len(set(bookmarks)) == len(bookmarks)
    for goal, page in goals:
        title, _, number = goal.rpartition(", page ")
        assert int(number) == page + 1
        assert title.removeprefix("Cover sheet, ") in pages[page]
        assert "page 1 of" in pages[page]


def test_chosen_parts_and_no_others_are_in_the_pack(shelf: Shelf) -> None:
    told = shelf.told("pack", Wish(parts=("held", "timetable")))
    assert "Parts not chosen: contacts, register," in told
    assert "Readiness pack: timetable, page 1 of" in told
    assert "Readiness pack: what the inspectors hold, page 1 of" in told
    assert "Readiness pack: documents register" not in told
