"""What every page is: it reads its facts, shows them, and reads again when they change."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.shell.hub import Act, Hub
from jtai_desktop.ui.shell.taste import Taste
from jtai_desktop.ui.theme.tokens import Role

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace

Facts = TypeVar("Facts")


class Desk(QObject):
    """What a page is handed: the hub, the inspection, and the ways to other pages."""

    go = Signal(str, str)
    # The inspection is no longer there: back to the list of those that are.
    left = Signal()

    def __init__(
        self, hub: Hub, taste: Taste, inspection_id: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.hub = hub
        self.taste = taste
        self.inspection_id = inspection_id


@runtime_checkable
class Says(Protocol):
    """A screen that can say what stands in the way."""

    def say(self, sentence: str) -> None:
        """Show the sentence where it belongs."""


class Page(Entrance, Generic[Facts]):
    """A place in the navigation. Hidden pages mark themselves stale, visible ones read."""

    DEPENDS: frozenset[Kind] = frozenset()
    FOLLOWS_CLOCK = False

    shown = Signal()
    # Somebody is led to one thing on this page: what lies over it makes way.
    led_to = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        stand_on(self, Role.BG)
        desk.hub.changed.connect(self._on_changes)

    def read(self, workspace: "Workspace") -> Facts:
        """Read the facts, on the vault's thread."""
        raise NotImplementedError

    def show_facts(self, facts: Facts) -> None:
        """Show the facts; keeps selection, scroll and what is being typed."""
        raise NotImplementedError

    def open_at(self, target: str) -> None:
        """Go to one thing on this page."""

    def print_paper(self) -> None:
        """Print what belongs to this page: the daily checklist, unless the page knows better."""
        self.desk.go.emit("papers", "checklist")

    def parts(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between: the page itself, and its panel if it has one."""
        return (self,)

    def search(self) -> None:
        """Put the cursor where one searches, if this page has such a place."""

    def view_state(self) -> dict[str, object]:
        """Column widths, sort, selection and scroll, to come back to."""
        return {}

    def restore_view(self, state: dict[str, object]) -> None:
        """Come back to a kept state."""

    def refresh(self) -> None:
        """Read again and show."""
        self._stale = False
        self.desk.hub.read(self.read, self._arrived)

    def tick(self) -> None:
        """A minute went by."""
        if self.FOLLOWS_CLOCK:
            self._refresh_or_wait()

    def act(self, action: Act, then: Callable[[Changes], None] | None = None) -> None:
        """Do something; the page hears of it like every other page."""
        self.desk.hub.act(action, then)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if changes.kinds & self.DEPENDS:
            self._refresh_or_wait()

    def _refresh_or_wait(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _arrived(self, facts: Facts) -> None:
        self.show_facts(facts)
        self.shown.emit()


AnyPage = Page[Any]
