"""Backups at their times: when one is made, what is said of it, and what a failure leaves."""

from datetime import timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import backups, inspections, milestones, vaults
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import backup_writing, keys, private_files, room
from jtai_desktop.store import backups as stored
from jtai_desktop.store.slots import passphrase_slot
from tests.services import scene

NEWCOMER = Newcomer("Inspection coordinator", scene.PASSPHRASE)
DAY = timedelta(days=1)


def full(*_: object) -> None:
    """The disk takes nothing more."""
    raise Refused("The disk is full.", place="disk")


def at(workspace: Workspace, later: timedelta) -> None:
    """The clock, so much later."""
    workspace.clock = standing_clock(scene.NOW + later)


def work(workspace: Workspace, inspection_id: str, note: str = "done") -> None:
    """Something that changes the vault."""
    milestones.mark_done(workspace, inspection_id, "notification", note=note)


def names(workspace: Workspace) -> list[tuple[str, Reason]]:
    """Each backup and why it was made."""
    return [(one.name, one.reason) for one in backups.listed(workspace)]


def test_the_first_of_the_day_is_made_once(bare_workspace: Workspace) -> None:
    now = bare_workspace.now
    assert backups.standing(bare_workspace).said(now) == backups.NEVER
    assert backups.daily(bare_workspace)
    assert not backups.daily(bare_workspace)
    standing = backups.standing(bare_workspace)
    assert standing.said(now) == "Backed up today 10:40"
    assert standing.said(now + DAY) == "Backed up Tue 10 Nov 10:40"
    at(bare_workspace, DAY)
    assert backups.daily(bare_workspace)
    assert [reason for _, reason in names(bare_workspace)] == [Reason.FIRST_TODAY] * 2


def test_midnight_in_london_ends_the_day(bare_workspace: Workspace) -> None:
    at(bare_workspace, timedelta(hours=13, minutes=19))
    backups.daily(bare_workspace)
    at(bare_workspace, timedelta(hours=13, minutes=20))
    assert backups.daily(bare_workspace)


def test_on_closing_only_after_changes(bare_workspace: Workspace, bare: str) -> None:
    backups.daily(bare_workspace)
    backups.on_closing(bare_workspace)
    assert len(names(bare_workspace)) == 1
    work(bare_workspace, bare)
    backups.on_closing(bare_workspace)
    backups.on_closing(bare_workspace)
    assert [reason for _, reason in names(bare_workspace)] == [
        Reason.CLOSING,
        Reason.FIRST_TODAY,
    ]
    backups.before(bare_workspace, Reason.IMPORT)
    work(bare_workspace, bare, "again")
    backups.before(bare_workspace, Reason.IMPORT)
    assert next(reason for _, reason in names(bare_workspace)) is Reason.IMPORT
    assert len(names(bare_workspace)) == 3


def test_a_vault_backs_itself_up_when_it_is_closed(tmp_path: Path, cheap_keys: None) -> None:
    del cheap_keys
    clock = standing_clock(scene.NOW)
    workspace = vaults.create(tmp_path / "vault", NEWCOMER, clock)
    scene.begin(workspace)
    workspace.close()
    workspace.close()
    workspace = vaults.open_(tmp_path / "vault", scene.PASSPHRASE, clock)
    assert [reason for _, reason in names(workspace)] == [Reason.CLOSING]
    workspace.close()
    assert len(stored.listed(tmp_path / "vault")) == 1


def test_the_example_is_never_backed_up_by_itself(workspace: Workspace, inspection: str) -> None:
    work(workspace, inspection, "Noted")
    assert not backups.daily(workspace)
    backups.on_closing(workspace)
    assert names(workspace) == []
    assert backups.standing(workspace).said(workspace.now) == ""
    backups.back_up(workspace)
    assert len(names(workspace)) == 1


def test_a_failure_is_said_until_one_succeeds(
    bare_vault: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = scene.copy(bare_vault[0], tmp_path / "v")
    workspace = scene.reopen(folder)
    backups.back_up(workspace)
    monkeypatch.setattr(backup_writing, "write", full)
    with pytest.raises(Refused):
        backups.back_up(workspace)
    workspace.close()
    workspace = scene.reopen(folder)
    failure = backups.standing(workspace).failure
    assert failure == ("The last backup failed (Tue 10 Nov 2026, 10:40). The disk is full.")
    monkeypatch.undo()
    assert backups.daily(workspace)
    assert backups.standing(workspace).failure == ""
    workspace.close()
    workspace = scene.reopen(folder)
    assert backups.standing(workspace).failure == ""
    workspace.close()


def test_on_a_full_disk_the_failure_is_known_without_a_file(
    bare_workspace: Workspace, bare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_write(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_files, "write", no_write)
    monkeypatch.setattr(backup_writing, "write", full)
    work(bare_workspace, bare)
    backups.on_closing(bare_workspace)
    assert "disk is full" in backups.standing(bare_workspace).failure


def test_a_stopped_backup_is_no_failure(bare_workspace: Workspace) -> None:
    with pytest.raises(Refused, match="stopped"):
        backups.back_up(bare_workspace, progress=lambda _share: False)
    assert backups.standing(bare_workspace).failure == ""


def test_a_backup_on_a_stick_is_not_thinned_and_opens(
    bare_workspace: Workspace, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    path = backups.to_folder(bare_workspace, stick)
    assert path.parent == stick / backups.ELSEWHERE
    assert names(bare_workspace) == []
    opened = vaults.open_(path, scene.PASSPHRASE, standing_clock(scene.NOW))
    assert len(inspections.listed(opened)) == 1
    opened.before_closing = None
    opened.close()


def test_the_newest_sound_one_is_not_taken_away(bare_workspace: Workspace) -> None:
    backups.back_up(bare_workspace)
    at(bare_workspace, DAY)
    backups.back_up(bare_workspace)
    newest, older = (name for name, _ in names(bare_workspace))
    with pytest.raises(Refused, match="newest sound backup"):
        backups.remove(bare_workspace, newest)
    backups.remove(bare_workspace, older)
    assert [name for name, _ in names(bare_workspace)] == [newest]


def test_a_backup_keeps_room_for_an_erasure(bare_workspace: Workspace) -> None:
    backups.back_up(bare_workspace)
    assert (bare_workspace.folder / room.RESERVE).exists()


def test_old_backups_open_with_todays_passphrases_only(bare_workspace: Workspace) -> None:
    backups.back_up(bare_workspace)
    folder = stored.path_of(bare_workspace.folder, names(bare_workspace)[0][0])
    before = keys.read(bare_workspace.folder)
    slot = passphrase_slot(
        before.vault_id, bytearray(scene.KEY), "another five quiet words", "Lead", scene.CHEAP
    )
    keys.write(bare_workspace.folder, before.rewritten((slot,)))
    backups.renew_keys(bare_workspace)
    with pytest.raises(Refused, match="does not open"):
        vaults.open_(folder, scene.PASSPHRASE)
    vaults.open_(folder, "another five quiet words", standing_clock(scene.NOW)).store.close()


def test_settings_are_in_the_backup(bare_workspace: Workspace) -> None:
    backups.back_up(bare_workspace)
    name = names(bare_workspace)[0][0]
    found = backups.contents(bare_workspace, name)
    assert found is not None
    assert [one.area for one in found.inspections] == ["Northmoor"]
