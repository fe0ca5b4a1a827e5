"""Layouts that no published letter has: every finding is found, none twice, none joined or cut."""

import re
from dataclasses import replace
from datetime import date

import pytest
from reportlab.lib.styles import ParagraphStyle

from jtai_desktop.domain.letters.letter import Facts, Letter
from jtai_desktop.domain.letters.reading import read
from jtai_desktop.exchange.letter_pages import read_pages
from tests.exchange.letter_layouts import BODY, TITLES, Layout, lettered, pdf

PLAIN = ParagraphStyle("plain", BODY)
CAPITALS = tuple(each.upper() for each in TITLES)
COUNTED = tuple(f"{at}. {each}" for at, each in enumerate(TITLES, 1))
COLONS = ("Summary", "Area for priority action:", "Areas of strength:", "Areas to develop:")
WORRIED = (
    "Main findings",
    "Priority areas for action",
    "What works well",
    "Areas needing improvement",
)
LAYOUTS = {
    "dashes": Layout("–"),
    "hyphens": Layout("-", indent=10),
    "stars": Layout("*", indent=12),
    "letters": Layout(lettered()),
    "numbered paragraphs": Layout(numbered=True, indent=26, many=9),
    "no signs": Layout(bullets=False),
    "strengths last": Layout(order="PIS"),
    "strengths first": Layout(order="SIP"),
    "capitals": Layout(titles=CAPITALS),
    "numbered headings": Layout(titles=COUNTED),
    "colons": Layout(titles=COLONS),
    "other words": Layout(titles=WORRIED),
    "plain headings": Layout(heading=PLAIN),
    "a table": Layout(table=True),
    "two columns": Layout(columns=2),
    "two columns, many pages": Layout(columns=2, many=30),
    "two columns, dashes": Layout("–", columns=2, many=12),
    "two columns, numbered": Layout(columns=2, numbered=True, indent=26, many=12),
}


def found(letter: Letter) -> list[tuple[str, str]]:
    """Each finding by kind and text, without the breaks of its lines."""
    return [(str(each.kind), re.sub(r"\s+", " ", each.passage.text)) for each in letter.findings]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_finding_is_found_in_any_layout(name: str) -> None:
    layout = LAYOUTS[name]
    # Numbers go on counting, so each letter is made of a layout of its own.
    letter = read(read_pages(pdf(replace(layout, numbers=Layout().numbers))))
    got = found(letter)
    hits = len(set(got) & layout.said)
    print(f"{name}: precision {hits / len(got):.3f}, recall {hits / len(layout.said):.3f}")
    assert sorted(got) == sorted(layout.said)
    assert letter.tally.lost == 0
    assert letter.facts == Facts(
        letter_date=date(2026, 3, 6),
        fieldwork_start=date(2026, 1, 12),
        fieldwork_end=date(2026, 1, 16),
        area="Northmoor",
        theme="neglect",
        statement_due=date(2026, 6, 18),
        principal_authority="Northmoor Council",
    )


def test_the_left_column_is_read_before_the_right() -> None:
    letter = read(read_pages(pdf(LAYOUTS["two columns, many pages"])))
    texts = [text for kind, text in found(letter) if kind == "improvement"]
    numbers = [int(re.findall(r"\d+", text)[0]) for text in texts]
    assert numbers == sorted(numbers)
