"""The side of the page that tells of one document: the panel, its steps, and the child."""

from PySide6.QtCore import Signal

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.pages.children.child_part import ChildPart
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.documents.panel.panel import DetailPanel
from jtai_desktop.ui.pages.documents.steps_doing import taken
from jtai_desktop.ui.pages.documents.steps_offers import Selection
from jtai_desktop.ui.pages.documents.steps_panel import StepsPanel
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole


class Detail(DetailPanel):
    """The panel of the register with the child below; `left` follows when the ring should go."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps, self.child = StepsPanel(), ChildPart(desk)
        self.in_documents = LinkButton("Open in Documents", FontRole.LABEL)
        self._told_of: Facts | None = None
        self.put_steps(self.steps)
        self.put_more(self.child)
        self.put_more(self.in_documents)
        self.steps.taken.connect(self._take)
        self.child.unfolded.connect(self.bring_into_sight)
        self.child.left.connect(self.left)
        self.steps.unfolded.connect(self.bring_into_sight)
        self.steps.folded.connect(self.left)
        self.document_chosen.connect(lambda _document: self._offer())
        self.in_documents.clicked.connect(lambda: desk.go.emit("documents", self.key))

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    def tell_of(self, facts: Facts, entry: Entry | None) -> None:
        """Tell of one item, or of nothing."""
        self._told_of = facts
        if entry is None:
            self.clear()
            return
        self.show_entry(facts.view, entry)
        self.child.show_child(facts, entry)
        self._offer()

    def enter_steps(self) -> None:
        """The ring on the first step, else on what else can be done."""
        if self.steps.isVisibleTo(self):
            self.steps.enter()
        else:
            self.enter()

    def fold(self) -> bool:
        """Put an unfolded form away; whether there was one."""
        unfolded = self.steps.is_unfolded
        self.steps.fold()
        return unfolded or self.child.fold()

    def _offer(self) -> None:
        if self._told_of is not None:
            self.steps.show_selection(self._selection(), self._told_of.view.now)

    def _selection(self) -> Selection:
        """The line of the document that is shown."""
        lines = self._told_of.lines if self._told_of is not None else ()
        mine = [each for each in lines if each.item.id == self.key]
        same = [each for each in mine if each.document == self.document]
        return Selection(tuple((same or mine)[:1]))

    def _take(self, step: str, said: object) -> None:
        hub, act = self.desk.hub, taken(self.desk.inspection_id, step, self._selection(), said)

        def done(_changes: Changes) -> None:
            self.steps.fold()
            self.left.emit()

        def refused(sentence: str) -> None:
            if self.steps.is_unfolded:
                self.steps.refuse(Problem(act.place, sentence))
            else:
                hub.refused.emit(sentence)

        hub.act(act, done, refused)
