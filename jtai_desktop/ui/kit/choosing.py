"""Whom one can choose as owner or deputy, which agency, and what typed words mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from jtai_desktop.domain.people import Agency, Contact

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Choice:
    """One person to choose, or nobody; of an agency the short name as `role`."""

    id: str
    role: str
    initials: str = ""
    agency: str = ""
    short: str = ""
    away: str = ""

    @property
    def words(self) -> str:
        """What typed words are looked for in."""
        return f"{self.role} {self.initials} {self.agency} {self.short}".casefold()


def choices(
    agencies: Sequence[Agency], contacts: Sequence[Contact], *, nobody: bool
) -> tuple[Choice, ...]:
    """Everyone, agency by agency; "nobody" first where somebody is named now."""
    first = (Choice(NOBODY, "Nobody"),) if nobody else ()
    people = (
        Choice(each.id, each.role, each.initials, agency.name, agency.short, each.away)
        for agency in agencies
        for each in contacts
        if each.agency_id == agency.id
    )
    return (*first, *people)


def agency_choices(agencies: Sequence[Agency]) -> tuple[Choice, ...]:
    """Every agency by its key: called by its short name, found by the whole one too."""
    return tuple(Choice(each.key, each.short, short=each.name) for each in agencies)


def matching(everyone: Sequence[Choice], typed: str) -> tuple[Choice, ...]:
    """Those in whose role, initials or agency every typed word is found."""
    wanted = typed.casefold().split()
    return tuple(each for each in everyone if all(word in each.words for word in wanted))


def best(found: Sequence[Choice], typed: str, current: str = "") -> str:
    """Whom Enter would take: by initials, by the beginning of the role, else the first found."""
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return current if any(each.id == current for each in found) else ""
    ranked = sorted(
        found,
        key=lambda each: (
            each.role.casefold() != wanted,
            each.initials.casefold() != wanted,
            not each.role.casefold().startswith(wanted),
            each.id == NOBODY,
        ),
    )
    return ranked[0].id if ranked else ""
