"""An old page put back: a page from an earlier state of the same vault, rightly encrypted."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jtai_desktop.store import looking
from tests.faults import looked, memory, power, sample, steps
from tests.faults.outcome import Outcome
from tests.faults.sample import Reference
from tests.faults.task import Task

FAULT = "an old page put back"
PAGE = 4096
SAME = "the older page held the same rows"


def run(task: Task) -> Iterator[Outcome]:
    """Old pages into newer files, each pair and page once."""
    with memory.folder(task.scratch) as place:
        template = place / "template" / "vault"
        sample.make(template)
        last = 2 * len(steps.ROUND)
        known = sample.reference(template, place, last)
        files = [_content(path) for path in sample.snapshots(template, place, last).values()]
        yield _replayed(task, sample.copy(template, place / "replay" / "vault"), files, known)


def _content(folder: Path) -> bytes:
    return (folder / looking.DATABASE).read_bytes()


def _replayed(task: Task, folder: Path, files: list[bytes], known: Reference) -> Outcome:
    came, violations, alone = Counter[str](), [], 0
    for number, (old, new, page) in enumerate(_cases(task, files)):
        if number == task.count or task.time_is_up:
            break
        place = page * PAGE
        now = files[new]
        put_back = now[:place] + files[old][place : place + PAGE] + now[place + PAGE :]
        (folder / looking.DATABASE).write_bytes(put_back)
        what = _what_came(looked.met(folder), folder, known, new)
        came[what] += 1
        if what == looked.GOOD:
            violations.append(f"page {page + 1} of step {old} put into the vault of step {new}")
        (folder / looking.DATABASE).write_bytes(put_back)
        alone += not power.keyed(folder, Reference(())).wrong.startswith(
            ("not", "can", "integ", "ciph")
        )
    return Outcome(
        FAULT,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "SQLCipher and integrity_check alone let it through",
        sum(came.values()),
        alone,
        task.seconds,
    )


def _cases(task: Task, files: list[bytes]) -> Iterator[tuple[int, int, int]]:
    """An earlier state, a later one, and a page that both have and that differs; none twice."""
    chance, seen = task.chance, set[tuple[int, int, int]]()
    for _ in range(task.count * 50):
        old, new = sorted(chance.sample(range(len(files)), 2))
        pages = range(min(len(files[old]), len(files[new])) // PAGE)
        differ = [page for page in pages if _page(files[old], page) != _page(files[new], page)]
        if not differ:
            continue
        case = (old, new, chance.choice(differ))
        if case not in seen:
            seen.add(case)
            yield case


def _page(content: bytes, page: int) -> bytes:
    return content[page * PAGE : (page + 1) * PAGE]


def _what_came(said: str, folder: Path, known: Reference, new: int) -> str:
    if said != looked.GOOD:
        return "told"
    state = sample.found(folder, known, new)
    return SAME if state.at == new else looked.GOOD
