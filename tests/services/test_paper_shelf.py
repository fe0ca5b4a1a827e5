"""Every paper of the example as a file, and who may read what in it."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from jtai_desktop.domain.conversations.track import AGREED, State
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.reports.blocks import Sign
from jtai_desktop.reports.gaps import gap_facts
from jtai_desktop.reports.variants import FOR_INSPECTORS, Variant
from jtai_desktop.services import overview, paper_protection, paper_shelf, papers
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_kind import Choice
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.services.paper_material import material_of
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.workspace import Workspace
from tests.reports.example import body, texts
from tests.services.shelf import ALL_PARTS, EVERY, NAMES, Shelf, line_of, squeezed, wishes

PASSPHRASE = "amber kettle orbit thistle"
OF_A_DOCUMENT = "The child declined the interview"  # why there is no paper of a talk at home
REFUSALS = ("declined", "withdrawn", "withdrew", "not appropriate")


@pytest.fixture
def view(shelf: Shelf) -> Overview:
    return shelf.view


@pytest.mark.parametrize(("key", "wish"), EVERY, ids=NAMES)
def test_every_paper_names_its_reader_and_seal_on_every_page(
    shelf: Shelf, key: str, wish: Wish
) -> None:
    paper = shelf.made(key, wish)
    pages = texts(paper.content)
    assert len(pages) == paper.pages
    for number, page in enumerate(pages, start=1):
        assert f"Seal {paper.seal} Page {number} of {len(pages)}" in page
        assert page.count("OFFICIAL-SENSITIVE") == 2
        for_them = wish.variant is Variant.INSPECTORS
        assert (FOR_INSPECTORS in page) is for_them
        assert ("Not for inspectors." in page) is not for_them


@pytest.mark.parametrize(("key", "wish"), EVERY, ids=NAMES)
def test_the_same_wish_is_the_same_paper(shelf: Shelf, key: str, wish: Wish) -> None:
    assert shelf.new(key, wish) == shelf.made(key, wish)


def test_no_two_wishes_have_one_seal_or_one_file(shelf: Shelf) -> None:
    made = [shelf.made(key, wish) for key, wish in EVERY]
    assert len({paper.seal for paper in made}) == len(made)
    assert len({paper.file_name for paper in made}) == len(made)
    for paper in made:
        name = r"[a-z-]+-2026-11-\d\d(-[a-z]+)+(-\d+)?(-to-(\d+|now))?\.pdf"
        assert re.fullmatch(name, paper.file_name)


def test_no_child_and_no_role_is_named_outside_the_pages(shelf: Shelf, view: Overview) -> None:
    told = ""
    for key, wish in EVERY:
        paper = shelf.made(key, wish)
        with pikepdf.open(BytesIO(paper.content)) as pdf:
            told += paper.file_name + " ".join(str(value) for value in pdf.docinfo.values())
    assert "Child A" not in told
    assert "Child C" not in told
    assert not [each.role for each in view.contacts if each.role in told]


def test_nobody_who_has_not_agreed_is_on_any_paper(shelf: Shelf, view: Overview) -> None:
    others = [talk for talk in view.conversations.talks if talk.state not in AGREED]
    assert {State.DECLINED, State.WITHDRAWN, State.NOT_APPROPRIATE} <= {t.state for t in others}
    reasons = {line.reason for talk in others for line in talk.person.lines if line.reason}
    names = {squeezed(talk.person.called) for talk in others}
    pack = Wish(parts=ALL_PARTS)
    for key, wish in (*EVERY, ("pack", pack)):
        told = shelf.told(key, wish)
        low, packed = told.replace(OF_A_DOCUMENT, "").lower(), squeezed(told)
        assert not [name for name in names if name in packed], key
        assert not [word for word in REFUSALS if word in low], key
        assert not [reason for reason in reasons if reason in told], key
    for key in ("conversations", "arrangements"):
        sheet = shelf.told(key)
        assert "Child F" not in sheet
        assert not [t for t in others if f"{t.person.child} {t.person.word}" in sheet]


def test_only_the_partnership_reads_that_there_is_something_to_tell(shelf: Shelf) -> None:
    duty = "Tell the lead inspector of a decision, Child D"
    for key, wish in EVERY:
        told = duty in shelf.told(key, wish)
        alone = wish.agency or wish.person or wish.child or wish.variant is Variant.INSPECTORS
        holds = key in {"checklist", "pack", "conversations"}
        assert told is (holds and not alone), (key, wish)
    for_owner = Wish(person="participation lead")
    assert duty in shelf.told("day-sheet", for_owner)


# ------------------------------------------------------------------ the files


@pytest.fixture(scope="module")
def checker() -> Any:  # noqa: ANN401 - a package that need not be there
    return pytest.importorskip("page", reason="page-validation is not installed")


@pytest.mark.parametrize(("key", "wish"), EVERY, ids=NAMES)
def test_every_paper_passes_pdf_ua(
    shelf: Shelf,
    checker: Any,  # noqa: ANN401
    key: str,
    wish: Wish,
) -> None:
    content = shelf.made(key, wish).content
    report = checker.validate_pdf_bytes(content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []


# ------------------------------------------------------------------ who may read what


def test_internal_notes_are_on_no_paper(shelf: Shelf, view: Overview) -> None:
    notes = [item.notes.internal for item in view.items]
    notes += [document.notes.internal for document in view.documents]
    notes = [note for note in notes if note]
    assert notes
    for key, wish in (*EVERY, ("pack", Wish(parts=ALL_PARTS))):
        told = squeezed(shelf.told(key, wish))
        assert not [note for note in notes if squeezed(note) in told]


def test_inspectors_read_no_chasing_no_earlier_times_and_no_remarks(
    shelf: Shelf,
) -> None:
    told = shelf.told("pack", Wish(variant=Variant.INSPECTORS, parts=()))
    assert "For inspectors." in told
    for word in ("Late to us", "chased", "12:00 Late", "asked for midday", "Sent 08:41", "Owner:"):
        assert word not in told
    for word in ("Checked by", "same passphrase", "Away:", "Nobody named"):
        assert word not in told
    for key in ("outstanding", "request", "chase"):
        with pytest.raises(Refused, match="is not made for inspectors"):
            shelf.made(key, Wish(agency="police", variant=Variant.INSPECTORS))
        with pytest.raises(Refused, match="There is no part"):
            shelf.made("pack", Wish(variant=Variant.INSPECTORS, parts=(key,)))


def test_staff_stand_by_initials(shelf: Shelf, view: Overview) -> None:
    told = shelf.told("pack", Wish(variant=Variant.STAFF, parts=ALL_PARTS))
    for contact in view.contacts:
        assert contact.phone not in told
        assert contact.email not in told
    assert "Owner: QL" in told
    assert "Owner: Quality lead" not in told
    assert "by IC" in told


def test_an_agencys_pack_holds_only_its_own(shelf: Shelf, view: Overview) -> None:
    told = shelf.told("pack", Wish(agency="yot"))
    assert "For YOT. Not for inspectors." in told
    mine = view.register().of_agency("yot").entries
    others = [e for e in view.register().entries if e.agency != "yot" and e.item.child is None]
    assert all(squeezed(line_of(e)) in squeezed(told) for e in mine)
    assert not [e for e in others if squeezed(line_of(e)) in squeezed(told)]
    assert "YOT manager" in told
    assert "01632 960 120" not in told


# ------------------------------------------------------------------ refusing and protecting


def test_an_override_and_a_second_sending_are_told(workspace: Workspace, inspection: str) -> None:
    from jtai_desktop.domain.documents.lines import Point
    from jtai_desktop.services import documents
    from jtai_desktop.services.documents import Said

    before = overview.load(workspace, inspection)
    entry = next(e for e in before.register().entries if e.item.number == "2.2")
    (document,) = entry.documents
    reason = "The board signs on Friday and the clerk vouches for it"
    said = Said(reason=reason, points=tuple(Point))
    documents.take_step(workspace, inspection, Step.OVERRIDE, [document.id], said)
    documents.take_step(workspace, inspection, Step.SEND, [document.id], Said(way="portal"))
    now = overview.load(workspace, inspection)
    held = body(paper_shelf.make(workspace, inspection, "held").content)
    assert "2.2 Well-being board minutes v2" in held
    assert "2.2 Well-being board minutes v3" in held
    assert f"Overridden: {reason}" in held
    cover = " ".join(texts(paper_shelf.make(workspace, inspection, "pack").content)[:2])
    assert f"Overridden 2.2: {reason}." in cover
    for_them = Wish(variant=Variant.INSPECTORS)
    for key in ("pack", "held"):
        told = body(paper_shelf.make(workspace, inspection, key, for_them).content)
        assert reason not in told
    signs = {each.sign for each in gap_facts(material_of(now, now.now, Variant.FULL))}
    assert Sign.OVERRIDDEN in signs


@pytest.mark.parametrize(
    ("key", "wish", "words"),
    [
        ("nothing", Wish(), "There is no paper “nothing”. There are: checklist, day-sheet,"),
        ("request", Wish(), "Request sheet: say for which agency."),
        ("pack", Wish(variant=Variant.AGENCY), "Readiness pack: say for which agency."),
        ("register", Wish(agency="navy"), "There is no agency “navy”. There are: council,"),
        ("child-cover", Wish(), "Cover sheet of a child: say for which child."),
        (
            "child-cover",
            Wish(child="Child Z\n"),
            "There is no child “Child Z”. There are: Child A,",
        ),
        ("board", Wish(agency="police"), "Board paper on the action plan: there is none for one"),
        ("lists", Wish(agency="police"), "Child-level lists: there is none for one agency."),
        ("plan-issued", Wish(version="3"), "There is no version 3 of the plan. There are: 1 and 2"),
        ("plan-issued", Wish(version="two"), "“two” is no number of a version. Type one such"),
        ("plan-changes", Wish(compared="-1"), "“-1” is no number of a version. Type one such"),
        ("pack", Wish(parts=("nothing",)), "There is no part “nothing”. There are: timetable,"),
        ("pack", Wish(parts=("checklist",)), "There is no part “checklist”."),
    ],
)
def test_what_can_not_be_made_is_one_sentence(
    shelf: Shelf, key: str, wish: Wish, words: str
) -> None:
    with pytest.raises(Refused) as refused:
        shelf.new(key, wish)
    assert str(refused.value).startswith(words)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("key", KINDS)
def test_an_inspection_that_has_just_begun_prints_too(
    bare_workspace: Workspace, bare: str, key: str
) -> None:
    if Choice.ONE_CHILD in KINDS[key].choices:
        with pytest.raises(Refused, match="No child is selected yet"):
            paper_shelf.make(bare_workspace, bare, key, Wish(child="Child A"))
        return
    for wish in wishes(key):
        paper = paper_shelf.make(
            bare_workspace, bare, key, replace(wish, child="", person="", version="", compared="")
        )
        assert paper.pages >= 1
        assert paper.missing == ()


def test_a_protected_paper_opens_with_its_passphrase_only(shelf: Shelf) -> None:
    paper = shelf.made("pack")
    kept = paper_protection.protected(paper, PASSPHRASE)
    assert (kept.seal, kept.pages, kept.file_name) == (paper.seal, paper.pages, paper.file_name)
    assert b"Northmoor" not in kept.content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(kept.content))
    with pikepdf.open(BytesIO(kept.content), password=PASSPHRASE) as pdf:
        assert pdf.encryption.R == 6
        assert str(pdf.encryption.stream_method).endswith("aesv3")
        assert pdf.allow.accessibility
        assert len(pdf.pages) == paper.pages
        assert "/StructTreeRoot" in pdf.Root


@pytest.mark.parametrize("typed", ["", "short", "aaaaaaaaaaaaaaaa", "ŵ lamp river stone " * 10])
def test_a_passphrase_that_keeps_nobody_out_is_refused(shelf: Shelf, typed: str) -> None:
    with pytest.raises(Refused):
        paper_protection.protected(shelf.made("chase"), typed)


def test_every_paper_can_be_saved_and_is_logged_for_its_reader(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    for key in KINDS:
        paper = paper_shelf.make(workspace, inspection, key, wishes(key)[0])
        papers.save(workspace, inspection, paper, tmp_path / paper.file_name)
        (entry,) = (e for e in papers.logged(workspace, inspection) if e.seal == paper.seal)
        assert (entry.paper, entry.pages) == (paper.name, paper.pages)
        assert entry.variant == paper.variant != ""
