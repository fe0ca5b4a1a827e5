"""WeekMiddle: one week as days by hours, or everything as a list; which of them, and which week."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from jtai_desktop.domain.working_days import monday_of
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import Facts, read_date
from jtai_desktop.ui.pages.week.grid import WeekGrid
from jtai_desktop.ui.pages.week.list_part import ListPart

ALL = "All entries"


class WeekMiddle(QStackedWidget):
    """`titled` says what is shown, for the head of the page."""

    titled = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.grid, self.list_part = WeekGrid(), ListPart()
        self._facts: Facts | None = None
        self._monday = date.min
        for shown in (self.grid, self.list_part):
            self.addWidget(shown)

    @property
    def monday(self) -> date:
        """The Monday of the week that is shown."""
        return self._monday

    @property
    def is_list(self) -> bool:
        """Whether the list is shown instead of the week."""
        return self.currentWidget() is self.list_part

    def show_facts(self, facts: Facts, moved: Entry | None = None) -> None:
        """Show what there is now; go on with an entry that was moved, leave a week that is gone."""
        self._facts = facts
        if moved is not None and monday_of(moved.day) in facts.weeks:
            self._monday = monday_of(moved.day)
        if self._monday not in facts.weeks:
            self._monday = facts.fieldwork
        self.list_part.show_entries(facts.entries)
        self._show_week()

    def turn(self, *, listed: bool) -> None:
        """The week, or the list."""
        self.setCurrentWidget(self.list_part if listed else self.grid)
        self._show_week()

    def go_to_week(self, monday: date) -> None:
        """Another week, if there is anything in it to be shown."""
        if self._facts is not None and monday in self._facts.weeks:
            self._monday = monday
            self._show_week()

    def turn_week(self, by: int) -> str | None:
        """So many weeks on; what comes first there, nothing where there is no such week."""
        facts = self._facts
        at = facts.weeks.index(self._monday) + by if facts is not None else -1
        if facts is None or not 0 <= at < len(facts.weeks):
            return None
        self.go_to_week(facts.weeks[at])
        return next((each.key for each in facts.in_week(self._monday)), "")

    def mark(self, key: str, entry: Entry | None) -> None:
        """Put the ring on an entry."""
        if self.grid.current != key:
            self.grid.choose(key)
        if entry is not None:
            self.list_part.choose(key)

    def take_focus(self) -> None:
        """The ring comes back to where one works."""
        (self.list_part.table if self.is_list else self.grid).setFocus()

    def view_state(self) -> dict[str, object]:
        """The week, the way it is shown, and how far it is scrolled."""
        return {
            "week": self._monday.isoformat(),
            "list": self.is_list,
            "scroll": self.grid.verticalScrollBar().value(),
            "rows": self.list_part.view_state(),
        }

    def restore(self, kept: Mapping[str, object]) -> None:
        """Come back to the kept week and rows."""
        monday, rows = read_date(str(kept.get("week", ""))), kept.get("rows")
        if monday is not None:
            self.go_to_week(monday)
        if isinstance(rows, dict):
            self.list_part.restore(rows)

    def scroll_back(self, kept: Mapping[str, object]) -> None:
        """As far down as it was, once the ring is where it was."""
        scroll = kept.get("scroll")
        if isinstance(scroll, int):
            self.grid.verticalScrollBar().setValue(scroll)

    def _show_week(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self.grid.show_week(facts, self._monday)
        if self.is_list:
            self.titled.emit(ALL, facts.span)
        else:
            self.titled.emit(facts.title(self._monday), facts.fact(self._monday))
