"""A coordinator's first day at the window, with the keyboard alone."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import preferences, vaults
from jtai_desktop.services.workspace import Clock, Workspace, standing_clock
from jtai_desktop.ui.kit.countdown import Countdown
from jtai_desktop.ui.shell.actions import Do
from tests.ui.person import Person, spoken

Key, Held = Qt.Key, Qt.KeyboardModifier
PASSPHRASE = "moss kettle orbit thirteen"
MORNING = datetime(2026, 11, 2, 9, 20, tzinfo=LONDON)


@pytest.fixture
def computer(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer whose clock stands on the morning of the call."""
    qapp.processEvents()
    monkeypatch.setenv("JTAI_DATA", str(tmp_path / "data"))
    morning = standing_clock(MORNING)
    for name in ("create", "open_unlocked"):
        monkeypatch.setattr(vaults, name, _at(morning, getattr(vaults, name)))
    return tmp_path


def _at(clock: Clock, way: Callable[..., Workspace]) -> Callable[..., Workspace]:
    def opened(*given: object) -> Workspace:
        return way(*given, clock)

    return opened


def test_from_the_call_to_the_printed_sheet_and_the_next_start(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(computer / "data" / "vault")
    person.start()
    # The call has come: one date in, the plan out.
    person.type("When did the call come?", "2 Nov 2026, 09:00")
    assert len(person.table("The plan").rows) == 14
    person.press(Key.Key_Tab)
    person.type("Area of the inspection", "Northmoor")
    person.press(Key.Key_Return)
    person.type("Passphrase", PASSPHRASE)
    person.type("Passphrase again", PASSPHRASE)
    person.press(Key.Key_Return)
    person.click("Later")
    assert person.inside.place == "today"
    assert "10 working days to fieldwork" in _said(person)

    # A milestone is done from the timetable, and taken back.
    person.press(Key.Key_2, Held.ControlModifier)
    person.inside.page.open_at("context-note")
    person.inside.page.setFocus()
    person.press(Key.Key_Space)
    assert "context-note" not in _next(person)
    person.press(Key.Key_Z, Held.ControlModifier)
    assert "context-note" in _next(person)

    # The sheet of the day is saved and stands in the log.
    sheet = computer / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(sheet), ""))
    person.press(Key.Key_P, Held.ControlModifier | Held.ShiftModifier)
    person.click("Save as PDF…")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "saved Mon 2 Nov 2026, 09:20" in spoken(person.table("What left the program"))[0]

    # Locked for lunch, opened again, and the next start.
    person.do(Do.LOCK)
    assert "Northmoor" not in person.words()
    person.type("Passphrase", PASSPHRASE)
    person.press(Key.Key_Return)
    assert person.inside.place == "today"
    assert preferences.load().last_inspection == person.inside.desk.inspection_id
    person.leave()


def _said(person: Person) -> str:
    return person.seen(Countdown)[0].accessibleName()


def _next(person: Person) -> list[str]:
    person.inside.go("today")
    person.settle()
    return [row.key for row in person.table("Next milestones").rows]
