"""The hub between pages and the vault: one thread does all work, results come back as signals.

A page asks to read or to act and goes on; it is never blocked by the disk. Whatever an action
changed is told to every page.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace

T = TypeVar("T")
Read = Callable[["Workspace"], T]
Act = Callable[["Workspace"], Changes]

log = logging.getLogger(__name__)

OUR_FAULT = (
    "Something went wrong in the program. Your work up to now is safe."
    " If it happens again, use Help, Copy diagnostics."
)


class Hub(QObject):
    """Runs what pages ask for on the vault's own thread, in the order asked."""

    changed = Signal(object)
    refused = Signal(str)
    idle = Signal()
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._workspace: Workspace | None = None
        self._waiting = 0
        self._answered.connect(self._hand_over)

    @property
    def busy(self) -> bool:
        """Whether something is still under way."""
        return self._waiting > 0

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
        """Open a vault on its thread."""

        def opened(workspace: "Workspace") -> None:
            self._workspace = workspace
            then(workspace)

        self._submit(opener, opened, refused)

    def read(self, reader: Read[T], then: Callable[[T], None]) -> None:
        """Read, and hand the answer to `then`."""
        self._submit(partial(self._with_workspace, reader), then, self.refused.emit)

    def act(
        self,
        action: Act,
        then: Callable[[Changes], None] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Do something; every page hears what it changed."""

        def done(changes: Changes) -> None:
            if then:
                then(changes)
            if changes:
                self.changed.emit(changes)

        self._submit(partial(self._with_workspace, action), done, refused or self.refused.emit)

    def work(
        self, task: Callable[[], T], then: Callable[[T], None], refused: Callable[[str], None]
    ) -> None:
        """Do something lengthy that needs no vault."""
        self._submit(task, then, refused)

    def close(self) -> None:
        """Close the vault, once all that was asked for is done."""
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            self._thread.submit(workspace.close).result()

    def shut_down(self) -> None:
        """Close the vault and end the thread."""
        self.close()
        self._thread.shutdown()

    def _with_workspace(self, job: "Callable[[Workspace], T]") -> T:
        if self._workspace is None:
            raise Refused("The vault is locked. Unlock it and try again.")
        return job(self._workspace)

    def _submit(
        self, job: Callable[[], T], then: Callable[[T], None], refused: Callable[[str], None]
    ) -> None:
        self._waiting += 1
        future = self._thread.submit(job)
        future.add_done_callback(lambda done: self._answered.emit(done, (then, refused)))

    def _hand_over(
        self,
        future: "Future[object]",
        ways: tuple[Callable[[object], None], Callable[[str], None]],
    ) -> None:
        then, refused = ways
        self._waiting -= 1
        error = future.exception()
        if error is None:
            then(future.result())
        elif isinstance(error, Refused):
            refused(str(error))
        else:
            _tell_log(error)
            refused(OUR_FAULT)
        if not self._waiting:
            self.idle.emit()


def _tell_log(error: BaseException) -> None:
    """Type and places only: the message of an error could carry personal data."""
    places = []
    trace = error.__traceback__
    while trace:
        places.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("%s at %s", type(error).__name__, " > ".join(places))
