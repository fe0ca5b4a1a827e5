"""FindingsPage: a head with a switch, and the part that was chosen below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.pages.documents.panel.files import files_of
from jtai_desktop.ui.pages.findings import facts as reading
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.head import Head
from jtai_desktop.ui.pages.findings.part import Part
from jtai_desktop.ui.pages.findings.parts import PARTS, PLAN, part_for
from jtai_desktop.ui.pages.findings.taking import Taking
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.tokens import Role

MARGIN, RIGHT = 20, 16


class FindingsPage(Page[Facts]):
    """`open_at` takes the identity of a finding, “letter:” or “action:” with one, or a part."""

    DEPENDS = frozenset(
        {
            Kind.FINDING,
            Kind.LETTER,
            Kind.ACTION,
            Kind.DOCUMENT,
            Kind.CONTACT,
            Kind.AGENCY,
            Kind.INSPECTION,
            Kind.CLOSURE,
            Kind.SETTING,
        }
    )
    FOLLOWS_CLOCK = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._goal = ""
        self._kept: dict[str, object] = {}
        self._made: dict[str, Part] = {}
        titles = [(each.key, each.title) for each in PARTS]
        self._head, self._banner = Head("Findings, actions", titles), Banner()
        self._stack = QStackedWidget()
        self.taking = Taking(desk, lambda: self)
        self._lay_out()
        self._connect()
        self.turn(PARTS[0].key)
        self.setAcceptDrops(True)

    @property
    def shown_key(self) -> str:
        """Which part is shown."""
        return self._head.chosen

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self._made[self.shown_key]

    def read(self, workspace: Workspace) -> Facts:
        return reading.read(workspace, self.desk.inspection_id, planned=PLAN in self._made)

    def show_facts(self, facts: Facts) -> None:
        first, self._facts = self._facts is None, facts
        self.taking.facts = facts
        if first:
            self._take_up()
        for part in self._made.values():
            part.show_facts(facts)
        self._say_fact()
        if self._goal:
            self.open_at(self._goal)

    def open_at(self, target: str) -> None:
        self._goal = target
        if self._facts is None or not target:
            return
        self._goal = ""
        self.turn(part_for(target))
        self.part.open_at(target)

    def print_paper(self) -> None:
        self.desk.go.emit("papers", self.part.paper)

    def parts(self) -> tuple[QWidget, ...]:
        side = self.part.side()
        return (self, side) if side is not None else (self,)

    def search(self) -> None:
        self.part.search()

    def view_state(self) -> dict[str, object]:
        if self._facts is None:
            return dict(self._kept)
        found: dict[str, object] = {**self._kept, "part": self.shown_key}
        for key, part in self._made.items():
            found[f"of {key}"] = part.view_state()
        return found

    def restore_view(self, state: dict[str, object]) -> None:
        self._kept = dict(state)
        if self._facts is not None and state:
            self._take_up()

    def turn(self, key: str) -> None:
        """Show another part."""
        self._head.choose(key)
        had_ring = focused_in(self._stack) is not None
        part = self._made.get(key) or self._make(key)
        self._stack.setCurrentWidget(part)
        if had_ring:
            part.ring().setFocus()
        for each in self._made.values():
            for action in each.in_head:
                action.setVisible(each is part)
        self._head.arrange()
        self.setFocusProxy(part.ring())
        self._say_fact()

    def tell(self, sentence: str) -> None:
        """A line of news under the head; an empty one takes it away."""
        self._banner.say(sentence)
        self._banner.setVisible(bool(sentence))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A letter may be dropped anywhere on the page."""
        if files_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """The letter dropped is read; it stays where it is."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.taking.read(files_of(event.mimeData())[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.part.step_back():
            return
        super().keyPressEvent(event)

    def _make(self, key: str) -> Part:
        entry = next(each for each in PARTS if each.key == key)
        part = self._made[key] = entry.make(self.desk)
        self._stack.addWidget(part)
        for action in part.in_head:
            self._head.add_action(action)
        part.asked.connect(self.taking.begin)
        part.said.connect(self.tell)
        if self._facts is not None and part.lacks(self._facts):
            self.refresh()
        elif self._facts is not None:
            part.show_facts(self._facts)
        self._restore(key, part)
        return part

    def _take_up(self) -> None:
        """Where one was the last time."""
        key = self._kept.get("part")
        for made, part in self._made.items():
            self._restore(made, part)
        if isinstance(key, str) and self._head.has(key) and not self._goal:
            self.turn(key)

    def _restore(self, key: str, part: Part) -> None:
        state = self._kept.get(f"of {key}")
        if isinstance(state, dict):
            part.restore_view(state)

    def _choose(self, key: str) -> None:
        self.turn(key)
        self.part.ring().setFocus()

    def _say_fact(self) -> None:
        if self._facts is not None:
            self._head.set_fact(self.part.fact or self._facts.fact)

    def _unsay(self, _changes: Changes) -> None:
        """News of the change before is no news any more."""
        self.tell("")

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, RIGHT, 0)
        head.setSpacing(0)
        for part in (self._head, Rule(Role.INK), self._banner):
            head.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        below = QHBoxLayout()
        below.addWidget(self._stack)
        whole.addLayout(below, 1)
        self._banner.hide()

    def _connect(self) -> None:
        self._head.turned.connect(self._choose)
        self.taking.said.connect(self.tell)
        self.desk.hub.changed.connect(self._unsay)
