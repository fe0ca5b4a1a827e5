"""DocumentsPage: the register of what is asked for, worked on like a sheet."""

from contextlib import nullcontext

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.services import own_columns
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.page_column import MARGIN, PageColumn
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents import facts as reading
from jtai_desktop.ui.pages.documents.arranging import Arranger
from jtai_desktop.ui.pages.documents.cell_editor import CellEditor
from jtai_desktop.ui.pages.documents.context_menu import open_menu
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.filters import FilterBar
from jtai_desktop.ui.pages.documents.following import Following
from jtai_desktop.ui.pages.documents.keeping import Kept, kept_of
from jtai_desktop.ui.pages.documents.keys import Wish
from jtai_desktop.ui.pages.documents.lines import Line, key_of
from jtai_desktop.ui.pages.documents.naming_line import NamingLine
from jtai_desktop.ui.pages.documents.panel.panel import DetailPanel
from jtai_desktop.ui.pages.documents.refusals import Refusals
from jtai_desktop.ui.pages.documents.request_doing import KEYS, RequestLine
from jtai_desktop.ui.pages.documents.selection_bar import SelectionBar
from jtai_desktop.ui.pages.documents.steps_doing import StepTaker
from jtai_desktop.ui.pages.documents.steps_panel import StepsPanel
from jtai_desktop.ui.pages.documents.table import RegisterTable
from jtai_desktop.ui.pages.documents.view_choice import ViewChoice
from jtai_desktop.ui.pages.documents.wanted import Wanted
from jtai_desktop.ui.pages.documents.workbook_menu import SendRound
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

MIDDLE = QAbstractItemView.ScrollHint.PositionAtCenter
NOT_SHOWN = {Kind.VIEW, Kind.PRINT, Kind.PACK, Kind.BACKUP, Kind.RESPONSIBILITY}


class DocumentsPage(Page[Facts]):
    """`open_at` takes an item by its identity or number, or an agency or state to filter by."""

    DEPENDS = frozenset(Kind) - NOT_SHOWN
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._arranger: Arranger | None = None
        self._kept: Kept | None = None
        self._goal = ""
        self._folded: set[str] = set()
        self._header = PageHeader("Documents")
        self._news = Banner()
        self.filters, self.table = FilterBar(), RegisterTable()
        self.views = ViewChoice(NamingLine())
        self.refusals, self.bar = Refusals(), SelectionBar()
        self.panel, self.steps = DetailPanel(desk), StepsPanel()
        self.editor = CellEditor(desk.hub, desk.inspection_id, self.table)
        self.following = Following(self.table, self.editor, self.panel, self.bar, self.steps)
        self.round = SendRound(desk, self.table, self.steps, self._filtered)
        self.taker = StepTaker(desk, self.steps, self.editor.goals)
        self.request = RequestLine(desk)
        self._nothing = EmptyState(
            "Nothing in the register fits what is asked for.",
            "Esc in the field, and All, show everything again.",
            "Show everything",
        )
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> Wanted:
        """What a person wants to see."""
        return self.filters.wanted

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Facts) -> None:
        self._facts, self._arranger = facts, Arranger(facts)
        self.editor.show_facts(facts)
        self.following.show_facts(facts.view)
        self.request.show_facts(facts.view)
        self._count(self._arranger)
        self._show(anew=True)
        self._come_back()
        self._go_to_kept(facts)

    def open_at(self, target: str) -> None:
        if self._facts is None:
            self._goal = target
            return
        self._goal = ""
        line = next(
            (each for each in self._facts.lines if target in {each.item.id, each.item.code}), None
        )
        if line is not None:
            self._bring_into_sight(line)
        elif target:
            agency = target in self._facts.agencies
            self._want(self.wanted.only(agency=target) if agency else self.wanted.only(target))
        self.table.setFocus()

    def print_paper(self) -> None:
        self.desk.go.emit("papers", "register")

    def parts(self) -> tuple[QWidget, ...]:
        return (self.table, self.panel) if self._body.is_open else (self.table,)

    def search(self) -> None:
        self.filters.field.take_focus()

    def view_state(self) -> dict[str, object]:
        if self._facts is None or self._kept is not None:
            return self._kept.plain() if self._kept else {}
        return Kept(
            wanted=self.wanted,
            views=self.views.own,
            extra=self.views.extra,
            folded=frozenset(self._folded),
            panel=self._body.wanted,
            table=self.table.view_state(),
        ).plain()

    def restore_view(self, state: dict[str, object]) -> None:
        if state:
            self._kept = kept_of(state)
            if self._facts is not None:
                self._come_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.following.is_behind:
            # Nothing is read for a page that may be gone by then.
            self.following.catch_up()

    def _count(self, arranger: Arranger) -> None:
        """The numbers of the head and of the quick filters, for those whose lines are shown."""
        self._header.set_fact(arranger.said(self.wanted.scope))
        self.filters.show_counts(arranger)

    def _show(self, *, anew: bool = False) -> None:
        """Show the lines as they are wanted now."""
        if self._arranger is None:
            return
        facts = self._arranger.facts
        shown = self._arranger.arrange(self.wanted, self._folded)
        self.table.register_model.say_sort(self.wanted.sort)
        with nullcontext() if anew else self.following.later():
            self.table.put(shown, facts.today, anew=anew)
        if anew:
            self.views.show_facts(facts)
        self.views.show_wanted(self.wanted)
        self.table.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _want(self, wanted: Wanted) -> None:
        before = self.wanted
        self.filters.want(wanted)
        if before.group is not wanted.group:
            self._folded.clear()
        self._show()
        if self._arranger is not None and before.scope is not wanted.scope:
            self._count(self._arranger)

    def _come_back(self) -> None:
        """Once the lines are there, go to where the page was left, or was asked to open."""
        kept, self._kept = self._kept, None
        if kept is not None:
            self._folded = set(kept.folded)
            self.views.take(kept.views, kept.extra)
            self._body.want_panel(wanted=kept.panel)
            self._want(kept.wanted)
            self.table.restore(kept.table)
        if self._goal:
            self.open_at(self._goal)
        elif not self.table.place[0] and self.table.lines:
            self.table.go(self.table.lines[0].key, c.TITLE)

    def _bring_into_sight(self, line: Line) -> None:
        """A line that is filtered or folded away is looked at without filters."""
        if line.key not in {each.key for each in self.table.lines}:
            self._folded.clear()
            self._want(self.wanted.showing(of_child=line.item.child is not None))
        self.table.go(line.key)
        self.table.scrollTo(self.table.currentIndex(), MIDDLE)

    def _fold(self, key: str) -> None:
        self._folded ^= {key}
        self._show()

    def _sort(self, column: str, further: bool) -> None:
        self._want(self.wanted.sorted_by(column, further=further))

    def _do_wish(self, wish: str, text: str) -> None:
        match Wish(wish):
            case Wish.STEPS:
                self.following.catch_up()
                self._body.open_panel()
                self.steps.enter()
            case Wish.DETAILS:
                self._body.open_panel()
                self.panel.enter()
            case other:
                self.editor.do(other, text)

    def _ask_step(self, step: str) -> None:
        self._body.open_panel()
        self.steps.take(Step(step))

    def _add_request(self) -> None:
        self.request.begin(self.table.current_line)

    def _go_to_kept(self, facts: Facts) -> None:
        """A request that was just added or changed; what is filtered away is told."""
        entry = facts.register.entry(self.request.take_kept())
        if entry is not None:
            hidden = "" if self.table.go(entry.item.id) else " It is not among the lines shown."
            self._say(f"{entry.item.called} {entry.item.short} is in the register.{hidden}")

    def _filtered(self) -> tuple[Facts | None, list[Line]]:
        arranger = self._arranger
        return self._facts, arranger.lines(self.wanted) if arranger else []

    def _want_unfolded(self, wanted: Wanted) -> None:
        self._folded.clear()
        self._want(wanted)

    def _step_back(self) -> bool:
        """Esc: the form goes, then the selection, then a panel that lies over the register."""
        if self.steps.is_unfolded:
            self.steps.fold()
        elif len(self.table.selected_lines) > 1:
            self.table.select_one()
        elif self._body.step_back(inside=focused_in(self.panel) is not None):
            self.table.setFocus()
        else:
            return False
        return True

    def _close_panel(self) -> None:
        self._body.close_panel()
        self.table.setFocus()

    def _turn_panel(self) -> None:
        if self._body.is_open:
            self._close_panel()
        else:
            self._body.open_panel()

    def _go_to_cell(self, item_id: str, document_id: str) -> None:
        if not self.table.go(key_of(item_id, document_id)):
            self.table.go(key_of(item_id))
        self.table.setFocus()

    def _say(self, sentence: str) -> None:
        self._news.say(sentence)
        self._news.setVisible(bool(sentence))

    def _unsay(self, _changes: Changes) -> None:
        """News of the change before is no news any more."""
        self._say("")

    def _open_menu(self, at: QPoint) -> None:
        self.following.catch_up()
        self._body.open_panel()
        line = self.table.current_line
        open_menu(self, at, self.editor, self.steps, self.request.offers(line))

    def _lay_out(self) -> None:
        self._header.add_action(self.views.button)
        self._header.add_action(self.round.button)
        self._header.add_action(self.request.button)
        self._header.add_action(plain_button("Print register", "printer", self.print_paper))
        left = PageColumn(self._header, self._news, self.request, self.filters, right=12)
        for part in (self.views.naming, self.refusals, Rule(Role.LINE)):
            left.put(part)
        left.put(self.table, 1)
        self._nothing.setContentsMargins(MARGIN, 0, MARGIN, 0)
        left.put(self._nothing, 1)
        left.put(self.bar)
        self.panel.put_steps(self.steps)
        self._body = Body(left, self.panel, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._news.hide()
        self._nothing.hide()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.filters.left_down.connect(self._go_to_found)
        self.table.wished.connect(self._do_wish)
        self.table.sort_wanted.connect(self._sort)
        self.table.fold_wanted.connect(self._fold)
        self.table.menu_wanted.connect(self._open_menu)
        self.views.wanted.connect(self._want)
        self.round.ask(self._want_unfolded, self._ask_step, self._say)
        self.request.begun.connect(self._add_request)
        self.request.left.connect(self.table.setFocus)
        self.taker.said.connect(self._say)
        self.taker.done.connect(self.table.setFocus)
        self.views.details_toggled.connect(self._turn_panel)
        self.views.columns_changed.connect(self._show_columns)
        self.views.column_named.connect(self._name_column)
        self.editor.said.connect(self._say)
        self.editor.refused.connect(self.refusals.show_cells)
        self.editor.began.connect(self.bar.say)
        self.refusals.row_wanted.connect(self._go_to_cell)
        self._connect_panel()
        self._nothing.asked.connect(lambda: self._want(self.wanted.everything()))
        self.desk.hub.changed.connect(self._unsay)
        QShortcut(QKeySequence("F4"), self).activated.connect(self._turn_panel)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self._add_request)

    def _connect_panel(self) -> None:
        self.bar.step_wanted.connect(self._ask_step)
        self.bar.set_wanted.connect(self.editor.set_value)
        self.bar.clear_wanted.connect(self.table.select_one)
        self.steps.unfolded.connect(self.panel.bring_into_sight)
        self.steps.folded.connect(self.table.setFocus)
        self.panel.closed.connect(self._close_panel)
        self.panel.item_wanted.connect(self.open_at)
        self.panel.change_wanted.connect(self.request.change)

    def _show_columns(self) -> None:
        self.table.register_model.name_columns(self.views.titles)
        self.table.show_columns(self.views.extra)

    def _name_column(self, number: int, name: str) -> None:
        inspection_id = self.desk.inspection_id
        self.act(lambda work: own_columns.name_column(work, inspection_id, number, name))

    def _go_to_found(self) -> None:
        self.following.catch_up()
        lines = self.table.lines
        if lines and self.table.current_line is None:
            self.table.go(lines[0].key)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
