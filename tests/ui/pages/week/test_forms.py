"""The forms over the week: kept field by field, refused at the field, all of a table or nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services.calendars import Wanted
from jtai_desktop.ui.pages.week import calendars
from jtai_desktop.ui.pages.week.accepting import open_accepting
from jtai_desktop.ui.pages.week.choice_line import ChoiceLine, Chooser
from jtai_desktop.ui.pages.week.meeting_form import MeetingForm, open_meeting, open_new_meeting
from jtai_desktop.ui.pages.week.pasting import open_pasting
from jtai_desktop.ui.pages.week.sending import open_sending
from jtai_desktop.ui.talks.plan_form import open_plan
from tests.ui.pages.week.seen import Seen

HEADS = "Kind\tChild\tDay\tTime\tAgencies\n"
GOOD = "ICPC\tChild B\tTue 17 Nov\t15:00–16:00\tPolice\n"
WRONG = "Strategy\tChild D\tWed 17 Nov\t14:00–13:00\tFire\n"
NINE = datetime(2026, 11, 20, 9, 0, tzinfo=LONDON)


def meeting(seen: Seen, kind: str) -> Meeting:
    return next(each for each in seen.facts.week.meetings if each.kind == kind)


def type_in(form: MeetingForm, place: str, text: str) -> None:
    """Type and press Enter; in a field with a list the keys go to the whole of it."""
    field = form.fields.line(place)
    (field.line if isinstance(field, ChoiceLine) else field).selectAll()
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def turned(field: QWidget) -> QWheelEvent:
    """The wheel, turned over a field."""
    at, none = QPointF(field.rect().center()), Qt.MouseButton.NoButton
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    upside_down = False
    return QWheelEvent(at, at, QPoint(), QPoint(0, -120), none, keys, phase, upside_down)


def test_each_field_is_kept_as_it_is_left(seen: Seen) -> None:
    form = open_meeting(seen.page, meeting(seen, "care-review").id)
    seen.settle()
    type_in(form, "Place", "Room 9")
    type_in(form, "Start", "14:00")
    seen.settle()
    form.fields.agencies["yot"].click()
    form.fields.preparation.setPlainText("Wall plan")
    form.fields.preparation.ask()
    type_in(form, "Attending", "Designated nurse, , MASH manager")
    seen.settle()
    now = meeting(seen, "care-review")
    assert (now.place, now.start.hour, now.end.hour, now.end.minute) == ("Room 9", 14, 15, 30)
    assert now.agencies == ("council", "camhs", "yot")
    assert (now.preparation, now.attending) == ("Wall plan", ("Designated nurse", "MASH manager"))
    assert form.fields.line("End").text() == "15:30"
    assert not form.news.isVisible()


def test_a_wrong_end_is_said_under_its_field_and_esc_brings_it_back(seen: Seen) -> None:
    form = open_meeting(seen.page, meeting(seen, "care-review").id)
    seen.settle()
    type_in(form, "End", "9")
    assert form.fields.problem("End").endswith("type a time like 09:00.")
    type_in(form, "End", "09:30")
    seen.settle()
    assert form.fields.problem("End").startswith("The end is not after the start")
    assert meeting(seen, "care-review").end.hour == 11
    QTest.keyClick(form.fields.line("End"), Qt.Key.Key_Escape)
    assert (form.fields.line("End").text(), form.fields.problem("End")) == ("11:30", "")
    type_in(form, "Day", "Wed 17 Nov 2026")
    assert "contradicts itself" in form.fields.problem("Day")
    assert form.isVisible()


def test_neither_the_wheel_nor_an_arrow_changes_what_is_kept(
    seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Chooser] = []

    def show(field: Chooser) -> None:
        opened.append(field)

    monkeypatch.setattr(Chooser, "showPopup", show)
    before = meeting(seen, "care-review")
    form = open_meeting(seen.page, before.id)
    seen.settle()
    lists = [form.fields.kind, form.fields.line("Place")]
    for field in lists:
        QTest.keyClick(field, Qt.Key.Key_Down)
        event = turned(field)
        field.wheelEvent(event)
        assert not event.isAccepted()
    seen.settle()
    assert opened == lists
    assert meeting(seen, "care-review") == before


def test_what_was_sent_is_cancelled_with_a_reason(seen: Seen) -> None:
    form = open_meeting(seen.page, meeting(seen, "planning").id)
    seen.settle()
    assert not form.remove.isVisible()
    form.cancel.click()
    assert form.isVisible()
    form.reason.setText("Chair ill")
    form.cancel.click()
    seen.settle()
    assert meeting(seen, "planning").cancelled == "Chair ill"
    own = open_meeting(seen.page, meeting(seen, "briefing").id)
    seen.settle()
    assert (own.remove.isVisible(), own.cancel.isVisible()) == (True, False)
    assert not own.fields.observe.isVisible()


def test_a_new_one_is_one_add(seen: Seen) -> None:
    heard: list[str] = []
    form = open_new_meeting(seen.page, NINE, kind="strategy", then=heard.append)
    seen.settle()
    before = len(seen.facts.week.meetings)
    assert (form.fields.line("Day").text(), form.fields.line("End").text()) == (
        "Fri 20 Nov 2026",
        "10:00",
    )
    form.add.click()
    seen.settle()
    assert form.fields.problem("Child") == "Say which child the meeting is about, by label."
    type_in(form, "Child", "Child G")
    seen.settle()
    (added,) = (each for each in seen.facts.week.meetings if each.child == "Child G")
    assert (heard, added.kind, added.start) == ([added.id], "strategy", NINE)
    assert len(seen.facts.week.meetings) == before + 1


def test_a_clash_is_accepted_with_a_reason_and_counts_again(seen: Seen) -> None:
    clash = seen.facts.week.clashes[0]
    form = open_accepting(seen.page, clash.key)
    seen.settle()
    assert "Council and CAMHS are named at both" in form.why.text()
    form.accept.click()
    seen.settle()
    assert clash in seen.facts.week.clashes
    form.reason.setText("CAMHS sends two people")
    form.accept.click()
    seen.settle()
    assert clash not in seen.facts.week.clashes
    again = open_accepting(seen.page, clash.key)
    seen.settle()
    assert again.settled.text().startswith("Accepted: CAMHS sends two people (")
    again.again.click()
    seen.settle()
    assert clash in seen.facts.week.clashes


def test_what_is_sent_is_looked_through_first(seen: Seen) -> None:
    form = open_sending(seen.page)
    seen.settle()
    (row,) = form.table.rows
    assert row.cells[3].text == "start Thu 19, 09:30; end Thu 19, 11:00"
    form.way.setCurrentIndex(1)
    form.send.click()
    seen.settle()
    assert [each.way for each in seen.facts.week.sendings] == ["portal", "mail"]
    assert seen.facts.week.changes == ()


def test_a_table_is_taken_in_whole_or_not(seen: Seen) -> None:
    before = len(seen.facts.week.meetings)
    form = open_pasting(seen.page)
    form.pasted.setPlainText(HEADS + GOOD + WRONG)
    seen.settle()
    assert [row.cells[0].text for row in form.table.rows][:2] == ["Row 3, Day", "Row 3, Agencies"]
    assert not form.take.isEnabled()
    form.pasted.setPlainText(HEADS + GOOD)
    seen.settle()
    form.take.click()
    seen.settle()
    assert len(seen.facts.week.meetings) == before + 1


def test_a_plan_with_a_wrong_day_is_refused_at_its_field(seen: Seen) -> None:
    talk = seen.facts.view.conversations.agreed[0]
    form = open_plan(seen.page, talk.person.id)
    seen.settle()
    form.line("Day").setText("Wed 17 Nov")
    form.plan.click()
    assert "is a Tuesday" in form.problem("Day")
    form.line("Day").setText("Wed 18")
    form.line("End").setText("09:00")
    form.plan.click()
    seen.settle()
    assert form.problem("End")
    form.line("Start").setText("08:00")
    form.plan.click()
    seen.settle()
    now = next(t for t in seen.facts.view.conversations.talks if t.person.id == talk.person.id)
    assert now.standing.plan
    assert now.standing.plan.start == datetime(2026, 11, 18, 8, 0, tzinfo=LONDON)


def chosen(path: Path) -> Callable[[QWidget, str, str, str], tuple[str, str]]:
    return lambda _over, _title, _name, _filter: (str(path), "")


def test_a_calendar_file_of_one_entry(
    seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen(tmp_path / "one"))
    told: list[str] = []
    wanted = Wanted(entry=meeting(seen, "strategy").id)
    calendars.save_calendar(seen.page, wanted, told.append)
    seen.settle()
    assert told == ["Written: “one.ics”."]
    assert (tmp_path / "one.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
