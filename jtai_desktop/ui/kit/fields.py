"""FormRow: a label, its field, and under it the sentence that says what is wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget

TEXT_INSET = 7


def inset(field: QAbstractSpinBox) -> None:
    """Start the text of a field with arrows where that of a line edit starts.

    A style sheet cannot: Qt puts the text at the frame as soon as the arrows are styled.
    """
    if not (isinstance(field, QDateTimeEdit) and field.calendarPopup()):
        field.lineEdit().setTextMargins(TEXT_INSET, 0, 0, 0)


def calendar_of(field: QWidget) -> "QCalendarWidget | None":
    """The calendar that a date field opens, if it has one."""
    if isinstance(field, QDateTimeEdit) and field.calendarPopup():
        return field.calendarWidget()
    return None


def calm_weekends(calendar: "QCalendarWidget", look: Look) -> None:
    """Weekends in grey, since red means late; weeks begin on Monday."""
    from PySide6.QtGui import QTextCharFormat
    from PySide6.QtWidgets import QCalendarWidget

    quiet = QTextCharFormat()
    quiet.setForeground(look.colour(Role.INK3))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, quiet)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)


class FormRow(QWidget):
    """A labelled field. The label stands above (9 pt) or, with `left`, `left` px wide beside it.

    An & in the label makes its letter the way to the field (Alt+letter).
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        left: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._left = left
        self._label = Words(label, FontRole.TEXT if left else FontRole.LABEL, Role.INK2)
        self._label.setBuddy(field)
        self._hint = Words(hint, FontRole.LABEL, Role.INK2, wrap=True)
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self._below = self._problem_line()
        self._name_field(label, hint)
        if isinstance(field, QAbstractSpinBox):
            inset(field)
        self._calendar = calendar_of(field)
        self._lay_out()
        self.set_problem("")
        follow_look(self._dress)

    @property
    def problem(self) -> str:
        return self._problem.text()

    def set_problem(self, sentence: str) -> None:
        """Show what is wrong with the field; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._below.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        self.field.setProperty("problem", bool(sentence))
        self.field.setAccessibleDescription(sentence or self._hint.text())
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def give_problem_line(self) -> QWidget:
        """The line that says what is wrong, to stand where there is more room than here."""
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self._below)
        return self._below

    def set_label(self, label: str) -> None:
        """Call the field otherwise."""
        self._label.setText(label)

    def set_hint(self, hint: str) -> None:
        """The quiet sentence under the field, shown while nothing is wrong."""
        self._hint.setText(hint)
        self.set_problem(self.problem)

    def _name_field(self, label: str, hint: str) -> None:
        if not self.field.accessibleName():
            self.field.setAccessibleName(label.replace("&", ""))
        self.field.setAccessibleDescription(hint)

    def _problem_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconView("triangle", Role.WARNING, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._problem, 1)
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        column = 1 if self._left else 0
        row = 0 if self._left else 1
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        for below, part in enumerate((self.field, self._hint, self._below)):
            grid.addWidget(part, row + below, column)
        grid.setColumnStretch(column, 1)
        # As high as its sentence needs: in a narrow panel that is more than the row would like.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _dress(self) -> None:
        if self._calendar is not None:
            calm_weekends(self._calendar, Look.of(self))
        if self._left:
            self._label.setFixedWidth(Look.of(self).sized(self._left))
