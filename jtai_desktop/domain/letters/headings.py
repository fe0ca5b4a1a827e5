"""The headings of a letter of findings, and what stands under each."""

import re
from enum import StrEnum

from jtai_desktop.domain.letters.letter import Kind
from jtai_desktop.domain.letters.lines import Line

LONGEST = 160
LARGE = 1.15


class Meaning(StrEnum):
    """What a heading promises."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"
    PRIORITY = "priority"
    PRACTICE = "practice"
    NARRATIVE = "narrative"
    NEXT_STEPS = "next steps"
    OTHER = "other"

    @property
    def kind(self) -> Kind | None:
        """The kind of finding in the list under it; a practice study is no list."""
        return LISTED.get(self)


LISTED = {
    Meaning.STRENGTH: Kind.STRENGTH,
    Meaning.IMPROVEMENT: Kind.IMPROVEMENT,
    Meaning.PRIORITY: Kind.PRIORITY,
}

# The families of words, in the order in which they are asked: a practice study may be one of
# an area for improvement, and an area for priority action is one for improvement too.
FAMILIES = (
    (Meaning.PRACTICE, r"\b(?:case|practice) (?:study|studies|example)|\beffective practice\b"),
    (Meaning.PRIORITY, r"\bpriority (?:actions?\b|areas? (?:for|of) action)"),
    (
        Meaning.IMPROVEMENT,
        (
            r"\barea(?:s|\(s\))? (?:for|of|requiring) (?:further )?(?:improvement|development)"
            r"|\bwhat (?:needs?|has) to (?:improve|be better)|\bimprovements? (?:needed|required)\b"
            r"|\bareas? to (?:improve|develop)\b"
            r"|\bareas? (?:that )?need(?:s|ing)? (?:to improve|improvement)"
            r"|^what (?:we|inspectors) (?:are|were) worried about\b|^weaknesses\b"
        ),
    ),
    (
        Meaning.STRENGTH,
        r"\bstrengths?\b|\bwhat (?:is|are|was|has been|have been)? ?work(?:s|ing|ed) well\b",
    ),
    (Meaning.NEXT_STEPS, r"^(?:\d{1,2}[.)] )?(?:next steps?\b|what happens next\b)"),
    (
        Meaning.NARRATIVE,
        (
            r"^(?:headline|main|key|summary of|overall) findings?\b|^(?:local )?context\b"
            r"|^background\b|^introduction\b|^(?:overall )?summary\b|^overview\b|^conclusions?\b"
        ),
    ),
)
# What is a heading in any type, when it stands alone in its line.
PLAIN = re.compile(
    r"(?:key )?strengths?|(?:key )?areas? for (?:further )?improvement|areas? for priority action"
    r"|what needs to improve\??|(?:headline|main) findings|next steps"
    r"|(?:case|practice) study: (?:highly effective practice|area(?:s|\(s\))? for improvement)"
    r"|joint targeted area inspection of .{3,120}",
    re.IGNORECASE,
)


def meaning_of(heading: str) -> Meaning:
    """What stands under a heading, by its words."""
    text = heading.strip().casefold()
    for meaning, pattern in FAMILIES:
        if re.search(pattern, text):
            return meaning
    return Meaning.OTHER


def looks_like_heading(line: Line, body: float) -> bool:
    """Whether a line stands out as a heading: by weight, by size, or by being known."""
    if line.marker or not any(sign.isalpha() for sign in line.text) or is_salutation(line.text):
        return False
    if line.text[:1].isupper() and PLAIN.fullmatch(line.text.rstrip(": ")):
        return True
    return len(line.text) <= LONGEST and (line.bold or line.size >= LARGE * body)


def is_complete(heading: str) -> bool:
    """Whether the words are a whole heading by themselves, so that the next line is another."""
    return PLAIN.fullmatch(heading.rstrip(": ")) is not None and "inspection of" not in heading


def is_salutation(text: str) -> bool:
    """Whether the letter addresses its readers here."""
    return re.match(r"dear\b", text, re.IGNORECASE) is not None


def is_farewell(text: str) -> bool:
    """Whether the signatures begin here."""
    return re.match(r"yours (?:sincerely|faithfully|truly)\b", text, re.IGNORECASE) is not None
