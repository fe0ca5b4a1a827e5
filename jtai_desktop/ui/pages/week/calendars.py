"""Saving a calendar file: one entry, one person, the week, the milestones; no label unasked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from jtai_desktop.domain.texts import shown_name
from jtai_desktop.services import calendars, overview
from jtai_desktop.services.calendars import Wanted
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.week.sheet import Sheet, cover, in_a_row
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

TITLE, FILTER, ENDING = "Save as a calendar file", "Calendar (*.ics)", ".ics"
NAMES = {"entry": "jtai-entry.ics", "person": "jtai-person.ics", "all": "jtai-week.ics"}
BOTH, WEEK, MILESTONES, PERSON = "both", "week", "milestones", "person"
WHAT = (
    (BOTH, "Everything of the three weeks, and the milestones"),
    (WEEK, "Everything of the three weeks"),
    (MILESTONES, "The milestones"),
    (PERSON, "One person: what they are needed for"),
)
HOW = (
    "A second file brings the first up to date. What was cancelled goes out as “Cancelled”, without"
    " a person. Children are not shown by label unless you tick that."
)
WIDEST = 560
Told = Callable[[str], None]


class CalendarForm(Sheet):
    """What goes into the file, for whom, and whether children are shown by label."""

    def __init__(self, desk: Desk, told: Told | None) -> None:
        super().__init__(desk, WIDEST)
        self._told = told
        self.what, self.who = QComboBox(), QComboBox()
        for key, words in WHAT:
            self.what.addItem(words, key)
        self.labels = QCheckBox("Show children by label")
        self._who_row = FormRow("Person", self.who)
        self.save = primary_button("Save as…", "", self._save)
        self.first = self.what
        self._lay_out()
        self.what.currentIndexChanged.connect(self._fit)
        desk.hub.read(lambda ws: overview.load(ws, desk.inspection_id), self._show)

    @property
    def wanted(self) -> Wanted:
        """What was chosen."""
        what = self.what.currentData()
        return Wanted(
            week=what != MILESTONES,
            milestones=what != WEEK,
            labels=self.labels.isChecked(),
            contact=str(self.who.currentData() or "") if what == PERSON else "",
        )

    def _show(self, view: Overview) -> None:
        short = {each.id: each.short for each in view.agencies}
        for each in view.contacts:
            agency = short.get(each.agency_id, "")
            self.who.addItem(f"{each.role}, {agency}" if agency else each.role, each.id)

    def _fit(self) -> None:
        self._who_row.setVisible(self.what.currentData() == PERSON)

    def _save(self) -> None:
        wanted = self.wanted
        if self.what.currentData() == PERSON and not wanted.contact:
            self._who_row.set_problem("Nobody is in the list yet. Add people under People first.")
            return
        path = path_for(self, wanted)
        if path is not None:
            write(self.desk, path, wanted, self._written)

    def _written(self, sentence: str) -> None:
        self.ended.emit("")
        if self._told is not None:
            self._told(sentence)

    def _lay_out(self) -> None:
        self._column.addWidget(FormRow("What", self.what))
        self._column.addWidget(self._who_row)
        self._column.addWidget(self.labels, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Words(HOW, FontRole.LABEL, Role.INK2, wrap=True))
        self._column.addLayout(in_a_row(self.save))
        self._column.addStretch(1)
        self._who_row.hide()


def open_calendar(page: AnyPage, told: Told | None = None) -> CalendarForm:
    """Ask what goes into a calendar file; `told` hears that it was written."""
    form = CalendarForm(page.desk, told)
    cover(page, "Calendar file", "", form)
    return form


def save_calendar(page: AnyPage, wanted: Wanted | None = None, told: Told | None = None) -> None:
    """Ask where to, and write it there; `told` hears that it was written."""
    wanted = wanted or Wanted()
    path = path_for(page, wanted)
    if path is not None:
        write(page.desk, path, wanted, told or _nothing)


def write(desk: Desk, path: Path, wanted: Wanted, told: Told) -> None:
    """Write the file on the vault’s thread; a refusal is told by the window."""
    inspection_id = desk.inspection_id

    def on_the_way(workspace: Workspace) -> str:
        calendars.save(workspace, inspection_id, path, wanted)
        return f"Written: {shown_name(path.name)}."

    desk.hub.read(on_the_way, told)


def path_for(parent: QWidget, wanted: Wanted) -> Path | None:
    """Where it goes; the name says nothing of a child or a person."""
    which = "entry" if wanted.entry else "person" if wanted.contact else "all"
    chosen, _ = QFileDialog.getSaveFileName(parent, TITLE, NAMES[which], FILTER)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.casefold() == ENDING else path.with_name(f"{path.name}{ENDING}")


def _nothing(_sentence: str) -> None:
    """Nobody wants to hear of it."""
