"""A line of history as a person reads it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after, as stored."""

    kind: str
    record_id: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Who did what when, on whose behalf, and what it changed."""

    number: int
    when: datetime
    who: str
    on_behalf_of: str
    action: str
    summary: str
    changes: tuple[FieldChange, ...] = ()

    @property
    def signed(self) -> str:
        """Who it was, with whom they worked for."""
        return f"{self.who} for {self.on_behalf_of}" if self.on_behalf_of else self.who
