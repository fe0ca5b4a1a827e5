"""From the lines of a file to the letter they are: nothing is dropped, every line is placed."""

import re
from collections.abc import Sequence
from itertools import takewhile

from jtai_desktop.domain.letters import facts, headings
from jtai_desktop.domain.letters.blocks import Block, Form, blocks_of
from jtai_desktop.domain.letters.furniture import without_furniture
from jtai_desktop.domain.letters.headings import Meaning, meaning_of
from jtai_desktop.domain.letters.joining import join, words_of
from jtai_desktop.domain.letters.letter import Facts, Letter, Passage, Tally, Unplaced, Why
from jtai_desktop.domain.letters.lines import Line, Pages
from jtai_desktop.domain.letters.placing import Placing
from jtai_desktop.domain.letters.sections import sections_of
from jtai_desktop.domain.letters.spots import spots_of
from jtai_desktop.domain.problems import Refused

SUBJECT = re.compile(r"joint targeted area inspection\b(?!s)", re.IGNORECASE)
OF_A_LETTER = re.compile(r"^dear\b|\bthis letter\b", re.IGNORECASE)
FIRST_PAGES = 2
NO_TEXT = (
    "The pages hold no text, only pictures: choose the PDF as published, or type the findings."
)
OTHER_KIND = (
    "This is not the letter of findings of a joint targeted area inspection: choose that letter."
)
PAGE_WITHOUT_TEXT = "This page holds no text that can be read."


def read(pages: Pages) -> Letter:
    """The letter; refused in a sentence if it is none, or has no text."""
    if not any(line.text for line in pages.lines):
        raise Refused(NO_TEXT)
    body = without_furniture(pages.lines)
    text, closing = _before_farewell(body)
    words = words_of(line.text for line in text)
    head, rest = _after_letterhead(blocks_of(text), words)
    if not _is_letter(head, text, words):
        raise Refused(OTHER_KIND)
    placing = Placing(sections_of(rest, words), words)
    head_lines = [line for block in head for line in block.lines]
    tally = Tally(
        read=len(pages.lines),
        furniture=len(pages.lines) - len(body) + placing.empty_lines,
        letterhead=len(head_lines),
        headings=placing.heading_lines,
        findings=sum(len(found.passage.lines) for found in placing.findings),
        unplaced=sum(len(left.passage.lines) for left in placing.unplaced),
        closing=len(closing),
    )
    unplaced = (*placing.unplaced, *_without_text(pages))
    passages = [left.passage for left in placing.unplaced]
    given = _facts(_subject(head, words), head_lines, passages)
    spots = spots_of(given, _subject_passage(head, words), head_lines, passages)
    return Letter(given, tuple(placing.findings), unplaced, tally, spots)


def _before_farewell(body: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of the letter, and its signatures."""
    ends = [place for place, line in enumerate(body) if headings.is_farewell(line.text)]
    end = ends[-1] if ends else len(body)
    return body[:end], body[end:]


def _after_letterhead(
    blocks: list[Block], words: frozenset[str]
) -> tuple[list[Block], list[Block]]:
    """Date, addressees, salutation and subject; then the rest."""
    end = 0
    for place, block in enumerate(blocks):
        text = _text(block, words)
        if block.first.page > FIRST_PAGES or _opens_findings(block, text):
            break
        if headings.is_salutation(block.last.text) or _is_subject(block, text):
            end = place + 1
    return blocks[:end], blocks[end:]


def _opens_findings(block: Block, text: str) -> bool:
    known = meaning_of(text) is not Meaning.OTHER and not SUBJECT.search(text)
    return block.form is Form.POINT or (block.form is Form.HEADING and known)


def _is_subject(block: Block, text: str) -> bool:
    return block.form is Form.HEADING and SUBJECT.search(text) is not None


def _is_letter(head: Sequence[Block], text: Sequence[Line], words: frozenset[str]) -> bool:
    opening = takewhile(lambda line: line.page <= FIRST_PAGES, text)
    written = any(OF_A_LETTER.search(line.text) for line in opening)
    return written and bool(_subject(head, words))


def _subject(head: Sequence[Block], words: frozenset[str]) -> str:
    texts = (_text(block, words) for block in head if block.form is Form.HEADING)
    return next((text for text in texts if SUBJECT.search(text)), "")


def _subject_passage(head: Sequence[Block], words: frozenset[str]) -> Passage:
    """The subject line as a passage; it stands before all that is counted."""
    blocks = (block for block in head if _is_subject(block, _text(block, words)))
    block = next(blocks)
    return Passage("", _text(block, words), block.first.page, 0, tuple(block.lines))


def _facts(subject: str, head: Sequence[Line], passages: Sequence[Passage]) -> Facts:
    texts = [passage.text for passage in passages]
    steps = [passage for passage in passages if meaning_of(passage.heading) is Meaning.NEXT_STEPS]
    last = [passage.text for passage in steps] or texts
    start, end = facts.fieldwork(texts)
    area, theme = facts.area_and_theme(subject, texts)
    return Facts(
        letter_date=facts.letter_date(line.text for line in head),
        fieldwork_start=start,
        fieldwork_end=end,
        area=area,
        theme=theme,
        statement_due=facts.statement_due(last),
        principal_authority=facts.principal_authority(last),
    )


def _without_text(pages: Pages) -> list[Unplaced]:
    """The pages that are pictures: a person has to read them."""
    read_pages = {line.page for line in pages.lines}
    missing = [page for page in range(1, pages.count + 1) if page not in read_pages]
    return [Unplaced(Why.NO_TEXT, Passage("", PAGE_WITHOUT_TEXT, page)) for page in missing]


def _text(block: Block, words: frozenset[str]) -> str:
    return join([line.text for line in block.lines], words)
