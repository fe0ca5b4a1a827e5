"""The register of actions: every line does something, no two share a key, texts of undo."""

from collections import Counter

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from jtai_desktop.domain.wording import MONTHS
from jtai_desktop.services import milestones
from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.shell.actions import LINES, Do, Menu
from jtai_desktop.ui.shell.choices import ONLY_INSIDE
from jtai_desktop.ui.shell.going import Going
from tests.ui.person import Person

Key, Held = Qt.Key, Qt.KeyboardModifier
EVERYWHERE = {
    Do.QUIT,
    Do.LARGER,
    Do.SMALLER,
    Do.NORMAL_SIZE,
    Do.LIGHT,
    Do.DARK,
    Do.CONTRAST,
    Do.SYSTEM,
}


def _every_action(person: Person) -> list[QAction]:
    window = person.window
    return [*(action for _line, action in window.choices), *window.going.actions]


def _menus(person: Person) -> list[QMenu]:
    return [person.window.band.menu(menu) for menu in Menu]


def test_every_thing_to_do_stands_once_in_the_register() -> None:
    assert Counter(line.do for line in LINES) == Counter(list(Do))


def test_every_line_has_a_handler(newcomer: Person) -> None:
    # A menu and a window listen too, so a line that does nothing is the measure.
    idle = QAction("Nothing", newcomer.window)
    newcomer.window.band.menu(Menu.GO).addAction(idle)
    newcomer.window.addAction(idle)
    least = _listeners(idle)
    deaf = [
        action.objectName() for action in _every_action(newcomer) if _listeners(action) <= least
    ]
    assert deaf == []


def _listeners(action: QAction) -> int:
    return action.receivers(SIGNAL("triggered(bool)"))


def test_no_two_lines_share_a_key(newcomer: Person) -> None:
    keys = [
        sequence.toString() for action in _every_action(newcomer) for sequence in action.shortcuts()
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert all(keys)
    assert {f"Ctrl+{number}" for number in range(1, 5)} <= set(keys)


def test_no_two_lines_of_a_menu_share_an_access_key(newcomer: Person) -> None:
    for menu in [newcomer.window.band.bar, *_menus(newcomer)]:
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert all(letters), texts
        assert len(set(letters)) == len(letters), texts


def test_every_line_stands_in_a_menu(newcomer: Person) -> None:
    shown = [action for menu in _menus(newcomer) for action in menu.actions()]
    assert [action.text() for action in _every_action(newcomer) if action not in shown] == []


def test_outside_an_inspection_only_look_and_leaving_can_be_chosen(newcomer: Person) -> None:
    assert {do for do in Do if newcomer.can(do)} == EVERYWHERE
    assert not any(action.isEnabled() for action in newcomer.window.going.actions)


def test_inside_everything_can_be_chosen_that_has_something_to_do(at_example: Person) -> None:
    assert {do for do in Do if not at_example.can(do)} == {Do.REDO}
    assert set(ONLY_INSIDE) | EVERYWHERE | {Do.UNDO, Do.UNDO_PAST, Do.REDO} == set(Do)
    assert all(action.isEnabled() for action in at_example.window.going.actions)


def test_undo_and_redo_say_what_they_would_do(at_example: Person) -> None:
    window = at_example.window
    inspection_id = at_example.inside.desk.inspection_id
    window.hub.act(
        lambda workspace: milestones.mark_done(workspace, inspection_id, "case-documents")
    )
    at_example.settle()
    undo, redo = window.choices[Do.UNDO], window.choices[Do.REDO]
    assert undo.text() == "&Undo: Case-file documents: done"
    assert not redo.isEnabled()
    at_example.press(Key.Key_Z, Held.ControlModifier)
    assert redo.text() == "&Redo: Case-file documents: done"
    assert redo.isEnabled()
    at_example.press(Key.Key_Y, Held.ControlModifier)
    assert undo.text() == "&Undo: Case-file documents: done"
    assert redo.text() == "&Redo"


def test_an_ampersand_in_what_undo_names_is_no_access_key(at_example: Person) -> None:
    from jtai_desktop.ui.shell.choices import name_steps

    name_steps(at_example.window.choices, "Health & care: done", "")
    assert at_example.window.choices[Do.UNDO].text() == "&Undo: Health && care: done"


def test_after_locking_the_menus_tell_nothing_of_the_work(at_example: Person) -> None:
    at_example.do(Do.LOCK)
    assert at_example.window.choices[Do.UNDO].text() == "&Undo"
    assert at_example.window.windowTitle() == "Joint inspection"
    assert not any(month in at_example.words() for month in MONTHS)


@pytest.mark.parametrize(
    ("number", "place"), list(enumerate((each for each in PLACES if each.is_numbered), 1))
)
def test_ctrl_and_a_number_go_to_a_place(at_example: Person, number: int, place: object) -> None:
    at_example.inside.go("settings")
    at_example.press(Key(Key.Key_0 + number), Held.ControlModifier)
    assert at_example.inside.place == getattr(place, "key", "")
    action = at_example.window.going.actions[number - 1]
    assert action.text() == f"&{number} {getattr(place, 'title', '')}"
    assert action in at_example.window.band.menu(Menu.GO).actions()


def test_the_places_stand_above_back_and_forward(newcomer: Person) -> None:
    texts = [action.text() for action in newcomer.window.band.menu(Menu.GO).actions()]
    assert texts.index("&1 Today") == 0
    [papers] = [at for at, text in enumerate(texts) if text.endswith(" Papers")]
    assert papers < texts.index("") < texts.index("&Back")


def test_every_place_of_the_navigation_stands_in_the_menu_with_a_key_or_a_letter(
    newcomer: Person,
) -> None:
    shown = [each for each in PLACES if each.in_navigation]
    actions = newcomer.window.going.actions
    assert len(actions) == len(shown)
    lettered = [each for each in shown if not each.is_numbered]
    assert [each.text() for each in actions[-len(lettered) :]] == [
        "&Case audits",
        "Fin&dings, actions",
    ]
    assert [each.shortcut().toString() for each in actions[:9]] == [
        f"Ctrl+{n}" for n in range(1, 10)
    ]


def test_more_than_nine_numbered_places_leave_the_tenth_without_a_key(newcomer: Person) -> None:
    numbered = [each for each in PLACES if each.is_numbered]
    going = Going(numbered * 2, lambda _place: None, newcomer.window)
    keyless = [each for each in going.actions if each.shortcut().isEmpty()]
    assert (len(going.actions), len(keyless)) == (18, 9)
