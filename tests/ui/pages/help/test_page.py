"""The help page: opened at a place, searched, read with the keyboard."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.pages.help.page import HelpPage
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> HelpPage:
    made = HelpPage(desk)
    qtbot.addWidget(made)
    made.resize(1186, 669)
    made.show()
    settle()
    return made


def _title(page: HelpPage) -> str:
    return page._text.document().firstBlock().text()


def test_it_begins_at_the_beginning(page: HelpPage) -> None:
    assert _title(page) == "Where to begin"


def test_it_opens_at_the_place_one_came_from(page: HelpPage) -> None:
    page.open_at("timetable")
    assert _title(page) == "Timetable"
    assert page._list.current_key == "timetable"
    assert page._list.selected_keys == ["timetable"]
    page.open_at("no-such-page")
    assert _title(page) == "Where to begin"


def test_it_opens_before_the_texts_are_read(qtbot: QtBot, desk: Desk, settle: Settle) -> None:
    made = HelpPage(desk)
    qtbot.addWidget(made)
    made.open_at("papers")
    made.show()
    settle()
    assert _title(made) == "Papers"


def test_arrows_turn_the_pages(page: HelpPage) -> None:
    page._list.setFocus()
    QTest.keyClick(page._list, Qt.Key.Key_Down)
    assert _title(page) == "Today"


def test_searching_lists_and_marks_what_was_found(page: HelpPage) -> None:
    page.search()
    QTest.keyClicks(page._find, "passphrase")
    assert 1 < len(page._list.rows) < len(page._pages)
    assert page._text.extraSelections()
    QTest.keyClicks(page._find, " zebra")
    assert not page._nothing.isHidden()
    QTest.keyClick(page._find, Qt.Key.Key_Escape)
    assert len(page._list.rows) == len(page._pages)


def test_links_lead_to_pages_of_help_only(page: HelpPage) -> None:
    page._follow(QUrl("settings"))
    assert _title(page) == "Settings"
    page._follow(QUrl("https://example.invalid/"))
    assert _title(page) == "Settings"


def test_lists_and_headings_are_real_ones(page: HelpPage) -> None:
    page.open_at("undo")
    block = page._text.document().firstBlock()
    levels, listed = [], 0
    while block.isValid():
        levels.append(block.blockFormat().headingLevel())
        listed += block.textList() is not None
        block = block.next()
    assert levels[0] == 1
    assert 2 in levels
    assert listed == 5


def test_the_text_follows_the_theme(page: HelpPage, desk: Desk) -> None:
    before = page._text.grab().toImage()
    desk.taste.set_theme("dark")
    assert page._text.grab().toImage() != before
    desk.taste.set_theme("light")
