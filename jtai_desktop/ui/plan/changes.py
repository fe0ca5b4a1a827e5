"""ChangesView: the versions that were issued, and what changed between one and another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.actions.versions import AS_IT_STANDS, Difference, PlanVersion
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.services import overview, plan_versions
from jtai_desktop.services.plan_versions import NOW
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.line_form import fill
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("number", "No.", 50),
    Column("what", "What", 150),
    Column("before", "Before", 260),
    Column("after", "After"),
)
NONE = "No version has been issued yet. “Issue version…” freezes the plan as it stands."
SAME = "Nothing differs between the two."
NOW_WORDS = AS_IT_STANDS.capitalize()
CHANGES, ISSUED = "plan-changes", "plan-issued"


class ChangesView(QWidget):
    """`left` asks for the way back to the plan."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._versions: tuple[PlanVersion, ...] = ()
        self.earlier, self.later = QComboBox(), QComboBox()
        self.table = RowTable(COLUMNS, "Changes of the plan", TableOptions(chooses=False))
        self._papers = (
            plain_button("&Print", "printer", lambda: self._print(CHANGES, self.compared)),
            plain_button("As iss&ued", "printer", lambda: self._print(ISSUED, self._earlier)),
        )
        self._papers[1].setToolTip("The version at the left, as it was issued, as a paper")
        self._said = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._filling = False
        self._lay_out()
        for field in (self.earlier, self.later):
            field.currentIndexChanged.connect(self._ask)

    @property
    def compared(self) -> str:
        """“1:3” from version 1 to 3, “1:” from version 1 to the plan as it stands."""
        later = str(self.later.currentData() or "")
        return f"{self._earlier}:{later if later != str(NOW) else ''}"

    def show_versions(self, facts: PlanFacts) -> None:
        """Offer the versions; what is compared stays, and is compared anew."""
        self._versions = facts.plan.versions
        named = [(str(each.number), _called(each)) for each in reversed(self._versions)]
        self._filling = True
        fill(self.earlier, named)
        fill(self.later, [(str(NOW), NOW_WORDS), *named])
        self._filling = False
        for field in (self.earlier, self.later, *self._papers):
            field.setEnabled(bool(named))
        if self.isVisible():
            self._ask()

    def compare(self) -> None:
        """Show what differs between the two that are chosen."""
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @property
    def _earlier(self) -> str:
        return str(self.earlier.currentData() or "")

    def _print(self, paper: str, versions: str) -> None:
        self._desk.go.emit("papers", f"{paper}:{versions}")

    def _ask(self, *_at: int) -> None:
        if self._filling:
            return
        if not self._versions:
            self._show((0, 0), ())
            return
        pair = int(self.earlier.currentData() or 0), int(self.later.currentData() or 0)
        inspection_id = self._desk.inspection_id

        def read(workspace: Workspace) -> tuple[Difference, ...]:
            view = overview.load(workspace, inspection_id)
            return plan_versions.between(workspace, view, *pair)

        self._desk.hub.read(read, partial(self._show, pair))

    def _show(self, pair: tuple[int, int], found: Sequence[Difference]) -> None:
        rows = [_row(at, each) for at, each in enumerate(found)]
        self.table.set_rows(rows)
        if not self._versions:
            self._said.setText(NONE)
            return
        about = next((each for each in self._versions if each.number == pair[0]), None)
        said = _about(about) if about else ""
        changes = counted(len(found), "difference") + "." if found else SAME
        self._said.setText(f"{said} {changes}".strip())

    def _lay_out(self) -> None:
        self.earlier.setAccessibleName("Changes from")
        self.later.setAccessibleName("Changes to")
        back = plain_button("Back, Esc", "chevron-left", self.left.emit)
        row = QWidget()
        pair = _named("Changes from", self.earlier), _named("to", self.later)
        Flow(row).add_all((*pair, *self._papers, back))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.earlier)


def _named(words: str, field: QWidget) -> QWidget:
    """A field with its words before it, which stay together where the line is broken."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Words(words, ink=Role.INK2))
    row.addWidget(field)
    return whole


def _called(version: PlanVersion) -> str:
    final = ", final" if version.final else ""
    return f"{version.dated}{final}"


def _about(version: PlanVersion) -> str:
    to = listed(version.boards)
    note = f" {version.note}" if version.note else ""
    return f"{version.called}: by {version.by.signed}, to {to}; seal {version.seal}.{note}"


def _row(at: int, each: Difference) -> Row:
    cells = (
        Cell(each.number, tip=each.section),
        Cell(each.what, bold=each.is_whole),
        Cell(_one_line(each.before) or "–", ink=Role.INK2, tip=each.before),
        Cell(_one_line(each.after) or "–", tip=each.after),
    )
    return Row(str(at), cells)


def _one_line(text: str) -> str:
    return " ".join(text.split())
