"""One entry of the week, whatever it is: a meeting, an entry of one's own, a conversation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from jtai_desktop.domain.moments import apart

CONVERSATION: Final = "conversation"
# What is written where a person is meant to stand, and can be in two places.
NOBODY_IN_PARTICULAR: Final = frozenset(
    {"everyone", "all", "all agencies", "each agency", "reception", "to be confirmed", "tbc", "?"}
)


@dataclass(frozen=True, slots=True)
class Slot:
    """When, where, which child, which people, which inspector.

    `in_person` says that the child itself is there. `on_site` belongs into the fieldwork week.
    """

    id: str
    called: str
    start: datetime
    end: datetime
    child: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    kind: str = ""
    inspector: str = ""
    agencies: tuple[str, ...] = ()
    in_person: bool = False
    on_site: bool = False

    @property
    def is_talk(self) -> bool:
        """Whether it is a conversation with one person."""
        return self.kind == CONVERSATION

    @property
    def length(self) -> timedelta:
        """The time that really passes."""
        return apart(self.start, self.end)

    @property
    def facts(self) -> tuple[str, ...]:
        """All that a warning about it rests on."""
        who = sorted(self.people)
        what = (self.kind, self.child, self.place, self.inspector, *who)
        return (self.start.isoformat(), self.end.isoformat(), *what)
