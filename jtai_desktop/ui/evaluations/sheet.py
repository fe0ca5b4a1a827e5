"""One question in the middle: the joint answer, and below it what each agency says beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jtai_desktop.domain.evaluations.evaluation import Key, Stage
from jtai_desktop.domain.evaluations.register import Entry, Evaluations
from jtai_desktop.ui.evaluations.answers import AnswerBlock, AnswerPart, places_of
from jtai_desktop.ui.evaluations.looks import look_of_late, look_of_stage, stands_at
from jtai_desktop.ui.kit.chip import Chip, StateLabel
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

MARGIN, GAP, NARROWEST = 20, 14, 130
NOBODY = "No agency was asked for an evaluation of its own. Ask one at the left, under the stages."
AGREED = "The joint evaluation is agreed, so its texts are only read. Take it back to change them."
BUT_THE_VERDICT = f"{AGREED} What the inspectors find of it is still written here."


class AgencyColumn(QWidget):
    """What one agency says to the question, with where its evaluation stands."""

    def __init__(self) -> None:
        super().__init__()
        self._name = OneLine("", bold=True)
        self._stage = StateLabel(look_of(State.ASKED))
        self._late = Chip(look_of(State.LATE_TO_US))
        self.block = AnswerBlock()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._late)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.block)
        column.addStretch(1)
        follow_look(self._dress)

    def show_entry(self, found: Evaluations, entry: Entry, number: int, agency: str) -> None:
        """Show what the agency says to a question."""
        self._name.setText(agency)
        self._stage.set_state(look_of_stage(entry.evaluation), said=f"{agency}: {stands_at(entry)}")
        late = look_of_late(entry)
        self._late.setVisible(late is not None)
        if late is not None:
            self._late.set_state(late, said=f"{agency}: {stands_at(entry)}")
        called = entry.evaluation.called(agency)
        self.block.show_places(places_of(entry, found.frame, number, called))

    def _dress(self) -> None:
        # As high as the mark, so that what agencies say stands in one line.
        self._name.setMinimumHeight(self._late.sizeHint().height())


class QuestionSheet(QScrollArea):
    """`wanted(evaluation, key, text)` asks to keep a text."""

    wanted = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._fixed = Words(AGREED, FontRole.LABEL, Role.INK2, wrap=True)
        self._own_title = SectionHeading("What each agency says")
        self._nobody = Words(NOBODY, ink=Role.INK2, wrap=True)
        self.joint = AnswerBlock(across=2)
        self.columns: list[AgencyColumn] = []
        self._content, self._beside = QWidget(), QWidget()
        self._grid = QGridLayout(self._beside)
        self._across = 0
        self._lay_out()
        self.joint.wanted.connect(self.wanted)
        self.setAccessibleName("The chosen question")
        follow_look(self._arrange)

    def show_question(
        self,
        found: Evaluations,
        joint: Entry,
        own: tuple[Entry, ...],
        number: int,
        agencies: Mapping[str, str],
    ) -> None:
        """Show one question, or the head of the form, of the joint evaluation and beside it."""
        question = next((q for q in found.frame.questions if q.number == number), None)
        paragraph = f" ¶{question.paragraph}" if question and question.paragraph else ""
        title = f"{number}. {question.title}{paragraph}" if question else "Head of the form"
        self._title.setText(title)
        self._fixed.setText(AGREED if question else BUT_THE_VERDICT)
        self._fixed.setVisible(joint.evaluation.stage is Stage.AGREED)
        called = joint.evaluation.called()
        self.joint.show_places(places_of(joint, found.frame, number, called))
        self._show_columns(len(own))
        for column, entry in zip(self.columns, own, strict=False):
            key = entry.evaluation.agency
            column.show_entry(found, entry, number, agencies.get(key, key))
        said = sum(1 for each in own if number in each.answered)
        self._own_title.set_aside(f"{said} of {len(own)} say something" if own and number else "")
        self._nobody.setVisible(not own)

    def enter(self) -> None:
        """The ring on the first text."""
        if self.joint.parts:
            self.joint.parts[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the ring on to the first text."""
        del reason
        self.enter()

    def ask(self) -> None:
        """Keep what was typed, before something else is shown."""
        for part in self.texts:
            part.field.ask()

    @property
    def texts(self) -> list[AnswerPart]:
        """Every field, the joint ones first."""
        blocks = (self.joint, *(each.block for each in self.columns))
        return [part for block in blocks for part in block.parts]

    def part_of(self, evaluation_id: str, key: Key) -> AnswerPart | None:
        """The field of a text, where it is shown."""
        for block in (self.joint, *(each.block for each in self.columns)):
            if (part := block.part_of(evaluation_id, key)) is not None:
                return part
        return None

    @property
    def too_long(self) -> AnswerPart | None:
        """A text that can’t be kept as it is; nobody should leave it."""
        return next((each for each in self.texts if each.too_long), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_columns(self, number: int) -> None:
        while len(self.columns) < number:
            column = AgencyColumn()
            # Without a parent it would be shown as a window of its own.
            column.setParent(self._beside)
            column.block.wanted.connect(self.wanted)
            self.columns.append(column)
        for at, column in enumerate(self.columns):
            if at >= number:
                column.block.show_places(())
            column.setVisible(at < number)
        self._across = 0
        self._arrange()

    def _arrange(self) -> None:
        """As many beside one another as can be read; the rest below."""
        shown = [each for each in self.columns if not each.isHidden()]
        if not shown:
            return
        room = self.viewport().width() - 2 * MARGIN + GAP
        fits = max(1, room // (Look.of(self).sized(NARROWEST) + GAP))
        rows = -(-len(shown) // fits)
        across = -(-len(shown) // rows)
        if across == self._across:
            return
        self._across = across
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for at, each in enumerate(shown):
            self._grid.addWidget(each, at // across, at % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

    def _lay_out(self) -> None:
        stand_on(self._content, Role.BG)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(6)
        for part in (self._title, SectionHeading("Joint answer"), self._fixed, self.joint):
            column.addWidget(part)
        for below in (self._own_title, self._nobody, self._beside):
            column.addWidget(below)
        column.addStretch(1)
