"""What was read or pasted, as a person goes through it; nothing of it is kept before that.

Each item is a fact of the letter, a finding, or a passage that the reader could not place. It is
open until it is confirmed or put aside. What stays open is counted and never dropped in silence.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.findings.finding import Finding, Kind, Way, kind_words
from jtai_desktop.domain.findings.letter import KeptLetter, Spot
from jtai_desktop.domain.letters.letter import Facts, Letter, Passage, Why
from jtai_desktop.domain.letters.lines import Line
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_at, read_day
from jtai_desktop.domain.wording import counted, day_full

LONGEST, LONGEST_HEADING = 10_000, 300
FACT_WORDS: Final = MappingProxyType(
    {
        "letter_date": "Date of the letter",
        "fieldwork_start": "Fieldwork from",
        "fieldwork_end": "Fieldwork to",
        "area": "Area",
        "theme": "Theme",
        "statement_due": "Statement due",
        "principal_authority": "Principal authority",
    }
)
DAYS = frozenset({"letter_date", "fieldwork_start", "fieldwork_end", "statement_due"})
NOT_PLACED = "Say first what kind of finding it is, or put it aside."
NONE_SEEN = "Nothing that was looked at is still open."
GONE = "This is no longer among what was read."


class Standing(StrEnum):
    """How far a person has come with an item."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    ASIDE = "aside"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at. `name` is that of a fact; `kind` is nothing where it has no place yet.

    `printed` is the letter’s own wording. `lines` say where on the page it stands.
    """

    key: str
    text: str
    name: str = ""
    kind: Kind | None = None
    heading: str = ""
    printed: str = ""
    page: int = 0
    paragraph: int = 0
    lines: tuple[Line, ...] = ()
    why: Why | None = None
    standing: Standing = Standing.OPEN
    seen: bool = False

    @property
    def is_fact(self) -> bool:
        """Whether it is a date or name of the letter."""
        return bool(self.name)

    @property
    def is_placed(self) -> bool:
        """Whether it can be confirmed."""
        return self.is_fact or self.kind is not None

    @property
    def words(self) -> str:
        """Area for improvement; Date of the letter; Not placed."""
        if self.is_fact:
            return FACT_WORDS[self.name]
        return kind_words(self.kind) if self.kind else "Not placed"

    @property
    def spot(self) -> Spot:
        """Where it stands, to be kept."""
        return Spot(self.page, self.paragraph, self.printed)


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter on its way in. `letter_id` names the one that it adds to, if it is known already."""

    items: tuple[Item, ...]
    way: Way
    file: str = ""
    sha256: str = ""
    pages: int = 0
    letter_id: str = ""

    def item(self, key: str) -> Item:
        """The item of that key."""
        for each in self.items:
            if each.key == key:
                return each
        raise Refused(GONE, place="Finding")

    @property
    def confirmed(self) -> tuple[Item, ...]:
        """What was confirmed and is not kept yet."""
        return self._at(Standing.CONFIRMED)

    @property
    def left(self) -> tuple[Item, ...]:
        """Facts and findings that are still open."""
        return tuple(each for each in self._at(Standing.OPEN) if each.is_placed)

    @property
    def unplaced(self) -> tuple[Item, ...]:
        """Passages without a place, still open."""
        return tuple(each for each in self._at(Standing.OPEN) if not each.is_placed)

    @property
    def said(self) -> str:
        """12 confirmed, 3 still open, 9 not placed."""
        said = f"{len(self.confirmed)} confirmed, {len(self.left)} still open"
        kept = len(self._at(Standing.KEPT))
        said = f"{said}, {len(self.unplaced)} not placed" if self.unplaced else said
        return f"{said}, {kept} kept before" if kept else said

    def _at(self, standing: Standing) -> tuple[Item, ...]:
        return tuple(each for each in self.items if each.standing is standing)


def of_letter(letter: Letter, file: str, sha256: str, pages: int) -> Draft:
    """What was read of a PDF: the facts, the findings, what has no place; in this order."""
    facts = [
        _fact(name, letter.facts, letter.spots.get(name))
        for name in FACT_WORDS
        if getattr(letter.facts, name)
    ]
    found = [_of(f"f{at}", each.passage, each.kind) for at, each in enumerate(letter.findings)]
    left = [
        replace(_of(f"u{at}", each.passage, None), why=each.why)
        for at, each in enumerate(letter.unplaced)
    ]
    return Draft((*facts, *found, *left), Way.READ, file, sha256, pages)


def marked(draft: Draft, letter: KeptLetter, findings: Iterable[Finding]) -> Draft:
    """The draft of a letter that is in the record already: what is kept of it is not open."""
    printed = {(each.printed, each.page, each.paragraph) for each in findings}

    def is_kept(item: Item) -> bool:
        if item.is_fact:
            return item.name in letter.spots
        return (item.printed, item.page, item.paragraph) in printed

    items = (
        replace(each, standing=Standing.KEPT) if is_kept(each) else each for each in draft.items
    )
    return replace(draft, items=tuple(items), letter_id=letter.id)


def saw(draft: Draft, key: str) -> Draft:
    """That a person looked at it."""
    return (
        draft
        if draft.item(key).seen
        else _with(draft, {key}, lambda each: replace(each, seen=True))
    )


def edited(draft: Draft, key: str, text: str) -> Draft:
    """Its text corrected; the letter’s own wording stays beside it."""
    return _with(draft, {key}, lambda each: replace(each, text=_text(each, text), seen=True))


def placed(draft: Draft, key: str, kind: Kind, heading: str | None = None) -> Draft:
    """What it is, by hand; under another heading if one is given."""
    if draft.item(key).is_fact:
        raise Refused("A date or name of the letter has its place already.", place="Kind")

    def place(item: Item) -> Item:
        under = item.heading if heading is None else heading
        checked = texts.line(under, "Heading", longest=LONGEST_HEADING)
        return replace(item, kind=kind, heading=checked, seen=True)

    return _with(draft, {key}, place)


def confirmed(draft: Draft, keys: Collection[str]) -> Draft:
    """These confirmed; refused where one has no place yet."""
    if any(not draft.item(key).is_placed for key in keys):
        raise Refused(NOT_PLACED, place="Kind")
    return _stand(draft, keys, Standing.CONFIRMED)


def confirmed_seen(draft: Draft) -> Draft:
    """All that were looked at and have a place."""
    keys = {each.key for each in draft.left if each.seen}
    if not keys:
        raise Refused(NONE_SEEN)
    return _stand(draft, keys, Standing.CONFIRMED)


def aside(draft: Draft, keys: Collection[str]) -> Draft:
    """These put aside: they are not kept, and nothing asks for them."""
    return _stand(draft, keys, Standing.ASIDE)


def reopened(draft: Draft, keys: Collection[str]) -> Draft:
    """These open again."""
    return _stand(draft, keys, Standing.OPEN)


def elsewhere(draft: Draft, here: str) -> str:
    """The area that the letter is about, where it is not this one; else nothing.

    A county’s letter may name it in full: what one of both contains is the same place.
    """
    about = next((each.text for each in draft.items if each.name == "area"), "")
    one, other = about.casefold().strip(), here.casefold().strip()
    return about if one and other and one not in other and other not in one else ""


def facts_of(draft: Draft, before: Facts) -> Facts:
    """The facts that were confirmed, over those that are known."""
    given: dict[str, Any] = {
        each.name: _value(each.name, each.text) for each in draft.confirmed if each.is_fact
    }
    return _in_order(replace(before, **given))


def value_of(name: str, text: str) -> date | str | None:
    """What was typed for a fact; nothing takes it away."""
    return _value(name, text) if text.strip() else None


def checked_facts(facts: Facts) -> Facts:
    """Facts whose days can be: fieldwork in order, the letter after it."""
    return _in_order(facts)


def what_is_kept(draft: Draft) -> str:
    """9 findings and 5 facts."""
    findings = sum(not each.is_fact for each in draft.confirmed)
    facts = len(draft.confirmed) - findings
    parts = [counted(findings, "finding")] if findings else []
    parts += [counted(facts, "fact")] if facts else []
    return " and ".join(parts) or "nothing"


def _fact(name: str, facts: Facts, passage: Passage | None) -> Item:
    value = getattr(facts, name)
    text = day_full(value) if name in DAYS else str(value)
    bare = Item(f"fact:{name}", text, name=name)
    if passage is None:
        return bare
    return replace(
        bare,
        printed=passage.text,
        page=passage.page,
        paragraph=passage.paragraph,
        lines=passage.lines,
    )


def _of(key: str, passage: Passage, kind: Kind | None) -> Item:
    return Item(
        key,
        passage.text,
        kind=kind,
        heading=passage.heading,
        printed=passage.text,
        page=passage.page,
        paragraph=passage.paragraph,
        lines=passage.lines,
    )


def _text(item: Item, text: str) -> str:
    if not item.is_fact:
        return texts.note(text, "Text", longest=LONGEST, needed=True)
    value = _value(item.name, text)
    return day_full(value) if isinstance(value, date) else str(value)


def _value(name: str, text: str) -> date | str:
    if name in DAYS:
        return read_at(FACT_WORDS[name], read_day, text)
    return texts.line(text, FACT_WORDS[name], longest=LONGEST_HEADING, needed=True)


def _in_order(facts: Facts) -> Facts:
    start, end = facts.fieldwork_start, facts.fieldwork_end
    if start and end and end < start:
        raise Refused(
            "The fieldwork ends before it begins: look at both days.", place="Fieldwork to"
        )
    written, due = facts.letter_date, facts.statement_due
    if written and due and due < written:
        raise Refused(
            "The statement is due before the letter was written: look at both days.",
            place="Statement due",
        )
    return facts


def _stand(draft: Draft, keys: Collection[str], standing: Standing) -> Draft:
    def stand(item: Item) -> Item:
        if item.standing is Standing.KEPT:
            return item
        return replace(item, standing=standing, seen=True)

    return _with(draft, keys, stand)


def _with(draft: Draft, keys: Collection[str], change: Callable[[Item], Item]) -> Draft:
    for key in keys:
        draft.item(key)
    items = (change(each) if each.key in keys else each for each in draft.items)
    return replace(draft, items=tuple(items))
