"""The grid as Qt wants to be asked for it: children down, kinds across, counts at both ends."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.guidance.requested import DocumentKind
from jtai_desktop.ui.pages.children.cells import GridCell, cell_of, child_said
from jtai_desktop.ui.pages.children.facts import Facts

Index = QModelIndex | QPersistentModelIndex
GRID_ROLE = Qt.ItemDataRole.UserRole + 1
TO_SEND, SENT, PRINTED = "Still to send", "Sent", "Printed"
COUNTS = (SENT, PRINTED)
_Role = Qt.ItemDataRole
_NOTHING = QModelIndex()


class GridModel(QAbstractTableModel):
    """Only the cells of the documents can be gone to; what is counted is read beside them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._cells: tuple[tuple[GridCell, ...], ...] = ()

    @property
    def children_shown(self) -> tuple[Child, ...]:
        """The children, from above."""
        return self._facts.children if self._facts else ()

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The kinds, from the left."""
        return self._facts.kinds if self._facts else ()

    def show_facts(self, facts: Facts) -> None:
        """Show other facts."""
        self.beginResetModel()
        self._facts = facts
        self._cells = tuple(
            tuple(cell_of(facts, child, kind) for kind in facts.kinds) for child in facts.children
        )
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell of a document; nothing where something is counted."""
        if 0 <= row < len(self._cells) and 0 <= column < len(self._cells[row]):
            return self._cells[row][column]
        return None

    def place_of(self, item_id: str) -> tuple[int, int] | None:
        """Where a document stands."""
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if cell.item_id == item_id:
                    return row, column
        return None

    def count(self, row: int, column: int) -> str:
        """What is counted at the right end of a row, or at the foot of a column."""
        facts, kinds = self._facts, self.kinds
        if facts is None:
            return ""
        if row < len(facts.children):
            child = facts.children[row].id
            found = facts.child_counts(child)
            done, every = facts.printed(child)
            return (f"{found.sent} of {found.total}", f"{done} of {every}")[column - len(kinds)]
        if column < len(kinds):
            return str(facts.kind_counts(kinds[column].number).to_send)
        # All that is still to send, under what is sent; prints are counted by child alone.
        return str(counts(facts.case_documents).to_send) if column == len(kinds) else ""

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or not self._cells else len(self._cells) + 1

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.kinds) + len(COUNTS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if self.cell(index.row(), index.column()) is None:
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            texts = {_Role.DisplayRole, _Role.AccessibleTextRole}
            return self.count(index.row(), index.column()) if role in texts else None
        match role:
            case _Role.DisplayRole:
                return cell.plain
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return cell.said
        return cell if role == GRID_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        heard = {_Role.AccessibleTextRole, _Role.ToolTipRole}
        if self._facts is None or role not in {_Role.DisplayRole, *heard}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._column_head(section, full=role in heard)
        if section < len(self._facts.children):
            return child_said(self._facts, self._facts.children[section])
        return TO_SEND

    def _column_head(self, section: int, *, full: bool) -> str:
        if section >= len(self.kinds):
            return COUNTS[section - len(self.kinds)]
        kind = self.kinds[section]
        if not full:
            # The widest of the lines that the head paints.
            return max(kind.grid, key=len)
        condition = f", {kind.condition}" if kind.condition else ""
        return f"{kind.number} {kind.title}{condition}"
