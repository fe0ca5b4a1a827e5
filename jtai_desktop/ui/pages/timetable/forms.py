"""The small forms of the panel: done, set by hand, agreed. Enter saves; there are no dialogs."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.wording import day_full, stamp
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.facts import Timetable
from jtai_desktop.ui.pages.timetable.typed import (
    AGREED_BY,
    BY_CLOCK,
    DAY,
    NOTE,
    REASON,
    TIME,
    WHEN,
    moment_typed,
    when_typed,
)
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

HOURS = (
    (Hour.AT, "At a time"),
    (Hour.BEFORE, "Before a time"),
    (Hour.END_OF_DAY, "End of day"),
    (Hour.NONE, "No hour"),
)
LONGEST_TYPED = 20_000


class PanelForm(QWidget):
    """Fields under one another and a button. `wanted` follows Enter and the button."""

    wanted = Signal()

    def __init__(self, button: str) -> None:
        super().__init__()
        self.button = small_button(button, on_click=self.wanted.emit)
        self._rows: dict[str, FormRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self._rows.values())).field

    def show_problem(self, problem: Problem) -> None:
        """Show the sentence under the field it is about, and go there."""
        self.clear_problems()
        row = self._rows.get(problem.place) or next(iter(self._rows.values()))
        row.set_problem(problem.sentence)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problems(self) -> None:
        """Take all sentences away."""
        for row in self._rows.values():
            row.set_problem("")

    def take_focus(self) -> None:
        """Go to the first field, with what stands in it chosen."""
        first = self.first
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def _line(self, place: str, label: str = "", hint: str = "") -> QLineEdit:
        field = QLineEdit(maxLength=LONGEST_TYPED)
        field.setPlaceholderText(hint)
        field.returnPressed.connect(self.wanted)
        row = FormRow(label or place, field)
        self._rows[place] = row
        return field

    def _beside(self, *parts: QWidget) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _end(self) -> None:
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class AskingForm(PanelForm):
    """What one step asks for. A person reads at the top what it is about."""

    def __init__(self, button: str) -> None:
        super().__init__(button)
        self._about = Words("", FontRole.LABEL, Role.INK2, bold=True, wrap=True)
        self._column.addWidget(self._about)

    def call(self, about: str) -> None:
        """Say which step it is, and with what."""
        self._about.setText(about)

    def _combo(self, place: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        field = QComboBox()
        for value, word in choices:
            field.addItem(word, value)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        field.setSizeAdjustPolicy(policy)
        field.setMinimumContentsLength(10)
        self._rows[place] = FormRow(place, field)
        return field

    def _stack(self) -> None:
        for row in self._rows.values():
            self._column.addWidget(row)
        self._end()


class DoneForm(PanelForm):
    """That it was done or happened: when and a note, both optional."""

    def __init__(self) -> None:
        super().__init__("Mark done")
        self._when = self._line(WHEN, hint="now")
        self._note = self._line(NOTE)
        self._beside(self._rows[WHEN], self._rows[NOTE])
        self._end()

    @property
    def note(self) -> str:
        """The note as it was typed."""
        return self._note.text()

    def when(self, timetable: Timetable) -> datetime | None:
        """The time as it was typed; nothing for now."""
        return when_typed(self._when.text(), timetable.now)

    def empty(self) -> None:
        """Take away what was typed."""
        for field in (self._when, self._note):
            field.clear()
        self.clear_problems()


class MomentForm(PanelForm):
    """A day with an hour, an end of day, or no hour."""

    def __init__(self, button: str) -> None:
        super().__init__(button)
        self._day = self._line(DAY)
        self._hour = QComboBox()
        for hour, word in HOURS:
            self._hour.addItem(word, hour)
        self._clock = self._line(TIME)
        self._hour.currentIndexChanged.connect(self._offer_clock)
        self._column.addWidget(self._rows[DAY])
        self._beside(FormRow("Hour", self._hour), self._rows[TIME])

    def moment(self) -> Moment:
        """The moment as it was typed."""
        return moment_typed(self._day.text(), self._chosen_hour(), self._clock.text())

    def fill_moment(self, moment: Moment) -> None:
        """Begin with a moment."""
        self._day.setText(day_full(moment.day))
        self._hour.setCurrentIndex([hour for hour, _ in HOURS].index(moment.hour))
        self._clock.setText(moment.clock.strftime("%H:%M") if moment.clock else "")
        self._offer_clock()
        self.clear_problems()

    def _chosen_hour(self) -> Hour:
        return HOURS[self._hour.currentIndex()][0]

    def _offer_clock(self) -> None:
        self._clock.setEnabled(self._chosen_hour() in BY_CLOCK)


class SetForm(MomentForm):
    """Another time, with a reason."""

    def __init__(self) -> None:
        super().__init__("Set")
        self._reason = self._line(REASON)
        self._column.addWidget(self._rows[REASON])
        self._end()

    @property
    def reason(self) -> str:
        """The reason as it was typed."""
        return self._reason.text()

    def begin(self, moment: Moment, reason: str) -> None:
        """Begin with what stands."""
        self.fill_moment(moment)
        self._reason.setText(reason)


class AgreeForm(MomentForm):
    """What was agreed with the lead inspector: the time, by whom, when, and a note."""

    def __init__(self) -> None:
        super().__init__("Record")
        self._by = self._line(AGREED_BY)
        self._when = self._line(WHEN, "Agreed when")
        self._note = self._line(NOTE)
        for place in (AGREED_BY, WHEN, NOTE):
            self._column.addWidget(self._rows[place])
        self._end()

    def begin(self, moment: Moment, agreed: Agreed | None, timetable: Timetable) -> None:
        """Begin with what was agreed before, else with the time that stands."""
        self.fill_moment(agreed.moment if agreed else moment)
        self._by.setText(agreed.by if agreed else "Lead inspector")
        self._when.setText(stamp(agreed.when if agreed else timetable.now))
        self._note.setText(agreed.note if agreed else "")

    def agreed(self, timetable: Timetable) -> Agreed:
        """What was typed."""
        when = when_typed(self._when.text(), timetable.now) or timetable.now
        return Agreed(self.moment(), self._by.text(), when, self._note.text())
