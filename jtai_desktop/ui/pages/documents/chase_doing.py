"""Chasing: gets the ready text into the form of the step, and saves it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import chase_pack
from jtai_desktop.services.chase_pack import ChasePack
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.chase_text import ChaseText
from jtai_desktop.ui.pages.documents.steps_forms import ChaseForm
from jtai_desktop.ui.pages.documents.steps_panel import StepsPanel
from jtai_desktop.ui.shell.page import Desk


class Chasing(QObject):
    """Whenever the form of a chase is unfolded, its text is made for what is selected."""

    def __init__(self, desk: Desk, steps: StepsPanel) -> None:
        super().__init__(steps)
        self._desk, self._steps = desk, steps
        steps.unfolded.connect(self._fill)

    def _fill(self) -> None:
        form = self._steps.form
        if not isinstance(form, ChaseForm):
            return
        letter, inspection_id = form.letter, self._desk.inspection_id
        ids = letter.document_ids
        letter.save_wanted.connect(partial(self._save, letter))

        def read(workspace: Workspace) -> ChasePack | None:
            try:
                return chase_pack.pack_for(workspace, inspection_id, document_ids=ids)
            except Refused:
                # Somebody received them meanwhile; the page is about to show it.
                return None

        def show(pack: ChasePack | None) -> None:
            if pack is not None and isValid(form):
                form.show_pack(pack)

        self._desk.hub.read(read, show)

    def _save(self, letter: ChaseText, path: Path) -> None:
        pack, inspection_id = letter.pack, self._desk.inspection_id
        if pack is None:
            return

        def saved(_changes: Changes) -> None:
            if isValid(letter):
                letter.say_saved(path)

        def refused(sentence: str) -> None:
            if isValid(letter):
                letter.say(sentence)

        act = partial(_saved, inspection_id=inspection_id, pack=pack, path=path)
        self._desk.hub.act(act, saved, refused)


def _saved(workspace: Workspace, inspection_id: str, pack: ChasePack, path: Path) -> Changes:
    return chase_pack.save(workspace, inspection_id, pack, path)
