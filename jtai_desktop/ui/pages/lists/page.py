"""ListsPage: the lists asked for, their problems and panel; who is in scope; reading of files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import lists as list_files
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.documents.panel.files import files_of
from jtai_desktop.ui.pages.lists import facts as reading
from jtai_desktop.ui.pages.lists.facts import Facts
from jtai_desktop.ui.pages.lists.panel import ListPanel
from jtai_desktop.ui.pages.lists.problems_part import ProblemsPart
from jtai_desktop.ui.pages.lists.reading import KINDS, Reading
from jtai_desktop.ui.pages.lists.reading_view import ReadingView
from jtai_desktop.ui.pages.lists.rows import LISTS, list_rows
from jtai_desktop.ui.pages.lists.scope_part import ScopePart
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

MARGIN, RIGHT, LEAST = 20, 16, 100
DEPENDS = {Kind.LIST, Kind.INSPECTION, Kind.MILESTONE, Kind.SETTING, Kind.CLOSURE}
PAPER = "list-problems"
NONE = "No list has been taken in yet."
WHAT_TO_DO = (
    "Read the files of the case system, or drop them here: they are checked before anything is"
    " kept, and stay where they are."
)
FILTER = f"Lists ({' '.join(f'*{kind}' for kind in KINDS)})"
WRONG_KIND = "A list is a file of Excel, LibreOffice or .csv."


class ListsPage(Page[Facts]):
    """`open_at` takes the number of a list, or “scope”."""

    DEPENDS = frozenset(DEPENDS)
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._chosen = self._goal = ""
        self._kept: dict[str, object] = {}
        self._header, self._banner = PageHeader("Lists"), Banner()
        self.turn_button = plain_button("Who is in &scope", "", self._turn_over)
        self.table = RowTable(LISTS, "Lists asked for", TableOptions(fits=True, rest=LEAST))
        self.problems, self.scope = ProblemsPart(), ScopePart()
        self.panel = ListPanel(desk)
        self.reading = Reading(desk, lambda: self)
        self.empty = EmptyState(NONE, WHAT_TO_DO, "Read files…")
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    @property
    def chosen(self) -> str:
        """The list that problems and panel are about."""
        return self._chosen

    @property
    def shows_scope(self) -> bool:
        """Whether the scope is shown instead of the lists."""
        return self._middle.currentWidget() is self.scope

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id, self._facts)

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        self._header.set_fact(facts.fact)
        self.table.set_rows(list_rows(facts))
        self.scope.show_facts(facts)
        self.problems.setVisible(facts.lists.is_begun)
        self.empty.setVisible(not facts.lists.is_begun)
        self.turn_button.setEnabled(facts.lists.is_begun)
        if first:
            self._take_up(facts)
        if self._goal:
            self.open_at(self._goal)
        else:
            self._mark(self._chosen)

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._facts is None or not target:
            return
        self._goal = ""
        self._turn(scoped=target == "scope")
        self._mark(target if self._facts.of(target) else self._chosen)

    def print_paper(self) -> None:
        """The problems of the list that is looked at; once none is here, the checklist."""
        begun = self._facts is not None and self._facts.lists.is_begun
        self.desk.go.emit("papers", f"{PAPER}:{self._chosen}" if begun else "checklist")

    def parts(self) -> tuple[QWidget, ...]:
        beside = self._body.is_open and not self.shows_scope
        return (self, self.panel) if beside else (self,)

    def search(self) -> None:
        self._turn(scoped=False)
        self.problems.field.take_focus()

    def view_state(self) -> dict[str, object]:
        if self._facts is None:
            return dict(self._kept)
        return {
            "chosen": self._chosen,
            "scope": self.shows_scope,
            "panel": self._body.wanted,
            "rows": self.table.view_state(),
        }

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up(self._facts)
            self._mark(self._chosen)

    def read_files(self, files: Sequence[Path]) -> ReadingView | None:
        """Read and check these files; nothing is kept before it was looked at."""
        fitting = [each for each in files if each.suffix.lower() in KINDS]
        if not fitting:
            self._tell(WRONG_KIND)
            return None
        self._tell("")
        return self.reading.begin(fitting)

    def write_templates(self, folder: Path) -> None:
        """Write a blank workbook for each list into a folder."""
        if self._facts is None:
            return
        self.desk.hub.beside(
            partial(list_files.write_templates, folder, self._facts.pack),
            lambda paths: self._tell(f"{counted(len(paths), 'blank template')} written."),
            self._tell,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        if files_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files dropped are read; they stay where they are."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.read_files(files_of(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        super().keyPressEvent(event)

    def _take_up(self, facts: Facts) -> None:
        """Where one was the last time."""
        kept, self._kept = self._kept, {}
        chosen, rows = kept.get("chosen"), kept.get("rows")
        known = isinstance(chosen, str) and facts.of(chosen) is not None
        self._chosen = str(chosen) if known else self._chosen or facts.first_choice
        if isinstance(rows, dict):
            self.table.restore(rows)
        if kept:
            self._body.want_panel(wanted=kept.get("panel") is not False)
            self._turn(scoped=kept.get("scope") is True)

    def _mark(self, key: str) -> None:
        """Tell of a list in table, problems and panel."""
        if self._facts is None:
            return
        self._chosen = key
        self.table.choose(key)
        self.problems.show_list(self._facts.of(key))
        self.panel.show_list(self._facts, key)

    def _open(self, key: str) -> None:
        """Enter: the panel, and what can be done there."""
        self._mark(key)
        self._body.open_panel()
        self.panel.enter()

    def _turn(self, *, scoped: bool) -> None:
        self._middle.setCurrentIndex(1 if scoped else 0)
        self.setFocusProxy(self.scope.counts if scoped else self.table)

    def _turn_over(self) -> None:
        self._turn(scoped=not self.shows_scope)
        self._ring_back()

    def _step_back(self) -> bool:
        """Esc: the form goes, then the ring leaves the panel, which goes where it lies over."""
        inside = self.panel.has_ring
        if self.panel.steps.fold():
            self._ring_back()
            return True
        if self.shows_scope:
            self._turn_over()
            return True
        if self._body.is_open and (inside or not self._body.is_beside):
            self._leave_panel()
            return True
        return False

    def _leave_panel(self) -> None:
        if not self._body.is_beside:
            self._body.close_panel()
        self._ring_back()

    def _close_panel(self) -> None:
        self._body.close_panel()
        self._ring_back()

    def _ring_back(self) -> None:
        (self.scope.counts if self.shows_scope else self.table).setFocus()

    def _tell(self, sentence: str) -> None:
        self._banner.say(sentence)
        self._banner.setVisible(bool(sentence))

    def _unsay(self, _changes: Changes) -> None:
        """News of the change before is no news any more."""
        self._tell("")

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Read files", "", FILTER)
        if names:
            self.read_files([Path(name) for name in names])

    def _ask_folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, "A folder for the blank templates"):
            self.write_templates(Path(chosen))

    def _lay_out(self) -> None:
        for button in (
            self.turn_button,
            plain_button("&Blank templates…", "save", self._ask_folder),
            primary_button("&Read files…", "tray", self._ask_files),
        ):
            self._header.add_action(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, 0, RIGHT, 8)
        column.setSpacing(0)
        for part in (self._header, Rule(Role.INK), self._banner):
            column.addWidget(part)
        column.addWidget(self.table)
        column.addWidget(self.problems, 1)
        column.addWidget(self.empty, 1)
        self._body = Body(left, self.panel)
        for shown in (self._body, self.scope):
            self._middle.addWidget(shown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._middle)
        self._banner.hide()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._mark)
        self.table.row_activated.connect(self._open)
        self.problems.printed.connect(self.print_paper)
        self.panel.closed.connect(self._close_panel)
        self.panel.steps.left.connect(self._ring_back)
        self.reading.said.connect(self._tell)
        self.scope.left.connect(self._turn_over)
        self.empty.asked.connect(self._ask_files)
        self.desk.hub.changed.connect(self._unsay)
