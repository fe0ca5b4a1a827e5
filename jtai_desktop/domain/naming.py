"""Who is named for what, and where a name is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from jtai_desktop.domain.people import Contact, Duty, Responsibility


@dataclass(frozen=True, slots=True)
class Named:
    """Something somebody has to be named for, with owner and deputy as they stand."""

    duty: Duty
    key: str
    title: str
    owner: Contact | None = None
    deputy: Contact | None = None
    agencies: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Section 5, Youth offending team; a milestone by its title alone."""
        return f"Section {self.key}, {self.title}" if self.duty is Duty.SECTION else self.title

    @property
    def gap(self) -> str:
        """What is missing, in words; nothing if nothing is."""
        if not self.owner:
            return "no owner" if self.deputy else "no owner, no deputy"
        if not self.deputy:
            return "no deputy"
        return "owner and deputy are the same" if self.owner.id == self.deputy.id else ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A milestone or a section for which somebody has to be named, and whose it is."""

    key: str
    title: str
    agencies: tuple[str, ...] = ()


def named(
    duty: Duty,
    wanted: Iterable[Wanted],
    responsibilities: Iterable[Responsibility],
    contacts: Iterable[Contact],
) -> tuple[Named, ...]:
    """Each thing wanted, with the people named for it."""
    people = {contact.id: contact for contact in contacts}
    found = {each.key: each for each in responsibilities if each.duty is duty}
    nobody = Responsibility("", duty, "")
    return tuple(
        Named(
            duty,
            each.key,
            each.title,
            people.get(found.get(each.key, nobody).owner_id),
            people.get(found.get(each.key, nobody).deputy_id),
            each.agencies,
        )
        for each in wanted
    )
