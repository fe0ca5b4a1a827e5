"""Restoring and erasing as a person does them, and the vault that can only be looked at."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import (
    backups,
    diagnostics,
    erasing,
    histories,
    inspections,
    overview,
    restoring,
    undoing,
    vaults,
    views,
)
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import backups as stored
from jtai_desktop.store import looking
from tests.services import scene

CLOCK = standing_clock(scene.NOW)


def backed_up(workspace: Workspace) -> str:
    """A backup by hand; its name."""
    backups.back_up(workspace)
    return backups.listed(workspace)[0].name


def later(workspace: Workspace, days: float) -> None:
    """The clock, so many days on."""
    workspace.clock = standing_clock(scene.NOW + timedelta(days=days))


def test_both_sides_are_shown_and_what_differs(bare_workspace: Workspace, bare: str) -> None:
    name = backed_up(bare_workspace)
    inspections.rename(bare_workspace, bare, "Southmoor")
    scene.begin(bare_workspace, "Westmoor")
    found = {line.what: line for line in restoring.compare(bare_workspace, name).lines}
    areas = found["Inspections"]
    assert (areas.now, areas.then, areas.differs) == ("Southmoor and Westmoor", "Northmoor", True)
    assert (found["Entries in the history"].now, found["Contacts"].differs) == ("3", False)
    assert found["Newest entry"].then == "Tue 10 Nov 2026, 10:40"


def test_a_vault_that_cannot_be_read_is_not_said_to_be_empty(
    bare_workspace: Workspace,
) -> None:
    name = backed_up(bare_workspace)
    (bare_workspace.shown,) = backups.listed(bare_workspace)
    lines = restoring.compare(bare_workspace, name).lines
    assert {line.now for line in lines if line.what != "Files taken in"} == {"–"}
    assert all(line.then.isdigit() for line in lines if line.what in {"Milestones", "Agencies"})


def test_restored_told_and_taken_back(bare_workspace: Workspace, bare: str) -> None:
    name = backed_up(bare_workspace)
    inspections.rename(bare_workspace, bare, "Southmoor")
    later(bare_workspace, 1)
    changes = restoring.restore(bare_workspace, name)
    assert changes.kinds == set(Kind)
    assert overview.load(bare_workspace, bare).inspection.area == "Northmoor"
    line = histories.newest(bare_workspace, "", limit=1)[0]
    assert line.summary == "Restored the backup of Tue 10 Nov 2026, 10:40"
    kept = restoring.before_last_restore(bare_workspace)
    assert kept is not None
    assert kept.reason is Reason.RESTORE
    restoring.undo(bare_workspace)
    assert overview.load(bare_workspace, bare).inspection.area == "Southmoor"
    undoing.undo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).inspection.area == "Northmoor"


def test_a_restore_is_told_until_that_is_put_away(bare_workspace: Workspace, bare: str) -> None:
    assert restoring.unread(bare_workspace) is None
    name = backed_up(bare_workspace)
    inspections.rename(bare_workspace, bare, "Southmoor")
    later(bare_workspace, 1)
    restoring.restore(bare_workspace, name)
    told = restoring.unread(bare_workspace)
    assert told is not None
    assert (told.taken, told.can_go_back) == (scene.NOW, True)
    restoring.put_away(bare_workspace)
    assert restoring.unread(bare_workspace) is None
    restoring.undo(bare_workspace)
    assert restoring.unread(bare_workspace) is None
    restoring.restore(bare_workspace, name)
    assert restoring.unread(bare_workspace) is not None


def test_work_after_a_restore_is_backed_up_though_the_numbers_agree(
    bare_workspace: Workspace, bare: str
) -> None:
    name = backed_up(bare_workspace)
    for area in ("A", "B"):
        inspections.rename(bare_workspace, bare, area)
    restoring.restore(bare_workspace, name)
    inspections.rename(bare_workspace, bare, "C")
    newest = backups.listed(bare_workspace)[0]
    seq = bare_workspace.store.connection.raw.execute("SELECT seq FROM state_digest").fetchone()[0]
    assert newest.seq == seq
    assert backups.has_changed(bare_workspace)


def test_there_is_nothing_to_take_back_without_a_restore(bare_workspace: Workspace) -> None:
    with pytest.raises(Refused, match="no restore to take back"):
        restoring.undo(bare_workspace)


def test_from_a_stick(bare_workspace: Workspace, bare: str, tmp_path: Path) -> None:
    path = backups.to_folder(bare_workspace, tmp_path)
    inspections.rename(bare_workspace, bare, "Southmoor")
    assert restoring.compare_folder(bare_workspace, path).lines[2].differs
    restoring.restore_folder(bare_workspace, path)
    assert overview.load(bare_workspace, bare).inspection.area == "Northmoor"
    with pytest.raises(Refused, match="can’t be read"):
        restoring.compare_folder(bare_workspace, tmp_path)


def test_erased_and_still_in_older_backups_until_purged(
    bare_workspace: Workspace, bare: str
) -> None:
    scene.begin(bare_workspace, "Westmoor")
    older = backed_up(bare_workspace)
    later(bare_workspace, 1)
    erased = erasing.erase(bare_workspace, bare)
    assert [each.area for each in inspections.listed(bare_workspace)] == ["Westmoor"]
    assert erased.rows > 10
    assert erased.backup_failure == ""
    assert [(one.backup.name, one.areas) for one in erased.remains] == [(older, ("Northmoor",))]
    assert erased.remains[0].until == scene.NOW + timedelta(days=35)
    assert backups.listed(bare_workspace)[0].reason is Reason.ERASED
    erasing.purge(bare_workspace)
    assert erasing.remains(bare_workspace) == ()
    assert [one.reason for one in backups.listed(bare_workspace)] == [Reason.ERASED]
    line = histories.newest(bare_workspace, "", limit=1)[0]
    assert line.summary == "An inspection was erased, notified Mon 2 Nov 2026"


def test_a_purge_leaves_no_vault_without_a_backup(bare_workspace: Workspace, bare: str) -> None:
    backed_up(bare_workspace)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backups, "back_up", _full)
        assert "disk is full" in erasing.erase(bare_workspace, bare).backup_failure
    erasing.purge(bare_workspace)
    assert [one.reason for one in backups.listed(bare_workspace)] == [Reason.ERASED]


def _full(*_: object) -> None:
    raise Refused("The disk is full.")


def altered(folder: Path) -> None:
    """Change a row past the program."""
    workspace = scene.reopen(folder)
    workspace.store.connection.raw.execute("UPDATE inspections SET area = 'Altered'")
    workspace.store.close()


@pytest.fixture
def folder(bare_vault: tuple[Path, str], tmp_path: Path) -> Path:
    """A closed vault with one backup."""
    found = scene.copy(bare_vault[0], tmp_path / "v")
    workspace = scene.reopen(found)
    backups.back_up(workspace)
    workspace.close()
    return found


def test_an_altered_vault_opens_to_be_looked_at_and_is_restored(folder: Path) -> None:
    altered(folder)
    with pytest.raises(Refused, match="restore a backup"):
        vaults.open_(folder, scene.PASSPHRASE, CLOCK)
    workspace = vaults.open_to_restore(folder, scene.PASSPHRASE, CLOCK)
    assert workspace.is_read_only
    assert workspace.shown is None
    inspection = inspections.listed(workspace)[0]
    assert inspection.area == "Altered"
    with pytest.raises(Refused, match="looked at only"):
        inspections.rename(workspace, inspection.id, "More")
    assert not views.save(workspace, inspection.id, {"today": {}})
    assert not backups.daily(workspace)
    assert "Told: rows" in diagnostics.text(workspace)
    restoring.restore(workspace, backups.listed(workspace)[0].name)
    assert inspections.listed(workspace)[0].area == "Northmoor"
    inspections.rename(workspace, inspection.id, "More")
    assert backups.listed(workspace)[0].reason is Reason.DAMAGED
    workspace.close()


@pytest.mark.parametrize("harm", ["missing", "empty", "rubbish"])
def test_a_vault_that_is_gone_is_shown_from_its_backup(folder: Path, harm: str) -> None:
    database = folder / looking.DATABASE
    if harm == "missing":
        database.unlink()
    else:
        database.write_bytes(b"" if harm == "empty" else b"x" * 8192)
    workspace = vaults.open_to_restore(folder, scene.PASSPHRASE, CLOCK)
    assert workspace.shown is not None
    assert inspections.listed(workspace)[0].area == "Northmoor"
    comparison = restoring.compare(workspace, workspace.shown.name)
    assert {line.now for line in comparison.lines[:3]} <= {"–", "0"}
    restoring.restore(workspace, workspace.shown.name)
    inspections.rename(workspace, inspections.listed(workspace)[0].id, "More")
    workspace.close()
    again = scene.reopen(folder)
    assert inspections.listed(again)[0].area == "More"
    again.close()


def test_where_it_is_open_elsewhere_the_last_backup_is_offered(folder: Path) -> None:
    other = scene.reopen(folder)
    with pytest.raises(Refused) as caught:
        vaults.open_to_restore(folder, scene.PASSPHRASE, CLOCK)
    assert caught.value.problem.place == "holder"
    assert vaults.has_backup_for(folder, caught.value.problem)
    assert not vaults.has_backup_for(folder, Problem("passphrase", ""))
    shown = vaults.open_backup(folder, scene.PASSPHRASE, caught.value.problem, CLOCK)
    assert inspections.listed(shown)[0].area == "Northmoor"
    with pytest.raises(Refused, match="already open"):
        restoring.restore(shown, backups.listed(shown)[0].name)
    shown.close()
    other.close()


def test_without_a_backup_nothing_is_offered(folder: Path) -> None:
    shutil.rmtree(stored.shelf(folder))
    altered(folder)
    workspace = vaults.open_to_restore(folder, scene.PASSPHRASE, CLOCK)
    assert workspace.is_read_only
    workspace.close()
    (folder / looking.DATABASE).unlink()
    assert not vaults.has_backup_for(folder, Problem("folder", ""))
    with pytest.raises(Refused, match="missing"):
        vaults.open_to_restore(folder, scene.PASSPHRASE, CLOCK)
