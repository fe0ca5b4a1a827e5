"""Out as a file and back: written, read aside of the window, shown, taken in as one step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.returned.preview import Returned, ReturnedPreview
from jtai_desktop.ui.shell.hub import Act, placed
from jtai_desktop.ui.shell.page import Desk

Seen = TypeVar("Seen", bound=Returned)
# Reads a file on the vault’s thread: it says what it is at, and asks whether to stop.
Read = Callable[[Workspace, Callable[[str], None], Callable[[], bool]], Seen]


class ReturnTrip(QObject, Generic[Seen]):
    """`said` is news for the page. A preview lies over a part of it until it is closed."""

    said = Signal(str)
    # From the vault’s thread: what the reading is at.
    _heard = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: ReturnedPreview[Seen] | None = None
        self._heard.connect(self._pass_on)

    def write(self, path: Path, words: str, act: Act) -> None:
        """Write a file, and say so once the change is told: news of before is then taken away."""

        def done(changes: Changes) -> None:
            self._tell(f"{changes.summary}: {shown_name(path.name)}")

        self.said.emit(words)
        self._desk.hub.act(act, done, self.said.emit)

    def show_file(
        self,
        over: QWidget,
        title: str,
        path: Path,
        view: ReturnedPreview[Seen],
        read: Read[Seen],
        act_of: Callable[[Seen], Act],
    ) -> None:
        """Read a file into a preview; what is accepted there is then done."""
        stop, self._view = Event(), view
        viewer = Viewer(over, title, shown_name(path.name), view)
        viewer.left.connect(stop.set)
        view.stopped.connect(stop.set)
        view.accepted.connect(partial(self._take_in, view, viewer, act_of))

        def say(doing: str) -> None:
            if not stop.is_set():
                self._heard.emit(doing)

        def reading(workspace: Workspace) -> Seen | str:
            try:
                return read(workspace, say, stop.is_set)
            except Refused as refused:
                return placed(refused.problem)

        def show(found: Seen | str) -> None:
            if not isValid(view):
                return
            if isinstance(found, str):
                view.refuse(found)
            else:
                view.show_preview(found)

        self._desk.hub.read(reading, show)

    def _take_in(
        self, view: ReturnedPreview[Seen], viewer: Viewer, act_of: Callable[[Seen], Act]
    ) -> None:
        if view.seen is None:
            return

        def done(changes: Changes) -> None:
            if isValid(viewer):
                viewer.leave()
            self._tell(changes.summary)

        def refused(sentence: str) -> None:
            if isValid(view):
                view.refuse(sentence)

        view.accept.setEnabled(False)
        self._desk.hub.act(act_of(view.seen), done, refused)

    def _tell(self, sentence: str) -> None:
        QTimer.singleShot(0, self, partial(self.said.emit, sentence))

    def _pass_on(self, doing: str) -> None:
        view = self._view
        if view is not None and isValid(view) and view.seen is None:
            view.say_progress(doing)
