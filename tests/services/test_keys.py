"""Who can open the vault: added, changed, renamed, taken out, recovered; both or neither."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain import key_holders
from jtai_desktop.domain.key_holders import Opening
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.passphrases import USUAL_PERSON, Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import example_vaults, histories, keys, recovering, unlocking, vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import key_record, settings, trouble
from jtai_desktop.store import keys as stored
from tests.services import quick_keys

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
MINE, THEIRS, OTHER = "kettle orbit walnut lantern", "saddle pebble tunic yodel", "zoom acorn kiln"
DEPUTY = "Deputy coordinator"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here is about the cost of a derivation."""
    quick_keys.hurry(monkeypatch)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new vault, open."""
    made = vaults.create(tmp_path / "vault", Newcomer(USUAL_PERSON, MINE), lambda: NOW)
    yield made
    made.close()


def _reopened(workspace: Workspace, passphrase: str) -> str:
    """Whom this passphrase opens the vault for."""
    unlocked = unlocking.unlock_key(workspace.folder, passphrase, NOW)
    unlocked.wipe()
    return unlocked.person


def _lines(workspace: Workspace) -> list[str]:
    return [line.summary for line in histories.newest(workspace, "")]


def _with_deputy(workspace: Workspace) -> str:
    keys.add(workspace, MINE, Newcomer(DEPUTY, THEIRS))
    return keys.listed(workspace)[1].id


def test_a_new_vault_has_one_holder_and_says_that_a_code_is_missing(workspace: Workspace) -> None:
    (holder,) = keys.listed(workspace)
    assert (holder.person, holder.opening, holder.own) == (
        USUAL_PERSON,
        Opening.PASSPHRASE,
        True,
    )
    assert keys.open_remarks(workspace) == (key_holders.NO_CODE,)


def test_a_deputy_opens_the_vault_with_their_own(workspace: Workspace) -> None:
    changes = keys.add(workspace, MINE, Newcomer(f" {DEPUTY} ", THEIRS))
    assert changes
    assert [holder.person for holder in keys.listed(workspace)] == [USUAL_PERSON, DEPUTY]
    assert all(holder.since == NOW for holder in keys.listed(workspace))
    workspace.close()
    assert _reopened(workspace, THEIRS) == DEPUTY
    assert _reopened(workspace, MINE) == USUAL_PERSON


def test_two_people_of_one_name_are_refused(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="has a passphrase already"):
        keys.add(workspace, MINE, Newcomer(USUAL_PERSON.upper(), THEIRS))


def test_changing_asks_for_the_old_one_and_ends_it(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="does not open"):
        keys.change(workspace, THEIRS, OTHER)
    with pytest.raises(Refused, match="first that are tried"):
        keys.change(workspace, MINE, "Summer2026!")
    keys.change(workspace, MINE, OTHER)
    workspace.close()
    assert _reopened(workspace, OTHER) == USUAL_PERSON
    with pytest.raises(Refused, match="does not open"):
        _reopened(workspace, MINE)


def test_renaming_keeps_the_passphrase_and_the_session_follows(workspace: Workspace) -> None:
    keys.rename(workspace, MINE, "Lead for quality")
    assert workspace.person == "Lead for quality"
    assert keys.listed(workspace)[0].own
    assert not keys.rename(workspace, MINE, "Lead for quality")
    workspace.close()
    assert _reopened(workspace, MINE) == "Lead for quality"


def test_a_removed_one_opens_nothing_and_the_last_stays(workspace: Workspace) -> None:
    deputy = _with_deputy(workspace)
    with pytest.raises(Refused, match="does not open"):
        keys.remove(workspace, "not the passphrase", deputy)
    keys.remove(workspace, MINE, deputy)
    _changes, _code = keys.new_code(workspace, MINE)
    with pytest.raises(Refused, match="last passphrase"):
        keys.remove(workspace, MINE, keys.listed(workspace)[0].id)
    with pytest.raises(Refused, match="no longer in the list"):
        keys.remove(workspace, MINE, deputy)
    workspace.close()
    with pytest.raises(Refused, match="does not open"):
        _reopened(workspace, THEIRS)


def test_the_code_is_open_until_it_is_typed_back(workspace: Workspace) -> None:
    _changes, code = keys.new_code(workspace, MINE)
    assert keys.open_remarks(workspace) == (key_holders.NOT_PROVED,)
    with pytest.raises(Refused, match="Group 1 is mistyped"):
        keys.prove_code(workspace, ("1" if code[0] != "1" else "2") + code[1:])
    keys.prove_code(workspace, code.lower())
    assert keys.open_remarks(workspace) == ()
    assert keys.listed(workspace)[-1].proved


def test_a_new_code_ends_the_old_one(workspace: Workspace) -> None:
    _changes, old = keys.new_code(workspace, MINE)
    _changes, new = keys.new_code(workspace, MINE)
    assert old != new
    assert [holder.opening for holder in keys.listed(workspace)].count(Opening.CODE) == 1
    with pytest.raises(Refused, match="not the code of this vault"):
        keys.prove_code(workspace, old)
    keys.prove_code(workspace, new)


def test_the_code_leads_to_a_new_passphrase(workspace: Workspace) -> None:
    _changes, code = keys.new_code(workspace, MINE)
    workspace.close()
    assert unlocking.try_code(workspace.folder, code, NOW) == (USUAL_PERSON,)
    newcomer = Newcomer(USUAL_PERSON, OTHER)
    again = recovering.recover(workspace.folder, code, newcomer, lambda: NOW)
    assert again.person == USUAL_PERSON
    assert _lines(again)[0] == f"{USUAL_PERSON}: new passphrase, set with the recovery code"
    again.close()
    assert _reopened(workspace, OTHER) == USUAL_PERSON
    with pytest.raises(Refused, match="does not open"):
        _reopened(workspace, MINE)


def test_a_newcomer_with_the_code_leaves_the_others_their_passphrases(
    workspace: Workspace,
) -> None:
    _changes, code = keys.new_code(workspace, MINE)
    workspace.close()
    newcomer = Newcomer(DEPUTY, OTHER)
    recovering.recover(workspace.folder, code, newcomer, lambda: NOW).close()
    assert _reopened(workspace, OTHER) == DEPUTY
    assert _reopened(workspace, MINE) == USUAL_PERSON


def test_a_weak_new_passphrase_leaves_the_vault_closed(workspace: Workspace) -> None:
    _changes, code = keys.new_code(workspace, MINE)
    workspace.close()
    with pytest.raises(Refused, match="first that are tried"):
        recovering.recover(workspace.folder, code, Newcomer(DEPUTY, "password123"), lambda: NOW)
    assert _reopened(workspace, MINE) == USUAL_PERSON


def test_history_tells_each_change_without_a_secret(workspace: Workspace) -> None:
    deputy = _with_deputy(workspace)
    keys.rename(workspace, MINE, "Lead for quality")
    keys.change(workspace, MINE, OTHER)
    _changes, code = keys.new_code(workspace, OTHER)
    keys.prove_code(workspace, code)
    keys.remove(workspace, OTHER, deputy)
    assert _lines(workspace) == [
        f"{DEPUTY}: passphrase taken out",
        "Recovery code typed back",
        "Recovery code made",
        "Lead for quality: passphrase changed",
        f"{USUAL_PERSON} is now called Lead for quality",
        f"{DEPUTY}: passphrase added",
    ]
    told = repr(histories.newest(workspace, ""))
    assert workspace.store.undo_next("") is None
    slots = stored.read(workspace.folder).slots
    secrets = [MINE, THEIRS, OTHER, code, code.replace("-", "")]
    secrets += [slot.wrapped.hex() for slot in slots] + [slot.salt.hex() for slot in slots]
    assert not [secret for secret in secrets if secret in told]
    assert workspace.store.verify() == ()


def test_a_line_that_cannot_be_kept_leaves_the_keys_as_they_were(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise Refused(trouble.DISK_FULL)

    monkeypatch.setattr(key_record, "save", full)
    with pytest.raises(Refused, match="disk is full"):
        keys.change(workspace, MINE, OTHER)
    monkeypatch.undo()
    assert _lines(workspace) == []
    workspace.close()
    assert stored.read(workspace.folder).generation == 3


def test_an_older_key_file_put_back_is_told(workspace: Workspace, tmp_path: Path) -> None:
    deputy = _with_deputy(workspace)
    for name in stored.NAMES:
        shutil.copy(workspace.folder / name, tmp_path / name)
    keys.remove(workspace, MINE, deputy)
    _changes, code = keys.new_code(workspace, MINE)
    keys.prove_code(workspace, code)
    assert keys.open_remarks(workspace) == ()
    for name in stored.NAMES:
        shutil.copy(tmp_path / name, workspace.folder / name)
    assert keys.open_remarks(workspace)[0] == key_holders.SWAPPED
    assert keys.accept(workspace)
    assert keys.open_remarks(workspace) == (key_holders.NO_CODE,)
    assert not keys.accept(workspace)


def test_settings_are_not_disturbed_by_the_record(workspace: Workspace) -> None:
    _with_deputy(workspace)
    with workspace.reading() as session:
        assert settings.load(session) == type(settings.load(session))()


def test_the_key_file_holds_roles_but_no_secret(workspace: Workspace) -> None:
    _with_deputy(workspace)
    _changes, code = keys.new_code(workspace, MINE)
    body = json.loads((workspace.folder / stored.NAMES[0]).read_bytes())
    assert [slot["kind"] for slot in body["slots"]] == ["passphrase", "passphrase", "recovery"]
    assert body["slots"][2]["kdf"] == "hkdf-sha256"
    assert "memory_kib" not in body["slots"][2]
    assert code.replace("-", "") not in json.dumps(body)


def test_wrong_tries_are_slowed_down_across_ways_in(workspace: Workspace) -> None:
    for _ in range(5):
        with pytest.raises(Refused, match="does not open"):
            keys.change(workspace, THEIRS, OTHER)
    with pytest.raises(Refused, match="wait 1 second"):
        keys.change(workspace, MINE, OTHER)
    assert unlocking.pause_left(workspace.folder, NOW) == 1
    assert unlocking.pause_left(workspace.folder, NOW + timedelta(seconds=1)) == 0


def test_the_thrown_away_example_has_no_keys() -> None:
    workspace, _inspection = example_vaults.open_throwaway()
    try:
        assert keys.listed(workspace) == ()
        assert keys.open_remarks(workspace) == ()
        with pytest.raises(Refused, match="thrown away"):
            keys.change(workspace, MINE, OTHER)
    finally:
        workspace.close()
