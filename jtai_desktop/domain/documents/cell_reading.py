"""Reading what was typed or pasted into a cell: its value, or what was found and what is wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.documents.cell_moments import read_dates, read_moment
from jtai_desktop.domain.documents.cell_people import Called, Known
from jtai_desktop.domain.documents.cell_texts import moment_text
from jtai_desktop.domain.documents.cell_values import Value
from jtai_desktop.domain.documents.cells import Column, Form, Pair
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import listed

# What screens and papers show where there is nothing.
NOTHING = frozenset({"", "–", "—", "-"})
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Wrong:
    """What can't be taken: what was found, what is wanted, and both in one sentence."""

    found: str
    wanted: str
    sentence: str


def read(column: Column, text: str, pair: Pair, known: Known) -> Value | Wrong:
    """The value of a text, for this column of this row."""
    try:
        return _READERS[column.form](column, text, pair, known)
    except Refused as refused:
        return Wrong(text, wanted_of(column, pair, known), str(refused))


def wanted_of(column: Column, pair: Pair, known: Known) -> str:
    """What may stand in a column, in a few words."""
    if column.form is Form.AGENCY:
        return f"an agency here: {_some(known.agencies)}"
    if column.form is Form.PERSON:
        return "the role of somebody on the page People"
    if column.form is Form.DATES:
        return "one date or several, like 14 Apr 2026; 1 May 2026"
    if column.form is Form.MOMENT:
        limit = f", not after {moment_text(pair.due)}" if pair.due else ""
        return f"a date and time like Thu 5 Nov 2026, 09:00{limit}"
    most = texts.NOTE if column.form is Form.NOTE else column.longest
    return f"text of {most:,} characters at most{', not empty' if column.needed else ''}"


def _line(column: Column, text: str, _pair: Pair, _known: Known) -> str:
    return texts.line(text, column.heading, longest=column.longest, needed=column.needed)


def _note(column: Column, text: str, _pair: Pair, _known: Known) -> str:
    return texts.note(text, column.heading)


def _agency(_column: Column, text: str, _pair: Pair, known: Known) -> str:
    if text.strip() in NOTHING:
        raise Refused(f"The agency is empty. Name one of: {_some(known.agencies)}.")
    return _one(text, known.agencies, f"No agency here is called {shown(text)}. There are:")


def _person(_column: Column, text: str, _pair: Pair, known: Known) -> str:
    if text.strip() in NOTHING:
        return ""
    sentence = f"Nobody on the page People has the role {shown(text)}. There are:"
    return _one(text, known.people, sentence)


def _dates(_column: Column, text: str, _pair: Pair, known: Known) -> tuple[date, ...]:
    return () if text.strip() in NOTHING else read_dates(text, known.now.date())


def _moment(_column: Column, text: str, pair: Pair, known: Known) -> Moment | None:
    if text.strip() in NOTHING:
        return None
    moment = read_moment(text, pair.due.day if pair.due else known.now.date())
    if pair.due and moment.deadline(known.close) > pair.due.deadline(known.close):
        raise Refused(
            f"{shown(text)} is after the due time, {moment_text(pair.due)};"
            " our own time must not be later."
        )
    return moment


def _one(text: str, called: Called, unknown: str) -> str:
    found = called.found(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(f"{unknown} {_some(called)}.")
    names = listed(sorted(called.name(one) for one in found))
    raise Refused(f"{shown(text)} may be {names}. Type it like that.")


def _some(called: Called) -> str:
    names = list(called.names.values())
    if not names:
        return "none yet"
    more = len(names) - MOST_NAMED
    return listed([*names[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])])


def _never(column: Column, _text: str, _pair: Pair, _known: Known) -> Value:
    raise Refused(f"{column.heading} is worked out by the program and can’t be typed.")


_READERS: Final[MappingProxyType[Form, Callable[[Column, str, Pair, Known], Value]]] = (
    MappingProxyType(
        {
            Form.LINE: _line,
            Form.NOTE: _note,
            Form.AGENCY: _agency,
            Form.PERSON: _person,
            Form.DATES: _dates,
            Form.MOMENT: _moment,
            Form.NUMBER: _never,
        }
    )
)
