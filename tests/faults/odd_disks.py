"""A folder that is read-only, from the start or from the middle; a disk of 3 MB that fills."""

import ctypes
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from jtai_desktop.services import council
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import looking
from tests.faults import calls, memory, sample, steps
from tests.faults.calls import BUG, DONE, REFUSED
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.sample import Reference
from tests.faults.task import Task

NOBODY = 65534
SMALL = 3 * 1024 * 1024
NEW_MOUNTS = 0x00020000
PRIVATE = 0x00044000
NO_MOUNT = "a disk of 3 MB can’t be mounted here: that needs root and a Linux that allows it"
SENTENCE, SAVED = "refused in a sentence", "saved"
# Modes of the files and of their folder.
MODES = ((0o400, 0o500), (0o600, 0o500), (0o400, 0o700))
# How much room the filler leaves each time, in bytes.
ROOMS = (4096 * 24, 4096 * 12, 4096 * 3, 0)


def run(task: Task) -> Iterator[Outcome]:
    """One after the other."""
    with memory.folder(task.scratch) as place:
        # So that another user than the one who made it gets through.
        place.chmod(0o711)
        template = place / "template" / "vault"
        sample.make(template)
        yield read_only(task, place, template)
        yield small_disk(task, place, template)


def read_only(task: Task, place: Path, template: Path) -> Outcome:
    """From the start: a sentence. From the middle: a sentence or a save, and no loss."""
    before = sample.snapshots(template, place, 1)[1]
    known = sample.reference(template, place, 4)
    folder = place / "readonly" / "vault"
    results = [_shut(before, folder, *modes) for modes in MODES]
    results.append(_shut_later(before, folder, known))
    came = [what for what, _ in results]
    _belonging(before, folder, 0o600, 0o700)
    good = _as_nobody(lambda say: say(calls.attempt(lambda: sample.opened(folder, 1).close())))
    return Outcome(
        "the folder read-only", len(results), tuple(wrong for _, wrong in results if wrong),
        {what: came.count(what) for what in came},
        "with rights to write it opens", 1, int(good == [DONE]), task.seconds,
    )  # fmt: skip


def _shut(before: Path, folder: Path, file_mode: int, folder_mode: int) -> tuple[str, str]:
    _belonging(before, folder, file_mode, folder_mode)
    content = (folder / looking.DATABASE).read_bytes()
    (said,) = _as_nobody(lambda say: say(calls.attempt(lambda: sample.opened(folder, 1))))
    same = content == (folder / looking.DATABASE).read_bytes()
    if said.startswith(REFUSED) and same:
        return SENTENCE, ""
    return said, f"files {file_mode:o}, folder {folder_mode:o}: {said}, unchanged: {same}"


def _shut_later(before: Path, folder: Path, known: Reference) -> tuple[str, str]:
    _belonging(before, folder, 0o600, 0o700)
    first, second = _as_nobody(lambda say: _lose_rights(say, folder))
    wrong = sample.violation(sample.found(folder, known, 2), 2 + (second == DONE), 3)
    if first != DONE or second.startswith(BUG) or wrong:
        return second, f"read-only from the middle: {first}, {second}, {wrong}"
    return (SAVED if second == DONE else SENTENCE), ""


def _lose_rights(say: Say, folder: Path) -> None:
    workspace = sample.opened(folder, 1)
    say(calls.attempt(lambda: steps.take(workspace, 2)))
    folder.chmod(0o500)
    (folder / looking.DATABASE).chmod(0o400)
    said = calls.attempt(lambda: steps.take(workspace, 3))
    workspace.close()
    folder.chmod(0o700)
    say(said)


def _belonging(before: Path, folder: Path, file_mode: int, folder_mode: int) -> None:
    """A copy that belongs to whoever tries it, with these rights."""
    sample.copy(before, folder)
    home = folder.parent
    for path in (home, *sorted(home.rglob("*"))):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        if path.is_file():
            path.chmod(file_mode)
    folder.chmod(folder_mode)


def _as_nobody(work: Callable[[Say], None]) -> list[str]:
    """Do it as a user whom the modes bind: root they do not."""

    def bound(say: Say) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        work(say)

    return refuse_broken(fork(bound).heard())


def small_disk(task: Task, place: Path, template: Path) -> Outcome:
    """A disk that is full, has room again, and is full again."""
    name, mounted = "a disk of 3 MB", place / "small"
    known = sample.reference(template, place, 90)
    mounted.mkdir()

    def work(say: Say) -> None:
        if not _mount(mounted):
            say(NO_MOUNT)
            return
        for line in _filled(template, mounted / "home" / "vault", known):
            say(line)

    said = refuse_broken(fork(work).heard())
    if said == [NO_MOUNT]:
        return Outcome(name, skipped=NO_MOUNT)
    came = {what: said.count(what) for what in (SENTENCE, SAVED)}
    wrong = tuple(line for line in said if line not in came)
    return Outcome(
        name, sum(came.values()), wrong, came,
        "the full disk did refuse", sum(came.values()), came[SENTENCE], task.seconds,
    )  # fmt: skip


def _mount(folder: Path) -> bool:
    """A disk in memory that only this process sees."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "unshare") or library.unshare(NEW_MOUNTS):
        return False
    library.mount(b"none", b"/", None, PRIVATE, None)
    size = f"size={SMALL}".encode()
    return not library.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, size)


def _filled(template: Path, folder: Path, known: Reference) -> Iterator[str]:
    """Work until nothing more fits, make room, go on; always look what is there."""
    sample.copy(template, folder)
    workspace, at = sample.opened(folder), 0
    for room in ROOMS:
        filler = _fill_up(folder.parent / "filler", room)
        said = DONE
        while said == DONE and at < known.last - len(ROOMS):
            said = calls.attempt(lambda: steps.take(workspace, at + 1))  # noqa: B023
            at += said == DONE
            yield SAVED if said == DONE else SENTENCE if said.startswith(REFUSED) else said
        yield from _wrongs(workspace, known, at, room)
        filler.unlink()
        said = calls.attempt(lambda: steps.take(workspace, at + 1))  # noqa: B023
        at += said == DONE
        yield SAVED if said == DONE else f"after room was made (before: {room}): {said}"
    workspace.close()
    state = sample.found(folder, known, at)
    if state.at != at:
        yield f"in the end: {state.wrong or state.at}, not {at}"


def _wrongs(workspace: Workspace, known: Reference, at: int, room: int) -> Iterator[str]:
    """While the disk is full, all that was saved is there and can be read."""
    stands = known.place(sample.fingerprint_of(workspace.store))
    if stands.at != at:
        yield f"on the full disk ({room}): {stands.wrong or stands.at}, not {at}"
    said = calls.attempt(lambda: council.load(workspace))
    if said != DONE:
        yield f"can’t read on the full disk ({room}): {said}"


def _fill_up(path: Path, room: int) -> Path:
    """A file that leaves only so much room."""
    free = shutil.disk_usage(path.parent).free
    with path.open("wb") as file:
        file.write(b"\0" * max(0, free - room))
    return path
