"""How papers of blocks look: nothing lost, cut or out of its margins, whatever they say."""

import unicodedata
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from jtai_desktop.domain.documents.register import Register
from jtai_desktop.domain.evaluations.register import Evaluations
from jtai_desktop.domain.lists.kept import KeptLists
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Fact,
    Facts,
    Heading,
    SectionRow,
    Sentence,
    Sign,
    Signatures,
    Table,
    Writing,
)
from jtai_desktop.reports.pack import Around, Pack, Sheet, Single
from jtai_desktop.reports.pdf import blocks as drawing
from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.document import drawn, printed, render
from jtai_desktop.reports.pdf.pack import set_pack, set_single
from jtai_desktop.reports.pdf.part import SetPaper
from jtai_desktop.reports.pdf.styles import BODY_BOTTOM, BODY_TOP, MM, PAGE_HEIGHT, SIDE, WIDTH
from jtai_desktop.reports.pdf.tagging.tree import Role
from tests.domain.documents import made
from tests.reports.example import body, texts
from tests.reports.material import every_sheet, saying
from tests.reports.pdf.test_hostile import HOSTILE

AROUND = Around("Northmoor", "Joint inspection", made.NOW)
NOTE = " ".join(f"w{number}x" for number in range(5_000))
COLUMNS = (Column("No.", 20, names_row=True), Column("Title", 100), Column("State", 60))


def paper(*blocks: Block) -> Single:
    return Single(AROUND, Sheet("Sheet", "For the partnership.", blocks, "About it"))


def rows(count: int) -> Table:
    lines = (
        (
            Cell(f"n{number}x", boxed=True),
            Cell(f"t{number}x", below=(Cell(f"b{number}x", Sign.WARNING, strong=True),)),
            Cell(f"s{number}x", Sign.ASKED),
        )
        for number in range(count)
    )
    return Table(COLUMNS, tuple(lines))


def _signs(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", text)
    return {sign for sign in plain if not sign.isspace() and sign not in "\ufffd\ufffe"}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_a_paper_or_is_lost(text: str) -> None:
    done = printed(every_sheet(saying(text)))
    told = body(done.pdf)
    read, named = _signs(told), {each.sign for each in done.missing}
    for sign in _signs(clean(text)):
        assert sign in read or sign in named, f"{sign!r} is lost"
    assert "never printed" not in told


@pytest.mark.parametrize(
    "text",
    [
        "long" * 60,
        "Zażółć gęślą jaźń, Łukasz",
        "Nguyễn Thị Ánh Tuyết, Đà Nẵng",
        "ليلى بنت أحمد، رقم 12",
        "Ŵythnos ŷ llŷn ŵyr",
        "<b>& שלום\x00 👨 ŵŷ\n" + "long" * 30,
    ],
    ids=range(6),
)
def test_every_sheet_passes_pdf_ua_in_any_alphabet(text: str) -> None:
    checker: Any = pytest.importorskip("page", reason="page-validation is not installed")
    content = render(every_sheet(saying(text)))
    report = checker.validate_pdf_bytes(content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []


@pytest.mark.parametrize("text", ["plain", "word " * 40, "longword" * 40, "שלום עולם " * 20])
def test_no_text_stands_outside_its_margins(text: str) -> None:
    document = pypdfium2.PdfDocument(render(every_sheet(saying(text))))
    for page in document:
        found = page.get_textpage()
        for index in range(found.count_chars()):
            if chr(raw.FPDFText_GetUnicode(found, index)).isspace():
                continue
            left, bottom, right, top = found.get_charbox(index, loose=False)
            assert left >= SIDE - 1.5
            assert right <= SIDE + WIDTH + 1.5
            assert min(bottom, PAGE_HEIGHT - top) >= 6 * MM


def _stood(setting: SetPaper, *, heads: bool = True) -> None:
    """Between the edges, below one another; heads with what follows, if they are no page high."""
    for part in setting.parts:
        for page in part.pages:
            tops = [stood.top for stood in page]
            assert tops == sorted(tops)
            for stood, after in zip(page, [*page[1:], None], strict=True):
                bottom = stood.top + stood.strip.height
                assert stood.top >= BODY_TOP
                assert bottom <= (after.top if after else BODY_BOTTOM) + 0.1
            assert not (heads and page[-1].strip.keep), "a head stands alone at the foot"


@pytest.mark.parametrize("text", ["plain", "word " * 80, "longword" * 80], ids=range(3))
def test_strips_never_overlap_nor_leave_the_page(text: str) -> None:
    _stood(set_pack(every_sheet(saying(text))), heads=text == "plain")
    for count in range(20, 60):
        blocks = (Heading("Lines"), rows(count), Heading("Notes"), Writing(4), Signatures(("By",)))
        _stood(set_single(paper(*blocks)))


def test_a_long_note_goes_on_overleaf_word_for_word() -> None:
    table = Table(
        COLUMNS, ((Cell("1"), Cell("Title", below=(Cell(NOTE, quiet=True),)), Cell("x")),)
    )
    pages = texts(render(paper(Heading("Lines"), table)))
    assert len(pages) > 3
    words = [word for page in pages for word in page.split() if word[:1] == "w" and word[-1] == "x"]
    assert words == NOTE.split()


def test_sixty_rows_come_once_under_their_heads_on_each_page() -> None:
    pages = texts(render(paper(Heading("Lines"), rows(60))))
    assert len(pages) > 1
    assert all("No. Title State" in page for page in pages)
    assert all("Lines continued" in page for page in pages[1:])
    words = [word for page in pages for word in page.split() if word.endswith("x")]
    assert words == [f"{part}{number}x" for number in range(60) for part in "ntbs"]


def test_what_is_empty_says_so() -> None:
    empty = Table(COLUMNS, (), "No line yet.")
    text = body(render(paper(Heading("Lines"), empty, Facts((), nothing="No fact yet."))))
    assert "Lines No line yet. No fact yet." in text
    assert "No. Title" not in text


def test_a_cover_of_two_pages_still_counts_right() -> None:
    many = tuple(Fact(f"lead{number}", "text") for number in range(60))
    cover = Sheet("Pack", "For us.", (Facts(many), Heading("In this pack"), Contents()))
    sheets = tuple(Sheet(f"Part {number}", "For us.", (rows(30),)) for number in range(4))
    paper_of_it = Pack(AROUND, cover, sheets)
    pages = texts(render(paper_of_it))
    first = [number for number, page in enumerate(pages, 1) if "page 1 of" in page]
    contents = next(page for page in pages if "In this pack" in page)
    for number, page in enumerate(first):
        assert f"{page} Part {number}" in contents
    assert first[0] == 3


def test_a_marking_without_room_in_the_margin_stands_in_full_on_the_cover() -> None:
    marking = "OFFICIAL-SENSITIVE " * 9 + "END-OF-MARKING"
    around = replace(AROUND, marking=marking)
    sheet = Sheet("Register", "For the partnership.", ())
    for paper_of in (Single(around, sheet), Pack(around, sheet, (sheet,))):
        pages = texts(render(paper_of))
        assert marking in pages[0]
        assert all(page.count("…") == 2 for page in pages)


def test_every_kind_of_block_has_its_drawing() -> None:
    assert set(drawing._SETTING) == set(Block.__args__)


def test_furniture_of_a_draft_is_spoken_once() -> None:
    draft = replace(AROUND, draft=True, practice=True)
    setting = set_single(Single(draft, Sheet("Sheet", "For us.", (rows(60),))))
    drawn(setting)
    assert [mark.page for mark in setting.spoken.draft.marks] == [0]
    assert [mark.page for mark in setting.spoken.practice.marks] == [0]


def test_boxes_and_rooms_have_words_for_those_who_do_not_see_them() -> None:
    blocks = (rows(1), Facts((Fact("lead", "text", boxed=True),)), Writing(3, "Room for answers"))
    setting = set_single(paper(*blocks, Signatures(("Taken by", "Date"))))
    drawn(setting)
    figures = [each.alt for each in setting.root.walk() if each.role is Role.FIGURE and each.drawn]
    assert figures == [
        "Box to tick",
        "Box to tick",
        "Room for answers",
        "Line to write on: Taken by",
        "Line to write on: Date",
    ]


def test_a_section_row_never_ends_a_page() -> None:
    lines: list[Any] = []
    for number in range(60):
        lines += [SectionRow(str(number), f"section{number}s"), *rows(number % 3 + 1).rows]
    for page in texts(render(paper(Table(COLUMNS, tuple(lines))))):
        last = max(page.find(f"section{number}s") for number in range(60))
        assert "x" in page[last:]


def test_a_pack_is_final_once_nothing_is_open_unchecked_or_doubtful() -> None:
    whole = saying("plain")
    material = replace(whole, week=Week(), evaluations=Evaluations(), lists=KeptLists())
    sent = [entry for entry in material.register.entries if not (entry.open or entry.doubts)]
    final = every_sheet(replace(material, register=Register(tuple(sent))))
    assert not final.around.draft
    assert "DRAFT" not in body(render(final))
    assert "Why still a draft" not in body(render(final))
    for entry in material.register.entries:
        if entry.open or entry.doubts:
            one = Register((*sent, entry))
            assert every_sheet(replace(material, register=one)).around.draft
    for of_week in (
        {"week": whole.week},
        {"week": replace(whole.week, meetings=(), sendings=())},
        {"evaluations": whole.evaluations},
        {"lists": whole.lists},
    ):
        still = replace(material, register=Register(tuple(sent)), **of_week)
        assert every_sheet(still).around.draft
    nothing = every_sheet(replace(material, register=Register()))
    assert "No document is asked for yet." in body(render(nothing))
    assert nothing.around.draft


def test_a_sentence_with_an_aside_keeps_them_apart() -> None:
    text = body(render(paper(Sentence("many words " * 60, quiet=True, aside="End of register"))))
    assert text.count("many words") == 60
    assert "End of register" in text
