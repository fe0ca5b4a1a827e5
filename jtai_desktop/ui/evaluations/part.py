"""EvaluationPart: the evaluations of one child in a panel: where each stands, and who is late."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents.lateness import said as late_said
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.moments import london
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.evaluations.looks import (
    due_said,
    lacks_said,
    look_of_late,
    look_of_stage,
    stands_at,
)
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (Column("who", "Whose", 66), Column("stage", "Stage"), Column("count", "Answered", 48))
QUIET = TableOptions(head=False, fits=True, ground=Role.ALT, row_height=24)
JOINT = "Joint"


class EvaluationPart(QWidget):
    """`opened(evaluation)` asks to see one."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading = PanelHeading("Evaluation")
        self.open = self._heading.add_link("Open…")
        self.open.setAccessibleName("Open the evaluation…")
        self.table = RowTable(COLUMNS, "Evaluations of the child", QUIET)
        self._facts = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._heading, self.table, self._facts):
            column.addWidget(part)
        self.open.clicked.connect(lambda: self.opened.emit(""))
        self.table.row_activated.connect(self.opened)

    def show_child(self, view: Overview, child_id: str) -> None:
        """Show where the evaluations of a child stand."""
        found = view.evaluations()
        joint, own = found.joint_of(child_id), found.own_of(child_id)
        self.setVisible(joint is not None)
        if joint is None:
            return
        names = {each.key: each.short for each in view.agencies}
        every = ((JOINT, joint), *((names.get(e.evaluation.agency, ""), e) for e in own))
        self.table.set_rows([_row(entry, name) for name, entry in every])
        self._facts.setText(_facts(view, joint, own))

    def enter(self) -> None:
        """The ring on the evaluations."""
        self.table.setFocus()


def _facts(view: Overview, joint: Entry, own: tuple[Entry, ...]) -> str:
    """When it is due, how late, and what the answers lack."""
    due = due_said(joint, london(view.now).date())
    late = late_said(joint.late, joint.late_by)
    lines = [
        f"Joint: {', '.join(filter(None, (due, late)))}" if due or late else "",
        lacks_said(joint),
        "" if own else "No agency was asked for one of its own.",
    ]
    return "\n".join(each for each in lines if each)


def _row(entry: Entry, name: str) -> Row:
    cells = (
        Cell(name, flush=True, bold=entry.evaluation.is_joint, tip=name),
        Cell(state=look_of_stage(entry.evaluation), mark=look_of_late(entry)),
        Cell(entry.filled_of, right=True, ink=Role.INK2, font=FontRole.LABEL),
    )
    return Row(entry.evaluation.id, cells, said=f"{name}: {stands_at(entry)}")
