"""The part on child-level lists: what is kept of them, and which headings are remembered."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.inspection import CouncilSettings
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.services import council, list_headings
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.settings.radio_row import RadioRow
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("list", "List", 44),
    Column("heading", "Heading in the file"),
    Column("column", "Is read as", 190),
)
CHILDREN, COUNTS = "children", "counts"
KEPT = (
    "Of every list the vault keeps file name and fingerprint, counts, and problems with their rows."
    " The workbook stays where it is. Names are never read, even if a column holds them."
)
OF_CHILDREN = (
    (CHILDREN, "Reference, age, answers"),
    (COUNTS, "Nothing more"),
)
FROM_NOW_ON = (
    "Who is in scope is told from it. It counts for lists taken in from now on; what is kept of"
    " earlier versions goes with the second newer one."
)
NONE = "Nothing was said of a heading yet."
LEFT_OUT = "left out"


class HeadingTable(RowTable):
    """What is remembered; Delete takes it back."""

    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(COLUMNS, "Remembered headings", TableOptions(fits=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class ListsPart(QWidget):
    """What is chosen counts at once; what is forgotten comes back with undo."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._said: tuple[ByHand, ...] = ()
        self.children_kept = RadioRow("Of lists 6 to 8 also", OF_CHILDREN)
        self.table = HeadingTable()
        self.forget = small_button("Forget", "", self._forget)
        self._none = Words(NONE, FontRole.TEXT, Role.INK2)
        self._lay_out()
        self.children_kept.chosen.connect(self._save)
        self.table.remove_wanted.connect(self._forget)
        self.table.row_chosen.connect(lambda _key: self._allow())

    def show_settings(self, settings: CouncilSettings, said: Sequence[ByHand]) -> None:
        """Show what counts now and what is remembered."""
        self.children_kept.show_value(CHILDREN if settings.keeps_children else COUNTS)
        self._said = tuple(said)
        self.table.set_rows([_row(at, each) for at, each in enumerate(self._said)])
        for part in (self.table, self.forget):
            part.setVisible(bool(self._said))
        self._none.setVisible(not self._said)
        self._allow()

    def _save(self, value: str) -> None:
        inspection_id, keeps = self._desk.inspection_id, value == CHILDREN

        def act(workspace: Workspace) -> Changes:
            kept = replace(council.load(workspace), keeps_children=keeps)
            return council.change(workspace, kept, inspection_id)

        self._desk.hub.act(act)

    def _forget(self) -> None:
        said, inspection_id = self._chosen(), self._desk.inspection_id
        if said is not None:
            self.table.setFocus()
            self._desk.hub.act(
                lambda workspace: list_headings.forget(workspace, said, inspection_id)
            )

    def _chosen(self) -> ByHand | None:
        key = self.table.current_key
        return next((each for at, each in enumerate(self._said) if _key(at, each) == key), None)

    def _allow(self) -> None:
        self.forget.setEnabled(self._chosen() is not None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("Child-level lists", aside="for every inspection here"))
        column.addWidget(Words(KEPT, FontRole.TEXT, wrap=True))
        column.addWidget(self.children_kept)
        column.addWidget(Words(FROM_NOW_ON, FontRole.LABEL, Role.INK2, wrap=True))
        column.addWidget(Words("Headings that were said by hand", FontRole.LABEL, Role.INK2))
        for part in (self._none, self.table):
            column.addWidget(part)
        column.addLayout(buttons)


def _key(at: int, said: ByHand) -> str:
    return f"{at}:{said.list_number}:{said.heading}"


def _row(at: int, said: ByHand) -> Row:
    read_as = Cell(said.column, tip=said.column)
    if not said.column:
        read_as = Cell(LEFT_OUT, ink=Role.INK2)
    return Row(
        _key(at, said), (Cell(str(said.list_number)), Cell(said.heading, tip=said.heading), read_as)
    )
