"""Widgets that go into the next line where there is no more room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.flow import Flow


def _row(qtbot: QtBot, words: tuple[str, ...]) -> tuple[QWidget, list[QWidget]]:
    whole = QWidget()
    qtbot.addWidget(whole)
    buttons: list[QWidget] = [small_button(word) for word in words]
    Flow(whole).add_all(buttons)
    whole.resize(600, 100)
    whole.show()
    return whole, buttons


def test_they_stand_beside_one_another_while_there_is_room(qtbot: QtBot) -> None:
    whole, buttons = _row(qtbot, ("Chase…", "Return…", "Pass without a check…"))
    assert {button.y() for button in buttons} == {0}
    wide = buttons[0].width() + buttons[1].width() + 12
    whole.resize(wide, 200)
    assert buttons[0].y() == buttons[1].y() == 0
    assert buttons[2].y() > buttons[0].height()
    assert buttons[2].x() == 0
    assert whole.heightForWidth(wide) == buttons[2].geometry().bottom() + 1


def test_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    whole, buttons = _row(qtbot, ("Chase…", "Return…", "Check…"))
    before = buttons[2].x()
    buttons[1].hide()
    whole.resize(601, 100)
    assert buttons[2].x() < before
    assert buttons[2].x() == buttons[0].width() + 8
