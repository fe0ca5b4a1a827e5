"""The panel: what a point asks, the joint answer, and beside one another what agencies say."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.self_evaluation.answer import JOINT
from jtai_desktop.ui.evaluations.answers import AnswerPart
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.self_evaluation.answer_part import AnswerView
from jtai_desktop.ui.pages.self_evaluation.facts import Facts
from jtai_desktop.ui.pages.self_evaluation.folding import Fold
from jtai_desktop.ui.pages.self_evaluation.forms import AgencyForm
from jtai_desktop.ui.pages.self_evaluation.point_part import PointPart
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE, ACROSS, GAP = 460, 2, 14
NOBODY = "No agency has answered on its own. One answer for all may be enough."


class PointPanel(QWidget):
    """Keeps what is being typed while the same point is shown again."""

    closed = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: Facts | None = None
        self.key = ""
        # Agencies whose column stands there before anything is kept in it.
        self._begun: list[str] = []
        self._heading = OneLine("", FontRole.LABEL, Role.INK2)
        self._close = LinkButton("Close, Esc", FontRole.LABEL)
        self.point, self.joint = PointPart(desk), AnswerView(desk, across=2)
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self._own_head = PanelHeading("What each agency says")
        self.more = self._own_head.add_link("Add an agency…")
        self.fold = Fold(desk)
        self._nobody = Words(NOBODY, FontRole.LABEL, Role.INK2, wrap=True)
        self.columns: list[AnswerView] = []
        self._beside = QWidget()
        self._grid = QGridLayout(self._beside)
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def has_ring(self) -> bool:
        """Whether one is in the panel."""
        return focused_in(self) is not None

    @property
    def views(self) -> tuple[AnswerView, ...]:
        """The joint answer, then those of agencies that are shown."""
        return (self.joint, *(each for each in self.columns if not each.isHidden()))

    @property
    def too_long(self) -> AnswerPart | None:
        """A text that can’t be kept as it is; nobody should leave it."""
        parts = (part for view in self.views for part in view.block.parts)
        return next((each for each in parts if each.too_long), None)

    def show_point(self, facts: Facts, key: str) -> None:
        """Tell of one point."""
        entry = facts.entry(key)
        self.setEnabled(entry is not None)
        if entry is None:
            return
        if key != self.key:
            self.ask()
            self._begun = []
            self.fold.fold()
            self._problem.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self._facts, self.key, point = facts, key, entry.point
        paragraph = f", ¶{point.paragraph}" if point.paragraph else ""
        self._heading.setText(f"{point.called}{paragraph}, {point.group}")
        self.point.show_entry(entry)
        self.joint.show_answer(facts, entry, JOINT)
        kept = [each.agency for each in entry.own]
        shown = [*kept, *(each for each in self._begun if each not in kept)]
        self._show_columns(len(shown))
        for view, agency in zip(self.columns, shown, strict=False):
            view.show_answer(facts, entry, agency)
        self._nobody.setVisible(not shown)
        self.more.setVisible(not point.is_retired and len(shown) < len(facts.agencies))
        self.setAccessibleName(f"Details: {point.called}")

    def enter(self) -> None:
        """Put the ring on the joint text."""
        self.joint.enter()

    def ask(self) -> None:
        """Keep what was typed."""
        for view in self.views:
            view.ask()

    def step_back(self) -> bool:
        """Put an unfolded form away; whether there was one."""
        evidence = [view.evidence.fold for view in self.views]
        return any(each.fold() for each in (self.fold, self.point.fold, *evidence))

    def ask_agency(self) -> None:
        """Another agency answers beside the others."""
        if self._facts is None:
            return
        shown = {each.agency for each in self.views}
        offered = [(k, name) for k, name in self._facts.agencies.items() if k not in shown]
        form = AgencyForm(offered)
        form.call("Which agency answers on its own?")
        self.fold.begin(form, lambda: self._begin(form.agency))

    def _begin(self, agency: str) -> None:
        self.fold.fold()
        if self._facts is not None and agency:
            self._begun.append(agency)
            self.show_point(self._facts, self.key)
            view = next(each for each in self.columns if each.agency == agency)
            view.enter()
            self._bring_into_sight(view)

    def _show_columns(self, number: int) -> None:
        while len(self.columns) < number:
            view, at = AnswerView(self._desk), len(self.columns)
            view.setParent(self._beside)
            self._connect_view(view)
            self.columns.append(view)
            self._grid.addWidget(view, at // ACROSS, at % ACROSS)
        for at, view in enumerate(self.columns):
            if at >= number:
                view.ask()
            view.setVisible(at < number)

    def _refused(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
        self._bring_into_sight(self._problem)

    def _bring_into_sight(self, part: QWidget) -> None:
        # What was just unfolded has its place only after the layout has run.
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 12))

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.more.clicked.connect(self.ask_agency)
        self._connect_view(self.joint)
        for fold in (self.fold, self.point.fold):
            fold.unfolded.connect(self._bring_into_sight)
            fold.folded.connect(self.enter)

    def _connect_view(self, view: AnswerView) -> None:
        view.opened.connect(self.opened)
        view.refused.connect(self._refused)
        view.evidence.fold.unfolded.connect(self._bring_into_sight)
        view.evidence.fold.folded.connect(view.enter)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        column.addLayout(top)
        column.addWidget(self.point)
        column.addSpacing(4)
        for part in (self._problem, self.joint):
            column.addWidget(part)
        column.addSpacing(6)
        for below in (self._own_head, self.fold, self._nobody, self._beside):
            column.addWidget(below)
        column.addStretch(1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        for at in range(ACROSS):
            self._grid.setColumnStretch(at, 1)
        self._problem.hide()
        lay_at_side(self, self._scroll, content, below=True)
        self.setFocusProxy(self._close)

    def _dress(self) -> None:
        self.setFixedWidth(Look.of(self).sized(WIDE))
