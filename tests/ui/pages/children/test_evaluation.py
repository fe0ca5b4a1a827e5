"""The evaluation of a child over the grid, forms out and back, and “act now” flags in the panel."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from jtai_desktop.domain.evaluations.evaluation import Key, Part, Stage
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.flags import FlagState
from jtai_desktop.services import evaluations, undoing
from jtai_desktop.ui.evaluations.form_preview import FormPreview
from jtai_desktop.ui.evaluations.view import EvaluationView
from tests.exchange.evaluations.filled import FilledForm
from tests.ui.access import nameless, states_without_word
from tests.ui.pages.children.seen import Seen

CONTROL = Qt.KeyboardModifier.ControlModifier
Keys = Qt.Key


def entry(seen: Seen, child: str, agency: str = "") -> Entry:
    every = seen.facts.view.evaluations().entries
    return next(e for e in every if (e.evaluation.child, e.evaluation.agency) == (child, agency))


def opened(seen: Seen, child: str, agency: str = "") -> EvaluationView:
    seen.page.open_at(f"evaluation:{entry(seen, child, agency).evaluation.id}")
    seen.settle()
    return seen.page._whole.view


def test_the_cell_opens_the_evaluation_and_escape_comes_back_to_it(seen: Seen) -> None:
    child = entry(seen, "Child C").evaluation.child_id
    assert seen.page.grid.go(f"evaluated:{child}")
    said = seen.page.grid.grid_model.evaluated(2, 9)
    assert said is not None
    assert said.said.startswith("Child C, joint evaluation: Drafting, 4 of 10, own evaluations")
    assert said.said.endswith("of agencies 2/5, 1 of them late")
    seen.page.grid.setFocus()
    seen.press(Keys.Key_Return)
    view = seen.page._whole.view
    assert seen.page._whole.is_open
    assert view.questions.table.hasFocus()
    assert [part is each for part, each in zip(seen.page.parts(), view.parts(), strict=True)]
    assert seen.went[-1] == ("children", f"evaluation:{entry(seen, 'Child C').evaluation.id}")
    assert nameless(seen.page) == []
    assert states_without_word(seen.page) == []
    seen.press(Keys.Key_Escape)
    assert seen.page._whole.currentWidget() is not view
    assert seen.page.grid.current == f"evaluated:{child}"
    assert seen.window.focusWidget() is seen.page.grid


def test_a_text_is_kept_when_one_goes_on_and_can_be_undone(seen: Seen) -> None:
    view = opened(seen, "Child C")
    view.show_question(9)
    rows = {row.key: row.spoken for row in view.questions.table.rows}
    assert rows["9"] == "9 Joint work: safety: Differs"
    assert rows["1"] == "1 Timely referral: No evidence"
    key = Key(9, Part.SETTLED)
    part = view.sheet.part_of(entry(seen, "Child C").evaluation.id, key)
    assert part is not None
    part.field.setFocus()
    part.field.setPlainText("Both logs were laid side by side.")
    seen.press(Keys.Key_PageDown, CONTROL)
    assert view.number == 10
    assert entry(seen, "Child C").evaluation.text(*key) == "Both logs were laid side by side."
    assert view.sheet.joint.parts[0].field.toPlainText() == ""
    seen.act(lambda w: undoing.undo(w, seen.desk.inspection_id))
    assert entry(seen, "Child C").evaluation.text(*key) == ""


def test_a_text_that_is_too_long_is_not_left_behind(seen: Seen) -> None:
    view = opened(seen, "Child C")
    part = view.sheet.joint.parts[0]
    part.field.setPlainText("x" * 10_001)
    view.show_question(2)
    assert view.number == 1
    assert "at most 10,000" in part.field.accessibleDescription()


def test_stages_are_offered_as_the_rules_allow_and_agreed_is_only_read(seen: Seen) -> None:
    view = opened(seen, "Child E")
    assert view.stages.offered == ("agreed", "back-drafting", "internal")
    view.stages.take("agreed")
    seen.settle()
    assert entry(seen, "Child E").evaluation.stage is Stage.RETURNED
    view.stages.take("back-drafting")
    assert view.stages.form is not None
    view.stages.form.wanted.emit()
    seen.settle()
    assert entry(seen, "Child E").evaluation.stage is Stage.RETURNED
    assert view.stages.fold()
    assert not view.stages.fold()
    agreed = opened(seen, "Child A")
    assert agreed.stages.offered == ("back-returned", "internal")
    assert all(part.field.isReadOnly() for part in agreed.sheet.joint.parts[:4])
    # What the inspectors find of it is all that is still written.
    agreed.show_question(0)
    shown = [each for each in agreed.sheet.joint.parts if not each.isHidden()]
    assert [each.field.isReadOnly() for each in shown] == [True, True, False]
    shown[-1].field.setFocus()
    QTest.keyClicks(shown[-1].field, "Largely accurate")
    seen.press(Keys.Key_PageDown, CONTROL)
    verdict = entry(seen, "Child A").evaluation
    assert (verdict.text(0, "accurate"), verdict.stage) == ("Largely accurate", Stage.AGREED)


def test_an_agency_is_asked_and_taken_out_again(seen: Seen) -> None:
    view = opened(seen, "Child B")
    view.stages.ask.click()
    form = view.stages.form
    assert form is not None
    form.wanted.emit()
    seen.settle()
    added = view.stages.table.rows[-1].key
    assert len(view.stages.table.rows) == 5
    view.stages.choose(added)
    asked = next(e for e in view.stages._entries if e.evaluation.stage is Stage.ASKED)
    view.stages.choose(asked.evaluation.id)
    assert "remove" in view.stages.offered
    view.stages.take("remove")
    seen.settle()
    assert len(view.stages.table.rows) == 4


def test_a_form_goes_out_and_its_changes_are_shown_before_they_are_taken(
    seen: Seen, tmp_path: Path
) -> None:
    view = opened(seen, "Child C")
    view.trip.fill()
    titles = [each.text() for each in view.trip.menu.actions() if each.text()]
    assert titles[0] == "Joint evaluation, Child C…"
    assert "YOT, Child C…" in titles
    path = tmp_path / "form.xlsx"
    mine = entry(seen, "Child C", "yot").evaluation
    view.trip.export_to(path, "yot", mine.child_id)
    seen.settle()
    preview = taken_in(seen, view, path)
    assert preview.seen is not None
    assert preview.seen.problems == ()
    assert "unchanged" in preview.progress.text()
    assert preview.accept.isHidden()


def test_what_both_changed_in_a_form_is_chosen_by_keys_and_taken_back_as_one(
    seen: Seen, tmp_path: Path
) -> None:
    """Two conflicts, of one of which theirs is chosen; a new text; then all of it undone."""
    view, path = opened(seen, "Child C"), tmp_path / "form.xlsx"
    mine = entry(seen, "Child C", "yot").evaluation
    view.trip.export_to(path, "yot", mine.child_id)
    seen.settle()
    ours = {Key(9, Part.EVALUATION): "It was on time.", Key(9, Part.IMPACT): "Ours."}
    seen.act(lambda w: evaluations.write(w, seen.desk.inspection_id, mine.id, ours))
    before = entry(seen, "Child C", "yot").evaluation
    book = FilledForm(path.read_bytes())
    for number, part, text in (
        ("9", "evaluation", "Late."),
        ("9", "impact", "T"),
        ("2", "impact", "N"),
    ):
        book.put("Child C", number, part, text)
    path.write_bytes(book.xlsx())
    preview = taken_in(seen, view, path)
    assert "2 changed here as well" in preview.progress.text()
    assert entry(seen, "Child C", "yot").evaluation == before
    assert preview.table.current_key == "conflict:0"
    seen.press(Keys.Key_Return)
    choices = [row.cells[-1].lead for row in preview.table.rows if row.key.startswith("conflict")]
    assert choices == ["Theirs", "Ours"]
    preview.accept.click()
    seen.settle()
    after = entry(seen, "Child C", "yot").evaluation
    found = {key: text for key, text in after.texts.items() if before.texts.get(key) != text}
    assert found == {Key(9, Part.EVALUATION): "Late.", Key(2, Part.IMPACT): "N"}
    assert after.stage is Stage.RETURNED
    assert not isValid(preview)
    seen.act(lambda w: undoing.undo(w, seen.desk.inspection_id))
    assert entry(seen, "Child C", "yot").evaluation == before


def taken_in(seen: Seen, view: EvaluationView, path: Path) -> FormPreview:
    preview = view.trip.import_from(path)
    QTest.qWait(10)
    seen.settle()
    return preview


def test_a_flag_is_raised_confirmed_and_closed_in_the_panel(seen: Seen) -> None:
    seen.go("B 1")
    part = seen.page.panel.child.flags
    part.begin()
    seen.type("What is to be done", "See the child today")
    assert part.form is not None
    part.form.wanted.emit()
    seen.settle()
    flag = next(each for each in seen.facts.view.flags if each.child == "Child B")
    seen.go("A 1")
    seen.page.open_at(f"flag:{flag.id}")
    seen.settle()
    assert seen.page.grid.grid_model.is_flagged(1)
    assert part.flag == flag
    assert part.offered == ("confirm", "give", "mistake")
    for step, words in (("confirm", "Seen at school"), ("close", "Safe at home")):
        part.take(step)
        seen.type("What was done" if step == "confirm" else "How it ended", words)
        part.form.wanted.emit()
        seen.settle()
    assert seen.facts.view.flags[-1].state is FlagState.CLOSED
    # It stays in the list, with all that was done; nothing more is offered.
    seen.page.open_at(f"flag:{flag.id}")
    seen.settle()
    assert [row.spoken for row in part.table.rows] == ["Closed: See the child today"]
    assert not len(part.offered)
    told = [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
    assert any("Safe at home" in each for each in told)
    assert any("Seen at school" in each for each in told)
    assert not seen.page.grid.grid_model.is_flagged(1)
