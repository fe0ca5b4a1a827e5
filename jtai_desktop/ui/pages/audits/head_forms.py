"""The forms above the matrix: begin an audit, add a case, add a team. Enter adds, Esc puts away."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.audits.audit import (
    CASE_HINTS,
    CASE_TITLES,
    FACT_HINTS,
    FACT_TITLES,
    CaseFact,
    Fact,
)
from jtai_desktop.domain.audits.naming import name_in_reference, name_in_text
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.people import Agency
from jtai_desktop.services import audits
from jtai_desktop.ui.kit.line_form import LineForm, fill
from jtai_desktop.ui.pages.audits.kept_parts import AGENCY, NO_AGENCY, TEAM
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed


class TypedForm(LineForm):
    """A line of fields."""

    def begin(self) -> None:
        """Empty, and the ring on the first field."""
        fields = [row.field for row in self._rows.values()]
        for field in fields:
            if isinstance(field, QLineEdit):
                field.clear()
        self.show_problem(None)
        self.show()
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self, shares: Sequence[int]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 10)
        row.setSpacing(12)
        for part, share in zip(self._rows.values(), shares, strict=True):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._controls(), 0, Qt.AlignmentFlag.AlignTop)


class AuditForm(TypedForm):
    """What an audit begins with."""

    USUAL = FACT_TITLES[Fact.THEME]
    FACTS = (Fact.THEME, Fact.PERIOD, Fact.DUE, Fact.SCRUTINEER)

    def __init__(self) -> None:
        super().__init__("Begin", "Begin the audit")
        self.fields = {
            fact: self._line(FACT_TITLES[fact], hint=FACT_HINTS[fact]) for fact in self.FACTS
        }
        self._stand((3, 3, 2, 2))

    def typed(self) -> Mapping[Fact, str]:
        """What was filled in."""
        return {fact: field.text() for fact, field in self.fields.items()}


class CaseForm(TypedForm):
    """A case by its reference; what looks like a name is remarked on."""

    USUAL = CASE_TITLES[CaseFact.REFERENCE]

    def __init__(self) -> None:
        super().__init__("Add", "Add the case")
        self.fields = {
            fact: self._line(CASE_TITLES[fact], hint=CASE_HINTS[fact]) for fact in CaseFact
        }
        self._stand((2, 2, 6))
        for fact, remark in (
            (CaseFact.REFERENCE, name_in_reference),
            (CaseFact.FEATURES, name_in_text),
        ):
            self.fields[fact].textChanged.connect(partial(self._remark, fact, remark))

    def typed(self) -> Mapping[CaseFact, str]:
        """What was filled in."""
        return {fact: field.text() for fact, field in self.fields.items()}

    def _remark(self, fact: CaseFact, remark: Callable[[str], str], text: str) -> None:
        row = self._rows[CASE_TITLES[fact]]
        row.set_problem("")
        row.set_hint(remark(text))


class TeamForm(TypedForm):
    """A team by its name, and of which agency it is."""

    USUAL = TEAM

    def __init__(self) -> None:
        super().__init__("Add", "Add the team")
        self.name = self._line(TEAM, hint="Police, vulnerability team")
        self.agency = self._combo(AGENCY)
        self._stand((3, 2))

    def offer(self, agencies: Sequence[Agency]) -> None:
        """The agencies of the inspection."""
        fill(self.agency, [("", NO_AGENCY), *((each.key, each.short) for each in agencies)])


class HeadForms(QWidget):
    """One of them at a time; `left` gives the ring back, `begun` names an audit just begun."""

    left = Signal()
    begun = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._audit = desk, ""
        self.audit, self.case, self.team = AuditForm(), CaseForm(), TeamForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for form in self._forms:
            column.addWidget(form)
            form.hide()
            form.left.connect(self._put_away)
        self.audit.wanted.connect(self._begin)
        self.case.wanted.connect(self._add_case)
        self.team.wanted.connect(self._add_team)

    def show_audit(self, audit_id: str, agencies: Sequence[Agency]) -> None:
        """To which audit cases and teams are added."""
        self._audit = audit_id
        self.team.offer(agencies)

    def unfold(self, form: TypedForm) -> None:
        """Show one form, and no other."""
        self.fold()
        form.begin()

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        shown = [form for form in self._forms if not form.isHidden()]
        for form in shown:
            form.hide()
        return bool(shown)

    @property
    def _forms(self) -> tuple[TypedForm, ...]:
        return self.audit, self.case, self.team

    def _begin(self) -> None:
        typed = self.audit.typed()

        def done(changes: Changes) -> None:
            self.fold()
            self.begun.emit(audits.begun(changes))

        self._act(self.audit, lambda here: lambda work: audits.begin(work, here, typed), done)

    def _add_case(self) -> None:
        typed, audit = self.case.typed(), self._audit
        self._act(
            self.case,
            lambda here: lambda work: audits.add_case(work, here, audit, typed),
            lambda _changes: self.case.begin(),
        )

    def _add_team(self) -> None:
        name, agency = self.team.name.text(), str(self.team.agency.currentData() or "")
        audit = self._audit
        self._act(
            self.team,
            lambda here: lambda work: audits.add_team(work, here, audit, name, agency),
            lambda _changes: self.team.begin(),
        )

    def _act(
        self, form: LineForm, act: Callable[[str], Act], then: Callable[[Changes], None]
    ) -> None:
        act_as_typed(self._desk.hub, form, lambda: act(self._desk.inspection_id), then)

    def _put_away(self) -> None:
        self.fold()
        self.left.emit()
