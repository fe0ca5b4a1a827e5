"""The choices of one paper: only those that it has."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.actions.versions import AS_IT_STANDS
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_day
from jtai_desktop.domain.wording import day_full
from jtai_desktop.reports.variants import WORDS, Variant
from jtai_desktop.services.paper_kind import Choice
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.pages.papers.bind_box import BindBox
from jtai_desktop.ui.pages.papers.chosen import Chosen, parts_of
from jtai_desktop.ui.pages.papers.facts import Facts
from jtai_desktop.ui.pages.papers.parts_box import PartsBox

EVERYONE = "Everyone"
ALL_OF_IT, EVERYBODY = "The whole agency", "Everybody"
ALL_LISTS, EVERY_CHILD = "All lists", "Every child"
GAP = 12


class ChoiceForm(QWidget):
    """Emits what is chosen as soon as it is; an impossible day stays with its sentence."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self.day = QLineEdit(maxLength=80)
        self.agency, self.person = QComboBox(), QComboBox()
        self.child, self.variant = QComboBox(), QComboBox()
        self.list = QComboBox()
        self.version, self.compared = QComboBox(), QComboBox()
        self.parts, self.bind = PartsBox(), BindBox()
        self._day_row = FormRow("For the &day", self.day)
        self._rows = {
            Choice.DAY: self._day_row,
            Choice.VARIANT: FormRow("W&ho reads it", self.variant),
            Choice.AGENCY: FormRow("For &whom", self.agency),
            Choice.PERSON: FormRow("For which pe&rson", self.person),
            Choice.CHILD: FormRow("For which &child", self.child),
            Choice.LIST: FormRow("Of which &list", self.list),
            Choice.VERSION: FormRow("&Version of the plan", self.version),
            Choice.COMPARED: FormRow("C&ompared with", self.compared),
            Choice.PARTS: self.parts,
        }
        self._lay_out()
        self._connect()

    @property
    def first(self) -> QWidget | None:
        """The first field that this paper has."""
        return next((row for row in self._rows.values() if not row.isHidden()), None)

    def show_facts(self, facts: Facts) -> None:
        """Show the choices of the paper; what is being typed stays."""
        before, self._facts = self._facts, facts
        if before is None or before.chosen.key != facts.chosen.key:
            self._show_rows(facts)
        one = Choice.ONE_AGENCY in facts.kind.choices
        everyone = () if one else (("", EVERYONE),)
        agencies = tuple((agency.key, agency.name) for agency in facts.agencies)
        _fill(self.agency, (*everyone, *agencies), facts.chosen.agency)
        all_people = ALL_OF_IT if facts.chosen.agency else EVERYBODY
        _fill(self.person, (("", all_people), *facts.people), facts.chosen.person)
        all_of_them = () if Choice.ONE_CHILD in facts.kind.choices else (("", EVERY_CHILD),)
        children = tuple((each.label, each.label) for each in facts.children)
        _fill(self.child, (*all_of_them, *children), facts.chosen.child)
        _fill(self.list, (("", ALL_LISTS), *facts.lists), facts.chosen.list)
        _fill(self.version, facts.versions, facts.chosen.version)
        _fill(
            self.compared, (("", AS_IT_STANDS.capitalize()), *facts.versions), facts.chosen.compared
        )
        variants = [(str(each), WORDS[each].name) for each in facts.kind.variants]
        _fill(self.variant, variants, str(facts.chosen.variant))
        self.parts.show_parts(parts_of(facts.chosen))
        self.bind.show_choice(facts.chosen.bind, facts.chosen.codes, facts.codes)
        if not self.day.isModified():
            self.day.setText(day_full(facts.chosen.day or facts.today))

    def forget_typing(self) -> None:
        """The day is set from elsewhere: what was being typed does not count."""
        self.day.setModified(False)
        self._day_row.set_problem("")

    def _show_rows(self, facts: Facts) -> None:
        choices = facts.kind.choices
        if Choice.ONE_AGENCY in choices:
            choices = choices | {Choice.AGENCY}
        if Choice.ONE_CHILD in choices:
            choices = choices | {Choice.CHILD}
        for choice, row in self._rows.items():
            row.setVisible(choice in choices)
        self.bind.setVisible(Choice.PARTS in choices)
        self._day_row.set_problem("")
        self.day.setModified(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(self.bind)

    def _connect(self) -> None:
        self.day.editingFinished.connect(self._choose_day)
        self.agency.activated.connect(
            lambda _place: self._choose(agency=str(self.agency.currentData() or ""))
        )
        self.person.activated.connect(
            lambda _place: self._choose(person=str(self.person.currentData() or ""))
        )
        self.child.activated.connect(
            lambda _place: self._choose(child=str(self.child.currentData() or ""))
        )
        self.list.activated.connect(
            lambda _place: self._choose(list=str(self.list.currentData() or ""))
        )
        self.version.activated.connect(
            lambda _place: self._choose(version=str(self.version.currentData() or ""))
        )
        self.compared.activated.connect(
            lambda _place: self._choose(compared=str(self.compared.currentData() or ""))
        )
        self.variant.activated.connect(
            lambda _place: self._choose(variant=Variant(self.variant.currentData()))
        )
        self.parts.changed.connect(lambda keys: self._choose(parts=keys))
        self.bind.changed.connect(lambda bind, codes: self._choose(bind=bind, codes=codes))

    def _choose_day(self) -> None:
        text = self.day.text().strip()
        try:
            day = read_day(text) if text else None
        except Refused as refusal:
            self._day_row.set_problem(str(refusal))
            return
        self._day_row.set_problem("")
        if self._facts is None:
            return
        self.day.setText(day_full(day or self._facts.today))
        if day != self._facts.chosen.day:
            self._choose(day=day)

    def _choose(self, **what: object) -> None:
        if self._facts is not None:
            chosen: Chosen = replace(self._facts.chosen, **what)  # type: ignore[arg-type]
            self.changed.emit(chosen)


def _fill(field: QComboBox, wanted: Sequence[tuple[str, str]], chosen: str) -> None:
    """The list anew only where it differs: it may be open."""
    shown = [(field.itemData(place), field.itemText(place)) for place in range(field.count())]
    field.blockSignals(True)
    if shown != list(wanted):
        field.clear()
        for key, name in wanted:
            field.addItem(name, key)
    field.setCurrentIndex(max(0, field.findData(chosen)))
    field.blockSignals(False)
