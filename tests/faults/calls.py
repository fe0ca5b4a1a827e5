"""Each system call of an action that writes: killed at it, failed with disk full, with I/O error.

The calls of an action are counted first; then the action is done once for each call and each way
to fail. What a person is told must be a sentence, and what was told must be true after opening.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import papers
from jtai_desktop.store import settling
from tests.faults import memory, power, sample, steps, weak
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.sample import Found, Reference
from tests.faults.shim import KILLS, WORDS, Mode, Shim
from tests.faults.task import Task

FAULT = "each writing system call of an action killed, failed with disk full or I/O error"
CONTROL = "without a journal, killed at each call"
SHORT = ("mark a milestone done", "undo", "save a paper", "take in a file")
SAVING = "save a paper"
MODES = tuple(WORDS)
WHOLLY = 5
DONE, REFUSED, BUG = "done", "refused", "bug"
# What is said of a paper that could not be taken back, up to its name.
STAYS = papers.STAYS.partition("{")[0]


@dataclass(slots=True)
class Tally:
    """What came of the cases so far."""

    came: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def add(self, what: str, case: str, wrong: str) -> None:
        """One more case."""
        self.came[what] += 1
        if wrong:
            self.violations.append(f"{case}: {wrong}")


@dataclass(frozen=True, slots=True)
class Case:
    """One step with one thing that happens at one of its calls."""

    n: int
    at: int
    mode: Mode

    def __str__(self) -> str:
        """Said so that it can be done again."""
        return f"{steps.name_of(self.n)} (step {self.n}), call {self.at} {WORDS[self.mode]}"


def run(task: Task) -> Iterator[Outcome]:
    """Every call of every step that was asked for."""
    # The shim stands for the disk, so that the one below it may be the fastest there is.
    with memory.folder(task.scratch) as place:
        yield every_call(task, place, FAULT)


def every_call(task: Task, place: Path, fault: str) -> Outcome:
    """The calls of the steps that are gone through now."""
    template = place / "template" / "vault"
    sample.make(template)
    last = len(steps.round_now())
    known = sample.reference(template, place, last + 3)
    befores = sample.snapshots(template, place, last)
    tally, folder = Tally(), place / "calls" / "vault"
    for case in task.in_turn([c for n in _wanted(task) for c in _cases(befores, folder, n, task)]):
        sample.copy(befores[case.n - 1], folder)
        _judged(folder, case, known, tally)
    cases, noticed = _control(befores, folder, known) if task.has_control else (0, 0)
    return Outcome(
        fault,
        sum(tally.came.values()),
        tuple(tally.violations),
        dict(tally.came),
        CONTROL,
        cases,
        noticed,
        task.seconds,
    )


def attempt(work: Callable[[], object]) -> str:
    """How it ended: done, refused in a sentence, or an error that nobody should see."""
    try:
        work()
    except Refused as refused:
        return f"{REFUSED} {refused}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the person would get
        return f"{BUG} {type(error).__name__}: {error}".replace("\n", " ")
    return DONE


def calls_of(before: Path, folder: Path, n: int) -> int:
    """How many calls of step `n` write."""
    sample.copy(before, folder)

    def work(say: Say) -> None:
        shim = Shim(folder.parent)
        workspace = sample.opened(folder, n - 1)
        shim.count()
        steps.take(workspace, n)
        say(str(shim.counted))
        shim.disarm()
        workspace.close()

    return int(refuse_broken(fork(work).heard())[0])


def _wanted(task: Task) -> list[int]:
    numbers = range(1, len(steps.round_now()) + 1)
    return [n for n in numbers if task.long or steps.name_of(n) in SHORT]


def _cases(befores: dict[int, Path], folder: Path, n: int, task: Task) -> list[Case]:
    """Three ways to fail at each call; of each the long form takes both kinds."""
    calls = range(1, calls_of(befores[n - 1], folder, n) + 1)
    return [
        Case(n, at, mode) for at in calls for mode in (MODES if task.long else MODES[at % 2 :: 2])
    ]


def _judged(folder: Path, case: Case, known: Reference, tally: Tally) -> None:
    said = refuse_broken(_forked(folder, case, known))
    state = _state(folder, known, case)
    if case.mode in KILLS:
        wrong = sample.violation(state, case.n - 1, case.n)
        what = "killed, kept" if state.at == case.n else "killed, not kept"
        tally.add(what, str(case), "the call never came" if said else wrong)
        return
    outcome, stands, then = said
    what = _what_came(outcome, int(stands), case.n)
    tally.add(what, str(case), _wrong(outcome, int(stands), then, state, case, folder))


def _forked(folder: Path, case: Case, known: Reference) -> list[str]:
    return fork(lambda say: _work(say, folder, case, known)).heard()


def _state(folder: Path, known: Reference, case: Case) -> Found:
    """Most are opened with the key and the database’s own checks, some with the program’s too."""
    if case.at % WHOLLY:
        return power.keyed(folder, known)
    return sample.found(folder, known, case.n)


def _work(say: Say, folder: Path, case: Case, known: Reference) -> None:
    """Do the step with the fault in it, look in the same process, and go on working."""
    shim = Shim(folder.parent)
    workspace = sample.opened(folder, case.n - 1)
    shim.arm(case.at, case.mode)
    outcome = attempt(lambda: steps.take(workspace, case.n))
    shim.disarm()
    if not shim.fired:
        outcome = f"{BUG} the call never came"
    stands = known.place(sample.fingerprint_of(workspace.store)).at
    say(outcome)
    say(str(stands))
    _leave_note(folder, stands)
    say(attempt(lambda: steps.take(workspace, stands + 1)))
    workspace.close()


def _leave_note(folder: Path, stands: int) -> None:
    """Whether the paper was there when it was looked, before the next step."""
    there = steps.paper_of(folder).exists()
    (folder.parent / "noted").write_text(f"{stands} {int(there)}")


def _what_came(outcome: str, stands: int, n: int) -> str:
    if settling.UNKNOWN in outcome:
        return "told that it can’t be known yet, " + ("kept" if stands == n else "not kept")
    if outcome.startswith(REFUSED):
        return "refused, yet kept" if stands == n else "refused"
    return "saved all the same" if outcome == DONE else "an error of ours"


def _wrong(outcome: str, stands: int, then: str, state: Found, case: Case, folder: Path) -> str:
    """What is wrong with what was told, with what is there, or with going on."""
    wanted = stands + 1 if then == DONE else stands
    checks = (
        (not outcome.startswith(BUG), outcome),
        (stands >= 0, "between two states: partial"),
        (stands in {case.n - 1, case.n}, f"stands at step {stands}"),
        (outcome != DONE or stands == case.n, "an acknowledged save is not there"),
        (not _refused(outcome) or stands < case.n, "told “not saved”, and yet it was kept"),
        (then == DONE, f"the next step, the fault gone: {then}"),
        (not state.wrong, state.wrong),
        (state.at == wanted, f"reopened at step {state.at}, not {wanted}"),
        (_paper_agrees(folder, case, outcome), "paper and log do not agree"),
    )
    return "; ".join(sentence for holds, sentence in checks if not holds)


def _refused(outcome: str) -> bool:
    """Whether a person was told that it was not saved."""
    return outcome.startswith(REFUSED) and settling.UNKNOWN not in outcome


def _paper_agrees(folder: Path, case: Case, outcome: str) -> bool:
    """Paper and log both or neither, unless it was told that this is not so or not known."""
    if steps.name_of(case.n) != SAVING or STAYS in outcome or settling.UNKNOWN in outcome:
        return True
    stands, there = (folder.parent / "noted").read_text().split()
    return (int(stands) == case.n) == bool(int(there))


def _control(befores: dict[int, Path], folder: Path, known: Reference) -> tuple[int, int]:
    names = [name for name, _ in steps.round_now()]
    n = 1 + names.index(SHORT[0]) if SHORT[0] in names else 1
    cases = noticed = 0
    with weak.settings(journal_mode="OFF"):
        total = calls_of(befores[n - 1], folder, n)
        for at in range(1, total + 1):
            sample.copy(befores[n - 1], folder)
            case = Case(n, at, Mode.KILL_BEFORE)
            refuse_broken(_forked(folder, case, known))
            state = sample.found(folder, known, n)
            cases, noticed = cases + 1, noticed + bool(sample.violation(state, n - 1, n))
    shutil.rmtree(folder.parent)
    return cases, noticed
