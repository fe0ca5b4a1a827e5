"""What is judged: the questions about each child, the criteria and the good practice markers."""

from dataclasses import dataclass

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.entry import LINE, Entry
from jtai_desktop.guidance.root import Root, each

SHORT = 32


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the joint evaluation of a child."""

    number: int
    title: str
    short: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """An evaluation criterion, by the number it has in the evaluation schedule."""

    number: int
    title: str
    short: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker of good practice; it is a partnership's own, so it has no paragraph."""

    number: int
    group: str
    title: str


def read_questions(root: Root) -> tuple[Question, ...]:
    """The questions, in the order of the file."""
    return tuple(Question(*_numbered(entry)) for entry in root.entries("questions", "number"))


def read_criteria(root: Root) -> tuple[Criterion, ...]:
    """The criteria, in the order of the file."""
    return tuple(Criterion(*_numbered(entry)) for entry in root.entries("criteria", "number"))


def read_markers(root: Root, problems: list[Problem]) -> tuple[Marker, ...]:
    """The markers of all groups; a number stands once in the whole list."""
    found: list[Marker] = []
    for entry in root.entries("marker_groups", "title"):
        group = entry.text("title", most=LINE)
        for marker in _markers(entry, group, problems):
            if marker.number and any(other.number == marker.number for other in found):
                entry.fault(f"The marker {marker.number} stands in another group already.")
            found.append(marker)
    return tuple(found)


def _markers(entry: Entry, group: str, problems: list[Problem]) -> list[Marker]:
    tables = entry.part("markers")
    if tables is None or tables == []:
        entry.fault("“markers” is missing; a group needs at least one marker.")
        return []
    # Read whole first: a number twice within the group is told there, and only there.
    one_each: dict[int, Marker] = {}
    for one in each(tables, f"{entry.place}, markers", "number", problems):
        marker = Marker(one.whole("number", 1, 999), group, one.text("title"))
        if one.has("number"):
            one_each.setdefault(marker.number, marker)
    return list(one_each.values())


def _numbered(entry: Entry) -> tuple[int, str, str, str]:
    return (
        entry.whole("number", 1, 999),
        entry.text("title"),
        entry.text("short", most=SHORT),
        entry.paragraph(),
    )
