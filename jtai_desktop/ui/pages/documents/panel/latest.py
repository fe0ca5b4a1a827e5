"""Latest: reads one thing at a time for the panel, and of what is asked meanwhile only the last.

Whoever goes through the register with the arrow keys asks for a history with each row. The vault
has one thread: what nobody waits for any more must not stand in its queue.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from jtai_desktop.domain.changes import Changes
from jtai_desktop.ui.shell.hub import Hub, Read

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace

T = TypeVar("T")


class Latest(Generic[T]):
    """Answers come in the order asked; those that were overtaken never come."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._busy = False
        self._next: tuple[Read[T], Callable[[T], None]] | None = None

    def read(self, reader: Read[T], then: Callable[[T], None]) -> None:
        """Read it, once what is being read now is there."""
        if self._busy:
            self._next = (reader, then)
            return
        self._busy = True
        found: list[T] = []

        def look(workspace: "Workspace") -> Changes:
            found.append(reader(workspace))
            return Changes()

        self._hub.act(look, partial(self._came, found, then), self._refused)

    def _came(self, found: list[T], then: Callable[[T], None], _changes: Changes) -> None:
        self._turn()
        then(found[0])

    def _refused(self, sentence: str) -> None:
        self._turn()
        self._hub.refused.emit(sentence)

    def _turn(self) -> None:
        self._busy = False
        if self._next is not None:
            (reader, then), self._next = self._next, None
            self.read(reader, then)
