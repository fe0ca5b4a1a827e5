"""EvaluationView: the evaluation of one child: questions at the left, the chosen one beside them.

Ctrl+PageUp and Ctrl+PageDown go to the question before and after, from wherever one is; F6 goes
from part to part, Esc back to the grid.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.evaluations.evaluation import Key
from jtai_desktop.domain.evaluations.register import Evaluations
from jtai_desktop.domain.moments import london
from jtai_desktop.services import evaluations
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.evaluations.answers import turns
from jtai_desktop.ui.evaluations.form_trip import FormTrip
from jtai_desktop.ui.evaluations.looks import due_said, stands_at
from jtai_desktop.ui.evaluations.questions import QuestionList
from jtai_desktop.ui.evaluations.sheet import QuestionSheet
from jtai_desktop.ui.evaluations.stages import StagesPart
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.side import lay_at_side
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

MARGIN, SIDE = 20, 330


class EvaluationView(QWidget):
    """`left` asks for the way back."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: Overview | None = None
        self._found = Evaluations()
        self.child_id = ""
        self._number = 1
        self._header, self._news = PageHeader("Evaluation"), Banner()
        self.questions, self.stages = QuestionList(), StagesPart(desk)
        self.sheet = QuestionSheet()
        self._side, self._scroll = QWidget(), QScrollArea()
        self.trip = FormTrip(desk, self)
        self._back = plain_button("Back, Esc", "chevron-left", self.left.emit)
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def number(self) -> int:
        """The question that is shown; 0 is the head of the form."""
        return self._number

    def open_child(self, view: Overview, child_id: str, evaluation_id: str = "") -> bool:
        """Show the evaluation of a child, at the one of an agency if it is named."""
        if child_id != self.child_id:
            self.sheet.ask()
            self._number = 1
            self._news.hide()
        self.child_id = child_id
        if not self.show_facts(view):
            return False
        self.questions.choose(self._number)
        if evaluation_id:
            self.stages.choose(evaluation_id)
        return True

    def show_facts(self, view: Overview) -> bool:
        """Show what is kept now; whether the child still has an evaluation."""
        self._view, self._found = view, view.evaluations()
        joint = self._found.joint_of(self.child_id)
        if joint is None:
            return False
        own = self._found.own_of(self.child_id)
        today = london(view.now).date()
        fact = "; ".join(filter(None, (stands_at(joint), due_said(joint, today))))
        self._header.set_title(f"{joint.evaluation.child}, evaluation", f"Joint: {fact}")
        self.questions.show_joint(self._found, joint)
        self.stages.show_child(view, self.child_id, (joint, *own))
        self.trip.show_child(view, self.child_id, (joint, *own))
        self._show_question()
        return True

    def show_question(self, number: int) -> None:
        """Go to a question; a text that can’t be kept is not left behind."""
        stuck = self.sheet.too_long
        if stuck is not None and number != self._number:
            stuck.field.ask()
            self.questions.choose(self._number)
            stuck.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._number = number
        self.questions.choose(number)
        self._show_question()
        self.sheet.verticalScrollBar().setValue(0)

    def enter(self) -> None:
        """The ring on the questions."""
        self.questions.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return (self.questions, self.sheet, self.stages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.stages.fold():
                self.left.emit()
            return
        if turns(event):
            self._step(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A table would take these keys for itself."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and turns(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _show_question(self) -> None:
        joint = self._found.joint_of(self.child_id)
        if joint is None or self._view is None:
            return
        names = {each.key: each.short for each in self._view.agencies}
        own = self._found.own_of(self.child_id)
        self.sheet.show_question(self._found, joint, own, self._number, names)

    def _keep(self, evaluation_id: str, key: Key, text: str) -> None:
        """Keep a text; where that can’t be, its field says why."""
        inspection_id = self._desk.inspection_id

        def refused(sentence: str) -> None:
            part = self.sheet.part_of(evaluation_id, key)
            if part is not None:
                part.refuse(sentence)
            else:
                self._desk.hub.refused.emit(sentence)

        self._desk.hub.act(
            lambda workspace: evaluations.write(
                workspace, inspection_id, evaluation_id, {key: text}
            ),
            None,
            refused,
        )

    def _step(self, way: int) -> None:
        self.show_question(self.questions.step(way))

    def _say(self, sentence: str) -> None:
        self._news.say(sentence)
        self._news.setVisible(bool(sentence))

    def _show_part(self, part: QWidget) -> None:
        QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, part))

    def _lay_out(self) -> None:
        for action in (*self.trip.buttons, self._back):
            self._header.add_action(action)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, 16, 0)
        head.addWidget(self._header)
        content, inner = QWidget(), QVBoxLayout()
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(8)
        inner.addWidget(self.questions)
        inner.addWidget(self.stages)
        inner.addStretch(1)
        content.setLayout(inner)
        self._scroll.setWidgetResizable(True)
        lay_at_side(self._side, self._scroll, content, below=False)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addWidget(self.sheet, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(Role.INK))
        column.addWidget(self._news)
        column.addLayout(row, 1)
        self._news.hide()

    def _connect(self) -> None:
        self.questions.chosen.connect(self.show_question)
        self.questions.entered.connect(self.sheet.enter)
        self.sheet.wanted.connect(self._keep)
        self.stages.unfolded.connect(self._show_part)
        self.trip.said.connect(self._say)
        for table in (self.questions.table, self.stages.table):
            table.installEventFilter(self)

    def _dress(self) -> None:
        self._side.setFixedWidth(Look.of(self).sized(SIDE))
