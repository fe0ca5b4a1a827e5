"""Leaving: how the paper that is shown leaves the program: to a printer, or into a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.printing import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import paper_protection, papers, word_papers
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.pages.papers.making import Making
from jtai_desktop.ui.pages.papers.printing import SENDING, Send, ask
from jtai_desktop.ui.pages.papers.protecting import ProtectBox
from jtai_desktop.ui.shell.page import AnyPage

# Makes the same paper as a file for Word; the vault is read for it.
ForWord = Callable[[Workspace], Paper]


class Leaving(QObject):
    """Buttons that rest while there is no paper. All that left is noted in the log.

    The one for Word is there for the papers that are published alone.
    """

    def __init__(self, page: AnyPage, making: Making) -> None:
        super().__init__(page)
        self._page, self._making = page, making
        self._paper: Paper | None = None
        self._for_word: ForWord | None = None
        self.protect = ProtectBox()
        self.print_button = primary_button("Print…", "printer", self.print_it)
        self.save_button = plain_button("Save as PDF…", "save", self._save_it)
        self.word_button = plain_button("Save for Word…", "save", self._save_word)
        self.word_button.hide()

    def rest(self) -> None:
        """Another paper is being made."""
        for button in self._buttons:
            button.setEnabled(False)

    def offer(self, paper: Paper | None, for_word: ForWord | None = None) -> None:
        """This paper can leave, some of them for Word as well; where there is none, nothing can."""
        self._paper, self._for_word = paper, for_word
        for button in self._buttons:
            button.setEnabled(paper is not None)
        self.word_button.setVisible(for_word is not None)

    def print_it(self) -> None:
        """Ask which printer, and send it there; a printer that is a file is a file."""
        paper = self._paper
        asked = ask(self._page, paper.content, paper.pages, paper.name) if paper else None
        if paper is None or asked is None:
            return
        if asked.file:
            self.save_to(Path(asked.file))
        elif asked.send:
            self._send(paper, asked.send)

    def save_to(self, path: Path) -> None:
        """Save the paper, protected if asked, and note it in the log."""
        if self._paper is None:
            return
        inspection_id, shown = self._page.desk.inspection_id, self._paper
        secret, heard = self.protect.secret(), self._making.begin(papers.SAVING)

        def save(workspace: Workspace) -> Changes:
            kept = paper_protection.protected(shown, secret) if secret else shown
            return papers.save(workspace, inspection_id, kept, path, heard)

        def saved(_changes: Changes) -> None:
            self._making.end()
            self.protect.forget()

        self._page.act(save, saved)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.print_button, self.save_button, self.word_button

    def _send(self, paper: Paper, send: Send) -> None:
        """On a thread beside the vault’s; only what was sent is noted."""
        heard, hub = self._making.begin(SENDING), self._page.desk.hub
        self.print_button.setEnabled(False)

        def over() -> None:
            self._making.end()
            self.print_button.setEnabled(True)

        def sent(_none: None) -> None:
            over()
            self._log_it(paper)

        def refused(sentence: str) -> None:
            over()
            hub.refused.emit(sentence)

        hub.beside(partial(send, heard), sent, refused)

    def _log_it(self, paper: Paper) -> None:
        inspection_id = self._page.desk.inspection_id

        def log(workspace: Workspace) -> Changes:
            return papers.log(workspace, inspection_id, paper, Way.PRINTED)

        self._page.act(log)

    def _save_it(self) -> None:
        if self._paper is None or self._is_too_weak():
            return
        usual, kinds = self._paper.file_name, "PDF (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(self._page, "Save as PDF", usual, kinds)
        if name:
            self.save_to(Path(name))

    def _save_word(self) -> None:
        """As a file that can be typed in, which is never encrypted: refused where it was to be."""
        shown, for_word = self._paper, self._for_word
        if shown is None or for_word is None:
            return
        if self.protect.box.isChecked():
            self._page.desk.hub.refused.emit(word_papers.NOT_ENCRYPTED)
            return
        usual = shown.file_name.removesuffix(".pdf") + word_papers.SUFFIX
        kinds = f"Word document (*{word_papers.SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(self._page, "Save for Word", usual, kinds)
        if name:
            self._save_word_to(Path(name), for_word)

    def _save_word_to(self, path: Path, for_word: ForWord) -> None:
        inspection_id, heard = self._page.desk.inspection_id, self._making.begin(papers.SAVING)

        def save(workspace: Workspace) -> Changes:
            return papers.save(workspace, inspection_id, for_word(workspace), path, heard)

        self._page.act(save, lambda _changes: self._making.end())

    def _is_too_weak(self) -> bool:
        """Whether the passphrase for the file won’t do; its field then says why."""
        try:
            self.protect.secret()
        except Refused:
            return True
        return False
