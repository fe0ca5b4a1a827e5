"""The seal: a short hash of what a paper says, by which its line in the log is found."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, time

from jtai_desktop.reports.checklist import DailyChecklist
from jtai_desktop.reports.pack import Pack, Single

LENGTH = 12


def seal_of(paper: object, variant: str) -> str:
    """The same for the same content, variant and “as at”, letter for letter.

    The paper carries its “as at” itself; it is sealed before it learns its seal.
    """
    hashed = hashlib.sha256()
    for part in (*_said(paper), variant):
        # Its length goes in front, so that no two rows of texts make one.
        whole = part.encode("utf-8", "surrogatepass")
        hashed.update(b"%d:" % len(whole) + whole)
    return hashed.hexdigest()[:LENGTH]


def with_seal(paper: DailyChecklist | Single | Pack, seal: str) -> DailyChecklist | Single | Pack:
    """The paper with its seal, which then stands in every footer."""
    if isinstance(paper, DailyChecklist):
        return replace(paper, seal=seal)
    return replace(paper, around=replace(paper.around, seal=seal))


def _said(value: object) -> Iterator[str]:
    """Everything in it as text, each kind of record by its name; but what is never printed."""
    if is_dataclass(value):
        yield type(value).__name__
        for field in (each for each in fields(value) if each.compare):
            yield from _said(getattr(value, field.name))
    elif isinstance(value, tuple):
        yield str(len(value))
        for part in value:
            yield from _said(part)
    elif isinstance(value, date | time):
        yield value.isoformat()
    else:
        yield str(value)
