"""The fields of a finding in the panel: each is kept when one leaves it, with Enter, or at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.findings.finding import Finding, Kind, kind_words
from jtai_desktop.domain.findings.writing import Typed
from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.notes import NoteField
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.typed_numbers import whole_number
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

TEXT, KIND, HEADING, AGENCIES, PAGE, PARAGRAPH = (
    "Text",
    "Kind",
    "Heading",
    "Agencies",
    "Page",
    "Paragraph",
)
Change = Callable[[Typed], Typed]


class FindingFields(QWidget):
    """`changed` brings a change of what is typed, `agency_ticked` an agency, ticked or not."""

    changed = Signal(object)
    agency_ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self.text = NoteField()
        self.text.setStyleSheet("")
        self.text.setAccessibleName(TEXT)
        self.kind = QComboBox()
        self.heading = QLineEdit(maxLength=400)
        self.page, self.paragraph = QLineEdit(maxLength=9), QLineEdit(maxLength=9)
        self.agencies: dict[str, QCheckBox] = {}
        self._about = Words("", FontRole.LABEL, Role.INK2)
        self._boxes = QWidget()
        self._flow = Flow(self._boxes, across=12)
        self._rows: dict[str, FormRow] = {}
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self._lay_out()
        self._connect()

    def show_finding(self, facts: Facts, finding: Finding, chosen: int) -> None:
        """Show a finding; what is being typed for the same one stays."""
        same = self._finding is not None and self._finding.id == finding.id
        if same:
            self.text.set_kept(finding.text)
        else:
            self.text.ask()
            self.text.begin(finding.text)
            self.clear_problems()
        before, self._finding = self._finding, finding
        self.kind.setCurrentIndex(self.kind.findData(finding.kind.value))
        for field, name in (
            (self.heading, "heading"),
            (self.page, "page"),
            (self.paragraph, "paragraph"),
        ):
            old = getattr(before, name) if same else None
            _put(field, getattr(finding, name), old)
        self._offer_agencies(facts.agencies)
        for key, box in self.agencies.items():
            box.setChecked(key in finding.agencies)
        self._about.setText(f"Agencies of the {chosen} chosen" if chosen > 1 else AGENCIES)
        self.setEnabled(finding.stands)

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong at its field, or below the text."""
        self.clear_problems()
        row = self._rows.get(problem.place)
        if row is not None:
            row.set_problem(problem.sentence)
            return
        self._problem.setText(problem.sentence)
        self._problem.show()
        self.text.refused()

    def clear_problems(self) -> None:
        """Nothing is wrong any more."""
        self._problem.hide()
        for row in self._rows.values():
            row.set_problem("")

    def _set_text(self, text: str) -> None:
        self.changed.emit(lambda typed: replace(typed, text=text))

    def _set_kind(self) -> None:
        kind = Kind(self.kind.currentData())
        if self._finding is not None and kind is not self._finding.kind:
            self.changed.emit(lambda typed: replace(typed, kind=kind))

    def _set_heading(self) -> None:
        text = self.heading.text()
        if self._finding is not None and text.strip() != self._finding.heading:
            self.changed.emit(lambda typed: replace(typed, heading=text))

    def _set_number(self, field: QLineEdit, place: str) -> None:
        text, name = field.text(), place.casefold()
        if self._finding is None or text.strip() == _shown(getattr(self._finding, name)):
            return

        def change(typed: Typed) -> Typed:
            number = whole_number(text, place)
            return (
                replace(typed, page=number) if name == "page" else replace(typed, paragraph=number)
            )

        self.changed.emit(change)

    def _offer_agencies(self, known: tuple[tuple[str, str], ...]) -> None:
        if [(key, box.text()) for key, box in self.agencies.items()] == list(known):
            return
        for box in self.agencies.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.agencies = {key: QCheckBox(words, self._boxes) for key, words in known}
        for key, box in self.agencies.items():
            box.clicked.connect(lambda on, key=key: self.agency_ticked.emit(key, on))
        self._flow.add_all(list(self.agencies.values()))

    def _lay_out(self) -> None:
        for kind in Kind:
            self.kind.addItem(kind_words(kind), kind.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addWidget(self._problem)
        column.addWidget(self._about)
        column.addWidget(self._boxes)
        for place, field in (
            (KIND, self.kind),
            (HEADING, self.heading),
            (PAGE, self.page),
            (PARAGRAPH, self.paragraph),
        ):
            self._rows[place] = FormRow(place, field)
        for place in (KIND, HEADING):
            column.addWidget(self._rows[place])
        beside = QHBoxLayout()
        for place in (PAGE, PARAGRAPH):
            beside.addWidget(self._rows[place])
        column.addLayout(beside)
        self._problem.hide()

    def _connect(self) -> None:
        self.text.wanted.connect(self._set_text)
        self.kind.activated.connect(lambda _at: self._set_kind())
        self.heading.editingFinished.connect(self._set_heading)
        self.page.editingFinished.connect(lambda: self._set_number(self.page, PAGE))
        self.paragraph.editingFinished.connect(lambda: self._set_number(self.paragraph, PARAGRAPH))


def _put(field: QLineEdit, value: object, before: object) -> None:
    """Show what is kept, unless something else is being typed."""
    typing = field.hasFocus() and before is not None and field.text() != _shown(before)
    if not typing:
        field.setText(_shown(value))


def _shown(value: object) -> str:
    return str(value or "")
