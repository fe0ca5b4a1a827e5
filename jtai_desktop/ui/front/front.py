"""The front of the house: which screen stands there, and the way from one to the next.

Each screen is imported when it is first shown, so that the first one need not wait for the rest.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from jtai_desktop import places
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.inspection import Beginning, Inspection
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.ui.front import jobs
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.taste import Taste

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.front.passphrase import NewPassphrase
    from jtai_desktop.ui.front.unlock import Unlock


@runtime_checkable
class Says(Protocol):
    """A screen that can say what stands in the way."""

    def say(self, sentence: str) -> None:
        """Show the sentence where it belongs."""


class Front(QStackedWidget):
    """Without a vault: the date and the plan. With one: the passphrase, then the inspections."""

    opened = Signal(str)

    def __init__(self, hub: Hub, vault: Path, taste: Taste) -> None:
        super().__init__()
        self._hub = hub
        self._vault = vault
        self._taste = taste
        self._beginning: Beginning | None = None

    def start(self, *, new: bool = False) -> None:
        """Show the screen that fits: begin, unlock or choose."""
        if new and self._hub.is_open:
            self._show_begin()
        elif self._hub.is_open:
            self._list()
        elif places.holds_vault(self._vault):
            self._show_unlock()
        else:
            self._show_begin()

    def explore(self) -> None:
        """Open the example in a vault of its own, without a passphrase."""
        found: list[str] = []

        def open_example() -> "Workspace":
            workspace, inspection_id = jobs.open_example()
            found.append(inspection_id)
            return workspace

        self._hub.open(open_example, lambda _: self.opened.emit(found[0]), self._say)

    def _show_begin(self) -> None:
        from jtai_desktop.ui.front.begin import Begin

        screen = Begin(self._hub, can_go_back=self._hub.is_open)
        screen.wanted.connect(self._begin)
        screen.example_wanted.connect(self.explore)
        screen.back_wanted.connect(self.start)
        self._put(screen)

    def _show_unlock(self) -> None:
        from jtai_desktop.ui.front.unlock import Unlock

        screen = Unlock()
        screen.passphrase_given.connect(partial(self._unlock, screen))
        screen.example_wanted.connect(self.explore)
        self._put(screen)

    def _show_choose(self, listed: tuple[Inspection, ...]) -> None:
        from jtai_desktop.ui.front.choose import Choose

        screen = Choose(listed)
        screen.chosen.connect(self.opened)
        screen.new_wanted.connect(self._show_begin)
        self._put(screen)

    def _begin(self, beginning: Beginning) -> None:
        """Keep the plan; without a vault ask for a passphrase first."""
        if self._hub.is_open:
            self._keep(beginning)
            return
        from jtai_desktop.ui.front.passphrase import NewPassphrase

        screen = NewPassphrase(self._vault)
        screen.given.connect(partial(self._make_vault, screen, beginning))
        screen.back_wanted.connect(lambda: self.setCurrentIndex(0))
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        screen.take_focus()

    def _make_vault(
        self, screen: "NewPassphrase", beginning: Beginning, newcomer: Newcomer
    ) -> None:
        screen.set_busy(busy=True)

        def refused(sentence: str) -> None:
            screen.set_busy(busy=False)
            screen.say(sentence)

        def made(_workspace: "Workspace") -> None:
            self._keep(beginning)

        self._hub.open(lambda: jobs.make_vault(self._vault, newcomer), made, refused)

    def _keep(self, beginning: Beginning) -> None:
        self._hub.act(
            lambda workspace: jobs.begin(workspace, beginning),
            lambda changes: self.opened.emit(_begun(changes)),
            self._say,
        )

    def _unlock(self, screen: "Unlock", passphrase: str) -> None:
        screen.set_busy(busy=True)

        def refused(sentence: str) -> None:
            screen.set_busy(busy=False)
            screen.say(sentence)

        self._hub.open(lambda: jobs.unlock(self._vault, passphrase), self._unlocked, refused)

    def _unlocked(self, _workspace: "Workspace") -> None:
        self._list(straight_to=self._taste.liked.last_inspection)

    def _list(self, straight_to: str = "") -> None:
        def arrived(listed: tuple[Inspection, ...]) -> None:
            known = {each.id for each in listed}
            if straight_to in known:
                self.opened.emit(straight_to)
            elif not listed:
                self._show_begin()
            elif len(listed) == 1 and straight_to:
                self.opened.emit(listed[0].id)
            else:
                self._show_choose(listed)

        self._hub.read(jobs.listed, arrived)

    def _say(self, sentence: str) -> None:
        screen: object = self.currentWidget()
        if isinstance(screen, Says):
            screen.say(sentence)

    def _put(self, screen: QWidget) -> None:
        while old := self.widget(0):
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        screen.setFocus()


def _begun(changes: Changes) -> str:
    """The inspection that was begun."""
    return next(record for kind, record in changes.touched if kind is Kind.INSPECTION)
