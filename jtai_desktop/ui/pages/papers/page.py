"""Papers: choose one at the left, see it at the right as it will be, print or save it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.printing import PrintEntry, Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_day
from jtai_desktop.domain.wording import counted, day_full
from jtai_desktop.services import overview, papers
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.papers.preview import Preview
from jtai_desktop.ui.pages.papers.printing import print_with_dialog
from jtai_desktop.ui.pages.papers.rows import LOG, log_rows
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

LEFT_WIDTH = 400
EVERYONE = "Everyone"


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be chosen, the paper as chosen, and the log."""

    today: date
    agencies: tuple[Agency, ...]
    paper: Paper
    logged: tuple[PrintEntry, ...]


class PapersPage(Page[Facts]):
    """The daily checklist, for a day, for everyone or one agency."""

    DEPENDS = frozenset(Kind) - {Kind.VIEW}
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day: date | None = None
        self._agency = ""
        self._facts: Facts | None = None
        self._header = PageHeader("Papers", "Daily checklist")
        self._missing = Banner("", kind=BannerKind.WARNING)
        self._day_field = QLineEdit(maxLength=80)
        self._day_row = FormRow("For the &day", self._day_field)
        self._agency_field = QComboBox()
        self._about = Words("", ink=Role.INK2, wrap=True)
        self._log = RowTable(LOG, "What left the program", TableOptions(chooses=False))
        self._preview = Preview()
        self._print = primary_button("Print…", "printer", self._print_it)
        self._save = plain_button("Save as PDF…", "save", self._save_it)
        self._lay_out()
        self._connect()

    def read(self, workspace: Workspace) -> Facts:
        """Make the paper and read the log."""
        inspection_id = self.desk.inspection_id
        view = overview.load(workspace, inspection_id)
        paper = papers.checklist(workspace, inspection_id, self._day, agency=self._agency)
        return Facts(
            london(view.now).date(),
            view.agencies,
            paper,
            papers.logged(workspace, inspection_id),
        )

    def show_facts(self, facts: Facts) -> None:
        """Show the paper and what left before."""
        before, self._facts = self._facts, facts
        self._fill_agencies(facts.agencies)
        if not self._day_field.isModified():
            self._day_field.setText(day_full(self._day or facts.today))
        if before is None or before.paper.content != facts.paper.content:
            same = before is not None and before.paper.file_name == facts.paper.file_name
            self._preview.show_pdf(facts.paper.content, keep_place=same)
        self._about.setText(
            f"For the partnership. {counted(facts.paper.pages, 'page')}, seal {facts.paper.seal}."
            " Every print and every saved copy is noted below."
        )
        self._tell_missing(facts.paper.missing)
        self._log.set_rows(log_rows(facts.logged, facts.today))

    def open_at(self, target: str) -> None:
        """Today’s checklist for everyone, whatever was chosen before."""
        if target == "checklist" and (self._day or self._agency):
            self._day, self._agency = None, ""
            self._agency_field.setCurrentIndex(0)
            self._day_field.setModified(False)
            self._day_row.set_problem("")
            self.refresh()

    def print_paper(self) -> None:
        """Ctrl+P on this page prints what is shown."""
        self._print_it()

    def search(self) -> None:
        """Find in the paper."""
        self._preview.search.setFocus()
        self._preview.search.selectAll()

    def parts(self) -> tuple[QWidget, ...]:
        """The form, and the preview."""
        return (self._day_field, self._preview.search)

    def view_state(self) -> dict[str, object]:
        """The widths of the log."""
        return {"log": self._log.view_state()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Back to the kept widths."""
        kept = state.get("log")
        if isinstance(kept, dict):
            self._log.restore(kept)

    def _fill_agencies(self, agencies: tuple[Agency, ...]) -> None:
        wanted = [("", EVERYONE), *((each.key, each.name) for each in agencies)]
        field = self._agency_field
        shown = [(field.itemData(place), field.itemText(place)) for place in range(field.count())]
        if shown == wanted:
            return
        field.blockSignals(True)
        field.clear()
        for key, name in wanted:
            field.addItem(name, key)
        field.setCurrentIndex(max(0, field.findData(self._agency)))
        field.blockSignals(False)

    def _tell_missing(self, missing: tuple[str, ...]) -> None:
        self._missing.setVisible(bool(missing))
        if missing:
            names = ", ".join(missing[:5])
            self._missing.say(f"No font can print: {names}.", kind=BannerKind.WARNING)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(24, 0, 20, 12)
        left.setSpacing(0)
        left.addWidget(self._header)
        left.addWidget(Rule(Role.INK))
        left.addWidget(self._missing)
        left.addSpacing(16)
        left.addWidget(self._day_row)
        left.addSpacing(12)
        left.addWidget(FormRow("For &whom", self._agency_field))
        left.addSpacing(12)
        left.addWidget(self._about)
        left.addSpacing(12)
        left.addLayout(self._buttons())
        left.addSpacing(20)
        left.addWidget(SectionHeading("What left the program"))
        left.addWidget(self._log, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addWidget(self._preview, 1)
        self._missing.hide()
        self.setFocusProxy(self._day_field)
        follow_look(self._dress)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        return buttons

    def _connect(self) -> None:
        self._day_field.editingFinished.connect(self._choose_day)
        self._agency_field.activated.connect(self._choose_agency)

    def _choose_day(self) -> None:
        text = self._day_field.text().strip()
        try:
            day = read_day(text) if text else None
        except Refused as refusal:
            self._day_row.set_problem(str(refusal))
            return
        self._day_row.set_problem("")
        if self._facts:
            self._day_field.setText(day_full(day or self._facts.today))
        if day != self._day:
            self._day = day
            self.refresh()

    def _choose_agency(self) -> None:
        self._agency = str(self._agency_field.currentData() or "")
        self.refresh()

    def _print_it(self) -> None:
        if not self._facts:
            return
        paper = self._facts.paper
        if print_with_dialog(self, self._preview.document, paper.name):
            self._log_it(paper)

    def _save_it(self) -> None:
        if not self._facts:
            return
        paper = self._facts.paper
        name, _ = QFileDialog.getSaveFileName(self, "Save as PDF", paper.file_name, "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Save the paper that is shown, and note it in the log."""
        if not self._facts:
            return
        paper, inspection_id = self._facts.paper, self.desk.inspection_id

        def save(workspace: Workspace) -> Changes:
            return papers.save(workspace, inspection_id, paper, path)

        self.act(save)

    def _log_it(self, paper: Paper) -> None:
        inspection_id = self.desk.inspection_id

        def log(workspace: Workspace) -> Changes:
            return papers.log(workspace, inspection_id, paper, Way.PRINTED)

        self.act(log)

    def _dress(self) -> None:
        self._left.setFixedWidth(Look.of(self).sized(LEFT_WIDTH))
