"""What is typed over the page: a block of findings pasted, one finding, a letter without a file."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings.draft import FACT_WORDS
from jtai_desktop.domain.findings.finding import Kind, kind_words
from jtai_desktop.domain.findings.pasting import pasted
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.letters.letter import Facts as LetterFacts
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import findings
from jtai_desktop.services.findings import NewLetter
from jtai_desktop.ui.kit.buttons import primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.typed_numbers import whole_number
from jtai_desktop.ui.pages.week.sheet import Sheet, in_a_row
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import Placed

NARROW, PASTED_HIGH, TEXT_HIGH = 640, 260, 120
HOW = "One finding for each bullet, number or paragraph. A heading in the text says the kind."


class FormSheet(Sheet):
    """Fields under one another; a refusal is said at its field."""

    def __init__(self, desk: Desk, facts: Facts) -> None:
        super().__init__(desk, NARROW)
        self.facts = facts
        self._rows: dict[str, FormRow] = {}

    def show_problem(self, problem: Problem) -> None:
        """Say it at its field, or at the top."""
        for row in self._rows.values():
            row.set_problem("")
        about = self._rows.get(problem.place)
        if about is None:
            self.refuse(problem.sentence)
            return
        about.set_problem(problem.sentence)
        about.field.setFocus()

    def _put(self, place: str, field: QWidget, hint: str = "") -> None:
        row = self._rows[place] = FormRow(place, field, hint=hint)
        self._column.addWidget(row)

    def _letters(self) -> QComboBox:
        field = QComboBox()
        for letter in reversed(self.facts.found.letters):
            field.addItem(called(letter), letter.id)
        return field

    def _headings(self) -> QComboBox:
        field = QComboBox(editable=True)
        field.addItem("")
        field.addItems(list(self.facts.headings))
        field.setCurrentText("")
        return field


class PasteSheet(FormSheet):
    """`looked(draft, letter)` goes on to what the text comes to; nothing is kept here."""

    looked = Signal(object, str)

    def __init__(self, desk: Desk, facts: Facts) -> None:
        super().__init__(desk, facts)
        self.text, self.kind, self.heading = QPlainTextEdit(), _kinds(), self._headings()
        self.letter = self._letters()
        self.first = self.text
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(PASTED_HIGH)
        self.text.setPlaceholderText("Ctrl+V")
        self._put("Letter", self.letter)
        self._put("Text", self.text, HOW)
        self._put("Kind", self.kind, "For all that stands under no heading of its own.")
        self._put("Heading", self.heading)
        self.button = primary_button("Show what it comes to", "", self._look)
        self._column.addLayout(in_a_row(self.button))
        self._column.addStretch(1)
        clip = QGuiApplication.clipboard().text()
        if "\n" in clip.strip():
            self.text.setPlainText(clip)

    def _look(self) -> None:
        try:
            kind = Kind(self.kind.currentData())
            draft = pasted(self.text.toPlainText(), kind, self.heading.currentText().strip())
        except Refused as refused:
            self.show_problem(refused.problem)
            return
        self.looked.emit(draft, str(self.letter.currentData() or ""))


class TypeSheet(FormSheet):
    """One finding typed."""

    def __init__(self, desk: Desk, facts: Facts) -> None:
        super().__init__(desk, facts)
        self.letter, self.kind, self.heading = self._letters(), _kinds(), self._headings()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HIGH)
        self.page, self.paragraph = QLineEdit(maxLength=9), QLineEdit(maxLength=9)
        self.first = self.text
        for place, field in (
            ("Letter", self.letter),
            ("Kind", self.kind),
            ("Heading", self.heading),
            ("Text", self.text),
            ("Page", self.page),
            ("Paragraph", self.paragraph),
        ):
            self._put(place, field)
        self.button = primary_button("Add the finding", "", self._add)
        self._column.addLayout(in_a_row(self.button))
        self._column.addStretch(1)

    def _add(self) -> None:
        try:
            typed = Typed(
                Kind(self.kind.currentData()),
                self.text.toPlainText(),
                self.heading.currentText(),
                page=whole_number(self.page.text(), "Page"),
                paragraph=whole_number(self.paragraph.text(), "Paragraph"),
            )
        except Refused as refused:
            self.show_problem(refused.problem)
            return
        letter_id = str(self.letter.currentData() or "")
        _act(self, lambda ws: findings.add(ws, self.desk.inspection_id, letter_id, typed))


class LetterSheet(FormSheet):
    """A letter whose facts are typed."""

    def __init__(self, desk: Desk, facts: Facts) -> None:
        super().__init__(desk, facts)
        self.fields: dict[str, QLineEdit] = {}
        for name, words in FACT_WORDS.items():
            self.fields[name] = QLineEdit(maxLength=400)
            self._put(words, self.fields[name], HINTS.get(name, ""))
        self.first = self.fields["letter_date"]
        self.button = primary_button("Add the letter", "", self._add)
        self._column.addLayout(in_a_row(self.button))
        self._column.addStretch(1)

    def _add(self) -> None:
        try:
            given: dict[str, Any] = {
                name: drafts.value_of(name, field.text()) for name, field in self.fields.items()
            }
        except Refused as refused:
            self.show_problem(refused.problem)
            return
        new = NewLetter(LetterFacts(**given))
        _act(self, lambda ws: findings.add_letter(ws, self.desk.inspection_id, new))


HINTS = {
    "letter_date": "Like 6 March 2026.",
    "statement_due": "As printed; leave it empty where the letter names no date.",
    "principal_authority": "Who must send the written statement, as printed.",
}


def _act(sheet: FormSheet, act: Act) -> None:
    placed = Placed(act)
    sheet.do(
        placed,
        lambda changes: sheet.ended.emit(changes.summary),
        lambda sentence: sheet.show_problem(Problem(placed.place, sentence)),
    )


def _kinds() -> QComboBox:
    field = QComboBox()
    for kind in Kind:
        field.addItem(kind_words(kind), kind.value)
    field.setCurrentIndex(field.findData(Kind.IMPROVEMENT.value))
    return field
