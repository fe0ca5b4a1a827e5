"""The matrix as Qt wants to be asked for it: cases down, teams across, what is open at the foot."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from jtai_desktop.domain.audits.audit import Case, Team
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.audits.returns import Stage
from jtai_desktop.ui.kit.ring_grid import KeyedModel
from jtai_desktop.ui.pages.audits.cells import cell_of
from jtai_desktop.ui.pages.children.cells import GridCell
from jtai_desktop.ui.pages.children.model import GRID_ROLE

Index = QModelIndex | QPersistentModelIndex
STILL_OUT = "Still to come"
LONGEST_LINE, MOST_LINES = 9, 3
_Role = Qt.ItemDataRole
_NOTHING = QModelIndex()


class MatrixModel(KeyedModel):
    """Every cell of a case and a team can be gone to, also where nothing is owed."""

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self._cells: tuple[tuple[GridCell, ...], ...] = ()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases, from above."""
        return self._standing.audit.cases if self._standing else ()

    @property
    def teams(self) -> tuple[Team, ...]:
        """The teams, from the left."""
        return self._standing.audit.teams if self._standing else ()

    def show_audit(self, standing: Standing) -> None:
        """Show another audit, or the same one anew."""
        self.beginResetModel()
        self._standing = standing
        self._cells = tuple(
            tuple(cell_of(standing, case, team) for team in standing.audit.teams)
            for case in standing.audit.cases
        )
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell of a case and a team; nothing where something is counted."""
        if 0 <= row < len(self._cells) and 0 <= column < len(self._cells[row]):
            return self._cells[row][column]
        return None

    def key(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        return cell.item_id if cell else ""

    def place_of(self, key: str) -> tuple[int, int] | None:
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if cell.item_id == key:
                    return row, column
        return None

    def still_out(self, column: int) -> int:
        """How many returns of a team have not come."""
        team = self.teams[column].id
        every = self._standing.owed if self._standing else ()
        mine = (each for each in every if each.team.id == team)
        return sum(1 for each in mine if each.found.stage is not Stage.RECEIVED)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or not self._cells else len(self._cells) + 1

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.teams)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not self.key(index.row(), index.column()):
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            texts = {_Role.DisplayRole, _Role.AccessibleTextRole}
            return str(self.still_out(index.column())) if role in texts else None
        match role:
            case _Role.DisplayRole:
                return cell.plain
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return cell.said
        return cell if role == GRID_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role not in {_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._team_head(section, full=role != _Role.DisplayRole)
        if section < len(self.cases):
            return ", ".join(each for each in case_lines(self.cases[section]) if each)
        return STILL_OUT

    def _team_head(self, section: int, *, full: bool) -> str:
        """The name; to be measured, the widest of the lines that the head paints."""
        name = self.teams[section].name if section < len(self.teams) else ""
        return name if full else max(head_lines(name), key=len, default="")


def case_lines(case: Case) -> tuple[str, str, str]:
    """Reference; age band; features."""
    return case.reference, case.age_band, case.features


def head_lines(name: str) -> tuple[str, ...]:
    """A team’s name over up to three lines, broken between words."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LONGEST_LINE:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]
    return tuple(lines)
