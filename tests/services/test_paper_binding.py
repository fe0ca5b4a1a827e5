"""Documents bound into the pack: numbered on, named, marked; what could not be, with its reason."""

import io
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from jtai_desktop.domain.inspection import Keeping
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.whole_files import Aside
from jtai_desktop.reports.variants import FOR_INSPECTORS, Variant
from jtai_desktop.services import council, documents, overview, paper_shelf, papers
from jtai_desktop.services.documents import NewFile
from jtai_desktop.services.paper_binding import ALL, SENT
from jtai_desktop.services.paper_shelf import Wish
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.taking_in import Incoming
from jtai_desktop.services.workspace import Workspace
from tests.exchange import foreign_pdfs as foreign
from tests.reports.example import texts
from tests.services.shelf import Shelf

ONLY = ("register",)
BOUND = Wish(parts=ONLY, bind=("1.1", "2.2:1", "C 1"))


@pytest.fixture(scope="module")
def bound(shelf: Shelf) -> Paper:
    return shelf.made("pack", BOUND)


def _document(workspace: Workspace, inspection: str, code: str) -> str:
    entries = overview.load(workspace, inspection).register().entries
    return next(each.documents[0].id for each in entries if each.item.code == code)


def _add(workspace: Workspace, inspection: str, code: str, content: bytes) -> None:
    where = _document(workspace, inspection, code)
    file = Incoming(where, "file.pdf", lambda: io.BytesIO(content), len(content))
    documents.take_in(workspace, inspection, [file])


def _bound(
    workspace: Workspace, inspection: str, *codes: str, variant: Variant = Variant.FULL
) -> Paper:
    wish = Wish(parts=ONLY, bind=codes, variant=variant)
    return paper_shelf.make(workspace, inspection, "pack", wish)


# ------------------------------------------------------------------ what is bound in


def test_they_stand_behind_a_divider_in_the_order_of_the_register(bound: Paper) -> None:
    pages = texts(bound.content)
    divider = next(at for at, page in enumerate(pages) if "Where each begins" in page)
    behind = pages[divider + 1 :]
    titles = ("1.1 Organisation charts", "2.2 Well-being board minutes", "C 1 Referral or contact")
    assert len(behind) == len(titles)
    for number, (page, title) in enumerate(zip(behind, titles, strict=True), start=divider + 2):
        assert page.count(title) == 2  # our line above it, and its own
        assert f"{number} {title}" in pages[divider]
        assert f"Page {number} of {len(pages)}" in page
        assert page.count("OFFICIAL-SENSITIVE") == 2
        assert f"Seal {bound.seal}" in page
        assert "Not for inspectors." in page
        assert "Children by label only" not in page
    assert "version 1" in behind[1]
    assert bound.pages == len(pages)
    assert "Bound in 3 documents, 3 pages" in " ".join(pages[:divider])


def test_bookmarks_and_links_lead_to_each(bound: Paper) -> None:
    with pikepdf.open(BytesIO(bound.content)) as pdf, pdf.open_outline() as outline:
        titles = [child.title for each in outline.root for child in (each, *each.children)]
        assert titles[-3:] == [
            "1.1 Organisation charts",
            "2.2 Well-being board minutes",
            "C 1 Referral or contact",
        ]
        divider = pdf.pages[len(pdf.pages) - 4].obj
        goals = [note.Dest[0].objgen for note in divider.Annots]
        assert goals == [page.obj.objgen for page in pdf.pages[-3:]]
        assert pdf.check_pdf_syntax() == []


def test_only_a_pack_without_pages_of_others_claims_to_be_accessible(
    shelf: Shelf, bound: Paper
) -> None:
    claims = []
    for paper in (shelf.made("pack", Wish(parts=ONLY)), bound):
        with pikepdf.open(BytesIO(paper.content)) as pdf:
            claims.append(b"pdfuaid:part" in pdf.Root.Metadata.read_bytes())
            assert "/StructTreeRoot" in pdf.Root
    assert claims == [True, False]
    assert any("one picture each to a screen reader" in page for page in texts(bound.content))


def test_the_same_again_is_the_same_and_another_choice_another(shelf: Shelf, bound: Paper) -> None:
    assert shelf.new("pack", BOUND) == bound
    other = shelf.made("pack", replace(BOUND, bind=("1.1", "2.2:2", "C 1")))
    assert other.seal != bound.seal
    assert len({other.seal, bound.seal, shelf.made("pack", Wish(parts=ONLY)).seal}) == 3


def test_a_broad_page_is_turned_and_all_its_words_are_there(
    bare_workspace: Workspace, bare: str
) -> None:
    content = foreign.pages("one", "two", "three", size=foreign.BROAD)
    _add(bare_workspace, bare, "1.1", content)
    pages = texts(_bound(bare_workspace, bare, ALL).content)
    for page, word in zip(pages[-3:], ("one", "two", "three"), strict=True):
        assert f" {word} " in page
    assert "1.1, page 2 of 3" in pages[-2]


# ------------------------------------------------------------------ what is not


def test_each_that_can_not_be_bound_in_is_told_with_its_reason(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    _add(bare_workspace, bare, "1.1", foreign.pages("good"))
    _add(bare_workspace, bare, "1.2", foreign.encrypted("x"))
    _add(bare_workspace, bare, "1.3", b"not a PDF at all")
    _add(bare_workspace, bare, "1.4", foreign.pages("x")[:300])
    settings = council.load(bare_workspace)
    council.change(bare_workspace, replace(settings, keeps_files=Keeping.REFERENCED))
    outside = {code: tmp_path / f"{code}.pdf" for code in ("1.5", "1.6")}
    for code, path in outside.items():
        path.write_bytes(foreign.pages("before"))
        new = NewFile(_document(bare_workspace, bare, code), path)
        documents.add_files(bare_workspace, bare, [new])
    outside["1.5"].write_bytes(foreign.pages("after!"))
    outside["1.6"].unlink()
    paper = _bound(bare_workspace, bare, ALL, "1.7")
    wanted = (
        "1.2, version 1, is encrypted",
        "1.3, version 1, is not a PDF",
        "1.4, version 1, is damaged",
        "1.5, version 1, was changed where it lies",
        "1.6, version 1, is missing",
        "1.7 has no file yet",
    )
    assert paper.left_out == wanted
    pages = texts(paper.content)
    divider = next(page for page in pages if "Where each begins" in page)
    assert f"Not bound in {'. '.join(wanted)}." in " ".join(pages[: pages.index(divider)])
    for _, reason in (each.rsplit(", ", 1) for each in wanted[:-1]):
        assert f"{reason[:1].upper()}{reason[1:]}" in divider
    assert " good " in pages[-1]


def test_a_file_of_the_vault_that_is_gone_or_altered_is_told(
    bare_workspace: Workspace, bare: str
) -> None:
    for code in ("1.1", "1.2"):
        _add(bare_workspace, bare, code, foreign.pages(code))
    found = overview.load(bare_workspace, bare).documents
    kept = [each.versions[0].kept for each in found if each.versions]
    folder = bare_workspace.folder / "files"
    (folder / kept[0]).unlink()
    spoilt = bytearray((folder / kept[1]).read_bytes())
    spoilt[-1] ^= 1
    (folder / kept[1]).write_bytes(spoilt)
    paper = _bound(bare_workspace, bare, ALL)
    assert len(paper.left_out) == 2
    said = " ".join(paper.left_out)
    assert "is missing" in said
    assert "is damaged or was altered" in said


def test_inspectors_get_only_what_they_hold(shelf: Shelf) -> None:
    sent = {e.item.code for e in shelf.view.register().entries if e.sent}
    here = {e.item.code for e in shelf.view.register().entries if e.here} - sent
    assert here
    unsent = min(here)
    for_them = Wish(parts=ONLY, variant=Variant.INSPECTORS, bind=(unsent, "2.2", "2.2:3"))
    paper = shelf.made("pack", for_them)
    pages = texts(paper.content)
    assert all("was not sent to the inspectors" in each for each in paper.left_out)
    assert len(paper.left_out) == 2
    assert "2.2 Well-being board minutes, version 2" in pages[-1]
    assert FOR_INSPECTORS in pages[-1]
    everything = shelf.made("pack", Wish(parts=ONLY, variant=Variant.INSPECTORS, bind=(ALL,)))
    held = shelf.made("pack", Wish(parts=ONLY, bind=(SENT,)))
    count = len([at for at in texts(everything.content) if "As its author made it" in at])
    assert count == len([at for at in texts(held.content) if "As its author made it" in at])


def test_an_agencys_pack_binds_in_only_its_own(shelf: Shelf) -> None:
    paper = shelf.made("pack", Wish(parts=ONLY, agency="yot", bind=(ALL,)))
    pages = [page for page in texts(paper.content) if "As its author made it" in page]
    mine = {e.item.code for e in shelf.view.register().of_agency("yot").entries if e.here}
    assert len(pages) == len(mine) > 0
    with pytest.raises(Refused, match=r"There is no item “1\.1” to bind in"):
        shelf.new("pack", Wish(parts=ONLY, agency="yot", bind=("1.1",)))


@pytest.mark.parametrize(
    ("bind", "words"),
    [("9.9", "There is no item “9.9” to bind in."), ("1.1:7", "1.1 has no version “7”.")],
)
def test_what_is_not_there_is_one_sentence(shelf: Shelf, bind: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        shelf.new("pack", Wish(bind=(bind,)))
    assert str(refused.value).startswith(words)


# ------------------------------------------------------------------ stopping


def _stops_at(share: float, kind: type[BaseException]) -> Callable[[str, float], None]:
    def heard(_doing: str, done: float) -> None:
        if done >= share:
            raise kind

    return heard


@pytest.mark.parametrize("share", [0.0, 0.15, 0.5, 0.65, 0.8, 0.99])
def test_the_making_can_be_stopped_anywhere(shelf: Shelf, share: float) -> None:
    stop = _stops_at(share, KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        paper_shelf.make(shelf.workspace, shelf.view.inspection.id, "pack", BOUND, stop)


def test_progress_never_goes_back(shelf: Shelf) -> None:
    shares: list[float] = []
    inspection = shelf.view.inspection.id
    paper_shelf.make(
        shelf.workspace, inspection, "pack", BOUND, lambda _doing, share: shares.append(share)
    )
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1
    assert 0.9 < shares[-1] <= 1


@pytest.mark.parametrize("where", ["while it is written", "before it is put", "after it is put"])
def test_a_save_that_is_stopped_leaves_no_new_file_and_no_line(
    workspace: Workspace,
    inspection: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
) -> None:
    target = tmp_path / "out" / "paper.pdf"
    target.parent.mkdir()
    target.write_bytes(b"the paper of yesterday")
    paper, before = papers.checklist(workspace, inspection), papers.logged(workspace, inspection)
    put = Aside.put

    def stop(aside: Aside) -> None:
        if where == "after it is put":
            put(aside)
        raise KeyboardInterrupt

    monkeypatch.setattr(Aside, "put", stop)
    heard = _stops_at(0, KeyboardInterrupt) if where == "while it is written" else _never
    with pytest.raises(KeyboardInterrupt):
        papers.save(workspace, inspection, paper, target, heard)
    left = [each.read_bytes() for each in target.parent.iterdir()]
    assert left == ([] if where == "after it is put" else [b"the paper of yesterday"])
    assert papers.logged(workspace, inspection) == before


def _never(_doing: str, _share: float) -> None:
    """Nothing stops it."""
