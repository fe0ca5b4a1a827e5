"""Files taken in and the backups: shared by name, brought back, and gone with the last who asks."""

from datetime import timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    backups,
    diagnostics,
    document_files,
    erasing,
    restoring,
    undoing,
    vaults,
)
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import backup_files, backup_manifest, room
from jtai_desktop.store import backups as stored
from tests.services import files_scene, scene

YESTERDAY, TODAY = b"as it was yesterday", b"as it is today"


def backed_up(workspace: Workspace) -> str:
    """A backup on the shelf; its name."""
    backups.back_up(workspace)
    return backups.listed(workspace)[0].name


def later(workspace: Workspace, days: float) -> None:
    workspace.clock = standing_clock(workspace.now + timedelta(days=days))


def copied(workspace: Workspace, stick: Path) -> Path:
    """A backup on a stick; where it lies."""
    stick.mkdir(exist_ok=True)
    return backups.to_folder(workspace, stick)


def only_file(workspace: Workspace) -> Path:
    """The one file beside the vault."""
    (name,) = files_scene.there(workspace.folder)
    return workspace.folder / "files" / name


def test_a_backup_on_the_shelf_says_which_files_it_needs_and_copies_none(
    bare_workspace: Workspace, bare: str
) -> None:
    name = files_scene.add(bare_workspace, bare, YESTERDAY)
    kept = stored.path_of(bare_workspace.folder, backed_up(bare_workspace))
    size = (bare_workspace.folder / "files" / name).stat().st_size
    assert backup_manifest.files_of(kept) == {name: size}
    assert backups.listed(bare_workspace)[0].files == 1
    assert {path.name for path in kept.iterdir()} <= {
        "vault.db", "vault.keys", "vault.keys.copy", "backup.json", "backup.files",
    }  # fmt: skip
    assert not (bare_workspace.folder / "backups" / "files").exists()


def test_yesterday_restored_and_back_again_keeps_todays_file(
    bare_workspace: Workspace, bare: str
) -> None:
    files_scene.add(bare_workspace, bare, YESTERDAY)
    kept = backed_up(bare_workspace)
    later(bare_workspace, 1)
    files_scene.add(bare_workspace, bare, TODAY)
    restoring.restore(bare_workspace, kept)
    assert files_scene.contents(bare_workspace) == [YESTERDAY]
    assert files_scene.wrong(bare_workspace) == []
    folder, now = bare_workspace.folder, bare_workspace.now
    bare_workspace.close()
    again = scene.reopen(folder, now)
    document_files.sweep(again)
    restoring.undo(again)
    assert files_scene.contents(again) == [YESTERDAY, TODAY]
    assert files_scene.wrong(again) == []
    assert again.store.verify() == ()
    again.close()


def test_a_file_goes_when_the_last_backup_that_needs_it_is_thinned(
    bare_workspace: Workspace, bare: str
) -> None:
    kept = backed_up(bare_workspace)
    files_scene.add(bare_workspace, bare, TODAY)
    restoring.restore(bare_workspace, kept)
    assert document_files.sweep(bare_workspace) == 0
    stored.remove(bare_workspace.folder, [one.name for one in backups.listed(bare_workspace)])
    assert document_files.sweep(bare_workspace) == 1
    assert files_scene.there(bare_workspace.folder) == set()


@pytest.mark.usefixtures("cheap_keys")
def test_opening_sweeps_and_looking_does_not(bare_vault: tuple[Path, str], tmp_path: Path) -> None:
    folder = scene.copy(bare_vault[0], tmp_path / "v")
    lost = folder / "files" / ("0" * 32)
    theirs = folder / "files" / "notes of somebody.txt"
    workspace = scene.reopen(folder)
    kept = files_scene.add(workspace, bare_vault[1], YESTERDAY)
    backups.back_up(workspace)
    workspace.store.connection.raw.execute("UPDATE inspections SET area = 'Altered'")
    workspace.store.close()
    for path in (lost, theirs):
        path.write_bytes(b"left")
    clock = standing_clock(scene.NOW)
    looking = vaults.open_to_restore(folder, scene.PASSPHRASE, clock)
    assert looking.is_read_only
    assert document_files.sweep(looking) == 0
    assert lost.exists()
    restoring.restore(looking, backups.listed(looking)[0].name)
    looking.before_closing = None
    looking.close()
    # What was set aside as damaged may need any file that was there.
    vaults.open_(folder, scene.PASSPHRASE, clock).store.close()
    assert lost.exists()
    damaged = [one.name for one in stored.listed(folder) if one.reason is Reason.DAMAGED]
    stored.remove(folder, damaged)
    vaults.open_(folder, scene.PASSPHRASE, clock).store.close()
    assert not lost.exists()
    assert theirs.exists()
    assert files_scene.there(folder) == {kept}


def test_a_backup_that_can_not_tell_keeps_every_file(bare_workspace: Workspace, bare: str) -> None:
    kept = stored.path_of(bare_workspace.folder, backed_up(bare_workspace))
    (bare_workspace.folder / "files").mkdir()
    lost = bare_workspace.folder / "files" / ("0" * 32)
    for name, spoilt in (("backup.files", b"nonsense"), ("backup.json", b"{}")):
        lost.write_bytes(b"left")
        right = (kept / name).read_bytes()
        (kept / name).write_bytes(spoilt)
        assert document_files.sweep(bare_workspace) == 0
        (kept / name).write_bytes(right)
        assert document_files.sweep(bare_workspace) == 1
    assert bare


def test_a_backup_of_before_there_were_files_needs_none(
    bare_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = stored.path_of(bare_workspace.folder, backed_up(bare_workspace))
    body = backup_manifest._body(kept)
    assert body is not None
    older = {name: value for name, value in body.items() if not name.startswith("files")}
    monkeypatch.setattr(backup_manifest, "_body", lambda _folder: older)
    assert backup_manifest.files_of(kept) == {}
    assert backup_manifest.read(kept).files == 0


def test_a_stick_gets_each_file_once(bare_workspace: Workspace, bare: str, tmp_path: Path) -> None:
    files_scene.add(bare_workspace, bare, YESTERDAY)
    copied(bare_workspace, tmp_path / "stick")
    shared = tmp_path / "stick" / backups.ELSEWHERE / "files"
    (first,) = shared.iterdir()
    assert first.stat().st_mode & 0o777 == 0o600
    before = first.stat().st_mtime_ns
    files_scene.add(bare_workspace, bare, TODAY)
    there = copied(bare_workspace, tmp_path / "stick")
    assert first.stat().st_mtime_ns == before
    assert {path.name for path in shared.iterdir()} == files_scene.there(bare_workspace.folder)
    assert backups.lacking(bare_workspace, there) == ()
    (bare_workspace.folder / "files" / first.name).unlink()
    first.write_bytes(first.read_bytes()[:-1])
    assert backups.lacking(bare_workspace, there) == (first.name,)


def test_a_stick_brings_back_what_is_missing_and_what_is_spoilt(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    names = [files_scene.add(bare_workspace, bare, each) for each in (YESTERDAY, TODAY, b"third")]
    there = copied(bare_workspace, tmp_path / "stick")
    first, second, third = (bare_workspace.folder / "files" / name for name in names)
    third_before = third.stat().st_mtime_ns
    first.unlink()
    content = bytearray(second.read_bytes())
    content[-1] ^= 1
    second.write_bytes(content)
    line = restoring.compare_folder(bare_workspace, there).lines[-1]
    assert (line.what, line.now, line.then) == ("Files taken in", "3", "3")
    restoring.restore_folder(bare_workspace, there)
    assert files_scene.contents(bare_workspace) == [YESTERDAY, TODAY, b"third"]
    assert third.stat().st_mtime_ns == third_before
    assert files_scene.wrong(bare_workspace) == []


def test_what_no_place_has_is_told_and_does_not_stop_the_restore(
    bare_workspace: Workspace, bare: str
) -> None:
    files_scene.add(bare_workspace, bare, YESTERDAY)
    kept = backed_up(bare_workspace)
    only_file(bare_workspace).unlink()
    line = restoring.compare(bare_workspace, kept).lines[-1]
    assert line.then == "1, 1 missing"
    assert "1 files, 1 missing, verified" in diagnostics.text(bare_workspace)
    restoring.restore(bare_workspace, kept)
    assert len(document_files.astray(bare_workspace, bare)) == 1
    backups.back_up(bare_workspace)


def test_every_kind_of_entry_has_a_name_on_the_comparison(
    bare_workspace: Workspace, bare: str
) -> None:
    kept = backed_up(bare_workspace)
    lines = {line.what: line for line in restoring.compare(bare_workspace, kept).lines}
    for what in ("Items asked for", "Documents", "Steps taken with documents", "Children"):
        assert lines[what].now == lines[what].then
    assert not [what for what in lines if "_" in what or what.endswith(" out")]
    assert bare


def test_room_for_the_files_is_asked_for_before_anything_is_copied(
    bare_workspace: Workspace, bare: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files_scene.add(bare_workspace, bare, b"x" * 3_000_000)
    there = copied(bare_workspace, tmp_path / "stick")
    database = (bare_workspace.folder / "vault.db").stat().st_size
    (bare_workspace.folder / "files" / only_file(bare_workspace).name).unlink()
    # Enough for the database alone, twice over, and not for the file.
    monkeypatch.setattr(room, "_free", lambda _folder: room.MARGIN + 2 * database + 1_000_000)
    with pytest.raises(Refused, match="not enough room"):
        restoring.restore_folder(bare_workspace, there)
    assert files_scene.there(bare_workspace.folder) == set()
    monkeypatch.undo()
    restoring.restore_folder(bare_workspace, there)
    monkeypatch.setattr(room, "_free", lambda _folder: room.MARGIN + 2 * database + 1_000_000)
    other = tmp_path / "other"
    with pytest.raises(Refused, match="not enough room"):
        copied(bare_workspace, other)
    assert list(other.iterdir()) == []
    copied(bare_workspace, tmp_path / "stick")


def test_a_copying_that_is_stopped_leaves_no_backup_and_is_told(
    bare_workspace: Workspace, bare: str, tmp_path: Path
) -> None:
    for content in (YESTERDAY, TODAY):
        files_scene.add(bare_workspace, bare, content)
    shares: list[float] = []

    def stop(share: float) -> bool:
        shares.append(share)
        return len(shares) < 2

    def go_on(share: float) -> bool:
        shares.append(share)
        return True

    with pytest.raises(Refused, match="was stopped"):
        backups.to_folder(bare_workspace, tmp_path, stop)
    assert {path.name for path in (tmp_path / backups.ELSEWHERE).iterdir()} == {"files"}
    shares.clear()
    backups.to_folder(bare_workspace, tmp_path, go_on)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_erased_files_go_when_no_backup_needs_them_any_more(
    bare_workspace: Workspace, bare: str
) -> None:
    other = scene.begin(bare_workspace, "Westmoor")
    mine = files_scene.add(bare_workspace, bare, YESTERDAY)
    theirs = files_scene.add(bare_workspace, other, TODAY)
    backed_up(bare_workspace)
    undone = files_scene.add(bare_workspace, bare, b"undone")
    undoing.undo(bare_workspace, bare)
    erasing.erase(bare_workspace, bare)
    assert files_scene.there(bare_workspace.folder) == {mine, theirs}
    assert undone not in files_scene.there(bare_workspace.folder)
    erasing.purge(bare_workspace)
    assert files_scene.there(bare_workspace.folder) == {theirs}
    assert files_scene.wrong(bare_workspace) == []


def test_what_is_swept_is_spoilt_first(bare_workspace: Workspace, bare: str) -> None:
    files_scene.add(bare_workspace, bare, YESTERDAY)
    path = only_file(bare_workspace)
    with path.open("rb") as held:
        bare_workspace.store.files.sweep(())
        assert held.read(40) == bytes(40)


def test_names_of_ours_only(tmp_path: Path) -> None:
    for name in ("a" * 32, "b" * 31, "A" * 32, "a" * 32 + ".new", "files"):
        (tmp_path / name).write_bytes(b"1")
    assert backup_files.there(tmp_path) == {"a" * 32: 1}
