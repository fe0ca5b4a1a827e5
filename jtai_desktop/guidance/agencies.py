"""Who takes part, under the name of the guidance and under today's, and who inspects."""

from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.guidance.entry import LINE, Entry
from jtai_desktop.guidance.root import Root

SHORT = 16


class TakesPart(StrEnum):
    """How sure it is that an agency is part of an inspection."""

    ALWAYS = "always"
    OFTEN = "often"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class PackAgency:
    """An agency as the guidance names it, and as it is called today."""

    key: str
    name: str
    short: str
    name_today: str
    short_today: str
    takes_part: TakesPart
    paragraph: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inspectorate:
    """One of the inspectorates that come together."""

    key: str
    name: str
    short: str
    looks_at: str
    leads: bool = False


def read_agencies(root: Root) -> tuple[PackAgency, ...]:
    """Every agency, in the order of the file."""
    return tuple(_agency(entry) for entry in root.entries("agencies"))


def read_inspectorates(root: Root) -> tuple[Inspectorate, ...]:
    """Every inspectorate; one of them leads."""
    found = tuple(_inspectorate(entry) for entry in root.entries("inspectorates"))
    if found and sum(one.leads for one in found) != 1:
        root.fault("inspectorates", "One of them, and only one, must have “leads = true”.")
    return found


def _agency(entry: Entry) -> PackAgency:
    return PackAgency(
        key=entry.name(),
        name=entry.text("name", most=LINE),
        short=entry.text("short", most=SHORT),
        name_today=entry.text("name_today", most=LINE),
        short_today=entry.text("short_today", most=SHORT),
        takes_part=entry.choice("takes_part", TakesPart),
        paragraph=entry.paragraph(""),
        note=entry.text("note", ""),
    )


def _inspectorate(entry: Entry) -> Inspectorate:
    return Inspectorate(
        key=entry.name(),
        name=entry.text("name", most=LINE),
        short=entry.text("short", most=SHORT),
        looks_at=entry.text("looks_at", most=LINE),
        leads=entry.flag("leads"),
    )
