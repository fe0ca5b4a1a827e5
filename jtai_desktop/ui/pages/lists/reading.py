"""Reading files of lists: beside the vault, shown before it is kept, taken in as one step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.domain.wording import counted
from jtai_desktop.exchange.list_reading import Hand
from jtai_desktop.services import kept_lists, lists
from jtai_desktop.services.kept_lists import Incoming
from jtai_desktop.services.lists import Checked, Wish
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.pages.lists.reading_view import ReadingView
from jtai_desktop.ui.shell.hub import placed
from jtai_desktop.ui.shell.page import Desk

TITLE = "Read files"
EXPORT, EXPORT_NAME = "Export with problems", "Lists with problems.xlsx"
EXPORT_KIND = "Excel (*.xlsx)"
KINDS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv")
CHECKS = 8  # of the lists and between them


class Reading(QObject):
    """`said` is news for the page. The view lies over `over` until it is closed."""

    said = Signal(str)
    # From the thread beside the vault’s: whose view, what is being done.
    _heard = Signal(object, str)

    def __init__(self, desk: Desk, over: Callable[[], QWidget]) -> None:
        super().__init__()
        self._desk, self._over = desk, over
        self._stop = Event()
        self._viewer: Viewer | None = None
        self._heard.connect(self._pass_on)
        # A thread that still works for a window that is gone is to stop.
        self.destroyed.connect(lambda: self._stop.set())  # noqa: PLW0108 - it is another by then

    def begin(self, files: Sequence[Path]) -> ReadingView:
        """Read these files and show what is in them, instead of what was read before."""
        if self._viewer is not None and isValid(self._viewer) and self._viewer.isVisible():
            self._viewer.leave()
        view = ReadingView(len(files) + CHECKS)
        first = shown_name(files[0].name)
        fact = first if len(files) == 1 else counted(len(files), "file")
        viewer = self._viewer = Viewer(self._over(), TITLE, fact, view)
        viewer.left.connect(lambda: self._stop.set())  # noqa: PLW0108 - it is another by then
        view.stopped.connect(lambda: self._stop.set())  # noqa: PLW0108
        view.again.connect(partial(self._read, view, tuple(files)))
        view.accepted.connect(partial(self._take_in, view, viewer))
        view.exported.connect(partial(self._ask_export, view, tuple(files)))
        view.begin()
        self._read(view, tuple(files))
        return view

    def export_to(self, view: ReadingView, files: tuple[Path, ...], path: Path) -> None:
        """Read once more what is seen, and write it as a new workbook with its problems."""
        if view.checked is None:
            return
        stop = self._stop = Event()
        hub, inspection_id, seen = self._desk.hub, self._desk.inspection_id, view.checked
        hand = Hand(view.sheets, view.spoken)

        def say(doing: str) -> None:
            if not stop.is_set():
                self._heard.emit(view, doing)

        def stopped() -> bool:
            return stop.is_set() or hub.is_leaving

        def begun(wish: Wish) -> None:
            task = partial(_exported, files, wish, path, seen, say, stopped)
            hub.beside(task, written, refused)

        def written(_checked: Checked) -> None:
            if isValid(view):
                view.show_exported(path.name)

        def refused(sentence: str) -> None:
            if isValid(view):
                view.refuse_export(sentence)

        view.begin_export()
        hub.read(lambda workspace: kept_lists.wish(workspace, inspection_id, hand), begun)

    def _ask_export(self, view: ReadingView, files: tuple[Path, ...]) -> None:
        name, _ = QFileDialog.getSaveFileName(view, EXPORT, EXPORT_NAME, EXPORT_KIND)
        if name:
            path = Path(name)
            ended = path.suffix.lower() == lists.ENDING
            self.export_to(view, files, path if ended else Path(f"{name}{lists.ENDING}"))

    def _read(self, view: ReadingView, files: tuple[Path, ...]) -> None:
        """Ask the vault how they are checked, check them beside it, ask what is new."""
        stop = self._stop = Event()
        hub, inspection_id = self._desk.hub, self._desk.inspection_id
        hand = Hand(view.sheets, view.spoken)

        def say(doing: str) -> None:
            if not stop.is_set():
                self._heard.emit(view, doing)

        def stopped() -> bool:
            return stop.is_set() or hub.is_leaving

        def begun(wish: Wish) -> None:
            task = partial(_checked, files, wish, say, stopped)
            hub.beside(task, compare, refused)

        def compare(checked: Checked) -> None:
            hub.read(
                lambda workspace: kept_lists.incoming(workspace, inspection_id, checked),
                partial(show, checked),
            )

        def show(checked: Checked, new: tuple[Incoming, ...]) -> None:
            if isValid(view):
                view.show_found(checked, new)

        def refused(sentence: str) -> None:
            if isValid(view):
                view.refuse(sentence)

        hub.read(lambda workspace: kept_lists.wish(workspace, inspection_id, hand), begun)

    def _take_in(self, view: ReadingView, viewer: Viewer) -> None:
        new, said, inspection_id = view.new, view.spoken, self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            return kept_lists.take_in(workspace, inspection_id, new, said)

        def done(changes: Changes) -> None:
            if isValid(viewer):
                viewer.leave()
            # After the change is told: news of before is then taken away.
            QTimer.singleShot(0, self, partial(self.said.emit, f"{changes.summary}."))

        def refused(sentence: str) -> None:
            if isValid(view):
                view.refuse(sentence)

        view.accept.setEnabled(False)
        self._desk.hub.act(act, done, refused)

    def _pass_on(self, view: ReadingView, doing: str) -> None:
        if isValid(view):
            view.say_progress(doing)


def _exported(
    files: tuple[Path, ...],
    wish: Wish,
    path: Path,
    seen: Checked,
    say: Callable[[str], None],
    stop: Callable[[], bool],
) -> Checked:
    """The new workbook; a refusal names the file it is about."""
    try:
        return kept_lists.export(files, wish, path, seen, say, stop)
    except Refused as refused:
        raise Refused(placed(refused.problem)) from refused


def _checked(
    files: tuple[Path, ...], wish: Wish, say: Callable[[str], None], stop: Callable[[], bool]
) -> Checked:
    """What is in the files; a refusal names the file it is about."""
    try:
        return kept_lists.read(files, wish, say, stop)
    except Refused as refused:
        raise Refused(placed(refused.problem)) from refused
