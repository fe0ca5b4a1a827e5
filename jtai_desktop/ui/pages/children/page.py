"""Children: what is missing for whom, as a grid of children by kinds of document."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.children import how_many
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.remarks.remark import EVALUATION, FLAG, TALK
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.evaluations.place import EvaluationPlace
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.page_column import MARGIN, RIGHT, PageColumn
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.children import copying, doing
from jtai_desktop.ui.pages.children import facts as reading
from jtai_desktop.ui.pages.children.cells import EVALUATED, OF_CHILD
from jtai_desktop.ui.pages.children.detail import Detail
from jtai_desktop.ui.pages.children.facts import Facts, fact_of
from jtai_desktop.ui.pages.children.foot import Foot
from jtai_desktop.ui.pages.children.grid import ChildrenGrid
from jtai_desktop.ui.pages.children.head_forms import HeadForms
from jtai_desktop.ui.pages.children.requests import RequestsPart
from jtai_desktop.ui.pages.documents.request_doing import kept
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.theme.tokens import Role

REQUESTS = "cqc"


class ChildrenPage(Page[Facts]):
    """`open_at` takes an item by identity or code, “cqc”, or “talk:”, “flag:”, “evaluation:”."""

    DEPENDS = reading.DEPENDS
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._goal = ""
        self._kept: dict[str, object] = {}
        self._header = PageHeader("Children")
        self.forms, self.grid, self.requests = HeadForms(desk), ChildrenGrid(), RequestsPart()
        self.panel, self.foot = Detail(desk), Foot()
        self._middle = QStackedWidget()
        self._copy_grid = plain_button("Copy grid", "copy", self._copy)
        self._add = plain_button("Add a child", "plus", self._begin_adding)
        self._select = plain_button("Selection…", "", self._begin_choosing)
        self._ask = plain_button("Add a request", "plus", self.requests.unfold)
        self._nothing = EmptyState(
            "The selected children stand here, each with nine kinds of document.",
            "Add each by a label and a reference; a name is never needed.",
            "Add a child",
        )
        self._lay_out()
        self._connect()

    @property
    def shown_item(self) -> str:
        """The item that the panel tells of."""
        return self.panel.key

    @property
    def is_list(self) -> bool:
        """Whether the list of the CQC is shown instead of the grid."""
        return self._middle.currentWidget() is self.requests

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        self._whole.show_facts(facts.view)
        self._header.set_fact(fact_of(facts) if facts.children else "")
        self.grid.show_facts(facts)
        self.requests.show_facts(facts)
        self.forms.show_facts(facts)
        self.foot.show_facts(facts, how_many(len(facts.children)))
        if not self.is_list:
            self._middle.setCurrentWidget(self.grid if facts.children else self._nothing)
        if first:
            self._take_up()
        self._show(self._current)

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._facts is None:
            return
        self._goal = ""
        if target.startswith(EVALUATION):
            self._open_evaluation(target.removeprefix(EVALUATION))
            return
        self._whole.close_view()
        by_code = {each.item.code: each.item.id for each in self._facts.case_documents}
        if target == REQUESTS:
            self._turn(listed=True)
        elif target.startswith(TALK):
            self._open_talk(target.removeprefix(TALK))
            return
        elif target.startswith(FLAG):
            self._open_flag(target.removeprefix(FLAG))
            return
        elif self.grid.go(by_code.get(target, target)):
            self._turn(listed=False)
        elif any(each.item.id == target for each in self._facts.requests):
            self._turn(listed=True)
            self.requests.table.choose(target)
        self._show(self._current)

    def parts(self) -> tuple[QWidget, ...]:
        if self._whole.is_open:
            return self._whole.parts()
        return (self, self.panel) if self._body.is_open else (self,)

    def view_state(self) -> dict[str, object]:
        if self._facts is None:
            return dict(self._kept)
        return {
            "current": self.grid.current,
            "list": self.is_list,
            "panel": self._body.wanted,
            "requests": self.requests.table.view_state(),
        }

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up()
            self._show(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        super().keyPressEvent(event)

    @property
    def _current(self) -> str:
        return self.requests.table.current_key if self.is_list else self.grid.current

    def _take_up(self) -> None:
        """Where one was the last time, or what was asked for."""
        kept = self._kept
        requests, current = kept.get("requests"), kept.get("current")
        if isinstance(requests, dict):
            self.requests.table.restore(requests)
        if isinstance(current, str):
            self.grid.go(current)
        if kept:
            self._body.want_panel(wanted=kept.get("panel") is not False)
        self._turn(listed=kept.get("list") is True)
        if self._goal:
            self.open_at(self._goal)

    def _show(self, key: str) -> None:
        """Tell of one item in the panel, or of a child, with its first document above it."""
        if self._facts is None:
            return
        if key.startswith((OF_CHILD, EVALUATED)):
            entries = self._facts.of_child(key.partition(":")[2])
            self.panel.tell_of(self._facts, entries[0] if entries else None)
            child = self.panel.child
            self.panel.bring_into_sight(
                child.talks if key.startswith(OF_CHILD) else child.evaluation
            )
        else:
            self.panel.tell_of(self._facts, self._entry(key))

    def _entry(self, item_id: str) -> Entry | None:
        return self._facts.register.entry(item_id) if self._facts is not None else None

    def _open(self, item_id: str) -> None:
        if item_id.startswith(EVALUATED):
            self._go_to_evaluation(item_id.removeprefix(EVALUATED), "")
            return
        self._show(item_id)
        self._body.open_panel()
        if item_id.startswith(OF_CHILD):
            self.panel.child.talks.enter()
        else:
            self.panel.enter_steps()

    def _turn_print(self, item_id: str) -> None:
        entry = self._entry(item_id)
        if entry is not None:
            self.act(doing.turn_print(self.desk.inspection_id, entry))

    def _begin_adding(self) -> None:
        self._turn(listed=False)
        self.forms.begin_adding()

    def _open_talk(self, person_id: str) -> None:
        """The conversation with somebody, in the panel of their child."""
        people = self._facts.view.people if self._facts is not None else ()
        child = next((each.child_id for each in people if each.id == person_id), "")
        if child and self._facts is not None and child not in self._facts.by_child:
            self._begin_choosing()
            self.forms.choosing.apart.enter()
            return
        if child and self.grid.go(f"{OF_CHILD}{child}"):
            self._turn(listed=False)
            self._body.open_panel()
            self.panel.child.talks.choose(person_id)

    def _open_flag(self, flag_id: str) -> None:
        """An “act now” flag, in the panel of its child."""
        flags = self._facts.view.flags if self._facts is not None else ()
        child = next((each.child_id for each in flags if each.id == flag_id), "")
        if child and self.grid.go(f"{EVALUATED}{child}"):
            self._turn(listed=False)
            self._body.open_panel()
            self.panel.child.flags.choose(flag_id)

    def _go_to_evaluation(self, child_id: str, evaluation_id: str) -> None:
        """The way back with Alt+Left leads to the cell that one was at."""
        wanted = evaluation_id or self._whole.joint_of(child_id)
        if wanted:
            self.desk.go.emit("children", self.grid.current)
            self.desk.go.emit("children", f"{EVALUATION}{wanted}")
            self._open_evaluation(wanted)

    def _open_evaluation(self, evaluation_id: str) -> None:
        child = self._whole.open_at(evaluation_id)
        if child:
            self.grid.go(f"{EVALUATED}{child}")

    def _leave_evaluation(self, child_id: str) -> None:
        self._turn(listed=False)
        self.grid.go(f"{EVALUATED}{child_id}")
        self.grid.setFocus()

    def _begin_choosing(self) -> None:
        self._turn(listed=False)
        self.forms.begin_choosing()

    def _add_request(self) -> None:
        form = self.requests.form
        act_as_typed(
            self.desk.hub,
            form,
            lambda: kept(self.desk.inspection_id, form.item, form.request()),
            lambda _changes: self.requests.fold() if form.item else form.begin(),
        )

    def _change_request(self, item: Item) -> None:
        self._turn(listed=True)
        self.requests.form.change(item)

    def _copy(self) -> None:
        if self._facts is not None:
            copying.copy(self._facts)

    def _turn(self, *, listed: bool) -> None:
        """The grid, or the list of the CQC."""
        grid = self.grid if self._facts is not None and self._facts.children else self._nothing
        self._middle.setCurrentWidget(self.requests if listed else grid)
        self.foot.show_turned(listed=listed)
        for button in (self._copy_grid, self._select, self._add):
            button.setVisible(not listed)
        self._ask.setVisible(listed)
        self._show(self._current)

    def _turn_over(self) -> None:
        self._turn(listed=not self.is_list)
        self._ring_back()

    def _step_back(self) -> bool:
        """Esc: the form goes, then the ring leaves the panel, which goes where it lies over."""
        inside = self.panel.has_ring
        if self.panel.fold():
            return True
        if self._body.step_back(inside=inside):
            self._ring_back()
            return True
        return False

    def _close_panel(self) -> None:
        self._body.close_panel()
        self._ring_back()

    def _ring_back(self) -> None:
        if self._whole.is_open:
            return
        if self.is_list:
            self.requests.take_focus()
        elif self._facts is not None and not self._facts.children:
            (self._nothing.button or self._nothing).setFocus()
        else:
            self.grid.setFocus()

    def _go_to_item(self, item_id: str) -> None:
        """A link of the panel: to another cell here, or to the register."""
        entry = self._entry(item_id)
        if entry is not None and entry.item.child is not None:
            self.open_at(item_id)
        else:
            self.desk.go.emit("documents", item_id)

    def _lay_out(self) -> None:
        for button in (self._copy_grid, self._select, self._add, self._ask):
            self._header.add_action(button)
        left = PageColumn(self._header, self.forms)
        left.put(Rule(Role.LINE))
        for shown in (self.grid, self.requests, self._nothing):
            self._middle.addWidget(shown)
        for inset in (self.requests, self._nothing):
            inset.setContentsMargins(MARGIN, 0, RIGHT, 0)
        left.put(self._middle, 1)
        left.put(self.foot)
        self._body = Body(left, self.panel, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._whole = EvaluationPlace(self.desk, self._body)
        whole.addWidget(self._whole)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.grid.chosen.connect(self._show)
        self.grid.opened.connect(self._open)
        self.grid.printed.connect(self._turn_print)
        self.grid.copy_wanted.connect(self._copy)
        self.requests.chosen.connect(self._show)
        self.requests.opened.connect(self._open)
        self.requests.wanted.connect(self._add_request)
        self.forms.left.connect(self._ring_back)
        self._nothing.asked.connect(self._begin_adding)
        self._whole.left.connect(self._leave_evaluation)
        self.panel.child.evaluation_wanted.connect(self._go_to_evaluation)
        self.foot.turned.connect(self._turn_over)
        self.panel.left.connect(self._ring_back)
        self.panel.closed.connect(self._close_panel)
        self.panel.item_wanted.connect(self._go_to_item)
        self.panel.change_wanted.connect(self._change_request)
