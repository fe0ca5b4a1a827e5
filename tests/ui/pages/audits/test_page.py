"""The page of the case audits: the matrix, steps, parts edited in place, forms above and back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.audits.audit import CaseFact, Fact
from jtai_desktop.domain.audits.entries import Field, Part
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.audits.returns import Stage, Step
from jtai_desktop.ui.pages.audits.model import head_lines
from jtai_desktop.ui.pages.audits.page import AuditsPage
from jtai_desktop.ui.pages.audits.tabs import Tab
from jtai_desktop.ui.shell.page import Desk
from tests.exchange.evaluations.filled import FilledForm


@dataclass(frozen=True)
class Seen:
    """The page over the example."""

    page: AuditsPage
    desk: Desk
    settle: Callable[[], None]

    @property
    def standing(self) -> Standing:
        """The audit that is shown."""
        found = self.page.standing
        assert found is not None
        return found

    def go(self, called: str) -> None:
        """Put the ring on a return."""
        owed = next(each for each in self.standing.owed if each.called == called)
        assert self.page.grid.go(owed.found.id)

    def take(self, step: Step, **typed: str) -> None:
        """Fill in the form of a step, and finish it."""
        steps = self.page.panel.steps
        assert steps.unfold(step)
        assert steps.form is not None
        for place, row in steps.form._rows.items():
            if isinstance(row.field, QLineEdit):
                row.field.setText(typed.get(place.lower(), ""))
        steps.form.wanted.emit()
        self.settle()
        self.settle()


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Callable[[], None]) -> Seen:
    page = AuditsPage(desk)
    qtbot.addWidget(page)
    page.resize(1186, 669)
    page.show()
    settle()
    return Seen(page, desk, settle)


def test_the_matrix_shows_what_is_late_and_arrows_move_the_ring(seen: Seen) -> None:
    grid = seen.page.grid
    assert (grid.matrix.rowCount(), grid.matrix.columnCount()) == (5, 11)
    late = grid.matrix.cell(2, 7)
    assert late is not None
    assert late.said == "Case 3, Hospital: Asked, 22 h 40 min late, chased twice"
    assert (late.small, late.last) == ("Late", "chased 2×")
    assert grid.current == seen.standing.late[0].found.id
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    not_owed = grid.matrix.cell(1, 10)
    assert not_owed is not None
    assert grid.current == not_owed.item_id
    assert seen.page.panel.owe.isVisibleTo(seen.page.panel)
    assert grid.matrix.data(grid.matrix.index(4, 7)) == "1"


def test_the_matrix_is_copied_as_a_table(seen: Seen) -> None:
    QTest.keyClick(seen.page.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0][:5] == ["Case", "Age band", "Features", "Front door", "Social care"]
    assert len(rows) == 5
    assert rows[3][10] == "Asked, Late"
    assert rows[1][10] == "Not owed"


def test_a_chase_is_counted_and_what_is_wrong_is_said_at_its_field(seen: Seen) -> None:
    seen.go("Case 3, Hospital")
    assert seen.page.panel.steps.shown[:2] == (Step.CHASED, Step.RECEIVED)
    seen.take(Step.CHASED, how="")
    form = seen.page.panel.steps.form
    assert form is not None
    assert form._rows["How"].problem == "How is empty. Please fill it in."
    seen.take(Step.CHASED, how="By telephone", when="25:00")
    form = seen.page.panel.steps.form
    assert form is not None
    assert "25:00" in form._rows["When"].problem
    seen.take(Step.CHASED, how="By telephone")
    assert seen.page.panel.steps.form is None
    entry = seen.standing.entry(seen.page.grid.current)
    assert entry is not None
    assert entry.chased_said == "chased 3 times"
    seen.take(Step.RECEIVED, when="9:00")
    entry = seen.standing.entry(seen.page.grid.current)
    assert entry is not None
    assert entry.found.stage is Stage.RECEIVED
    seen.take(Step.CORRECTED, reason="It was of another case")
    assert len(seen.standing.late) == 2


def test_a_case_is_added_changed_and_what_looks_like_a_name_is_remarked_on(seen: Seen) -> None:
    page, form = seen.page, seen.page.forms.case
    page.forms.unfold(form)
    form.fields[CaseFact.REFERENCE].setText("case 1")
    form.wanted.emit()
    seen.settle()
    assert "is there already" in form._rows["Reference"].problem
    form.fields[CaseFact.REFERENCE].setText("Case 5")
    form.fields[CaseFact.FEATURES].setText("Lives with Maggie")
    form.wanted.emit()
    seen.settle()
    seen.settle()
    assert len(seen.standing.audit.cases) == 5
    assert len(seen.standing.owed) == 38 + 11
    seen.go("Case 5, Police")
    assert page.panel.case._remark.text().startswith("“Maggie” may be a name")
    page.panel.case.features.setPlainText("Lives with an aunt")
    page.panel.case.features.ask()
    seen.settle()
    seen.settle()
    assert seen.standing.audit.cases[4].features == "Lives with an aunt"
    page.panel.case.remove.click()
    seen.settle()
    seen.settle()
    assert len(seen.standing.audit.cases) == 4


def test_parts_are_written_in_place_added_and_taken_out(seen: Seen) -> None:
    seen.page.open_at("headline")
    assert seen.page.tab is Tab.HEADLINE
    view = seen.page.entries[Part.HEADLINE]
    block = view.blocks[3]
    block.lines[Field.MARKER].line.setText("Criterion 25")
    block.lines[Field.MARKER].wanted.emit("Criterion 25")
    block.notes[Field.TEXT].setPlainText("")
    block.notes[Field.TEXT].ask()
    seen.settle()
    seen.settle()
    assert seen.standing.audit.of(Part.HEADLINE)[3].marker == "Criterion 25"
    assert block._problem.text() == "Headline is empty. Please fill it in."
    view.begin_adding()
    field = view.form.fields[Field.TEXT]
    assert isinstance(field, QLineEdit)
    field.setText("Heard at last")
    view.form.wanted.emit()
    seen.settle()
    seen.settle()
    assert [each.text for each in seen.standing.audit.of(Part.HEADLINE)][-1] == "Heard at last"
    view.blocks[4].remove.click()
    seen.settle()
    seen.settle()
    assert len(seen.standing.audit.of(Part.HEADLINE)) == 4
    seen.page.open_at("line")
    line = seen.page.entries[Part.LINE].blocks[0]
    refused: list[str] = []
    seen.desk.hub.refused.connect(refused.append)
    line.remove.click()
    seen.settle()
    assert refused == ["Key line 1: Returns answer this key line already, so it stays."]


def test_the_audit_itself_is_edited_and_a_second_one_begun(seen: Seen) -> None:
    about = seen.page.about
    about.fields[Fact.DUE].wanted.emit("soon")
    seen.settle()
    assert "“soon” can’t be read" in about.fields[Fact.DUE].problem
    about.fields[Fact.DUE].line.setText("12 Nov 2026")
    about.fields[Fact.DUE].wanted.emit("12 Nov 2026")
    seen.settle()
    seen.settle()
    assert seen.standing.late == ()
    form = seen.page.forms.audit
    seen.page.forms.unfold(form)
    form.fields[Fact.THEME].setText("Neglect")
    form.wanted.emit()
    seen.settle()
    seen.settle()
    assert seen.standing.audit.theme == "Neglect"
    assert seen.page._middle.currentWidget() is seen.page.bare
    seen.page.bare.asked.emit()
    seen.page.forms.case.fields[CaseFact.REFERENCE].setText("Case 1")
    seen.page.forms.case.wanted.emit()
    seen.settle()
    seen.settle()
    assert seen.page.bare.button is not None
    assert seen.page.bare.button.text() == "Add a team"
    seen.page.bare.asked.emit()
    assert not seen.page.forms.team.isHidden()
    seen.page.forms.team.name.setText("Police")
    seen.page.forms.team.wanted.emit()
    seen.settle()
    seen.settle()
    assert seen.page._middle.currentWidget() is seen.page.grid
    assert seen.page.which.count() == 2
    seen.page.which.setCurrentIndex(0)
    seen.page.which.activated.emit(0)
    assert len(seen.standing.audit.cases) == 4


def test_a_form_goes_out_and_comes_back_through_the_preview(seen: Seen, tmp_path: Path) -> None:
    audit = seen.standing.audit
    team = next(each for each in audit.teams if each.name == "Hospital")
    path = tmp_path / "form.xlsx"
    seen.page.trip.export_to(path, team.id)
    seen.settle()
    form = FilledForm(path.read_bytes())
    form.put("Case 3", "2", "impact", "Seen the same day")
    path.write_bytes(form.xlsx())
    view = seen.page.trip.import_from(path)
    seen.settle()
    assert view.progress.text().endswith("1 new, 0 changed and 31 unchanged")
    view.accepted.emit()
    seen.settle()
    seen.settle()
    seen.go("Case 3, Hospital")
    entry = seen.standing.entry(seen.page.grid.current)
    assert entry is not None
    assert entry.found.stage is Stage.RECEIVED
    assert list(entry.found.texts.values()) == ["Seen the same day"]


@pytest.mark.parametrize(("name", "begins"), [("a.pdf", b"%PDF-"), ("a.docx", b"PK")])
def test_the_report_of_the_audit_is_saved(
    seen: Seen, qtbot: QtBot, tmp_path: Path, name: str, begins: bytes
) -> None:
    told: list[str] = []
    seen.page.trip.said.connect(told.append)
    seen.page.trip.save_report(tmp_path / name)
    seen.settle()
    seen.settle()
    saved = "Multi-agency case audit (the partnership"
    qtbot.waitUntil(lambda: told[-1].startswith(saved), timeout=5000)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_panel_over_a_narrow_window_stays_while_one_works_in_it(seen: Seen) -> None:
    page = seen.page
    page.resize(1000, 600)
    opened = [page._body.is_open]
    seen.go("Case 3, Hospital")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    opened.append(page._body.is_open)
    seen.take(Step.CHASED, how="By telephone")
    opened.append(page._body.is_open)
    page._turn_to(Tab.FORUM)
    assert [*opened, page._body.is_open] == [False, True, True, False]


def test_where_one_was_is_kept(seen: Seen) -> None:
    seen.go("Case 4, Police")
    seen.page._turn_to(Tab.FORUM)
    state = seen.page.view_state()
    assert (state["tab"], state["audit"]) == ("forum", seen.standing.audit.id)
    seen.page._turn_to(Tab.RETURNS)
    seen.go("Case 1, Police")
    seen.page.restore_view(state)
    assert (seen.page.tab, seen.page.grid.current) == (Tab.FORUM, state["current"])


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Police", ("Police",)),
        ("School nurses", ("School", "nurses")),
        ("A b c d e f", ("A b c d e", "f")),
        ("One two three four five six", ("One two", "three", "four five six")),
        ("Child protection chair team x", ("Child", "protection", "chair team x")),
    ],
)
def test_a_long_team_stands_in_three_lines(name: str, lines: tuple[str, ...]) -> None:
    assert head_lines(name) == lines
