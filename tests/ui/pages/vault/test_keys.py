"""Who can open the vault, and every change of that, on the page."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.key_holders import KeyHolder, Opening
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.passphrases import USUAL_PERSON, Newcomer
from jtai_desktop.services import keys, unlocking, vaults
from jtai_desktop.services.preferences import Preferences
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import keys as stored
from jtai_desktop.ui.front.recovery_code import RecoveryCode
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.pages.vault.keys import NO_KEYS, KeysSection
from jtai_desktop.ui.pages.vault.keys_rows import key_rows
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.taste import Taste
from tests.services import quick_keys
from tests.ui.waiting import wait_until, wait_until_idle

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
MINE, OTHER = "kettle orbit walnut lantern", "saddle pebble tunic yodel"
DEPUTY = "Deputy coordinator"
HALF = 553  # of a page in a window of 1366 px


class Hands:
    """Does with the section what a person does, by the keyboard."""

    def __init__(self, qtbot: QtBot, desk: Desk, folder: Path) -> None:
        self._qtbot, self._desk, self.folder = qtbot, desk, folder
        self.section = KeysSection(desk)
        qtbot.addWidget(self.section)
        self.section.resize(700, 600)
        self.section.show()
        self.settle()

    @property
    def rows(self) -> list[str]:
        """What each row says."""
        return [row.spoken for row in self.section.findChildren(RowTable)[0].rows]

    @property
    def code(self) -> str:
        """The code that is shown."""
        return self.section.findChildren(RecoveryCode)[0].code

    @property
    def words(self) -> str:
        """All that can be read."""
        labels = self.section.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def settle(self) -> None:
        """Wait until nothing is under way."""
        QTest.qWait(1)
        wait_until_idle(self._desk.hub)
        QTest.qWait(1)

    def button(self, text: str) -> QAbstractButton:
        """The button with those words."""
        buttons = self.section.findChildren(QAbstractButton)
        return next(each for each in buttons if each.text().replace("&", "") == text)

    def press(self, text: str) -> None:
        """Press the button with those words."""
        self.button(text).setFocus()
        QTest.keyClick(self.button(text), Qt.Key.Key_Space)
        self.settle()

    def fill(self, *texts: str) -> None:
        """Type into the fields of the form, from its first, then Enter."""
        fields = self._fields()
        for field, text in zip(fields, texts, strict=True):
            field.clear()
            QTest.keyClicks(field, text)
        QTest.keyClick(fields[-1], Qt.Key.Key_Return)
        self.settle()

    def problems(self) -> list[str]:
        """What stands under the fields."""
        rows = self.section.findChildren(FormRow)
        return [row.problem for row in rows if row.isVisible() and row.problem]

    def choose(self, who: str) -> None:
        """Put the ring on the row of this person."""
        table = self.section.findChildren(RowTable)[0]
        table.choose(next(row.key for row in table.rows if who in row.spoken))
        self.section._allow()

    def _fields(self) -> list[QLineEdit]:
        return [each for each in self.section.findChildren(QLineEdit) if each.isVisible()]


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """The section over a new vault."""
    quick_keys.hurry(monkeypatch)
    hub, folder, opened = Hub(), tmp_path / "vault", list[Workspace]()
    hub.open(
        lambda: vaults.create(folder, Newcomer(USUAL_PERSON, MINE), lambda: NOW),
        opened.append,
        pytest.fail,
    )
    wait_until(lambda: bool(opened))
    taste = Taste(Preferences(theme="light"))
    taste.dress()
    yield Hands(qtbot, Desk(hub, taste, ""), folder)
    hub.shut_down()


def test_who_and_since_are_read_in_full_in_half_of_the_page(hands: Hands) -> None:
    table = hands.section.findChildren(RowTable)[0]
    made = KeyHolder("b", USUAL_PERSON, Opening.CODE, NOW)
    table.set_rows(key_rows((KeyHolder("a", USUAL_PERSON, Opening.PASSPHRASE, NOW), made)))
    hands.section.resize(HALF, 600)
    hands.settle()
    for place in range(4):
        assert not table.isColumnHidden(place)
        assert table.columnWidth(place) >= table.sizeHintForColumn(place)


def test_one_passphrase_can_be_changed_but_not_taken_out(hands: Hands) -> None:
    assert hands.rows == [f"{USUAL_PERSON}, Passphrase, you"]
    assert "There is no recovery code." in hands.words
    hands.choose(USUAL_PERSON)
    assert not hands.button("Take out…").isEnabled()
    hands.press("Change passphrase…")
    hands.fill("something else", OTHER, OTHER)
    assert "does not open" in hands.problems()[0]
    hands.fill(MINE, OTHER, OTHER)
    assert hands.problems() == []
    assert hands.rows == [f"{USUAL_PERSON}, Passphrase, Tue 10 Nov 2026, you"]
    hands.section._desk.hub.close()
    assert unlocking.unlock_key(hands.folder, OTHER, NOW).person == USUAL_PERSON


def test_a_deputy_is_added_and_taken_out(hands: Hands) -> None:
    hands.press("Add a person…")
    hands.fill(MINE, DEPUTY, OTHER, MINE)
    assert hands.problems() == ["The two passphrases differ. Type the second again."]
    hands.fill(MINE, DEPUTY, OTHER, OTHER)
    assert hands.rows[1] == f"{DEPUTY}, Passphrase, Tue 10 Nov 2026"
    hands.choose(DEPUTY)
    hands.press("Take out…")
    assert f"Take out {DEPUTY}’s passphrase" in hands.words
    hands.fill(MINE)
    assert len(hands.rows) == 1


def test_renaming(hands: Hands) -> None:
    hands.press("Rename…")
    hands.fill(MINE, "Lead for quality")
    assert hands.rows == ["Lead for quality, Passphrase, Tue 10 Nov 2026, you"]


def test_a_code_is_made_shown_once_and_typed_back(hands: Hands) -> None:
    assert not hands.button("Type the code back…").isEnabled()
    hands.press("New recovery code…")
    hands.fill(MINE)
    code = hands.code
    assert code.split("-")[7] in hands.words
    assert "not typed back" in hands.rows[1]
    hands.fill(code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert hands.problems()[0].startswith("Group 8 is mistyped.")
    hands.fill(code)
    assert "typed back" in hands.rows[1]
    assert "not" not in hands.rows[1]
    assert hands.code == ""
    assert code.split("-")[7] not in hands.words
    assert not hands.button("Type the code back…").isEnabled()


def test_esc_leaves_a_form_and_lets_go_of_what_was_typed(hands: Hands) -> None:
    hands.press("Add a person…")
    first = hands._fields()[0]
    QTest.keyClicks(first, MINE)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    hands.settle()
    assert hands._fields() == []


def test_empty_and_weak_are_said_at_their_field(hands: Hands) -> None:
    hands.press("Add a person…")
    hands.fill(MINE, "", OTHER, OTHER)
    assert hands.problems() == ["This is empty. Please fill it in."]
    hands.fill(MINE, DEPUTY, "Summer2026!", "Summer2026!")
    assert "first that are tried" in hands.problems()[0]
    hands.press("Suggest four words")
    assert len(hands._fields()[2].text().split()) == 4


def test_an_older_key_file_is_told_until_it_is_looked_through(hands: Hands) -> None:
    older = (hands.folder / stored.NAMES[0]).read_bytes()
    hands.press("Add a person…")
    hands.fill(MINE, DEPUTY, OTHER, OTHER)
    for name in stored.NAMES:
        (hands.folder / name).write_bytes(older)
    hands.section.refresh()
    hands.settle()
    assert "may be an older copy" in hands.words
    hands.press("These are right")
    assert "may be an older copy" not in hands.words


def test_the_example_has_no_keys(qtbot: QtBot, desk: Desk) -> None:
    section = KeysSection(desk)
    qtbot.addWidget(section)
    section.show()
    qtbot.waitUntil(lambda: section._remarks.text() == NO_KEYS, timeout=20_000)
    assert not section.findChildren(RowTable)[0].isVisible()
    assert keys.NO_KEYS != NO_KEYS
