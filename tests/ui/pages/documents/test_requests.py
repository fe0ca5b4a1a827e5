"""What is asked for besides the guidance: added, changed and removed from the page."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jtai_desktop.domain.moments import LONDON, at
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import codes, line_of, where_one_types

Key, Held = Qt.Key, Qt.KeyboardModifier
Now = Callable[[], Overview]
Undo = Callable[[], None]


def _field(page: DocumentsPage, place: str) -> QWidget:
    return page.request.form._rows[place].field


def _type(page: DocumentsPage, place: str, text: str) -> None:
    field = _field(page, place)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def _pick(page: DocumentsPage, place: str, words: str) -> None:
    field = _field(page, place)
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findText(words, Qt.MatchFlag.MatchContains))


@pytest.fixture
def added(page: DocumentsPage, settle: Settle) -> str:
    """A request of section 4, added by keys; its identity."""
    page.table.go(line_of(page, "4.4").key)
    QTest.keyClick(page.table, Key.Key_N, Held.ControlModifier | Held.ShiftModifier)
    _type(page, "Title", "Custody rota")
    _pick(page, "Agency", "Police")
    _type(page, "Asked by", "HMICFRS")
    _type(page, "Paragraph", "48")
    _type(page, "Day", "Thu 12 Nov")
    _type(page, "Time", "12:00")
    _field(page, "Title").setFocus()
    QTest.keyClick(where_one_types(page), Key.Key_Return)
    settle()
    return line_of(page, "R1").item.id


def test_it_stands_in_its_section_with_its_own_time(
    page: DocumentsPage, added: str, undo: Undo, now: Now
) -> None:
    line = line_of(page, "R1")
    assert (line.item.section, line.item.paragraph, line.agency) == ("4", "48", "police")
    assert line.due == at(datetime(2026, 11, 12, 12, tzinfo=LONDON))
    place = codes(page).index("R1")
    assert codes(page)[place - 1] == "4.9"
    assert page.panel.key == added
    assert "R1 Custody rota is in the register." in page._news.accessibleName()
    assert page.request.form.isVisible()
    QTest.keyClick(where_one_types(page), Key.Key_Escape)
    assert page.request.isHidden()
    assert page.table.hasFocus()
    undo()
    assert "R1" not in {each.item.code for each in now().register().entries}


@pytest.mark.usefixtures("added")
def test_it_is_changed_and_removed_from_the_panel(
    page: DocumentsPage, settle: Settle, undo: Undo
) -> None:
    page.panel.of_request.change.click()
    title, day = _field(page, "Title"), _field(page, "Day")
    assert isinstance(title, QLineEdit)
    assert isinstance(day, QLineEdit)
    assert (title.text(), day.text()) == ("Custody rota", "Thu 12 Nov 2026")
    title.setText("Custody rota of October")
    page.request.form.add.click()
    settle()
    assert line_of(page, "R1").title == "Custody rota of October"
    assert page.request.isHidden()
    page.panel.of_request.remove.click()
    settle()
    assert "R1" not in codes(page)
    undo()
    assert "R1" in codes(page)


def test_what_is_wrong_is_said_at_its_field(page: DocumentsPage, settle: Settle) -> None:
    page._add_request()
    _type(page, "Title", "")
    page.request.form.add.click()
    settle()
    assert "is empty" in page.request.form._rows["Title"].problem
    _type(page, "Title", "Rota")
    _type(page, "Day", "some day")
    page.request.form.add.click()
    assert page.request.form._rows["Day"].problem


def test_only_what_was_added_by_hand_can_be_changed(page: DocumentsPage) -> None:
    page.table.go(line_of(page, "4.4").key)
    page.following.catch_up()
    assert page.panel.of_request.isHidden()
