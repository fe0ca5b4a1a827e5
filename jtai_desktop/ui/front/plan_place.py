"""The place where the plan will stand: a word until there is a date, then the plan."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.headings import SectionHeading

if TYPE_CHECKING:
    from jtai_desktop.domain.schedule import Schedule


class PlanPlace(QWidget):
    """Makes the table when the first plan comes: the first screen need not wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = SectionHeading("The plan")
        self._empty = EmptyState(
            "Here the plan will stand: every milestone with its day and hour.",
            "Type when the call came. Nothing is kept until you say so.",
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._empty, 1)
        self._view: QWidget | None = None

    def clear(self) -> None:
        """No date yet, or none that can be read."""
        self._heading.set_aside("")
        self._empty.show()
        if self._view is not None:
            self._view.hide()

    def show_schedule(self, schedule: "Schedule") -> None:
        """Every milestone of a plan that is not kept yet."""
        from jtai_desktop.ui.front.plan_view import PlanView, aside

        if not isinstance(self._view, PlanView):
            self._view = PlanView()
            self._column.addWidget(self._view, 1)
        self._heading.set_aside(aside(schedule))
        self._view.show_schedule(schedule)
        self._empty.hide()
        self._view.show()
