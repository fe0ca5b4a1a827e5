"""The one window: the band, and below it either a front screen or an open inspection."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from jtai_desktop.domain.inspection import CouncilSettings
from jtai_desktop.ui.shell import choices
from jtai_desktop.ui.shell.actions import Actions
from jtai_desktop.ui.shell.band import Band
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.taste import Taste

if TYPE_CHECKING:
    from jtai_desktop.ui.shell.heading import Heading
    from jtai_desktop.ui.shell.inside import Inside

MINUTE = 60_000
NAME = "Joint inspection"


class Window(QMainWindow):
    """Knows which screen is shown; what is on it is the screen's business."""

    def __init__(self, hub: Hub, vault: Path, taste: Taste) -> None:
        super().__init__()
        self.hub = hub
        self.vault = vault
        self.taste = taste
        self.choices = Actions(self)
        self.band = Band(self.choices)
        self.inside: Inside | None = None
        self._screens = QStackedWidget()
        self._minute = QTimer(self, interval=MINUTE)
        self._lay_out()
        choices.connect(self)
        choices.allow(self.choices, inside=False)
        self._minute.timeout.connect(self._tick)
        hub.refused.connect(self.say)

    def show_front(self, *, new: bool = False, example: bool = False) -> None:
        """The first screen: begin, practise, explore, or unlock."""
        from jtai_desktop.ui.front.front import Front

        self._leave_inside()
        front = Front(self.hub, self.vault, self.taste)
        front.opened.connect(self.show_inside)
        self.band.set_marking(CouncilSettings().marking, practice=False)
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
        self.inside = Inside(desk)
        self.inside.heading_read.connect(self._head)
        choices.allow(self.choices, inside=True)
        self.put(self.inside)
        self.inside.start(place)
        self._minute.start()
        self.taste.set_last_inspection(inspection_id)

    def lock(self) -> None:
        """Close the vault and empty the pages."""
        if self.inside:
            self.inside.keep_views()
        self._leave_inside()
        self.hub.close()
        self.show_front()

    def put(self, screen: QWidget) -> None:
        """Show this screen in the place of the one that is there."""
        while old := self._screens.widget(0):
            self._screens.removeWidget(old)
            old.deleteLater()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)

    def say(self, sentence: str) -> None:
        """One line where a person sees it."""
        if self.inside:
            self.inside.say(sentence)

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
        for _line, action in self.choices:
            self.addAction(action)
        self.setMinimumSize(1000, 560)
        self.setWindowTitle(NAME)

    def _leave_inside(self) -> None:
        self._minute.stop()
        self.inside = None
        choices.allow(self.choices, inside=False)

    def _tick(self) -> None:
        if self.inside:
            self.inside.tick()

    def _head(self, heading: "Heading") -> None:
        self.setWindowTitle(heading.title)
        self.band.set_marking(heading.marking, practice=heading.practice)
        self.band.set_person(f"Working as {heading.person}")
        self.band.set_saved(heading.saved)
        choices.name_steps(self.choices, heading.undo, heading.redo)
