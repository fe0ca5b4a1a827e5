"""Damages workbooks in many ways and has each read; `run(2000)` is the long form."""

import random
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from tests.exchange.lists.county import County
from tests.exchange.lists.made_files import open_document
from tests.exchange.lists.writing import text, workbook

TINY = {1: 30, 3: 12, 4: 12, 5: 6, 6: 20, 7: 4, 8: 5}
SECONDS = 10
# Sound files by their endings.
Sources = Sequence[tuple[str, bytes]]
ROOT = Path(__file__).resolve().parents[3]


class Reader:
    """The reading process; started anew when a file ends it."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: subprocess.Popen[str] | None = None
        self._lines: Queue[str] = Queue()

    def read(self, path: Path) -> str:
        """What came of a file: read, half, refused, ended or hung."""
        process = self._running()
        assert process.stdin is not None
        with suppress(OSError):
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
        try:
            said = self._lines.get(timeout=SECONDS)
        except Empty:
            self.stop()
            return "hung"
        if not said:
            self.stop()
            return "ended"
        return said.split()[0]

    def stop(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
            self._process = None

    def _running(self) -> "subprocess.Popen[str]":
        if self._process is None:
            self._lines = Queue()
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                cwd=ROOT,
            )
            Thread(target=_pass_on, args=(self._process, self._lines), daemon=True).start()
        return self._process


def run(
    count: int,
    folder: Path,
    seed: int = 1,
    sources: Sources | None = None,
    module: str = "tests.exchange.lists.mutant_reader",
) -> Counter[str]:
    """Reads so many damaged files, each in one of many ways; how often what came of it."""
    outcomes: Counter[str] = Counter()
    reader = Reader(module)
    try:
        for number, (ending, content) in enumerate(mutants(count, seed, sources)):
            path = folder / f"mutant{number}{ending}"
            path.write_bytes(content)
            outcome = reader.read(path)
            outcomes[outcome] += 1
            if outcome not in {"hung", "half"}:
                path.unlink()
    finally:
        reader.stop()
    return outcomes


def mutants(count: int, seed: int, sources: Sources | None = None) -> Iterator[tuple[str, bytes]]:
    """Damaged files by their endings."""
    draw = random.Random(seed)  # noqa: S311 - the same damage every time
    sources = sources or lists()
    ways = (_bytes, _cut, _swap, _xml, _xml, _xml, _parts)
    for number in range(count):
        ending, content = sources[number % 5 if number % 5 < len(sources) else 0]
        way = draw.choice(ways[:3] if ending == ".csv" else ways)
        yield ending, way(content, draw)


def lists() -> Sources:
    """Sound files of lists."""
    county = County(TINY)
    return (
        (".xlsx", workbook(county)),
        (".ods", open_document({"List_1": [county.headings(1), *county.grid(1)]})),
        (".csv", text(county, 1).encode()),
    )


def _bytes(content: bytes, draw: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.choice([1, 3, 20, 200])):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _cut(content: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content))]


def _swap(content: bytes, draw: random.Random) -> bytes:
    first, second = sorted(draw.randrange(len(content)) for _ in range(2))
    return content[:first] + content[second:] + content[first:second]


def _xml(content: bytes, draw: random.Random) -> bytes:
    """Damages the text of one part and packs it again, so that the package itself is sound."""
    return repacked(content, draw.choice(_names(content)), lambda part: _text(part, draw))


def _text(part: bytes, draw: random.Random) -> bytes:
    if not part:
        return b"<x>"
    old, new = draw.choice(
        [
            (b'r="', b'r="ZZZ'),
            (b't="s"', b't="e"'),
            (b"<v>", b"<v>9999999999999"),
            (b"<row ", b"<row><row "),
            (b"</c>", b""),
            (b"count=", b'count="99999999999" x='),
            (b's="1"', b's="70000"'),
            (b'r="A', b'r="XFD1048576" q="A'),
            (b"<c ", b"<c/><c "),
            (b"table:table-cell", b'table:table-cell table:number-columns-repeated="90000000"'),
            (b"utf-8", b"utf-16"),
            (b">", b" "),
        ]
    )
    at = draw.randrange(len(part))
    found = part.find(old, at)
    if found < 0 or draw.random() < 0.2:
        return _bytes(part, draw)
    return part[:found] + new + part[found + len(old) :]


def _parts(content: bytes, draw: random.Random) -> bytes:
    """Leaves a part out, or gives one the content of another."""
    names = _names(content)
    gone, other = draw.choice(names), draw.choice(names)
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in names:
            if name == gone and other == gone:
                continue
            new.writestr(name, old.read(other if name == gone else name))
    return stream.getvalue()


def repacked(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.namelist():
            part = old.read(each)
            kept = change(part) if each == name else part
            new.writestr(each, kept, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _names(content: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.namelist()


def _pass_on(process: "subprocess.Popen[str]", lines: "Queue[str]") -> None:
    assert process.stdout is not None
    with suppress(ValueError, OSError):
        for line in process.stdout:
            lines.put(line)
    lines.put("")
