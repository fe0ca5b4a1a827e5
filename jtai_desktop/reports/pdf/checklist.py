"""How the daily checklist looks."""

from dataclasses import replace

from jtai_desktop.domain import wording
from jtai_desktop.reports.checklist import (
    AgencyMatrix,
    ChecklistLine,
    ChecklistSection,
    DailyChecklist,
)
from jtai_desktop.reports.pdf import titles
from jtai_desktop.reports.pdf.agencies import agency_strips
from jtai_desktop.reports.pdf.boxes import TickBox
from jtai_desktop.reports.pdf.furniture import Furniture, spoken_in
from jtai_desktop.reports.pdf.headings import continued, heading
from jtai_desktop.reports.pdf.notes import NoteLine, lines_in, notes
from jtai_desktop.reports.pdf.pages import Page, paged
from jtai_desktop.reports.pdf.part import Part, SetPaper
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import (
    BODY_BOTTOM,
    BODY_TOP,
    DETAIL,
    LEAD,
    MM,
    TEXT,
    WIDTH,
    Align,
    Style,
)
from jtai_desktop.reports.pdf.tables import row_strip
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import LaidText, laid

_LEAD_X, _TEXT_X, _DETAIL_X = 6.8 * MM, 41.3 * MM, 122.6 * MM
_RIGHT_WIDTH = 30 * MM
_GAP = 2 * MM
_BOX_TOP = 1.05 * MM
_ABOVE, _BELOW = 1.5, 2.2


def set_paper(paper: DailyChecklist) -> SetPaper:
    """The checklist on its pages. The notes are ruled down to the foot of the last page."""
    once = _set(paper, paper.note_lines, "")
    if not paper.note_lines:
        return once
    pages = once.parts[0].pages
    last = pages[-1][-1]
    lines = paper.note_lines + lines_in(BODY_BOTTOM - last.top - last.strip.height)
    first = next(index for index, page in enumerate(pages) if _notes_stand(page))
    more = first + 1 < len(pages)
    return _set(paper, lines, f"more room on page {first + 2}" if more else "")


def _set(paper: DailyChecklist, note_lines: int, notes_aside: str) -> SetPaper:
    root = Element(Role.DOCUMENT)
    spoken = spoken_in(root)
    furniture = _furniture(paper)
    strips = [titles.title_block(paper, furniture.left_off, root)]
    for section in paper.sections:
        strips += section_strips(section, root)
    strips += notes(note_lines, root, notes_aside)
    pages = paged(strips, BODY_TOP, BODY_BOTTOM, titles.continued_title(paper))
    title = f"{paper.title}, {wording.day_long(paper.day)}"
    parts = (Part(furniture, tuple(pages)),)
    return SetPaper(title, paper.marking, paper.as_at, parts, root, spoken)


def section_strips(section: ChecklistSection | AgencyMatrix, at: Element) -> list[Strip]:
    """A heading and its lines; its sentence where there are none."""
    head = heading(section.title, section.aside, at)
    if isinstance(section, AgencyMatrix) and section.rows:
        return [head, *agency_strips(section, at, continued(section.title))]
    if isinstance(section, ChecklistSection) and section.lines:
        items = at.add(Role.LIST)
        again = (continued(section.title),)
        return [head, *[replace(_line(line, items), heads=again) for line in section.lines]]
    nothing = laid(section.nothing, TEXT, WIDTH, at.add(Role.PARAGRAPH))
    return [head, row_strip([Placed(nothing, 0, _ABOVE)], above=_ABOVE, below=_BELOW)]


def _line(line: ChecklistLine, at: Element) -> Strip:
    item = at.add(Role.LIST_ITEM)
    placed: list[Placed] = []
    if line.boxed:
        box = item.add(Role.LABEL).add(Role.FIGURE, alt="Box to tick")
        placed.append(Placed(TickBox(box), 0, _BOX_TOP))
    body = item.add(Role.BODY)
    for x, text in _columns(line, body):
        placed.append(Placed(text, x, _ABOVE))
    return row_strip(placed, above=_ABOVE, below=_BELOW)


def _columns(line: ChecklistLine, at: Element) -> list[tuple[float, LaidText]]:
    """Lead, text, detail, right; the text takes the room that a missing detail leaves."""
    lead, text, detail, right = (at.add(Role.PARAGRAPH) for _ in range(4))
    detail_style, right_style = _state_styles(line)
    remark = laid(line.right, right_style.aligned(Align.RIGHT), _RIGHT_WIDTH, right)
    end = WIDTH - (remark.natural_width + _GAP if line.right else 0)
    text_end = _DETAIL_X - _GAP if line.detail else end
    columns = [
        (_LEAD_X, laid(line.lead, LEAD, _TEXT_X - _LEAD_X - _GAP, lead)),
        (_TEXT_X, laid(line.text, TEXT, text_end - _TEXT_X, text)),
    ]
    if line.detail:
        columns.append((_DETAIL_X, laid(line.detail, detail_style, end - _DETAIL_X, detail)))
    return [*columns, (WIDTH - _RIGHT_WIDTH, remark)] if line.right else columns


def _state_styles(line: ChecklistLine) -> tuple[Style, Style]:
    """A strong line has its state in bold: what stands at the right, else the detail."""
    bold = DETAIL.bold()
    if not line.strong:
        return DETAIL, DETAIL
    return (DETAIL, bold) if line.right else (bold, DETAIL)


def _furniture(paper: DailyChecklist) -> Furniture:
    as_at = f"As at {wording.day_long(paper.as_at.date())}, {wording.clock(paper.as_at)}"
    return Furniture(
        paper.marking,
        paper.inspection,
        as_at,
        paper.footer,
        practice=paper.practice,
        seal=paper.seal,
    )


def _notes_stand(page: Page) -> bool:
    return any(isinstance(each.thing, NoteLine) for stood in page for each in stood.strip.placed)
