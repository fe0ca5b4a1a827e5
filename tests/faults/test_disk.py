"""The model of a disk that the power losses rest on."""

import random

from tests.faults.disk import CREATED, LOSSES, Disk, Event, Loss, Node, left

FOLDER, FILE, OTHER = "/vault", "/vault/a", "/vault/b"
DROPPED, KEPT = LOSSES[0], LOSSES[-1]


def opened(handle: int, path: str, *, created: bool = False) -> Event:
    return Event("O", handle, CREATED if created else 0, path.encode(), b"")


def played(*events: Event, names: dict[str, Node] | None = None) -> Disk:
    disk = Disk(names if names is not None else {FILE: Node(b"old!")})
    for event in events:
        disk.play(event)
    return disk


def after(disk: Disk, loss: Loss) -> dict[str, bytes]:
    return left(disk, loss, random.Random(1))  # noqa: S311 - no secret


def test_what_was_not_synced_may_be_lost() -> None:
    disk = played(opened(3, FILE), Event("W", 3, 0, b"new", b""))
    assert after(disk, DROPPED) == {FILE: b"old!"}
    assert after(disk, KEPT) == {FILE: b"new!"}


def test_what_was_synced_is_there() -> None:
    disk = played(opened(3, FILE), Event("W", 3, 0, b"new", b""), Event("S", 3, 0, b"", b""))
    assert after(disk, DROPPED) == {FILE: b"new!"}


def test_a_new_name_is_safe_once_its_folder_was_synced() -> None:
    new = (opened(3, FILE, created=True), Event("W", 3, 0, b"x", b""), Event("S", 3, 0, b"", b""))
    assert after(played(*new, names={}), DROPPED) == {}
    synced = (*new, opened(4, FOLDER), Event("S", 4, 0, b"", b""))
    assert after(played(*synced, names={}), DROPPED) == {FILE: b"x"}


def test_a_name_that_moved_is_the_old_one_or_the_new_one() -> None:
    disk = played(
        Event("R", -1, 0, OTHER.encode(), FILE.encode()),
        names={FILE: Node(b"old"), OTHER: Node(b"new")},
    )
    assert after(disk, DROPPED) == {FILE: b"old", OTHER: b"new"}
    assert after(disk, KEPT) == {FILE: b"new"}


def test_a_removed_name_may_come_back() -> None:
    disk = played(Event("U", -1, 0, FILE.encode(), b""))
    assert after(disk, DROPPED) == {FILE: b"old!"}
    assert after(disk, KEPT) == {}


def test_a_shorter_length_may_not_have_arrived() -> None:
    disk = played(opened(3, FILE), Event("T", 3, 0, b"", b""))
    assert after(disk, DROPPED) == {FILE: b"old!"}
    assert after(disk, KEPT) == {FILE: b""}


def test_a_write_can_arrive_in_single_sectors() -> None:
    disk = played(
        opened(3, FILE), Event("W", 3, 0, b"n" * 4096, b""), names={FILE: Node(b"o" * 4096)}
    )
    (content,) = after(disk, Loss("torn", 0.5, 512)).values()
    sectors = {content[at : at + 512] for at in range(0, 4096, 512)}
    assert sectors == {b"n" * 512, b"o" * 512}
