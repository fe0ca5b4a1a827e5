"""The page of the vault: backups, restoring, erasing, diagnostics, and what the frame says."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from jtai_desktop.services import backups, inspections, overview
from jtai_desktop.services.preferences import Preferences
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_writing, looking
from jtai_desktop.ui.kit.banner import Banner
from jtai_desktop.ui.pages.vault import erasing as erasing_section
from jtai_desktop.ui.pages.vault.erase_question import EraseQuestion
from jtai_desktop.ui.pages.vault.page import VaultPage
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.inside import Inside
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.taste import Taste
from tests.services import scene
from tests.ui.waiting import wait_until, wait_until_idle

T = TypeVar("T")
DAY = timedelta(days=1)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault with one inspection and one older backup, made once."""
    folder = tmp_path_factory.mktemp("bare") / "vault"
    inspection_id = scene.make_bare(folder)
    workspace = scene.reopen(folder, scene.NOW - DAY)
    backups.back_up(workspace)
    inspections.rename(workspace, inspection_id, "Southmoor")
    workspace.close()
    return folder, inspection_id


class Hands:
    """A page of a vault of the test's own, and what a person does with it."""

    def __init__(self, qtbot: QtBot, folder: Path, inspection_id: str) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.hub, opened = Hub(), list[Workspace]()
        self.hub.open(lambda: scene.reopen(folder), opened.append, pytest.fail)
        wait_until(lambda: bool(opened))
        taste = Taste(Preferences(theme="light"))
        taste.dress()
        self.desk = Desk(self.hub, taste, inspection_id)
        self.page = VaultPage(self.desk)
        qtbot.addWidget(self.page)
        self.page.resize(1186, 669)
        self.page.show()
        self.settle()

    @property
    def rows(self) -> list[str]:
        """What each row of the table of backups says."""
        return [row.spoken for row in self.page.backups.table.rows]

    @property
    def words(self) -> str:
        """All that can be read."""
        labels = self.page.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def settle(self) -> None:
        """Wait until nothing is under way."""
        wait_until_idle(self.hub)
        QGuiApplication.sendPostedEvents()

    def press(self, text: str) -> None:
        """Press a button by what stands on it."""
        buttons = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.text().replace("&", "") == text and each.isVisible()
        ]
        buttons[0].click()
        self.settle()

    def choose(self, place: int) -> None:
        """Choose a backup, the newest is 0."""
        table = self.page.backups.table
        table.setCurrentIndex(table.model().index(place, 0))

    def area(self) -> str:
        """What the vault says the area is called."""
        here = self.desk.inspection_id
        return self.ask(lambda workspace: overview.load(workspace, here)).inspection.area

    def ask(self, job: Callable[[Workspace], T]) -> T:
        """What the vault says, asked on its own thread."""
        found: list[T] = []
        self.hub.read(job, found.append)
        self.settle()
        return found[0]


@pytest.fixture
def hands(qtbot: QtBot, bare: tuple[Path, str], tmp_path: Path) -> Iterator[Hands]:
    """The page, in a folder of the test's own."""
    made = Hands(qtbot, Path(shutil.copytree(bare[0], tmp_path / "vault")), bare[1])
    yield made
    made.hub.shut_down()


def alter(workspace: Workspace) -> None:
    """Change a row past the program, and find it."""
    workspace.store.connection.raw.execute("UPDATE inspections SET area = 'Altered'")
    workspace.store.problems = workspace.store.checked()


def full(*_: object) -> None:
    """The disk takes nothing more."""
    raise OSError(28, "No space left on device")


def test_what_is_kept_is_listed(hands: Hands) -> None:
    assert hands.rows[0].startswith("Mon 9 Nov 2026, 10:40, By hand, 1, ")
    assert hands.rows[0].endswith("Verified")
    assert "All of two days are kept" in hands.words


def test_backed_up_by_hand_and_told(hands: Hands) -> None:
    hands.press("Back up now")
    assert hands.rows[0].startswith("Tue 10 Nov 2026, 10:40, By hand")
    assert len(hands.rows) == 2
    assert "Backed up and compared." in hands.words
    assert "Backed up today 10:40" in hands.page._header._line.accessibleName()


def test_a_backup_that_fails_says_why(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_writing, "_copy", full)
    hands.press("Back up now")
    assert "The disk is full." in hands.words
    assert len(hands.rows) == 1


def test_restored_only_after_both_sides_were_shown(hands: Hands) -> None:
    hands.choose(0)
    hands.press("Restore…")
    shown = [row.spoken for row in hands.page.backups.restore._table.rows]
    assert "Inspections: now Southmoor, in the backup Northmoor" in shown
    assert hands.area() == "Southmoor"
    QTest.keyClick(hands.page.backups.restore, Qt.Key.Key_Escape)
    assert not hands.page.backups.restore._asking.isVisible()
    hands.press("Restore…")
    hands.press("Restore this backup")
    assert hands.area() == "Northmoor"
    assert "Restored the backup of Mon 9 Nov 2026, 10:40." in hands.words
    assert "Before a restore" in hands.rows[0]
    hands.press("Bring back what was there before")
    assert hands.area() == "Southmoor"


def test_today_leads_to_both_sides_of_the_last_restore(hands: Hands) -> None:
    hands.page.open_at("restored")
    hands.settle()
    assert not hands.page.backups.restore._asking.isVisible()
    hands.choose(0)
    hands.press("Restore…")
    hands.press("Restore this backup")
    hands.page.open_at("restored")
    hands.settle()
    shown = [row.spoken for row in hands.page.backups.restore._table.rows]
    assert "Inspections: now Northmoor, in the backup Southmoor" in shown


def test_the_ring_goes_to_the_safe_answer(hands: Hands) -> None:
    hands.page.activateWindow()
    hands.choose(0)
    hands.press("Restore…")
    hands.qtbot.waitUntil(hands.page.backups.restore.leave.hasFocus, timeout=20_000)


def test_a_damaged_backup_can_not_be_chosen(hands: Hands) -> None:
    name = hands.ask(backups.listed)[0].name
    (hands.folder / "backups" / name / looking.DATABASE).write_bytes(b"x")
    hands.page.refresh()
    hands.settle()
    hands.choose(0)
    assert hands.rows[0].endswith("Damaged")
    assert not hands.page.backups._compare.isEnabled()


def test_to_a_stick_and_back_from_it(hands: Hands, tmp_path: Path) -> None:
    hands.page.backups.back_up_to(tmp_path / "stick")
    hands.settle()
    assert "Copied to stick" in hands.words
    (copy,) = (tmp_path / "stick" / backups.ELSEWHERE).iterdir()
    hands.page.backups.restore.compare_folder(copy)
    hands.settle()
    hands.press("Restore this backup")
    assert hands.area() == "Southmoor"
    hands.page.backups.restore.compare_folder(tmp_path)
    hands.settle()
    assert "can’t be read" in hands.words


def test_the_newest_sound_one_stays(hands: Hands) -> None:
    hands.choose(0)
    hands.press("Take away")
    assert "newest sound backup is not taken away" in hands.words
    assert len(hands.rows) == 1


def test_erasing_needs_the_name_and_leaves_the_page(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Yes(EraseQuestion):
        def exec(self) -> int:
            asked.append(self._area)
            return 1

    monkeypatch.setattr(erasing_section, "EraseQuestion", Yes)
    with hands.qtbot.waitSignal(hands.desk.left, timeout=20_000):
        hands.press("Erase this inspection…")
    assert asked == ["Southmoor"]
    assert hands.ask(inspections.listed) == ()
    hands.settle()
    hands.page.refresh()
    hands.settle()
    assert [row.spoken for row in hands.page.erasing._table.rows] == [
        "Mon 9 Nov 2026, 10:40, Northmoor, Mon 14 Dec 2026"
    ]
    hands.press("Purge now")
    assert "1 older backup taken away." in hands.words
    assert [row.split(", ")[2] for row in hands.rows] == ["After an erasure"]


def test_the_question_keeps_it_unless_the_name_is_typed(qtbot: QtBot) -> None:
    question = EraseQuestion("North Moor")
    qtbot.addWidget(question)
    question.show()
    assert question.keep.isDefault()
    assert not question.erase.isEnabled()
    QTest.keyClicks(question.typed, "north  moo")
    assert not question.erase.isEnabled()
    QTest.keyClicks(question.typed, "r")
    assert question.erase.isEnabled()
    QTest.keyClick(question.typed, Qt.Key.Key_Return)
    assert question.result() == 0


def test_diagnostics_are_shown_before_they_are_copied(hands: Hands) -> None:
    diagnostics = hands.page.diagnostics
    assert not diagnostics.copy.isEnabled()
    hands.page.open_at("diagnostics")
    hands.settle()
    text = diagnostics.text.toPlainText()
    assert "SQLCipher" in text
    assert "PySide6" in text
    assert "moor" not in text
    hands.press("Copy")
    assert QGuiApplication.clipboard().text() == text


def test_what_can_only_be_looked_at_offers_nothing_else(hands: Hands) -> None:
    hands.ask(alter)
    hands.page.refresh()
    hands.settle()
    assert not hands.page._now.isEnabled()
    assert not hands.page.erasing.erase.isEnabled()
    hands.choose(0)
    hands.press("Restore…")
    hands.press("Restore this backup")
    assert hands.area() == "Northmoor"
    assert hands.page._now.isEnabled()


def test_the_frame_says_when_it_was_backed_up_and_what_failed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = Inside(hands.desk)
    hands.qtbot.addWidget(inside)
    inside.resize(1366, 669)
    inside.show()
    inside.start()
    hands.settle()
    assert inside.navigation._note.text() == "Backed up Mon 9 Nov 10:40"
    monkeypatch.setattr(backup_writing, "_copy", full)
    inside._daily.timeout.emit()
    hands.settle()
    hands.settle()
    assert "disk is full" in inside._standing.accessibleName()
    assert inside._standing.isVisible()
    inside.go("people")
    hands.settle()
    assert inside._standing.isVisible()
    inside._standing.followed.emit()
    assert inside.place == "vault"
    monkeypatch.undo()
    inside.back_up()
    hands.settle()
    hands.settle()
    assert not inside._standing.isVisible()
    assert inside.navigation._note.text() == "Backed up today 10:40"
    assert isinstance(inside._standing, Banner)
