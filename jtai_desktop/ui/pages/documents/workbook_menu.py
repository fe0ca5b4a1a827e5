"""The button “Send round”: chase an agency, the register out to Excel and back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.pages.documents.chase_doing import Chasing
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.steps_panel import StepsPanel
from jtai_desktop.ui.pages.documents.table import RegisterTable
from jtai_desktop.ui.pages.documents.views import outstanding
from jtai_desktop.ui.pages.documents.wanted import Wanted
from jtai_desktop.ui.pages.documents.workbook_doing import RoundTrip
from jtai_desktop.ui.shell.page import Desk, Page

BOOKS = "Excel workbook (*.xlsx)"
BOOKS_BACK = "Workbooks (*.xlsx *.xlsm *.ods);;All files (*)"
# What was read, and the lines that fit, those of folded groups too.
Filtered = Callable[[], tuple[Facts | None, list[Line]]]
NOTHING_SHOWN = "No line is shown, so there is nothing to export."


class SendRound(QObject):
    """What leaves the register and comes back. The page answers to what is asked of it."""

    _wanted = Signal(object)
    _step_wanted = Signal(str)
    _said = Signal(str)

    def __init__(
        self, desk: Desk, table: RegisterTable, steps: StepsPanel, filtered: Filtered
    ) -> None:
        super().__init__()
        self._table, self._filtered = table, filtered
        self.button: KitButton = plain_button("Send &round")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.chasing = Chasing(desk, steps)
        self.trip = RoundTrip(desk, self._page)
        self.trip.said.connect(self._said)
        self.menu.aboutToShow.connect(self._fill)

    def ask(
        self,
        want: Callable[[Wanted], None],
        take: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        """Whom it asks to show other lines, to take a step with them, to tell news."""
        self._wanted.connect(want)
        self._step_wanted.connect(take)
        self._said.connect(say)

    def chase(self, wanted: Wanted) -> None:
        """Show what an agency still has to bring, and the e-mail about all of it."""
        self._wanted.emit(wanted)
        keys = [line.key for line in self._table.lines if line.document]
        if keys:
            self._table.go(keys[0])
            self._table.select(keys)
            self._step_wanted.emit(Step.CHASE.value)

    def export_to(self, path: Path) -> None:
        """Write what is filtered, as it is sorted; folding is only a way to look at it."""
        _, lines = self._filtered()
        shown = tuple(dict.fromkeys(line.item.id for line in lines))
        if shown:
            self.trip.export_to(path, shown)
        else:
            self._said.emit(NOTHING_SHOWN)

    def _fill(self) -> None:
        self.menu.clear()
        facts, _ = self._filtered()
        if facts is not None:
            self._fill_agencies(self.menu.addMenu("&Chase"), facts)
        self.menu.addSeparator()
        self.menu.addAction("&Export to Excel…", self._ask_out)
        self.menu.addAction("&Import from Excel…", self._ask_back)

    def _fill_agencies(self, menu: QMenu, facts: Facts) -> None:
        for key, view in zip(facts.agencies, outstanding(facts), strict=True):
            owed = sum(line.with_agency and line.agency == key for line in facts.lines)
            title = f"{facts.names.agency(key)} ({owed})…".replace("&", "&&")
            menu.addAction(title, partial(self.chase, view.wanted)).setEnabled(bool(owed))

    def _ask_out(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.button, "Export to Excel", "documents.xlsx", BOOKS
        )
        if name:
            self.export_to(Path(name))

    def _ask_back(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.button, "Import from Excel", "", BOOKS_BACK)
        if name:
            self.trip.import_from(Path(name))

    def _page(self) -> QWidget:
        """The page that it stands in."""
        part: QWidget | None = self.button
        while part is not None and not isinstance(part, Page):
            part = part.parentWidget()
        return part or self.button.window()
