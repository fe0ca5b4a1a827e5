"""Arranger: heads and lines as they are shown, fast enough for each key that is typed."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.filtering import fitting, in_scope, quick_counts
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.ordering import OURS, in_order
from jtai_desktop.ui.pages.documents.wanted import Grouping, Quick, Scope, Wanted
from jtai_desktop.ui.theme.states import State, look_of

NOBODY = "Nobody named"
BY_HAND = "Asked for besides"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group with its counts."""

    key: str
    lead: str
    title: str
    count: str
    late: int
    warnings: int
    folded: bool = False

    @property
    def spoken(self) -> str:
        """The head as a screen reader says it."""
        late = f"{self.late} late" if self.late else ""
        parts = (f"{self.lead} {self.title}".strip(), late, self.warned, self.count)
        way = "folded" if self.folded else "unfolded"
        return ", ".join(part for part in (*parts, way) if part)

    @property
    def warned(self) -> str:
        """2 warnings; nothing where there are none."""
        return counted(self.warnings, "warning") if self.warnings else ""


Shown = Head | Line


class Arranger:
    """Arranges the lines of one reading; what does not hang on what is typed is kept."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._scoped: dict[Scope, list[Line]] = {}
        self._grouped: dict[tuple[Scope, Grouping], _Grouped] = {}
        self._counts: dict[tuple[Scope, str], str] = {}

    def arrange(self, wanted: Wanted, folded: Collection[str] = ()) -> tuple[Shown, ...]:
        """The heads and lines in the order in which they are shown."""
        fit = fitting(self.scoped(wanted.scope), wanted, self.facts.me)
        ordered = in_order(fit, wanted.sort)
        if wanted.group is Grouping.NONE:
            return tuple(ordered)
        shown: list[Shown] = []
        for key, held in self._groups(ordered, wanted):
            shut = key in folded
            shown.append(self._head(wanted, key, held, folded=shut))
            shown.extend(() if shut else held)
        return tuple(shown)

    def lines(self, wanted: Wanted) -> list[Line]:
        """The lines that fit, in their order; folding is only a way to look at them."""
        return [each for each in self.arrange(wanted) if isinstance(each, Line)]

    def scoped(self, scope: Scope) -> list[Line]:
        """The area’s lines, the children’s, or all."""
        if scope not in self._scoped:
            self._scoped[scope] = in_scope(self.facts.lines, scope)
        return self._scoped[scope]

    def quick_counts(self, scope: Scope) -> dict[Quick, int]:
        """How many items each quick filter would show."""
        return quick_counts(self.scoped(scope))

    def said(self, scope: Scope) -> str:
        """19 sent, 14 to send, 3 only on request."""
        return counts(_entries(self.scoped(scope))).said

    def _groups(self, lines: Iterable[Line], wanted: Wanted) -> list[tuple[str, list[Line]]]:
        grouped = self._of_group(wanted.scope, wanted.group)
        found: dict[str, list[Line]] = {}
        for line in lines:
            found.setdefault(grouped.keys[line.place], []).append(line)
        return sorted(found.items(), key=lambda each: grouped.places[each[0]])

    def _of_group(self, scope: Scope, grouping: Grouping) -> "_Grouped":
        key = (scope, grouping)
        if key not in self._grouped:
            self._grouped[key] = _grouped(self.facts, self.scoped(scope), grouping)
        return self._grouped[key]

    def _head(self, wanted: Wanted, key: str, held: list[Line], *, folded: bool) -> Head:
        lead, title = _named(self.facts, held[0], wanted.group)
        if wanted.narrowed:
            whole = self._of_group(wanted.scope, wanted.group).sizes[key]
            count = f"{len(held)} of {whole} shown"
        else:
            count = self._count(wanted.scope, key, held)
        return Head(
            key=key,
            lead=lead,
            title=title,
            count=count,
            late=sum(1 for line in held if line.late is not Late.NO),
            warnings=sum(1 for line in held if line.doubts),
            folded=folded,
        )

    def _count(self, scope: Scope, key: str, held: list[Line]) -> str:
        """Of a whole group, counted once."""
        if (scope, key) not in self._counts:
            self._counts[scope, key] = counts(_entries(held)).of_section
        return self._counts[scope, key]


@dataclass(frozen=True, slots=True)
class _Grouped:
    """The group of each line by its place, and of each group its size and where it stands."""

    keys: dict[int, str]
    sizes: dict[str, int]
    places: dict[str, tuple[int, str]]


def _grouped(facts: Facts, lines: list[Line], grouping: Grouping) -> _Grouped:
    of = _GROUPS[grouping]
    held: dict[str, list[Line]] = {}
    keys: dict[int, str] = {}
    for line in lines:
        key = keys[line.place] = f"{grouping}:{of(line)}"
        held.setdefault(key, []).append(line)
    return _Grouped(
        keys,
        {key: len(found) for key, found in held.items()},
        {key: _group_place(facts, found, grouping) for key, found in held.items()},
    )


def _group_place(facts: Facts, held: list[Line], grouping: Grouping) -> tuple[int, str]:
    """Sections in the order of the pack, agencies in that of the list, owners by name."""
    line = held[0]
    if grouping is Grouping.AGENCY:
        keys = facts.agencies
        return (keys.index(line.agency) if line.agency in keys else len(keys), "")
    if grouping is Grouping.OWNER:
        return (0 if line.owner else 1, line.owner.casefold())
    if grouping is Grouping.STATE:
        return (OURS[line.ours], "")
    return (min(each.item.position for each in held), "")


def _entries(held: Iterable[Line]) -> Iterable[Entry]:
    return {line.item.id: line.entry for line in held}.values()


def _named(facts: Facts, line: Line, grouping: Grouping) -> tuple[str, str]:
    match grouping:
        case Grouping.AGENCY:
            return "", facts.names.agency_name(line.agency) or line.agency
        case Grouping.OWNER:
            return "", line.owner or NOBODY
        case Grouping.STATE:
            return "", look_of(State(line.ours.value)).said
        case _:
            return _section(facts, line)


def _section(facts: Facts, line: Line) -> tuple[str, str]:
    item = line.item
    if item.child:
        return "", item.child.label
    sections = (each for each in facts.view.pack.sections if each.number == item.section)
    return next(((each.number, each.title) for each in sections), ("", BY_HAND))


def _owns(line: Line) -> str:
    return line.document.owner_id if line.document else ""


_GROUPS: dict[Grouping, Callable[[Line], str]] = {
    Grouping.SECTION: lambda line: line.item.child.id if line.item.child else line.item.section,
    Grouping.AGENCY: lambda line: line.agency,
    Grouping.OWNER: _owns,
    Grouping.STATE: lambda line: line.ours.value,
    Grouping.NONE: lambda _line: "",
}
