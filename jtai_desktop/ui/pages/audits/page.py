"""AuditsPage: what each team owes for each case, and what is written down of an audit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.changes import Changes
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.line_form import fill
from jtai_desktop.ui.kit.page_column import MARGIN, RIGHT, PageColumn
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.pages.audits import copying
from jtai_desktop.ui.pages.audits import facts as reading
from jtai_desktop.ui.pages.audits.entries_view import EntriesView
from jtai_desktop.ui.pages.audits.facts import Facts, fact_of, first_late, named
from jtai_desktop.ui.pages.audits.form_trip import AuditTrip
from jtai_desktop.ui.pages.audits.head_forms import HeadForms
from jtai_desktop.ui.pages.audits.kept_parts import AuditPart
from jtai_desktop.ui.pages.audits.matrix import MatrixGrid
from jtai_desktop.ui.pages.audits.panel import AuditPanel
from jtai_desktop.ui.pages.audits.tabs import Tab, Tabs
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

NONE = "Audits that the partnership holds of a few cases stand here: who owes which return."
WHAT_TO_DO = "Begin one by its theme; cases and teams follow, each case by a reference alone."
BARE = "Each case stands in a row, each team in a column."
NEXT = "Add the cases and the teams that are asked. Then every team owes a return for every case."


class AuditsPage(Page[Facts]):
    """`open_at` takes the identity of a return or of an audit, or the key of a part."""

    DEPENDS = reading.DEPENDS
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._audit = self._goal = ""
        self._kept: dict[str, object] = {}
        self._panel_wanted = True
        self._beside: bool | None = None
        self._header, self._banner = PageHeader("Case audits"), Banner()
        self.which = QComboBox()
        self.forms, self.tabs, self.grid = HeadForms(desk), Tabs(), MatrixGrid()
        self.entries = {part: EntriesView(desk, part) for part in Part}
        self.about, self.panel = AuditPart(desk), AuditPanel(desk)
        self.empty = EmptyState(NONE, WHAT_TO_DO, "Begin an audit")
        self.bare = EmptyState(BARE, NEXT, "Add a case")
        self._middle = QStackedWidget()
        self.trip = AuditTrip(desk, self)
        self.add = plain_button("Add", "plus")
        self._adding = QMenu(self.add)
        self.add.setMenu(self._adding)
        self._lay_out()
        self._connect()

    @property
    def standing(self) -> Standing | None:
        """The audit that is shown."""
        return self._facts.chosen(self._audit) if self._facts else None

    @property
    def tab(self) -> Tab:
        """Which part of it."""
        return self.tabs.chosen

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        if first:
            self._take_up()
        self._show()
        if self._goal:
            self.open_at(self._goal)

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._facts is None or not target:
            return
        self._goal = ""
        of_return = self._facts.with_return(target)
        if of_return is not None:
            self._choose_audit(of_return.audit.id)
            self._turn(Tab.RETURNS)
            self.grid.go(target)
        elif self._facts.audits.of(target):
            self._choose_audit(target)
        elif target in set(Tab):
            self._turn(Tab(target))
        self._tell(self.grid.current)

    def print_paper(self) -> None:
        self.desk.go.emit("papers", "audit-report")

    def parts(self) -> tuple[QWidget, ...]:
        return (self, self.panel) if self._body.is_open else (self,)

    def view_state(self) -> dict[str, object]:
        if self._facts is None:
            return dict(self._kept)
        return {
            "audit": self._audit,
            "tab": self.tab.value,
            "current": self.grid.current,
            "panel": self._panel_wanted,
        }

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up()
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        super().keyPressEvent(event)

    def _take_up(self) -> None:
        """Where one was the last time, else on the first return that is late."""
        kept, self._kept = self._kept, {}
        self._audit = str(kept.get("audit") or self._audit)
        standing = self.standing
        if standing is not None:
            self.grid.show_audit(standing)
            late = first_late(standing)
            here = kept.get("current")
            if not (isinstance(here, str) and self.grid.go(here)) and late is not None:
                self.grid.go(late.found.id)
        if kept:
            self._panel_wanted = kept.get("panel") is not False
            if kept.get("tab") in set(Tab):
                self.tabs.choose(Tab(str(kept["tab"])))

    def _show(self) -> None:
        facts, standing = self._facts, self.standing
        if facts is None:
            return
        every = facts.audits.standing
        self._header.set_fact(fact_of(standing) if standing else "")
        self.which.setVisible(len(every) > 1)
        for part in (self.tabs, self.trip.button, self.trip.report, self.add):
            part.setVisible(standing is not None)
        if standing is None:
            self._audit = ""
            self.forms.show_audit("", facts.view.agencies)
        else:
            self._audit = standing.audit.id
            fill(self.which, [(each.audit.id, named(each)) for each in every])
            self.which.setCurrentIndex(self.which.findData(self._audit))
            self._show_audit(facts, standing)
        self._turn(self.tab)

    def _show_audit(self, facts: Facts, standing: Standing) -> None:
        self.forms.show_audit(standing.audit.id, facts.view.agencies)
        self.trip.show_audit(standing.audit)
        self.tabs.show_audit(standing)
        self.grid.show_audit(standing)
        self.about.show_audit(standing.audit)
        for view in self.entries.values():
            view.show_audit(standing, facts.taken_up)
        self._tell(self.grid.current)

    def _choose_audit(self, audit_id: str) -> None:
        if audit_id and audit_id != self._audit:
            self._audit = audit_id
            self._show()

    def _turn(self, tab: Tab) -> None:
        """Show a part; the panel stands beside the returns only."""
        self.tabs.choose(tab)
        standing = self.standing
        if standing is None:
            shown: QWidget = self.empty
        elif tab is Tab.RETURNS:
            audit = standing.audit
            shown = self.grid if audit.cases and audit.teams else self.bare
            if self.bare.button is not None:
                self.bare.button.setText("Add a team" if audit.cases else "Add a case")
        else:
            shown = self._about if tab is Tab.AUDIT else self.entries[Part(tab.value)]
        self._middle.setCurrentWidget(shown)
        self._show_panel(beside=shown is self.grid and self._panel_wanted)
        self.setFocusProxy(shown if shown is self.grid else self.tabs.buttons[tab])

    def _show_panel(self, *, beside: bool) -> None:
        """A panel that was opened over a narrow window stays where nothing turned."""
        if beside is not self._beside:
            self._beside = beside
            self._body.want_panel(wanted=beside)

    def _tell(self, key: str) -> None:
        standing = self.standing
        if self._facts is not None and standing is not None and key:
            self.panel.show_key(self._facts, standing, key)

    def _open(self, key: str) -> None:
        """Enter: the panel, and what can be done there."""
        self._tell(key)
        self._panel_wanted = self._beside = True
        self._body.open_panel()
        self.panel.enter()

    def _copy(self) -> None:
        standing = self.standing
        if standing is not None:
            copying.copy(standing)

    def _turn_to(self, tab: str) -> None:
        self._turn(Tab(tab))

    def _say(self, sentence: str) -> None:
        self._banner.say(sentence)
        self._banner.setVisible(bool(sentence))

    def _unsay(self, _changes: Changes) -> None:
        """News of the change before is no news any more."""
        self._say("")

    def _begin_audit(self) -> None:
        self.forms.unfold(self.forms.audit)

    def _begin_case(self) -> None:
        self.forms.unfold(self.forms.case)

    def _begin_what_lacks(self) -> None:
        standing = self.standing
        if standing is not None and standing.audit.cases:
            self._begin_team()
        else:
            self._begin_case()

    def _begin_team(self) -> None:
        self.forms.unfold(self.forms.team)

    def _begun(self, audit_id: str) -> None:
        self._audit = audit_id
        self._turn(Tab.RETURNS)
        self.refresh()

    def _step_back(self) -> bool:
        """Esc: a form goes, then the ring leaves the panel, which goes where it lies over."""
        inside = self.panel.has_ring
        folded = self.panel.fold() or self.forms.fold()
        folded = folded or any(view.fold() for view in self.entries.values())
        if folded or self._body.step_back(inside=inside):
            self._ring_back()
            return True
        return False

    def _close_panel(self) -> None:
        if self._body.is_beside:
            self._panel_wanted = self._beside = False
        self._body.close_panel()
        self._ring_back()

    def _ring_back(self) -> None:
        if self._middle.currentWidget() is self.grid:
            self.grid.setFocus()
        elif self._middle.currentWidget() is self.empty:
            (self.empty.button or self.empty).setFocus()
        else:
            self.tabs.buttons[self.tab].setFocus()

    def _lay_out(self) -> None:
        self.which.setAccessibleName("Which audit")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.which.setSizeAdjustPolicy(policy)
        self.which.setMinimumContentsLength(20)
        for part in (self.which, self.add, self.trip.button, self.trip.report):
            self._header.add_action(part)
        for words, begin in (
            ("Add a &case", self._begin_case),
            ("Add a &team", self._begin_team),
            ("&Begin another audit", self._begin_audit),
        ):
            self._adding.addAction(words, begin)
        left = PageColumn(self._header, self._banner, self.forms, self.tabs)
        left.put(Rule(Role.LINE))
        self._about = Scroll(follows=True)
        self._about.setFrameShape(Scroll.Shape.NoFrame)
        self._about.setWidget(self.about)
        for shown in (self.grid, self._about, self.empty, self.bare, *self.entries.values()):
            self._middle.addWidget(shown)
        for inset in (self.empty, self.bare, *self.entries.values()):
            inset.setContentsMargins(MARGIN, 0, RIGHT, 0)
        left.put(self._middle, 1)
        self._body = Body(left, self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._banner.hide()
        self.which.hide()
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.which.activated.connect(
            lambda _at: self._choose_audit(str(self.which.currentData() or ""))
        )
        self.tabs.turned.connect(self._turn_to)
        self.trip.said.connect(self._say)
        for view in self.entries.values():
            view.said.connect(self._say)
        self.desk.hub.changed.connect(self._unsay)
        self.grid.chosen.connect(self._tell)
        self.grid.opened.connect(self._open)
        self.grid.copy_wanted.connect(self._copy)
        self.panel.closed.connect(self._close_panel)
        self.panel.left.connect(self._ring_back)
        self.forms.left.connect(self._ring_back)
        self.forms.begun.connect(self._begun)
        self.empty.asked.connect(self._begin_audit)
        self.bare.asked.connect(self._begin_what_lacks)
