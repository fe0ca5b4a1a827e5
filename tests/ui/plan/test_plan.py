"""The action plan in the window: filters, editing in place, the forms of the panel, versions."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from jtai_desktop.domain.actions.plan import NO_PLAN
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.plan import row_cells as c
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.looks import rating_look
from jtai_desktop.ui.plan.wanted import Quick
from tests.ui.plan.conftest import Seen


def numbers(seen: Seen) -> list[str]:
    """The numbers of the actions shown."""
    shown = {row.key for row in seen.view.table.rows}
    return [e.action.number for e in seen.facts.plan.entries if e.action.id in shown]


def type_into(seen: Seen, number: str, column: str, text: str) -> CellField | None:
    """Type into a cell; the field that is still open, if what was typed is wrong."""
    table = seen.view.table
    table.go(seen.id_of(number), column)
    table.want_edit()
    assert table.field is not None
    table.field.setText(text)
    table.field.ended.emit("down")
    seen.settle()
    seen.settle()
    return table.field


def fill(seen: Seen, deed: str, **filled: str) -> str:
    """Fill in the form of a deed; what it says is wrong, if it is still open."""
    assert seen.view.panel.deeds.unfold(deed)
    form = seen.view.panel.deeds.form
    assert form is not None
    for place, text in filled.items():
        field = form._rows[place.replace("_", " ")].field
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        elif isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.setCurrentIndex(field.findData(text))  # type: ignore[attr-defined]
    form.wanted.emit()
    seen.settle()
    seen.settle()
    still = seen.view.panel.deeds.form
    return next((row.problem for row in still._rows.values() if row.problem), "") if still else ""


def test_filters_find_and_counts(seen: Seen) -> None:
    quick = seen.view.filters.quick
    assert [button.text() for button in quick.values()] == [
        "All 11",
        "At risk 5",
        "Late 3",
        "No finding 1",
        "Looks wrong 7",
    ]
    quick[Quick.LATE].click()
    assert numbers(seen) == ["3.1", "4.1", "7.1"]
    seen.view.filters.toggle(Quick.LATE)
    seen.view.filters.field.setText("school nurses")
    assert numbers(seen) == ["2.1"]
    seen.view.filters.field.setText("no such word")
    assert numbers(seen) == []
    assert not seen.view.nothing.isHidden()
    seen.view.open_at("late")
    assert numbers(seen) == ["3.1", "4.1", "7.1"]


def test_a_row_says_rating_lateness_and_text(seen: Seen) -> None:
    row = next(row for row in seen.view.table.rows if row.key == seen.id_of("3.1"))
    assert row.spoken.startswith(
        "Action 3.1, Not started, End September 2026, 41 days late: Agree with the provider"
    )
    last = seen.view.table.rows[-1]
    assert last.spoken.startswith("Finding 8, no action answers it")


def test_every_rating_has_a_word_and_an_icon_of_its_own() -> None:
    looks = [rating_look(each) for each in Rating]
    assert len({look.word for look in looks}) == len({look.icon for look in looks}) == len(Rating)


def test_cells_are_changed_in_place(seen: Seen) -> None:
    assert type_into(seen, "1.2", c.DUE, "End January 2027") is None
    assert seen.action("1.2").facts.due == date(2027, 1, 31)
    assert type_into(seen, "1.2", c.LEAD, "Front door lead") is None
    assert type_into(seen, "1.2", c.ANSWERS, "2, F8") is None
    assert [e.short for e in seen.facts.plan.entries[1].sources] == ["F2", "F8"]
    assert type_into(seen, "1.2", c.FORECAST, "10 Mar 2027") is None
    assert seen.facts.plan.entries[1].rating is Rating.SIGNIFICANT
    assert seen.action("1.2").lead == "Front door lead"
    assert not seen.facts.plan.unanswered


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (c.DUE, "31 June 2027", "June 2027 has 30 days"),
        (c.FORECAST, "1 Jan 2026", "has passed"),
        (c.FORECAST, "soon", "can’t be read as a date"),
        (c.ANSWERS, "F99", "is no finding here"),
        (c.NUMBER, "1.1", "already"),
        (c.TEXT, " ", "is empty"),
    ],
)
def test_what_cannot_be_stays_in_its_field_with_the_reason(
    seen: Seen, column: str, typed: str, said: str
) -> None:
    before = seen.action("1.2")
    field = type_into(seen, "1.2", column, typed)
    assert field is not None
    assert said in field.problem
    assert seen.action("1.2") == before
    field.dropped.emit()


def test_the_deeds_of_the_panel(seen: Seen) -> None:
    seen.view.open_at(seen.id_of("4.1"))
    assert not fill(seen, "progress", Progress="Seven of ten now")
    assert not fill(seen, "forecast", Forecast="1 Dec 2026")
    assert seen.action("4.1").last_progress is not None
    assert "is empty" in fill(seen, "rating", Rating="on-track", Reason="")
    assert not fill(seen, "rating", Rating="on-track", Reason="Agreed with the board")
    stand = next(e for e in seen.facts.plan.entries if e.action.number == "4.1").stand
    assert (stand.rating, stand.computed.rating) == (Rating.ON_TRACK, Rating.SIGNIFICANT)
    assert not fill(seen, "rating", Rating="computed")
    assert "is empty" in fill(seen, "correct", Progress="Eight of ten", Reason="")
    assert not fill(seen, "correct", Progress="Eight of ten", Reason="Counted anew")
    assert not fill(seen, "completed", Completed="")
    assert seen.action("4.1").facts.completed == date(2026, 11, 10)
    assert not fill(seen, "impact", Evidence_of_impact="Audit of 30 gradings")
    assert not fill(seen, "out", Reason="Merged with 4.2")
    assert "4.1" not in [e.action.number for e in seen.facts.plan.entries]


def test_a_finding_without_an_action_gets_one(seen: Seen) -> None:
    (source,) = seen.facts.plan.unanswered
    seen.view.open_at(source.key)
    assert seen.view.chosen == f"source:{source.key}"
    seen.view.add()
    form = seen.view.panel.deeds.form
    assert form is not None
    assert "Finding 8" in form._about.text()
    form._rows["Action"].field.setPlainText("Ask children once a year.")  # type: ignore[attr-defined]
    form.wanted.emit()
    seen.settle()
    seen.settle()
    assert not seen.facts.plan.unanswered
    added = seen.facts.entry(seen.view.chosen)
    assert added is not None
    assert added.action.text == "Ask children once a year."


def test_a_version_is_issued_and_compared(seen: Seen) -> None:
    said: list[str] = []
    seen.view.said.connect(said.append)
    seen.view.turn_over()
    seen.settle()
    changed = [row.cells[1].text for row in seen.view.changes.table.rows]
    assert changed == ["Documents", "Progress and evidence"]
    seen.view.issue()
    form = seen.view.panel.deeds.form
    assert form is not None
    form._rows["Boards"].field.setText("")  # type: ignore[attr-defined]
    form.wanted.emit()
    seen.settle()
    assert "which board" in form._rows["Boards"].problem
    form._rows["Boards"].field.setText("Scrutiny, Cabinet")  # type: ignore[attr-defined]
    form.wanted.emit()
    seen.settle()
    seen.settle()
    QTest.qWait(1)
    assert said == ["Plan, version 3 issued to Scrutiny and Cabinet: 11 actions"]
    assert seen.facts.plan.versions[-1].boards == ("Scrutiny", "Cabinet")


def test_keys_go_from_table_to_panel_and_back(seen: Seen) -> None:
    table = seen.view.table
    table.go(seen.id_of("1.2"), c.RATING)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert seen.view.panel.key == seen.id_of("1.2")
    seen.view.panel.deeds.unfold("progress")
    assert seen.view.step_back()
    assert seen.view.panel.deeds.form is None


def test_an_empty_plan_says_what_belongs_here(seen: Seen) -> None:
    seen.view.show_facts(PlanFacts(NO_PLAN))
    assert not seen.view.empty.isHidden()
    assert seen.view.table.isHidden()
    assert not seen.view.menu.actions()[0].isEnabled()
    assert "Choose an action" in seen.view.panel._title.text()


def test_ctrl_enter_in_a_text_is_as_good_as_the_button(seen: Seen) -> None:
    seen.view.open_at(seen.id_of("1.2"))
    seen.view.panel.deeds.unfold("progress")
    form = seen.view.panel.deeds.form
    assert form is not None
    field = form._rows["Progress"].field
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("<b>=cmd</b>\u202e\x07 done")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seen.settle()
    seen.settle()
    assert seen.action("1.2").progress[-1].text == "<b>=cmd</b>  done"


def test_one_comes_back_to_where_one_was(seen: Seen) -> None:
    seen.view.open_at("late")
    seen.view._mark(seen.id_of("4.1"))
    state = seen.view.view_state()
    seen.view.open_at(seen.id_of("1.1"))
    seen.view.restore_view(state)
    assert seen.view.chosen == seen.id_of("4.1")
    assert numbers(seen) == ["3.1", "4.1", "7.1"]
    seen.view.restore_view({"quick": 7, "section": [], "chosen": 3, "rows": {"widths": "x"}})
    assert len(numbers(seen)) == 11
