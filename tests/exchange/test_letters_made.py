"""Letters of our own making in both layouts: everything they say is found, and nothing else."""

import re
from pathlib import Path
from random import Random

import pytest

from jtai_desktop.domain.letters.letter import Facts, Letter, Why
from jtai_desktop.domain.letters.reading import read
from jtai_desktop.exchange.letter_pages import read_pages
from tests.exchange.letters_made import Made, earlier, later
from tests.exchange.letters_set import Style

LAYOUTS = ("earlier", "sectioned", "later")
FACTS = tuple(Facts.__slots__)


def _style(random: Random) -> Style:
    choose = random.choice
    framed, bullet = choose((True, True, False)), choose("■•–")
    return Style(
        bullet=bullet,
        hang=choose((14.0, 18.0, 28.0)),
        spacing=choose((13.8, 14.5, 15.5)),
        between=choose((0.0, 6.0, 14.5)),
        heading_size=choose((12.0, 14.0)),
        # Where everything is shifted, only frames and bullets can tell an indent from a shift.
        shifts=framed and bullet != "–" and choose((True, False)),
        running_head=choose(("", "Letter of findings, Northmoor")),
        numbering=choose(("{page}", "Page {page} of 99", "")),
        framed=framed,
        breaks_words=choose((True, False)),
    )


def _made(seed: int, layout: str) -> Made:
    random = Random(seed)  # noqa: S311 - chance for tests
    style = _style(random)
    if layout == "later":
        return later(random, style)
    return earlier(random, style, sectioned=layout == "sectioned")


def _read(made: Made, folder: Path) -> Letter:
    path = folder / "letter.pdf"
    path.write_bytes(made.pdf)
    return read(read_pages(path))


def _found(letter: Letter) -> list[tuple[str, str, str, int]]:
    passages = ((str(found.kind), found.passage) for found in letter.findings)
    return [(kind, each.heading, _flat(each.text), each.page) for kind, each in passages]


def _flat(text: str) -> str:
    """Without paragraphs: whether one ends at the foot of a page can’t always be seen."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(12))
def test_everything_is_found_and_nothing_else(seed: int, layout: str, tmp_path: Path) -> None:
    made = _made(seed, layout)
    letter = _read(made, tmp_path)
    told = [(kind, heading, _flat(text), page) for kind, heading, text, page in made.findings]
    found = _found(letter)
    assert found == told  # precision and recall are 1, in the order of the letter
    given = {name: getattr(letter.facts, name) for name in FACTS}
    days = {
        name: day.isoformat() if hasattr(day, "isoformat") else day for name, day in given.items()
    }
    assert days == made.facts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_line_is_lost_and_no_narrative_dropped(layout: str, tmp_path: Path) -> None:
    made = _made(99, layout)
    letter = _read(made, tmp_path)
    assert letter.tally.lost == 0
    assert {left.why for left in letter.unplaced} == {Why.NARRATIVE}
    left = _flat(" ".join(left.passage.text for left in letter.unplaced))
    assert left == _flat(" ".join(made.unplaced))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_paragraphs_inside_findings_are_kept(layout: str, tmp_path: Path) -> None:
    made = _made(7, layout)
    letter = _read(made, tmp_path)
    several = {_flat(text): text for _, _, text, _ in made.findings if "\n" in text}
    found = [each.passage for each in letter.findings if _flat(each.passage.text) in several]
    whole = [each for each in found if len({line.page for line in each.lines}) == 1]
    assert whole
    assert [each.text for each in whole] == [several[_flat(each.text)] for each in whole]
