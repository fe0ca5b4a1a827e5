"""From the first screen into an inspection: making a vault, unlocking, choosing, exploring."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import example_vaults, preferences
from jtai_desktop.services.preferences import Preferences
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.front import jobs
from jtai_desktop.ui.front.passphrase import NewPassphrase
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.shell.actions import Do
from tests.ui.conftest import open_copy
from tests.ui.person import Person, spoken
from tests.ui.waiting import LONGEST_WAIT
from tests.ui.windows import beginning, make_vault

CALL, AREA = "When did the call come?", "Area of the inspection"
PASSPHRASE, AGAIN = "Passphrase", "Passphrase again"
WORDS = "moss kettle orbit thirteen"
MAKE = "Make the vault and keep the plan"


class Keyless:
    """Vaults by key, in the place of those that take a second for the passphrase."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.made: list[Newcomer] = []
        monkeypatch.setattr(jobs, "make_vault", self.make)
        monkeypatch.setattr(jobs, "unlock", self.unlock)

    def make(self, folder: Path, newcomer: Newcomer) -> Workspace:
        """Make the vault."""
        self.made.append(newcomer)
        make_vault(folder)
        return open_copy(folder)

    def unlock(self, folder: Path, passphrase: str) -> Workspace:
        """Open it, if the passphrase is right."""
        if passphrase != WORDS:
            raise Refused("That passphrase does not open this vault.")
        return open_copy(folder)


@pytest.fixture
def keyless(newcomer: Person, monkeypatch: pytest.MonkeyPatch) -> Keyless:
    return Keyless(newcomer.window.vault, monkeypatch)


def _plan(person: Person, area: str = "Northmoor") -> None:
    person.type(CALL, "Mon 2 Nov 2026, 09:00")
    person.type(AREA, area)
    person.click("Keep this plan")


def _give(person: Person, first: str, second: str) -> None:
    person.type(PASSPHRASE, first)
    person.type(AGAIN, second)
    person.press(Qt.Key.Key_Return)


def _restart(person: Person) -> Person:
    person.leave()
    again = Person(person.window.vault, preferences.load())
    again.start()
    return again


def test_from_the_date_to_today_and_back_with_the_passphrase(newcomer: Person) -> None:
    """The whole way with a real vault: the one test that pays for its passphrase."""
    _plan(newcomer)
    assert newcomer.field(PASSPHRASE).hasFocus()
    _give(newcomer, WORDS, WORDS)
    newcomer.click("Later")
    assert newcomer.inside.place == "today"
    assert newcomer.window.windowTitle().startswith("Northmoor, November 2026")
    again = _restart(newcomer)
    assert again.field(PASSPHRASE).hasFocus()
    again.type(PASSPHRASE, "something else entirely")
    again.press(Qt.Key.Key_Return)
    assert "does not open" in again.problem(PASSPHRASE)
    assert again.window.inside is None
    assert again.button("Unlock").isEnabled()
    assert again.field(PASSPHRASE).selectedText()
    again.type(PASSPHRASE, WORDS)
    assert again.problem(PASSPHRASE) == ""
    again.press(Qt.Key.Key_Return)
    assert again.inside.place == "today"
    again.leave()


@pytest.mark.parametrize(
    ("first", "second", "name", "said"),
    [
        ("", "", PASSPHRASE, "The passphrase has 0 characters."),
        ("short", "short", PASSPHRASE, "The passphrase has 5 characters."),
        ("aaaaaaaaaaaa", "aaaaaaaaaaaa", PASSPHRASE, "The passphrase repeats itself."),
        (WORDS, WORDS.upper(), AGAIN, "The two passphrases differ."),
        (WORDS, "", AGAIN, "The two passphrases differ."),
    ],
)
def test_a_weak_or_different_passphrase_makes_no_vault(
    newcomer: Person, keyless: Keyless, first: str, second: str, name: str, said: str
) -> None:
    _plan(newcomer)
    _give(newcomer, first, second)
    assert said in newcomer.problem(name)
    assert newcomer.field(name).hasFocus()
    assert keyless.made == []
    assert not newcomer.window.vault.exists()


def test_the_passphrase_is_hidden_until_it_is_shown(newcomer: Person) -> None:
    _plan(newcomer)
    fields = [newcomer.field(name) for name in (PASSPHRASE, AGAIN)]
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}
    newcomer.click("Show what I type")
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Normal}


def test_back_from_the_passphrase_keeps_the_date_and_lets_the_passphrase_go(
    newcomer: Person,
) -> None:
    _plan(newcomer)
    newcomer.type(PASSPHRASE, WORDS)
    newcomer.click("Back")
    assert newcomer.field(CALL).text() == "Mon 2 Nov 2026, 09:00"
    assert len(newcomer.table("The plan").rows) == 14
    assert newcomer.window.findChildren(NewPassphrase) == []


def test_what_stands_in_the_way_of_the_vault_is_said_and_can_be_tried_again(
    newcomer: Person, keyless: Keyless, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path, _newcomer: Newcomer) -> Workspace:
        raise Refused("The disk is full.")

    monkeypatch.setattr(jobs, "make_vault", refuse)
    _plan(newcomer)
    _give(newcomer, WORDS, WORDS)
    assert newcomer.problem(PASSPHRASE) == "The disk is full."
    monkeypatch.setattr(jobs, "make_vault", keyless.make)
    newcomer.click(MAKE)
    assert newcomer.inside.place == "today"


def test_a_plan_that_is_refused_after_the_vault_was_made_can_be_mended(
    newcomer: Person, keyless: Keyless, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = jobs.begin
    monkeypatch.setattr(jobs, "begin", _refusing)
    _plan(newcomer)
    _give(newcomer, WORDS, WORDS)
    assert newcomer.problem(AREA) == "That area can’t be."
    monkeypatch.setattr(jobs, "begin", begin)
    newcomer.type(AREA, "Northmoor")
    newcomer.click("Keep this plan")
    assert newcomer.inside.place == "today"
    assert len(keyless.made) == 1


def _refusing(_workspace: object, _beginning: object) -> None:
    raise Refused("That area can’t be.")


@pytest.mark.usefixtures("keyless")
@pytest.mark.parametrize("area", ["عربية", "<b>&amp;", "=cmd|' /C calc'!A0", "a\tb"])
def test_any_area_is_kept_as_it_was_typed(newcomer: Person, area: str) -> None:
    newcomer.type(CALL, "2 Nov 2026")
    newcomer.field(AREA).setText(area)
    newcomer.click("Keep this plan")
    _give(newcomer, WORDS, WORDS)
    assert newcomer.inside.place == "today"
    assert " ".join(area.split()) in newcomer.words()


def test_an_area_that_is_too_long_is_said_and_can_be_shortened(
    newcomer: Person, keyless: Keyless
) -> None:
    newcomer.type(CALL, "2 Nov 2026")
    newcomer.field(AREA).setText("x" * 10_000)
    newcomer.click("Keep this plan")
    _give(newcomer, WORDS, WORDS)
    assert "Please shorten it." in newcomer.problem(AREA)
    assert newcomer.field(AREA).text() == "x" * 200
    newcomer.type(AREA, "Northmoor")
    newcomer.click("Keep this plan")
    assert newcomer.inside.place == "today"
    assert len(keyless.made) == 1


@pytest.mark.usefixtures("keyless")
def test_one_inspection_is_gone_into_at_once(newcomer: Person) -> None:
    make_vault(newcomer.window.vault, beginning())
    again = _restart(newcomer)
    again.type(PASSPHRASE, WORDS)
    again.click("Unlock")
    assert again.inside.place == "today"
    again.leave()


@pytest.mark.usefixtures("keyless")
def test_several_inspections_are_chosen_from_and_the_last_one_is_remembered(
    newcomer: Person,
) -> None:
    make_vault(newcomer.window.vault, beginning("Northmoor"), beginning("Rehearsal", practice=True))
    again = _restart(newcomer)
    again.type(PASSPHRASE, WORDS)
    again.click("Unlock")
    rows = spoken(again.table("Inspections"))
    assert len(rows) == 2
    assert any("Rehearsal" in row and "Practice" in row for row in rows)
    assert any("Northmoor" in row and "Live" in row for row in rows)
    assert again.table("Inspections").hasFocus()
    wanted = next(row for row in again.table("Inspections").rows if "Rehearsal" in row.spoken)
    again.table("Inspections").choose(wanted.key)
    again.press(Qt.Key.Key_Return)
    assert again.window.windowTitle().startswith("Practice: Rehearsal")

    third = _restart(again)
    third.type(PASSPHRASE, WORDS)
    third.click("Unlock")
    assert third.window.windowTitle().startswith("Practice: Rehearsal")
    third.do(Do.SWITCH)
    assert len(third.table("Inspections").rows) == 2
    third.leave()


@pytest.mark.usefixtures("keyless")
def test_an_empty_vault_leads_to_the_date(newcomer: Person) -> None:
    make_vault(newcomer.window.vault)
    again = _restart(newcomer)
    again.type(PASSPHRASE, WORDS)
    again.click("Unlock")
    assert again.field(CALL).isVisible()
    again.leave()


def test_a_second_inspection_needs_no_passphrase_and_back_leads_to_the_list(
    newcomer: Person, keyless: Keyless
) -> None:
    _plan(newcomer)
    _give(newcomer, WORDS, WORDS)
    newcomer.do(Do.NEW_INSPECTION)
    newcomer.click("Back")
    assert len(newcomer.table("Inspections").rows) == 1
    newcomer.click("New inspection…")
    _plan(newcomer, "Southmoor")
    assert newcomer.inside.place == "today"
    assert newcomer.window.windowTitle().startswith("Southmoor")
    assert len(keyless.made) == 1


@pytest.mark.usefixtures("keyless")
def test_what_cannot_be_read_after_unlocking_is_said(
    newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_vault(newcomer.window.vault, beginning())

    def refuse(_workspace: object) -> None:
        raise Refused("The vault is damaged.")

    monkeypatch.setattr(jobs, "listed", refuse)
    again = _restart(newcomer)
    again.type(PASSPHRASE, WORDS)
    again.click("Unlock")
    assert again.problem(PASSPHRASE) == "The vault is damaged."
    again.leave()


def test_the_example_needs_no_passphrase_and_leaves_nothing_behind(
    newcomer: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    newcomer.click("Explore the example")
    assert newcomer.inside.place == "today"
    assert newcomer.window.windowTitle().startswith("Northmoor, November 2026")
    assert len(list(folder.iterdir())) == 1
    newcomer.leave()
    assert list(folder.iterdir()) == []
    assert not newcomer.window.vault.exists()
    assert preferences.load().last_inspection == ""


@pytest.mark.usefixtures("already_played")
def test_locking_the_example_throws_it_away_too(
    newcomer: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    newcomer.click("Explore the example")
    newcomer.do(Do.LOCK)
    assert list(folder.iterdir()) == []
    assert newcomer.field(CALL).isVisible()


def test_an_example_that_cannot_be_made_is_said(
    own_computer: Path, monkeypatch: pytest.MonkeyPatch, newcomer: Person
) -> None:
    seen = Event()

    def refuse() -> tuple[Workspace, str]:
        seen.wait(LONGEST_WAIT)
        raise Refused("The disk is full.")

    monkeypatch.setattr(example_vaults, "open_throwaway", refuse)
    button = newcomer.button("Explore the example")
    button.click()
    assert button.text() == "Making the example…"
    seen.set()
    newcomer.settle()
    assert button.text() == "Explore the example"
    assert newcomer.problem(AREA) == "The disk is full."
    straight = Person(own_computer / "vault", Preferences(theme="light"))
    straight.window.show_front(example=True)
    straight.window.show()
    straight.settle()
    assert straight.problem(AREA) == "The disk is full."
    straight.leave()


@pytest.mark.usefixtures("already_played")
def test_leaving_while_the_example_is_being_opened_does_no_harm(
    newcomer: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    newcomer.button("Explore the example").click()
    newcomer.leave()
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("already_played")
def test_exploring_while_a_plan_is_under_way_does_no_harm(newcomer: Person) -> None:
    newcomer.field(CALL).setText("2 Nov 2026")
    newcomer.button("Explore the example").click()
    newcomer.settle()
    assert newcomer.inside.place == "today"
    assert newcomer.seen(RowTable)
