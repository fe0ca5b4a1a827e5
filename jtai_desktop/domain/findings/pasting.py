"""A block of text pasted from a letter, an e-mail or a web page: one finding for each point."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jtai_desktop.domain import texts
from jtai_desktop.domain.findings.draft import LONGEST, Draft, Item
from jtai_desktop.domain.findings.finding import Kind, Way
from jtai_desktop.domain.letters.headings import LISTED, Meaning, meaning_of
from jtai_desktop.domain.letters.joining import join, words_of
from jtai_desktop.domain.problems import Refused

MOST, MOST_ITEMS = 200_000, 300
LONGEST_HEADING = 90
BULLET = re.compile(
    r"(?P<in>\s*)(?P<sign>[•‣◦▪▫■□◼◻●○◆◇►▶➢➤✓✔∙⁃⦁❖·\uf0b7\uf0a7\uf06e*–—-]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}"
    r"|[a-z]|[ivx]{1,4})[.)])(?:\s+|(?<=[•■◼●▪▫▶►\uf0b7\uf0a7\uf06e])\s*)(?=\S)",
    re.IGNORECASE,
)
NOTHING = "There is nothing in it to keep: paste the text of the findings."
TOO_LONG = "That is more text than any letter has: paste the findings alone."
TOO_MANY = "That makes more than {} findings: paste a part of it."


@dataclass(slots=True)
class _Point:
    kind: Kind
    heading: str
    lines: list[list[str]] = field(default_factory=lambda: [[]])


def pasted(text: str, kind: Kind, heading: str = "") -> Draft:
    """Each bullet, number or paragraph as a finding; a heading within says kind and heading."""
    if len(text) > MOST:
        raise Refused(TOO_LONG, place="Text")
    lines = texts.note(text, "Text", longest=MOST).split("\n")
    points = list(_points(lines, kind, heading))
    if len(points) > MOST_ITEMS:
        raise Refused(TOO_MANY.format(MOST_ITEMS), place="Text")
    words = words_of(lines)
    items = tuple(_item(at, each, words) for at, each in enumerate(points))
    items = tuple(each for each in items if any(sign.isalnum() for sign in each.text))
    if not items:
        raise Refused(NOTHING, place="Text")
    return Draft(items, Way.PASTED)


def _points(lines: list[str], kind: Kind, heading: str) -> Iterator[_Point]:
    marked = any(BULLET.match(line) for line in lines)
    spaced = any(not line.strip() for line in lines)
    point: _Point | None = None
    edge, after_gap = 0, False
    for line in lines:
        bullet = BULLET.match(line)
        if not line.strip():
            after_gap = True
            continue
        if not bullet and (said := _heading(line)):
            kind, heading, point = said, line.strip().rstrip(":"), None
        elif bullet and (point is None or len(bullet["in"]) <= edge):
            point, edge = _Point(kind, heading), len(bullet["in"])
            yield _begun(point, line[bullet.end() :])
        elif bullet and point is not None:
            point.lines.append([f"– {line[bullet.end() :].strip()}"])
        elif point is None or _is_new(after_gap=after_gap, marked=marked, spaced=spaced):
            point, edge = _Point(kind, heading), 0
            yield _begun(point, line)
        elif after_gap:
            point.lines.append([line.strip()])
        else:
            point.lines[-1].append(line.strip())
        after_gap = False


def _begun(point: _Point, line: str) -> _Point:
    point.lines[0].append(line.strip())
    return point


def _is_new(*, after_gap: bool, marked: bool, spaced: bool) -> bool:
    """Without any bullets a paragraph is a finding; without any empty lines each line is."""
    if marked:
        return False
    return after_gap if spaced else True


def _heading(line: str) -> Kind | None:
    """The kind that a heading in the text says; a sentence is no heading."""
    plain = line.strip()
    if len(plain) > LONGEST_HEADING or plain.endswith((".", ";", ",")):
        return None
    meaning = meaning_of(plain.rstrip(":"))
    return Kind.PRACTICE if meaning is Meaning.PRACTICE else LISTED.get(meaning)


def _item(at: int, point: _Point, words: frozenset[str]) -> Item:
    text = "\n".join(join(part, words) for part in point.lines if part)
    kept = texts.note(text, "Text", longest=LONGEST)
    return Item(f"p{at}", kept, kind=point.kind, heading=point.heading, printed=kept)
