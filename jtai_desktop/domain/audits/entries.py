"""What is written down in an audit beside the returns: five kinds of entry, described as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown

MOST_ATTENDEES = 500
LONGEST_LINE = 500


class Part(StrEnum):
    """The kinds of entry, in the order of an audit’s report."""

    LINE = "line"
    FORUM = "forum"
    VIEW = "view"
    HEADLINE = "headline"
    RECOMMENDATION = "recommendation"


class Field(StrEnum):
    """What an entry can hold; which of them a part has is said below."""

    WHO = "who"
    ATTENDEES = "attendees"
    SIDE = "side"
    THEMES = "themes"
    TEXT = "text"
    MARKER = "marker"


class Side(StrEnum):
    """What a headline says."""

    STRENGTH = "strength"
    IMPROVE = "improve"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a part: its label, what may be typed, whether it must be there."""

    field: Field
    title: str
    hint: str = ""
    needed: bool = False
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A part of an audit: its heading, what one entry is called, its fields."""

    title: str
    one: str
    about: str
    fields: tuple[Asked, ...]


SHAPES: Final[Mapping[Part, Shape]] = MappingProxyType(
    {
        Part.LINE: Shape(
            "Key lines of enquiry",
            "key line",
            "What the partnership agreed to look for. Each team answers each for its cases.",
            (Asked(Field.TEXT, "Line of enquiry", "What is to be found out", needed=True),),
        ),
        Part.FORUM: Shape(
            "Forums",
            "forum",
            "Talks with front-line staff: which team, how many came, what came up. No names.",
            (
                Asked(Field.WHO, "Agency or team", "Police", needed=True),
                Asked(Field.ATTENDEES, "Attendees", "7"),
                Asked(Field.THEMES, "Themes", "Thresholds; escalation"),
                Asked(Field.TEXT, "Notes", "What was said, without names", lines=True),
            ),
        ),
        Part.VIEW: Shape(
            "Views",
            "view",
            "What parents and young people said themselves, in their own words. No names.",
            (
                Asked(Field.WHO, "Whose", "Parent, young person aged 15", needed=True),
                Asked(Field.TEXT, "View", "In their own words", needed=True, lines=True),
            ),
        ),
        Part.HEADLINE: Shape(
            "Headlines",
            "headline",
            "What the audit found: strengths, and what is to improve.",
            (
                Asked(Field.SIDE, "Strength or to improve", needed=True),
                Asked(Field.TEXT, "Headline", "One sentence", needed=True, lines=True),
                Asked(Field.MARKER, "Criterion or marker", "24"),
            ),
        ),
        Part.RECOMMENDATION: Shape(
            "Recommendations",
            "recommendation",
            "What is to follow from it, and for whom.",
            (
                Asked(Field.TEXT, "Recommendation", "What is to be done", needed=True, lines=True),
                Asked(Field.WHO, "For whom", "An agency, team or group"),
            ),
        ),
    }
)
SIDE_WORDS: Final = MappingProxyType({Side.STRENGTH: "Strength", Side.IMPROVE: "To improve"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. A key line’s `number` never changes, since returns answer to it."""

    id: str
    part: Part
    number: int
    text: str = ""
    who: str = ""
    themes: str = ""
    attendees: int | None = None
    side: Side | None = None
    marker: str = ""
    version: int = field(default=1, compare=False)

    def typed(self, name: Field) -> str:
        """What stands in a field, as one would type it."""
        match name:
            case Field.TEXT:
                return self.text
            case Field.WHO:
                return self.who
            case Field.THEMES:
                return self.themes
            case Field.MARKER:
                return self.marker
            case Field.ATTENDEES:
                return "" if self.attendees is None else str(self.attendees)
            case Field.SIDE:
                return SIDE_WORDS[self.side] if self.side else ""


def written(before: Entry, wanted: Mapping[Field, str]) -> Entry:
    """The entry with these fields; what must be there must be there."""
    after = before
    for name, text in wanted.items():
        after = _with(after, name, text)
    for asked in SHAPES[after.part].fields:
        if asked.needed and not after.typed(asked.field):
            raise Refused(f"{asked.title} is empty. Please fill it in.", place=asked.title)
    return after


def called(entry: Entry) -> str:
    """Key line 3, forum 2: never what it says."""
    return f"{SHAPES[entry.part].one} {entry.number}"


def read_side(text: str) -> Side:
    """Strength, or to improve."""
    plain = " ".join(text.split()).casefold()
    for side, words in SIDE_WORDS.items():
        if plain in {side.value, words.casefold()}:
            return side
    sentence = f"{shown(text)} is neither “Strength” nor “To improve”."
    raise Refused(sentence, place=_asked(Part.HEADLINE, Field.SIDE).title)


def read_attendees(text: str) -> int | None:
    """How many came; nothing where nobody counted."""
    plain = text.strip()
    if not plain:
        return None
    if not plain.isdecimal() or int(plain) > MOST_ATTENDEES:
        sentence = f"{shown(text)} is not a number from 0 to {MOST_ATTENDEES}."
        raise Refused(sentence, place=_asked(Part.FORUM, Field.ATTENDEES).title)
    return int(plain)


def _with(entry: Entry, name: Field, text: str) -> Entry:
    asked = _asked(entry.part, name)
    if name is Field.ATTENDEES:
        return replace(entry, attendees=read_attendees(text))
    if name is Field.SIDE:
        return replace(entry, side=read_side(text) if text.strip() else None)
    if asked.lines:
        return replace(entry, text=texts.note(text, asked.title))
    longest = LONGEST_LINE if name is Field.TEXT else texts.LINE
    return _with_line(entry, name, texts.line(text, asked.title, longest=longest))


def _with_line(entry: Entry, name: Field, kept: str) -> Entry:
    match name:
        case Field.WHO:
            return replace(entry, who=kept)
        case Field.THEMES:
            return replace(entry, themes=kept)
        case Field.MARKER:
            return replace(entry, marker=kept)
        case _:
            return replace(entry, text=kept)


def _asked(part: Part, name: Field) -> Asked:
    for asked in SHAPES[part].fields:
        if asked.field is name:
            return asked
    raise Refused(f"A {SHAPES[part].one} has no such field.", place=name.value)
