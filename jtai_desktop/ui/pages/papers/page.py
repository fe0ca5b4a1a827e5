"""Papers: choose one at the left, see it at the right as it will be, print or save it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.printing import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import paper_protection, papers
from jtai_desktop.services.paper_kinds import CHECKLIST, KINDS
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.papers.chosen import Chosen
from jtai_desktop.ui.pages.papers.facts import Facts, read_facts
from jtai_desktop.ui.pages.papers.form import ChoiceForm
from jtai_desktop.ui.pages.papers.preview import Preview
from jtai_desktop.ui.pages.papers.printing import print_with_dialog
from jtai_desktop.ui.pages.papers.protecting import ProtectBox
from jtai_desktop.ui.pages.papers.rows import LOG, SHELF, log_rows, shelf_rows
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

SHELF_WIDTH, LEFT_WIDTH, NARROW, LOG_LEAST = 196, 596, 310, 84
# Row, column, and how many of each the choices take.
BESIDE, BELOW = (3, 1, 2, 1), (4, 0, 1, 2)


class PapersPage(Page[Facts]):
    """The shelf, the choices of one paper, and the paper itself."""

    DEPENDS = frozenset(Kind) - {Kind.VIEW}
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = Chosen()
        self._facts: Facts | None = None
        self._header = PageHeader("Papers", KINDS[CHECKLIST].name)
        self._missing = Banner("", kind=BannerKind.WARNING)
        self._shelf = RowTable(SHELF, "The papers", TableOptions(head=False, fits=True))
        self._form = ChoiceForm()
        self._about = Words("", ink=Role.INK2, wrap=True)
        self._protect = ProtectBox()
        self._log = RowTable(LOG, "What left the program", TableOptions(chooses=False))
        self._scroll = QScrollArea(widgetResizable=True)
        self._preview = Preview()
        self._print = primary_button("Print…", "printer", self._print_it)
        self._save = plain_button("Save as PDF…", "save", self._save_it)
        self._shelf.set_rows(shelf_rows())
        self._shelf.choose(self._chosen.key)
        self._lay_out()
        self._connect()

    def read(self, workspace: Workspace) -> Facts:
        """Make the paper and read the log."""
        return read_facts(workspace, self.desk.inspection_id, self._chosen)

    def show_facts(self, facts: Facts) -> None:
        """Show the paper and what left before."""
        before, self._facts = self._facts, facts
        self._header.set_fact(facts.kind.name)
        self._shelf.choose(facts.chosen.key)
        self._form.show_facts(facts)
        self._show_paper(before.paper if before else None, facts.paper)
        self._about.setText(_about(facts))
        for button in (self._print, self._save):
            button.setEnabled(facts.paper is not None)
        self._tell_missing(facts.paper.missing if facts.paper else ())
        self._log.set_rows(log_rows(facts.logged, facts.today))
        self._share_width()

    def open_at(self, target: str) -> None:
        """Today’s checklist for everyone, or any paper as usual, whatever was chosen before."""
        if target in KINDS and self._chosen != Chosen(target):
            self._form.forget_typing()
            self._take(Chosen(target))

    def print_paper(self) -> None:
        """Ctrl+P on this page prints what is shown."""
        self._print_it()

    def search(self) -> None:
        """Find in the paper."""
        self._preview.search.setFocus()
        self._preview.search.selectAll()

    def parts(self) -> tuple[QWidget, ...]:
        """The shelf, the form, and the preview."""
        fields = (self._form.first or self._print,)
        return (self._shelf, *fields, self._preview.search)

    def view_state(self) -> dict[str, object]:
        """The paper that was looked at, and the widths of the log."""
        return {"paper": self._chosen.key, "log": self._log.view_state()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Back to that paper, and to the kept widths."""
        paper, kept = state.get("paper"), state.get("log")
        if isinstance(paper, str) and paper in KINDS:
            self._chosen = replace(self._chosen, key=paper)
            self._shelf.choose(paper)
        if isinstance(kept, dict):
            self._log.restore(kept)

    def save_to(self, path: Path) -> None:
        """Save the paper that is shown, protected if asked, and note it in the log."""
        paper = self._facts.paper if self._facts else None
        if paper is None:
            return
        inspection_id, shown, secret = self.desk.inspection_id, paper, self._protect.secret()

        def save(workspace: Workspace) -> Changes:
            kept = paper_protection.protected(shown, secret) if secret else shown
            return papers.save(workspace, inspection_id, kept, path)

        self.act(save, lambda _changes: self._protect.forget())

    def _show_paper(self, before: Paper | None, paper: Paper | None) -> None:
        if paper is None:
            self._preview.show_nothing()
        elif before is None or before.content != paper.content:
            same = before is not None and before.file_name == paper.file_name
            self._preview.show_pdf(paper.content, keep_place=same)

    def _tell_missing(self, missing: tuple[str, ...]) -> None:
        self._missing.setVisible(bool(missing))
        if missing:
            names = ", ".join(missing[:5])
            self._missing.say(f"No font can print: {names}.", kind=BannerKind.WARNING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._grid = grid = QGridLayout(self._left)
        grid.setContentsMargins(24, 0, 20, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._header, 0, 0, 1, 2)
        grid.addWidget(Rule(Role.INK), 1, 0, 1, 2)
        grid.addWidget(self._missing, 2, 0, 1, 2)
        self._choices = self._middle()
        grid.addWidget(self._shelf, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._choices, *BESIDE)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        stand_on(self._left, Role.BG)
        self._scroll.setWidget(self._left)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self._scroll, LEFT_WIDTH)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addWidget(self._preview, 1)
        self._missing.hide()
        self.setFocusProxy(self._shelf)
        follow_look(self._dress)

    def _middle(self) -> QWidget:
        whole = QWidget()
        middle = QVBoxLayout(whole)
        middle.setContentsMargins(0, 14, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._form)
        middle.addSpacing(12)
        middle.addWidget(self._about)
        middle.addSpacing(8)
        middle.addWidget(self._protect)
        middle.addSpacing(12)
        middle.addLayout(self._buttons())
        middle.addSpacing(20)
        middle.addWidget(SectionHeading("What left the program"))
        self._log.setMinimumHeight(LOG_LEAST)
        middle.addWidget(self._log, 1)
        return whole

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        return buttons

    def _connect(self) -> None:
        self._shelf.row_chosen.connect(self._choose_paper)
        self._form.changed.connect(self._take)

    def _choose_paper(self, key: str) -> None:
        if key != self._chosen.key:
            self._take(replace(self._chosen, key=key))

    def _take(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self.refresh()

    def _print_it(self) -> None:
        paper = self._facts.paper if self._facts else None
        if paper and print_with_dialog(self, self._preview.document, paper.name):
            self._log_it(paper)

    def _save_it(self) -> None:
        paper = self._facts.paper if self._facts else None
        if paper is None or self._is_too_weak():
            return
        name, _ = QFileDialog.getSaveFileName(self, "Save as PDF", paper.file_name, "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def _is_too_weak(self) -> bool:
        """Whether the passphrase for the file won’t do; its field then says why."""
        try:
            self._protect.secret()
        except Refused:
            return True
        return False

    def _log_it(self, paper: Paper) -> None:
        inspection_id = self.desk.inspection_id

        def log(workspace: Workspace) -> Changes:
            return papers.log(workspace, inspection_id, paper, Way.PRINTED)

        self.act(log)

    def _dress(self) -> None:
        self._shelf.setFixedWidth(Look.of(self).sized(SHELF_WIDTH))
        self._share_width()

    def _share_width(self) -> None:
        """The left has its width; where the text is large, the choices stand below the shelf."""
        look = Look.of(self)
        wanted, narrow = look.sized(LEFT_WIDTH), look.sized(NARROW)
        beside = wanted <= self.width() - self._preview.minimumSizeHint().width() - 1
        self._scroll.setMinimumWidth(min(wanted, narrow))
        self._scroll.setMaximumWidth(wanted if beside else narrow)
        place = BESIDE if beside else BELOW
        if place != self._grid.getItemPosition(self._grid.indexOf(self._choices)):
            self._grid.addWidget(self._choices, *place)
        # What wraps in the narrow column is told too low by the layout.
        tall = self._grid.totalHeightForWidth(narrow) + look.grown(LOG_LEAST, lines=2)
        self._left.setMinimumHeight(0 if beside else tall)


def _about(facts: Facts) -> str:
    """What it is for, how long it is, and that it is noted."""
    if facts.paper is None:
        return facts.why_not
    paper = facts.paper
    return (
        f"{facts.kind.about}. {counted(paper.pages, 'page')}, seal {paper.seal}."
        " Every print and every saved copy is noted below."
    )
