"""A person of a selected child with whom inspectors may talk: a role and at most a label."""

from dataclasses import dataclass, field
from enum import StrEnum

from jtai_desktop.domain.conversations.lines import Line, View


class Role(StrEnum):
    """Who somebody is to the child; a name is never needed."""

    CHILD = "child"
    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    CARER = "carer"
    SIBLING = "sibling"
    OTHER = "other"


ROLE_WORDS = {
    Role.CHILD: "Child",
    Role.MOTHER: "Mother",
    Role.FATHER: "Father",
    Role.PARENT: "Parent",
    Role.CARER: "Carer",
    Role.SIBLING: "Sibling",
    Role.OTHER: "Other person",
}
# For these, the agreement of whoever holds parental responsibility is recorded apart.
YOUNG = frozenset({Role.CHILD, Role.SIBLING})


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one child, with the lines of what was recorded, in order.

    `label` tells two of one role apart. `selected` says whether the child is still evaluated.
    """

    id: str
    child_id: str
    child: str
    role: Role
    label: str = ""
    position: int = 0
    selected: bool = True
    lines: tuple[Line, ...] = ()
    version: int = field(default=1, compare=False)

    @property
    def word(self) -> str:
        """Carer, or Carer 2."""
        return self.label or ROLE_WORDS[self.role]

    @property
    def mark(self) -> str:
        """What stands for the child in a code: the F of Child F."""
        return self.child.rpartition(" ")[2]

    @property
    def called(self) -> str:
        """Child F, carer."""
        return f"{self.child}, {self.label or ROLE_WORDS[self.role].lower()}"

    @property
    def views(self) -> tuple[View, ...]:
        """Whose decisions count: a child’s own view, and parental responsibility."""
        return (View.OWN, View.PARENTAL) if self.role in YOUNG else (View.OWN,)
