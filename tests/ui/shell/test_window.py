"""The window: band, title, navigation, the way back, parts, look, lock, views."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from jtai_desktop.services import preferences
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.pages.timetable.page import TimetablePage
from jtai_desktop.ui.shell.actions import Do
from jtai_desktop.ui.shell.band import Band
from jtai_desktop.ui.shell.inside import Inside
from jtai_desktop.ui.shell.navigation import NARROW, WIDE, PlaceButton
from tests.ui.person import Person
from tests.ui.windows import beginning, enter, make_vault

Key, Held = Qt.Key, Qt.KeyboardModifier
MARKING = "OFFICIAL-SENSITIVE"


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _places(person: Person) -> dict[str, PlaceButton]:
    return {each.place.key: each for each in person.seen(PlaceButton)}


def _marking(person: Person) -> str:
    return person.seen(Band)[0]._marking.text()


@pytest.mark.parametrize("place", [each.key for each in PLACES])
def test_the_marking_stands_on_every_screen(at_example: Person, place: str) -> None:
    at_example.inside.go(place)
    at_example.settle()
    band = at_example.seen(Band)[0]
    assert band.geometry().top() == 0
    assert band.width() == at_example.window.width()
    assert _marking(at_example) == MARKING
    assert band._marking.accessibleName() == f"Marking: {MARKING}"


def test_working_as_in_the_band_leads_to_where_it_is_changed(at_example: Person) -> None:
    at_example.click("Working as Inspection coordinator")
    line = at_example.field("On whose behalf")
    assert (at_example.inside.place, line.hasFocus()) == ("settings", True)
    at_example.inside.go("today")
    at_example.settle()
    at_example.do(Do.WORKING_AS)
    assert at_example.field("On whose behalf").hasFocus()


def test_the_band_says_who_works_here_and_when_it_was_saved(at_example: Person) -> None:
    words = at_example.words()
    assert at_example.button("Working as Inspection coordinator").isVisible()
    assert "Saved 10:38" in words
    assert at_example.window.windowTitle().startswith("Northmoor, November 2026 – ")


def test_practice_stands_in_the_band_and_in_the_title(at_example: Person, tmp_path: Path) -> None:
    [made] = make_vault(tmp_path / "practice", beginning(practice=True))
    enter(at_example, tmp_path / "practice", made)
    assert _marking(at_example) == f"{MARKING} · PRACTICE"
    assert at_example.window.windowTitle().startswith("Practice: Northmoor, November 2026 – ")
    at_example.do(Do.LOCK)
    assert _marking(at_example) == MARKING


def test_navigation_shows_area_theme_countdown_and_working_day(at_example: Person) -> None:
    words = at_example.words()
    for said in ("Northmoor", "Children’s mental health", "4 working days to go"):
        assert said in words
    assert "Working day 6 of 10" in words


def test_arrows_and_enter_move_through_the_navigation(at_example: Person) -> None:
    at_example.inside.navigation.take_focus()
    assert _focus() is _places(at_example)["today"]
    at_example.press(Key.Key_Down)
    assert _focus() is _places(at_example)["timetable"]
    assert at_example.inside.place == "today"
    at_example.press(Key.Key_Return)
    assert at_example.inside.place == "timetable"
    at_example.inside.navigation.take_focus()
    at_example.press(Key.Key_Up)
    at_example.press(Key.Key_Up)
    assert _focus() is _places(at_example)["papers"]
    at_example.press(Key.Key_Space)
    assert at_example.inside.place == "papers"


def test_late_counts_are_shown_and_said(at_example: Person, tmp_path: Path) -> None:
    assert _places(at_example)["timetable"].accessibleName() == "Timetable"
    [made] = make_vault(tmp_path / "late", beginning())
    enter(at_example, tmp_path / "late", made)
    # Nothing was done in this one: the four milestones of Thu 5 Nov but the optional one.
    assert _places(at_example)["timetable"].accessibleName() == "Timetable, 3 late"
    assert _places(at_example)["today"].accessibleName() == "Today"


def test_under_1200_px_the_navigation_shows_icons_with_tooltips(at_example: Person) -> None:
    assert at_example.inside.navigation.width() == WIDE
    assert _places(at_example)["people"].toolTip() == ""
    at_example.window.resize(1199, 697)
    at_example.settle()
    assert at_example.inside.navigation.width() == NARROW
    assert _places(at_example)["people"].toolTip() == "People"
    assert "4 working days to go" not in at_example.words()
    at_example.window.resize(1200, 697)
    at_example.settle()
    assert at_example.inside.navigation.width() == WIDE


def test_back_and_forward_follow_the_trail(at_example: Person) -> None:
    for place in ("timetable", "people", "papers"):
        at_example.inside.go(place)
    for place in ("people", "timetable", "today", "today"):
        at_example.press(Key.Key_Left, Held.AltModifier)
        assert at_example.inside.place == place
    at_example.press(Key.Key_Right, Held.AltModifier)
    assert at_example.inside.place == "timetable"
    at_example.inside.go("settings")
    at_example.press(Key.Key_Right, Held.AltModifier)
    assert at_example.inside.place == "settings"


def test_back_leads_to_the_thing_one_looked_at(at_example: Person) -> None:
    at_example.inside.go("timetable", "fieldwork")
    at_example.settle()
    at_example.inside.go("people")
    page = at_example.inside._pages["timetable"]
    assert isinstance(page, TimetablePage)
    page.open_at("notification")
    at_example.do(Do.BACK)
    assert page.chosen == "fieldwork"


@pytest.mark.parametrize("place", [each.key for each in PLACES])
def test_f6_goes_round_navigation_and_page(at_example: Person, place: str) -> None:
    at_example.inside.go(place)
    at_example.settle()
    inside = at_example.inside
    inside.navigation.take_focus()
    assert isinstance(_focus(), PlaceButton)
    seen = 0
    for _ in range(5):
        at_example.press(Key.Key_F6)
        seen += 1
        if isinstance(_focus(), PlaceButton):
            break
        assert inside.page.isAncestorOf(_focus())
    assert isinstance(_focus(), PlaceButton)
    assert seen == len(inside.page.parts()) + 1
    at_example.press(Key.Key_F6, Held.ShiftModifier)
    assert inside.page.isAncestorOf(_focus())


def test_text_size_is_applied_at_once_and_kept(at_example: Person) -> None:
    title = at_example.inside.navigation._area
    before = title.font().pixelSize()
    at_example.press(Key.Key_Plus, Held.ControlModifier)
    assert at_example.taste.liked.text_size == 115
    assert title.font().pixelSize() > before
    for _ in range(4):
        at_example.do(Do.LARGER)
    assert preferences.load().text_size == 150
    at_example.press(Key.Key_0, Held.ControlModifier)
    assert preferences.load().text_size == 100
    assert title.font().pixelSize() == before
    at_example.do(Do.SMALLER)
    assert preferences.load().text_size == 100


def test_the_theme_is_applied_at_once_ticked_and_kept(at_example: Person) -> None:
    choices = at_example.window.choices
    assert choices[Do.LIGHT].isChecked()
    grounds = set()
    for do, name in ((Do.DARK, "dark"), (Do.CONTRAST, "contrast"), (Do.LIGHT, "light")):
        at_example.do(do)
        assert preferences.load().theme == name
        ticked = [
            one for one in (Do.LIGHT, Do.DARK, Do.CONTRAST, Do.SYSTEM) if choices[one].isChecked()
        ]
        assert ticked == [do]
        picture = at_example.window.grab().toImage()
        grounds.add(picture.pixelColor(picture.width() - 4, picture.height() - 4).name())
    assert len(grounds) == 3


def test_the_theme_that_is_chosen_again_stays_ticked(at_example: Person) -> None:
    at_example.do(Do.LIGHT)
    assert at_example.window.choices[Do.LIGHT].isChecked()


def test_a_refusal_is_said_and_goes_with_the_next_change_or_place(at_example: Person) -> None:
    banner = at_example.inside._banner
    at_example.window.hub.refused.emit("That can’t be.")
    assert banner.isVisible()
    assert banner.accessibleName() == "That can’t be."
    at_example.inside.go("people")
    assert not banner.isVisible()


def test_locking_empties_the_pages(at_example: Person) -> None:
    inside = at_example.inside
    gone: list[bool] = []
    inside.destroyed.connect(lambda: gone.append(True))
    at_example.do(Do.LOCK)
    assert gone == [True]
    assert at_example.window.inside is None
    assert not at_example.window.hub.is_open
    assert at_example.window.findChildren(RowTable) == []
    for said in ("Northmoor", "Saved", "Working as"):
        assert said not in at_example.words()


def test_locking_in_the_middle_of_a_reading_does_no_harm(at_example: Person) -> None:
    for place in ("timetable", "people", "papers"):
        at_example.inside.go(place)
    at_example.do(Do.LOCK)
    assert at_example.seen(Banner) == []


def _go_down(table: RowTable) -> str:
    """Two rows down; the key of that row."""
    table.setFocus()
    for _ in range(2):
        QTest.keyClick(table, Key.Key_Down)
    assert table.current_key == table.rows[2].key
    return table.current_key


def test_views_survive_a_restart(
    at_example: Person, own_folder: Path, example_vault: tuple[Path, str]
) -> None:
    today, inside = at_example.table("Next milestones"), at_example.inside
    today.setFocus()
    for _ in range(3):
        QTest.keyClick(today, Key.Key_Down)
    assert today.current_key == "engagement-confirmed"
    at_example.inside.go("people")
    at_example.settle()
    people = at_example.seen(RowTable)[0]
    people.horizontalHeader().resizeSection(1, 171)
    assert inside.page.view_state()
    at_example.leave()

    again = Person(own_folder)
    enter(again, own_folder, example_vault[1])
    assert again.table("Next milestones").current_key == "engagement-confirmed"
    again.inside.go("people")
    again.settle()
    assert again.seen(RowTable)[0].horizontalHeader().sectionSize(1) == 171
    again.leave()


def test_a_page_left_before_it_had_its_facts_forgets_nothing(
    at_example: Person, own_folder: Path, example_vault: tuple[Path, str]
) -> None:
    kept = _go_down(at_example.table("Next milestones"))
    at_example.leave()
    hasty = Person(own_folder)
    enter(hasty, own_folder, example_vault[1])
    hasty.window.show_inside(example_vault[1])
    hasty.leave()
    again = Person(own_folder)
    enter(again, own_folder, example_vault[1])
    assert again.table("Next milestones").current_key == kept
    again.leave()


def test_the_minute_is_told_to_pages_and_heading(
    at_example: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Inside, "tick", lambda _inside: told.append("tick"))
    at_example.window._minute.timeout.emit()
    assert told == ["tick"]
    assert at_example.window._minute.isActive()
    at_example.do(Do.LOCK)
    assert not at_example.window._minute.isActive()


def test_going_on_with_another_inspection_keeps_how_pages_were_left(
    at_example: Person, example_vault: tuple[Path, str]
) -> None:
    kept = _go_down(at_example.table("Next milestones"))
    at_example.do(Do.SWITCH)
    assert len(at_example.table("Inspections").rows) == 1
    at_example.window.show_inside(example_vault[1])
    at_example.settle()
    assert at_example.table("Next milestones").current_key == kept


def test_a_target_counts_more_than_where_the_page_was_left(
    at_example: Person, own_folder: Path, example_vault: tuple[Path, str]
) -> None:
    at_example.inside.go("timetable", "fieldwork")
    at_example.settle()
    at_example.leave()
    again = Person(own_folder)
    enter(again, own_folder, example_vault[1])
    again.inside.go("timetable")
    again.settle()
    assert getattr(again.inside.page, "chosen", "") == "fieldwork"
    again.leave()
    third = Person(own_folder)
    enter(third, own_folder, example_vault[1])
    third.inside.go("timetable", "notification")
    third.settle()
    assert getattr(third.inside.page, "chosen", "") == "notification"
    third.leave()
