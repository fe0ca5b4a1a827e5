"""What is recorded of an audit, a case or a team, each field edited where it stands."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.audits.audit import (
    CASE_HINTS,
    CASE_TITLES,
    FACT_HINTS,
    FACT_TITLES,
    Audit,
    Case,
    CaseFact,
    Fact,
    Team,
)
from jtai_desktop.domain.audits.naming import name_in_reference, name_in_text
from jtai_desktop.domain.people import Agency
from jtai_desktop.services import audits
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.line_form import fill
from jtai_desktop.ui.kit.page_column import MARGIN, RIGHT
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.panel.notes import NoteField
from jtai_desktop.ui.pages.settings.kept_field import KeptField
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

NARROW, WIDE = 70, 110
TEAM, AGENCY, NO_AGENCY = "Team", "Agency", "none of them"


class CasePart(QWidget):
    """A case in the panel: reference, age band, features; a name is remarked on."""

    removed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._at: tuple[str, Case] | None = None
        self._heading = PanelHeading("Case")
        self.fields = {fact: self._row(fact) for fact in CaseFact}
        self.features = NoteField()
        self.features.setAccessibleName(CASE_TITLES[CaseFact.FEATURES])
        self.features.setPlaceholderText(CASE_HINTS[CaseFact.FEATURES])
        self._remark = Words("", FontRole.LABEL, Role.INK2, wrap=True)
        self.remove = LinkButton("Take this case out", FontRole.LABEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        for fact in (CaseFact.REFERENCE, CaseFact.AGE_BAND):
            column.addWidget(self.fields[fact])
        column.addWidget(Words(CASE_TITLES[CaseFact.FEATURES], ink=Role.INK2))
        for part in (self.features, self._remark, self.remove):
            column.addWidget(part)
        self.features.wanted.connect(partial(self._keep, CaseFact.FEATURES))
        self.features.textChanged.connect(self._look_at_names)
        self.remove.clicked.connect(self._take_out)

    def show_case(self, audit: Audit, case: Case) -> None:
        """Show a case; of another one nothing that was typed is left."""
        other = self._at is None or self._at[1].id != case.id
        if other:
            self.features.ask()
        self._at = (audit.id, case)
        self._heading.set_title(case.reference)
        kept = {CaseFact.REFERENCE: case.reference, CaseFact.AGE_BAND: case.age_band}
        for fact, text in kept.items():
            if other:
                self.fields[fact].bring_back()
            self.fields[fact].set_kept(text)
        if other:
            self.features.begin(case.features)
        else:
            self.features.set_kept(case.features)
        touched = any(each.is_touched for each in audit.returns if each.case_id == case.id)
        self.remove.setVisible(not touched)
        self._look_at_names()

    def _row(self, fact: CaseFact) -> KeptField:
        row = KeptField(CASE_TITLES[fact], placeholder=CASE_HINTS[fact], left=NARROW, flat=True)
        row.wanted.connect(partial(self._keep, fact))
        if fact is CaseFact.REFERENCE:
            row.line.textChanged.connect(lambda text: row.set_hint(name_in_reference(text)))
        return row

    def _look_at_names(self) -> None:
        self._remark.setText(name_in_text(self.features.toPlainText()))
        self._remark.setVisible(bool(self._remark.text()))

    def _keep(self, fact: CaseFact, text: str) -> None:
        if self._at is None:
            return
        audit_id, case = self._at
        inspection = self._desk.inspection_id
        self._desk.hub.act(
            lambda work: audits.change_case(work, inspection, audit_id, case.id, {fact: text}),
            None,
            partial(self._refuse, fact),
        )

    def _refuse(self, fact: CaseFact, sentence: str) -> None:
        if fact is CaseFact.FEATURES:
            self.features.refused()
            self._remark.setText(sentence)
            self._remark.show()
        else:
            self.fields[fact].refuse(sentence)

    def _take_out(self) -> None:
        if self._at is not None:
            audit_id, case = self._at
            inspection = self._desk.inspection_id
            self._desk.hub.act(
                lambda work: audits.remove_case(work, inspection, audit_id, case.id),
                lambda _changes: self.removed.emit(),
            )


class TeamPart(QWidget):
    """A team in the panel: what it is called, and taking it out."""

    removed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._at: tuple[str, Team] | None = None
        self._heading = PanelHeading(TEAM)
        self.name = KeptField("Name", left=NARROW, flat=True)
        self.agency = QComboBox()
        self.agency.setAccessibleName("The agency of this team")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.agency.setSizeAdjustPolicy(policy)
        self.remove = LinkButton("Take this team out", FontRole.LABEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._heading, self.name, self._agency_row(), self.remove):
            column.addWidget(part)
        self.name.wanted.connect(self._keep)
        self.agency.activated.connect(lambda _at: self._keep(self.name.line.text()))
        self.remove.clicked.connect(self._take_out)

    def show_team(self, audit: Audit, team: Team, agencies: Sequence[Agency]) -> None:
        """Show a team."""
        if self._at is None or self._at[1].id != team.id:
            self.name.bring_back()
        self._at = (audit.id, team)
        self._heading.set_title(team.name)
        self.name.set_kept(team.name)
        fill(self.agency, [("", NO_AGENCY), *((each.key, each.short) for each in agencies)])
        self.agency.setCurrentIndex(max(0, self.agency.findData(team.agency)))
        touched = any(each.is_touched for each in audit.returns if each.team_id == team.id)
        self.remove.setVisible(not touched)

    def _agency_row(self) -> FormRow:
        return FormRow(AGENCY, self.agency, left=NARROW)

    def _keep(self, called: str) -> None:
        if self._at is None:
            return
        audit_id, team = self._at
        inspection, key = self._desk.inspection_id, str(self.agency.currentData() or "")
        self._desk.hub.act(
            lambda work: audits.change_team(work, inspection, audit_id, team.id, called, key),
            None,
            self.name.refuse,
        )

    def _take_out(self) -> None:
        if self._at is not None:
            audit_id, team = self._at
            inspection = self._desk.inspection_id
            self._desk.hub.act(
                lambda work: audits.remove_team(work, inspection, audit_id, team.id),
                lambda _changes: self.removed.emit(),
            )


class AuditPart(QWidget):
    """The audit itself: theme, period, when returns are due, who scrutinises, the reflections."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._audit: Audit | None = None
        facts = [each for each in Fact if each is not Fact.REFLECTIONS]
        self.fields = {fact: self._row(fact) for fact in facts}
        self.reflections = NoteField()
        self.reflections.setAccessibleName("The independent scrutineer’s reflections")
        self.reflections.setPlaceholderText(FACT_HINTS[Fact.REFLECTIONS])
        self.reflections.setStyleSheet("")
        self._problem = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self.remove = LinkButton("Take this audit out", FontRole.LABEL)
        stand_on(self, Role.BG)
        across, column = QHBoxLayout(self), QVBoxLayout()
        across.setContentsMargins(MARGIN, 12, RIGHT, 12)
        # No line so long that one loses it.
        across.addLayout(column, 3)
        across.addStretch(1)
        column.setSpacing(6)
        for row in self.fields.values():
            column.addWidget(row)
        column.addSpacing(6)
        column.addWidget(Words("The scrutineer’s reflections", ink=Role.INK2))
        for part in (self.reflections, self._problem, self.remove):
            column.addWidget(part)
        column.addStretch(1)
        self._problem.hide()
        self.reflections.wanted.connect(partial(self._keep, Fact.REFLECTIONS))
        self.remove.clicked.connect(self._take_out)

    def show_audit(self, audit: Audit) -> None:
        """Show an audit; of another one nothing that was typed is left."""
        other = self._audit is None or self._audit.id != audit.id
        if other:
            self.reflections.ask()
        self._audit = audit
        for fact, row in self.fields.items():
            if other:
                row.bring_back()
            row.set_kept(audit.typed(fact))
        if other:
            self.reflections.begin(audit.reflections)
        else:
            self.reflections.set_kept(audit.reflections)
        self.remove.setVisible(not any(each.is_touched for each in audit.returns))

    def _row(self, fact: Fact) -> KeptField:
        row = KeptField(FACT_TITLES[fact], placeholder=FACT_HINTS[fact], left=WIDE)
        row.wanted.connect(partial(self._keep, fact))
        if fact is Fact.SCRUTINEER:
            row.line.textChanged.connect(lambda text: row.set_hint(name_in_text(text)))
        return row

    def _keep(self, fact: Fact, text: str) -> None:
        if self._audit is None:
            return
        inspection, audit_id = self._desk.inspection_id, self._audit.id
        self._act(
            lambda work: audits.set_facts(work, inspection, audit_id, {fact: text}),
            partial(self._refuse, fact),
        )

    def _act(self, act: Act, refused: Callable[[str], None]) -> None:
        self._problem.hide()
        self._desk.hub.act(act, None, refused)

    def _refuse(self, fact: Fact, sentence: str) -> None:
        if fact is not Fact.REFLECTIONS:
            self.fields[fact].refuse(sentence)
            return
        self.reflections.refused()
        self._problem.setText(sentence)
        self._problem.show()

    def _take_out(self) -> None:
        if self._audit is not None:
            inspection, audit_id = self._desk.inspection_id, self._audit.id
            self._desk.hub.act(lambda work: audits.remove(work, inspection, audit_id))
