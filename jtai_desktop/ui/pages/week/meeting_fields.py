"""The fields of a meeting or an entry of one's own: what goes to inspectors, and what stays."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.children import name_like
from jtai_desktop.domain.meetings import typed_times
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting
from jtai_desktop.domain.meetings.typed_times import DAY, END, START
from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.note_box import NoteBox, NoteKind
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.notes import NoteField
from jtai_desktop.ui.pages.week.choice_line import ChoiceLine, Chooser, on_enter, plain_line
from jtai_desktop.ui.pages.week.meeting_edits import (
    AGENCIES,
    ATTENDING,
    CHAIR,
    CHILD,
    EXPLAINED,
    HINTS,
    HOST,
    INSPECTOR,
    KIND,
    LABELS,
    NOTE,
    NOTES,
    OBSERVE,
    PLACE,
    PREPARATION,
    PREPARES,
    TEXTS,
    TITLE,
    WHOM,
    Edit,
    edit_of_times,
    texts_of,
)
from jtai_desktop.ui.pages.week.offered import Offered
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

WITH_LIST: Final = frozenset({CHILD, PLACE, CHAIR, WHOM, HOST, PREPARES, INSPECTOR})
GROUPS: Final = frozenset({"interview", "focus-group"})
GAP, COLUMNS_GAP = 8, 32
Field = QLineEdit | ChoiceLine


class MeetingFields(QWidget):
    """`edited(place)` follows each field that was left with something else in it."""

    edited = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, Field] = {}
        self._rows: dict[str, FormRow] = {}
        self._kept: dict[str, str] = {}
        self._offered = Offered()
        self.kind = Chooser()
        self.observe = QCheckBox("An inspector may observe")
        self.agencies: dict[str, QCheckBox] = {}
        self._flow_box = QWidget()
        self._flow = Flow(self._flow_box, across=14)
        self.note, self.preparation = NoteField(), NoteField()
        for place in (*TEXTS, DAY, START, END, ATTENDING):
            self._line(place)
        self._rows[KIND] = FormRow(KIND, self.kind)
        self._rows[AGENCIES] = FormRow("Agencies attending", self._flow_box)
        self._boxes = NoteBox(NoteKind.INSPECTORS), NoteBox(NoteKind.INTERNAL)
        self._lay_out()
        self._connect()

    def offer(self, found: Offered) -> None:
        """What can be chosen; what stands in the fields stays."""
        self._offered = found
        lists = {
            CHILD: found.children,
            PLACE: found.places,
            WHOM: found.groups,
            INSPECTOR: found.inspectors,
        }
        for place in WITH_LIST:
            line = self._lines[place]
            if isinstance(line, ChoiceLine):
                line.offer(lists.get(place, found.people))
        if not self.kind.count():
            for key, words in found.kinds:
                self.kind.addItem(words, key)
        self._offer_agencies(found)

    def begin(self, meeting: Meeting) -> None:
        """Start with these facts, whatever was typed before."""
        self._kept.clear()
        for field in (self.note, self.preparation):
            field.begin("")
        for line in self._lines.values():
            line.setText("")
        self.show_meeting(meeting)
        self.show_problem(None)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is kept; a field in which something else was typed meanwhile stays."""
        for place, text in texts_of(meeting).items():
            line = self._lines[place]
            if line.text() == self._kept.get(place, ""):
                line.setText(text)
            self._kept[place] = text
        for field, text in ((self.note, meeting.note), (self.preparation, meeting.preparation)):
            field.set_kept(text)
        self.kind.setCurrentIndex(max(0, self.kind.findData(meeting.kind)))
        self.observe.setChecked(meeting.observe)
        for key, box in self.agencies.items():
            box.setChecked(key in meeting.agencies)
        self._fit_kind()

    def meeting(self) -> Meeting:
        """All that was typed; refused with the place of what can’t be read."""
        typed = {place: line.text() for place, line in self._lines.items()}
        span = self._offered.span
        start, end = typed_times.times_typed(typed[DAY], typed[START], typed[END], span)
        made = Meeting("", str(self.kind.currentData()), start, end)
        for place in (*TEXTS, ATTENDING, AGENCIES, OBSERVE, NOTE, PREPARATION):
            made = self.edit(place)(made)
        return made

    def edit(self, place: str) -> Edit:
        """What the field of that place does to the meeting; refused where it can’t be read."""
        if place in {DAY, START, END}:
            return edit_of_times(place, self._lines[place].text(), self._offered)
        given: dict[str, object] = {}
        if place in TEXTS:
            given[TEXTS[place]] = self._lines[place].text()
        elif place in NOTES:
            field = self.note if place == NOTE else self.preparation
            given[NOTES[place]] = field.toPlainText()
        else:
            given |= self._ticked(place)
        return lambda meeting: replace(meeting, **given)  # type: ignore[arg-type]

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong under its field; nothing takes all of it away."""
        for row in self._rows.values():
            row.set_problem("")
        if problem is not None:
            row = self._rows.get(problem.place, self._rows[KIND])
            row.set_problem(problem.sentence)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, problem: Problem) -> None:
        """Say what is wrong under its field, and leave the ring where it went."""
        self._rows.get(problem.place, self._rows[KIND]).set_problem(problem.sentence)
        for field in (self.note, self.preparation):
            field.refused()

    def clear(self, place: str) -> None:
        """What was wrong with a field is mended; both hours go together."""
        for each in (DAY, START, END) if place in {DAY, START, END} else (place,):
            if each in self._rows:
                self._rows[each].set_problem("")

    def take_focus(self) -> None:
        """The ring on the first field."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self, place: str) -> Field:
        """The field of that place."""
        return self._lines[place]

    def problem(self, place: str) -> str:
        """What is said under a field."""
        return self._rows[place].problem

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc first brings back what stood in the field."""
        if event.key() == Qt.Key.Key_Escape and self._bring_back():
            return
        super().keyPressEvent(event)

    def _bring_back(self) -> bool:
        ring: QWidget | None = self.window().focusWidget()
        for place, line in self._lines.items():
            here = ring is line or (ring is not None and line.isAncestorOf(ring))
            if here and line.text() != self._kept.get(place, ""):
                line.setText(self._kept.get(place, ""))
                self.clear(place)
                return True
        return False

    def _ticked(self, place: str) -> dict[str, object]:
        if place == KIND:
            return {"kind": str(self.kind.currentData())}
        if place == OBSERVE:
            return {"observe": self.observe.isChecked()}
        if place == ATTENDING:
            names = self._lines[ATTENDING].text().split(",")
            return {"attending": tuple(each.strip() for each in names)}
        chosen = tuple(key for key, box in self.agencies.items() if box.isChecked())
        return {"agencies": chosen}

    def _offer_agencies(self, found: Offered) -> None:
        if tuple(self.agencies) == tuple(key for key, _ in found.agencies):
            return
        for box in self.agencies.values():
            self._flow.removeWidget(box)
            box.deleteLater()
        self.agencies = {key: QCheckBox(words) for key, words in found.agencies}
        for box in self.agencies.values():
            box.clicked.connect(lambda _on: self.edited.emit(AGENCIES))
        self._flow.add_all(list(self.agencies.values()))

    def _fit_kind(self) -> None:
        """Only what the kind has: an entry of one’s own goes to nobody."""
        kind = str(self.kind.currentData() or "")
        returned = kind not in OWN_KINDS
        self._rows[WHOM].setVisible(kind in GROUPS)
        told = self.observe.isChecked() or bool(self._lines[EXPLAINED].text())
        self._rows[EXPLAINED].setVisible(returned and told)
        self._own_to_come.setVisible(not returned)
        for part in (self.observe, self._boxes[0]):
            part.setVisible(returned)

    def _line(self, place: str) -> None:
        hint = HINTS.get(place, "")
        field = ChoiceLine(hint) if place in WITH_LIST else plain_line(hint)
        left = field.left if isinstance(field, ChoiceLine) else field.editingFinished
        left.connect(lambda: self._on_left(place))
        on_enter(field, self.wanted.emit)
        self._lines[place] = field
        self._rows[place] = FormRow(LABELS.get(place, place), field)

    def _on_left(self, place: str) -> None:
        text = self._lines[place].text()
        if text != self._kept.get(place, ""):
            self.edited.emit(place)
        else:
            self.clear(place)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _at: self._fit_kind())
        self.kind.activated.connect(lambda _at: self.edited.emit(KIND))
        self.observe.clicked.connect(lambda _on: self._fit_kind())
        self.observe.clicked.connect(lambda _on: self.edited.emit(OBSERVE))
        self.note.wanted.connect(lambda _text: self.edited.emit(NOTE))
        self.preparation.wanted.connect(lambda _text: self.edited.emit(PREPARATION))
        child = self._lines[CHILD]
        if isinstance(child, ChoiceLine):
            child.typed.connect(lambda text: self._rows[CHILD].set_hint(name_like(text)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(COLUMNS_GAP)
        left, right = _column(), _column()
        for place in (KIND, WHOM):
            left.addWidget(self._rows[place])
        left.addLayout(_beside(self._rows[CHILD], self._rows[TITLE]))
        times = _beside(*(self._rows[place] for place in (DAY, START, END)))
        # A whole date needs more room than an hour.
        times.setStretch(0, 3)
        left.addLayout(times)
        for place in (DAY, START, END):
            # A field for an hour is too narrow for a sentence.
            left.addWidget(self._rows[place].give_problem_line())
        for place in (PLACE, CHAIR, AGENCIES):
            left.addWidget(self._rows[place])
        left.addStretch(1)
        self._own_to_come = Words(
            "An entry of one’s own is not in the return. Inspectors’ copies of the week show its"
            " title, time and place; of calls, checks and other entries nothing.",
            FontRole.LABEL,
            Role.INK2,
            wrap=True,
        )
        self._boxes[0].set_body(self.note)
        self._boxes[1].set_body(self._ours())
        for part in (self._own_to_come, self.observe, self._rows[EXPLAINED], *self._boxes):
            right.addWidget(part)
        right.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(right, 1)

    def _ours(self) -> QWidget:
        """What stays here: who hosts, prepares and attends, which inspector, what to prepare."""
        part, column = QWidget(), _column()
        column.addLayout(_beside(self._rows[HOST], self._rows[PREPARES]))
        column.addLayout(_beside(self._rows[INSPECTOR], self._rows[ATTENDING]))
        column.addWidget(self.preparation)
        self.preparation.setAccessibleName("Preparation, internal")
        self.preparation.setPlaceholderText("What is to be prepared")
        part.setLayout(column)
        return part


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    return column


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row
