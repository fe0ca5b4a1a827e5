"""What is answered: the criteria of the guidance and a partnership’s markers of good practice.

The pack brings both. A council words them anew, adds its own and retires what it no longer asks; a
number is never given twice, so an answer always finds what it was written to.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused

LONGEST = 400  # characters of a wording
GROUP_LONGEST = 60
CRITERIA = "Evaluation criteria"
_NAMED = re.compile(r"(criterion|esn|marker)[ :]?(\d{1,4})\.?", re.IGNORECASE | re.ASCII)


class Sort(StrEnum):
    """Whether the inspectors ask it or the partnership itself does."""

    CRITERION = "criterion"
    MARKER = "marker"


SORT_WORDS: Final = MappingProxyType({Sort.CRITERION: "ESN", Sort.MARKER: "Marker"})


@dataclass(frozen=True, slots=True)
class Point:
    """A criterion or a marker. `by_pack` is its wording there, empty where the council added it."""

    sort: Sort
    number: int
    group: str
    title: str
    short: str = ""
    paragraph: str = ""
    by_pack: str = ""
    retired: str = ""
    version: int = 0

    @property
    def key(self) -> str:
        """marker:9: what answers, forms and audits name it by."""
        return f"{self.sort}:{self.number}"

    @property
    def called(self) -> str:
        """ESN 23, or Marker 9."""
        return f"{SORT_WORDS[self.sort]} {self.number}"

    @property
    def is_own(self) -> bool:
        """Whether the council added it."""
        return not self.by_pack

    @property
    def is_reworded(self) -> bool:
        """Whether the council words it otherwise than the pack."""
        return bool(self.by_pack) and self.title != self.by_pack

    @property
    def is_retired(self) -> bool:
        """Whether it is no longer asked; then there is a reason."""
        return bool(self.retired)


@dataclass(frozen=True, slots=True)
class Change:
    """What a council made of one point, as it is kept."""

    sort: Sort
    number: int
    title: str
    group: str = ""
    retired: str = ""
    version: int = 0

    @property
    def key(self) -> str:
        """As that of the point."""
        return f"{self.sort}:{self.number}"


def key_of(words: str) -> str:
    """The key that “criterion 24”, “ESN 24” or “Marker 9.” names; nothing where it names none.

    What people type of a point in other places, such as at the headline of an audit.
    """
    found = _NAMED.fullmatch(" ".join(words.split()))
    if found is None:
        return ""
    sort = Sort.MARKER if found[1].casefold() == "marker" else Sort.CRITERION
    return f"{sort}:{int(found[2])}"


def points(of_pack: Iterable[Point], changes: Mapping[str, Change]) -> tuple[Point, ...]:
    """Every point as this council has it: the pack’s, then its own, group by group."""
    every = [_changed(each, changes.get(each.key)) for each in of_pack]
    known = {each.key for each in every}
    every += [own(each) for each in changes.values() if each.key not in known]
    order = {group: at for at, group in enumerate(dict.fromkeys(each.group for each in every))}
    return tuple(sorted(every, key=lambda each: (each.sort, order[each.group], each.number)))


def reword(point: Point, title: str) -> Change:
    """The point in other words; those of the pack come back with an empty text."""
    checked = texts.line(title, point.called, longest=LONGEST) or point.by_pack
    if not checked:
        raise Refused(f"{point.called}: the wording is empty. Retire it instead.", place="Wording")
    return replace(_kept(point), title=checked)


def add(every: Iterable[Point], sort: Sort, group: str, title: str) -> Change:
    """One more criterion or marker, under a number that was never given."""
    known = tuple(every)
    number = max((each.number for each in known if each.sort is sort), default=0) + 1
    checked = texts.line(title, "Wording", longest=LONGEST, needed=True)
    where = texts.line(group, "Group", longest=GROUP_LONGEST, needed=True)
    same = [each for each in known if each.sort is sort and _same(each.title, checked)]
    if same:
        raise Refused(f"{same[0].called} says the same already.", place="Wording")
    return Change(sort, number, checked, CRITERIA if sort is Sort.CRITERION else where)


def retire(point: Point, reason: str) -> Change:
    """No longer asked, with a reason; its answers stay."""
    if point.is_retired:
        raise Refused(f"{point.called} is retired already.", place=point.called)
    return replace(_kept(point), retired=texts.line(reason, "Reason", needed=True))


def bring_back(point: Point) -> Change:
    """Asked again, with the answers that it had."""
    if not point.is_retired:
        raise Refused(f"{point.called} is not retired.", place=point.called)
    return replace(_kept(point), retired="")


def own(change: Change) -> Point:
    """The point that a council added."""
    return Point(
        change.sort,
        change.number,
        change.group,
        change.title,
        retired=change.retired,
        version=change.version,
    )


def same_point(wanted: Point, here: Iterable[Point], *, same_pack: bool) -> Point | None:
    """The point that asks the same here: by its number in one pack, else by its words."""
    for each in here:
        if each.sort is not wanted.sort:
            continue
        if same_pack and not wanted.is_own and not each.is_own:
            if each.number == wanted.number:
                return each
        elif _same(each.title, wanted.title) or _same(each.by_pack, wanted.title):
            return each
    return None


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold().rstrip(".") == other.casefold().rstrip(".")


def _kept(point: Point) -> Change:
    return Change(point.sort, point.number, point.title, point.group, point.retired, point.version)


def _changed(point: Point, change: Change | None) -> Point:
    if change is None:
        return point
    return replace(point, title=change.title, retired=change.retired, version=change.version)
