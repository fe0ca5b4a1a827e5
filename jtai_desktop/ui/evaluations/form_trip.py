"""The form of an evaluation out and back: written, read, shown, taken in as one step."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.evaluation import JOINT
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import evaluation_forms
from jtai_desktop.services.evaluation_forms import Preview
from jtai_desktop.services.overview import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.evaluations.form_preview import FormPreview
from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.shell.hub import placed
from jtai_desktop.ui.shell.page import Desk

BOOK = "Excel workbook (*.xlsx)"
BOOKS_BACK = "Workbooks (*.xlsx *.xlsm *.ods);;All files (*)"
OUT, BACK = "Form for an agency…", "Take in a returned form…"
TITLE = "Take in a returned form"
WRITING = "The form is being written …"


class FormTrip(QObject):
    """`said` is news for the view. A preview lies over `over` until it is closed."""

    said = Signal(str)
    # From the vault’s thread: what the reading is at.
    _heard = Signal(str)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self._child = ("", "")
        self._agencies: tuple[tuple[str, str], ...] = ()
        self._each: dict[str, int] = {}
        self.preview: FormPreview | None = None
        self._out = plain_button(OUT)
        self.menu = QMenu(self._out)
        self._out.setMenu(self.menu)
        self._in = plain_button(BACK, "", self._ask_back)
        self.menu.aboutToShow.connect(self.fill)
        self._heard.connect(self._pass_on)

    @property
    def buttons(self) -> tuple[KitButton, ...]:
        """What stands in the header."""
        return self._out, self._in

    def show_child(self, view: Overview, child_id: str, entries: tuple[Entry, ...]) -> None:
        """Which forms there are."""
        short = {each.key: each.short for each in view.agencies}
        self._child = (child_id, entries[0].evaluation.child)
        keys = [each.evaluation.agency for each in entries]
        self._agencies = tuple(
            (key, "Joint evaluation" if key == JOINT else short.get(key, key)) for key in keys
        )
        every = [each.agency for each in view.evaluated if each.selected]
        self._each = {key: every.count(key) for key in keys}

    def fill(self) -> None:
        """The agencies that are asked for this child, for it alone and for all their children."""
        self.menu.clear()
        for key, name in self._agencies:
            title = f"{name}, {self._child[1]}…".replace("&", "&&")
            self.menu.addAction(title, partial(self._ask_out, key, self._child[0]))
        self.menu.addSeparator()
        for key, name in self._agencies:
            if self._each.get(key, 0) > 1:
                number = counted(self._each[key], "child", "children")
                title = f"{name}, all {number}…".replace("&", "&&")
                self.menu.addAction(title, partial(self._ask_out, key, ""))

    def export_to(self, path: Path, agency: str, child_id: str = "") -> None:
        """Write the form of an agency, for one child or for all that it was asked about."""
        inspection_id = self._desk.inspection_id
        children = [child_id] if child_id else None

        def act(workspace: Workspace) -> Changes:
            return evaluation_forms.export(workspace, inspection_id, path, agency, children)

        def done(changes: Changes) -> None:
            # After the change is told: news of before is then taken away.
            sentence = f"{changes.summary}: {shown_name(path.name)}"
            QTimer.singleShot(0, self, partial(self.said.emit, sentence))

        self.said.emit(WRITING)
        self._desk.hub.act(act, done, self.said.emit)

    def import_from(self, path: Path) -> FormPreview:
        """Show what the form would change, once it is read."""
        view, stop, inspection_id = FormPreview(), Event(), self._desk.inspection_id
        self.preview = view
        viewer = Viewer(self._over, TITLE, shown_name(path.name), view)
        viewer.left.connect(stop.set)
        view.stopped.connect(stop.set)
        view.accepted.connect(partial(self._take_in, view, viewer))

        def say(doing: str) -> None:
            if not stop.is_set():
                self._heard.emit(doing)

        def read(workspace: Workspace) -> Preview | str:
            try:
                return evaluation_forms.preview(
                    workspace, inspection_id, path, say=say, stop=stop.is_set
                )
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

    def _take_in(self, view: FormPreview, viewer: Viewer) -> None:
        seen, take, inspection_id = view.seen, view.taken, self._desk.inspection_id
        if seen is None:
            return
        returned = not view.still_writing.isChecked()

        def act(workspace: Workspace) -> Changes:
            return evaluation_forms.apply(workspace, inspection_id, seen, take, returned=returned)

        def done(changes: Changes) -> None:
            if isValid(viewer):
                viewer.leave()
            QTimer.singleShot(0, self, partial(self.said.emit, changes.summary))

        def refused(sentence: str) -> None:
            if isValid(view):
                view.refuse(sentence)

        view.accept.setEnabled(False)
        self._desk.hub.act(act, done, refused)

    def _ask_out(self, agency: str, child_id: str) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._out, OUT, f"evaluation-{agency or 'joint'}.xlsx", BOOK
        )
        if name:
            self.export_to(Path(name), agency, child_id)

    def _ask_back(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._in, TITLE, "", BOOKS_BACK)
        if name:
            self.import_from(Path(name))

    def _pass_on(self, doing: str) -> None:
        view = self.preview
        if view is not None and isValid(view) and view.seen is None:
            view.say_progress(doing)
