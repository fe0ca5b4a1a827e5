"""The grid as Qt wants to be asked for it: children down, kinds across, counts at both ends."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.guidance.requested import DocumentKind
from jtai_desktop.ui.kit.ring_grid import KeyedModel
from jtai_desktop.ui.pages.children.cells import (
    GridCell,
    TalksCell,
    cell_of,
    child_said,
    evaluation_of,
    talks_of,
)
from jtai_desktop.ui.pages.children.facts import Facts

Index = QModelIndex | QPersistentModelIndex
GRID_ROLE = Qt.ItemDataRole.UserRole + 1
TO_SEND, EVALUATION, TALKS = "Still to send", "Evaluation", "Conversations"
COUNTS = (EVALUATION, TALKS)
# As the head paints them.
COUNT_LINES = (("Evalu-", "ation"), (TALKS,))
_Role = Qt.ItemDataRole
_NOTHING = QModelIndex()


class GridModel(KeyedModel):
    """The cells of documents and conversations can be gone to; what is counted is read beside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._cells: tuple[tuple[GridCell, ...], ...] = ()
        self._talks: tuple[TalksCell, ...] = ()
        self._evaluated: tuple[GridCell | None, ...] = ()

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
        self._talks = tuple(talks_of(facts, child) for child in facts.children)
        self._evaluated = tuple(evaluation_of(facts, child) for child in facts.children)
        self.endResetModel()

    def talks(self, row: int, column: int) -> TalksCell | None:
        """The conversations of a child, where this is their cell."""
        here = column == len(self.kinds) + COUNTS.index(TALKS) and 0 <= row < len(self._talks)
        return self._talks[row] if here else None

    def evaluated(self, row: int, column: int) -> GridCell | None:
        """The evaluation of a child, where this is its cell."""
        here = column == len(self.kinds) + COUNTS.index(EVALUATION)
        return self._evaluated[row] if here and 0 <= row < len(self._evaluated) else None

    def is_flagged(self, row: int) -> bool:
        """Whether somebody has to act about a child now."""
        if self._facts is None or not 0 <= row < len(self._facts.children):
            return False
        child = self._facts.children[row].id
        return any(each.child_id == child and not each.closed for each in self._facts.view.flags)

    def key(self, row: int, column: int) -> str:
        """What the ring is on: a document, or the evaluation or the conversations of a child."""
        cell = self.cell(row, column) or self.evaluated(row, column)
        talks = self.talks(row, column)
        return cell.item_id if cell is not None else talks.key if talks is not None else ""

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell of a document; nothing where something is counted."""
        if 0 <= row < len(self._cells) and 0 <= column < len(self._cells[row]):
            return self._cells[row][column]
        return None

    def place_of(self, key: str) -> tuple[int, int] | None:
        """Where a document stands."""
        item_id = key
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if cell.item_id == item_id:
                    return row, column
        evaluated = [each.item_id if each else "" for each in self._evaluated]
        if item_id and item_id in evaluated:
            return evaluated.index(item_id), len(self.kinds) + COUNTS.index(EVALUATION)
        keys = [each.key for each in self._talks]
        column = len(self.kinds) + COUNTS.index(TALKS)
        return (keys.index(item_id), column) if item_id in keys else None

    def count(self, row: int, column: int) -> str:
        """What is counted at the right end of a row, or at the foot of a column."""
        facts, kinds = self._facts, self.kinds
        if facts is None:
            return ""
        talks = self.talks(row, column)
        if talks is not None:
            return ", ".join(look.word for look in talks.looks)
        if row < len(facts.children):
            found = self.evaluated(row, column)
            return f"{found.state.word}, {found.small}" if found else ""
        if column < len(kinds):
            return str(facts.kind_counts(kinds[column].number).to_send)
        # How many are agreed of all joint ones; then how many are confirmed in writing.
        found_ones = facts.view.evaluations()
        agreed = f"{len(found_ones.finished)} of {len(found_ones.joint)}"
        return (agreed, facts.view.conversations.confirmed_of)[column - len(kinds)]

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or not self._cells else len(self._cells) + 1

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.kinds) + len(COUNTS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not self.key(index.row(), index.column()):
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column()) or self.evaluated(index.row(), index.column())
        talks = self.talks(index.row(), index.column())
        if talks is not None and role in {GRID_ROLE, _Role.AccessibleTextRole, _Role.ToolTipRole}:
            return talks if role == GRID_ROLE else talks.said
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
            act = "Act now, " if self.is_flagged(section) else ""
            return f"{act}{child_said(self._facts, self._facts.children[section])}"
        return TO_SEND

    def _column_head(self, section: int, *, full: bool) -> str:
        if section >= len(self.kinds):
            at = section - len(self.kinds)
            return COUNTS[at] if full else max(COUNT_LINES[at], key=len)
        kind = self.kinds[section]
        if not full:
            # The widest of the lines that the head paints.
            return max(kind.grid, key=len)
        condition = f", {kind.condition}" if kind.condition else ""
        return f"{kind.number} {kind.title}{condition}"
