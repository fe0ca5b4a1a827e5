"""Conversations in the panel: who, what can be done now, each form by keys, what it refuses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.track import State
from jtai_desktop.domain.documents.child_fields import Field
from jtai_desktop.services import selection
from jtai_desktop.ui.talks.part import TalksPart
from jtai_desktop.ui.talks.plan_form import PlanForm
from tests.ui.access import nameless, states_without_word
from tests.ui.pages.children.seen import Seen

Key = Qt.Key


def part(seen: Seen, called: str) -> TalksPart:
    """The conversations in the panel, at somebody."""
    person = next(each for each in seen.facts.view.people if each.called == called)
    seen.page.open_at(f"talk:{person.id}")
    seen.settle()
    return seen.page.panel.child.talks


def state(seen: Seen, called: str) -> State:
    talks = seen.facts.view.conversations.talks
    return next(each.state for each in talks if each.person.called == called)


def fill(talks: TalksPart, **given: str) -> None:
    """Type into the fields of the form, by their places."""
    assert talks.steps.form is not None
    rows = talks.steps.form._rows
    for place, text in given.items():
        field = rows[place.replace("_", " ")].field
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findText(text))
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)


def planning(seen: Seen, talks: TalksPart, **given: str) -> PlanForm:
    """The plan lies over the page, with what was typed, and Enter was pressed."""
    assert talks.steps.unfold(Step.PLAN)
    seen.settle()
    plan = seen.page.findChild(PlanForm)
    assert isinstance(plan, PlanForm)
    for place, text in given.items():
        plan.line(place).setText(text)
    plan.plan.click()
    seen.settle()
    return plan


def take(seen: Seen, talks: TalksPart, step: Step, **given: str) -> None:
    """Press the button of a step, fill its form, and Enter."""
    assert talks.steps.unfold(step)
    fill(talks, **given)
    assert talks.steps.form is not None
    talks.steps.form.button.click()
    seen.settle()


def test_only_what_is_allowed_now_has_a_button(seen: Seen) -> None:
    talks = part(seen, "Child B, father")
    assert Step.PLAN in talks.steps.offered
    carer = part(seen, "Child F, carer")
    assert set(carer.steps.offered) == {Step.EXPLAIN, Step.LEAFLET, Step.REASK, Step.CORRECT}
    assert not carer.steps.unfold(Step.PLAN)
    assert "Carer: withdrawn" in seen.words()
    assert nameless(seen.page) == []
    assert states_without_word(seen.page) == []


def test_the_lead_inspector_is_told_by_key_alone(seen: Seen) -> None:
    talks = part(seen, "Child D, mother")
    assert "Mother: declined, lead inspector not yet told" in seen.words()
    assert seen.window.focusWidget() is talks.table
    seen.press(Key.Key_Return)
    assert seen.window.focusWidget() is talks.steps.button(Step.TELL)
    seen.press(Key.Key_Space)
    seen.press(Key.Key_Return)
    assert seen.facts.view.conversations.to_tell == ()
    assert talks.steps.form is None
    assert state(seen, "Child D, mother") is State.DECLINED


def test_a_conversation_from_the_explanation_to_the_confirmation(seen: Seen) -> None:
    who = "Child D, child"
    talks = part(seen, who)
    assert Step.AGREE not in talks.steps.offered
    take(seen, talks, Step.EXPLAIN, By_whom="Social worker", Leaflet="Easy read")
    take(seen, talks, Step.AGREE, How="Spoken, with a witness", Witness="Form tutor")
    assert state(seen, who) is State.NOT_ASKED
    take(seen, talks, Step.AGREE)
    assert state(seen, who) is State.AGREED
    plan = planning(seen, talks, Day="Tue 17 Nov 2026", Start="14:00", End="13:00")
    assert plan.problem("End")
    plan.line("End").setText("14:45")
    plan.plan.click()
    seen.settle()
    assert state(seen, who) is State.PLANNED
    take(seen, talks, Step.CONFIRM, How="by letter")
    assert state(seen, who) is State.CONFIRMED
    assert "Confirmed in writing" in seen.words()


@pytest.mark.parametrize(
    ("step", "given", "place"),
    [
        (Step.NOT_APPROPRIATE, {}, "Reason"),
        (Step.CALL_OFF, {}, "Reason"),
        (Step.WITHDRAW, {"When": "1 Jan 2027"}, "When"),
        (Step.CORRECT, {}, "Reason"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    seen: Seen, step: Step, given: dict[str, str], place: str
) -> None:
    talks = part(seen, "Child A, child")
    take(seen, talks, step, **given)
    assert talks.steps.form is not None
    assert talks.steps.form._rows[place].problem
    assert state(seen, "Child A, child") is State.PLANNED
    seen.press(Key.Key_Escape)
    assert talks.steps.form is None


def test_a_withdrawal_names_the_papers_to_call_back(seen: Seen) -> None:
    talks = part(seen, "Child F, carer")
    assert "Conversations, the partnership, printed Mon 9, 14:40" in seen.words()
    seen.click("Called back…")
    QTest.keyClicks(seen.window.focusWidget(), "destroyed")
    seen.press(Key.Key_Return)
    assert seen.facts.view.conversations.to_call_back == ()
    assert not talks.papers.isVisible()


def test_somebody_is_added_and_removed_again(seen: Seen) -> None:
    talks = part(seen, "Child F, child")
    talks.add.click()
    talks.adding._role.setCurrentIndex(talks.adding._role.findText("Carer"))
    talks.adding.button.click()
    seen.settle()
    assert "in the list already" in talks.adding._rows["Label"].problem
    talks.adding._label.setText("Carer 2")
    talks.adding.button.click()
    seen.settle()
    assert not talks.adding.isVisible()
    added = part(seen, "Child F, Carer 2")
    assert added.remove.isVisible()
    added.remove.click()
    seen.settle()
    assert "Carer 2" not in [each.word for each in seen.facts.view.people]
    assert not part(seen, "Child F, carer").remove.isVisible()


def test_a_field_of_the_child_is_kept_where_it_stands(seen: Seen) -> None:
    seen.go("C 7")
    fields = seen.page.panel.child.fields.fields
    assert fields[Field.AGENCIES].line.text() == "Council, CAMHS, Police, YOT"
    line = fields[Field.AGENCIES].line
    line.setFocus()
    line.setText("Police, Fire")
    seen.press(Key.Key_Return)
    assert "There is no agency “Fire”" in fields[Field.AGENCIES].problem
    seen.press(Key.Key_Escape)
    assert line.text() == "Council, CAMHS, Police, YOT"
    label = fields[Field.LABEL].line
    label.setFocus()
    label.setText("Marlowe")
    assert "looks like a name" in fields[Field.LABEL]._hint.text()
    seen.press(Key.Key_Return)
    assert seen.facts.children[2].label == "Marlowe"


def test_the_selection_is_changed_with_a_reason_and_confirmed_anew(seen: Seen) -> None:
    seen.click("Selection…")
    form = seen.page.forms.choosing
    assert "Confirmed by: Lead inspector, Fri 6 Nov 2026, 11:40." in seen.words()
    form.child.setCurrentIndex(form.child.findText("Child E"))
    seen.click("Change the selection")
    assert "say why it changes" in seen.problem("Reason")
    form.reason.setText("Did not fit")
    seen.press(Key.Key_Return)
    assert [each.label for each in seen.facts.view.taken_out] == ["Child E"]
    assert "Taken out: Child E." in seen.words()
    form.deed.setCurrentIndex(form.deed.findText("Confirm it"))
    seen.click("Change the selection")
    assert not seen.facts.view.selection.has_changed
    form.deed.setCurrentIndex(form.deed.findText("Take a child back"))
    form.reason.setText("Fits after all")
    seen.click("Change the selection")
    assert len(seen.facts.children) == 6
    seen.press(Key.Key_Escape)
    assert seen.window.focusWidget() is seen.page.grid


def test_the_last_column_leads_to_the_conversations(seen: Seen) -> None:
    seen.go("D 9")
    seen.press(Key.Key_Right)
    seen.press(Key.Key_Right)
    child = seen.facts.children[3]
    assert seen.page.grid.current == f"child:{child.id}"
    cell = seen.page.grid.grid_model.talks(3, 10)
    assert cell is not None
    assert [look.word for look in cell.looks] == [
        "Child: not asked",
        "Mother: declined",
        "Tell lead inspector",
    ]
    assert "Mother: Declined, lead inspector not yet told" in cell.said
    assert seen.page.grid.grid_model.count(6, 10) == "3 of 8 confirmed"
    seen.press(Key.Key_Return)
    assert seen.window.focusWidget() is seen.page.panel.child.talks.table
    seen.press(Key.Key_Escape)
    assert seen.window.focusWidget() is seen.page.grid


def test_what_is_to_tell_of_a_child_taken_out_is_told_from_the_selection(seen: Seen) -> None:
    inspection, child = seen.desk.inspection_id, seen.facts.children[3]
    seen.act(lambda workspace: selection.take_out_child(workspace, inspection, child.id, "Swap"))
    (left,) = seen.facts.view.conversations.to_tell
    seen.page.open_at(f"talk:{left.person.id}")
    seen.settle()
    apart = seen.page.forms.choosing.apart
    assert "Child D, mother: lead inspector not yet told" in seen.words()
    assert seen.window.focusWidget() is apart.button(Step.TELL)
    seen.press(Key.Key_Space)
    seen.press(Key.Key_Return)
    assert seen.facts.view.conversations.to_tell == ()
