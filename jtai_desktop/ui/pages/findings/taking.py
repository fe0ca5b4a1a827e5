"""What lies over the page of findings: a letter read, a block pasted, a finding or letter typed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.findings import draft as drafts
from jtai_desktop.domain.findings.draft import Draft
from jtai_desktop.domain.findings.letter import KeptLetter
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.services import findings, letter_files, letters
from jtai_desktop.services.letters import LetterFile
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer, looked_at, view_of
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.part import Ask
from jtai_desktop.ui.pages.findings.pictures import Pictures
from jtai_desktop.ui.pages.findings.review import ReviewView
from jtai_desktop.ui.pages.findings.sheets import FormSheet, LetterSheet, PasteSheet, TypeSheet
from jtai_desktop.ui.shell.hub import placed
from jtai_desktop.ui.shell.page import Desk

READ, PASTE = "Read a letter", "Paste findings"
FILTER = "Letters (*.pdf)"
ELSEWHERE = "The letter is about {}, this inspection about {}: see whether it is the right one."
NO_LETTER = "Add the letter first: read it, or add it with “Add a letter…”."


class Taking(QObject):
    """`said` is news for the page."""

    said = Signal(str)
    # From the thread beside the vault’s: whose view, what is being done.
    _heard = Signal(object, str)

    def __init__(self, desk: Desk, over: Callable[[], QWidget]) -> None:
        super().__init__()
        self.facts: Facts | None = None
        self.view: ReviewView | None = None
        self._desk, self._over = desk, over
        self._stop = Event()
        self._viewer: Viewer | None = None
        self._heard.connect(_pass_on)
        # A thread that still works for a window that is gone is to stop.
        self.destroyed.connect(lambda: self._stop.set())  # noqa: PLW0108 - it is another by then

    def begin(self, what: str, about: str = "") -> None:
        """What a part asks for."""
        if self.facts is None:
            return
        if what == Ask.READ:
            self._ask_file()
        elif what == Ask.LETTER:
            self._cover("Add a letter", "its facts are typed", LetterSheet(self._desk, self.facts))
        elif what in {Ask.GO_ON, Ask.SEE}:
            self._of_letter(what, about)
        elif not self.facts.found.letters:
            self.said.emit(NO_LETTER)
        elif what == Ask.PASTE:
            self._paste()
        else:
            sheet = TypeSheet(self._desk, self.facts)
            self._cover("Type a finding", "", sheet)

    def read(self, path: Path) -> ReviewView:
        """Read a letter that lies on this computer, and show what is in it."""
        return self._review(shown_name(path.name), lambda: letters.opened(path))

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._over(), READ, "", FILTER)
        if name:
            self.read(Path(name))

    def _of_letter(self, what: str, letter_id: str) -> None:
        """From the vault into memory: to go on with it, or to look at it."""
        letter = self.facts.found.letter(letter_id) if self.facts else None
        if letter is None:
            return
        if not letter.file_id:
            self._ask_file()
            return

        def show(file: LetterFile) -> None:
            if what == Ask.GO_ON:
                self._review(shown_name(file.name), lambda: file)
            else:
                self._look(letter, file)

        self._desk.hub.read(lambda workspace: letter_files.content_of(workspace, letter), show)

    def _look(self, letter: KeptLetter, file: LetterFile) -> None:
        view = view_of(looked_at(file.content))
        if view is not None:
            self._leave()
            self._viewer = Viewer(self._over(), called(letter), shown_name(file.name), view)

    def _review(self, name: str, open_it: Callable[[], LetterFile]) -> ReviewView:
        """Read the file beside the vault; then show it beside what is kept of it."""
        view = self._lay(READ, name, ReviewView(with_pages=True))
        stop = self._stop = Event()
        hub, inspection_id = self._desk.hub, self._desk.inspection_id
        view.stopped.connect(stop.set)

        def task() -> tuple[LetterFile, Draft]:
            return _read(open_it, lambda doing: self._tell(view, stop, doing), stopped)

        def stopped() -> bool:
            return stop.is_set() or hub.is_leaving

        def begun(read: tuple[LetterFile, Draft]) -> None:
            file, draft = read
            hub.read(
                lambda workspace: findings.beside(workspace, inspection_id, draft),
                partial(show, file),
            )

        def show(file: LetterFile, draft: Draft) -> None:
            if isValid(view):
                self._pictures(view, file, stopped)
                view.kept.connect(partial(self._keep, view, "", file.content))
                view.show_draft(draft)
                view.doubt(self._of_elsewhere(draft))

        hub.beside(task, begun, partial(_refuse, view))
        return view

    def _of_elsewhere(self, draft: Draft) -> str:
        """That the letter is about another area than this inspection; nothing where it is not."""
        here = self.facts.view.inspection.area if self.facts else ""
        about = drafts.elsewhere(draft, here)
        return ELSEWHERE.format(about, here) if about else ""

    def _pictures(self, view: ReviewView, file: LetterFile, stopped: Callable[[], bool]) -> None:
        def draw(page: int, width: int) -> PagePicture:
            return letters.picture(file, page, width, stopped)

        pictures = Pictures(self._desk.hub, draw, view)
        view.page_wanted.connect(lambda page: pictures.want(page, view.pages.dots))
        pictures.come.connect(view.show_page)

    def _paste(self) -> None:
        if self.facts is None:
            return
        sheet = PasteSheet(self._desk, self.facts)
        sheet.looked.connect(self._show_pasted)
        self._cover(PASTE, "shown before anything is kept", sheet)

    def _show_pasted(self, draft: Draft, letter_id: str) -> None:
        view = self._lay(PASTE, "", ReviewView(with_pages=False))
        view.kept.connect(partial(self._keep, view, letter_id, b""))
        view.show_draft(draft)

    def _keep(self, view: ReviewView, letter_id: str, content: bytes) -> None:
        view.editor.text.ask()
        draft = view.draft
        if draft is None:
            return
        taken = content if view.keep_file.isChecked() else b""
        inspection_id = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            return findings.take_in(workspace, inspection_id, draft, letter_id, taken)

        def done(changes: Changes) -> None:
            if isValid(view):
                self._leave()
            # After the change is told: news of before is then taken away.
            QTimer.singleShot(0, self, partial(self.said.emit, f"{changes.summary}."))

        view.keep.setEnabled(False)
        self._desk.hub.act(act, done, partial(_refuse, view))

    def _tell(self, view: ReviewView, stop: Event, doing: str) -> None:
        if not stop.is_set():
            self._heard.emit(view, doing)

    def _lay(self, title: str, fact: str, view: ReviewView) -> ReviewView:
        """Lay it over the page, instead of what lay there."""
        self._leave()
        viewer = self._viewer = Viewer(self._over(), title, fact, view)
        viewer.left.connect(lambda: self._stop.set())  # noqa: PLW0108 - it is another by then
        self.view = view
        view.begin()
        return view

    def _cover(self, title: str, fact: str, sheet: FormSheet) -> None:
        self._leave()
        viewer = self._viewer = Viewer(self._over(), title, fact, sheet)

        def ended(summary: str) -> None:
            viewer.leave()
            QTimer.singleShot(0, self, partial(self.said.emit, f"{summary}."))

        sheet.ended.connect(ended)
        if sheet.first is not None:
            sheet.first.setFocus()

    def _leave(self) -> None:
        if self._viewer is not None and isValid(self._viewer) and self._viewer.isVisible():
            self._viewer.leave()
        self._viewer = None


def _read(
    open_it: Callable[[], LetterFile], say: Callable[[str], None], stop: Callable[[], bool]
) -> tuple[LetterFile, Draft]:
    """The file and what is in it; a refusal names the file."""
    try:
        file = open_it()
        return file, letters.draft_of(file, say, stop)
    except Refused as refused:
        raise Refused(placed(refused.problem)) from refused


def _refuse(view: ReviewView, sentence: str) -> None:
    if isValid(view):
        view.refuse(sentence)


def _pass_on(view: ReviewView, doing: str) -> None:
    if isValid(view):
        view.say_progress(doing)
