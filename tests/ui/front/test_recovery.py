"""The recovery code as a new user meets it: shown, kept, typed back, and used; by keyboard only."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import keys
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.front.recovery_code import RecoveryCode
from jtai_desktop.ui.shell.actions import Do
from tests.services import quick_keys
from tests.ui.person import Person, plain

CALL, AREA = "When did the call come?", "Area of the inspection"
PASSPHRASE, AGAIN, CODE = "Passphrase", "Passphrase again", "Recovery code"
WORDS, OTHERS = "kettle orbit walnut lantern", "saddle pebble tunic yodel"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here is about the cost of a derivation."""
    quick_keys.hurry(monkeypatch)


def _type(person: Person, text: str) -> None:
    """Type where the ring is, and press Enter."""
    field = QApplication.focusWidget()
    assert field is not None
    person.type(field.accessibleName(), text)
    person.press(Qt.Key.Key_Return)


def _tab_to(person: Person, text: str) -> None:
    """Tab until the ring is on the button with those words, then press Space."""
    for _ in range(20):
        focus = QApplication.focusWidget()
        if focus is not None and plain(getattr(focus, "text", str)()) == text:
            person.press(Qt.Key.Key_Space)
            return
        person.press(Qt.Key.Key_Tab)
    pytest.fail(f"The ring never came to {text}.")


def _make_vault(person: Person) -> str:
    """From the first screen to the code; the code."""
    person.type(CALL, "Mon 2 Nov 2026, 09:00")
    person.field(AREA).setFocus()
    _type(person, "Northmoor")
    person.type(PASSPHRASE, WORDS)
    person.field(AGAIN).setFocus()
    _type(person, WORDS)
    return _shown(person)


def _shown(person: Person) -> str:
    (part,) = person.seen(RecoveryCode)
    return part.code


def _remarks(person: Person) -> tuple[str, ...]:
    found: list[tuple[str, ...]] = []
    person.window.hub.read(keys.open_remarks, found.append)
    person.settle()
    return found[0]


def test_from_the_first_run_to_a_new_passphrase_by_keyboard_only(newcomer: Person) -> None:
    code = _make_vault(newcomer)
    assert all(group in newcomer.words() for group in code.split("-"))
    _tab_to(newcomer, "I have it on paper")
    _type(newcomer, code.replace("-", " ").lower())
    assert newcomer.inside.place == "today"
    assert _remarks(newcomer) == ()

    newcomer.do(Do.LOCK)
    _tab_to(newcomer, "Use the recovery code")
    _type(newcomer, code)
    _type(newcomer, OTHERS)
    assert newcomer.problem(AGAIN) == "The two passphrases differ. Type the second again."
    _type(newcomer, OTHERS)
    assert newcomer.inside.place == "today"

    newcomer.do(Do.LOCK)
    _type(newcomer, WORDS)
    assert "does not open" in newcomer.problem(PASSPHRASE)
    _type(newcomer, OTHERS)
    assert newcomer.inside.place == "today"


def test_later_leaves_a_remark(newcomer: Person) -> None:
    _make_vault(newcomer)
    _tab_to(newcomer, "Later")
    assert newcomer.inside.place == "today"
    (remark,) = _remarks(newcomer)
    assert "not typed back" in remark


def test_a_mistyped_group_is_named_and_the_code_can_be_looked_at_again(newcomer: Person) -> None:
    code = _make_vault(newcomer)
    _tab_to(newcomer, "I have it on paper")
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    _type(newcomer, wrong)
    assert newcomer.problem(CODE).startswith("Group 8 is mistyped.")
    newcomer.click("Back")
    assert _shown(newcomer) == code
    newcomer.click("I have it on paper")
    _type(newcomer, code)
    assert newcomer.inside.place == "today"


def test_the_code_is_on_no_clipboard_and_gone_from_the_window(newcomer: Person) -> None:
    code = _make_vault(newcomer)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    assert not [label for label in newcomer.seen(QLabel) if label.textInteractionFlags() & flags]
    _tab_to(newcomer, "Later")
    assert code[:5] not in QGuiApplication.clipboard().text()
    assert not [each for each in newcomer.window.findChildren(RecoveryCode) if each.code]


def test_the_sheet_is_saved_where_one_says_but_never_beside_the_vault(
    newcomer: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make_vault(newcomer)
    paths = [newcomer.window.vault / "code.pdf", tmp_path / "code.pdf"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(paths.pop(0)), ""))
    newcomer.click("Save as PDF…")
    assert "must not lie beside what it opens" in newcomer.words()
    newcomer.click("Save as PDF…")
    assert "Saved as code.pdf" in newcomer.words()
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
    assert not [each for each in newcomer.window.vault.iterdir() if "vault" not in each.name]


def test_a_code_of_another_vault_is_refused_and_counted(newcomer: Person) -> None:
    _make_vault(newcomer)
    _tab_to(newcomer, "Later")
    newcomer.do(Do.LOCK)
    newcomer.click("Use the recovery code")
    for _ in range(5):
        _type(newcomer, "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG")
        assert "not the code of this vault" in newcomer.problem(CODE)
    assert not newcomer.button("Go on in 1 s").isEnabled()
    newcomer.click("Back")
    assert newcomer.field(PASSPHRASE).hasFocus()


def test_wrong_passphrases_are_slowed_down_and_the_button_counts(newcomer: Person) -> None:
    _make_vault(newcomer)
    _tab_to(newcomer, "Later")
    newcomer.do(Do.LOCK)
    for _ in range(5):
        _type(newcomer, OTHERS)
    assert not newcomer.button("Unlock in 1 s").isEnabled()
    newcomer.press(Qt.Key.Key_Return)
    assert "does not open" in newcomer.problem(PASSPHRASE)
    newcomer.wait(
        lambda: any(plain(each.text()) == "Unlock" for each in newcomer.seen(QPushButton))
    )
    _type(newcomer, WORDS)
    assert newcomer.inside.place == "today"


def test_four_words_are_suggested_shown_and_have_to_be_typed_again(newcomer: Person) -> None:
    newcomer.type(CALL, "Mon 2 Nov 2026, 09:00")
    newcomer.type(AREA, "Northmoor")
    newcomer.click("Keep this plan")
    newcomer.click("Suggest four words")
    suggested = newcomer.field(PASSPHRASE).text()
    assert len(suggested.split()) == 4
    assert "Strong." in newcomer.words()
    assert newcomer.field(AGAIN).hasFocus()
    assert newcomer.field(AGAIN).text() == ""
    newcomer.type(PASSPHRASE, "harbour lantern")
    assert "Weak: it is short." in newcomer.words()


def test_a_vault_without_a_code_says_so(newcomer: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_workspace: Workspace, _passphrase: str) -> None:
        raise Refused("The disk is full.")

    monkeypatch.setattr(keys, "new_code", none)
    newcomer.type(CALL, "Mon 2 Nov 2026, 09:00")
    newcomer.type(AREA, "Northmoor")
    newcomer.click("Keep this plan")
    newcomer.type(PASSPHRASE, WORDS)
    newcomer.type(AGAIN, WORDS)
    newcomer.press(Qt.Key.Key_Return)
    assert "The disk is full." in newcomer.words()
    assert not newcomer.button("I have it on paper").isEnabled()
    newcomer.click("Later")
    newcomer.do(Do.LOCK)
    newcomer.click("Use the recovery code")
    _type(newcomer, "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG")
    assert "no recovery code" in newcomer.problem(CODE)
