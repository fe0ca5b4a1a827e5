"""SelfEvaluationPage: bars by group, the list of criteria and markers, the answers of one."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.remarks.self_evaluation import REMARKS
from jtai_desktop.domain.self_evaluation.answer import DOCUMENT
from jtai_desktop.services import self_evaluation
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.evaluations.answers import turns
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.self_evaluation import facts as reading
from jtai_desktop.ui.pages.self_evaluation.bars import GroupBars
from jtai_desktop.ui.pages.self_evaluation.facts import Facts
from jtai_desktop.ui.pages.self_evaluation.filters import FilterLine
from jtai_desktop.ui.pages.self_evaluation.panel import PointPanel
from jtai_desktop.ui.pages.self_evaluation.rows import COLUMNS, SECTION, Quick, rows_of
from jtai_desktop.ui.pages.self_evaluation.trip import SelfTrip
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

MARGIN, RIGHT = 20, 16
DEPENDS = {
    Kind.SELF_EVALUATION,
    Kind.AUDIT,
    Kind.DOCUMENT,
    Kind.ITEM,
    Kind.AGENCY,
    Kind.INSPECTION,
    Kind.SETTING,
}
NOTHING = "Nothing here. Press “All”, or clear what is typed."


class SelfEvaluationPage(Page[Facts]):
    """`open_at` takes the key of a criterion or marker, or “remarks”."""

    DEPENDS = frozenset(DEPENDS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._chosen = self._goal = ""
        self._kept: dict[str, object] = {}
        self._header, self._banner = PageHeader("Self-evaluation"), Banner()
        self.bars, self.filters = GroupBars(), FilterLine()
        self.table = RowTable(COLUMNS, "Criteria and markers")
        self._nothing = Words(NOTHING, ink=Role.INK2, wrap=True)
        self.panel = PointPanel(desk)
        self.trip = SelfTrip(desk, self)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> str:
        """The criterion or marker that the panel is about."""
        return self._chosen

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id)

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        self._header.set_fact(facts.fact)
        self.bars.show_groups(facts.found.groups)
        self.filters.show_counts(facts)
        self.trip.show_facts(facts)
        if first:
            self._take_up(facts)
        if self._goal:
            self.open_at(self._goal)
        else:
            self._arrange()

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._facts is None or not target:
            return
        self._goal = ""
        if target == REMARKS:
            self.filters.want(Quick.REMARKS)
        elif self._facts.entry(target):
            self.filters.want(Quick.ALL)
            self._chosen = target
        self._arrange()

    def print_paper(self) -> None:
        self.desk.go.emit("papers", "self-evaluation")

    def parts(self) -> tuple[QWidget, ...]:
        return (self, self.panel) if self._body.is_open else (self,)

    def search(self) -> None:
        self.filters.field.take_focus()

    def view_state(self) -> dict[str, object]:
        if self._facts is None:
            return dict(self._kept)
        return {
            "chosen": self._chosen,
            "quick": self.filters.quick.value,
            "panel": self._body.wanted,
            "rows": self.table.view_state(),
        }

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up(self._facts)
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if turns(event):
            self._step(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table would take these keys for itself."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and turns(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _take_up(self, facts: Facts) -> None:
        """Where one was the last time."""
        kept, self._kept = self._kept, {}
        chosen, quick, rows = kept.get("chosen"), kept.get("quick"), kept.get("rows")
        known = isinstance(chosen, str) and facts.entry(chosen) is not None
        first = next((each.point.key for each in facts.found.every), "")
        self._chosen = str(chosen) if known else self._chosen or first
        if isinstance(quick, str) and quick in tuple(Quick):
            self.filters.want(Quick(quick))
        if isinstance(rows, dict):
            self.table.restore(rows)
        if kept:
            self._body.want_panel(wanted=kept.get("panel") is not False)

    def _arrange(self) -> None:
        """The rows that filter and words let through; the chosen one stays where it can."""
        if self._facts is None:
            return
        rows = rows_of(self._facts, self.filters.quick, self.filters.typed)
        # The row that was the current one before is no choice of a person’s.
        self.table.blockSignals(True)
        self.table.set_rows(rows)
        self.table.blockSignals(False)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        keys = [row.key for row in rows if not row.section]
        if self._chosen not in keys and keys and self.panel.too_long is None:
            self._chosen = keys[0]
        self.table.choose(self._chosen)
        self.panel.show_point(self._facts, self._chosen)

    def _mark(self, key: str) -> None:
        """The ring moved: tell of another point, unless a text can’t be kept."""
        if self._facts is None or not key or key.startswith(SECTION) or key == self._chosen:
            return
        stuck = self.panel.too_long
        if stuck is not None:
            stuck.field.ask()
            self.table.choose(self._chosen)
            stuck.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._chosen = key
        self.panel.show_point(self._facts, key)

    def _open(self, key: str) -> None:
        """Enter: the panel, and the joint text."""
        if key.startswith(SECTION):
            return
        self._mark(key)
        self._body.open_panel()
        self.panel.enter()

    def _step(self, way: int) -> None:
        keys = [row.key for row in self.table.rows if not row.section]
        if not keys:
            return
        at = keys.index(self._chosen) + way if self._chosen in keys else 0
        key = keys[max(0, min(len(keys) - 1, at))]
        self._mark(key)
        self.table.choose(self._chosen)

    def _go_to_group(self, name: str) -> None:
        if self._facts is None:
            return
        group = next((each for each in self._facts.found.groups if each.name == name), None)
        if group is not None:
            self.open_at(group.entries[0].point.key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, target: str) -> None:
        """Where the document stands in the register."""
        item = self._facts.items.get(target.removeprefix(DOCUMENT)) if self._facts else None
        if item:
            self.desk.go.emit("documents", item)

    def _agree_shown(self) -> None:
        """After a meeting: the answers that count of all drafts in sight, as one step."""
        if self._facts is None:
            return
        self.panel.ask()
        entries = [self._facts.entry(row.key) for row in self.table.rows if not row.section]
        counting = [
            (each.point.key, each.stands_for_all.agency)
            for each in entries
            if each and not each.point.is_retired and each.stands_for_all
            if not each.stands_for_all.agreed
        ]
        inspection = self.desk.inspection_id
        self.desk.hub.act(
            lambda workspace: self_evaluation.agree_all(workspace, inspection, counting),
            None,
            self._tell,
        )

    def _ask_new(self) -> None:
        if self._facts is not None:
            self._body.open_panel()
            self.panel.point.ask_new(tuple(each.name for each in self._facts.found.groups))

    def _step_back(self) -> bool:
        """Esc: the form goes, then the ring leaves the panel, which goes where it lies over."""
        if self.panel.step_back() or self._body.step_back(inside=self.panel.has_ring):
            self.table.setFocus()
            return True
        return False

    def _close_panel(self) -> None:
        self.panel.ask()
        self._body.close_panel()
        self.table.setFocus()

    def _tell(self, sentence: str) -> None:
        self._banner.say(sentence)
        self._banner.setVisible(bool(sentence))

    def _unsay(self, _changes: Changes) -> None:
        """News of the change before is no news any more."""
        self._tell("")

    def _lay_out(self) -> None:
        for button in self.trip.buttons:
            self._header.add_action(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, 0, RIGHT, 8)
        column.setSpacing(0)
        for part in (self._header, Rule(Role.INK), self._banner, self.bars, self.filters):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._body = Body(left, self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._banner.hide()
        self._nothing.hide()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._mark)
        self.table.row_activated.connect(self._open)
        self.table.installEventFilter(self)
        self.filters.changed.connect(self._arrange)
        self.filters.left_down.connect(self.table.setFocus)
        self.bars.wanted.connect(self._go_to_group)
        self.panel.closed.connect(self._close_panel)
        self.panel.opened.connect(self._follow)
        self.trip.said.connect(self._tell)
        self.trip.new_wanted.connect(self._ask_new)
        self.trip.agree_wanted.connect(self._agree_shown)
        self.desk.hub.changed.connect(self._unsay)
