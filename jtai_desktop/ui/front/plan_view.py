"""The plan as it would be: every milestone with its time, and what is unusual about the dates."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.moments import in_time
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.standing import Mark, marks
from jtai_desktop.domain.wording import counted, day_full, moment_full
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("due", "Due", 212),
    Column("what", "What"),
    Column("who", "Who acts", 186, leaves=1),
    Column("paragraph", "¶", 60),
    Column("note", "", 96),
)
MOST_WARNINGS = 5


class PlanView(QWidget):
    """Shows a schedule that is not kept yet."""

    def __init__(self) -> None:
        super().__init__()
        self._warnings = [Banner("", kind=BannerKind.WARNING) for _ in range(MOST_WARNINGS)]
        self._table = RowTable(COLUMNS, "The plan", TableOptions(chooses=False))
        self.schedule: Schedule | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in self._warnings:
            column.addWidget(banner)
        column.addWidget(self._table, 1)

    def show_schedule(self, schedule: Schedule) -> None:
        """Every milestone of a plan, below what is unusual about its dates."""
        self.schedule = schedule
        self._warn(schedule.warnings)
        in_order = sorted(schedule.milestones, key=lambda each: in_time(each.due))
        self._table.set_rows([_row(each) for each in in_order])

    def _warn(self, sentences: tuple[str, ...]) -> None:
        shown = list(sentences[:MOST_WARNINGS])
        if len(sentences) > MOST_WARNINGS:
            shown[-1] = f"{shown[-1]} There are {len(sentences) - MOST_WARNINGS} more remarks."
        for place, banner in enumerate(self._warnings):
            banner.setVisible(place < len(shown))
            if place < len(shown):
                banner.say(shown[place], kind=BannerKind.WARNING)


def aside(schedule: Schedule) -> str:
    """When fieldwork begins, and after how many working days."""
    start = day_full(schedule.fieldwork_start)
    days = counted(schedule.working_days_to_fieldwork, "working day")
    return f"fieldwork begins {start}, after {days}"


def _row(planned: Planned) -> Row:
    return Row(
        planned.key,
        (
            Cell(moment_full(planned.due), bold=True),
            Cell(planned.rule.title),
            Cell(planned.rule.who, ink=Role.INK2),
            Cell(planned.rule.paragraph, ink=Role.INK2),
            _note(planned),
        ),
    )


def _note(planned: Planned) -> Cell:
    found = marks(planned)
    if Mark.TO_AGREE in found and planned.open_to_agree:
        look = look_of(State.WARNING).worded("to agree")
        return Cell(state=look, tip=planned.open_to_agree.reason)
    if Mark.ASSUMED in found:
        return Cell(state=look_of(State.ASSUMED), tip=planned.rule.assumed)
    words = "optional" if planned.rule.optional else "on request" * planned.rule.on_request
    return Cell(words, ink=Role.INK2, font=FontRole.LABEL)
