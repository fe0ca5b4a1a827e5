"""The places that one can go to, in the order of the navigation; no page is needed to name them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place one can go to: its key, its words, its icon.

    The nine of the fortnight are gone to by Ctrl+1 to Ctrl+9. Those of before and after have a
    letter of their title as `mnemonic` instead, for the menu Go.
    """

    key: str
    title: str
    icon: str
    group: int = 0
    in_navigation: bool = True
    mnemonic: str = ""

    @property
    def is_numbered(self) -> bool:
        """Whether it is gone to by Ctrl and a number."""
        return self.in_navigation and not self.mnemonic


PLACES: tuple[Place, ...] = (
    Place("today", "Today", "nav-today", group=0),
    Place("timetable", "Timetable", "nav-timetable", group=0),
    Place("documents", "Documents", "nav-documents", group=1),
    Place("children", "Children", "nav-children", group=1),
    Place("week", "Fieldwork week", "nav-week", group=1),
    Place("people", "People", "nav-people", group=1),
    Place("lists", "Lists", "nav-lists", group=2),
    Place("self-evaluation", "Self-evaluation", "nav-self-evaluation", group=2),
    Place("audits", "Case audits", "nav-audits", group=2, mnemonic="C"),
    Place("findings", "Findings, actions", "nav-findings", group=2, mnemonic="d"),
    Place("papers", "Papers", "nav-papers", group=3),
    Place("settings", "Settings", "nav-settings", in_navigation=False),
    Place("vault", "Vault and backups", "lock", in_navigation=False),
    Place("help", "Help", "nav-help", in_navigation=False),
)
