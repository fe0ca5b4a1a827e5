"""The printed checklist says everything, once, in order, on every kind of day."""

from collections.abc import Iterator
from dataclasses import replace

from jtai_desktop.reports.checklist import (
    AgencyMatrix,
    ChecklistLine,
    ChecklistSection,
    DailyChecklist,
)
from jtai_desktop.reports.pdf.document import printed, render
from tests.reports.example import body, example, numbered, texts


def _said(paper: DailyChecklist) -> Iterator[str]:
    yield "Northmoor. Joint inspection: children’s mental health"
    yield "As at Tuesday 10 November 2026, 10:40"
    yield from (paper.title, "Tuesday 10 November 2026", paper.readers)
    yield from (paper.countdown.number, paper.countdown.words, paper.countdown.fieldwork)
    for section in paper.sections:
        yield section.title
        yield section.aside
        yield from _lines(section)
    yield "Notes"


def _lines(section: ChecklistSection | AgencyMatrix) -> Iterator[str]:
    if isinstance(section, AgencyMatrix):
        yield from section.columns
        for row in section.rows:
            yield from (row.agency, row.count)
            yield from (code for cell in row.cells for code in cell)
        return
    for line in section.lines:
        yield from (line.lead, line.text, line.detail, line.right)
    if not section.lines:
        yield section.nothing


def test_everything_is_said_in_order() -> None:
    paper = example()
    read = body(render(paper))
    place = 0
    for text in _said(paper):
        found = read.find(text, place)
        assert found >= 0, f"{text} does not follow in {read[place:]}"
        place = found + len(text)


def test_nothing_is_said_twice_or_lost_on_many_pages() -> None:
    read = body(render(numbered(90))).split()
    wanted = [f"{part}{n}x" for n in range(90) for part in ("lead", "text", "detail", "right")]
    assert [word for word in read if word.endswith("x")] == wanted


def test_long_section_repeats_its_heading() -> None:
    pages = texts(render(numbered(90)))
    assert [page.count("Overdue continued") for page in pages[:3]] == [0, 1, 1]


def test_every_page_says_what_it_is() -> None:
    pages = texts(render(numbered(90)))
    for number, page in enumerate(pages, start=1):
        assert page.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(pages)}" in page
        assert "As at Tuesday 10 November 2026, 10:40" in page
        assert "Children by label only" in page
        assert "For the partnership. Not for inspectors." in page


def test_practice_stands_on_every_page() -> None:
    pages = texts(render(replace(numbered(90), practice=True)))
    assert [page.count("PRACTICE") for page in pages] == [2] * len(pages)
    assert "PRACTICE" not in body(render(numbered(90)))


def test_no_marking_leaves_its_place_empty() -> None:
    assert "OFFICIAL" not in body(render(replace(example(), marking="")))


def test_empty_day_says_so_on_one_page() -> None:
    section = ChecklistSection("Overdue", (), nothing="Nothing is overdue.")
    paper = replace(example(), sections=(section,))
    assert printed(paper).pages == 1
    assert "Nothing is overdue." in body(render(paper))


def test_empty_agencies_say_so() -> None:
    paper = replace(example(), sections=(AgencyMatrix("Still to send", ("Late",), ()),))
    assert "Nothing is left to send." in body(render(paper))


def test_notes_go_on_overleaf_and_say_so() -> None:
    assert "more room on page 2" in texts(render(numbered(26)))[0]
    assert "more room" not in body(render(numbered(3)))


def test_no_notes_where_none_are_asked_for() -> None:
    assert "Notes" not in body(render(replace(example(), note_lines=0)))


def test_text_of_ten_thousand_signs_is_whole() -> None:
    words = " ".join(f"w{n}w" for n in range(1800))
    section = ChecklistSection("Overdue", (ChecklistLine("4.7", words),))
    read = body(render(replace(example(), sections=(section,)))).split()
    assert [word for word in read if word.startswith("w") and word.endswith("w")] == words.split()


def test_names_too_long_for_the_header_are_said_in_full_below_the_title() -> None:
    area = " ".join(f"area{n}" for n in range(40))
    first, *_ = texts(render(replace(example(), area=area)))
    assert area in first
    assert "…" in first
