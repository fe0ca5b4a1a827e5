"""Papers that must be called back, since somebody on them no longer agrees; and that one was."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.conversations.calling_back import CallBack
from jtai_desktop.domain.problems import Problem
from jtai_desktop.services import calling_back
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.pages.timetable.parts import clear
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.talks.words import paper_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of

NOTE = "Note"


class NoteForm(AskingForm):
    """What became of the copies."""

    def __init__(self) -> None:
        super().__init__("Called back: note it")
        self._note = self._line(NOTE, "What became of the copies", "destroyed; one not found")
        self._stack()

    @property
    def note(self) -> str:
        """The note as it was typed."""
        return self._note.text()


class CallBacks(QWidget):
    """A warning, and for each paper its name, when it left, and the way to note it as back."""

    unfolded = Signal(QWidget)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[CallBack, ...] = ()
        self._paper = ""
        self.form = NoteForm()
        self._chip = Chip(look_of(State.WARNING).worded("Call these papers back"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._chip)
        column.addLayout(self._rows)
        column.addWidget(self.form)
        self.form.hide()
        self.form.wanted.connect(self._note)
        self.hide()

    def show_papers(self, found: Sequence[CallBack]) -> None:
        """Show these papers; nothing is touched where they are the same."""
        self.setVisible(bool(found))
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        if self._paper not in {each.paper.id for each in found}:
            self.fold()
        clear(self._rows)
        for each in found:
            self._rows.addWidget(Words(paper_of(each), FontRole.LABEL, wrap=True))
            button = small_button("Called back…", "", partial(self._unfold, each))
            button.setAccessibleName(f"Called back: {paper_of(each)}")
            self._rows.addWidget(button)

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        was, self._paper = bool(self._paper), ""
        self.form.hide()
        return was

    def _unfold(self, found: CallBack) -> None:
        self._paper = found.paper.id
        self.form.call(f"Called back: {found.paper.paper}")
        self.form.clear_problems()
        self.form.show()
        self.form.take_focus()
        self.unfolded.emit(self)

    def _note(self) -> None:
        inspection_id, paper, note = self._desk.inspection_id, self._paper, self.form.note
        self._desk.hub.act(
            lambda workspace: calling_back.mark_called_back(workspace, inspection_id, paper, note),
            lambda _changes: self._done(),
            lambda sentence: self.form.show_problem(Problem(NOTE, sentence)),
        )

    def _done(self) -> None:
        self.fold()
        self.left.emit()
