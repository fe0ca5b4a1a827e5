"""What an action changed, so that each page can decide whether to read again."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record that a page can depend on."""

    INSPECTION = "inspection"
    MILESTONE = "milestone"
    AGENCY = "agency"
    CONTACT = "contact"
    RESPONSIBILITY = "responsibility"
    SETTING = "setting"
    CLOSURE = "closure"
    PRINT = "print"
    PACK = "pack"
    VIEW = "view"
    BACKUP = "backup"
    CHILD = "child"
    ITEM = "item"
    DOCUMENT = "document"
    FILE = "file"
    COPY = "copy"
    CONVERSATION = "conversation"
    MEETING = "meeting"
    EVALUATION = "evaluation"
    FLAG = "flag"
    LIST = "list"
    SELF_EVALUATION = "self-evaluation"
    AUDIT = "audit"
    ACTION = "action"
    LETTER = "letter"
    FINDING = "finding"


# A vault that was restored may differ in everything.
EVERYTHING = frozenset((kind, "") for kind in Kind)


@dataclass(frozen=True, slots=True)
class Changes:
    """The records an action touched, and what the action was, in words."""

    summary: str = ""
    touched: frozenset[tuple[Kind, str]] = field(default_factory=frozenset)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of record touched."""
        return frozenset(kind for kind, _ in self.touched)

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.touched)
