"""The first screen: one date in, the whole plan out, live while it is typed."""

import threading
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox

from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.moments import LONDON, in_time
from jtai_desktop.domain.schedule import Schedule
from jtai_desktop.ui.front import jobs
from jtai_desktop.ui.front.begin import Begin
from jtai_desktop.ui.front.plan_view import PlanView
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.row_table import RowTable
from tests.ui.person import Person, plain, spoken
from tests.ui.waiting import LONGEST_WAIT

CALL, AREA, ON_SITE = (
    "When did the call come?",
    "Area of the inspection",
    "First day on site, if the message names it",
)
NOVEMBER = "Mon 2 Nov 2026, 09:00"


def _begin(person: Person) -> Begin:
    return person.seen(Begin)[0]


def _wanted(person: Person) -> list[Beginning]:
    found: list[Beginning] = []
    screen = _begin(person)
    screen.wanted.disconnect()
    screen.wanted.connect(found.append)
    return found


def _box(person: Person, text: str) -> QCheckBox:
    return next(each for each in person.seen(QCheckBox) if plain(each.text()) == text)


def test_the_first_start_asks_for_one_date(newcomer: Person) -> None:
    assert newcomer.field(CALL).hasFocus()
    assert not newcomer.button("Keep this plan").isEnabled()
    assert newcomer.seen(RowTable) == []
    assert "Here the plan will stand" in newcomer.words()


def test_typing_a_date_shows_the_plan_at_once(newcomer: Person) -> None:
    newcomer.type(CALL, NOVEMBER)
    rows = spoken(newcomer.table("The plan"))
    assert len(rows) == 14
    assert (
        rows[0]
        == "Mon 2 Nov 2026, 09:00, Notification; Annex A is requested, Lead inspector, 23, 29"
    )
    assert rows[-1].startswith("Mon 16 Nov 2026, Fieldwork begins")
    assert "fieldwork begins Mon 16 Nov 2026, after 10 working days" in newcomer.words()
    assert newcomer.button("Keep this plan").isEnabled()
    assert newcomer.seen(EmptyState) == []


def test_the_plan_follows_each_letter(newcomer: Person) -> None:
    field = newcomer.field(CALL)
    field.setFocus()
    shown = []
    for letter in "2/11/2026":
        QTest.keyClicks(field, letter)
        newcomer.settle()
        shown.append(bool(newcomer.seen(RowTable)))
    # With "2/11/20" two figures stand for a year.
    assert shown == [False] * 6 + [True] + [False] + [True]
    newcomer.type(CALL, "")
    assert newcomer.seen(RowTable) == []


def test_the_plan_stands_in_the_order_of_time(newcomer: Person) -> None:
    newcomer.type(CALL, NOVEMBER)
    newcomer.type(ON_SITE, "Sat 7 Nov 2026")
    [view] = newcomer.seen(PlanView)
    assert view.schedule is not None
    due = {each.key: in_time(each.due) for each in view.schedule.milestones}
    shown = [due[row.key] for row in newcomer.table("The plan").rows]
    assert shown == sorted(shown)
    assert shown != list(due.values())


def test_what_is_unusual_stands_above_the_plan(newcomer: Person) -> None:
    newcomer.type(CALL, "Fri 3 May 2019, 14:30")
    words = newcomer.words()
    assert "Fri 3 May 2019 is not a Monday." in words
    assert "Mon 6 May 2019 is not counted as a working day" in words
    assert "to agree" in spoken(newcomer.table("The plan"))[0]


def test_more_than_five_remarks_are_counted(newcomer: Person) -> None:
    newcomer.type(CALL, "2 Nov 2026")
    newcomer.type(ON_SITE, "1 Nov 2027")
    assert "more remarks." in newcomer.words()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Feb 2026", "February 2026 has 28 days"),
        ("29 Feb 2027", "February 2027 has 28 days"),
        ("2026-13-01", "which has 12 months"),
        ("Tue 2 Nov 2026", "contradicts itself"),
        ("2 Nov 2026, 25:00", "25:00"),
        ("2 Nov 1066", "is not within the years 2016 to 2100"),
        ("tomorrow", "can’t be read as a date"),
        ("2 Nov", "has no year"),
        ("<b>x</b>", "“<b>x</b>” can’t be read"),
        ("=cmd", "“=cmd” can’t be read"),
        ("x" * 10_000, "can’t be read"),
        ("٢ نوفمبر ٢٠٢٦", "can’t be read"),
    ],
)
def test_an_impossible_date_is_one_sentence_under_the_field(
    newcomer: Person, typed: str, said: str
) -> None:
    newcomer.type(CALL, NOVEMBER)
    field = newcomer.field(CALL)
    field.setText(typed)
    newcomer.settle()
    assert said in newcomer.problem(CALL)
    assert field.accessibleDescription() == newcomer.problem(CALL)
    assert newcomer.seen(RowTable) == []
    assert not newcomer.button("Keep this plan").isEnabled()
    newcomer.type(CALL, NOVEMBER)
    assert newcomer.problem(CALL) == ""
    assert len(newcomer.table("The plan").rows) == 14


def test_a_first_day_on_site_that_cannot_be_is_said_at_its_own_field(newcomer: Person) -> None:
    newcomer.type(CALL, NOVEMBER)
    newcomer.type(ON_SITE, "2 Nov 2026")
    assert "is not after the notification" in newcomer.problem(ON_SITE)
    assert newcomer.problem(CALL) == ""
    assert newcomer.seen(RowTable) == []
    newcomer.type(ON_SITE, "Mon 23 Nov 2026")
    assert newcomer.problem(ON_SITE) == ""
    assert "fieldwork begins Mon 23 Nov 2026, after 15 working days" in newcomer.words()


class _Slow:
    """Holds the first plan back until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.let_go = threading.Event()
        self._plan = jobs.plan
        self._first = True
        monkeypatch.setattr(jobs, "plan", self)

    def __call__(
        self, pack_id: str, notified: datetime, fieldwork: date | None, *, today: bool
    ) -> Schedule:
        if self._first:
            self._first = False
            self.let_go.wait(LONGEST_WAIT)
        return self._plan(pack_id, notified, fieldwork, today=today)


def test_an_answer_to_an_older_date_is_passed_over(
    newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = _Slow(monkeypatch)
    newcomer.field(CALL).setText("2 Nov 2026")
    newcomer.field(CALL).setText("7 Dec 2026")
    slow.let_go.set()
    seen: list[str] = []
    newcomer.window.hub.idle.connect(lambda: seen.append("idle"))
    newcomer.settle()
    assert spoken(newcomer.table("The plan"))[0].startswith("Mon 7 Dec 2026, 09:00")


def test_an_answer_that_comes_when_the_date_is_gone_is_passed_over(
    newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = _Slow(monkeypatch)
    newcomer.field(CALL).setText("2 Nov 2026")
    newcomer.field(CALL).setText("31 Feb 2026")
    slow.let_go.set()
    newcomer.settle()
    assert newcomer.seen(RowTable) == []
    assert not newcomer.button("Keep this plan").isEnabled()


def test_without_an_area_the_plan_is_not_kept(newcomer: Person) -> None:
    wanted = _wanted(newcomer)
    newcomer.type(CALL, NOVEMBER)
    newcomer.click("Keep this plan")
    assert newcomer.problem(AREA) == "Which area is it? The name stands on every page."
    assert newcomer.field(AREA).hasFocus()
    QTest.keyClicks(newcomer.field(AREA), "N")
    assert newcomer.problem(AREA) == ""
    assert wanted == []


def test_enter_keeps_the_plan_with_all_that_was_chosen(newcomer: Person) -> None:
    wanted = _wanted(newcomer)
    newcomer.type(CALL, "2 Nov 2026, 10:15")
    newcomer.type(ON_SITE, "17 Nov 2026")
    _box(newcomer, "Practice: rehearse with invented dates").setChecked(True)
    _box(newcomer, "Today’s names of the agencies").setChecked(False)
    newcomer.type(AREA, "Northmoor")
    newcomer.press(Qt.Key.Key_Return)
    assert wanted == [
        Beginning(
            area="Northmoor",
            notified=datetime(2026, 11, 2, 10, 15, tzinfo=LONDON),
            pack_id="cmh-2019",
            fieldwork=date(2026, 11, 17),
            practice=True,
            names_of_today=False,
        )
    ]


def test_the_names_of_the_agencies_follow_the_tick(newcomer: Person) -> None:
    newcomer.type(CALL, NOVEMBER)
    assert "ICB" in "\n".join(spoken(newcomer.table("The plan")))
    _box(newcomer, "Today’s names of the agencies").setChecked(False)
    newcomer.settle()
    assert "CCG" in "\n".join(spoken(newcomer.table("The plan")))


def test_the_guidance_is_asked_for_only_where_there_is_a_choice(
    newcomer: Person, own_computer: Path
) -> None:
    screen = _begin(newcomer)
    screen._prepare()
    newcomer.settle()
    assert newcomer.seen(QComboBox) == []
    shipped = (Path(jobs.__file__).parents[3] / "resources/guidance/cmh-2019.toml").read_text(
        encoding="utf-8"
    )
    folder = own_computer / "guidance"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(
        shipped.replace('id = "cmh-2019"', 'id = "own-2026"', 1), encoding="utf-8"
    )
    screen._prepare()
    newcomer.settle()
    [box] = newcomer.seen(QComboBox)
    assert box.count() == 2
    newcomer.type(CALL, NOVEMBER)
    assert len(newcomer.table("The plan").rows) == 14
