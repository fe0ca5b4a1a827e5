"""A meeting of the return, or an entry of one's own: what, when, where, who."""

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Meeting:
    """One entry. `child` is a label as the return has it, often before children are selected.

    `explained` says by whom and when child and family were told that an inspector may observe.
    `cancelled` is the reason; an entry that was sent is cancelled, never removed.
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
    cancelled: str = ""
    version: int = field(default=1, compare=False)

    @property
    def is_returned(self) -> bool:
        """Whether it belongs to the return to the inspectors."""
        return self.kind not in OWN_KINDS

    @property
    def stands(self) -> bool:
        """Whether it takes place."""
        return not self.cancelled
