"""PlanView: the action plan whole: filters, table, panel, versions, and the workbook’s round trip.

A page puts it in and hands it facts; the buttons for its header are `buttons`.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.actions.plan import Source
from jtai_desktop.domain.changes import Changes
from jtai_desktop.services import actions
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import KitButton, plain_button, primary_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.page_column import MARGIN, RIGHT
from jtai_desktop.ui.plan import row_cells as c
from jtai_desktop.ui.plan import rows as r
from jtai_desktop.ui.plan.changes import ChangesView
from jtai_desktop.ui.plan.doing import Then
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.filters import PlanFilters
from jtai_desktop.ui.plan.form import PlanForm
from jtai_desktop.ui.plan.panel import PlanPanel
from jtai_desktop.ui.plan.table import PlanTable
from jtai_desktop.ui.plan.text_forms import IssueForm, NewForm
from jtai_desktop.ui.plan.trip import BACK, OUT, PlanTrip
from jtai_desktop.ui.plan.wanted import Quick, Wanted
from jtai_desktop.ui.shell.page import Desk

NONE = "There is no action in the plan yet."
WHAT_TO_DO = (
    "Add the first, or take in a plan as a workbook. Each action answers findings of the letter,"
    " has one lead, a timescale, and a measure of its impact."
)
NOTHING_FOUND = "Nothing in the plan fits what is wanted."
ISSUE, VERSIONS, TO_PLAN = "Issue version…", "Compare versions", "Back to the plan"
SHOW_ALL = "Show the whole plan, or look for something else."


class PlanView(QWidget):
    """`said` is news for the page’s banner."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: PlanFacts | None = None
        self._chosen = self._goal = ""
        self._kept: dict[str, object] = {}
        self.filters, self.table = PlanFilters(), PlanTable(desk)
        self.panel, self.changes = PlanPanel(desk), ChangesView(desk)
        self.empty = EmptyState(NONE, WHAT_TO_DO, "Add action…")
        self.nothing = EmptyState(NOTHING_FOUND, SHOW_ALL, "Show all")
        self.add_button = primary_button("&Add action…", "plus", self.add)
        self.trip, self.more_button = PlanTrip(desk, self), plain_button("&Plan")
        self.menu = QMenu(self.more_button)
        self._middle = QStackedWidget()
        self._offers = self._fill_menu()
        self._lay_out()
        self._connect()

    @property
    def buttons(self) -> tuple[KitButton, ...]:
        """What stands in the page’s header."""
        return self.more_button, self.add_button

    @property
    def chosen(self) -> str:
        """The action or finding that the panel is about."""
        return self._chosen

    @property
    def shows_changes(self) -> bool:
        """Whether versions are compared in place of the plan."""
        return self._middle.currentWidget() is self.changes

    @property
    def compared(self) -> str:
        """The versions that are compared, as the page of papers is asked for them."""
        return self.changes.compared

    @property
    def ring(self) -> QWidget:
        """Where the ring goes when one comes here."""
        return self.changes.earlier if self.shows_changes else self.table

    @property
    def side(self) -> QWidget | None:
        """The panel, while it is in sight."""
        return self.panel if self._body.is_open and not self.shows_changes else None

    def show_facts(self, facts: PlanFacts) -> None:
        """Show the plan; selection, scroll and what is being typed stay."""
        first, self._facts = self._facts is None, facts
        self.filters.show_counts(facts)
        self.changes.show_versions(facts)
        if first:
            self._take_up()
        self._show_rows()
        is_empty = not facts.plan.entries and not facts.plan.unanswered
        self.empty.setVisible(is_empty)
        self.filters.setVisible(not is_empty)
        self._offers[ISSUE].setEnabled(bool(facts.plan.entries))
        self._offers[OUT].setEnabled(bool(facts.plan.entries))
        self._chosen = self._chosen or self._first_choice()
        if first:
            self.table.go(self._chosen, c.TEXT)
        # A goal that is no action, such as the plan itself, still leaves something to look at.
        self.open_at(self._goal)
        if self.panel.key != self._chosen or not first:
            self._mark(self._chosen)

    def open_at(self, target: str) -> None:
        """Go to an action or a finding without one, or show what a filter lets through."""
        self._goal = target
        if self._facts is None or not target:
            return
        self._goal = ""
        self._turn(changes=False)
        if target in set(Quick):
            self.filters.want(Wanted(Quick(target)))
            self._show_rows()
        elif self._row_key(target):
            self.filters.want(Wanted())
            self._show_rows()
            self._mark(self._row_key(target))
            self.table.go(self._row_key(target), c.TEXT)

    def search(self) -> None:
        """Put the cursor into the field that finds."""
        self._turn(changes=False)
        self.filters.field.take_focus()

    def view_state(self) -> dict[str, object]:
        """What to come back to."""
        if self._facts is None:
            return dict(self._kept)
        wanted = self.filters.wanted
        return {
            "quick": wanted.quick.value,
            "section": wanted.section,
            "chosen": self._chosen,
            "panel": self._body.wanted,
            "rows": self.table.view_state(),
        }

    def restore_view(self, state: Mapping[str, object]) -> None:
        """Come back to a kept state."""
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up()
            self._show_rows()
            self._mark(self._chosen)

    def add(self) -> None:
        """Ask for a new action; of a finding that has none, as its answer."""
        if self._facts is None:
            return
        entry, source = self._facts.entry(self._chosen), self._source()
        section = entry.action.section if entry else self._section_of(source)
        form = NewForm(self._facts, section, source.short if source else "")
        form.call(f"New action, to answer {source.called}" if source else "New action")
        self._ask(form, self._added)

    def issue(self) -> None:
        """Ask to which boards the version goes."""
        if self._facts is not None:
            self._ask(IssueForm(self._facts), self._tell)

    def turn_over(self) -> None:
        """Between the plan and the comparing of its versions."""
        self._turn(changes=not self.shows_changes)

    def step_back(self) -> bool:
        """Esc: the form goes, then the ring leaves the panel, which goes where it lies over."""
        inside = self.panel.has_ring
        if self.panel.deeds.fold():
            self.table.setFocus()
            return True
        if self.shows_changes:
            self._turn(changes=False)
            self.table.setFocus()
            return True
        if self._body.step_back(inside=inside):
            self.table.setFocus()
            return True
        return False

    def _ask(self, form: PlanForm, then: Then) -> None:
        self._turn(changes=False)
        self._body.open_panel()
        self.panel.deeds.show_form(form, then)

    def _tell(self, changes: Changes) -> None:
        """Once the change is told: news of before is then taken away."""
        QTimer.singleShot(0, self, partial(self.said.emit, changes.summary))

    def _added(self, changes: Changes) -> None:
        self._goal = actions.added(changes)

    def _show_rows(self) -> None:
        if self._facts is None:
            return
        self.table.show_plan(self._facts, self.filters.wanted)
        has_rows = bool(self.table.rows)
        self.table.setVisible(has_rows)
        is_empty = not self._facts.plan.entries and not self._facts.plan.unanswered
        self.nothing.setVisible(not has_rows and not is_empty)

    def _mark(self, key: str) -> None:
        """Tell of an action or a finding in the panel."""
        if self._facts is None:
            return
        if key.startswith(r.SECTION) or key == r.SOURCE:
            return
        self._chosen = key
        source = self._source()
        if source is not None:
            self.panel.show_source(self._facts, source)
        else:
            self.panel.show_entry(self._facts, self._facts.entry(key))

    def _open(self, key: str) -> None:
        """Enter where nothing is typed: the panel, or the answer to a finding."""
        self._mark(key)
        self._body.open_panel()
        if self._source() is not None:
            self.add()
        else:
            self.panel.enter()

    def _ask_out(self) -> None:
        self._body.open_panel()
        self.panel.deeds.unfold("out")

    def _write_text(self, key: str) -> None:
        self._mark(key)
        self._body.open_panel()
        self.panel.deeds.unfold("texts")

    def _source(self) -> Source | None:
        key = self._chosen.removeprefix(r.SOURCE) if self._chosen.startswith(r.SOURCE) else ""
        every = self._facts.plan.sources if self._facts and key else ()
        return next((each for each in every if each.key == key), None)

    def _section_of(self, source: Source | None) -> str:
        """The section of the only agency that a finding is about."""
        if source is None or self._facts is None:
            return ""
        found = (s.key for s in self._facts.plan.sections if s.agencies == source.agencies)
        return next(found, "")

    def _row_key(self, target: str) -> str:
        for key in (target, f"{r.SOURCE}{target}"):
            if self._facts and (self._facts.entry(key) or self._is_source(key)):
                return key
        return ""

    def _is_source(self, key: str) -> bool:
        unanswered = self._facts.plan.unanswered if self._facts else ()
        return any(key == f"{r.SOURCE}{each.key}" for each in unanswered)

    def _first_choice(self) -> str:
        """What is gravest."""
        first = self._facts.plan.at_risk_first[:1] if self._facts else ()
        return first[0].action.id if first else ""

    def _take_up(self) -> None:
        """Where one was the last time."""
        kept, self._kept = self._kept, {}
        quick, rows, chosen = kept.get("quick"), kept.get("rows"), kept.get("chosen")
        section = kept.get("section")
        self.filters.want(
            Wanted(
                next((each for each in Quick if each == quick), Quick.ALL),
                section if isinstance(section, str) else "",
            )
        )
        if isinstance(chosen, str) and self._facts and self._facts.entry(chosen):
            self._chosen = chosen
        if isinstance(rows, dict):
            self.table.restore(rows)
        if kept:
            self._body.want_panel(wanted=kept.get("panel") is not False)

    def _turn(self, *, changes: bool) -> None:
        self._middle.setCurrentWidget(self.changes if changes else self._body)
        self._offers[VERSIONS].setText(TO_PLAN if changes else VERSIONS)
        if changes:
            self.changes.compare()
            self.changes.setFocus()

    def _close_panel(self) -> None:
        self._body.close_panel()
        self.table.setFocus()

    def _show_all(self) -> None:
        self.filters.want(Wanted())
        self._show_rows()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, 0, RIGHT, 8)
        column.setSpacing(0)
        for part in (self.filters, self.empty, self.nothing):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self._body = Body(left, self.panel)
        self._middle.addWidget(self._body)
        self._middle.addWidget(self.changes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(self._middle)
        for part in (self.empty, self.nothing):
            part.hide()

    def _fill_menu(self) -> dict[str, QAction]:
        """What is done with the plan as a whole."""
        self.more_button.setMenu(self.menu)
        self.more_button.setAccessibleName("What can be done with the whole plan")
        deeds = (
            (ISSUE, self.issue),
            (VERSIONS, self.turn_over),
            (OUT, self.trip.ask_out),
            (BACK, self.trip.ask_back),
        )
        return {words: self.menu.addAction(words, deed) for words, deed in deeds}

    def _connect(self) -> None:
        self.trip.said.connect(self.said)
        self.filters.changed.connect(self._show_rows)
        self.filters.left_down.connect(self.table.setFocus)
        self.table.row_chosen.connect(self._mark)
        self.table.row_activated.connect(self._open)
        self.table.text_wanted.connect(self._write_text)
        self.panel.closed.connect(self._close_panel)
        self.panel.deeds.left.connect(self.table.setFocus)
        self.changes.left.connect(lambda: self._turn(changes=False))
        self.empty.asked.connect(self.add)
        self.nothing.asked.connect(self._show_all)
        self.table.new_wanted.connect(self.add)
        self.table.remove_wanted.connect(self._ask_out)
