"""The register out as a workbook and back: written, read, shown, taken in as one step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.services import register_workbook
from jtai_desktop.services.register_workbook import Preview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.pages.documents.workbook_preview import WorkbookPreview
from jtai_desktop.ui.shell.hub import placed
from jtai_desktop.ui.shell.page import Desk

TITLE = "Import from Excel"
WRITING = "The register is being written …"


class RoundTrip(QObject):
    """`said` is news for the page. A preview lies over `over` until it is closed."""

    said = Signal(str)
    # From the vault’s thread: what the reading is at.
    _heard = Signal(str)

    def __init__(self, desk: Desk, over: Callable[[], QWidget]) -> None:
        super().__init__()
        self._desk, self._over = desk, over
        self._view: WorkbookPreview | None = None
        self._heard.connect(self._pass_on)

    def export_to(self, path: Path, item_ids: tuple[str, ...]) -> None:
        """Write these items, in this order."""
        inspection_id = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            return register_workbook.export(workspace, inspection_id, path, item_ids)

        def done(changes: Changes) -> None:
            # After the change is told: news of before is then taken away.
            sentence = f"{changes.summary}: {shown_name(path.name)}"
            QTimer.singleShot(0, self, partial(self.said.emit, sentence))

        self.said.emit(WRITING)
        self._desk.hub.act(act, done, self.said.emit)

    def import_from(self, path: Path) -> WorkbookPreview:
        """Show what the workbook would change, once it is read."""
        view, stop, inspection_id = WorkbookPreview(), Event(), self._desk.inspection_id
        self._view = view
        viewer = Viewer(self._over(), TITLE, shown_name(path.name), view)
        viewer.left.connect(stop.set)
        view.stopped.connect(stop.set)
        view.accepted.connect(partial(self._take_in, view, viewer))

        def say(doing: str) -> None:
            if not stop.is_set():
                self._heard.emit(doing)

        def read(workspace: Workspace) -> Preview | str:
            try:
                return register_workbook.preview(workspace, inspection_id, path, say, stop.is_set)
            except Refused as refused:
                return placed(refused.problem)

        def show(found: Preview | str) -> None:
            if not isValid(view):
                return
            if isinstance(found, str):
                view.refuse(found)
            else:
                view.show_preview(found)

        self._desk.hub.read(read, show)
        return view

    def _take_in(self, view: WorkbookPreview, viewer: Viewer) -> None:
        seen, take, inspection_id = view.seen, view.taken, self._desk.inspection_id
        if seen is None:
            return

        def act(workspace: Workspace) -> Changes:
            return register_workbook.apply(workspace, inspection_id, seen, take)

        def done(changes: Changes) -> None:
            if isValid(viewer):
                viewer.leave()
            QTimer.singleShot(0, self, partial(self.said.emit, changes.summary))

        def refused(sentence: str) -> None:
            if isValid(view):
                view.refuse(sentence)

        view.accept.setEnabled(False)
        self._desk.hub.act(act, done, refused)

    def _pass_on(self, doing: str) -> None:
        view = self._view
        if view is not None and isValid(view) and view.seen is None:
            view.say_progress(doing)
