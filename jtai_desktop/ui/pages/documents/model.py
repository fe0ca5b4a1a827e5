"""RegisterModel: heads and lines as Qt asks for them; cells are made when looked at."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jtai_desktop.ui.kit.cells import Cell
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.arranging import Head, Shown
from jtai_desktop.ui.pages.documents.cells import cells_of, spoken
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.wanted import Sort

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOTHING = QModelIndex()
_ENABLED, _CHOSEN = Qt.ItemFlag.ItemIsEnabled, Qt.ItemFlag.ItemIsSelectable
UP, DOWN = "↑", "↓"


class RegisterModel(QAbstractTableModel):
    """Thousands of lines: nothing is made for those that are not in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()
        self._places: dict[str, int] = {}
        self._heads: list[int] = []
        self._cells: dict[str, tuple[Cell, ...]] = {}
        self._today = date.min
        self._titles = c.titles({})
        self._sort: Sort = ()

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Heads and lines, as they are shown."""
        return self._shown

    def put(self, shown: Sequence[Shown], today: date, *, anew: bool) -> None:
        """Show other heads and lines; `anew` says that they were read again."""
        self.beginResetModel()
        if anew:
            self._cells = {}
        self._today = today
        self._shown = tuple(shown)
        self._places = {each.key: place for place, each in enumerate(self._shown)}
        self._heads = [at for at, each in enumerate(self._shown) if isinstance(each, Head)]
        self.endResetModel()

    def name_columns(self, titles: Mapping[str, str]) -> None:
        """Call the columns otherwise."""
        self._titles = dict(titles)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(c.KEYS) - 1)

    def title(self, key: str) -> str:
        """What a column is called."""
        return self._titles[key]

    def say_sort(self, sort: Sort) -> None:
        """Mark the columns that are sorted by."""
        if sort == self._sort:
            return
        self._sort = sort
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(c.KEYS) - 1)

    def row_of(self, key: str) -> int:
        """Where the line or head of this key stands, or -1."""
        return self._places.get(key, -1)

    def at(self, row: int) -> Shown | None:
        """What stands in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def line(self, row: int) -> Line | None:
        """The line in a row; nothing for a head."""
        found = self.at(row)
        return found if isinstance(found, Line) else None

    def head_above(self, row: int) -> Head | None:
        """The head of the group that a row stands in."""
        place = bisect_right(self._heads, row) - 1
        found = self.at(self._heads[place]) if place >= 0 else None
        return found if isinstance(found, Head) else None

    def head_below(self, row: int) -> int:
        """The row of the next head, or -1."""
        place = bisect_right(self._heads, row)
        return self._heads[place] if place < len(self._heads) else -1

    def cells(self, line: Line) -> tuple[Cell, ...]:
        """The cells of a line."""
        found = self._cells.get(line.key)
        if found is None:
            found = self._cells[line.key] = cells_of(line, self._today)
        return found

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(c.KEYS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.at(index.row()), Head):
            return _ENABLED
        return _ENABLED | _CHOSEN

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        found = self.at(index.row()) if index.isValid() else None
        if isinstance(found, Head):
            return _of_head(found, index.column(), role)
        if found is None:
            return None
        return self._of_line(found, index.column(), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(c.KEYS):
            return None
        key = c.KEYS[section]
        if role == _Role.DisplayRole:
            return f"{self._titles[key]}{self._mark(key)}"
        if role == _Role.AccessibleTextRole:
            return f"{self._titles[key]}{self._sorted(key)}"
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _of_line(self, line: Line, column: int, role: int) -> object:
        match role:
            case _Role.DisplayRole:
                return self.cells(line)[column].plain
            case _Role.AccessibleTextRole:
                return self.cells(line)[column].spoken or "empty"
            case _Role.AccessibleDescriptionRole:
                return spoken(line, self._today)
        return None

    def _mark(self, key: str) -> str:
        known = dict(self._sort)
        if key not in known:
            return ""
        number = [each for each, _ in self._sort].index(key) + 1
        return f" {DOWN if known[key] else UP}{number if len(known) > 1 else ''}"

    def _sorted(self, key: str) -> str:
        known = dict(self._sort)
        if key not in known:
            return ""
        return f", sorted {'down' if known[key] else 'up'}"


def _of_head(head: Head, column: int, role: int) -> object:
    if role == _Role.DisplayRole:
        return f"{head.lead} {head.title}".strip() if not column else ""
    if role in {_Role.AccessibleTextRole, _Role.AccessibleDescriptionRole}:
        return head.spoken
    return None
