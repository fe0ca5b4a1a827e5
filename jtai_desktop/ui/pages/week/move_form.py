"""MoveForm: another time for an entry, in the panel."""

from datetime import timedelta

from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.typed_times import DAY, END, START, times_typed
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import clock, day_full
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.moving import Shift
from jtai_desktop.ui.theme.tokens import Role

CONFIRMED = "It is confirmed in writing. Another time needs a new confirmation."
NOT_AFTER = "The end is not after the start. Please change one of them."


class MoveForm(PanelForm):
    """Day, start and end of one entry."""

    def __init__(self, entry: Entry, span: Span | None = None) -> None:
        super().__init__("Move")
        self.key, self._entry, self._span = entry.key, entry, span
        if entry.talk is not None and entry.talk.standing.confirmed is not None:
            self._column.addWidget(Words(CONFIRMED, ink=Role.INK2, wrap=True))
        self._day = self._line(DAY, hint="Tue 17 Nov 2026")
        self._start = self._line(START, hint="10:00")
        self._end_field = self._line(END, hint="11:30")
        self._column.addWidget(self._rows[DAY])
        self._beside(self._rows[START], self._rows[END])
        self._day.setText(day_full(entry.day))
        self._start.setText(clock(entry.start))
        self._end_field.setText(clock(entry.end))
        self._end()
        self.setFocusProxy(self._start)

    def shift(self) -> Shift:
        """By how much the entry is to be moved; refused where it can’t be read."""
        typed = (self._day.text(), self._start.text(), self._end_field.text())
        start, end = times_typed(*typed, self._span)
        if end <= start and self._entry.end.date() > self._entry.day:
            end += timedelta(days=1)
        if end <= start:
            raise Refused(NOT_AFTER, place=END)
        before = self._entry.end - self._entry.start
        moved, longer = start - self._entry.start, (end - start) - before
        minutes = round(moved.total_seconds() / 60)
        return Shift(minutes=minutes, longer=round(longer.total_seconds() / 60))
