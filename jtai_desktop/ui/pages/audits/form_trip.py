"""What leaves the page as a file and comes back: forms of teams, and the report."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from jtai_desktop.domain.audits.audit import Audit
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import audit_forms, audit_reports
from jtai_desktop.services.evaluation_forms import Preview
from jtai_desktop.ui.evaluations.form_preview import FormPreview
from jtai_desktop.ui.evaluations.form_trip import TITLE, WRITING
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.returned.asking import WORD, ask_where, ask_which
from jtai_desktop.ui.returned.trip import ReturnTrip
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk

PDF = "PDF (*.pdf)"
REPORT, SAVING = audit_reports.KEY, "The report is being written …"
FORMS, OUT, BACK = "Forms", "Form for {}, {}…", "Take in a returned form…"


class AuditTrip(ReturnTrip[Preview]):
    """A preview lies over `over` until it is closed."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(desk, over)
        self._over = over
        self._audit: Audit | None = None
        self.button = plain_button(FORMS, "save")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill)
        self.report = plain_button("Re&port", "printer")
        reports = QMenu(self.report)
        self.report.setMenu(reports)
        for words, act in (
            ("&Print…", lambda: desk.go.emit("papers", REPORT)),
            ("Save as P&DF…", partial(self._ask_report, ".pdf", PDF)),
            ("Save for &Word…", partial(self._ask_report, ".docx", WORD)),
        ):
            reports.addAction(words, act)

    def show_audit(self, audit: Audit) -> None:
        """Which forms there are."""
        self._audit = audit

    def fill(self) -> None:
        """A form for each team that owes a return; and taking one in."""
        self.menu.clear()
        self.menu.addAction(BACK, self._ask_back)
        self.menu.addSeparator()
        found = audit_forms.teams_of(self._audit) if self._audit else ()
        for team, sheets in found:
            title = OUT.format(team.name, counted(len(sheets), "case")).replace("&", "&&")
            self.menu.addAction(title, partial(self._ask_out, team.id))

    def export_to(self, path: Path, team_id: str) -> None:
        """Write the form of a team."""
        if self._audit is None:
            return
        inspection, audit = self._desk.inspection_id, self._audit.id
        self.write(
            path,
            WRITING,
            lambda work: audit_forms.export(work, inspection, path, audit, team_id),
        )

    def save_report(self, path: Path) -> None:
        """Write the report of the audit that is shown."""
        if self._audit is None:
            return
        inspection, audit = self._desk.inspection_id, self._audit.id
        self.write(path, SAVING, lambda work: audit_reports.save(work, inspection, audit, path))

    def import_from(self, path: Path) -> FormPreview:
        """Show what the form would change, once it is read."""
        view, inspection = FormPreview(), self._desk.inspection_id
        view.still_writing.setText("The team is still writing: do not mark it received")

        def act_of(seen: Preview) -> Act:
            taken, returned = view.taken, not view.still_writing.isChecked()
            return lambda work: audit_forms.apply(work, inspection, seen, taken, returned=returned)

        self.show_file(
            self._over,
            TITLE,
            path,
            view,
            lambda work, say, stop: audit_forms.preview(work, inspection, path, say, stop),
            act_of,
        )
        return view

    def _ask_out(self, team_id: str) -> None:
        teams = [each.id for each in self._audit.teams] if self._audit else []
        stem = f"audit-return-{1 + teams.index(team_id)}"
        path = ask_where(self.button, "Form for a team", stem)
        if path:
            self.export_to(path, team_id)

    def _ask_report(self, suffix: str, kind: str) -> None:
        usual = f"{REPORT}{suffix}"
        name, _ = QFileDialog.getSaveFileName(self.report, "Report", usual, kind)
        if name:
            self.save_report(Path(name).with_suffix(suffix))

    def _ask_back(self) -> None:
        path = ask_which(self.button, TITLE)
        if path:
            self.import_from(path)
