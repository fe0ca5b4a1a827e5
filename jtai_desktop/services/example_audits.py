"""The case audit of the example, played through the actions that a person uses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from jtai_desktop.domain.audits.audit import Audit, CaseFact, Fact
from jtai_desktop.domain.audits.entries import SHAPES, Part
from jtai_desktop.domain.audits.returns import Said, Step
from jtai_desktop.domain.evaluations.evaluation import Key
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import audit_entries, audits, overview
from jtai_desktop.services.workspace import Workspace

Script = dict[str, Any]


class Playing:
    """Plays the steps; identities of its own, so that those of other records stay as they are."""

    def __init__(
        self, workspace: Workspace, inspection_id: str, data: Script, new_id: Callable[[], str]
    ) -> None:
        self._workspace, self._inspection = workspace, inspection_id
        self._data, self._new_id = data, new_id

    def play(self, step: Script) -> None:
        """One step, if it is about the audit."""
        with self._own_ids():
            if step.get("audit") == "begun":
                self._begin()
            elif step.get("audit") == "answers":
                self._answer()
            elif step.get("audit") == "reflected":
                told = {Fact.REFLECTIONS: step["reflections"]}
                audits.set_facts(self._workspace, self._inspection, self._audit.id, told)
            elif "return" in step:
                self._take(step)

    @property
    def _audit(self) -> Audit:
        return overview.load(self._workspace, self._inspection).audited[0]

    @contextmanager
    def _own_ids(self) -> Iterator[None]:
        before, self._workspace.new_id = self._workspace.new_id, self._new_id
        yield
        self._workspace.new_id = before

    def _begin(self) -> None:
        here, inspection = self._workspace, self._inspection
        facts = {Fact(key): text for key, text in self._data["audit"].items()}
        audit_id = audits.begun(audits.begin(here, inspection, facts))
        for team in self._data["teams"]:
            agency = team.get("agency", "")
            audits.add_team(here, inspection, audit_id, team["name"], agency)
        for case in self._data["cases"]:
            told = {CaseFact(key): text for key, text in case.items()}
            audits.add_case(here, inspection, audit_id, told)
        for entry in self._data["entries"]:
            part = Part(entry["part"])
            wanted = {
                each.field: entry[each.field] for each in SHAPES[part].fields if each.field in entry
            }
            audit_entries.add(here, inspection, audit_id, part, wanted)
        self._strike_out(audit_id)

    def _strike_out(self, audit_id: str) -> None:
        audit = self._audit
        cases = {each.reference: each.id for each in audit.cases}
        teams = {each.name: each.id for each in audit.teams}
        for each in self._data["not_owed"]:
            for team in each["teams"]:
                pair = (cases[each["case"]], teams[team])
                audits.set_owed(self._workspace, self._inspection, audit_id, *pair, owed=False)

    def _returns(self) -> dict[str, str]:
        """The identity of each return by its case and team, such as “Case 3 Hospital”."""
        audit = self._audit
        return {audit.called(each).replace(", ", " "): each.id for each in audit.returns}

    def _take(self, step: Script) -> None:
        known = self._returns()
        ids = [known[each] for each in step.get("pairs", known)]
        when = step["when"].replace(tzinfo=LONDON) if "when" in step else None
        said = Said(step.get("how", ""), step.get("note", ""), when)
        audits.take_step(self._workspace, self._inspection, ids, Step(step["return"]), said)

    def _answer(self) -> None:
        known = self._returns()
        for called, lines in self._data["answers"].items():
            texts = {
                Key(int(number), part): text
                for number, parts in lines.items()
                for part, text in parts.items()
            }
            audits.write(self._workspace, self._inspection, known[called], texts)
