"""Who is who: agencies, contacts by role, and who owns what with which deputy."""

from dataclasses import dataclass
from enum import StrEnum


class Duty(StrEnum):
    """What somebody can be named for."""

    MILESTONE = "milestone"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the partnership under the name it has in this area."""

    id: str
    key: str
    name: str
    short: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """A person, by role; a name is never needed."""

    id: str
    agency_id: str
    role: str
    initials: str = ""
    phone: str = ""
    email: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who owns a milestone or a section of the requested information, and who stands in."""

    id: str
    duty: Duty
    key: str
    owner_id: str = ""
    deputy_id: str = ""
