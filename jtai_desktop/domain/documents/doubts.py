"""What looks wrong with the documents of an item: window, count, newer version, query, reason.

The pack's windows and counts are held against the documents' own dates. They warn, they never
refuse, and somebody can accept each with a reason; other dates make it a new warning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.track import CLOSED, Ours, Standing, counting
from jtai_desktop.domain.wording import MONTHS


class DoubtKind(StrEnum):
    """What it is about."""

    WINDOW = "window"
    UNDATED = "undated"
    COUNT = "count"
    NEWER = "newer"
    QUERY = "query"
    NO_REASON = "no-reason"


# Those that are about the document as it is; the others end with a step.
ACCEPTABLE = frozenset({DoubtKind.WINDOW, DoubtKind.UNDATED, DoubtKind.COUNT})


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that looks wrong: the fact in two or three words, and as a sentence."""

    kind: DoubtKind
    fact: str
    sentence: str
    document_id: str

    @property
    def key(self) -> str:
        """What it is accepted by; another date or number is another warning."""
        return f"{self.kind}: {self.fact}"


def doubts(
    item: Item, pairs: Sequence[tuple[Document, Standing]], notified: date
) -> tuple[Doubt, ...]:
    """What looks wrong, without what was accepted."""
    if item.sleeps:
        return ()
    held = [document for document, found in pairs if found.ours not in CLOSED]
    every = [
        *_windows(item, held, notified),
        *_count(item, held),
        *(each for pair in pairs for each in _of_standing(item, *pair)),
    ]
    if not every:
        return ()
    lines = (line for document, _ in pairs for line in counting(document.lines))
    accepted = {line.about for line in lines if line.step is Step.ACCEPT_WARNING}
    return tuple(each for each in every if each.key not in accepted)


def earliest(item: Item, notified: date) -> date | None:
    """The first day that lies within the window; nothing where there is none."""
    return notified - relativedelta(months=item.window_months) if item.window_months else None


def near(day: date, year: int) -> str:
    """14 Apr this year, 1 Sep 2025 before."""
    text = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return text if day.year == year else f"{text} {day.year}"


def _windows(item: Item, held: Sequence[Document], notified: date) -> list[Doubt]:
    first = earliest(item, notified)
    if first is None:
        return []
    found = []
    for document in held:
        old = [day for day in document.dates if day < first]
        if old:
            found.append(_outside(item, document, min(old), notified))
        elif document.versions and not document.dates:
            sentence = f"{item.called}: no date, and {item.window_months} months is the window"
            found.append(Doubt(DoubtKind.UNDATED, "no date", sentence, document.id))
    return found


def _outside(item: Item, document: Document, day: date, notified: date) -> Doubt:
    dated = near(day, notified.year)
    sentence = f"{item.called}: dated {dated}, outside the {item.window_months} months"
    return Doubt(DoubtKind.WINDOW, f"{dated}, old", sentence, document.id)


def _count(item: Item, held: Sequence[Document]) -> list[Doubt]:
    there = [document for document in held if document.versions]
    number = sum(max(1, len(document.dates)) for document in there)
    if item.count <= 1 or not there or number >= item.count:
        return []
    fact = f"{number} of {item.count} {item.unit}".strip()
    return [Doubt(DoubtKind.COUNT, fact, f"{item.called}: {fact}", there[0].id)]


def _of_standing(item: Item, document: Document, found: Standing) -> list[Doubt]:
    found_ones = []
    if found.newer and found.sent:
        here, there = document.newest, found.sent.version
        sentence = f"{item.called}: version {here} is here, version {there} was sent"
        found_ones.append(Doubt(DoubtKind.NEWER, f"v{here} not sent", sentence, document.id))
    if found.query:
        sentence = f"{item.called}: the inspectors’ query is open"
        found_ones.append(Doubt(DoubtKind.QUERY, "Query", sentence, document.id))
    if found.ours in CLOSED and not found.reason:
        words = "does not exist" if found.ours is Ours.DOES_NOT_EXIST else "is not applicable"
        sentence = f"{item.called}: {words}, no reason given"
        found_ones.append(Doubt(DoubtKind.NO_REASON, "No reason", sentence, document.id))
    return found_ones
