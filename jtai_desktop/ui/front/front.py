"""The front of the house: which screen stands there, and the way from one to the next.

Each screen is imported when it is first shown, so that the first one need not wait for the rest.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from jtai_desktop import places
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.inspection import Beginning, Inspection
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.ui.front import jobs
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.page import Says
from jtai_desktop.ui.shell.taste import Taste

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.front.passphrase import NewPassphrase
    from jtai_desktop.ui.front.unlock import Unlock


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

        def refused(sentence: str) -> None:
            if not self.count():
                self.start()
            self.say(sentence)

        self._hub.open(open_example, lambda _: self.opened.emit(found[0]), refused)

    def say(self, sentence: str) -> None:
        """What stands in the way, on the screen that is shown."""
        screen: object = self.currentWidget()
        if isinstance(screen, Says):
            screen.say(sentence)

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
        screen.code_wanted.connect(self._show_recovery)
        self._put(screen)
        self._ask_pause(screen)

    def _ask_pause(self, screen: "Unlock") -> None:
        """After several wrong tries: how long to wait."""
        from jtai_desktop.ui.front.recovery_jobs import pause_left

        self._hub.work(partial(pause_left, self._vault), screen.hold, screen.say)

    def _show_recovery(self) -> None:
        from jtai_desktop.ui.front.recovery_unlock import Recovering

        screen = Recovering(self._hub, self._vault)
        screen.recovered.connect(self._unlocked)
        screen.back_wanted.connect(self._show_unlock)
        self._put(screen)
        screen.ask_pause()

    def _show_code(self, passphrase: str, inspection_id: str) -> None:
        """The recovery code of a new vault, before its first inspection."""
        from jtai_desktop.ui.front.recovery import KeepCode

        screen = KeepCode(self._hub)
        screen.done.connect(partial(self._open, inspection_id))
        self._put(screen)
        screen.make(passphrase)

    def _show_choose(self, listed: tuple[Inspection, ...]) -> None:
        from jtai_desktop.ui.front.choose import Choose

        screen = Choose(listed)
        screen.chosen.connect(self._open)
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
        screen.back_wanted.connect(self._drop_passphrase)
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
            self._keep(beginning, partial(self._show_code, newcomer.passphrase))

        self._hub.open(lambda: jobs.make_vault(self._vault, newcomer), made, refused)

    def _keep(self, beginning: Beginning, then: Callable[[str], None] | None = None) -> None:
        def refused(sentence: str) -> None:
            self._drop_passphrase()
            self.say(sentence)

        self._hub.act(
            lambda workspace: jobs.begin(workspace, beginning),
            lambda changes: (then or self._open)(_begun(changes)),
            refused,
        )

    def _drop_passphrase(self) -> None:
        """Back to the date and the plan; what was typed as a passphrase is let go."""
        while screen := self.widget(1):
            self.removeWidget(screen)
            screen.deleteLater()

    def _unlock(self, screen: "Unlock", passphrase: str) -> None:
        screen.set_busy(busy=True)

        def refused(sentence: str) -> None:
            screen.set_busy(busy=False)
            screen.say(sentence)
            self._ask_pause(screen)

        self._hub.open(lambda: jobs.unlock(self._vault, passphrase), self._unlocked, refused)

    def _unlocked(self, _workspace: "Workspace") -> None:
        """On with the last inspection; where it is not known, the person chooses."""
        last = self._taste.liked.last_inspection

        def arrived(listed: tuple[Inspection, ...]) -> None:
            known = [each.id for each in listed]
            if last in known:
                self._open(last)
            elif len(known) == 1:
                self._open(known[0])
            else:
                self._offer(listed)

        self._hub.read(jobs.listed, arrived)

    def _list(self) -> None:
        self._hub.read(jobs.listed, self._offer)

    def _offer(self, listed: tuple[Inspection, ...]) -> None:
        if listed:
            self._show_choose(listed)
        else:
            self._show_begin()

    def _open(self, inspection_id: str) -> None:
        """Into an inspection of this vault: the next start begins there."""
        self._taste.set_last_inspection(inspection_id)
        self.opened.emit(inspection_id)

    def _put(self, screen: QWidget) -> None:
        self._hub.forget()
        while old := self.widget(0):
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        screen.setFocus()


def _begun(changes: Changes) -> str:
    """The inspection that was begun."""
    return next(record for kind, record in changes.touched if kind is Kind.INSPECTION)
