"""The texts of one evaluation to one question, each written where it stands.

A text is kept when one leaves its field, or with Ctrl+Enter; Esc brings back what is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.evaluations.evaluation import (
    HEAD,
    OWN_PARTS,
    PART_WORDS,
    Key,
    Part,
    Stage,
)
from jtai_desktop.domain.evaluations.frame import Frame, HeadField
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.evaluations.writing import LONGEST
from jtai_desktop.ui.evaluations.looks import nudge_look
from jtai_desktop.ui.kit.chip import StateLabel
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.notes import NoteField
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

GAP = 12
TOO_LONG = f"An answer has at most {LONGEST:,} characters. Shorten it; it is not kept yet."


@dataclass(frozen=True, slots=True)
class Place:
    """One text of one evaluation as it is shown. `fixed` says that it can’t be changed now."""

    evaluation_id: str
    key: Key
    label: str
    name: str
    text: str
    fixed: bool = False
    nudge: StateLook | None = None


class AnswerField(NoteField):
    """A field with a border, since one writes here."""

    def __init__(self) -> None:
        super().__init__()
        self.setStyleSheet("")
        self.setPlaceholderText("–")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+PageUp and Ctrl+PageDown go to another question, not through this text."""
        if turns(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AnswerPart(QWidget):
    """A text with its label, what it lacks, and why it could not be kept."""

    wanted = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._place: Place | None = None
        self._label = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self._nudge = StateLabel(look_of(State.WARNING))
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self.field = AnswerField()
        self.field.wanted.connect(self._ask)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        for part in (self.field, self._nudge, self._problem):
            column.addWidget(part)
        column.addStretch(1)
        self._nudge.hide()
        self._problem.hide()

    @property
    def place(self) -> Place | None:
        """Which text it is."""
        return self._place

    @property
    def too_long(self) -> bool:
        """Whether what was typed can’t be kept as it is."""
        return self.field.unkept and len(self.field.toPlainText()) > LONGEST

    def show_place(self, place: Place) -> None:
        """Show a text; of the same one what is being typed stays, of another it is kept first."""
        before = self._place
        same = before is not None and _which(before) == _which(place)
        if not same:
            self.field.ask()
        self._place = place
        if same:
            self.field.set_kept(place.text)
        else:
            self.field.begin(place.text)
            self._problem.hide()
        self.field.setReadOnly(place.fixed)
        self.field.setAccessibleName(place.name)
        self._label.setText(place.label)
        self._nudge.setVisible(place.nudge is not None)
        if place.nudge is not None:
            self._nudge.set_state(place.nudge)

    def refuse(self, sentence: str) -> None:
        """It could not be kept."""
        self.field.refused()
        self._problem.setText(sentence)
        self._problem.show()
        self.field.setAccessibleDescription(sentence)

    def _ask(self, text: str) -> None:
        if len(text) > LONGEST:
            self.refuse(TOO_LONG)
        elif self._place is not None:
            self._problem.hide()
            self.wanted.emit(self._place.evaluation_id, self._place.key, text)


class AnswerBlock(QWidget):
    """The texts of one evaluation to one question, `across` beside one another."""

    wanted = Signal(str, object, str)

    def __init__(self, across: int = 1) -> None:
        super().__init__()
        self._across = across
        self.parts: list[AnswerPart] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(6)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these texts; there are as many fields as needed."""
        while len(self.parts) < len(places):
            self._add()
        for at, part in enumerate(self.parts):
            part.setVisible(at < len(places))
            if at < len(places):
                part.show_place(places[at])
            else:
                part.field.ask()

    def part_of(self, evaluation_id: str, key: Key) -> AnswerPart | None:
        """The field of a text, where it is shown."""
        for part in self.parts:
            place = part.place
            if place is not None and (place.evaluation_id, place.key) == (evaluation_id, key):
                return part
        return None

    def _add(self) -> None:
        part, at = AnswerPart(), len(self.parts)
        part.wanted.connect(self.wanted)
        self.parts.append(part)
        row, column = divmod(at, self._across)
        self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        if self.parts[:-1]:
            QWidget.setTabOrder(self.parts[-2].field, part.field)


def places_of(entry: Entry, frame: Frame, number: int, called: str) -> tuple[Place, ...]:
    """The texts of an evaluation to a question, or of the head of the form."""
    found, fixed = entry.evaluation, _is_fixed(entry)
    if number == HEAD:
        fields = frame.fields(joint=found.is_joint)
        return tuple(_head(entry, each, called, frame) for each in fields)
    lacks = {each.nudge for each in entry.lacks if each.question == number}
    parts = tuple(Part) if found.is_joint else OWN_PARTS
    return tuple(
        Place(
            evaluation_id=found.id,
            key=Key(number, part),
            label=PART_WORDS[part],
            name=f"{called}, {frame.called(Key(number, part))}",
            text=found.text(number, part),
            fixed=fixed,
            nudge=next((nudge_look(each) for each in lacks if each.value == part.value), None),
        )
        for part in parts
    )


def _head(entry: Entry, field: HeadField, called: str, frame: Frame) -> Place:
    found, key = entry.evaluation, Key(HEAD, field.key)
    fixed = _is_fixed(entry) and not (found.selected and frame.is_verdict(key))
    name = f"{called}, {field.title}"
    return Place(found.id, key, field.title, name, found.text(*key), fixed)


def _is_fixed(entry: Entry) -> bool:
    """Agreed texts, and those of a child taken out, are only read."""
    return entry.evaluation.stage is Stage.AGREED or not entry.evaluation.selected


def turns(event: QKeyEvent) -> bool:
    """Whether these keys go to the question before or after."""
    pages = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
    return event.key() in pages and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _which(place: Place) -> tuple[str, Key]:
    return place.evaluation_id, place.key
