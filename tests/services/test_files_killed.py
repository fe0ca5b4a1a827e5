"""The program ended at each step of what it does with files: nothing lost, nothing half there.

The short form takes a dozen steps of each work; JTAI_TEST_EXAMPLES takes every one.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from jtai_desktop.services import (
    backups,
    copies_out,
    document_files,
    erasing,
    inspections,
    overview,
    restoring,
)
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_files, backup_manifest
from jtai_desktop.store import backups as stored
from tests.faults.forking import Say, fork, refuse_broken
from tests.services import files_scene, scene

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")

FIRST, SECOND = b"first of all", b"second of all"
STICK, EMPTY, OUTSIDE = "stick", "empty-stick", "outside"
Work = Callable[[Workspace, str], object]


def _take_in(workspace: Workspace, inspection: str) -> None:
    files_scene.add(workspace, inspection, b"third")


def _copy_out(workspace: Workspace, _inspection: str) -> None:
    backups.to_folder(workspace, workspace.folder.parent / "other")


def _restore(workspace: Workspace, _inspection: str) -> None:
    restoring.restore_folder(workspace, _on(workspace.folder.parent / STICK)[0])


def _erase(workspace: Workspace, inspection: str) -> None:
    erasing.erase(workspace, inspection)
    erasing.purge(workspace)


def _save_copy(workspace: Workspace, inspection: str) -> None:
    outside = workspace.folder.parent / OUTSIDE
    outside.mkdir()
    found = overview.load(workspace, inspection).documents
    document = next(each for each in found if each.versions)
    copies_out.save_copy(workspace, inspection, document.id, 1, outside)


WORKS: dict[str, Work] = {
    "a file taken in": _take_in,
    "a backup elsewhere": _copy_out,
    "a copy saved outside": _save_copy,
    "a restore from a stick": _restore,
    "an erasure": _erase,
}


@pytest.fixture(scope="module")
def template(bare_vault: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a vault that has two files, one of them since its backup, and a stick."""
    home = tmp_path_factory.mktemp("killed") / "home"
    home.mkdir()
    workspace = scene.reopen(scene.copy(bare_vault[0], home / "vault"))
    (home / EMPTY).mkdir()
    backups.to_folder(workspace, home / EMPTY)
    files_scene.add(workspace, bare_vault[1], FIRST)
    backups.back_up(workspace)
    files_scene.add(workspace, bare_vault[1], SECOND)
    (home / STICK).mkdir()
    backups.to_folder(workspace, home / STICK)
    workspace.close()
    return home


@pytest.fixture(scope="module")
def emptied(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, but the vault is as it was before there were files: only the stick has them."""
    home = scene.copy(template, tmp_path_factory.mktemp("emptied") / "home")
    workspace = scene.reopen(home / "vault")
    restoring.restore_folder(workspace, _on(home / EMPTY)[0])
    stored.remove(workspace.folder, [each.name for each in stored.listed(workspace.folder)])
    document_files.sweep(workspace)
    assert files_scene.there(workspace.folder) == set()
    workspace.close()
    return home


@pytest.mark.parametrize("name", WORKS)
def test_ended_at_each_step(
    template: Path, emptied: Path, bare_vault: tuple[Path, str], tmp_path: Path, name: str
) -> None:
    inspection = bare_vault[1]
    template = emptied if WORKS[name] is _restore else template
    total = _steps(scene.copy(template, tmp_path / "whole"), inspection, WORKS[name])
    assert total >= 4
    stride = 1 if "JTAI_TEST_EXAMPLES" in os.environ else 1 + total // 12
    for at in range(1, total + 1, stride):
        home = scene.copy(template, tmp_path / f"at-{at}")
        _ended(home, inspection, WORKS[name], at)
        assert _wrong(home, name) == [], f"{name}, ended at step {at} of {total}"


def _wrong(home: Path, name: str) -> list[str]:
    workspace = scene.reopen(home / "vault")
    try:
        found = [*files_scene.wrong(workspace), *_unnamed(workspace, home / OUTSIDE)]
        contents = files_scene.contents(workspace)
    finally:
        workspace.close()
    both_ways = WORKS[name] in {_erase, _restore}
    if contents[:2] != [FIRST, SECOND] and not (both_ways and not contents):
        found.append("a version was lost")
    return [*found, *_wrong_elsewhere(home)]


def _unnamed(workspace: Workspace, outside: Path) -> list[str]:
    """What lies outside with something in it and is not listed."""
    listed = {
        each.path.name
        for inspection in inspections.listed(workspace)
        for each in copies_out.still_out(workspace, inspection.id)
    }
    there = {path.name for path in outside.glob("*") if path.stat().st_size}
    return [f"{name} is not listed" for name in there if name.removesuffix(".part") not in listed]


def _wrong_elsewhere(home: Path) -> list[str]:
    """A backup that has its name has its files."""
    found: list[str] = []
    for path in (*_on(home / STICK), *_on(home / "other")):
        needs = backup_manifest.files_of(path) or {"": 0}
        found += backup_files.lacking(needs, [path.parent / "files"])
    return found


def _on(stick: Path) -> list[Path]:
    shelf = stick / backups.ELSEWHERE
    found = shelf.iterdir() if shelf.is_dir() else iter(())
    return [each for each in found if "T" in each.name and each.suffix != ".new"]


def _steps(home: Path, inspection: str, work: Work) -> int:
    def counting(say: Say) -> None:
        workspace = scene.reopen(home / "vault")
        with _hooked(lambda n: say(str(n))):
            work(workspace, inspection)

    return int(refuse_broken(fork(counting).heard())[-1])


def _ended(home: Path, inspection: str, work: Work, at: int) -> None:
    def strike(n: int) -> None:
        if n == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def ending(_say: Say) -> None:
        workspace = scene.reopen(home / "vault")
        with _hooked(strike):
            work(workspace, inspection)

    refuse_broken(fork(ending).heard())


@contextmanager
def _hooked(strike: Callable[[int], None]) -> Iterator[None]:
    """Call `strike` with the number of each lasting step, just before it is done."""
    numbers = iter(range(1, 1_000_000))

    def before(real: Callable[..., object]) -> Callable[..., object]:
        def hooked(*given: object, **named: object) -> object:
            strike(next(numbers))
            return real(*given, **named)

        return hooked

    def committing(_connection: object) -> None:
        strike(next(numbers))

    event.listen(Engine, "commit", committing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", before(os.fsync))
        patch.setattr(Path, "replace", before(Path.replace))
        patch.setattr(Path, "unlink", before(Path.unlink))
        try:
            yield
        finally:
            event.remove(Engine, "commit", committing)
