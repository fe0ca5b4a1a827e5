"""RequestForm: what somebody asks for beyond the guidance; added, or changed again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from jtai_desktop.domain.documents.cell_moments import read_moment
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.requests import Request, request_of
from jtai_desktop.domain.moments import Hour, Moment, london
from jtai_desktop.domain.typed import read_at
from jtai_desktop.domain.wording import day_full
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.line_form import LineForm, fill
from jtai_desktop.ui.pages.timetable.typed import DAY, TIME

FOR, TITLE, AGENCY, ASKED_BY, PARAGRAPH = "For", "Title", "Agency", "Asked by", "Paragraph"
ADD, CHANGE = ("Add", "Add the request"), ("Save", "Save the request")
NEITHER = "The area as a whole"
SECTION, CHILD = "section:", "child:"
CQC = "CQC"
END_OF_DAY, NO_HOUR = "end of day", "no hour"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who usually asks, and whose list it is: the CQC asks about children only."""

    by: str = ""
    hint: str = "Lead inspector"
    whole: str = NEITHER
    sections: bool = True


OF_CQC = Asker(CQC, CQC, "None of them", sections=False)


class RequestForm(LineForm):
    """Two lines of fields. With `item` it changes that one, else it adds."""

    USUAL = TITLE

    def __init__(self, asker: Asker = Asker()) -> None:
        super().__init__(*ADD)
        self._asker = asker
        self.item: Item | None = None
        self._near = date.min
        self._for = self._combo(FOR, "For" if asker.sections else "Child")
        self._title = self._line(TITLE, "What is asked for", "such as: GP summary")
        self._agency = self._combo(AGENCY, "From")
        self._by = self._line(ASKED_BY, hint=asker.hint)
        self._paragraph = self._line(PARAGRAPH, "¶", "48")
        self._paragraph.setAccessibleName("Paragraph")
        self._day = self._line(DAY, "Due on", "Mon 16 Nov")
        self._clock = self._line(TIME, "At", "end of day")
        self._lay_out()

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that leaving would lose."""
        return self.isVisible() and bool(self._title.text().strip())

    def offer(self, view: Overview) -> None:
        """The sections, the children and the agencies; a choice stays where it can."""
        sections = [
            (f"{SECTION}{each.number}", f"{each.number} {each.title}")
            for each in view.pack.sections
            if self._asker.sections
        ]
        children = [(f"{CHILD}{each.id}", each.label) for each in view.children]
        self._near = london(view.now).date()
        fill(self._for, [("", self._asker.whole), *sections, *children])
        fill(self._agency, [(each.key, each.short) for each in view.agencies])

    def request(self) -> Request:
        """What was typed; refused where the day or the hour can’t be read."""
        chosen = str(self._for.currentData() or "")
        return Request(
            title=self._title.text(),
            agency=str(self._agency.currentData() or ""),
            asked_by=self._by.text() or self._asker.by,
            due=self._due(),
            section=chosen.removeprefix(SECTION) if chosen.startswith(SECTION) else "",
            child_id=chosen.removeprefix(CHILD) if chosen.startswith(CHILD) else "",
            paragraph=self._paragraph.text(),
        )

    def begin(self) -> None:
        """Empty but for whose, from whom and until when, since requests come several at once."""
        self._start(None, *ADD)
        self._title.clear()
        self._for.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_at(self, *, section: str = "", child_id: str = "", agency: str = "") -> None:
        """The same, for a section or a child, from an agency."""
        self._agency.setCurrentIndex(max(0, self._agency.findData(agency)))
        goal = f"{CHILD}{child_id}" if child_id else f"{SECTION}{section}" if section else ""
        self._for.setCurrentIndex(max(0, self._for.findData(goal)))
        self.begin()

    def change(self, item: Item) -> None:
        """With what stands of one that was added by hand."""
        self._start(item, *CHANGE)
        given = request_of(item)
        goal = f"{CHILD}{given.child_id}" if given.child_id else f"{SECTION}{given.section}"
        self._for.setCurrentIndex(max(0, self._for.findData(goal)))
        self._agency.setCurrentIndex(max(0, self._agency.findData(given.agency)))
        for field, text in (
            (self._title, given.title),
            (self._by, given.asked_by),
            (self._paragraph, given.paragraph),
            (self._day, day_full(given.due.day) if given.due else ""),
            (self._clock, _clock_of(given.due)),
        ):
            field.setText(text)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _start(self, item: Item | None, button: str, name: str) -> None:
        self.item = item
        self.add.setText(button)
        self.add.setAccessibleName(name)
        self.show_problem(None)
        self.show()

    def _due(self) -> Moment | None:
        """No day and no hour is no due time; a day alone is its end."""
        day, clock = self._day.text().strip(), self._clock.text().strip()
        if not day and not clock:
            return None
        read = partial(read_moment, near=self._near)
        found = read_at(DAY, read, day)
        if found.clock or clock.casefold() == NO_HOUR:
            return found
        return read_at(TIME, read, f"{day_full(found.day)}, {clock or END_OF_DAY}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(8)
        for places in ((FOR, TITLE, AGENCY), (ASKED_BY, PARAGRAPH, DAY, TIME)):
            row = QHBoxLayout()
            row.setSpacing(12)
            self._put(row, places)
            column.addLayout(row)
            if TIME in places:
                row.addWidget(self._controls(), 0, Qt.AlignmentFlag.AlignTop)

    def _put(self, row: QHBoxLayout, places: Sequence[str]) -> None:
        wide = {TITLE: 4, PARAGRAPH: 1}
        for place in places:
            row.addWidget(self._rows[place], wide.get(place, 2), Qt.AlignmentFlag.AlignTop)


def _clock_of(due: Moment | None) -> str:
    """As it can be typed: 12:00, before 12:00, end of day, no hour."""
    if due is None:
        return ""
    if due.clock is None:
        return END_OF_DAY if due.hour is Hour.END_OF_DAY else NO_HOUR
    before = "before " if due.hour is Hour.BEFORE else ""
    return f"{before}{due.clock.strftime('%H:%M')}"
