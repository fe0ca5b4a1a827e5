"""ListPart: the findings of all letters by heading, with filters, and the panel of the current."""

from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.filters import FilterBar, quick_of
from jtai_desktop.ui.pages.findings.panel import FindingPanel
from jtai_desktop.ui.pages.findings.part import Ask, Part
from jtai_desktop.ui.pages.findings.rows import COLUMNS, copied, rows_of
from jtai_desktop.ui.pages.findings.wanted import Wanted, fitting
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

MARGIN, RIGHT, LEAST = 20, 16, 140
NONE = "No finding is kept yet."
WHAT_TO_DO = (
    "Read the letter’s PDF, or drop it here: you look through everything beside its pages"
    " before anything is kept. Findings can be pasted or typed too."
)
KEPT = ("typed", "agency", "letter")
NO_FIT = "No finding fits. “All”, and Esc in the field, show them again."


class ListPart(Part):
    """Enter goes into the panel; Ctrl+C copies what is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._chosen = ""
        self.bar = FilterBar()
        options = TableOptions(many=True, rest=LEAST)
        self.table = RowTable(COLUMNS, "Findings", options)
        self.panel = FindingPanel(desk)
        self.empty = EmptyState(NONE, WHAT_TO_DO, "Read a letter…")
        self.read = primary_button("&Read a letter…", "tray", lambda: self._ask(Ask.READ))
        self.paste = plain_button("&Paste…", "", lambda: self._ask(Ask.PASTE))
        self.type = plain_button("T&ype…", "plus", lambda: self._ask(Ask.TYPE))
        self._middle = QStackedLayout()
        self._lay_out()
        self._connect()

    @property
    def in_head(self) -> tuple[QWidget, ...]:
        return (self.type, self.paste, self.read)

    @property
    def chosen(self) -> str:
        """The finding that the panel is about."""
        return self._chosen

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        self.bar.show_facts(facts)
        has_any = bool(facts.found.findings)
        self.bar.setVisible(has_any)
        self._show_rows()
        if first and not self._chosen:
            self._chosen = next((row.key for row in self.table.rows if not row.section), "")
        self._mark(self._chosen)

    def open_at(self, target: str) -> None:
        if self._facts is None or self._facts.found.finding(target) is None:
            return
        if all(row.key != target for row in self.table.rows):
            self.bar.want(Wanted())
            self._show_rows()
        self._mark(target)

    def ring(self) -> QWidget:
        return self.table if self._middle.currentIndex() == 0 else self.empty

    def side(self) -> QWidget | None:
        return self.panel if self._body.is_open else None

    def search(self) -> None:
        self.bar.field.take_focus()

    def step_back(self) -> bool:
        """Esc: the form goes, then the ring leaves the panel."""
        if self.panel.fold():
            return True
        inside = self.panel.has_ring
        if self._body.step_back(inside=inside):
            self.ring().setFocus()
            return True
        return False

    def view_state(self) -> dict[str, object]:
        wanted = self.bar.wanted
        return {
            "chosen": self._chosen,
            "wanted": {**asdict(wanted), "quick": wanted.quick.value},
            "panel": self._body.wanted,
            "rows": self.table.view_state(),
        }

    def restore_view(self, state: dict[str, object]) -> None:
        wanted, rows, chosen = state.get("wanted"), state.get("rows"), state.get("chosen")
        if isinstance(wanted, dict):
            typed, agency, letter = (str(wanted.get(name, "")) for name in KEPT)
            self.bar.want(Wanted(typed, agency, letter, quick_of(wanted.get("quick"))))
            self._show_rows()
        if isinstance(rows, dict):
            self.table.restore(rows)
        if isinstance(chosen, str):
            self._mark(chosen)
        self._body.want_panel(wanted=state.get("panel") is not False)

    def _show_rows(self) -> None:
        if self._facts is None:
            return
        rows = rows_of(self._facts, fitting(self._facts, self.bar.wanted))
        self.table.set_rows(rows)
        none = not self._facts.found.findings
        self._middle.setCurrentIndex(0 if rows else (2 if none else 1))
        self._body.setVisible(True)

    def _mark(self, key: str) -> None:
        if self._facts is None or key.startswith("head:"):
            return
        self._chosen = key
        self.table.choose(key)
        self._tell_panel()

    def _chosen_row(self, key: str) -> None:
        if not key.startswith("head:"):
            self._chosen = key
        self._tell_panel()

    def _tell_panel(self) -> None:
        if self._facts is not None:
            ids = [key for key in self.table.selected_keys if not key.startswith("head:")]
            self.panel.show_finding(self._facts, self._chosen, ids)

    def _open(self, key: str) -> None:
        """Enter: the panel, and what can be done there."""
        if not key.startswith("head:"):
            self._mark(key)
            self._body.open_panel()
            self.panel.enter()

    def _ask(self, what: Ask) -> None:
        self.asked.emit(what.value, "")

    def _copy(self) -> None:
        if self._facts is not None:
            keys = set(self.table.selected_keys) or {self._chosen}
            found = [each for each in self._facts.found.findings if each.id in keys]
            QGuiApplication.clipboard().setText(copied(self._facts, found))

    def _close_panel(self) -> None:
        self._body.close_panel()
        self.table.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, 0, RIGHT, 8)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._middle, 1)
        nothing = QWidget()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(Words(NO_FIT, ink=Role.INK2, wrap=True))
        inside.addStretch(1)
        for part in (self.table, nothing, self.empty):
            self._middle.addWidget(part)
        self._body = Body(left, self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def _connect(self) -> None:
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.table, self._copy)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.bar.changed.connect(self._show_rows)
        self.bar.left_down.connect(self.table.setFocus)
        self.table.row_chosen.connect(self._chosen_row)
        self.table.row_activated.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_which: self._tell_panel())
        self.panel.closed.connect(self._close_panel)
        self.panel.left.connect(self.table.setFocus)
        self.panel.asked.connect(self.asked)
        self.empty.asked.connect(lambda: self._ask(Ask.READ))
