"""The forms of texts and links, of a new action, and of a version that is issued."""

from PySide6.QtWidgets import QCheckBox

from jtai_desktop.domain.actions.answering import read_sources, sources_text
from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.services import actions, plan_versions
from jtai_desktop.services.actions import New
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.form import PlanForm
from jtai_desktop.ui.shell.hub import Act


class TextsForm(PlanForm):
    """The texts of an action."""

    def __init__(self, entry: Entry, facts: PlanFacts) -> None:
        super().__init__("Keep")
        self._one = entry.action.id
        action = entry.action
        self._words = self._text("Action", action.text)
        sections = [(each.key, each.title) for each in facts.plan.known_sections]
        self._section = self._combo("Section", sections)
        self._section.setCurrentIndex(max(0, self._section.findData(action.section)))
        self._lead = self._line("Lead", "Lead, one role")
        self._deputy = self._line("Deputy")
        self._measure = self._text("Measure of impact", action.measure)
        self._references = self._line("References", "Strategic references", "such as SY2,8")
        for field, kept in (
            (self._lead, action.lead),
            (self._deputy, action.deputy),
            (self._references, action.references),
        ):
            field.setText(kept)
        self._stack()

    def act(self, inspection_id: str) -> Act:
        new = Texts(
            section=str(self._section.currentData()),
            text=self._words.toPlainText(),
            lead=self._lead.text(),
            deputy=self._deputy.text(),
            measure=self._measure.toPlainText(),
            references=self._references.text(),
        )
        return lambda w: actions.write(w, inspection_id, self._one, new)


class AnswersForm(PlanForm):
    """Which findings it answers."""

    def __init__(self, entry: Entry, facts: PlanFacts) -> None:
        super().__init__("Keep")
        self._one, self._sources = entry.action.id, facts.plan.sources
        self._typed = self._line("Findings", "Findings it answers", "such as F1, F3")
        self._typed.setText(sources_text(entry.sources))
        self._stack()

    def act(self, inspection_id: str) -> Act:
        keys = read_sources(self._typed.text(), self._sources)
        return lambda w: actions.set_sources(w, inspection_id, self._one, keys)


class DocumentForm(PlanForm):
    """A document of the register as evidence, or one less."""

    def __init__(self, entry: Entry, facts: PlanFacts) -> None:
        super().__init__("Keep")
        self._one, self._have = entry.action.id, entry.action.evidence
        linked = [(each, f"Remove: {facts.documents.get(each, each)}") for each in self._have]
        new = [(key, name) for key, name in facts.documents.items() if key not in self._have]
        self._document = self._combo("Documents", [*new, *linked])
        self._stack()

    def act(self, inspection_id: str) -> Act:
        chosen = str(self._document.currentData() or "")
        kept = [each for each in self._have if each != chosen]
        wanted = kept if chosen in self._have else [*kept, chosen]
        return lambda w: actions.set_evidence(w, inspection_id, self._one, wanted)


class OutForm(PlanForm):
    """Why it is taken out of the plan."""

    def __init__(self, entry: Entry) -> None:
        super().__init__("Take out")
        self._one = entry.action.id
        self._reason = self._line("Reason")
        self._stack()

    def act(self, inspection_id: str) -> Act:
        reason = self._reason.text()
        return lambda w: actions.take_out(w, inspection_id, self._one, reason)


class NewForm(PlanForm):
    """A new action."""

    def __init__(self, facts: PlanFacts, section: str = "", answers: str = "") -> None:
        super().__init__("Add")
        self._sources = facts.plan.sources
        self._words = self._text("Action")
        sections = [(each.key, each.title) for each in facts.plan.known_sections]
        self._section = self._combo("Section", sections)
        self._section.setCurrentIndex(max(0, self._section.findData(section)))
        self._answers = self._line("Findings", "Findings it answers", "such as F1, F3")
        self._answers.setText(answers)
        self._lead = self._line("Lead", "Lead, one role")
        self._timescale = self._line("Timescale", hint="such as End June 2027")
        self._measure = self._line("Measure of impact")
        self._stack()

    def act(self, inspection_id: str) -> Act:
        new = New(
            section=str(self._section.currentData() or ""),
            text=self._words.toPlainText(),
            lead=self._lead.text(),
            timescale=self._timescale.text(),
            measure=self._measure.text(),
            sources=read_sources(self._answers.text(), self._sources),
        )
        return lambda w: actions.add(w, inspection_id, new)


class IssueForm(PlanForm):
    """To which boards a version goes."""

    def __init__(self, facts: PlanFacts) -> None:
        super().__init__("Issue")
        last = facts.plan.issued
        number = (last.number if last else 0) + 1
        self.call(f"Version {number} of the plan: frozen as it stands now, and never changed")
        self._boards = self._line("Boards", "To which boards", "with a comma between them")
        self._boards.setText(", ".join(last.boards) if last else "")
        self._note = self._line("Note", hint="what the boards should look at")
        self._final = QCheckBox("Final, sent to the inspectorate")
        self._stack()
        self._column.insertWidget(self._column.count() - 1, self._final)

    def act(self, inspection_id: str) -> Act:
        boards, note = self._boards.text().split(","), self._note.text()
        final = self._final.isChecked()
        return lambda w: plan_versions.issue(w, inspection_id, boards, note, final=final)
