"""The entries of one part of an audit, each edited where it stands; a form adds one."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.audits.entries import SHAPES, SIDE_WORDS, Asked, Entry, Field, Part, called
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.changes import Changes
from jtai_desktop.services import audit_entries
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.line_form import LineForm
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.notes import NoteField
from jtai_desktop.ui.pages.settings.kept_field import KeptField
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

# How much of the width a field takes beside the others.
SHARES = {Field.ATTENDEES: 1, Field.SIDE: 2, Field.MARKER: 2, Field.WHO: 3, Field.THEMES: 4}
Keep = Callable[[Field, str], None]


class AddForm(LineForm):
    """The fields of one entry beside one another. Enter adds, Esc puts it away."""

    def __init__(self, part: Part) -> None:
        shape = SHAPES[part]
        super().__init__("Add", f"Add the {shape.one}")
        self._part = part
        self.USUAL = shape.fields[0].title
        self.fields = {asked.field: self._field(asked) for asked in shape.fields}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 6)
        row.setSpacing(12)
        for asked, part_of in zip(shape.fields, self._rows.values(), strict=True):
            row.addWidget(part_of, SHARES.get(asked.field, 6), Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._controls(), 0, Qt.AlignmentFlag.AlignTop)

    def begin(self) -> None:
        """Empty, and the ring on the first field."""
        for field in self.fields.values():
            if isinstance(field, QLineEdit):
                field.clear()
        self.show_problem(None)
        self.show()
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> Mapping[Field, str]:
        """What was filled in."""
        return {
            name: field.currentText() if isinstance(field, QComboBox) else field.text()
            for name, field in self.fields.items()
        }

    def _field(self, asked: Asked) -> QLineEdit | QComboBox:
        if asked.field is not Field.SIDE:
            return self._line(asked.title, hint=asked.hint)
        field = self._combo(asked.title)
        for side, words in SIDE_WORDS.items():
            field.addItem(words, side.value)
        return field


class EntryBlock(QWidget):
    """One entry: its fields, taking it out, and for a recommendation the way into the plan."""

    kept = Signal(str, str, str)
    removed = Signal(str)
    planned = Signal(str)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.entry_id = ""
        self._number = Words("", FontRole.LABEL, Role.INK2, bold=True)
        self.remove = LinkButton("Take out", FontRole.LABEL)
        self.remove.clicked.connect(lambda: self.removed.emit(self.entry_id))
        self.plan = LinkButton("Into the action plan", FontRole.LABEL)
        self.plan.clicked.connect(lambda: self.planned.emit(self.entry_id))
        self._taken_up = Words("In the action plan", FontRole.LABEL, Role.INK2)
        self.lines: dict[Field, KeptField] = {}
        self.notes: dict[Field, NoteField] = {}
        self.side = QComboBox()
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self._lay_out(part)
        self._problem.hide()

    def show_entry(self, entry: Entry, *, taken_up: bool) -> None:
        """Show an entry, maybe an action already; what is typed into the same one stays."""
        other = entry.id != self.entry_id
        if other and self.entry_id:
            self.ask()
        self.entry_id = entry.id
        name = called(entry)
        self._number.setText(name[:1].upper() + name[1:])
        for field, line in self.lines.items():
            if other:
                line.bring_back()
            line.set_kept(entry.typed(field))
            if not line.line.hasFocus():
                # A long text shows its beginning.
                line.line.setCursorPosition(0)
            line.line.setAccessibleName(f"{_title(entry.part, field)}, {name}")
        for field, note in self.notes.items():
            if other:
                note.begin(entry.typed(field))
            else:
                note.set_kept(entry.typed(field))
            note.setAccessibleName(f"{_title(entry.part, field)}, {name}")
        self._show_side(entry)
        self._taken_up.setVisible(taken_up)
        self.remove.setVisible(not taken_up)
        self.plan.setVisible(entry.part is Part.RECOMMENDATION and not taken_up)
        self.plan.setAccessibleName(f"Into the action plan: {name}")
        self.remove.setAccessibleName(f"Take out {name}")
        self._problem.hide()

    def ask(self) -> None:
        """Ask to keep what was typed, before another entry is shown."""
        for note in self.notes.values():
            note.ask()

    def refuse(self, field: Field, sentence: str) -> None:
        """It could not be kept: say why at its field."""
        if field in self.lines:
            self.lines[field].refuse(sentence)
            return
        if field in self.notes:
            self.notes[field].refused()
        self._problem.setText(sentence)
        self._problem.show()

    def _lay_out(self, part: Part) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._taken_up)
        head.addWidget(self.plan)
        head.addWidget(self.remove)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        for asked in SHAPES[part].fields:
            made = self._field(asked)
            share = SHARES.get(asked.field, 10 if asked.lines else 6)
            row.addWidget(made, share, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(Rule(Role.LINE))

    def _field(self, asked: Asked) -> QWidget:
        name = asked.field
        if name is Field.SIDE:
            for side, words in SIDE_WORDS.items():
                self.side.addItem(words, side.value)
            self.side.activated.connect(lambda _at: self._keep(name, self.side.currentText()))
            return FormRow(asked.title, self.side)
        if asked.lines:
            note = NoteField()
            note.setStyleSheet("")
            note.setPlaceholderText(asked.hint)
            note.wanted.connect(partial(self._keep, name))
            self.notes[name] = note
            return FormRow(asked.title, note)
        line = KeptField(asked.title, placeholder=asked.hint, left=0)
        line.wanted.connect(partial(self._keep, name))
        self.lines[name] = line
        return line

    def _show_side(self, entry: Entry) -> None:
        if entry.side is not None:
            self.side.setCurrentIndex(max(0, self.side.findData(entry.side.value)))

    def _keep(self, field: Field, text: str) -> None:
        self._problem.hide()
        self.kept.emit(self.entry_id, field.value, text)


class EntriesView(QWidget):
    """The entries of a part under one another; `left` gives the ring back, `said` is news."""

    left = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__()
        self._desk, self._part = desk, part
        self._audit = ""
        self._entries: tuple[Entry, ...] = ()
        self._in_plan: Collection[str] = ()
        self.blocks: list[EntryBlock] = []
        self.add = small_button(f"Add a {SHAPES[part].one}", "plus", self.begin_adding)
        self.form = AddForm(part)
        self._about = Words(SHAPES[part].about, FontRole.LABEL, Role.INK2, wrap=True)
        self._list = QWidget()
        stand_on(self._list, Role.BG)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._lay_out()
        self.form.wanted.connect(self._add)
        self.form.left.connect(self._put_away)

    def show_audit(self, standing: Standing, taken_up: Collection[str]) -> None:
        """Show the entries of an audit: now, or once one turns to them."""
        self._audit, self._entries = standing.audit.id, standing.audit.of(self._part)
        self._in_plan = taken_up
        if self.isVisible():
            self._fill()

    def begin_adding(self) -> None:
        """The form for one more."""
        self.add.hide()
        self.form.begin()

    def fold(self) -> bool:
        """Put the form away; whether it was there."""
        shown = not self.form.isHidden()
        self.form.hide()
        self.add.show()
        return shown

    def take_focus(self) -> None:
        """The ring on the button that adds."""
        (self.form if not self.form.isHidden() else self.add).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        """There are as many blocks as needed."""
        while len(self.blocks) < len(self._entries):
            self._grow()
        for at, block in enumerate(self.blocks):
            block.setVisible(at < len(self._entries))
            if at < len(self._entries):
                entry = self._entries[at]
                block.show_entry(entry, taken_up=entry.id in self._in_plan)

    def _grow(self) -> None:
        block = EntryBlock(self._part)
        block.kept.connect(self._keep)
        block.removed.connect(self._remove)
        block.planned.connect(self._plan)
        self._column.insertWidget(len(self.blocks), block)
        self.blocks.append(block)

    def _put_away(self) -> None:
        self.fold()
        self.add.setFocus()

    def _add(self) -> None:
        inspection, audit, form = self._desk.inspection_id, self._audit, self.form
        typed, part = form.typed(), self._part

        def done(_changes: Changes) -> None:
            form.begin()

        act_as_typed(
            self._desk.hub,
            form,
            lambda: lambda work: audit_entries.add(work, inspection, audit, part, typed),
            done,
        )

    def _keep(self, entry_id: str, name: str, text: str) -> None:
        field = Field(name)
        block = next(each for each in self.blocks if each.entry_id == entry_id)
        inspection = self._desk.inspection_id
        self._desk.hub.act(
            lambda work: audit_entries.change(work, inspection, entry_id, {field: text}),
            None,
            partial(block.refuse, field),
        )

    def _remove(self, entry_id: str) -> None:
        inspection = self._desk.inspection_id
        self._desk.hub.act(
            lambda work: audit_entries.remove(work, inspection, entry_id),
            lambda _changes: self.add.setFocus(),
        )

    def _plan(self, entry_id: str) -> None:
        inspection = self._desk.inspection_id
        self._desk.hub.act(
            lambda work: audit_entries.into_plan(work, inspection, entry_id),
            self._planned,
        )

    def _planned(self, changes: Changes) -> None:
        """Said after the change is told: news of before is then taken away."""
        sentence = f"{changes.summary}: it stands in the action plan now."
        QTimer.singleShot(0, self, partial(self.said.emit, sentence))

    def _lay_out(self) -> None:
        scroll = Scroll(follows=True)
        scroll.setFrameShape(Scroll.Shape.NoFrame)
        scroll.setWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._about)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addWidget(scroll, 1)
        self.form.hide()


def _title(part: Part, field: Field) -> str:
    return next(each.title for each in SHAPES[part].fields if each.field is field)
