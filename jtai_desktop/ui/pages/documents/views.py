"""Saved views of the register: those that come with the program, and one’s own."""

from collections.abc import Iterable
from dataclasses import dataclass

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused
from jtai_desktop.ui.pages.documents.columns import KEYS
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.wanted import (
    BY_ME,
    OUTSTANDING,
    Grouping,
    Quick,
    Scope,
    Wanted,
    wanted_of,
)

LONGEST_NAME, MOST = 40, 30


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name, what it shows, and whether it came with the program."""

    name: str
    wanted: Wanted
    shipped: bool = False

    def plain(self) -> dict[str, object]:
        """As plain values, for keeping."""
        return {"name": self.name, "wanted": self.wanted.plain()}


SHIPPED = (
    SavedView("The area’s register", Wanted(), shipped=True),
    SavedView("Everything late", Wanted(Scope.ALL, quick=Quick.LATE), shipped=True),
    SavedView("To check by me", Wanted(Scope.ALL, state=BY_ME), shipped=True),
    SavedView("Ready to send", Wanted(Scope.ALL, quick=Quick.READY), shipped=True),
    SavedView(
        "Outstanding, by agency",
        Wanted(Scope.ALL, Grouping.AGENCY, state=OUTSTANDING),
        shipped=True,
    ),
    SavedView("By owner", Wanted(Scope.ALL, Grouping.OWNER), shipped=True),
)


def outstanding(facts: Facts) -> tuple[SavedView, ...]:
    """“Outstanding with the police”: one view for each agency that has to bring something."""
    found = ((key, facts.names.agency(key)) for key in facts.agencies)
    return tuple(
        SavedView(
            f"Outstanding with {short}",
            Wanted(Scope.ALL, agency=key, state=OUTSTANDING),
            shipped=True,
        )
        for key, short in found
    )


def named(views: Iterable[SavedView], name: str, *, besides: str = "") -> str:
    """The name as it would be kept; refused where it is empty, too long or taken."""
    kept = texts.line(name, "Name", longest=LONGEST_NAME, needed=True)
    taken = {each.name.casefold() for each in (*SHIPPED, *views)} - {besides.casefold()}
    if kept.casefold() in taken:
        raise Refused(f"There is a view “{kept}” already. Choose another name.", place="Name")
    return kept


def views_of(plain: object) -> tuple[SavedView, ...]:
    """One’s own views as they were kept; what is odd is passed over."""
    found: dict[str, SavedView] = {}
    for each in plain if isinstance(plain, list) else []:
        match each:
            case {"name": str() as name, "wanted": dict() as wanted} if name.strip():
                found.setdefault(name.casefold(), SavedView(name, wanted_of(wanted, KEYS)))
    return tuple(found.values())[:MOST]
