"""The page of the self-evaluation: what stands there, writing in place, states, keys, filters."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.evaluations.form import FormFound
from jtai_desktop.domain.self_evaluation.answer import JOINT, Answer, Part
from jtai_desktop.domain.self_evaluation.register import Entry, SelfEvaluation
from jtai_desktop.exchange import evaluation_asking
from jtai_desktop.exchange.evaluation_asking import heard
from jtai_desktop.exchange.evaluation_reading import SELF_SHAPE, read_forms
from jtai_desktop.exchange.register_worker import LIMITS
from jtai_desktop.services import overview, undoing
from jtai_desktop.ui.pages.self_evaluation.answer_part import AGREE, BACK, LOOKED, AnswerView
from jtai_desktop.ui.pages.self_evaluation.page import SelfEvaluationPage
from jtai_desktop.ui.pages.self_evaluation.rows import Quick
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.shell.page import Desk
from tests.exchange.evaluations.filled import FilledForm
from tests.exchange.evaluations.filled_word import FilledDocument
from tests.ui.conftest import Settle
from tests.ui.pages.in_window import InWindow


class Seen(InWindow[SelfEvaluationPage]):
    """Somebody before the page."""

    def found(self) -> SelfEvaluation:
        """The self-evaluation as it stands in the vault."""
        got: list[SelfEvaluation] = []
        inspection = self.desk.inspection_id
        self.desk.hub.read(
            lambda workspace: overview.load(workspace, inspection).self_evaluation(), got.append
        )
        self.settle()
        return got[0]

    def entry(self, key: str) -> Entry:
        """A point in the vault."""
        entry = self.found().entry(key)
        assert entry is not None
        return entry

    def joint(self, key: str) -> Answer:
        """The joint answer in the vault."""
        answer = self.entry(key).joint
        assert answer is not None
        return answer

    def at(self, key: str) -> AnswerView:
        """Go to a point; its joint answer."""
        self.page.open_at(key)
        self.settle()
        return self.page.panel.joint

    def type_into(self, view: AnswerView, part: Part, text: str) -> None:
        """Write and leave the field."""
        field = view.part_of(part)
        assert field is not None
        field.field.setPlainText(text)
        field.field.ask()
        self.settle()

    def fill(self, form: PanelForm | None, text: str) -> None:
        """Fill in a small form and finish it."""
        assert form is not None
        line = form.findChild(QLineEdit)
        assert line is not None
        line.setText(text)
        form.wanted.emit()
        self.settle()

    def is_open(self) -> bool:
        """Whether the panel is in sight."""
        return self.page._body.is_open

    def keys(self) -> list[str]:
        """The rows that are shown."""
        return [row.key for row in self.page.table.rows if not row.section]


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Settle) -> Seen:
    """The page in a window."""
    shown = Seen(SelfEvaluationPage(desk), settle)
    qtbot.addWidget(shown.window)
    return shown


def test_groups_rows_filters_and_words_say_how_it_stands(seen: Seen) -> None:
    page, found = seen.page, seen.found()
    assert len(seen.keys()) == len(found.entries) + len(found.retired)
    assert [row.cells[0].text for row in page.table.rows if row.section][-1] == "Retired"
    for quick, number in ((Quick.MISSING, 31), (Quick.AGREED, 20), (Quick.DRAFT, 21)):
        page.filters.buttons[quick].click()
        assert len(seen.keys()) == number
    page.filters.toggle(Quick.DRAFT)
    page.search()
    page.filters.field.setText("triage")
    assert seen.keys() == ["marker:45"]
    assert page.chosen == "marker:45"
    page.filters.field.setText("nothing like it")
    assert seen.keys() == []
    assert page._nothing.isVisible()
    page.filters.field.setText("")
    page.open_at("remarks")
    assert set(seen.keys()) == {each.point.key for each in found.entries if each.found}


def test_a_text_is_written_in_place_saved_at_once_and_undone(seen: Seen) -> None:
    view = seen.at("marker:37")
    assert view.part_of(Part.EVALUATION) is not None
    view = seen.at("marker:41")
    seen.type_into(view, Part.EVALUATION, "Schools refer within a day.")
    assert seen.joint("marker:41").text(Part.EVALUATION) == "Schools refer within a day."
    assert "No impact" in next(r for r in seen.page.table.rows if r.key == "marker:41").spoken
    inspection = seen.desk.inspection_id
    seen.act(lambda workspace: undoing.undo(workspace, inspection))
    assert seen.entry("marker:41").answers == ()
    assert view.block.parts[0].field.toPlainText() == ""


def test_agreeing_needs_how_it_was_settled_and_is_taken_back(seen: Seen) -> None:
    view = seen.at("marker:17")
    assert [each.agency for each in seen.page.panel.views] == [JOINT, "council", "police", "camhs"]
    seen.type_into(view, Part.EVALUATION, "Asked in each case, seen by few.")
    view.deeds[AGREE].click()
    seen.settle()
    assert "3 agencies answered" in seen.page.panel._problem.text()
    seen.type_into(view, Part.SETTLED, "Officers get access in December.")
    view.deeds[AGREE].click()
    seen.settle()
    assert seen.joint("marker:17").agreed
    assert all(part.field.isReadOnly() for part in view.block.parts if not part.isHidden())
    view.deeds[BACK].click()
    seen.settle()
    assert not seen.joint("marker:17").agreed


def test_all_drafts_in_sight_are_agreed_as_one_step_or_none(seen: Seen) -> None:
    page = seen.page
    page.filters.field.setText("criterion")
    page.filters.buttons[Quick.DRAFT].click()
    page.filters.field.setText("children and families")
    assert seen.keys() == ["criterion:33"]
    page.trip.agree_wanted.emit()
    seen.settle()
    assert seen.joint("criterion:33").agreed
    page.trip.agree_wanted.emit()
    seen.settle()
    assert page._banner.isVisible()
    page.filters.field.setText("")
    number = len(seen.keys())
    seen.type_into(seen.at("marker:17"), Part.EVALUATION, "Asked, seen by few.")
    page.filters.buttons[Quick.DRAFT].click()
    page.trip.agree_wanted.emit()
    seen.settle()
    assert "3 agencies answered" in page._banner.accessibleName()
    assert len(seen.keys()) == number


def test_evidence_is_linked_dated_and_followed(seen: Seen) -> None:
    view = seen.at("marker:10")
    view.evidence.ask_link()
    form = view.evidence.fold.form
    assert form is not None
    combo = form.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentIndex(combo.findText("6.2 Who provides what"))
    form.wanted.emit()
    seen.settle()
    view.evidence.ask_date()
    seen.fill(view.evidence.fold.form, "yesterdayish")
    assert view.evidence.fold.form is not None
    seen.fill(view.evidence.fold.form, "1 Sep 2026")
    answer = seen.joint("marker:10")
    assert answer.dated is not None
    assert len(answer.links) == 1
    view.evidence.opened.emit(answer.links[0])
    assert seen.went[-1][0] == "documents"
    view = seen.at("criterion:31")
    view.deeds[LOOKED].click()
    seen.settle()
    assert not seen.joint("criterion:31").to_look_at


def test_the_council_words_adds_and_retires_points_and_an_agency_joins(seen: Seen) -> None:
    seen.at("marker:39")
    part, panel = seen.page.panel.point, seen.page.panel
    part.ask_wording()
    seen.fill(part.fold.form, "Schools are partners")
    assert seen.entry("marker:39").point.title == "Schools are partners"
    part.ask_reason()
    seen.fill(part.fold.form, "")
    assert part.fold.form is not None
    seen.fill(part.fold.form, "Asked elsewhere")
    assert seen.entry("marker:39").point.is_retired
    part.bring_back()
    seen.settle()
    assert not seen.entry("marker:39").point.is_retired
    seen.page.trip.new_wanted.emit()
    seen.fill(part.fold.form, "Elected members visit each team")
    assert seen.entry("criterion:42").point.title == "Elected members visit each team"
    panel.ask_agency()
    assert panel.fold.form is not None
    panel.fold.form.wanted.emit()
    seen.type_into(panel.columns[0], Part.EVALUATION, "We are.")
    assert [each.agency for each in seen.entry("marker:39").own] == ["council"]


def test_keys_lead_through_the_points_and_a_text_too_long_is_not_left(seen: Seen) -> None:
    page = seen.page
    seen.at("criterion:24")
    page.setFocus()
    seen.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.chosen == "criterion:25"
    seen.press(Qt.Key.Key_Up)
    assert page.chosen == "criterion:24"
    view = seen.at("marker:41")
    field = view.block.parts[0].field
    field.setPlainText("x" * 10_001)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Up)
    seen.settle()
    assert page.chosen == "marker:41"
    assert "10,000" in field.accessibleDescription()
    field.setPlainText("Short.")
    field.ask()
    seen.settle()
    page.bars.wanted.emit("Workforce")
    seen.settle()
    assert page.chosen == "marker:48"


def test_in_a_narrow_window_the_panel_lies_over_and_goes_with_esc(seen: Seen) -> None:
    seen.window.resize(1000, 600)
    seen.settle()
    assert not seen.is_open()
    seen.at("criterion:24")
    seen.page.setFocus()
    seen.press(Qt.Key.Key_Return)
    assert seen.is_open()
    assert seen.page.panel.has_ring
    seen.press(Qt.Key.Key_Escape)
    assert not seen.is_open()
    seen.at("marker:37")
    assert seen.page.panel.joint.evidence.link.isHidden()


def _read(path: Path, say: Callable[[str], None], *_: object, what: str) -> FormFound:
    say(f"reading {path.name}")
    assert what == "self-evaluation"
    return heard(read_forms(path, LIMITS, SELF_SHAPE))


def test_a_form_goes_out_and_comes_back_through_the_preview(seen: Seen, tmp_path: Path) -> None:
    path, trip = tmp_path / "form.xlsx", seen.page.trip
    trip.export_to(path, "police")
    seen.settle()
    filled = FilledForm(path.read_bytes())
    filled.put("Good practice markers", "46", "evaluation", "Twelve officers are trained.")
    path.write_bytes(filled.xlsx())
    with patch.object(evaluation_asking, "ask", _read):
        view = trip.import_from(path)
        seen.settle()
    assert view.accept.text() == "Take in 1 text"
    view.accept.click()
    seen.settle()
    assert seen.entry("marker:46").own[0].text(Part.EVALUATION) == "Twelve officers are trained."
    path = tmp_path / "form.docx"
    trip.export_to(path, "police")
    seen.settle()
    written = FilledDocument(path.read_bytes())
    written.put("Good practice markers", "46", "evaluation", "Thirteen officers are trained.")
    path.write_bytes(written.docx())
    with patch.object(evaluation_asking, "ask", _read):
        view = trip.import_from(path)
        seen.settle()
    assert view.accept.text() == "Take in 1 text"
    view.accept.click()
    seen.settle()
    assert seen.entry("marker:46").own[0].text(Part.EVALUATION) == "Thirteen officers are trained."
    trip.save_for_word(tmp_path / "self-evaluation.docx")
    seen.settle()
    assert (tmp_path / "self-evaluation.docx").read_bytes()[:2] == b"PK"
