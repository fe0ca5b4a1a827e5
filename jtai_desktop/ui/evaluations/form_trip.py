"""The form of an evaluation out and back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.evaluations.evaluation import JOINT
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import evaluation_forms
from jtai_desktop.services.evaluation_forms import Preview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.evaluations.form_preview import FormPreview
from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.returned.asking import ask_where, ask_which
from jtai_desktop.ui.returned.trip import ReturnTrip
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk

OUT, BACK = "Form for an agency…", "Take in a returned form…"
TITLE = "Take in a returned form"
WRITING = "The form is being written …"


class FormTrip(ReturnTrip[Preview]):
    """A preview lies over `over` until it is closed."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(desk, over)
        self._over = over
        self._child = ("", "")
        self._agencies: tuple[tuple[str, str], ...] = ()
        self._each: dict[str, int] = {}
        self._out = plain_button(OUT)
        self.menu = QMenu(self._out)
        self._out.setMenu(self.menu)
        self._in = plain_button(BACK, "", self._ask_back)
        self.menu.aboutToShow.connect(self.fill)

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

        self.write(path, WRITING, act)

    def import_from(self, path: Path) -> FormPreview:
        """Show what the form would change, once it is read."""
        view, inspection_id = FormPreview(), self._desk.inspection_id

        def act_of(seen: Preview) -> Act:
            taken, returned = view.taken, not view.still_writing.isChecked()
            return lambda workspace: evaluation_forms.apply(
                workspace, inspection_id, seen, taken, returned=returned
            )

        self.show_file(
            self._over,
            TITLE,
            path,
            view,
            lambda workspace, say, stop: evaluation_forms.preview(
                workspace, inspection_id, path, say=say, stop=stop
            ),
            act_of,
        )
        return view

    def _ask_out(self, agency: str, child_id: str) -> None:
        path = ask_where(self._out, OUT, f"evaluation-{agency or 'joint'}")
        if path:
            self.export_to(path, agency, child_id)

    def _ask_back(self) -> None:
        path = ask_which(self._in, TITLE)
        if path:
            self.import_from(path)
