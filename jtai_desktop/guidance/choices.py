"""The closed choices of a pack that are no more than a key and a title."""

from dataclasses import dataclass

from jtai_desktop.guidance.entry import LINE, Entry, Known
from jtai_desktop.guidance.root import Root


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of meeting, somebody inspectors may meet, a heading: what can be picked."""

    key: str
    title: str
    paragraph: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section of the action plan and the agencies that work under it."""

    key: str
    title: str
    agencies: tuple[str, ...] = ()


def read_choices(root: Root, part: str) -> tuple[Choice, ...]:
    """The choices of one part, in the order of the file."""
    return tuple(_choice(entry) for entry in root.entries(part))


def read_plan_sections(root: Root) -> tuple[PlanSection, ...]:
    """The sections of the action plan, in the order of the file."""
    agencies = root.keys("agencies")
    return tuple(_plan_section(entry, agencies) for entry in root.entries("plan_sections"))


def _choice(entry: Entry) -> Choice:
    return Choice(
        key=entry.name(),
        title=entry.text("title", most=LINE),
        paragraph=entry.paragraph(""),
        detail=entry.text("detail", ""),
    )


def _plan_section(entry: Entry, agencies: Known) -> PlanSection:
    return PlanSection(
        key=entry.name(),
        title=entry.text("title", most=LINE),
        agencies=entry.names("agencies", agencies, "agencies"),
    )
