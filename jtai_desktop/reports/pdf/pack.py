"""How a paper of blocks looks: one sheet alone, or a cover with parts behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jtai_desktop.domain import wording
from jtai_desktop.reports.pack import Around, Bound, Pack, Sheet, Single
from jtai_desktop.reports.pdf import sheet_titles
from jtai_desktop.reports.pdf.blocks import strips_of
from jtai_desktop.reports.pdf.bound import MIDDLE, bound_pages
from jtai_desktop.reports.pdf.contents import Goal
from jtai_desktop.reports.pdf.furniture import Furniture, spoken_in
from jtai_desktop.reports.pdf.pages import Page, paged
from jtai_desktop.reports.pdf.part import Part, SetPaper
from jtai_desktop.reports.pdf.styles import BODY_BOTTOM, BODY_TOP
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.progress import Heard, unheard


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A part that is set: its pages, its element, and the heading that links lead to."""

    name: str
    footer: str
    pages: list[Page]
    section: Element
    title: Element


def set_single(paper: Single) -> SetPaper:
    """One sheet on its pages."""
    root = Element(Role.DOCUMENT)
    spoken = spoken_in(root)
    furniture = _furniture(paper.around, paper.sheet.title)
    title = root.add(Role.H1, title=paper.sheet.title)
    head = sheet_titles.own_title(paper.sheet, furniture.left_off, title, root)
    strips = [head, *strips_of(paper.sheet.blocks, root)]
    overleaf = sheet_titles.continued_title(paper.sheet)
    pages = paged(strips, BODY_TOP, BODY_BOTTOM, overleaf)
    around = paper.around
    parts = (Part(furniture, tuple(pages)),)
    return SetPaper(paper.title, around.marking, around.as_at, parts, root, spoken)


def set_pack(paper: Pack, heard: Heard = unheard) -> SetPaper:
    """The cover, then each part from a page of its own, then the pages that are bound in."""
    root = Element(Role.DOCUMENT)
    spoken = spoken_in(root)
    chapters = _chapters(paper, heard)
    bound = [_bound(each, paper.cover.readers) for each in paper.bound]
    # Set once to learn how many pages it takes: only then are the numbers known.
    first = len(_cover(paper, Element(Role.DOCUMENT), _goals(chapters, 1))) + 1
    if bound:
        behind = first + sum(len(chapter.pages) for chapter in chapters)
        chapters[-1] = _chapter(paper.sheets[-1], _goals(bound, behind))
    cover = _cover(paper, root, _goals(chapters, first))
    root.kids += [chapter.section for chapter in (*chapters, *bound)]
    parts = [Part(_furniture(paper.around, paper.cover.title), tuple(cover))]
    for chapter in chapters:
        furniture = _furniture(paper.around, _footer(paper, chapter), numbered=True)
        parts.append(Part(furniture, tuple(chapter.pages)))
    bound_from = sum(len(part.pages) for part in parts) if bound else 0
    for chapter in bound:
        furniture = _furniture(paper.around, _footer(paper, chapter), numbered=True)
        parts.append(Part(replace(furniture, middle=MIDDLE), tuple(chapter.pages)))
    around = paper.around
    return SetPaper(
        paper.title, around.marking, around.as_at, tuple(parts), root, spoken, bound_from
    )


def _chapters(paper: Pack, heard: Heard) -> list[_Chapter]:
    chapters = []
    for number, sheet in enumerate(paper.sheets):
        heard(f"Setting {sheet.title}", number / len(paper.sheets))
        chapters.append(_chapter(sheet))
    return chapters


def _footer(paper: Pack, chapter: _Chapter) -> str:
    return f"{paper.cover.title}: {chapter.footer}"


def _bound(what: Bound, readers: str) -> _Chapter:
    section = Element(Role.SECTION)
    pages, title = bound_pages(what, readers, section)
    return _Chapter(what.called, what.codes, pages, section, title)


def _chapter(sheet: Sheet, goals: Sequence[Goal] = ()) -> _Chapter:
    section = Element(Role.SECTION)
    name = sheet.listed or sheet.title
    title = section.add(Role.H1, title=name)
    head = sheet_titles.part_title(sheet, title, section)
    strips = [head, *strips_of(sheet.blocks, section, goals)]
    pages = paged(strips, BODY_TOP, BODY_BOTTOM, sheet_titles.continued_title(sheet))
    return _Chapter(name, sheet.footer or sheet.title, pages, section, title)


def _goals(chapters: Sequence[_Chapter], first: int) -> list[Goal]:
    """Where each part begins, the first of them on the page of that number."""
    goals = []
    for chapter in chapters:
        goals.append(Goal(first, chapter.name, chapter.title))
        first += len(chapter.pages)
    return goals


def _cover(paper: Pack, root: Element, goals: Sequence[Goal]) -> list[Page]:
    around = paper.around
    # Area and theme stand there anyhow.
    in_full = [each for each in _furniture(around, "").left_off if each != around.inspection]
    head = sheet_titles.cover_title(paper.cover, around, in_full, root)
    strips = [head, *strips_of(paper.cover.blocks, root, goals)]
    return paged(strips, BODY_TOP, BODY_BOTTOM, sheet_titles.continued_title(paper.cover))


def _furniture(around: Around, footer: str, *, numbered: bool = False) -> Furniture:
    as_at = f"As at {wording.day_long(around.as_at.date())}, {wording.clock(around.as_at)}"
    return Furniture(
        around.marking,
        around.inspection,
        as_at,
        footer,
        practice=around.practice,
        draft=around.draft,
        seal=around.seal,
        numbered=numbered,
    )
