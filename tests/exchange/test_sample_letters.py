"""Published letters, where they lie beside the repository: checked by rules of their own.

Nothing here knows how the reader works: the raw text of the PDF says what has to be found.
"""

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from jtai_desktop.domain.letters.letter import Kind, Letter
from jtai_desktop.services.letters import read

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "samples" / "letters"
FILES = sorted(FOLDER.glob("*.pdf"))
BULLET = re.compile(r"^[◼■\uf06e]\s*(\S.*)$", re.MULTILINE)
HEADING = re.compile(
    r"^(?:(?:Key )?Strengths|Areas for improvement|What needs to improve\?)\s*$",
    re.MULTILINE | re.IGNORECASE,
)
NUMBER_ALONE = re.compile(r"^\d{1,2}\s*$", re.MULTILINE)

pytestmark = pytest.mark.skipif(
    not FILES, reason="the sample letters are not beside the repository"
)


def _raw(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(NUMBER_ALONE.sub("", page.replace("\r", "")) for page in pages)


def _bullets(path: Path) -> list[str]:
    """The first lines of the bullets under the headings of findings."""
    raw = _raw(path)
    first = HEADING.search(raw)
    assert first
    return [match.group(1).strip() for match in BULLET.finditer(raw, first.start())]


def _plain(text: str) -> str:
    return re.sub(r"[\s\ufffe-]+", "", text)


def _points(letter: Letter) -> list[str]:
    return [found.passage.text for found in letter.findings if found.kind is not Kind.PRACTICE]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_bullet_is_one_finding(path: Path) -> None:
    letter = read(path)
    bullets = _bullets(path)
    points = _points(letter)
    begun = [[text for text in points if _plain(text).startswith(_plain(each))] for each in bullets]
    hits = sum(len(found) == 1 for found in begun)
    print(f"{path.stem}: precision {hits / len(points):.3f}, recall {hits / len(bullets):.3f}")
    assert hits == len(bullets) == len(points)
    assert not [text for text in points if re.search(r"[◼■\uf06e\ufffe\x02]", text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_between_two_bullets_is_in_the_finding(path: Path) -> None:
    raw = _plain(_raw(path))
    found = [_plain(text) for text in _points(read(path))]
    across = [text for text in found if text not in raw]
    # Only a footnote, or its raised number, can stand in the midst of what was joined.
    assert all(text[:40] in raw and text[-30:] in raw for text in across)
    assert len(across) <= 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_is_lost_and_every_fact_is_found(path: Path) -> None:
    letter = read(path)
    assert letter.tally.lost == 0
    assert letter.facts.area
    assert letter.facts.theme
    assert letter.facts.principal_authority
    days = letter.facts
    assert days.fieldwork_start
    assert days.fieldwork_end
    assert days.letter_date
    assert days.statement_due
    assert days.fieldwork_start < days.fieldwork_end < days.letter_date < days.statement_due


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_found_twice(path: Path) -> None:
    letter = read(path)
    passages = [found.passage for found in letter.findings]
    passages += [left.passage for left in letter.unplaced]
    lines = Counter((line.page, line.y, line.text) for each in passages for line in each.lines)
    assert [line for line, times in lines.items() if times > 1] == []
