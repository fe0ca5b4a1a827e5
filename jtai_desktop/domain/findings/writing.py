"""Changing a finding that is kept: its words, its kind, whom it concerns, whether it counts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.findings.draft import LONGEST, LONGEST_HEADING, Item
from jtai_desktop.domain.findings.finding import Finding, Kind, Way
from jtai_desktop.domain.flags import Noted
from jtai_desktop.domain.problems import Refused

MOST_PAGES = 999
RETIRED_ALREADY = "This finding was taken out already."
NOT_RETIRED = "This finding counts already."


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed of a finding."""

    kind: Kind
    text: str
    heading: str = ""
    agencies: tuple[str, ...] = ()
    page: int = 0
    paragraph: int = 0


def of_item(
    item: Item, new_id: str, letter_id: str, number: int, signed: Noted, way: Way
) -> Finding:
    """The finding that a confirmed item becomes."""
    if item.kind is None:
        raise Refused("Say first what kind of finding it is.", place="Kind")
    return Finding(
        id=new_id,
        letter_id=letter_id,
        number=number,
        kind=item.kind,
        text=item.text,
        confirmed=signed,
        heading=item.heading,
        printed=item.printed,
        page=item.page,
        paragraph=item.paragraph,
        way=way,
    )


def changed(before: Finding, wanted: Typed, known: Collection[str]) -> Finding:
    """The finding as it was typed anew."""
    if not before.stands:
        raise Refused(RETIRED_ALREADY, place="Text")
    return replace(
        before,
        kind=wanted.kind,
        text=texts.note(wanted.text, "Text", longest=LONGEST, needed=True),
        heading=texts.line(wanted.heading, "Heading", longest=LONGEST_HEADING),
        agencies=_agencies(wanted.agencies, known),
        page=_number(wanted.page, "Page"),
        paragraph=_number(wanted.paragraph, "Paragraph"),
    )


def concerns(before: Finding, agencies: Iterable[str], known: Collection[str]) -> Finding:
    """The finding with the agencies that it is about."""
    if not before.stands:
        raise Refused(RETIRED_ALREADY, place="Agencies")
    return replace(before, agencies=_agencies(tuple(agencies), known))


def ticked(before: Finding, key: str, known: Collection[str], *, on: bool) -> Finding:
    """The finding with one agency named, or not named any more."""
    others = tuple(each for each in before.agencies if each != key)
    return concerns(before, (*others, key) if on else others, known)


def retired(before: Finding, noted: Noted) -> Finding:
    """The finding no longer counting, with the reason; what answers it keeps it in sight."""
    if not before.stands:
        raise Refused(RETIRED_ALREADY, place="Reason")
    words = texts.line(noted.words, "Reason", needed=True)
    return replace(before, retired=replace(noted, words=words))


def brought_back(before: Finding) -> Finding:
    """The finding counting again."""
    if before.stands:
        raise Refused(NOT_RETIRED, place="Finding")
    return replace(before, retired=None)


def _agencies(wanted: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    for key in wanted:
        if key not in known:
            raise Refused(f"There is no agency “{key}” here.", place="Agencies")
    return tuple(key for key in known if key in wanted)


def _number(value: int, place: str) -> int:
    if not 0 <= value <= MOST_PAGES:
        raise Refused(f"{place}: a number between 1 and {MOST_PAGES}, or nothing.", place=place)
    return value
