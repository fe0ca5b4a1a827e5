"""The chosen entry beside the week: what is wrong with it, its facts, its notes, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.meetings.warned import Warned
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.note_box import NoteBox, NoteKind
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.timetable.parts import ButtonRows, ChipList, FactList, clear
from jtai_desktop.ui.pages.week.details import (
    anew,
    facts_of,
    heading_of,
    looks_of,
    preparation_of,
    title_of,
)
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.pages.week.warning_lines import warning_line
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role


class WarningBox(QWidget):
    """One warning: a chip, its sentence, and the ways out of it."""

    def __init__(self, facts: Facts, warned: Warned, *, moves: bool) -> None:
        super().__init__()
        line = warning_line(facts, warned)
        self.move_it = small_button("&Move…")
        self.accept = small_button("Accept with a reason…")
        buttons = ButtonRows()
        self.move_it.hide()
        buttons.set_parts([self.move_it, self.accept])
        self.move_it.setVisible(moves)
        buttons.arrange()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(Chip(line.chip), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Words(line.sentence, wrap=True))
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft)


class WarningsPart(QWidget):
    """What is wrong with the chosen entry, the worst first; hidden where nothing is."""

    move_wanted = Signal()
    accept_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Warned, ...] = ()
        self._day = OneLine("", FontRole.LABEL, Role.INK2)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._day)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addLayout(self._boxes)

    def show_entry(self, facts: Facts, entry: Entry | None) -> None:
        """Show what is wrong with an entry; nothing is touched where it is the same."""
        warnings = entry.warnings if entry is not None else ()
        self.setVisible(bool(warnings))
        if entry is None or not warnings:
            self._shown = ()
            return
        self._day.setText(heading_of(entry).partition(",")[0])
        self._title.setText(warning_line(facts, warnings[0]).title)
        if warnings == self._shown:
            return
        self._shown = warnings
        clear(self._boxes)
        for at, warned in enumerate(warnings):
            box = WarningBox(facts, warned, moves=not at)
            box.move_it.clicked.connect(lambda _down: self.move_wanted.emit())
            box.accept.clicked.connect(lambda _down, of=warned: self.accept_wanted.emit(of))
            self._boxes.addWidget(box)


class EntryPart(QWidget):
    """What is known of the chosen entry; where it clashes, it comes after the lists."""

    move_wanted = Signal()
    edit_wanted = Signal()
    accepted_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._when = OneLine("", FontRole.LABEL, Role.INK2)
        self._title = Words("", FontRole.HEADING, wrap=True)
        self._chips, self._facts = ChipList(), FactList()
        self._anew = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self._settled: tuple[Warned, ...] = ()
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self._note = NoteBox(NoteKind.INSPECTORS)
        self._ours = NoteBox(NoteKind.INTERNAL)
        self.move_it = small_button("&Move…", on_click=self.move_wanted.emit)
        self.edit = small_button("&Open…", on_click=self.edit_wanted.emit)
        self._buttons = ButtonRows()
        self._buttons.set_parts([self.move_it, self.edit])
        self._lay_out()

    def show_entry(self, facts: Facts, entry: Entry | None) -> None:
        """Show an entry, or nothing."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        self._when.setText(heading_of(entry))
        self._title.setText(title_of(entry))
        self._chips.set_looks(looks_of(entry), entry.said)
        self._chips.setVisible(bool(entry.marks))
        found = facts_of(facts, entry)
        self._facts.set_facts(found)
        self._facts.setVisible(bool(found))
        self._show_settled(tuple(each.warned for each in entry.accepted))
        self._anew.setText(anew(entry))
        self._anew.setVisible(bool(self._anew.text()))
        self._show_notes(entry)
        self.move_it.setVisible(entry.stands and not entry.warnings)
        self._buttons.arrange()

    def _show_settled(self, settled: tuple[Warned, ...]) -> None:
        """What was accepted can count again."""
        if settled == self._settled:
            return
        self._settled = settled
        clear(self._links)
        for warned in settled:
            link = LinkButton("Let the warning count again…", FontRole.LABEL)
            link.setAccessibleDescription(warned.sentence)
            link.clicked.connect(lambda _down, of=warned: self.accepted_wanted.emit(of))
            self._links.addWidget(link)

    def _show_notes(self, entry: Entry) -> None:
        note, ours = entry.meeting.note if entry.meeting else "", preparation_of(entry)
        for box, text in ((self._note, note), (self._ours, ours)):
            box.set_text(text)
            box.setVisible(bool(text))

    def _lay_out(self) -> None:
        parts = QVBoxLayout()
        parts.setSpacing(6)
        parts.addWidget(self._chips)
        parts.addWidget(self._facts)
        parts.addLayout(self._links)
        for part in (self._anew, self._note, self._ours):
            parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._when)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addLayout(parts)
        column.addSpacing(8)
        column.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignLeft)
