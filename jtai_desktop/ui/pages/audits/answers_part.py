"""What a team answers for a case, one key line at a time, each text written where it stands."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.register import Owed, Standing
from jtai_desktop.domain.audits.returns import answer_called
from jtai_desktop.domain.evaluations.evaluation import OWN_PARTS, PART_WORDS, Key
from jtai_desktop.services import audits
from jtai_desktop.ui.evaluations.answers import AnswerBlock, Place
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.line_form import fill
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role


class AnswersPart(QWidget):
    """Hidden where there is no key line to answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told: tuple[Standing, Owed] | None = None
        self._heading = PanelHeading("Answers")
        self.line, self.block = QComboBox(), AnswerBlock()
        self.line.setAccessibleName("Key line of enquiry")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.line.setSizeAdjustPolicy(policy)
        self._question = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._heading, self.line, self._question, self.block):
            column.addWidget(part)
        self.line.activated.connect(lambda _at: self._show())
        self.block.wanted.connect(self._keep)

    def show_return(self, standing: Standing, owed: Owed) -> None:
        """Show a return; of the same one what is being typed stays."""
        other = self._told is None or self._told[1].found.id != owed.found.id
        self._told = (standing, owed)
        lines = standing.audit.of(Part.LINE)
        done = {key.question for key in owed.found.texts}
        words = [
            (str(each.number), f"Key line {each.number}" + self._mark(each.number, done))
            for each in lines
        ]
        fill(self.line, words)
        if other and done:
            self.line.setCurrentIndex(max(0, self.line.findData(str(min(done)))))
        self.setVisible(bool(lines))
        self._show()

    def _show(self) -> None:
        if self._told is None or self.line.count() == 0:
            return
        standing, owed = self._told
        number = int(str(self.line.currentData()))
        line = next(each for each in standing.audit.of(Part.LINE) if each.number == number)
        self._question.setText(line.text)
        self.block.show_places([self._place(owed, Key(number, part.value)) for part in OWN_PARTS])

    def _place(self, owed: Owed, key: Key) -> Place:
        label = next(PART_WORDS[part] for part in OWN_PARTS if part.value == key.part)
        name, text = f"{owed.called}, {answer_called(key)}", owed.found.text(key)
        return Place(owed.found.id, key, label, name, text)

    def _mark(self, number: int, done: set[int]) -> str:
        return ", answered" if number in done else ""

    def _keep(self, return_id: str, key: Key, text: str) -> None:
        inspection, part = self._desk.inspection_id, self.block.part_of(return_id, key)
        self._desk.hub.act(
            lambda work: audits.write(work, inspection, return_id, {key: text}),
            None,
            part.refuse if part is not None else partial(self._desk.hub.refused.emit),
        )
