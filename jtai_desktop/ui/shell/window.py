"""The one window: the band, and below it either a front screen or an open inspection."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.marking import USUAL_MARKING
from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.shell import choices
from jtai_desktop.ui.shell.actions import Actions, Do, Menu
from jtai_desktop.ui.shell.band import Band
from jtai_desktop.ui.shell.going import Going
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.idle import Idle
from jtai_desktop.ui.shell.page import Desk, Says
from jtai_desktop.ui.shell.screen_lock import ScreenLock
from jtai_desktop.ui.shell.taste import Taste

if TYPE_CHECKING:
    from jtai_desktop.ui.shell.heading import Heading
    from jtai_desktop.ui.shell.inside import Inside

MINUTE, LISTEN_AFTER = 60_000, 500
NAME = "Joint inspection"


class Window(QMainWindow):
    """Knows which screen is shown; what is on it is the screen's business."""

    def __init__(self, hub: Hub, vault: Path, taste: Taste) -> None:
        super().__init__()
        self.hub = hub
        self.vault = vault
        self.taste = taste
        self.choices = Actions(self)
        self.going = Going(PLACES, self._go, self)
        self.band = Band(self.choices)
        self.inside: Inside | None = None
        self._screens = QStackedWidget()
        self._minute = QTimer(self, interval=MINUTE)
        self._idle = Idle(taste, self)
        self._screen_lock = ScreenLock(self)
        self._lockable = False
        self._lay_out()
        choices.connect(self)
        self._allow(inside=False)
        self.band.working_as_wanted.connect(lambda: self._go("settings", "working-as"))
        self._minute.timeout.connect(self._tick)
        hub.refused.connect(self.say)
        self._idle.passed.connect(self.lock)
        self._screen_lock.locked.connect(self._lock_if_lockable)

    def show_front(self, *, new: bool = False, example: bool = False) -> None:
        """The first screen: begin, practise, explore, or unlock."""
        from jtai_desktop.ui.front.front import Front

        self._leave_inside()
        front = Front(self.hub, self.vault, self.taste)
        front.opened.connect(self.show_inside)
        front.unlocked.connect(lambda: self._watch(lockable=True))
        self.band.set_marking(USUAL_MARKING, practice=False)
        self.band.set_person("")
        self.band.set_saved("")
        self.setWindowTitle(NAME)
        self.put(front)
        if example:
            front.explore()
        else:
            front.start(new=new)

    def show_inside(self, inspection_id: str, place: str = "today") -> None:
        """An open inspection, at one of its places."""
        from jtai_desktop.ui.shell.inside import Inside

        self._leave_inside()
        desk = Desk(self.hub, self.taste, inspection_id, self)
        desk.left.connect(self.show_front)
        self.inside = Inside(desk)
        self.inside.heading_read.connect(self._head)
        self._allow(inside=True)
        self.put(self.inside)
        self.inside.start(place)
        self._minute.start()

    def lock(self) -> None:
        """Close the vault and empty the pages."""
        self._leave_inside()
        self._watch(lockable=False)
        self.hub.close()
        self.show_front()

    def put(self, screen: QWidget) -> None:
        """Show this screen in the place of the one that is there."""
        while old := self._screens.widget(0):
            self._screens.removeWidget(old)
            old.deleteLater()
        self.hub.forget()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)

    def say(self, sentence: str) -> None:
        """One line where a person sees it."""
        screen: object = self._screens.currentWidget()
        if isinstance(screen, Says):
            screen.say(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how pages were left, finish what is under way, close the vault."""
        if self.inside:
            self.inside.keep_views()
        self._minute.stop()
        self.hub.shut_down()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self._screens, 1)
        self.setCentralWidget(middle)
        self.going.put_into(self.band.menu(Menu.GO))
        self.addActions([*(action for _line, action in self.choices), *self.going.actions])
        self.setMinimumSize(1000, 560)
        self.setWindowTitle(NAME)

    def _leave_inside(self) -> None:
        """Keep how the pages were left; nothing of the work stays in the menus."""
        self._minute.stop()
        if self.inside:
            self.inside.keep_views()
        self.inside = None
        self._allow(inside=False)
        self.choices[Do.LOCK].setEnabled(self._lockable)

    def _lock_if_lockable(self) -> None:
        if self._lockable:
            self.lock()

    def _allow(self, *, inside: bool) -> None:
        choices.allow(self.choices, inside=inside)
        self.going.allow(inside=inside)

    def _watch(self, *, lockable: bool) -> None:
        """From the unlocking to the locking: also while an inspection is being chosen."""
        if lockable and not self._lockable:
            self._idle.watch()
            # Loading the bus is not for before the first page.
            QTimer.singleShot(LISTEN_AFTER, self._screen_lock.listen)
        elif not lockable:
            self._idle.rest()
        self._lockable = lockable
        self.choices[Do.LOCK].setEnabled(lockable or self.inside is not None)

    def _go(self, place: str, target: str = "") -> None:
        if self.inside:
            self.inside.go(place, target)

    def _tick(self) -> None:
        if self.inside:
            self.inside.tick()

    def _head(self, heading: "Heading") -> None:
        self.setWindowTitle(heading.title)
        self.band.set_marking(heading.marking, practice=heading.practice)
        self.band.set_person(f"Working as {heading.person}")
        self.band.set_saved(heading.saved)
        choices.name_steps(self.choices, heading.undo, heading.redo)
        self._watch(lockable=heading.lockable)
