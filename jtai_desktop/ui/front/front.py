"""The front of the house: which screen stands there, and the way from one to the next.

Each screen is imported when it is first shown, so that the first one need not wait for the rest.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from jtai_desktop import places
from jtai_desktop.ui.front import jobs, opening_jobs
from jtai_desktop.ui.front.opening_jobs import Troubles
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.page import Says
from jtai_desktop.ui.shell.taste import Taste

if TYPE_CHECKING:
    from jtai_desktop.domain.changes import Changes
    from jtai_desktop.domain.inspection import Beginning, Inspection
    from jtai_desktop.domain.keeping import Backup
    from jtai_desktop.domain.passphrases import Newcomer
    from jtai_desktop.services.ways_on import Looked, Trouble
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.front.passphrase import NewPassphrase
    from jtai_desktop.ui.front.unlock import Unlock

    UnlockWay = Callable[[Unlock, str], None]

TAKEN = "The backup of {when} lies ready. Its passphrase leads to the restoring."
HOLDS_NOTHING = "There is no inspection in it to look at."


class Front(QStackedWidget):
    """Without a vault: the date and the plan. With one: the passphrase, then the inspections."""

    opened = Signal(str)
    # A vault that keys open is open: from now on it can be locked.
    unlocked = Signal()
    _making = Signal(bool)

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
            self._making.emit(False)
            if not self.count():
                self.start()
            self.say(sentence)

        self._making.emit(True)
        self._hub.open(open_example, lambda _: self.opened.emit(found[0]), refused)

    def take_backup(self, then: "Callable[[Backup], None]") -> None:
        """Ask for a backup in a folder or on a stick, and lay it beside the vault."""
        if chosen := QFileDialog.getExistingDirectory(self, "The folder of a backup"):
            self._hub.work(
                partial(opening_jobs.take_from, self._vault, Path(chosen)), then, self.say
            )

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
        self._making.connect(screen.set_making)
        screen.backup_wanted.connect(lambda: self.take_backup(self._show_taken))
        screen.back_wanted.connect(self.start)
        self._put(screen)

    def _show_taken(self, taken: "Backup") -> None:
        """After a backup was taken from a stick: its passphrase leads to the restoring."""
        from jtai_desktop.domain.wording import stamp

        screen = self._show_unlock(self._unlock_taken)
        screen.tell(TAKEN.format(when=stamp(taken.taken)))

    def _show_unlock(self, unlock: "UnlockWay | None" = None) -> "Unlock":
        from jtai_desktop.ui.front.unlock import Unlock

        screen = Unlock()
        screen.passphrase_given.connect(partial(unlock or self._unlock, screen))
        screen.way_taken.connect(partial(self._take_way, screen))
        screen.example_wanted.connect(self.explore)
        self._making.connect(screen.set_making)
        screen.code_wanted.connect(self._show_recovery)
        self._put(screen)
        self._ask_pause(screen)
        return screen

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

    def _show_choose(self, listed: "tuple[Inspection, ...]") -> None:
        from jtai_desktop.ui.front.choose import Choose

        screen = Choose(listed)
        screen.chosen.connect(self._open)
        screen.new_wanted.connect(self._show_begin)
        self._put(screen)

    def _begin(self, beginning: "Beginning") -> None:
        """Keep the plan; without a vault ask for a passphrase first."""
        if self._hub.is_open:
            self._keep(beginning)
            return
        from jtai_desktop.ui.front.passphrase import NewPassphrase

        screen = NewPassphrase(self._vault)
        screen.given.connect(partial(self._make_vault, screen, beginning))
        screen.back_wanted.connect(self._drop_passphrase)
        warn = partial(opening_jobs.place_warning, self._vault)
        self._hub.work(warn, screen.warn, screen.say)
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        screen.take_focus()

    def _make_vault(
        self, screen: "NewPassphrase", beginning: "Beginning", newcomer: "Newcomer"
    ) -> None:
        screen.set_busy(busy=True)

        def refused(sentence: str) -> None:
            screen.set_busy(busy=False)
            screen.say(sentence)

        def made(_workspace: "Workspace") -> None:
            self.unlocked.emit()
            self._keep(beginning, partial(self._show_code, newcomer.passphrase))

        self._hub.open(lambda: jobs.make_vault(self._vault, newcomer), made, refused)

    def _keep(self, beginning: "Beginning", then: Callable[[str], None] | None = None) -> None:
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
        self._open_vault(screen, lambda: jobs.unlock(self._vault, passphrase))

    def _unlock_taken(self, screen: "Unlock", passphrase: str) -> None:
        self._open_vault(screen, lambda: opening_jobs.open_taken(self._vault, passphrase))

    def _take_way(self, screen: "Unlock", passphrase: str, trouble: "Trouble") -> None:
        """The way that was offered: the last backup, or its keys and then the passphrase again."""
        if trouble.backup is not None:
            look, why = opening_jobs.look, trouble.problem
            self._open_vault(screen, lambda: look(self._vault, passphrase, why))
            return
        if trouble.needs_a_backup:
            self.take_backup(lambda _: self._unlock(screen, passphrase))
            return
        put_back = partial(opening_jobs.put_keys_back, self._vault)
        self._hub.work(put_back, lambda _: self._unlock(screen, passphrase), screen.say)

    def _open_vault(self, screen: "Unlock", opener: "Callable[[], Workspace]") -> None:
        screen.set_busy(busy=True)
        found = Troubles(self._vault)

        def refused(sentence: str) -> None:
            screen.set_busy(busy=False)
            if found.newest is not None:
                screen.offer(found.newest)
            else:
                screen.say(sentence)
            self._ask_pause(screen)

        self._hub.open(found.noting(opener), self._unlocked, refused)

    def _unlocked(self, _workspace: object = None) -> None:
        """On into the vault; one that needs mending says so first."""
        self.unlocked.emit()

        def arrived(looked: "Looked") -> None:
            if looked.problems and not looked.elsewhere:
                self._show_mending(looked)
            else:
                self._go_on()

        self._hub.read(opening_jobs.looked, arrived)

    def _show_mending(self, looked: "Looked") -> None:
        from jtai_desktop.ui.front.mending import Mending

        screen = Mending(self._hub, self._taste, looked)
        screen.look_wanted.connect(self._look)
        screen.mended.connect(self._unlocked)
        self._put(screen)

    def _look(self) -> None:
        """Into what can be looked at, if there is anything in it."""

        def arrived(listed: "tuple[Inspection, ...]") -> None:
            if listed:
                self._go_on()
            else:
                self.say(HOLDS_NOTHING)

        self._hub.read(jobs.listed, arrived)

    def _go_on(self) -> None:
        """On with the last inspection; where it is not known, the person chooses."""
        last = self._taste.liked.last_inspection

        def arrived(listed: "tuple[Inspection, ...]") -> None:
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

    def _offer(self, listed: "tuple[Inspection, ...]") -> None:
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


def _begun(changes: "Changes") -> str:
    """The inspection that was begun."""
    from jtai_desktop.domain.changes import Kind

    return next(record for kind, record in changes.touched if kind is Kind.INSPECTION)
