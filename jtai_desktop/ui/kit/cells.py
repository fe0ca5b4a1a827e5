"""What a table shows, as frozen records: columns, rows, and cells with all their parts."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import StateLook
from jtai_desktop.ui.theme.tokens import Role

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column; a width of 0 takes what is left.

    `leaves` says in which order columns go when it gets narrow: 1 first, 0 never.
    """

    key: str
    title: str
    width: int = 0
    right: bool = False
    leaves: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, drawn from the left: state, icon, lead in bold, text, tail in ink3, mark.

    `second` is a line of 9 pt below; `link` stands at the right end of the last line, or alone;
    `meter` is (done, total) at the right end; `bar` is amounts in colours, the whole width being
    `bar_full`; `order` is what sorting compares instead of the text; `indent` moves all to the
    right; `said` is read aloud instead of what is shown.
    """

    text: str = ""
    lead: str = ""
    tail: str = ""
    second: str = ""
    state: StateLook | None = None
    mark: StateLook | None = None
    icon: str = ""
    icon_role: Role = Role.INK2
    link: str = ""
    ink: Role = Role.INK
    font: FontRole = FontRole.TEXT
    bold: bool = False
    right: bool = False
    flush: bool = False
    indent: int = 0
    meter: tuple[int, int] | None = None
    bar: tuple[tuple[int, Role], ...] = ()
    bar_full: int = 0
    span: int = 1
    order: str | float | None = None
    tip: str = ""
    said: str = ""

    @property
    def plain(self) -> str:
        """The whole cell as plain text, for copying, searching and sorting."""
        state = self.state.word if self.state else ""
        mark = self.mark.word if self.mark else ""
        parts = (state, self.lead, self.text, self.tail, mark, self.second, self.link)
        return " ".join(part for part in parts if part)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if self.said:
            return self.said
        state = self.state.said if self.state else ""
        mark = self.mark.said if self.mark else ""
        parts = (state, self.lead, self.text, self.tail, mark, self.second, self.link)
        return ", ".join(part for part in parts if part)

    @property
    def sort_key(self) -> tuple[int, float, str]:
        if isinstance(self.order, int | float):
            return (0, float(self.order), "")
        return (1, 0.0, (self.order or self.plain).casefold())


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the key that its record has. A section row stands on `side`, in bold."""

    key: str
    cells: tuple[Cell, ...]
    section: bool = False
    said: str = ""

    @property
    def two_lines(self) -> bool:
        return any(cell.second for cell in self.cells)

    @property
    def spoken(self) -> str:
        return self.said or ", ".join(cell.spoken for cell in self.cells if cell.spoken)
