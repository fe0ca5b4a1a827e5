"""Sorting the lines by several columns; what is empty stands last, up or down."""

from collections.abc import Callable
from datetime import date

from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.moments import Moment
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.wanted import Sort

Key = tuple[int | str, ...]
OURS = {ours: place for place, ours in enumerate(Ours)}
_THEIRS = {theirs: place for place, theirs in enumerate(Theirs)}
_NO_DAY: Key = (date.max.toordinal(),)
_NO_TEXT: Key = ("",)


def in_order(lines: list[Line], sort: Sort) -> list[Line]:
    """Sorted by several keys, the first one the weightiest."""
    for column, down in reversed(sort):
        keyed = [(_SORTS[column](line), line) for line in lines]
        filled = [each for each in keyed if each[0] not in {_NO_DAY, _NO_TEXT}]
        empty = [line for key, line in keyed if key in {_NO_DAY, _NO_TEXT}]
        filled.sort(key=lambda each: each[0], reverse=down)
        lines = [line for _, line in filled] + empty
    return lines


def _moment(moment: Moment | None) -> Key:
    if moment is None:
        return _NO_DAY
    at = moment.deadline()
    return (moment.day.toordinal(), at.toordinal(), at.hour, at.minute)


def _date(line: Line) -> Key:
    dates = line.document.dates if line.document else ()
    return (max(dates).toordinal(),) if dates else _NO_DAY


def _note(line: Line) -> Key:
    return (line.document.notes.internal.casefold() if line.document else "",)


def _own(place: int) -> Callable[[Line], Key]:
    return lambda line: (line.item.own[place].casefold(),)


_SORTS: dict[str, Callable[[Line], Key]] = {
    c.NUMBER: lambda line: (line.place,),
    c.TITLE: lambda line: (line.title.casefold(),),
    c.AGENCY: lambda line: (line.agency_short.casefold(),),
    c.OWNER: lambda line: (line.owner.casefold(),),
    c.DEPUTY: lambda line: (line.deputy.casefold(),),
    c.DUE: lambda line: _moment(line.due),
    c.INTERNAL: lambda line: _moment(line.item.internal),
    c.OURS: lambda line: (OURS[line.ours],),
    c.THEIRS: lambda line: (_THEIRS[line.theirs],),
    c.VERSION: lambda line: (line.newest,),
    c.DATE: _date,
    c.CHASED: lambda line: (line.chased,),
    c.NOTE: _note,
    **{key: _own(place) for place, key in enumerate(c.OWN)},
}
