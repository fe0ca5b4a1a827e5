"""PersonPicker: the field in an owner's cell. Typing searches, arrows move, Enter takes.

An agency is chosen in the same way, with other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.cell_steps import Step
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.choosing import Choice, best, matching
from jtai_desktop.ui.kit.floating import Floating
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

WIDTH, ROWS_SHOWN = 300, 9
COLUMNS = (Column("who", "Who"), Column("note", "", 84))
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS_SHOWN,
    Qt.Key.Key_PageUp: -ROWS_SHOWN,
}


@dataclass(frozen=True, slots=True)
class Asking:
    """What the field and its list say."""

    hint: str = "Type a role, initials or agency"
    name: str = "People to choose"
    no_match: str = "Nobody matches. Add the person under People first, or press Esc."
    nothing: str = "Nobody is in the list yet. Add people under People first, or press Esc."


FOR_A_PERSON = Asking()
FOR_AN_AGENCY = Asking(
    hint="Type the name of an agency",
    name="Agencies to choose",
    no_match="No agency matches. They are named under People; press Esc to leave it as it is.",
    nothing="No agency is in the list yet. They are named under People; press Esc.",
)


class PersonPicker(CellField):
    """`picked(id, step)`: a person, or nobody, was taken; the id is empty for "as it is"."""

    picked = Signal(str, str)

    def __init__(
        self,
        name: str,
        everyone: Sequence[Choice],
        current: str,
        parent: QWidget | None = None,
        asking: Asking = FOR_A_PERSON,
    ) -> None:
        super().__init__(name, parent)
        self._asking = asking
        self._everyone, self._current = tuple(everyone), current
        self._found: tuple[Choice, ...] = ()
        self._list: RowTable | None = None
        self._frame: Floating | None = None
        here = next((each.role for each in everyone if each.id == current), "")
        self.setPlaceholderText(here or asking.hint)
        self.textEdited.connect(self._search)
        self.ended.connect(self._end)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Who is in the list now."""
        return self._found

    @property
    def marked(self) -> str:
        """Whom Enter would take."""
        return self._list.current_key if self._list and self._list.selected_keys else ""

    def begin(self, kept: str, typed: str = "") -> None:
        """Open the list, at the person named now or at what was typed."""
        super().begin("", typed)
        self._make_list()
        self._search(self.text())
        del kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _MOVES.get(Qt.Key(event.key()), 0)
        if way:
            self._move(way)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._frame:
            self._frame.hide()

    def left(self) -> None:
        """The focus went elsewhere: take only whom the words name in full."""
        typed = self.text().strip().casefold()
        exact = [each.id for each in self._found if typed and each.role.casefold() == typed]
        if len(exact) == 1:
            self.picked.emit(exact[0], Step.STAY)
        else:
            self.dropped.emit()

    def _end(self, step: str) -> None:
        if self.text().strip() and not self._found:
            self.set_problem(self._asking.no_match)
        else:
            self.picked.emit(self.marked, step)

    def _make_list(self) -> None:
        self._frame = Floating(self)
        self._list = RowTable(COLUMNS, self._asking.name, TableOptions(head=False))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._click)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)

    def _search(self, typed: str) -> None:
        if not (self._list and self._frame):
            return
        self._found = matching(self._everyone, typed)
        self._list.set_rows(list_rows(self._found))
        self._list.clearSelection()
        self._mark(best(self._found, typed, self._current))
        if not self._found:
            self._frame.hide()
            asking = self._asking
            self.set_problem(asking.no_match if self._everyone else asking.nothing)
            return
        look = Look.of(self)
        high = min(ROWS_SHOWN, len(self._list.rows)) * look.grown(27) + 2
        self._frame.put(QSize(max(self.width(), look.sized(WIDTH)), high))

    def _mark(self, key: str) -> None:
        if self._list and key:
            self._list.selectRow(next(n for n, r in enumerate(self._list.rows) if r.key == key))
        said = next((each for each in self._found if each.id == key), None)
        self.setAccessibleDescription(f"{said.role}, {said.agency}" if said else "")
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def _move(self, way: int) -> None:
        keys = [each.id for each in self._found]
        if keys:
            at = keys.index(self.marked) if self.marked in keys else (-1 if way > 0 else len(keys))
            self._mark(keys[max(0, min(len(keys) - 1, at + way))])

    def _click(self, index: QModelIndex) -> None:
        row = self._list.rows[index.row()] if self._list else None
        if row and not row.section:
            self.picked.emit(row.key, Step.STAY)


def list_rows(found: Sequence[Choice]) -> list[Row]:
    """The people found under the names of their agencies."""
    rows: list[Row] = []
    agency = ""
    for each in found:
        if each.agency != agency:
            agency = each.agency
            head = Cell(agency, bold=True, font=FontRole.LABEL, span=len(COLUMNS))
            rows.append(Row(f"agency {agency}", (head,), section=True))
        rows.append(Row(each.id, (Cell(each.role, tip=each.role), _note(each))))
    return rows


def _note(choice: Choice) -> Cell:
    if choice.away:
        return Cell(state=look_of(State.WARNING).worded("away"), tip=f"Away: {choice.away}")
    return Cell(choice.initials, ink=Role.INK2, font=FontRole.LABEL, right=True)
