"""One answer in the panel: whose, where it stands, its texts, what shows it, what is to say."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.evaluations.evaluation import HEAD, Key
from jtai_desktop.domain.self_evaluation.answer import OWN_PARTS, PART_WORDS, Answer, Part
from jtai_desktop.domain.self_evaluation.nudges import Found, Nudge
from jtai_desktop.domain.self_evaluation.register import Entry
from jtai_desktop.domain.wording import MONTHS, stamp
from jtai_desktop.services import self_evaluation
from jtai_desktop.ui.evaluations.answers import AnswerBlock, AnswerPart, Place
from jtai_desktop.ui.kit.buttons import KitButton, small_button
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.self_evaluation.evidence import SHORT, EvidencePart
from jtai_desktop.ui.pages.self_evaluation.facts import Facts
from jtai_desktop.ui.pages.self_evaluation.looks import look_of_answer, nudge_look
from jtai_desktop.ui.pages.timetable.parts import clear, focused_in
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

AGREE, BACK, LOOKED = "Agree", "Back to draft", "Still holds"
DEEDS = {
    AGREE: self_evaluation.agree,
    BACK: self_evaluation.take_back,
    LOOKED: self_evaluation.look_at,
}
# What is said at its field stands there; the rest below the texts.
AT_FIELD = {Nudge.NO_IMPACT: Part.IMPACT}


class AnswerView(QWidget):
    """`opened(target)` follows a link; `refused` says why it can’t be agreed."""

    opened = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, across: int = 1) -> None:
        super().__init__()
        self._desk = desk
        self._entry: Entry | None = None
        self.agency = ""
        self._name = OneLine("", bold=True)
        self._state = StateLabel(look_of(State.NOT_ASKED))
        self._who = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._said = QVBoxLayout()
        self.block, self.evidence = AnswerBlock(across), EvidencePart(desk, SHORT * across)
        self.deeds: dict[str, KitButton] = {
            word: small_button(word, "", partial(self.do, word)) for word in DEEDS
        }
        self._lay_out()
        self.block.wanted.connect(self._keep)
        self.evidence.opened.connect(self.opened)

    def show_answer(self, facts: Facts, entry: Entry, agency: str) -> None:
        """Show what an agency, or all together, answer to a point."""
        if self._entry is not None and entry.point.key != self._entry.point.key:
            self.ask()
        self._entry, self.agency = entry, agency
        answer, name = entry.of(agency), facts.agency(agency)
        self._name.setText(name)
        look = look_of_answer(answer)
        self._state.set_state(look, said=f"{name}: {look.said}")
        self._who.setText(_who_when(answer))
        self._who.setVisible(answer is not None)
        found = entry.nudges_of(answer) if answer else ()
        called = f"{entry.point.called}, {name}"
        self.block.show_places(_places(entry, agency, called, found))
        retired = entry.point.is_retired
        self.evidence.show_answer(facts, entry.point.key, agency, retired=retired)
        self._say(found)
        self._offer(answer, retired=retired)

    def do(self, word: str) -> None:
        """Agree, take back, or say that it was looked at."""
        if self._entry is None:
            return
        self.ask()
        deed, inspection = DEEDS[word], self._desk.inspection_id
        key, agency = self._entry.point.key, self.agency
        self._desk.hub.act(
            lambda workspace: deed(workspace, inspection, key, agency), None, self.refused.emit
        )

    def ask(self) -> None:
        """Keep what was typed."""
        for part in self.block.parts:
            if not part.isHidden():
                part.field.ask()

    def enter(self) -> None:
        """The ring on the first text."""
        if self.block.parts:
            self.block.parts[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def part_of(self, part: Part) -> AnswerPart | None:
        """The field of a text."""
        return self.block.part_of(self.agency, Key(HEAD, part.value))

    def _keep(self, agency: str, key: Key, text: str) -> None:
        if self._entry is None:
            return
        inspection, point, part = self._desk.inspection_id, self._entry.point.key, Part(key.part)
        field = self.block.part_of(agency, key)

        def refused(sentence: str) -> None:
            if field is not None:
                field.refuse(sentence)

        self._desk.hub.act(
            lambda workspace: self_evaluation.write(
                workspace, inspection, point, agency, {part: text}
            ),
            None,
            refused,
        )

    def _offer(self, answer: Answer | None, *, retired: bool) -> None:
        had_ring = focused_in(self)
        agreed = answer is not None and answer.agreed is not None
        said = answer is not None and answer.is_said and not retired
        self.deeds[AGREE].setVisible(said and not agreed)
        self.deeds[BACK].setVisible(agreed)
        self.deeds[LOOKED].setVisible(answer is not None and answer.to_look_at)
        for word, button in self.deeds.items():
            button.setAccessibleName(f"{word}: {self._name.text()}")
        if had_ring in self.deeds.values() and had_ring is not None and had_ring.isHidden():
            self.enter()

    def _say(self, found: tuple[Found, ...]) -> None:
        clear(self._said)
        for each in found:
            if each.nudge not in AT_FIELD:
                line = QHBoxLayout()
                line.setSpacing(6)
                line.addWidget(StateLabel(nudge_look(each)), 0, Qt.AlignmentFlag.AlignTop)
                line.addWidget(Words(each.sentence, FontRole.LABEL, Role.INK2, wrap=True), 1)
                self._said.addLayout(line)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self._who, self.block, self.evidence):
            column.addWidget(part)
        self._said.setSpacing(2)
        column.addLayout(self._said)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self.deeds.values():
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)


def _places(entry: Entry, agency: str, called: str, found: tuple[Found, ...]) -> tuple[Place, ...]:
    answer = entry.of(agency)
    fixed = entry.point.is_retired or (answer is not None and answer.agreed is not None)
    at = {AT_FIELD[each.nudge]: nudge_look(each) for each in found if each.nudge in AT_FIELD}
    return tuple(
        Place(
            evaluation_id=agency,
            key=Key(HEAD, part.value),
            label=PART_WORDS[part],
            name=f"{called}, {PART_WORDS[part]}",
            text=answer.text(part) if answer else "",
            fixed=fixed,
            nudge=at.get(part),
        )
        for part in (OWN_PARTS if agency else tuple(Part))
    )


def _who_when(answer: Answer | None) -> str:
    """Written by whom and when, agreed by whom and when, from where it was brought."""
    if answer is None:
        return ""
    lines = []
    if answer.written:
        lines.append(f"{answer.written.by.signed}, {stamp(answer.written.when)}")
    if answer.agreed:
        lines.append(f"Agreed: {answer.agreed.by.signed}, {stamp(answer.agreed.when)}")
    if answer.brought:
        day = answer.brought.notified
        lines.append(f"From {answer.brought.area}, {MONTHS[day.month - 1]} {day.year}")
    return "\n".join(lines)
