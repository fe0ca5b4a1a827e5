"""The hub between pages and the vault: one thread does all work, results come back as signals.

A page asks to read or to act and goes on; it is never blocked by the disk. Whatever an action
changed is told to every page.
"""

import logging
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from jtai_desktop.domain.problems import Problem, Refused

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from jtai_desktop.domain.changes import Changes
    from jtai_desktop.services.workspace import Workspace

T = TypeVar("T")
S = TypeVar("S")
Read = Callable[["Workspace"], T]
Act = Callable[["Workspace"], "Changes"]

log = logging.getLogger(__name__)

LASTING = -1
OUR_FAULT = Problem(
    "",
    "Something went wrong in the program. Your work up to now is safe."
    " If it happens again, use Help, Copy diagnostics.",
)


class Hub(QObject):
    """Runs what pages ask for on the vault's own thread, in the order asked."""

    changed = Signal(object)
    refused = Signal(str)
    idle = Signal()
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._second: ThreadPoolExecutor | None = None
        self._leaving = Event()
        self._workspace: Workspace | None = None
        # The one the thread holds; only the thread looks at it.
        self._held: Workspace | None = None
        self._waiting = 0
        self._round = 0
        self._opening: object = None
        self._ended = False
        # Queued even where the job is done before one asks to hear of it: no answer comes within
        # the call that asked, and none before an earlier one.
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is still under way."""
        return self._waiting > 0

    @property
    def is_leaving(self) -> bool:
        """Whether the vault was closed: what goes on beside it should stop."""
        return self._leaving.is_set()

    @property
    def is_open(self) -> bool:
        """Whether a vault is open."""
        return self._workspace is not None

    def open(
        self,
        opener: "Callable[[], Workspace]",
        then: "Callable[[Workspace], None]",
        refused: Callable[[str], None],
    ) -> None:
        """Open a vault on its thread; the one that was open is closed once the new one is.

        One at a time: a second click while a vault is being opened is passed over.
        """
        if self._opening is not None:
            return
        turn = self._opening = object()

        def change_over() -> "Workspace":
            fresh = opener()
            before, self._held = self._held, fresh
            if before is not None:
                before.close()
            return fresh

        def opened(workspace: "Workspace") -> None:
            if self._opening is turn:
                self._opening, self._workspace = None, workspace
                self._leaving.clear()
                then(workspace)

        def not_opened(problem: Problem) -> None:
            if self._opening is turn:
                self._opening = None
                refused(problem.sentence)

        self._submit(change_over, opened, not_opened, lasting=True)

    def read(self, reader: Read[T], then: Callable[[T], None]) -> None:
        """Read, and hand the answer to `then`."""
        self._submit(partial(_with, self._workspace, reader), then, self._refuse)

    def act(
        self,
        action: Act,
        then: "Callable[[Changes], None] | None" = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Do something; every page hears what it changed.

        `refused` hears the sentence alone, since it knows the place; the window hears both.
        """

        def done(changes: "Changes") -> None:
            if then:
                then(changes)
            if changes:
                self.changed.emit(changes)

        job = partial(_with, self._workspace, action)
        self._submit(job, done, _sentence_to(refused) if refused else self._refuse)

    def act_after(
        self,
        ready: Read[T],
        task: Callable[[T], S],
        action: "Callable[[Workspace, S], Changes]",
        then: "Callable[[Changes], None]",
        refused: Callable[[str], None],
    ) -> None:
        """Ask the vault, do something lengthy beside it, then act on what came of it.

        Between the two short turns the vault’s thread is free. If the vault was closed meanwhile,
        the action is refused.
        """
        workspace, asked_in = self._workspace, self._round
        told = _sentence_to(refused)

        def begun(found: T) -> None:
            self._submit(partial(task, found), act, told, lasting=True, beside=True)

        def act(outcome: S) -> None:
            here = workspace if self._workspace is workspace else None
            job = partial(_with, here, lambda found: action(found, outcome))
            self._submit(job, done, told, lasting=True)

        def done(changes: "Changes") -> None:
            if self._round == asked_in:
                then(changes)
            if changes:
                self.changed.emit(changes)

        self._submit(partial(_with, workspace, ready), begun, told)

    def work(
        self, task: Callable[[], T], then: Callable[[T], None], refused: Callable[[str], None]
    ) -> None:
        """Do something lengthy that needs no vault."""
        self._submit(task, then, _sentence_to(refused))

    def beside(
        self, task: Callable[[], T], then: Callable[[T], None], refused: Callable[[str], None]
    ) -> None:
        """The same on a thread of its own, so that the vault is not kept waiting."""
        self._submit(task, then, _sentence_to(refused), beside=True)

    def forget(self) -> None:
        """Pass over the answers still to come: the screen that asked is gone."""
        self._round += 1

    def close(self) -> None:
        """Close the vault, also one that is just being opened, once all asked for is done."""
        self._workspace = self._opening = None
        self._leaving.set()
        self.forget()
        if self._thread is not None and not self._ended:
            self._thread.submit(self._let_go).result()

    def shut_down(self) -> None:
        """Close the vault and end the thread."""
        self.close()
        self._ended = True
        for thread in (self._thread, self._second):
            if thread is not None:
                thread.shutdown()

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()

    def _refuse(self, problem: Problem) -> None:
        self.refused.emit(placed(problem))

    def _submit(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[Problem], None],
        *,
        lasting: bool = False,
        beside: bool = False,
    ) -> None:
        """Ask the thread; a lasting answer is handed over even when the screen has changed."""
        if self._ended:
            return
        self._waiting += 1
        future = (self._second_thread() if beside else self._own_thread()).submit(job)
        ways = (LASTING if lasting else self._round, then, refused)
        future.add_done_callback(lambda done: self._answered.emit(done, ways))

    def _own_thread(self) -> "ThreadPoolExecutor":
        """The vault's thread, made when there is something to do."""
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        return self._thread

    def _second_thread(self) -> "ThreadPoolExecutor":
        if self._second is None:
            from concurrent.futures import ThreadPoolExecutor

            self._second = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        return self._second

    def _hand_over(
        self,
        future: "Future[object]",
        ways: tuple[int, Callable[[object], None], Callable[[Problem], None]],
    ) -> None:
        asked_in, then, refused = ways
        self._waiting -= 1
        error = future.exception()
        if error is not None and not isinstance(error, Refused):
            _tell_log(error)
        wanted = asked_in in {self._round, LASTING} and not _is_gone(then)
        if wanted and error is None:
            then(future.result())
        elif wanted:
            refused(error.problem if isinstance(error, Refused) else OUR_FAULT)
        if not self._waiting:
            self.idle.emit()


def _is_gone(then: Callable[[object], None]) -> bool:
    """Whether the part of the window that asked was taken away before the answer came."""
    owner = getattr(then, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def placed(problem: Problem) -> str:
    """The sentence, after the field or the file it is about where it does not name that itself.

    A place in one small word is only for the program.
    """
    place, sentence = problem.place, problem.sentence
    is_for_people = bool(place) and not (place.isidentifier() and place.islower())
    if is_for_people and place.casefold() not in sentence.casefold():
        return f"{place}: {sentence}"
    return sentence


def _sentence_to(refused: Callable[[str], None]) -> Callable[[Problem], None]:
    return lambda problem: refused(problem.sentence)


def _with(workspace: "Workspace | None", job: "Callable[[Workspace], T]") -> T:
    """Do a job in the vault that was open when it was asked for."""
    if workspace is None:
        raise Refused("The vault is locked. Unlock it and try again.")
    return job(workspace)


def _tell_log(error: BaseException) -> None:
    """Type and places only: the message of an error could carry personal data."""
    places = []
    trace = error.__traceback__
    while trace:
        places.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("%s at %s", type(error).__name__, " > ".join(places))
