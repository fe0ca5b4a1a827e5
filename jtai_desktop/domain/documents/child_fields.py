"""The facts of a child as fields: how each is shown, and read from what a person typed.

Panel and command line both ask here. Nothing is a name; one that looks like it is remarked on.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_clock, read_when, shown
from jtai_desktop.domain.wording import listed, stamp

OLDEST = 25
LABEL_LENGTH, SCOPE_LENGTH = 24, 60
ALLOWANCE = timedelta(minutes=1)
_AGES = re.compile(r"([0-9]{1,3})(?:\s*(?:-|–|to)\s*([0-9]{1,3}))?")
_NOT_TOLD = frozenset({"", "no", "not yet", "not told"})
_TOLD_NOW = frozenset({"yes", "now", "told"})


class Field(StrEnum):
    """What is recorded of a child, by the name of its field."""

    LABEL = "label"
    REFERENCE = "reference"
    AGE = "age"
    IN_SCOPE = "in-scope"
    AGENCIES = "agencies"
    SCHOOL = "school"
    SCHOOL_TOLD = "school-told"
    TOLD_BY = "told-by"
    OUTCOME = "outcome"


# The places at which a refusal stands, and what the panel calls the fields.
NAMES = {
    Field.LABEL: "Label",
    Field.REFERENCE: "Reference",
    Field.AGE: "Age",
    Field.IN_SCOPE: "In scope",
    Field.AGENCIES: "Agencies",
    Field.SCHOOL: "School",
    Field.SCHOOL_TOLD: "School told",
    Field.TOLD_BY: "Told by",
    Field.OUTCOME: "Case",
}
HINTS = {
    Field.LABEL: "Child G",
    Field.REFERENCE: "NM-07",
    Field.AGE: "14, or 13 to 15",
    Field.IN_SCOPE: "In care",
    Field.AGENCIES: "Council, Police",
    Field.SCHOOL: "Secondary school 2",
    Field.SCHOOL_TOLD: "no; a time, or now",
    Field.TOLD_BY: "Schools lead",
    Field.OUTCOME: "Confirmed in the call",
}


def text_of(child: Child, field: Field, agencies: Sequence[Agency]) -> str:
    """What stands in a field."""
    if field is Field.AGE:
        return child.aged
    if field is Field.AGENCIES:
        names = {each.key: each.short for each in agencies}
        return ", ".join(names.get(key, key) for key in child.agencies)
    if field is Field.SCHOOL_TOLD:
        return stamp(child.school_told) if child.school_told else ""
    return {
        Field.LABEL: child.label,
        Field.REFERENCE: child.reference,
        Field.IN_SCOPE: child.in_scope,
        Field.SCHOOL: child.school,
        Field.TOLD_BY: child.school_told_by,
        Field.OUTCOME: child.outcome,
    }[field]


def typed(
    child: Child, field: Field, text: str, now: datetime, agencies: Sequence[Agency]
) -> Child:
    """The child with what was typed into a field; refused where it can’t be read."""
    if field is Field.AGE:
        age, age_to = ages(text)
        return replace(child, age=age, age_to=age_to)
    if field is Field.AGENCIES:
        return replace(child, agencies=_agencies(text, agencies))
    if field is Field.SCHOOL_TOLD:
        return replace(child, school_told=_told(text, now))
    return _plain(child, field, text)


def ages(text: str) -> tuple[int, int]:
    """14, or the ends of a band like 13 to 15; nothing typed is no age."""
    plain = " ".join(text.split())
    if not plain:
        return 0, 0
    match = _AGES.fullmatch(plain)
    if match is None:
        raise Refused(f"{shown(text)} is not an age: type 14, or 13 to 15.", place="Age")
    first, last = int(match[1]), int(match[2] or 0)
    if max(first, last) > OLDEST:
        raise Refused(f"An age lies between 0 and {OLDEST}.", place="Age")
    if match[2] and last < first:
        raise Refused(f"{shown(text)} ends before it begins: type 13 to 15.", place="Age")
    return first, last if last > first else 0


def _plain(child: Child, field: Field, text: str) -> Child:
    name = NAMES[field]
    if field is Field.LABEL:
        return replace(child, label=texts.line(text, name, longest=LABEL_LENGTH, needed=True))
    if field is Field.REFERENCE:
        return replace(child, reference=texts.line(text, name, longest=LABEL_LENGTH))
    if field is Field.IN_SCOPE:
        return replace(child, in_scope=texts.line(text, name, longest=SCOPE_LENGTH))
    if field is Field.SCHOOL:
        return replace(child, school=texts.line(text, name))
    if field is Field.TOLD_BY:
        return replace(child, school_told_by=texts.line(text, name))
    return replace(child, outcome=texts.line(text, name))


def _agencies(text: str, agencies: Sequence[Agency]) -> tuple[str, ...]:
    """The keys of the agencies that were typed, by short name, name or key, each once."""
    by_name = {name.casefold(): each.key for each in agencies for name in _names(each)}
    found = []
    for word in (" ".join(each.split()) for each in text.split(",")):
        if word and word.casefold() not in by_name:
            there = listed([each.short for each in agencies])
            raise Refused(
                f"There is no agency {shown(word)}. There are: {there}.", place="Agencies"
            )
        if word:
            found.append(by_name[word.casefold()])
    return tuple(dict.fromkeys(found))


def _names(agency: Agency) -> tuple[str, str, str]:
    return agency.key, agency.name, agency.short


def _told(text: str, now: datetime) -> datetime | None:
    """When the school was told: a time up to now; “now” and “yes” are now, nothing is not yet."""
    plain = " ".join(text.split()).casefold()
    if plain in _NOT_TOLD:
        return None
    if plain in _TOLD_NOW:
        return now
    try:
        when = _when(text, now)
    except Refused as refused:
        raise Refused(str(refused), place=NAMES[Field.SCHOOL_TOLD]) from None
    if when > now + ALLOWANCE:
        sentence = f"{stamp(when)} is still to come. Give the time at which it was done."
        raise Refused(sentence, place=NAMES[Field.SCHOOL_TOLD])
    return when


def _when(text: str, now: datetime) -> datetime:
    try:
        return datetime.combine(now.date(), read_clock(text), LONDON)
    except Refused:
        return read_when(text)
