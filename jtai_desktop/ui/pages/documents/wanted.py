"""Which lines a person wants to see, and in which order: what a saved view keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Scope(StrEnum):
    """Whose documents."""

    AREA = "area"
    CHILDREN = "children"
    ALL = "all"


class Grouping(StrEnum):
    """What the lines stand under."""

    SECTION = "section"
    AGENCY = "agency"
    OWNER = "owner"
    STATE = "state"
    NONE = "none"


class Quick(StrEnum):
    """The filters of one click, in their order."""

    ALL = "all"
    LATE = "late"
    WARNING = "warning"
    TO_CHECK = "to-check"
    READY = "ready"


SCOPE_WORDS = {
    Scope.AREA: "The area’s documents",
    Scope.CHILDREN: "The children’s documents",
    Scope.ALL: "Everything",
}
GROUP_WORDS = {
    Grouping.SECTION: "Section",
    Grouping.AGENCY: "Agency",
    Grouping.OWNER: "Owner",
    Grouping.STATE: "State",
    Grouping.NONE: "Nothing",
}
# What the field "status" knows beside the states themselves.
TO_SEND, OUTSTANDING, BY_ME = "to-send", "outstanding", "to-check-by-me"
MOST_KEYS = 6
Sort = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose, grouped, sorted and filtered how. `sort` is columns, each with whether downwards."""

    scope: Scope = Scope.AREA
    group: Grouping = Grouping.SECTION
    sort: Sort = ()
    quick: Quick = Quick.ALL
    agency: str = ""
    state: str = ""
    typed: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether less is shown than there is."""
        return bool(self.agency or self.state or self.typed.strip()) or self.quick is not Quick.ALL

    def everything(self) -> "Wanted":
        """The same without any filter."""
        return replace(self, quick=Quick.ALL, agency="", state="", typed="")

    def showing(self, *, of_child: bool) -> "Wanted":
        """Without filters, and with the scope in which such a line is."""
        fits = {Scope.ALL, Scope.CHILDREN if of_child else Scope.AREA}
        scope = self.scope if self.scope in fits else Scope.ALL
        return replace(self.everything(), scope=scope)

    def only(self, state: str = "", agency: str = "") -> "Wanted":
        """Everything of one agency, or in one state."""
        return replace(self.everything(), scope=Scope.ALL, agency=agency, state=state)

    def sorted_by(self, column: str, *, further: bool) -> "Wanted":
        """Sorted by a column: up, then down, then no more; `further` keeps the other keys."""
        known = dict(self.sort)
        others = tuple(each for each in self.sort if each[0] != column) if further else ()
        if column not in known:
            return replace(self, sort=(*others, (column, False))[-MOST_KEYS:])
        if known[column]:
            return replace(self, sort=others)
        if further:
            turned = tuple((key, True if key == column else down) for key, down in self.sort)
            return replace(self, sort=turned)
        return replace(self, sort=((column, True),))

    def plain(self) -> dict[str, object]:
        """As plain values, for keeping."""
        return {
            "scope": self.scope.value,
            "group": self.group.value,
            "sort": [[key, "down" if down else "up"] for key, down in self.sort],
            "quick": self.quick.value,
            "agency": self.agency,
            "state": self.state,
            "typed": self.typed,
        }


def wanted_of(plain: Mapping[str, object], columns: tuple[str, ...]) -> Wanted:
    """What `plain` once gave; anything odd in it is passed over."""
    made = Wanted()
    closed = {"scope": Scope, "group": Grouping, "quick": Quick}
    for each in fields(Wanted):
        given = plain.get(each.name)
        kind = closed.get(each.name)
        if kind is not None and isinstance(given, str) and given in set(kind):
            made = replace(made, **{each.name: kind(given)})  # type: ignore[arg-type]
        elif kind is None and isinstance(given, str):
            made = replace(made, **{each.name: given})  # type: ignore[arg-type]
    return replace(made, sort=_sort(plain.get("sort"), columns))


def _sort(given: object, columns: tuple[str, ...]) -> Sort:
    found: dict[str, bool] = {}
    for each in given if isinstance(given, list) else []:
        match each:
            case [str() as key, "up" | "down" as way] if key in columns:
                found.setdefault(key, way == "down")
    return tuple(found.items())[:MOST_KEYS]
