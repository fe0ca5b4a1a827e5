"""A disk that loses its power: what was written and synced, and what may be left of it.

What the shim wrote down is played into a model of a disk. Content that no sync has covered may
be there or not, whole or in single sectors; a name that no sync of its folder has covered may be
the old one or the new one. What was synced is there.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEAD = struct.Struct("<ciqII")
CREATED, TRUNCATED = 1, 2


@dataclass(frozen=True, slots=True)
class Event:
    """One call, as the shim wrote it down."""

    kind: str
    handle: int
    offset: int
    one: bytes
    two: bytes


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes on their way to the disk; without bytes, a new length."""

    offset: int
    data: bytes | None


@dataclass(slots=True, eq=False)
class Node:
    """A file, whatever its name: what is safe, and what is on its way."""

    safe: bytes = b""
    pending: list[Write] = field(default_factory=list)

    def synced(self) -> None:
        """All of it is safe now."""
        self.safe = applied(self.safe, self.pending)
        self.pending.clear()


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that came, went or moved, and the files that it brings: old path, new path, file."""

    gone: str
    came: str
    files: tuple[tuple[str, str, Node], ...] = ()


@dataclass(slots=True)
class Disk:
    """Files by their safe names, and the changes of names on their way."""

    names: dict[str, Node]
    namings: list[Naming] = field(default_factory=list)
    handles: dict[int, tuple[str, Node | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, as_in: Path) -> "Disk":
        """A disk on which all that lies in the folder is safe, as if it lay in another."""
        files = (path for path in folder.rglob("*") if path.is_file())
        return cls({str(as_in / one.relative_to(folder)): Node(one.read_bytes()) for one in files})

    def now(self) -> dict[str, Node]:
        """The names as the running program sees them."""
        return named(self.names, self.namings)

    def play(self, event: Event) -> None:
        """Let one call happen."""
        match event.kind:
            case "O":
                self._open(event)
            case "W":
                self._node(event.handle).pending.append(Write(event.offset, event.one))
            case "T":
                self._node(event.handle).pending.append(Write(event.offset, None))
            case "S":
                self._sync(event.handle)
            case "R":
                self._move(event.one.decode(), event.two.decode())
            case "U":
                self.namings.append(Naming(event.one.decode(), ""))
            case "C":
                self.handles.pop(event.handle, None)

    def _open(self, event: Event) -> None:
        path = event.one.decode()
        node = self.now().get(path)
        if node is None and event.offset & CREATED:
            node = Node()
            self.namings.append(Naming("", path, (("", path, node),)))
        if node is not None and event.offset & TRUNCATED:
            node.pending.append(Write(0, None))
        self.handles[event.handle] = (path, node)

    def _node(self, handle: int) -> Node:
        node = self.handles[handle][1]
        assert node is not None
        return node

    def _sync(self, handle: int) -> None:
        path, node = self.handles[handle]
        if node is not None:
            node.synced()
            return
        # A folder: the names in it are safe now.
        mine = [one for one in self.namings if _lies_in(one, path)]
        self.names = named(self.names, mine)
        self.namings = [one for one in self.namings if one not in mine]

    def _move(self, old: str, new: str) -> None:
        """A file, or a folder with all that is in it, which comes as one."""
        now = self.now()
        inside = [path for path in now if path.startswith(old + "/")]
        pairs = [(path, new + path.removeprefix(old)) for path in inside] or [(old, new)]
        moved = tuple((path, to, now[path]) for path, to in pairs)
        self.namings.append(Naming(old, new, moved))


@dataclass(frozen=True, slots=True)
class Loss:
    """How much of what is on its way arrives, and in pieces of what size."""

    name: str
    keeps: float
    sector: int = 0


LOSSES = (
    Loss("all that was not synced dropped", 0.0),
    Loss("half of it dropped", 0.5),
    Loss("most of it dropped", 0.15),
    Loss("little of it dropped", 0.85),
    Loss("torn in sectors of 512", 0.5, 512),
    Loss("torn in sectors of 4096", 0.5, 4096),
    Loss("nothing dropped", 1.0),
)


def left(disk: Disk, loss: Loss, chance: random.Random) -> dict[str, bytes]:
    """What lies on the disk after the power came back."""
    namings = [one for one in disk.namings if chance.random() < loss.keeps]
    files = named(disk.names, namings)
    return {path: applied(node.safe, _arrived(node, loss, chance)) for path, node in files.items()}


def read(path: Path) -> list[Event]:
    """What the shim wrote down."""
    content, place, events = path.read_bytes(), 0, []
    while place < len(content):
        kind, handle, offset, one, two = HEAD.unpack_from(content, place)
        place += HEAD.size
        first, second = content[place : place + one], content[place + one : place + one + two]
        events.append(Event(kind.decode(), handle, offset, first, second))
        place += one + two
    return events


def applied(safe: bytes, writes: list[Write]) -> bytes:
    """The content after these writes; a hole is filled with zeros."""
    if not writes:
        return safe
    content = bytearray(safe)
    for write in writes:
        if write.data is None:
            _lengthen(content, write.offset)
            del content[write.offset :]
        else:
            _lengthen(content, write.offset)
            content[write.offset : write.offset + len(write.data)] = write.data
    return bytes(content)


def named(names: dict[str, Node], namings: list[Naming]) -> dict[str, Node]:
    """The names after these changes."""
    found = dict(names)
    for one in namings:
        found.pop(one.gone, None)
        for old, new, node in one.files:
            found.pop(old, None)
            found[new] = node
    return found


def _arrived(node: Node, loss: Loss, chance: random.Random) -> list[Write]:
    pieces = (piece for write in node.pending for piece in _pieces(write, loss.sector))
    return [piece for piece in pieces if chance.random() < loss.keeps]


def _pieces(write: Write, sector: int) -> Iterator[Write]:
    """A write in sectors as the disk has them; a new length comes whole or not at all."""
    if write.data is None or not sector:
        yield write
        return
    start, end = write.offset, write.offset + len(write.data)
    while start < end:
        stop = min(end, (start // sector + 1) * sector)
        yield Write(start, write.data[start - write.offset : stop - write.offset])
        start = stop


def _lengthen(content: bytearray, length: int) -> None:
    if len(content) < length:
        content.extend(bytes(length - len(content)))


def _lies_in(one: Naming, folder: str) -> bool:
    return any(path and str(Path(path).parent) == folder for path in (one.gone, one.came))
