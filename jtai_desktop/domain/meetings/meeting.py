"""A meeting of the return, or an entry of one's own: what, when, where, who."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

# Kinds that the return does not ask for; those it asks for stand in the guidance pack.
OWN_KINDS: Final = MappingProxyType(
    {
        "call": "Call",
        "check": "Document check",
        "briefing": "Briefing",
        "interview": "Interview",
        "focus-group": "Focus group",
        "school-call": "Education inspector’s school call",
        "keep-in-touch": "Keep in touch",
        "feedback": "Final feedback",
        "other": "Other entry",
    }
)
# These are of the inspectors’ week on site, as the return is; the others are on any day.
ON_SITE_KINDS: Final = frozenset({"interview", "focus-group", "feedback"})
# With whom an interview or a focus group is; the pack adds whom else inspectors may meet.
WITH_WHOM: Final = ("Leaders", "Managers", "Practitioners")
# What is compared with what was sent, and how it is called.
FACTS: Final = MappingProxyType(
    {
        "kind": "kind",
        "title": "title",
        "child": "child",
        "start": "start",
        "end": "end",
        "place": "place",
        "chair": "chair",
        "agencies": "agencies",
        "observe": "observation",
        "explained": "explanation",
        "note": "note for inspectors",
    }
)
# The rest: ours alone, but for the cancellation.
OURS: Final = MappingProxyType(
    {
        "host": "host",
        "prepares": "who prepares",
        "preparation": "preparation",
        "attending": "people attending",
        "inspector": "inspector",
        "whom": "with whom",
        "cancelled": "cancelled",
    }
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One entry. `child` is a label as the return has it, often before children are selected.

    `explained` says by whom and when child and family were told that an inspector may observe.
    `cancelled` is the reason; an entry that was sent is cancelled, never removed. From `host` on
    all is ours and never goes: who hosts, who prepares and what, which people attend, which
    inspector comes. `whom` is with whom an interview or a focus group is.
    """

    id: str
    kind: str
    start: datetime
    end: datetime
    title: str = ""
    child: str = ""
    place: str = ""
    chair: str = ""
    agencies: tuple[str, ...] = ()
    observe: bool = False
    explained: str = ""
    note: str = ""
    host: str = ""
    prepares: str = ""
    preparation: str = ""
    attending: tuple[str, ...] = ()
    inspector: str = ""
    whom: str = ""
    cancelled: str = ""
    version: int = field(default=1, compare=False)

    @property
    def is_returned(self) -> bool:
        """Whether it belongs to the return to the inspectors."""
        return self.kind not in OWN_KINDS

    @property
    def is_on_site(self) -> bool:
        """Whether it belongs into the fieldwork week."""
        return self.is_returned or self.kind in ON_SITE_KINDS

    @property
    def as_returned(self) -> "Meeting":
        """Without all that is ours alone."""
        return replace(
            self, host="", prepares="", preparation="", attending=(), inspector="", whom=""
        )

    def concerns(self, agency: str) -> bool:
        """Whether an agency takes part; an entry of one’s own that names none is for all."""
        return agency in self.agencies or not (self.agencies or self.is_returned)

    @property
    def stands(self) -> bool:
        """Whether it takes place."""
        return not self.cancelled


def differing(one: Meeting, other: Meeting) -> tuple[str, ...]:
    """The words for all in which the two differ."""
    words = {**FACTS, **OURS}
    return tuple(word for name, word in words.items() if getattr(one, name) != getattr(other, name))
