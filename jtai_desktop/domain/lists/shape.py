"""The shape of the lists as the rules see it: columns and codes, the theme’s fields, the scope."""

from dataclasses import dataclass, field
from enum import StrEnum

CHILD = "Child Unique ID"
BIRTH = "Date of Birth"
AGE = "Age of Child (Years)"


class Kind(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    CATEGORY = "category"
    DATE = "date"
    INTEGER = "integer"
    TEXT = "text"
    ANSWER = "answer"  # yes or no, to a field of the theme


class Role(StrEnum):
    """When a field of the theme has to be answered."""

    GATE = "gate"
    FOLLOW_UP = "follow-up"
    COMPLETED = "completed"


class OpenRows(StrEnum):
    """How a row that is still open stands in the window."""

    NONE = "none"
    BLANK = "blank"
    OLDER = "older"


class Gravity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list, with the codes that it takes."""

    name: str
    kind: Kind
    blank_ok: bool = False
    codes: tuple[str, ...] = ()
    later_codes: tuple[str, ...] = ()
    open_list: bool = False
    also_seen: tuple[str, ...] = ()
    note: str = ""
    field: str = ""  # the key of the theme’s field that it answers


@dataclass(frozen=True, slots=True)
class ThemeField:
    """A field that the theme adds to some lists."""

    key: str
    title: str
    role: Role
    lists: tuple[int, ...]
    in_age: bool = False
    after: tuple[str, ...] = ()
    filled_with: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Answers of one child that do not go together."""

    gravity: Gravity
    answers: tuple[tuple[str, bool], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """Who counts as in scope: on one of the lists, any of these and all of those answered yes."""

    lists: tuple[int, ...]
    any_of: tuple[str, ...]
    all_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListShape:
    """One list: what stands in it, and when a row belongs there."""

    number: int
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = (CHILD,)
    window: str = ""
    window_months: int = 6
    window_column: str = ""
    open_rows: OpenRows = OpenRows.NONE
    rows: str = ""
    one_row_per_child: bool = False
    also_in: int = 0
    same_per_child: tuple[str, ...] = ()
    standing: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """List 6, Children in Need."""
        return f"list {self.number}, {self.title}"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything that a pack says about the lists."""

    lists: tuple[ListShape, ...]
    fields: tuple[ThemeField, ...] = ()
    clashes: tuple[Clash, ...] = ()
    scope: ScopeRule = field(default_factory=lambda: ScopeRule((), (), ()))
    age_from: int = 0
    age_to: int = 18
    pack: str = ""

    def fields_of(self, number: int, role: Role) -> tuple[ThemeField, ...]:
        """The fields of one role that the theme adds to a list."""
        return tuple(one for one in self.fields if one.role is role and number in one.lists)
